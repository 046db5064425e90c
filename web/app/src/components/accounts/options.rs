//! The list of accounts, to choose among them.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::vault::Account;

use crate::components::accounts::identicon::Identicon;
use crate::store::Store;
use crate::{format, test_ids, words};

/// Every account with its picture, name, role and address.
#[component]
pub(crate) fn AccountOptions() -> impl IntoView {
    let store = expect_context::<Store>();
    let accounts = Memo::new(move |_| store.accounts.get().unwrap_or_default());
    let option = move |account: Account| {
        let address = account.address;
        let is_chosen = move || store.chosen.get() == Some(address);
        view! {
            <label class="option grid-cols-[auto_auto_1fr_auto]">
                <input
                    class="radio radio-primary radio-xs row-span-2"
                    type="radio"
                    name="account"
                    data-testid=test_ids::ACCOUNT_OPTION
                    data-address=address.to_string()
                    prop:checked=is_chosen
                    on:change=move |_| store.chosen.set(Some(address))
                />
                <Identicon account=address />
                <span class="option-name">{account.label.clone()}</span>
                <span class="code text-muted">{format::short_address(address)}</span>
                <span class="option-about col-start-3">
                    <Marks account />
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="mt-2">
            <legend class="sr-only">{say!(accounts.choose)}</legend>
            {move || accounts.get().into_iter().map(option).collect_view()}
        </fieldset>
    }
}

/// What an account is used for, whether it is backed up, and whether it is damaged.
#[component]
pub(crate) fn Marks(account: Account) -> impl IntoView {
    let store = expect_context::<Store>();
    let address = account.address;
    let is_damaged = Memo::new(move |_| store.damage_of(address).is_some());
    view! {
        <span data-testid=test_ids::ACCOUNT_ROLE data-role=words::role_name(&account.role)>
            {words::role(&account.role)}
        </span>
        {(!account.backed_up)
            .then(|| {
                view! {
                    " · "
                    <span class="text-care" data-testid=test_ids::ACCOUNT_NOT_BACKED_UP>
                        {say!(accounts.not_backed_up)}
                    </span>
                }
            })}
        {move || {
            is_damaged
                .get()
                .then(|| {
                    view! {
                        " · "
                        <span class="text-care" data-testid=test_ids::ACCOUNT_IS_DAMAGED>
                            {say!(accounts.is_damaged)}
                        </span>
                    }
                })
        }}
    }
}
