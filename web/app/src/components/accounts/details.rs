//! Everything about one account.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{Account, RenameAccount, Role};

use crate::attempt::Attempt;
use crate::components::accounts::actions::Actions;
use crate::components::accounts::damaged::Damaged;
use crate::components::accounts::hotkeys::Hotkeys;
use crate::components::accounts::identicon::Identicon;
use crate::components::accounts::options::Marks;
use crate::components::accounts::role::RoleChoice;
use crate::components::copy_button::CopyButton;
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::test_ids;

/// Address, name, role, hotkeys, and what can be done with it.
#[component]
pub(crate) fn DetailsSheet(address: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let account = Memo::new(move |_| store.account(address));
    let label = move || account.get().map(|account| account.label);
    let is_coldkey = Memo::new(move |_| {
        account
            .read()
            .as_ref()
            .is_some_and(|account| matches!(account.role, Role::Coldkey { .. }))
    });
    let can_sign = Memo::new(move |_| account.read().as_ref().is_some_and(Account::can_sign));
    // Its message has the ways out.
    let is_damaged = Memo::new(move |_| store.damage_of(address).is_some());
    view! {
        <div class="flex items-center gap-3 pb-2 wrap-anywhere [&>h2]:pb-0">
            <Identicon account=address />
            <SheetTitle>{label}</SheetTitle>
        </div>
        <p class="hint">{move || account.get().map(|account| view! { <Marks account /> })}</p>
        <p class="code" data-testid=test_ids::DETAILS_ADDRESS>
            {address.to_string()}
        </p>
        <div class="buttons -ml-2 justify-start pt-1">
            <CopyButton text=address.to_string() about=say!(common.copy_address) testid=test_ids::DETAILS_COPY />
        </div>
        <Rename address attempt />
        {move || store.damage_of(address).map(|account| view! { <div class="mt-3"><Damaged account /></div> })}
        {move || match can_sign.get() {
            true => view! { <RoleChoice address attempt /> }.into_any(),
            false => view! { <p class="hint">{say!(accounts.watched)}</p> }.into_any(),
        }}
        {move || is_coldkey.get().then(|| view! { <Hotkeys address attempt /> })}
        <Trouble id=test_ids::DETAILS_ERROR attempt />
        {move || (!is_damaged.get()).then(|| view! { <Actions address can_sign /> })}
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}

#[component]
fn Rename(address: AccountId, attempt: Attempt) -> impl IntoView {
    let store = expect_context::<Store>();
    let field = NodeRef::<html::Input>::new();
    let label = untrack(|| store.label_of(address)).unwrap_or_default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        let label = typed.trim().to_owned();
        if label.is_empty() {
            return;
        }
        attempt.run(async move {
            store.ask_vault(RenameAccount { address, label }).await?;
            store.list_accounts().await
        });
    };
    view! {
        <form class="part" on:submit=submit autocomplete="off">
            <label class="field-label" for=test_ids::ACCOUNT_LABEL>{say!(common.name)}</label>
            <div class="flex gap-2">
                <input
                    id=test_ids::ACCOUNT_LABEL
                    class="input"
                    type="text"
                    maxlength="40"
                    autocomplete="off"
                    data-testid=test_ids::ACCOUNT_LABEL
                    aria-describedby=test_ids::DETAILS_ERROR
                    value=label
                    node_ref=field
                />
                <SubmitButton
                    testid=test_ids::ACCOUNT_RENAME
                    attempt
                    label=say!(common.rename)
                    busy_label=say!(common.rename)
                    is_minor=true
                />
            </div>
        </form>
    }
}
