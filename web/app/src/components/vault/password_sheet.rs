//! The sheet that asks for the vault's password whenever something needs it, or for a new one where there is no vault
//! yet. Whatever asked goes on afterwards.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::vault::LockState;

use crate::attempt::Attempt;
use crate::components::dialog::Dialog;
use crate::components::password_field::{PasswordField, PasswordNode, take, take_twice};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{page, test_ids};

const TITLE: &str = "vault-title";
const HINT: &str = "vault-password-hint";

/// Open while something waits for the vault.
#[component]
pub(crate) fn PasswordSheet() -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    let state = Memo::new(move |_| store.unlocking.get().then(|| store.lock_state()));
    view! {
        <Dialog
            open=store.unlocking
            on_close=move |()| store.stay_locked()
            locked=busy
            title=TITLE
            testid=test_ids::VAULT_SHEET
        >
            {move || match state.get() {
                None => ().into_any(),
                Some(None | Some(LockState::Unlocked)) => view! { <Starting /> }.into_any(),
                Some(Some(LockState::Empty)) => view! { <NewPassword busy /> }.into_any(),
                Some(Some(LockState::Damaged)) => view! { <NewPassword busy is_damaged=true /> }.into_any(),
                Some(Some(LockState::Locked)) => view! { <Unlock busy /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Starting() -> impl IntoView {
    view! {
        <h2 id=TITLE>{say!(common.unlock)}</h2>
        <p role="status">{say!(vault.starting)}</p>
        <div class="buttons">
            <Cancel />
        </div>
    }
}

#[component]
fn Unlock(busy: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(busy);
    let password = PasswordNode::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match take(password) {
            Ok(password) => attempt.run(async move {
                let unlocked = store.unlock_with(password).await;
                if unlocked.is_err() {
                    page::focus_when_drawn(test_ids::VAULT_PASSWORD);
                }
                unlocked
            }),
            Err(failure) => attempt.fail(failure),
        }
    };
    page::focus_when_drawn(test_ids::VAULT_PASSWORD);
    view! {
        <form on:submit=submit autocomplete="off">
            <h2 id=TITLE>{say!(common.unlock)}</h2>
            <p class="hint">{say!(vault.why_unlock)}</p>
            <PasswordField
                id=test_ids::VAULT_PASSWORD
                label=say!(vault.password)
                node=password
                described_by=test_ids::VAULT_ERROR
                autofocus=true
            />
            <Trouble id=test_ids::VAULT_ERROR attempt />
            <div class="buttons">
                <Cancel />
                <SubmitButton
                    testid=test_ids::VAULT_UNLOCK
                    attempt
                    label=say!(common.unlock)
                    busy_label=say!(common.unlocking)
                />
            </div>
        </form>
    }
}

#[component]
fn NewPassword(
    busy: RwSignal<bool>,
    /// Whether it takes the place of one that nothing opens any more.
    #[prop(optional)]
    is_damaged: bool,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(busy);
    let (password, again) = (PasswordNode::new(), PasswordNode::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match take_twice(password, again) {
            Ok(password) => attempt.run(async move {
                let made = store.create_vault(password).await;
                if made.is_err() {
                    page::focus_when_drawn(test_ids::VAULT_NEW_PASSWORD);
                }
                made
            }),
            Err(failure) => attempt.fail(failure),
        }
    };
    let forgets = store
        .vault
        .get_untracked()
        .is_some_and(|status| !status.persistent);
    page::focus_when_drawn(test_ids::VAULT_NEW_PASSWORD);
    view! {
        <form on:submit=submit autocomplete="off">
            <h2 id=TITLE>{if is_damaged { say!(vault.choose_new_password) } else { say!(vault.choose_password) }}</h2>
            {is_damaged
                .then(|| {
                    view! {
                        <p class="alert alert-warning my-3" data-testid=test_ids::VAULT_ANEW>
                            {say!(vault.anew)}
                        </p>
                    }
                })}
            <p class="hint" id=HINT>
                {say!(vault.how_to_choose_password)}
            </p>
            {forgets
                .then(|| {
                    view! { <p class="alert alert-warning my-3">{say!(vault.forgets)}</p> }
                })}
            <PasswordField
                id=test_ids::VAULT_NEW_PASSWORD
                label=say!(vault.password)
                node=password
                described_by="vault-password-hint vault-error"
                is_new=true
                autofocus=true
            />
            <PasswordField
                id=test_ids::VAULT_NEW_PASSWORD_AGAIN
                label=say!(vault.password_again)
                node=again
                described_by=test_ids::VAULT_ERROR
                is_new=true
            />
            <Trouble id=test_ids::VAULT_ERROR attempt />
            <div class="buttons">
                <Cancel />
                <SubmitButton
                    testid=test_ids::VAULT_CREATE
                    attempt
                    label=say!(vault.set_password)
                    busy_label=say!(vault.measuring)
                />
            </div>
        </form>
    }
}

#[component]
fn Cancel() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <button
            type="button"
            class="btn"
            data-testid=test_ids::VAULT_CANCEL
            on:click=move |_| store.stay_locked()
        >
            {say!(common.cancel)}
        </button>
    }
}
