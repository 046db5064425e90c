//! The validators of a subnet, to be compared: on the subnet's own page, and on the one that is for nothing else.

use leptos::prelude::*;
use taolight_bittensor::reads::PositionKey;
use taolight_locales::say;
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
        is_known
            .get()
            .then(|| match u32::try_from(page.read().found).unwrap_or(u32::MAX) {
                1 => say!(validators.found_one, count = 1),
                found => say!(validators.found_many, count = format::number(found)),
            })
    };
    let about = move || match (is_known.get(), is_empty.get(), netuid) {
        (false, _, _) => None,
        (true, true, _) => Some(say!(validators.nobody)),
        (true, false, ROOT) => Some(say!(validators.about_root)),
        (true, false, _) => Some(say!(validators.about)),
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
            <h2 id=TITLE>{say!(common.validators)}</h2>
            <p class="hint">{about}</p>
            <div class="toolbar">
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=say!(validators.search_hint)
                    aria-label=say!(validators.search)
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
                <table class="table validators">
                    <thead>
                        <tr>
                            <th scope="col">{say!(common.validator)}</th>
                            {head(Column::Take, "take", say!(validators.take), say!(validators.take_about), "figure")}
                            {head(Column::Stake, "stake", say!(validators.stake), say!(validators.stake_about), "figure")}
                            {head(Column::Own, "own", say!(validators.own), say!(validators.own_about), "figure wide")}
                            {(netuid != ROOT).then(|| head(Column::Root, "root", say!(validators.root), say!(validators.root_about), "figure wide"))}
                            {(netuid != ROOT).then(|| head(Column::Yearly, "yearly", say!(validators.yearly), say!(validators.yearly_about), "figure wide"))}
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
        let percent = format::percent(u32::try_from(yearly).unwrap_or(u32::MAX));
        say!(validators.yearly_rate, percent = percent)
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
                    "△ " {say!(validators.no_weights_lately)}
                </span>
                <span class="under narrow">{beside}</span>
                <span class="acts">
                    <a href=stake.hash()>{say!(common.stake)}</a>
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
