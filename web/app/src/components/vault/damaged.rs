//! A vault that no password opens any more: what happened, and what to do.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;

use crate::store::Store;
use crate::test_ids;

/// What happened to the vault, with the way to begin anew.
#[component]
pub(crate) fn DamagedVault() -> impl IntoView {
    let store = expect_context::<Store>();
    let begin = move |_| {
        spawn_local(async move {
            // Whoever closes the sheet leaves it as it is.
            let _ = store.unlock().await;
        });
    };
    view! {
        <div class="alert alert-warning flex-wrap" data-testid=test_ids::VAULT_DAMAGED>
            <p>{say!(vault.broken)}</p>
            <div class="flex basis-full flex-wrap gap-2">
                <button type="button" class="btn" data-testid=test_ids::VAULT_BEGIN_ANEW aria-haspopup="dialog" on:click=begin>
                    {say!(vault.choose_new_password)}
                </button>
            </div>
        </div>
    }
}
