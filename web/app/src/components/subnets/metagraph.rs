//! The neurons of a subnet, a page at a time.

use leptos::prelude::*;
use taolight_bittensor::reads::Neuron;
use taolight_locales::say;
use taolight_primitives::NetUid;
use taolight_protocol::engine::ReadNeurons;

use crate::components::figure::AlphaFigure;
use crate::components::name::HotkeyLabel;
use crate::components::pager::Pager;
use crate::components::proof::Proof;
use crate::components::sort_head::SortHead;
use crate::metagraph::{Column, View};
use crate::sort::Sort;
use crate::store::Store;
use crate::{format, test_ids};

const TITLE: &str = "metagraph-title";
/// As many as a subnet can have.
const MOST: u16 = 4_096;

/// The table.
#[component]
pub(super) fn Metagraph(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    Effect::new(move |_| {
        let opened = store.opened.get();
        store.metagraph.clear();
        if opened > 0 {
            store.metagraph.ask(
                store,
                ReadNeurons {
                    netuid,
                    from: 0,
                    count: MOST,
                },
            );
        }
    });
    on_cleanup(move || store.metagraph.clear());

    let view = RwSignal::new(View::default());
    let page = Memo::new(move |_| {
        let name = |hotkey| store.hotkey_text(hotkey);
        let page = store.metagraph.with(|neurons| view.read().of(neurons, name));
        page.unwrap_or_default()
    });
    let is_known = Memo::new(move |_| store.metagraph.is_known());
    let found = move || {
        let page = page.read();
        is_known.get().then(|| match page.found {
            0 => say!(subnets.metagraph.none_found).to_owned(),
            1 => say!(
                subnets.metagraph.found_one,
                count = 1,
                page = page.number + 1,
                pages = page.pages
            ),
            found => say!(
                subnets.metagraph.found_many,
                count = format::number(u32::try_from(found).unwrap_or(u32::MAX)),
                page = page.number + 1,
                pages = page.pages
            ),
        })
    };
    let sort = Signal::derive(move || view.read().sort);
    let choose = Callback::new(move |column| {
        view.update(|view| {
            view.sort = view.sort.chosen(column);
            view.page = 0;
        });
    });
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(subnets.metagraph.title)}</h2>
            <div class="toolbar">
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=say!(subnets.metagraph.search_hint)
                    aria-label=say!(subnets.metagraph.search)
                    data-testid=test_ids::METAGRAPH_SEARCH
                    on:input:target=move |event| {
                        let typed = event.target().value();
                        view.update(|view| {
                            view.search = typed;
                            view.page = 0;
                        });
                    }
                />
                <span class="hint" role="status" data-testid=test_ids::METAGRAPH_FOUND>
                    {found}
                </span>
                <Pager
                    number=Signal::derive(move || page.read().number)
                    pages=Signal::derive(move || page.read().pages)
                    turn=move |to| view.update(|view| view.page = to)
                />
            </div>
            <div class="table-frame" class:stale=move || store.stale_head().is_some() hidden=move || page.read().rows.is_empty()>
                <table class="table metagraph">
                    <thead>
                        <tr>
                            {head(Column::Uid, "uid", say!(subnets.metagraph.uid), say!(subnets.metagraph.uid_about), "", sort, choose)}
                            <th scope="col">{say!(common.hotkey)}</th>
                            {head(Column::Stake, "stake", say!(subnets.metagraph.stake), say!(subnets.metagraph.stake_about), "figure", sort, choose)}
                            {head(Column::Incentive, "incentive", say!(subnets.metagraph.incentive), say!(subnets.metagraph.incentive_about), "figure", sort, choose)}
                            {head(Column::Dividends, "dividends", say!(subnets.metagraph.dividends), say!(subnets.metagraph.dividends_about), "figure wide", sort, choose)}
                            {head(Column::Emission, "emission", say!(subnets.metagraph.emission), say!(subnets.metagraph.emission_about), "figure wide", sort, choose)}
                            {head(Column::Trust, "trust", say!(subnets.metagraph.trust), say!(subnets.metagraph.trust_about), "figure wide", sort, choose)}
                            {head(Column::Updated, "updated", say!(subnets.metagraph.weights), say!(subnets.metagraph.weights_about), "figure wide", sort, choose)}
                        </tr>
                    </thead>
                    <tbody>
                        {move || page.get().rows.into_iter().map(|neuron| row(netuid, neuron)).collect_view()}
                    </tbody>
                </table>
            </div>
            <Proof reading=store.metagraph testid=test_ids::METAGRAPH_PROOF />
        </section>
    }
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
    view! { <SortHead column id name title class sort choose testid=test_ids::METAGRAPH_SORT /> }
}

fn row(netuid: NetUid, neuron: Neuron) -> impl IntoView {
    let Neuron {
        uid, hotkey, axon, ..
    } = neuron;
    let axon = axon.map(|axon| {
        let address = format!("{}:{}", axon.ip, axon.port);
        say!(subnets.metagraph.answers_at, address = address)
    });
    let updated = (neuron.last_update > 0).then(|| format::number(neuron.last_update));
    view! {
        <tr data-testid=test_ids::NEURON data-uid=uid.to_string() data-hotkey=hotkey.to_string()>
            <td class="netuid-cell">{uid.to_string()}</td>
            <th scope="row">
                <HotkeyLabel hotkey />
                {neuron.validator_permit.then(|| view! { <span class="under">{say!(subnets.metagraph.is_validator)}</span> })}
                {axon.map(|axon| view! { <span class="under code wide">{axon}</span> })}
            </th>
            <td class="figure">
                <AlphaFigure value=neuron.stake netuid />
            </td>
            <td class="figure">{neuron.incentive.to_string()}</td>
            <td class="figure wide">{neuron.dividends.to_string()}</td>
            <td class="figure wide">
                <AlphaFigure value=neuron.emission netuid />
            </td>
            <td class="figure wide">{neuron.validator_trust.to_string()}</td>
            <td class="figure wide">{updated}</td>
        </tr>
    }
}
