//! What an account is used for.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{Role, SetRole};

use crate::attempt::Attempt;
use crate::store::Store;
use crate::{test_ids, words};

/// A choice between coldkey and hotkey.
#[component]
pub(crate) fn RoleChoice(
    /// Whose role.
    address: AccountId,
    /// Where failures are shown.
    attempt: Attempt,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let current = Signal::derive(move || {
        store
            .account(address)
            .map(|account| words::role_name(&account.role))
    });
    let choose = move |role: Role| {
        attempt.run(async move {
            store.ask_vault(SetRole { address, role }).await?;
            store.list_accounts().await
        });
    };
    view! { <Roles current choose=Callback::new(choose) testid=test_ids::ACCOUNT_ROLE_OPTION /> }
}

/// The two roles of an account with a secret, as radio buttons.
#[component]
pub(crate) fn Roles(
    /// The chosen one as a word for programs.
    #[prop(into)]
    current: Signal<Option<&'static str>>,
    /// Called with the other one.
    choose: Callback<Role>,
    /// Name for tests.
    testid: &'static str,
) -> impl IntoView {
    let roles = [
        (
            Role::Coldkey { hotkeys: Vec::new() },
            say!(accounts.role.coldkey_about),
        ),
        (Role::Hotkey, say!(accounts.role.hotkey_about)),
    ];
    let option = move |(role, about): (Role, &'static str)| {
        let (name, word) = (words::role_name(&role), words::role(&role));
        view! {
            <label class="option min-h-0 grid-cols-[auto_1fr] border-0 py-1.5">
                <input
                    class="radio radio-primary radio-xs"
                    type="radio"
                    name=testid
                    data-testid=testid
                    data-role=name
                    prop:checked=move || current.get() == Some(name)
                    on:change=move |_| choose.run(role.clone())
                />
                <span class="option-name text-sm">{word}</span>
                <span class="option-about col-start-2">{about}</span>
            </label>
        }
    };
    view! {
        <fieldset class="mt-4">
            <legend>{say!(accounts.role.used_as)}</legend>
            {roles.map(option).collect_view()}
        </fieldset>
    }
}
