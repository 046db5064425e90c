//! The account's hotkeys.

use leptos::prelude::*;
use taolight_bittensor::reads::OwnHotkeys;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::engine::ReadOwnHotkeys;

use crate::components::account::section::{Section, read};
use crate::components::name::HotkeyLabel;
use crate::store::Store;
use crate::test_ids;

#[component]
pub(super) fn Hotkeys(account: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadOwnHotkeys { coldkey: account });
    store.use_hotkey_names(Memo::new(move |_| {
        reading.with(|hotkeys| hotkeys.owned.clone()).unwrap_or_default()
    }));
    view! {
        <Section
            title=say!(account.hotkeys.title)
            testid=test_ids::SECTION_HOTKEYS
            reading
            acts=vec![
                ("register", say!(account.hotkeys.register)),
                ("swapHotkey", say!(account.hotkeys.swap)),
                ("setChildren", say!(account.hotkeys.children)),
            ]
            draw
        />
    }
}

fn draw(hotkeys: OwnHotkeys) -> AnyView {
    let store = expect_context::<Store>();
    let has_none = hotkeys.owned.is_empty();
    let row = |hotkey: AccountId| {
        view! {
            <li class="item" data-testid=test_ids::OWN_HOTKEY data-hotkey=hotkey.to_string()>
                <span>
                    {move || store.label_of(hotkey)} " " <HotkeyLabel hotkey />
                </span>
                <span class="item-about code">{hotkey.to_string()}</span>
            </li>
        }
    };
    view! {
        <p hidden=!has_none>{say!(account.hotkeys.none)}</p>
        <ul>{hotkeys.owned.into_iter().map(row).collect_view()}</ul>
    }
    .into_any()
}
