//! The hotkeys of a coldkey, as far as they are known here.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{Role, SetRole};

use crate::attempt::Attempt;
use crate::components::accounts::identicon::Identicon;
use crate::components::accounts::watch::parse_address;
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{format, test_ids};

/// Those that are linked, those that could be, and a place to type another.
#[component]
pub(crate) fn Hotkeys(
    /// The coldkey.
    address: AccountId,
    /// Where failures are shown.
    attempt: Attempt,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let linked = Memo::new(
        move |_| match store.account(address).map(|account| account.role) {
            Some(Role::Coldkey { hotkeys }) => hotkeys,
            Some(Role::Hotkey | Role::WatchOnly) | None => Vec::new(),
        },
    );
    let others = Memo::new(move |_| {
        let hotkeys = store.hotkeys().into_iter().map(|account| account.address);
        hotkeys
            .filter(|hotkey| !linked.read().contains(hotkey))
            .collect::<Vec<_>>()
    });
    let set = move |attempt: Attempt, hotkeys: Vec<AccountId>| {
        let role = Role::Coldkey { hotkeys };
        attempt.run(async move {
            store.ask_vault(SetRole { address, role }).await?;
            store.list_accounts().await
        });
    };
    let link = move |attempt: Attempt, hotkey: AccountId| {
        let mut hotkeys = linked.get_untracked();
        if !hotkeys.contains(&hotkey) {
            hotkeys.push(hotkey);
            set(attempt, hotkeys);
        }
    };
    let unlink = move |hotkey: AccountId| {
        let mut hotkeys = linked.get_untracked();
        hotkeys.retain(|other| *other != hotkey);
        set(attempt, hotkeys);
    };
    let row = move |hotkey: AccountId, is_linked: bool| {
        let name = untrack(|| store.label_of(hotkey));
        let called = name.clone().unwrap_or_else(|| hotkey.to_string());
        let (act, label, testid) = if is_linked {
            (
                say!(accounts.hotkeys.unlink),
                say!(accounts.hotkeys.unlink_named, name = called),
                test_ids::HOTKEY_UNLINK,
            )
        } else {
            (
                say!(accounts.hotkeys.link),
                say!(accounts.hotkeys.link_named, name = called),
                test_ids::HOTKEY_LINK,
            )
        };
        view! {
            <li
                class="account-line"
                data-testid=is_linked.then_some(test_ids::HOTKEY)
                data-address=hotkey.to_string()
            >
                <Identicon account=hotkey />
                <span>
                    {name} " "
                    <span class="code" title=hotkey.to_string()>
                        {format::short_address(hotkey)}
                    </span>
                </span>
                <button
                    type="button"
                    class="btn btn-ghost btn-sm -mr-2 ml-auto"
                    data-testid=testid
                    data-address=hotkey.to_string()
                    aria-label=label
                    on:click=move |_| if is_linked { unlink(hotkey) } else { link(attempt, hotkey) }
                >
                    {act}
                </button>
            </li>
        }
    };
    view! {
        <section class="part">
            <h3>{say!(accounts.hotkeys.title)}</h3>
            <ul>
                {move || linked.get().into_iter().map(|hotkey| row(hotkey, true)).collect_view()}
                {move || others.get().into_iter().map(|hotkey| row(hotkey, false)).collect_view()}
            </ul>
            <TypedHotkey link=Callback::new(move |(attempt, hotkey)| link(attempt, hotkey)) />
        </section>
    }
}

#[component]
fn TypedHotkey(link: Callback<(Attempt, AccountId)>) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let field = NodeRef::<html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else {
            return;
        };
        match parse_address(&field.value()) {
            Ok(hotkey) => {
                field.set_value("");
                link.run((attempt, hotkey));
            }
            Err(failure) => attempt.fail(failure),
        }
    };
    view! {
        <form on:submit=submit autocomplete="off" novalidate>
            <label class="field-label" for=test_ids::HOTKEY_ADDRESS>{say!(accounts.hotkeys.address)}</label>
            <div class="flex gap-2">
                <input
                    id=test_ids::HOTKEY_ADDRESS
                    class="input code"
                    type="text"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    placeholder="5…"
                    data-testid=test_ids::HOTKEY_ADDRESS
                    aria-describedby=test_ids::HOTKEY_ERROR
                    aria-invalid=move || attempt.failure().is_some().then_some("true")
                    node_ref=field
                />
                <SubmitButton
                    testid=test_ids::HOTKEY_ADD
                    attempt
                    label=say!(accounts.hotkeys.link)
                    busy_label=say!(accounts.hotkeys.link)
                    is_minor=true
                />
            </div>
            <Trouble id=test_ids::HOTKEY_ERROR attempt />
        </form>
    }
}
