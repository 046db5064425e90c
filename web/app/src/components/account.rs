//! The accounts of the signing core: choose, add, remove.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_protocol::vault::{Account, Secret};

use crate::components::copy_button::CopyButton;
use crate::components::dialog::Dialog;
use crate::components::field_error::FieldError;
use crate::store::Store;
use crate::{format, test_ids, words};

const TITLE: &str = "account-title";
const ADD_TITLE: &str = "account-add-title";
const REMOVE_TITLE: &str = "account-remove-title";

/// The list of accounts and the address of the chosen one.
#[component]
pub(crate) fn AccountPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let adding = RwSignal::new(false);
    let removing = RwSignal::new(false);
    let address = Signal::derive(move || {
        store
            .chosen
            .get()
            .map(|account| account.to_string())
            .unwrap_or_default()
    });
    let has_account = Memo::new(move |_| store.chosen.get().is_some());
    let is_empty = Memo::new(move |_| store.accounts.read().as_ref().is_some_and(Vec::is_empty));
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE>"Account"</h2>
                <button
                    type="button"
                    class:primary=is_empty
                    class:quiet=move || !is_empty.get()
                    data-testid=test_ids::ACCOUNT_ADD
                    aria-haspopup="dialog"
                    on:click=move |_| adding.set(true)
                >
                    "Add account"
                </button>
            </div>
            <p class="hint" hidden=move || !is_empty.get()>
                "An account is where your TAO is. Add yours to see its balance and to send."
            </p>
            <AccountOptions />
            <Show when=move || has_account.get()>
                <p class="code address" data-testid=test_ids::ACCOUNT_ADDRESS>
                    {address}
                </p>
                <p class="hint" data-testid=test_ids::ACCOUNT_WATCHED hidden=move || !store.is_watched_only()>
                    "Watched only: keys are forgotten with the page. Add the account's mnemonic again to send."
                </p>
                <div class="buttons start">
                    <CopyButton text=address what="address" testid=test_ids::ACCOUNT_COPY />
                    <button
                        type="button"
                        class="quiet"
                        data-testid=test_ids::ACCOUNT_REMOVE
                        aria-haspopup="dialog"
                        on:click=move |_| removing.set(true)
                    >
                        "Remove"
                    </button>
                </div>
            </Show>
        </section>
        <AddSheet open=adding />
        <RemoveSheet open=removing />
    }
}

/// A choice among the accounts; not drawn for fewer than two.
#[component]
fn AccountOptions() -> impl IntoView {
    let store = expect_context::<Store>();
    let accounts = Memo::new(move |_| store.accounts.get().unwrap_or_default());
    let option = move |account: Account| {
        let Account { address, label } = account;
        let is_chosen = move || store.chosen.get() == Some(address);
        view! {
            <label class="option">
                <input
                    type="radio"
                    name="account"
                    data-testid=test_ids::ACCOUNT_OPTION
                    data-address=address.to_string()
                    prop:checked=is_chosen
                    on:change=move |_| store.chosen.set(Some(address))
                />
                <span class="option-name">{label}</span>
                <span class="option-state code">{format::short_address(address)}</span>
            </label>
        }
    };
    move || {
        (!accounts.read().is_empty()).then(|| {
            view! {
                <fieldset class="options">
                    <legend class="hidden">"Choose an account"</legend>
                    {accounts.get().into_iter().map(option).collect_view()}
                </fieldset>
            }
        })
    }
}

