//! Copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;

use crate::page;

/// A button that copies; it shows for a moment that it did. Not drawn where the browser forbids copying.
#[component]
pub(crate) fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What the button does, for people who do not see what stands beside it.
    about: &'static str,
    /// Name for tests.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            if page::copy(&text).await {
                copied.set(true);
                gloo_timers::future::sleep(Duration::from_secs(2)).await;
                // The button may be gone by now.
                let _ = copied.try_set(false);
            }
        });
    };
    page::has_clipboard().then(|| {
        view! {
            <button type="button" class="btn btn-ghost btn-sm" data-testid=testid aria-label=about on:click=copy>
                <span aria-live="polite">{move || if copied.get() { say!(common.copied) } else { say!(common.copy) }}</span>
            </button>
        }
    })
}
