//! Watching an address.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::WatchAddress;

use crate::attempt::Attempt;
use crate::components::label_field::{LabelField, typed_label};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::test_ids;

/// An address and a name.
#[component]
pub(crate) fn WatchSheet() -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let label = NodeRef::<html::Input>::new();
    let field = NodeRef::<html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value());
        let address = match parse_address(&typed.unwrap_or_default()) {
            Ok(address) => address,
            Err(failure) => return attempt.fail(failure),
        };
        let label = typed_label(store, label);
        attempt.run(async move {
            let watched = store.ask_vault(WatchAddress { address, label }).await?;
            store.choose_new(watched.address).await?;
            store.sheet.set(None);
            Ok(())
        });
    };
    view! {
        <form on:submit=submit autocomplete="off" novalidate>
            <SheetTitle>{say!(accounts.way_watch)}</SheetTitle>
            <label class="field-label" for=test_ids::WATCH_ADDRESS>{say!(common.address)}</label>
            <input
                id=test_ids::WATCH_ADDRESS
                class="input code"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder="5…"
                autofocus=true
                data-testid=test_ids::WATCH_ADDRESS
                aria-describedby=test_ids::WATCH_ERROR
                aria-invalid=move || attempt.failure().is_some().then_some("true")
                node_ref=field
            />
            <Trouble id=test_ids::WATCH_ERROR attempt />
            <LabelField node=label />
            <div class="buttons">
                <SheetClose />
                <SubmitButton
                    testid=test_ids::WATCH_SUBMIT
                    attempt
                    label=say!(accounts.watch.submit)
                    busy_label=say!(accounts.watch.busy)
                />
            </div>
        </form>
    }
}

/// An address as it was typed or pasted, line breaks and all.
pub(crate) fn parse_address(typed: &str) -> Result<AccountId, Failure> {
    let typed: String = typed.split_whitespace().collect();
    AccountId::from_ss58(&typed).map_err(|error| Failure::new(ErrorCode::InvalidAddress, error))
}