#[component]
fn AddSheet(open: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    let shown = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let secret_field = NodeRef::<html::Textarea>::new();
    let label = NodeRef::<html::Input>::new();

    // The only place of the page that touches a secret: out of the field, into the vault, and the field is empty.
    let take_secret = move || {
        let field = secret_field.get_untracked()?;
        let typed = field.value();
        field.set_value("");
        Some(Secret(typed))
    };
    let close = move || {
        drop(take_secret());
        shown.set(false);
        error.set(None);
        open.set(false);
    };
    let next_label = move || {
        let count = store.accounts.read().as_ref().map_or(0, Vec::len);
        format!("Account {}", count + 1)
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let Some(secret) = take_secret() else { return };
        if secret.0.trim().is_empty() {
            error.set(Some("Type a mnemonic or a secret URI.".to_owned()));
            return;
        }
        let typed = label
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        let typed = typed.trim();
        let name = if typed.is_empty() {
            untrack(next_label)
        } else {
            typed.to_owned()
        };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match store.add_account(secret, name).await {
                Ok(()) => {
                    if let Some(field) = label.get_untracked() {
                        field.set_value("");
                    }
                    close();
                }
                Err(failure) => {
                    error.set(Some(words::secret_failure(&failure)));
                    // Only moves the focus.
                    let _ = secret_field.get_untracked().map(|field| field.focus());
                }
            }
            busy.set(false);
        });
    };
    view! {
        <Dialog open on_close=move |()| close() title=ADD_TITLE testid="account-add-sheet">
            <form on:submit=submit autocomplete="off">
                <h2 id=ADD_TITLE>"Add an account"</h2>
                <p class="hint">
                    "What you type goes to the signing core, which has no network. Nothing else keeps it."
                </p>
                <label for=test_ids::ACCOUNT_LABEL>"Name"</label>
                <input
                    id=test_ids::ACCOUNT_LABEL
                    type="text"
                    maxlength="40"
                    autocomplete="off"
                    data-testid=test_ids::ACCOUNT_LABEL
                    placeholder=next_label
                    node_ref=label
                />
                <div class="label-row">
                    <label for=test_ids::MNEMONIC_INPUT>"Mnemonic or secret URI"</label>
                    <button
                        type="button"
                        class="quiet"
                        data-testid=test_ids::MNEMONIC_SHOW
                        aria-pressed=move || shown.get().to_string()
                        on:click=move |_| shown.update(|shown| *shown = !*shown)
                    >
                        {move || if shown.get() { "Hide" } else { "Show" }}
                    </button>
                </div>
                <textarea
                    id=test_ids::MNEMONIC_INPUT
                    class="code"
                    class:masked=move || !shown.get()
                    rows="3"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    data-1p-ignore="true"
                    data-lpignore="true"
                    data-testid=test_ids::MNEMONIC_INPUT
                    aria-describedby=format!("mnemonic-hint {}", test_ids::MNEMONIC_ERROR)
                    aria-invalid=move || error.read().is_some().then_some("true")
                    node_ref=secret_field
                ></textarea>
                <p class="hint" id="mnemonic-hint">
                    "12 to 24 words with spaces, or a secret URI such as //Alice."
                </p>
                <FieldError id=test_ids::MNEMONIC_ERROR error />
                <div class="buttons">
                    <button
                        type="button"
                        data-testid=test_ids::ACCOUNT_ADD_CANCEL
                        on:click=move |_| close()
                    >
                        "Cancel"
                    </button>
                    <button
                        type="submit"
                        class="primary"
                        data-testid=test_ids::ACCOUNT_ADD_SUBMIT
                        disabled=busy
                    >
                        {move || if busy.get() { "Adding…" } else { "Add account" }}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn RemoveSheet(open: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let error = RwSignal::new(None::<String>);
    let label = move || {
        store
            .chosen
            .get()
            .and_then(|account| store.label_of(account))
            .unwrap_or_default()
    };
    let remove = move |_| {
        let Some(account) = store.chosen.get_untracked() else {
            return;
        };
        error.set(None);
        spawn_local(async move {
            match store.remove_account(account).await {
                Ok(()) => open.set(false),
                Err(failure) => error.set(Some(words::failure(&failure))),
            }
        });
    };
    view! {
        <Dialog open on_close=move |()| open.set(false) title=REMOVE_TITLE testid="account-remove-sheet">
            <h2 id=REMOVE_TITLE>"Remove " {label} "?"</h2>
            <p>
                "The signing core wipes its key. What the account holds stays on the chain, and only its mnemonic or secret \
                 URI can open it again."
            </p>
            <FieldError id="account-remove-error" error />
            <div class="buttons">
                <button type="button" autofocus=true on:click=move |_| open.set(false)>
                    "Keep it"
                </button>
                <button
                    type="button"
                    class="danger"
                    data-testid=test_ids::ACCOUNT_REMOVE_CONFIRM
                    on:click=remove
                >
                    "Remove " {label}
                </button>
            </div>
        </Dialog>
    }
}
