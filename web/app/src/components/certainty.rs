//! How sure a value is: a shape first, then a word, a colour last.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::Level;

use crate::words;

/// The mark of a level: `●` finalized, `◐` best block, `○` cached, `△` not verified.
///
/// The word stands beside it where `spelled`, else it comes up on hover, focus and long press.
#[component]
pub(crate) fn Certainty(
    /// How sure.
    #[prop(into)]
    level: Signal<Level>,
    /// Whether the word stands beside the shape.
    #[prop(optional)]
    spelled: bool,
    /// Name for tests.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let word = move || words::level(level.get()).0;
    let meaning = move || words::level(level.get()).1;
    let shape = view! {
        <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
            <path fill-rule="evenodd" d=move || shape(level.get()) />
        </svg>
    };
    let level_name = move || words::level_name(level.get());
    if spelled {
        view! {
            <span class="whitespace-nowrap" data-testid=testid data-level=level_name>
                {shape}
                <span class="pl-1">{word}</span>
            </span>
        }
        .into_any()
    } else {
        let label = move || say!(chain.level.spoken, word = word(), meaning = meaning());
        view! {
            <span
                class="tipped p-1 whitespace-nowrap"
                data-testid=testid
                data-level=level_name
                role="img"
                tabindex="0"
                aria-label=label
            >
                {shape}
                <span class="tip" aria-hidden="true">
                    <strong>{word}</strong>
                    " "
                    {meaning}
                </span>
            </span>
        }
        .into_any()
    }
}

/// The outline of a level's mark in a square of 12.
fn shape(level: Level) -> &'static str {
    match level {
        Level::Finalized => "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10z",
        Level::Best => "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10zm0 1.4a3.6 3.6 0 0 1 0 7.2z",
        Level::Cached => "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10zm0 1.4a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 0 1 0-7.2z",
        Level::Unverified => "M6 .8 11.6 11H.4zm0 2.9L2.8 9.6h6.4z",
    }
}
