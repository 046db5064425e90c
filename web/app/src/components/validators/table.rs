//! The validators of a subnet, to be compared: on the subnet's own page, and on the one that is for nothing else.

use leptos::prelude::*;
use taolight_bittensor::reads::PositionKey;
use taolight_locales::say;
use taolight_primitives::{Alpha, NetUid};
use taolight_protocol::engine::ReadStakes;

use crate::columns::Place::WhereWide;
use crate::components::data_table::column::Column;
use crate::components::data_table::figures::{alpha, tao};
use crate::components::data_table::toolbar::{Found, Search, Toolbar};
use crate::components::data_table::{DataTable, Kind, Table};
use crate::components::figure::AlphaFigure;
use crate::components::name::HotkeyLabel;
use crate::components::proof::Proof;
use crate::naming::ROOT;
use crate::reading::Reading;
use crate::route::Route;
use crate::sort::Sort;
use crate::store::Store;
use crate::table_view::View;
use crate::validators::{Validator, compared, found, own_positions};
use crate::{format, test_ids};

const TITLE: &str = "validators-title";

const KIND: Kind = Kind {
    class: "validators",
    sort: test_ids::VALIDATORS_SORT,
    choosable: None,
};

/// The table. Its page reads the validators and the subnets.
#[component]
pub(crate) fn ValidatorTable(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let view = RwSignal::new(View::new(Sort::down("stake")));
    let own = own_stakes(store, netuid);
    let tempo = Memo::new(move |_| {
        let found = store.subnets.with(|subnets| {
            let subnet = subnets.iter().find(|subnet| subnet.netuid == netuid);
            subnet.map(|subnet| subnet.tempo)
        });
        found.flatten()
    });
    let validators = Memo::new(move |_| {
        let neurons = store.validators.with(Clone::clone).unwrap_or_default();
        let own = own.with(Clone::clone).unwrap_or_default();
        compared(netuid, neurons, &own, tempo.get())
    });
    let table = Table::new(KIND, view, columns(netuid), move |view, order| {
        found(view, order, &validators.read(), |hotkey| {
            store.hotkey_text(hotkey)
        })
    });
    let is_known = Memo::new(move |_| store.validators.is_known());
    let is_empty = Memo::new(move |_| validators.read().is_empty());
    let says = Signal::derive(move || {
        let found = u32::try_from(table.page.read().found).unwrap_or(u32::MAX);
        is_known.get().then(|| match found {
            1 => say!(validators.found_one, count = 1),
            found => say!(validators.found_many, count = format::number(found)),
        })
    });
    let about = move || match (is_known.get(), is_empty.get(), netuid) {
        (false, _, _) => None,
        (true, true, _) => Some(say!(validators.nobody)),
        (true, false, ROOT) => Some(say!(validators.about_root)),
        (true, false, _) => Some(say!(validators.about)),
    };
    let search = Search {
        hint: say!(validators.search_hint),
        about: say!(validators.search),
        testid: test_ids::VALIDATORS_SEARCH,
    };
    let found = Found {
        says,
        testid: test_ids::VALIDATORS_FOUND,
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(common.validators)}</h2>
            <p class="hint">{about}</p>
            <Toolbar table search found />
            <DataTable table row />
            <Proof reading=store.validators testid=test_ids::VALIDATORS_PROOF />
        </section>
    }
}

/// Reads what the owners have staked with their own validators, for as long as the table is shown.
fn own_stakes(store: Store, netuid: NetUid) -> Reading<Vec<(PositionKey, Alpha)>> {
    let own = Reading::new();
    let positions = Memo::new(move |_| {
        let positions = store.validators.with(|neurons| own_positions(netuid, neurons));
        positions.unwrap_or_default()
    });
    Effect::new(move |_| {
        let (opened, positions) = (store.opened.get(), positions.get());
        if opened > 0 && !positions.is_empty() {
            own.ask(store, ReadStakes { positions });
        } else {
            own.clear();
        }
    });
    on_cleanup(move || own.clear());
    own
}

fn columns(netuid: NetUid) -> Vec<Column<Validator>> {
    let here = move |_: &Validator| netuid;
    let mut columns = vec![
        Column::new("validator", say!(common.validator), "", move |row| {
            name(netuid, row)
        })
        .row_head(),
        Column::text(
            "take",
            say!(validators.take),
            say!(validators.take_about),
            |row: &Validator| row.neuron.take.to_string(),
        )
        .smallest_first(|row| row.neuron.take)
        .figure(),
        Column::new(
            "stake",
            say!(validators.stake),
            say!(validators.stake_about),
            alpha(here, |row: &Validator| row.neuron.stake),
        )
        .largest_first(|row| row.neuron.stake)
        .figure(),
        Column::new(
            "own",
            say!(validators.own),
            say!(validators.own_about),
            move |row| own_figure(netuid, row),
        )
        .largest_first(|row| row.own)
        .figure()
        .usually(WhereWide),
    ];
    if netuid != ROOT {
        columns.extend([
            Column::new(
                "root",
                say!(validators.root),
                say!(validators.root_about),
                tao(|row: &Validator| row.neuron.root_stake),
            )
            .largest_first(|row| row.neuron.root_stake)
            .figure()
            .usually(WhereWide),
            Column::text(
                "yearly",
                say!(validators.yearly),
                say!(validators.yearly_about),
                |row: &Validator| estimate(row).unwrap_or_default(),
            )
            .largest_first(|row| row.yearly)
            .figure()
            .usually(WhereWide),
        ]);
    }
    columns
}

fn row(validator: Memo<Validator>, cells: AnyView) -> impl IntoView {
    let hotkey = validator.with_untracked(|validator| validator.neuron.hotkey);
    view! {
        <tr
            data-testid=test_ids::VALIDATOR
            data-hotkey=hotkey.to_string()
            data-take=move || validator.read().neuron.take.0.to_string()
            data-stake=move || validator.read().neuron.stake.0.to_string()
            data-own=move || validator.read().own.map(|own| own.0.to_string())
            data-yearly=move || validator.read().yearly.map(|yearly| yearly.to_string())
        >
            {cells}
        </tr>
    }
}

fn name(netuid: NetUid, validator: Memo<Validator>) -> impl IntoView {
    let hotkey = validator.with_untracked(|validator| validator.neuron.hotkey);
    let stake = Route::Stake {
        netuid: Some(netuid),
        hotkey: Some(hotkey),
    };
    view! {
        <HotkeyLabel hotkey />
        <span class="under text-care" hidden=move || validator.read().neuron.active || netuid == ROOT>
            "△ " {say!(validators.no_weights_lately)}
        </span>
        // Where there is no room for the column.
        <span class="under narrow">{move || estimate(&validator.read())}</span>
        <span class="acts">
            <a href=stake.hash()>{say!(common.stake)}</a>
        </span>
    }
}

fn own_figure(netuid: NetUid, validator: Memo<Validator>) -> impl IntoView {
    let is_read = Memo::new(move |_| validator.read().own.is_some());
    let value = Signal::derive(move || validator.read().own.unwrap_or(Alpha::ZERO));
    move || is_read.get().then(|| view! { <AlphaFigure value netuid /> })
}

fn estimate(validator: &Validator) -> Option<String> {
    validator.yearly.map(|yearly| {
        let percent = format::percent(u32::try_from(yearly).unwrap_or(u32::MAX));
        say!(validators.yearly_rate, percent = percent)
    })
}
