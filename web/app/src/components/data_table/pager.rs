//! Turning the pages of a long table.

use leptos::prelude::*;
use taolight_locales::say;

/// Two buttons; nothing where one page holds everything.
#[component]
pub(super) fn Pager(
    /// The page that is shown, from 0.
    #[prop(into)]
    number: Signal<usize>,
    /// How many there are.
    #[prop(into)]
    pages: Signal<usize>,
    /// Shows another.
    #[prop(into)]
    turn: Callback<usize>,
) -> impl IntoView {
    let is_last = move || number.get() + 1 >= pages.get();
    view! {
        <span class="join" hidden=move || { pages.get() < 2 }>
            <button
                type="button"
                class="btn btn-sm join-item"
                aria-label=say!(common.page_before)
                disabled=move || number.get() == 0
                on:click=move |_| turn.run(number.get_untracked().saturating_sub(1))
            >
                "‹"
            </button>
            <button
                type="button"
                class="btn btn-sm join-item"
                aria-label=say!(common.page_next)
                disabled=is_last
                on:click=move |_| turn.run(number.get_untracked().saturating_add(1))
            >
                "›"
            </button>
        </span>
    }
}
