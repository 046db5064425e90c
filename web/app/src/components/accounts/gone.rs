//! Accounts that the browser cleared with all that it kept: which, that their money is safe, and how to have them again.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::vault::Account;

use crate::sheet::Sheet;
use crate::store::Store;
use crate::{test_ids, words};

/// What happened to them, with what can be done about it.
#[component]
pub(crate) fn Gone(accounts: Vec<Account>) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <div class="alert alert-warning flex-wrap" data-testid=test_ids::ACCOUNTS_GONE>
            <p>{words::gone(&accounts)}</p>
            <div class="flex basis-full flex-wrap gap-2">
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::GONE_IMPORT
                    aria-haspopup="dialog"
                    on:click=move |_| store.open_sheet(Sheet::Import)
                >
                    {say!(accounts.way_import)}
                </button>
                <button
                    type="button"
                    class="btn btn-ghost"
                    data-testid=test_ids::GONE_FORGET
                    on:click=move |_| store.forget_gone()
                >
                    {say!(common.dismiss)}
                </button>
            </div>
        </div>
    }
}
