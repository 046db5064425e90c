//! A subnet's miners, what to expect of each, and choosing those that are asked.

use std::collections::BTreeSet;

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::miners::MinerRow;
use web_sys::HtmlInputElement;

use crate::columns::Place::WhereWide;
use crate::components::data_table::column::Column;
use crate::components::data_table::toolbar::{Found, Search, Toolbar};
use crate::components::data_table::{DataTable, Kind, Table};
use crate::components::miners::ask::Ask;
use crate::components::miners::verdict::VerdictWords;
use crate::components::name::HotkeyLabel;
use crate::components::proof::Proof;
use crate::components::switch::Switch;
use crate::miners::{Desk, MOST, found};
use crate::sort::Sort;
use crate::store::Store;
use crate::table_view::View;
use crate::{test_ids, words};

const TITLE: &str = "miners-title";
/// As many as one button chooses.
const TOP: usize = 8;

const KIND: Kind = Kind {
    class: "miners",
    sort: test_ids::MINERS_SORT,
    choosable: None,
};

/// The table.
#[component]
pub(super) fn MinerTable(desk: Desk) -> impl IntoView {
    let store = expect_context::<Store>();
    let view = RwSignal::new(View::new(Sort::down("incentive")));
    // Whether those without an address are shown, too.
    let all = RwSignal::new(false);
    let table = Table::new(KIND, view, columns(desk), move |view, order| {
        let name = |hotkey| store.hotkey_text(hotkey);
        desk.miners(|rows| found(view, order, rows, all.get(), name))
    });
    let is_known = Memo::new(move |_| desk.table.is_known());
    let says = Signal::derive(move || {
        is_known.get().then(|| {
            let chosen = desk.chosen.read().len();
            let found = match (table.page.read().found, all.get()) {
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
    });
    let search = Search {
        hint: say!(miners.table.search),
        about: say!(miners.table.search_about),
        testid: test_ids::MINERS_SEARCH,
    };
    let found = Found {
        says,
        testid: test_ids::MINERS_FOUND,
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(common.miners)}</h2>
            <Toolbar table search found>
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::MINERS_TOP
                    on:click=move |_| desk.choose_top(TOP)
                >
                    {say!(miners.table.top, count = TOP)}
                </button>
                <button
                    type="button"
                    class="btn btn-ghost btn-sm"
                    data-testid=test_ids::MINERS_NONE
                    on:click=move |_| desk.chosen.update(BTreeSet::clear)
                >
                    {say!(miners.table.choose_none)}
                </button>
                <Switch
                    testid=test_ids::MINERS_ALL
                    label=say!(miners.table.all)
                    class=""
                    checked=all
                    change=move |wanted| {
                        all.set(wanted);
                        view.update(|view| view.page = 0);
                    }
                />
            </Toolbar>
            <DataTable table row />
            <Proof reading=desk.table testid=test_ids::MINERS_PROOF />
            <Ask desk />
        </section>
    }
}

fn columns(desk: Desk) -> Vec<Column<MinerRow>> {
    vec![
        Column::new("ask", say!(miners.table.ask), "", move |row| choice(desk, row)).nameless(),
        Column::text(
            "uid",
            say!(miners.table.uid),
            say!(miners.table.uid_about),
            |row: &MinerRow| row.uid.to_string(),
        )
        .class("netuid-cell")
        .smallest_first(|row| row.uid),
        Column::new("miner", say!(common.miner), "", move |row| about(desk, row)).row_head(),
        Column::text(
            "incentive",
            say!(miners.table.incentive),
            say!(miners.table.incentive_about),
            |row: &MinerRow| row.incentive.to_string(),
        )
        .largest_first(|row| row.incentive)
        .figure(),
        Column::new("address", say!(common.address), "", address).usually(WhereWide),
        Column::new("expect", say!(miners.table.expect), "", verdict)
            .class("expect")
            .usually(WhereWide),
    ]
}

fn row(miner: Memo<MinerRow>, cells: AnyView) -> impl IntoView {
    let (uid, hotkey) = miner.with_untracked(|miner| (miner.uid, miner.hotkey));
    let codes = move || {
        let miner = miner.read();
        let codes = miner.verdict.findings.iter();
        let codes = codes.map(|finding| finding.code.as_str());
        codes.collect::<Vec<_>>().join(" ")
    };
    view! {
        <tr
            data-testid=test_ids::MINER
            data-uid=uid.to_string()
            data-hotkey=hotkey.to_string()
            data-outcome=move || words::miners::outcome_name(miner.read().verdict.outcome)
            data-findings=codes
        >
            {cells}
        </tr>
    }
}

fn choice(desk: Desk, miner: Memo<MinerRow>) -> impl IntoView {
    let uid = miner.with_untracked(|miner| miner.uid);
    let toggle = move |event: Targeted<Event, HtmlInputElement>| desk.choose(uid, event.target().checked());
    view! {
        <input
            type="checkbox"
            class="checkbox checkbox-xs"
            aria-label=say!(miners.table.ask_miner, uid = uid)
            data-testid=test_ids::MINER_CHOOSE
            disabled=move || miner.read().axon.is_none()
            prop:checked=move || desk.chosen.read().contains(&uid)
            on:change:target=toggle
        />
    }
}

fn about(desk: Desk, miner: Memo<MinerRow>) -> impl IntoView {
    let (uid, hotkey) = miner.with_untracked(|miner| (miner.uid, miner.hotkey));
    let permit = move || {
        let permit = miner.read().permit;
        permit.then(|| view! { <span class="under">{say!(miners.table.validator)}</span> })
    };
    let place = move || {
        let axon = miner.read().axon.clone();
        axon.map(|axon| view! { <span class="under code">{axon.address}</span> })
    };
    view! {
        <HotkeyLabel hotkey />
        {permit}
        // Where there is no room for the columns.
        <span class="narrow">
            {place}
            {version(miner)}
            {verdict(miner)}
        </span>
        {probed(desk, uid)}
    }
}

fn probed(desk: Desk, uid: u16) -> impl IntoView {
    let probed = Memo::new(move |_| desk.probed.read().get(&uid).cloned());
    move || {
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
    }
}

fn address(miner: Memo<MinerRow>) -> impl IntoView {
    let place = move || {
        let axon = miner.read().axon.clone();
        axon.map(|axon| view! { <span class="code">{axon.address}</span> })
    };
    view! {
        {place}
        {version(miner)}
    }
}

fn version(miner: Memo<MinerRow>) -> impl IntoView {
    move || {
        let version = miner.read().axon.as_ref().map(|axon| axon.version);
        version.map(
            |version| view! { <span class="under">{say!(miners.table.version, version = version)}</span> },
        )
    }
}

fn verdict(miner: Memo<MinerRow>) -> impl IntoView {
    let verdict = Memo::new(move |_| miner.read().verdict.clone());
    move || view! { <VerdictWords verdict=verdict.get() /> }
}
