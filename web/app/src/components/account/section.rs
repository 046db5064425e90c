//! A section that is read of the chain.

use leptos::prelude::*;
use taolight_bittensor::intents::Intent;
use taolight_locales::say;
use taolight_primitives::Verified;
use taolight_protocol::Method;

use crate::acts::Act;
use crate::components::proof::Proof;
use crate::components::submission::Submission;
use crate::reading::Reading;
use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

/// What is read while the section is shown, and again from time to time and after each transaction.
pub(super) fn read<M, T>(store: Store, method: M) -> Reading<T>
where
    M: Method<Reply = Verified<T>> + Clone + 'static,
    T: Clone + Send + Sync + 'static,
{
    let reading = Reading::new();
    store.after_each_change(move || reading.ask(store, method.clone()));
    on_cleanup(move || reading.stop());
    reading
}

/// A title, what was read, how well it is proven, and links to what can be done.
#[component]
pub(super) fn Section<T: Clone + Send + Sync + 'static>(
    /// What it is about.
    title: &'static str,
    /// Name for tests.
    testid: &'static str,
    /// What was read.
    reading: Reading<T>,
    /// What can be done, by the acts' names, each with a short name.
    acts: Vec<(&'static str, &'static str)>,
    /// Draws what was read.
    draw: fn(T) -> AnyView,
) -> impl IntoView {
    let links = acts.into_iter().filter_map(|(kind, name)| {
        let route = Route::Act {
            act: Act::of(kind)?,
            netuid: None,
            hotkey: None,
        };
        Some(view! {
            <a class="quiet-link" href=route.hash() data-testid=test_ids::ACT_LINK data-act=kind>
                {name}
            </a>
        })
    });
    let shown = Memo::new(move |_| reading.is_known());
    view! {
        <section class="panel" aria-label=title data-testid=testid>
            <div class="panel-head">
                <h2>{title}</h2>
                <span class="flex flex-wrap gap-x-4 gap-y-1">{links.collect_view()}</span>
            </div>
            <div class="text-sm">{move || shown.get().then(|| reading.get().map(|read| draw(read.value)))}</div>
            <Proof reading testid=test_ids::SECTION_PROOF />
        </section>
    }
}

/// A button that opens the review of something that needs no form.
#[component]
pub(super) fn DoButton(
    /// What is done.
    intent: Intent,
    /// What it is called.
    name: &'static str,
    /// What of it is meant, for people who do not see what stands beside the button.
    #[prop(into)]
    about: String,
    /// Where is told why there is no review.
    submission: Submission,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let open = move |_| {
        if submission.is_busy() {
            return;
        }
        submission.clear();
        if let Some(from) = submission.signer(store) {
            submission.review(store, from, None, std::future::ready(Ok(intent.clone())));
        }
    };
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm"
            data-testid=test_ids::DO
            aria-label=say!(account.button, name = name, about = about)
            aria-haspopup="dialog"
            on:click=open
        >
            {name}
        </button>
    }
}
