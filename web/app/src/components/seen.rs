//! What touched the accounts and was not signed here: money that came in, what a proxy did, what another wallet with the
//! same key signed. It says since when it is complete.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{AccountId, Level, Rao};

use crate::components::certainty::Certainty;
use crate::components::copy_button::CopyButton;
use crate::seen::{Coverage, DAY_MS, Elsewhere};
use crate::store::Store;
use crate::{format, seen, test_ids, words};

const TITLE: &str = "seen-title";

/// The list and its coverage.
#[component]
pub(crate) fn SeenPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let entries = Memo::new(move |_| store.elsewhere());
    let coverage = Memo::new(move |_| seen::coverage(&store.activity.read()));
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE>{say!(activity.seen)}</h2>
            </div>
            {move || match coverage.get() {
                Some(coverage) => view! { <Covered coverage /> }.into_any(),
                None => view! { <p class="hint">{say!(activity.seen_not_yet)}</p> }.into_any(),
            }}
            <ul>
                <For
                    each=move || entries.get()
                    key=|entry| (entry.account, entry.seen.block.hash, entry.seen.touches.len())
                    let:entry
                >
                    <Entry entry />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Covered(coverage: Coverage) -> impl IntoView {
    let store = expect_context::<Store>();
    let covered = Memo::new(move |_| store.now_ms.get().saturating_sub(coverage.since_ms).min(DAY_MS));
    let percent = move || covered.get().saturating_mul(100) / DAY_MS;
    let label = move || say!(activity.coverage, percent = percent());
    view! {
        <p class="hint" data-testid=test_ids::SEEN_SINCE data-block=coverage.since.number.to_string()>
            {say!(
                activity.seen_since,
                block = format::block(coverage.since.number),
                time = format::exact_time(coverage.since_ms)
            )}
        </p>
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 pb-2">
            <meter class="h-2.5 flex-[0_1_240px]" min="0" max="100" value=percent aria-label=label></meter>
            <span class="hint">{label}</span>
        </div>
    }
}

#[component]
fn Entry(entry: Elsewhere) -> impl IntoView {
    let store = expect_context::<Store>();
    let Elsewhere {
        account,
        seen,
        beside_own,
    } = entry;
    let name = move |of: AccountId| store.known_name(of).unwrap_or_else(|| format::short_address(of));
    let lines = {
        let seen = seen.clone();
        move || words::seen(&seen, account, &name)
    };
    let change = (!beside_own).then(|| change(seen.before, seen.after));
    let time_ms = seen.time_ms;
    view! {
        <li class="entry" data-testid=test_ids::SEEN_ENTRY data-account=account.to_string()>
            <div class="panel-head">
                <span class="font-semibold">
                    {move || lines().into_iter().map(|line| view! { <span class="block">{line}</span> }).collect_view()}
                </span>
                <span class="entry-state">
                    <Certainty level=Level::Finalized />
                    <span>{change}</span>
                </span>
            </div>
            <details>
                <summary class="text-xs">
                    <span title=format::exact_time(time_ms)>
                        {move || format::age(store.now_ms.get(), time_ms)}
                    </span>
                    " · "
                    {move || name(account)}
                    " · "
                    {say!(activity.details)}
                </summary>
                <dl class="rows stacked">
                    <dt>{say!(common.account)}</dt>
                    <dd class="code">{account.to_string()}</dd>
                    <dt>{say!(common.block)}</dt>
                    <dd>
                        {format::block(seen.block.number)} " "
                        <span class="code">{seen.block.hash.to_string()}</span>
                        <CopyButton text=seen.block.hash.to_string() about=say!(common.copy_block_hash) />
                    </dd>
                    <dt>{say!(activity.balance_change)}</dt>
                    <dd>
                        {format!("{} {1} → {2} {1}", format::amount(seen.before), format::TAU, format::amount(seen.after))}
                    </dd>
                </dl>
            </details>
        </li>
    }
}

/// The difference with its sign.
fn change(before: Rao, after: Rao) -> String {
    let (sign, amount) = match after.checked_sub(before) {
        Some(more) => ("+", more),
        None => ("−", before.saturating_sub(after)),
    };
    format!("{sign}{} {}", format::amount(amount), format::TAU)
}
