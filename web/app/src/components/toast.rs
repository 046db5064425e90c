//! The latest transaction for as long as it is under way, on every page: whoever signed sees at once what becomes of it,
//! wherever on the page they are.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::BlockHash;
use taolight_protocol::engine::{JournalEntry, TransactionState};

use crate::components::activity::{State, headline};
use crate::route::Route;
use crate::store::Store;
use crate::{test_ids, words};

/// How long a transaction that did what it was to do is shown after its end. Any other stays until it is closed.
const STAYS_MS: u32 = 8_000;

/// Shows it.
#[component]
pub(crate) fn Toast() -> impl IntoView {
    let store = expect_context::<Store>();
    let shown = RwSignal::new(None::<BlockHash>);
    let latest = Memo::new(move |_| {
        let journal = store.journal.read();
        journal
            .as_deref()?
            .first()
            .map(|entry| (entry.hash, entry.state.clone()))
    });
    let closed = StoredValue::new(None::<BlockHash>);
    let close = move |hash| {
        closed.set_value(Some(hash));
        shown.set(None);
    };
    Effect::new(move |_| match latest.get() {
        None => shown.set(None),
        Some((hash, state)) if !state.is_final() => {
            shown.set((closed.get_value() != Some(hash)).then_some(hash));
        }
        Some((hash, state)) if shown.get_untracked() == Some(hash) && words::is_done(&state) => {
            let hide = move || {
                // By then the page may be drawn anew, and this one gone.
                let _ = shown.try_update(|shown| *shown = shown.filter(|shown| *shown != hash));
            };
            Timeout::new(STAYS_MS, hide).forget();
        }
        Some(_) => {}
    });
    let entry = move |hash| {
        let journal = store.journal.read_untracked();
        journal
            .as_deref()?
            .iter()
            .find(|entry| entry.hash == hash)
            .cloned()
    };
    let state = Signal::derive(move || latest.get().map(|(_, state)| state));
    view! {
        <div
            class="pointer-events-none fixed inset-x-2 bottom-[calc(64px+env(safe-area-inset-bottom))] z-2 md:inset-x-auto md:right-4 md:bottom-4"
            role="status"
        >
            {move || shown.get().and_then(entry).map(|entry| view! { <Shown entry state close /> })}
        </div>
    }
}

#[component]
fn Shown(
    entry: JournalEntry,
    state: Signal<Option<TransactionState>>,
    #[prop(into)] close: Callback<BlockHash>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let hash = entry.hash;
    view! {
        <div class="panel flex-row items-center gap-4 py-3 text-sm md:max-w-120 md:py-3" data-testid=test_ids::TOAST>
            <div class="grid min-w-0 flex-1 gap-0.5">
                {headline(&entry, store)}
                <span class="entry-state">{move || state.get().map(|state| view! { <State state /> })}</span>
            </div>
            <a class="quiet-link pointer-events-auto" href=Route::Activity.hash()>
                {say!(activity.title)}
            </a>
            <button
                type="button"
                class="btn btn-ghost btn-sm pointer-events-auto"
                aria-label=say!(common.close)
                data-testid=test_ids::TOAST_CLOSE
                on:click=move |_| close.run(hash)
            >
                <span aria-hidden="true">"✕"</span>
            </button>
        </div>
    }
}
