//! The sheet that brings accounts, step by step.

use leptos::prelude::*;
use taolight_primitives::AccountId;

use crate::components::import::open::OpenStep;
use crate::components::import::outcome::OutcomeStep;
use crate::components::import::progress::{Progress, Step};
use crate::components::import::source::SourceStep;
use crate::page;
use crate::store::Store;

/// What to import, then what opens it, then what became of it.
#[component]
pub(crate) fn ImportSheet(
    /// The damaged account whose secret is brought again, if it is about one.
    again: Option<AccountId>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let progress = Progress::new(store, again);
    // Why the vault could not read what was handed to it.
    let unread = RwSignal::new(None);
    Effect::new(move |_| {
        progress.step.track();
        page::focus_sheet();
    });
    move || match progress.step.get() {
        Step::Source => view! { <SourceStep progress unread /> }.into_any(),
        Step::Open(detected) => view! { <OpenStep progress unread detected /> }.into_any(),
        Step::Done => view! { <OutcomeStep progress /> }.into_any(),
    }
}
