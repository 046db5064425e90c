//! What can be done with an account.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;

use crate::sheet::Sheet;
use crate::store::Store;
use crate::test_ids;

/// Back up, export, limit and remove; of a watched account, import and remove.
#[component]
pub(crate) fn Actions(
    /// Which account.
    address: AccountId,
    /// Whether there is a secret of it.
    #[prop(into)]
    can_sign: Signal<bool>,
) -> impl IntoView {
    view! {
        <div class="mt-4 flex flex-wrap gap-2 border-t border-line pt-4">
            {move || {
                if can_sign.get() {
                    view! {
                        <Action testid=test_ids::ACCOUNT_BACKUP name=say!(accounts.actions.back_up) sheet=Sheet::Backup(address) />
                        <Action testid=test_ids::ACCOUNT_EXPORT name=say!(accounts.actions.export) sheet=Sheet::Export(address) />
                        <Action testid=test_ids::ACCOUNT_LIMITS name=say!(accounts.actions.limits) sheet=Sheet::Limits(address) />
                    }
                        .into_any()
                } else {
                    view! { <Action testid=test_ids::WAY_IMPORT name=say!(accounts.actions.import_secret) sheet=Sheet::Import /> }
                        .into_any()
                }
            }}
            <Action
                testid=test_ids::ACCOUNT_REMOVE
                name=say!(common.remove)
                sheet=Sheet::Remove(address)
                is_dangerous=true
            />
        </div>
    }
}

#[component]
fn Action(
    testid: &'static str,
    name: &'static str,
    sheet: Sheet,
    #[prop(optional)] is_dangerous: bool,
) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <button
            type="button"
            class="btn"
            class:btn-outline=is_dangerous
            class:btn-error=is_dangerous
            data-testid=testid
            on:click=move |_| store.open_sheet(sheet)
        >
            {name}
        </button>
    }
}
