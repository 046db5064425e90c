//! What to expect of a miner, with the reasons.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::miners::Verdict;

use crate::words;

/// In a few words, with the weightiest reason; the others on demand.
#[component]
pub(super) fn VerdictWords(verdict: Verdict) -> impl IntoView {
    let outcome = verdict.outcome;
    let mut reasons = words::miners::reasons(&verdict).into_iter();
    let first = reasons
        .next()
        .map(|reason| view! { <span class="under">{reason}</span> });
    let others: Vec<_> = reasons.collect();
    let count = others.len();
    let others = (count > 0).then(|| {
        let lines = others
            .into_iter()
            .map(|reason| view! { <li>{reason}</li> })
            .collect_view();
        view! {
            <details class="text-xs">
                <summary class="text-xs">{say!(miners.verdict.more, count = count)}</summary>
                <ul class="text-muted *:py-0.5">{lines}</ul>
            </details>
        }
    });
    view! {
        <span class=format!("font-semibold {}", words::miners::outcome_class(outcome))>
            <span aria-hidden="true">{words::miners::outcome_mark(outcome)} " "</span>
            {words::miners::outcome(outcome)}
        </span>
        {first}
        {others}
    }
}
