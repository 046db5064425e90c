//! The validators of a subnet, to be compared: on the subnet's own page, and on the one that is for nothing else.

use leptos::prelude::*;
use taolight_bittensor::reads::PositionKey;
use taolight_primitives::{Alpha, NetUid};
use taolight_protocol::engine::ReadStakes;

use crate::components::figure::{AlphaFigure, TaoFigure};
use crate::components::name::HotkeyLabel;
use crate::components::pager::Pager;
use crate::components::proof::Proof;
use crate::components::sort_head::SortHead;
use crate::naming::ROOT;
use crate::reading::Reading;
use crate::route::Route;
use crate::sort::Sort;
use crate::store::Store;
use crate::validators::{Column, Validator, View, compared, own_positions};
use crate::{format, test_ids};

const TITLE: &str = "validators-title";

/// The table. Its page reads the validators and the subnets.
#[component]
pub(crate) fn ValidatorTable(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let view = RwSignal::new(View::default());
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
    let page = Memo::new(move |_| {
        let view = view.read();
        view.of(&validators.read(), |hotkey| store.hotkey_text(hotkey))
    });
    let is_known = Memo::new(move |_| store.validators.is_known());
    let is_empty = Memo::new(move |_| validators.read().is_empty());
    let found = move || {
        let found = u32::try_from(page.read().found).unwrap_or(u32::MAX);
        is_known
            .get()
            .then(|| format::count(found, "validator", "validators"))
    };
    let about = move || match (is_known.get(), is_empty.get(), netuid) {
        (false, _, _) => None,
        (true, true, _) => Some("No neuron may set weights here yet."),
        (true, false, ROOT) => Some(
            "Stake on the root stays TAO. Its dividends come from the subnets on which a validator works, so there is no \
             estimate here.",
        ),
        (true, false, _) => Some(
            "All of these hold a validator permit. The estimate takes what stakers got in the last epoch, the take already \
             off, for a whole year: one epoch says little, and nothing of what alpha will be worth.",
        ),
    };
    let head = move |column, id, name, title, class| {
        let sort = Signal::derive(move || view.read().sort);
        let choose = Callback::new(move |column| {
            view.update(|view| {
                view.sort = view.sort.chosen(column);
                view.page = 0;
            });
        });
        head(column, id, name, title, class, sort, choose)
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>"Validators"</h2>
            <p class="hint">{about}</p>
            <div class="toolbar">
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="Name, address or number"
                    aria-label="Search validators by name, address or number"
                    data-testid=test_ids::VALIDATORS_SEARCH
                    on:input:target=move |event| {
                        let typed = event.target().value();
                        view.update(|view| {
                            view.search = typed;
                            view.page = 0;
                        });
                    }
                />
                <span class="hint" role="status" data-testid=test_ids::VALIDATORS_FOUND>
                    {found}
                </span>
                <Pager
                    number=Signal::derive(move || page.read().number)
                    pages=Signal::derive(move || page.read().pages)
                    turn=move |to| view.update(|view| view.page = to)
                />
            </div>
            <div class="table-frame" class:stale=move || store.stale_head().is_some() hidden=move || page.read().rows.is_empty()>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"Validator"</th>
                            {head(Column::Take, "take", "Take", "What it keeps of its stakers' dividends", "figure")}
                            {head(Column::Stake, "stake", "Stake", "All that is staked with it here", "figure")}
                            {head(Column::Own, "own", "Its own", "What its owner has staked with it here", "figure wide")}
                            {(netuid != ROOT).then(|| head(Column::Root, "root", "On the root", "TAO that is staked with it on the root", "figure wide"))}
                            {(netuid != ROOT).then(|| head(Column::Yearly, "yearly", "Estimate", "A year of epochs like the last one, in alpha", "figure wide"))}
                        </tr>
                    </thead>
                    <tbody>
                        {move || page.get().rows.into_iter().map(|validator| row(netuid, validator)).collect_view()}
                    </tbody>
                </table>
            </div>
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

fn head(
    column: Column,
    id: &'static str,
    name: &'static str,
    title: &'static str,
    class: &'static str,
    sort: Signal<Sort<Column>>,
    choose: Callback<Column>,
) -> impl IntoView {
    view! { <SortHead column id name title class sort choose testid=test_ids::VALIDATORS_SORT /> }
}

fn row(netuid: NetUid, validator: Validator) -> impl IntoView {
    let Validator { neuron, own, yearly } = validator;
    let hotkey = neuron.hotkey;
    let stake = Route::Stake {
        netuid: Some(netuid),
        hotkey: Some(hotkey),
    };
    let on_root = (netuid != ROOT).then(|| {
        view! {
            <td class="figure wide">
                <TaoFigure value=neuron.root_stake />
            </td>
        }
    });
    let said = yearly.map(|yearly| {
        format!(
            "≈ {} a year",
            format::percent(u32::try_from(yearly).unwrap_or(u32::MAX))
        )
    });
    // Where there is no room for the column.
    let beside = said.clone();
    let estimate = (netuid != ROOT).then(|| view! { <td class="figure wide">{said}</td> });
    view! {
        <tr
            data-testid=test_ids::VALIDATOR
            data-hotkey=hotkey.to_string()
            data-take=neuron.take.0.to_string()
            data-stake=neuron.stake.0.to_string()
            data-own=own.map(|own| own.0.to_string())
            data-yearly=yearly.map(|yearly| yearly.to_string())
        >
            <th scope="row">
                <HotkeyLabel hotkey />
                <span class="under care" hidden=neuron.active || netuid == ROOT>
                    "△ set no weights lately"
                </span>
                <span class="under narrow">{beside}</span>
                <span class="acts">
                    <a href=stake.hash()>"Stake"</a>
                </span>
            </th>
            <td class="figure">{neuron.take.to_string()}</td>
            <td class="figure">
                <AlphaFigure value=neuron.stake netuid />
            </td>
            <td class="figure wide">{own.map(|own| view! { <AlphaFigure value=own netuid /> })}</td>
            {on_root}
            {estimate}
        </tr>
    }
}
