//! The vault's lock in the strip.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_protocol::vault::LockState;

use crate::store::Store;
use crate::test_ids;

/// Shows whether the vault is locked, and locks or unlocks it. Not there while there is no vault.
#[component]
pub(crate) fn LockButton() -> impl IntoView {
    let store = expect_context::<Store>();
    let state = Memo::new(move |_| store.lock_state());
    let is_unlocked = move || state.get() == Some(LockState::Unlocked);
    let name = move || match state.get() {
        None => "starting",
        Some(LockState::Empty) => "empty",
        Some(LockState::Locked) => "locked",
        Some(LockState::Unlocked) => "unlocked",
        Some(LockState::Damaged) => "damaged",
    };
    let is_needless = move || match state.get() {
        None => store.accounts.read().as_ref().is_none_or(Vec::is_empty),
        Some(LockState::Empty) => true,
        Some(LockState::Locked | LockState::Unlocked | LockState::Damaged) => false,
    };
    let click = move |_| {
        spawn_local(async move {
            if store.is_unlocked_now() {
                store.lock().await;
            } else {
                // Whoever closes the sheet leaves it locked.
                let _ = store.unlock().await;
            }
        });
    };
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm data-[state=unlocked]:text-care"
            data-testid=test_ids::VAULT_LOCK
            data-state=name
            hidden=is_needless
            title=move || if is_unlocked() { say!(vault.is_unlocked) } else { say!(vault.is_locked) }
            on:click=click
        >
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <path
                    fill-rule="evenodd"
                    d=move || if is_unlocked() { OPEN } else { CLOSED }
                />
            </svg>
            <span class="max-sm:sr-only">{move || if is_unlocked() { say!(common.lock) } else { say!(common.unlock) }}</span>
        </button>
    }
}

const CLOSED: &str = "M5 7V5a3 3 0 0 1 6 0v2h1a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zm1.5 0h3V5a1.5 \
                      1.5 0 0 0-3 0z";
const OPEN: &str = "M5 7V4a3 3 0 0 1 5.8-1l-1.4.5A1.5 1.5 0 0 0 6.5 4v3H12a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H4a1 1 0 0 \
                    1-1-1V8a1 1 0 0 1 1-1z";
