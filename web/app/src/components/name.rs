//! Names from the chain. Anybody can choose any name, so each stands apart from the text around it, beside its number or
//! address, and with a mark where it may deceive.

use leptos::prelude::*;
use taolight_bittensor::reads::SafeText;
use taolight_primitives::{AccountId, NetUid};

use crate::components::logo::SubnetLogo;
use crate::store::Store;
use crate::{format, test_ids, words};

/// A name.
#[component]
pub(crate) fn Name(
    /// What somebody wrote.
    #[prop(into)]
    name: Signal<SafeText>,
) -> impl IntoView {
    let warning = move || {
        words::subnet::name_warning(&name.read()).map(|warning| {
            view! {
                <span
                    class="tipped px-1 text-care"
                    role="img"
                    tabindex="0"
                    aria-label=warning
                    data-testid=test_ids::NAME_WARNING
                >
                    "△"
                    <span class="tip right-auto left-0" aria-hidden="true">
                        {warning}
                    </span>
                </span>
            }
        })
    };
    view! {
        <bdi class="name wrap-anywhere">{move || name.get().text}</bdi>
        {warning}
    }
}

/// A subnet: its number, then its name.
#[component]
pub(crate) fn SubnetLabel(
    /// Which.
    netuid: NetUid,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let name = Memo::new(move |_| store.subnet_name(netuid));
    view! {
        <NumberedName netuid name />
    }
}

/// The number of a subnet, its logo where logos are shown, and a name.
#[component]
pub(crate) fn NumberedName(
    /// Which.
    netuid: NetUid,
    /// What it is called.
    #[prop(into)]
    name: Signal<SafeText>,
) -> impl IntoView {
    view! {
        <span class="badge badge-sm mr-2 min-w-[2em] border-line px-1.5 font-mono text-muted">
            {netuid.to_string()}
        </span>
        <SubnetLogo netuid />
        <Name name />
    }
}

/// A validator: its name if it has one, then its address.
#[component]
pub(crate) fn HotkeyLabel(
    /// Which.
    hotkey: AccountId,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let name = Memo::new(move |_| store.hotkey_name(hotkey));
    view! {
        {move || name.get().map(|name| view! { <Name name=Signal::stored(name) /> " " })}
        <span class="code whitespace-nowrap text-muted" title=hotkey.to_string()>
            {format::short_address(hotkey)}
        </span>
    }
}
