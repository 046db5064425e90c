//! Removing an account. Without a backup that cannot be undone, and the sheet says so louder.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::engine::ForgetActivity;
use taolight_protocol::vault::RemoveAccount;

use crate::attempt::Attempt;
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{test_ids, words};

/// Asks whether to remove an account, and removes it.
#[component]
pub(crate) fn RemoveSheet(address: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    // What is asked does not change while it is asked.
    let account = untrack(|| store.account(address));
    let damaged = untrack(|| store.damage_of(address));
    let label = match (&account, &damaged) {
        (Some(account), _) => account.label.clone(),
        (None, Some(damaged)) => words::damaged_name(damaged),
        (None, None) => String::new(),
    };
    let has_secret = damaged.is_some() || account.as_ref().is_some_and(|account| account.can_sign());
    // Of what cannot be read, nobody knows whether there is a copy.
    let is_backed_up = account.is_some_and(|account| account.backed_up);
    let is_loud = has_secret && !is_backed_up;
    let sure = RwSignal::new(!is_loud);
    let remove = move |_| {
        attempt.run(async move {
            store.ask_vault(RemoveAccount { address }).await?;
            store.forget_account(address);
            store.list_accounts().await?;
            store.sheet.set(None);
            // What was seen of it is nobody's business any more, once nobody follows it. The account is gone whether or
            // not that can be wiped.
            let forget = ForgetActivity { account: address };
            if let Err(failure) = store.clients()?.engine.call(forget).await {
                store.alert.set(Some(failure));
            }
            Ok(())
        });
    };
    let consequence = if has_secret {
        say!(accounts.remove.wipes_secret)
    } else {
        say!(accounts.remove.ends_watching)
    };
    let warning = if damaged.is_some() {
        say!(accounts.remove.damaged)
    } else {
        say!(accounts.remove.not_backed_up)
    };
    let question = say!(accounts.remove.question, name = label.clone());
    view! {
        <SheetTitle>{question}</SheetTitle>
        <p>{consequence}</p>
        {is_loud
            .then(|| {
                view! {
                    <div class="alert alert-error mt-3" data-testid=test_ids::ACCOUNT_REMOVE_LOUD>
                        <p>{warning}</p>
                    </div>
                    <label class="flex items-center gap-3 pt-3 text-sm">
                        <input
                            class="checkbox checkbox-primary checkbox-xs"
                            type="checkbox"
                            data-testid=test_ids::ACCOUNT_REMOVE_SURE
                            on:change:target=move |event| sure.set(event.target().checked())
                        />
                        {say!(accounts.remove.sure)}
                    </label>
                }
            })}
        <Trouble id=test_ids::ACCOUNT_REMOVE_ERROR attempt />
        <div class="buttons">
            <SheetClose label=say!(accounts.remove.keep) />
            <button
                type="button"
                class="btn btn-outline btn-error"
                data-testid=test_ids::ACCOUNT_REMOVE_CONFIRM
                disabled=move || !sure.get() || attempt.is_busy()
                on:click=remove
            >
                {say!(accounts.remove.confirm, name = label)}
            </button>
        </div>
    }
}
