//! The table of what is staked: by account and subnet, and with whom.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::portfolio::rows::{HoldingRow, PositionRow};
use crate::holdings::{Row, rows};
use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

const TITLE: &str = "positions-title";

/// The table, or what to do first.
#[component]
pub(super) fn Positions() -> impl IntoView {
    let store = expect_context::<Store>();
    let rows = Memo::new(move |_| store.portfolio.with(rows).unwrap_or_default());
    let is_empty = Memo::new(move |_| rows.read().is_empty());
    let is_known = Memo::new(move |_| store.portfolio.is_known());
    let can_leave = Memo::new(move |_| !is_empty.get() && !store.is_watched_only());
    let row = |row: Row| match row {
        Row::Holding { coldkey, netuid } => view! { <HoldingRow coldkey netuid /> }.into_any(),
        Row::Position {
            coldkey,
            netuid,
            hotkey,
        } => view! { <PositionRow coldkey netuid hotkey /> }.into_any(),
    };
    view! {
        <section class="panel" aria-labelledby=TITLE hidden=move || !is_known.get()>
            <div class="panel-head">
                <h2 id=TITLE>{say!(portfolio.stake)}</h2>
                <span class="flex flex-wrap gap-x-4 gap-y-1">
                    <a
                        class="quiet-link"
                        href=Route::Leaving.hash()
                        data-testid=test_ids::LEAVING_OPEN
                        hidden=move || !can_leave.get()
                    >
                        {Route::Leaving.title()}
                    </a>
                    <a class="quiet-link" href=Route::STAKE.hash()>
                        {move || if is_empty.get() { say!(portfolio.stake_first) } else { say!(portfolio.stake_more) }}
                    </a>
                </span>
            </div>
            <p class="hint mt-2" data-testid=test_ids::PORTFOLIO_EMPTY hidden=move || !is_empty.get()>
                {say!(portfolio.nothing_staked)}
            </p>
            <div class="table-frame" class:stale=move || store.stale_head().is_some() hidden=is_empty>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{say!(portfolio.subnet_and_validator)}</th>
                            <th scope="col" class="figure">
                                {say!(portfolio.stake)}
                            </th>
                            <th scope="col" class="figure max-md:hidden">
                                {say!(portfolio.at_spot)}
                            </th>
                            <th scope="col" class="figure">
                                {say!(portfolio.if_sold)}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|row| *row children=row />
                    </tbody>
                </table>
            </div>
        </section>
    }
}
