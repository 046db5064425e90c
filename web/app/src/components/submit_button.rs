//! The button that does what a form is for.

use leptos::prelude::*;

use crate::attempt::Attempt;
use crate::store::Store;

/// Named by the act; says so while it lasts, and waits after too many wrong passwords.
#[component]
pub(crate) fn SubmitButton(
    /// Name for tests.
    testid: &'static str,
    /// What the form asks.
    attempt: Attempt,
    /// The act.
    label: &'static str,
    /// The act while it lasts.
    busy_label: &'static str,
    /// Whether it is not the main thing to do.
    #[prop(optional)]
    is_minor: bool,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let waits = Memo::new(move |_| attempt.seconds_left(store.now_ms.get()) > 0);
    view! {
        // A button that is disabled loses the focus, and an attempt never runs twice at once anyway.
        <button
            type="submit"
            class="btn"
            class:btn-primary=!is_minor
            data-testid=testid
            disabled=waits
            aria-disabled=move || attempt.is_busy().to_string()
        >
            {move || if attempt.is_busy() { busy_label } else { label }}
        </button>
    }
}
