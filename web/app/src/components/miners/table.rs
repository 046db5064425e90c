//! A subnet's miners, what to expect of each, and choosing those that are asked.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::miners::MinerRow;

use crate::components::miners::ask::Ask;
use crate::components::miners::verdict::VerdictWords;
use crate::components::name::HotkeyLabel;
use crate::components::pager::Pager;
use crate::components::proof::Proof;
use crate::components::sort_head::SortHead;
use crate::miners::{Column, Desk, MOST, View};
use crate::store::Store;
use crate::{test_ids, words};

const TITLE: &str = "miners-title";
/// As many as one button chooses.
const TOP: usize = 8;

/// The table.
#[component]
pub(super) fn MinerTable(desk: Desk) -> impl IntoView {
    let store = expect_context::<Store>();
    let view = RwSignal::new(View::default());
    let page = Memo::new(move |_| {
        let name = |hotkey| store.hotkey_text(hotkey);
        desk.miners(|rows| view.read().of(rows, name))
    });
    let is_known = Memo::new(move |_| desk.table.is_known());
    let found = move || {
        is_known.get().then(|| {
            let page = page.read();
            let chosen = desk.chosen.read().len();
            let found = match (page.found, view.read().all) {
                (0, _) => say!(miners.table.found_none).to_owned(),
                (found, false) => words::miners::found_miners(found),
                (found, true) => words::miners::found_neurons(found),
            };
            if chosen == MOST {
                say!(miners.table.chosen_most, found = found, chosen = chosen)
            } else {
                say!(miners.table.chosen, found = found, chosen = chosen)
            }
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
            <h2 id=TITLE>{say!(common.miners)}</h2>
            <div class="toolbar">
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=say!(miners.table.search)
                    aria-label=say!(miners.table.search_about)
                    data-testid=test_ids::MINERS_SEARCH
                    on:input:target=move |event| {
                        let typed = event.target().value();
                        view.update(|view| {
                            view.search = typed;
                            view.page = 0;
                        });
                    }
                />
                <button type="button" data-testid=test_ids::MINERS_TOP on:click=move |_| desk.choose_top(TOP)>
                    {say!(miners.table.top, count = TOP)}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-testid=test_ids::MINERS_NONE
                    on:click=move |_| desk.chosen.update(std::collections::BTreeSet::clear)
                >
                    {say!(miners.table.choose_none)}
                </button>
                <label class="switch">
                    <input
                        type="checkbox"
                        role="switch"
                        data-testid=test_ids::MINERS_ALL
                        on:change:target=move |event| {
                            let all = event.target().checked();
                            view.update(|view| {
                                view.all = all;
                                view.page = 0;
                            });
                        }
                    />
                    {say!(miners.table.all)}
                </label>
                <span class="hint" role="status" data-testid=test_ids::MINERS_FOUND>
                    {found}
                </span>
                <Pager
                    number=Signal::derive(move || page.read().number)
                    pages=Signal::derive(move || page.read().pages)
                    turn=move |to| view.update(|view| view.page = to)
                />
            </div>
            <div
                class="table-frame"
                class:stale=move || store.stale_head().is_some()
                hidden=move || page.read().rows.is_empty()
            >
                <table class="table miners">
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="hidden">{say!(miners.table.ask)}</span>
                            </th>
                            <SortHead
                                column=Column::Uid
                                id="uid"
                                name=say!(miners.table.uid)
                                title=say!(miners.table.uid_about)
                                sort
                                choose
                                testid=test_ids::MINERS_SORT
                            />
                            <th scope="col">{say!(common.miner)}</th>
                            <SortHead
                                column=Column::Incentive
                                id="incentive"
                                name=say!(miners.table.incentive)
                                title=say!(miners.table.incentive_about)
                                class="figure"
                                sort
                                choose
                                testid=test_ids::MINERS_SORT
                            />
                            <th scope="col" class="wide">{say!(common.address)}</th>
                            <th scope="col" class="wide">{say!(miners.table.expect)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || page.get().rows.into_iter().map(|row| view! { <Row desk row /> }).collect_view()}
                    </tbody>
                </table>
            </div>
            <Proof reading=desk.table testid=test_ids::MINERS_PROOF />
            <Ask desk />
        </section>
    }
}

#[component]
fn Row(desk: Desk, row: MinerRow) -> impl IntoView {
    let MinerRow {
        uid,
        hotkey,
        incentive,
        permit,
        axon,
        verdict,
    } = row;
    let outcome = words::miners::outcome_name(verdict.outcome);
    let codes = verdict.findings.iter().map(|finding| finding.code.as_str());
    let codes = codes.collect::<Vec<_>>().join(" ");
    let address = axon.as_ref().map(|axon| axon.address.clone());
    let version = axon
        .as_ref()
        .map(|axon| say!(miners.table.version, version = axon.version));
    let probed = Memo::new(move |_| desk.probed.read().get(&uid).cloned());
    let probe_lines = move || {
        probed.get().map(|probed| {
            let lines = words::miners::probed(&probed)
                .into_iter()
                .map(|line| view! { <span class="under">{line}</span> })
                .collect_view();
            view! {
                <span
                    data-testid=test_ids::MINER_PROBED
                    data-identity=probed.identity.map(words::miners::identity_name)
                    data-code=probed.failure.map(|failure| failure.code)
                >
                    {lines}
                </span>
            }
        })
    };
    let has_axon = axon.is_some();
    let toggle = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        desk.choose(uid, event.target().checked());
    };
    view! {
        <tr
            data-testid=test_ids::MINER
            data-uid=uid.to_string()
            data-hotkey=hotkey.to_string()
            data-outcome=outcome
            data-findings=codes
        >
            <td>
                <input
                    type="checkbox"
                    aria-label=say!(miners.table.ask_miner, uid = uid)
                    data-testid=test_ids::MINER_CHOOSE
                    disabled=!has_axon
                    prop:checked=move || desk.chosen.read().contains(&uid)
                    on:change:target=toggle
                />
            </td>
            <td class="netuid-cell">{uid.to_string()}</td>
            <th scope="row">
                <HotkeyLabel hotkey />
                {permit.then(|| view! { <span class="under">{say!(miners.table.validator)}</span> })}
                <span class="narrow">
                    {address.clone().map(|address| view! { <span class="under code">{address}</span> })}
                    {version.clone().map(|version| view! { <span class="under">{version}</span> })}
                    <VerdictWords verdict=verdict.clone() />
                </span>
                {probe_lines}
            </th>
            <td class="figure">{incentive.to_string()}</td>
            <td class="wide">
                {address.map(|address| view! { <span class="code">{address}</span> })}
                {version.map(|version| view! { <span class="under">{version}</span> })}
            </td>
            <td class="wide expect">
                <VerdictWords verdict />
            </td>
        </tr>
    }
}
