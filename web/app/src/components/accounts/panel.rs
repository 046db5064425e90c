//! The accounts on the page: the ways to one, or the list and the chosen one's address.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::accounts::options::AccountOptions;
use crate::components::accounts::ways::Welcome;
use crate::components::copy_button::CopyButton;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::test_ids;

const TITLE: &str = "account-title";

/// What there is to show of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// Nobody knows yet.
    Unknown,
    /// There is none, and the ways to one are offered.
    Ways,
    /// There is none, and somebody looks around without.
    Nothing,
    /// There are some.
    Accounts,
}

/// The panel.
#[component]
pub(crate) fn AccountPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let shown = Memo::new(move |_| match store.accounts.read().as_deref() {
        None => Shown::Unknown,
        Some([]) if store.looking.get() => Shown::Nothing,
        Some([]) => Shown::Ways,
        Some(_) => Shown::Accounts,
    });
    let title = move || match shown.get() {
        Shown::Ways => say!(accounts.welcome_title),
        Shown::Unknown | Shown::Nothing | Shown::Accounts => say!(accounts.title),
    };
    let has_ways = move || matches!(shown.get(), Shown::Nothing | Shown::Accounts);
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE>{title}</h2>
                <button
                    id=test_ids::ACCOUNT_ADD
                    type="button"
                    class="btn btn-ghost btn-sm -my-1 -mr-2"
                    data-testid=test_ids::ACCOUNT_ADD
                    aria-haspopup="dialog"
                    hidden=move || !has_ways()
                    on:click=move |_| store.open_sheet(Sheet::Add)
                >
                    {say!(accounts.add_button)}
                </button>
            </div>
            {move || match shown.get() {
                Shown::Unknown => view! { <p class="hint mt-2">{say!(accounts.asking)}</p> }.into_any(),
                Shown::Ways => view! { <Welcome /> }.into_any(),
                Shown::Nothing => {
                    view! { <p class="hint mt-2">{say!(accounts.looking)}</p> }.into_any()
                }
                Shown::Accounts => view! { <Chosen /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Chosen() -> impl IntoView {
    let store = expect_context::<Store>();
    let address = Signal::derive(move || {
        let chosen = store.chosen.get();
        chosen.map(|account| account.to_string()).unwrap_or_default()
    });
    let details = move |_| {
        if let Some(account) = store.chosen.get_untracked() {
            store.open_sheet(Sheet::Details(account));
        }
    };
    view! {
        <AccountOptions />
        <p class="code mt-2 border-t border-line pt-3" data-testid=test_ids::ACCOUNT_ADDRESS>
            {address}
        </p>
        <p class="hint" data-testid=test_ids::ACCOUNT_WATCHED hidden=move || !store.is_watched_only()>
            {say!(accounts.watched)}
        </p>
        <div class="buttons -ml-2 justify-start pt-1">
            <CopyButton text=address about=say!(common.copy_address) testid=test_ids::ACCOUNT_COPY />
            <button
                type="button"
                class="btn btn-ghost btn-sm"
                data-testid=test_ids::ACCOUNT_DETAILS
                aria-haspopup="dialog"
                on:click=details
            >
                {say!(common.details)}
            </button>
        </div>
    }
}
