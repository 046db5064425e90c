//! Making an account with new words.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::vault::CreateAccount;

use crate::attempt::Attempt;
use crate::components::label_field::{LabelField, typed_label};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::test_ids;

/// A name and a number of words; the backup comes next.
#[component]
pub(crate) fn CreateSheet() -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let label = NodeRef::<html::Input>::new();
    let words = RwSignal::new(12_u8);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let label = typed_label(store, label);
        let words = words.get_untracked();
        attempt.run(async move {
            let made = store.ask_vault(CreateAccount { label, words }).await?;
            store.choose_new(made.address).await?;
            store.sheet.set(Some(Sheet::Backup(made.address)));
            Ok(())
        });
    };
    view! {
        <form on:submit=submit autocomplete="off">
            <SheetTitle>{say!(accounts.way_create)}</SheetTitle>
            <p class="hint">{say!(accounts.create.hint)}</p>
            <LabelField node=label autofocus=true />
            <label class="field-label" for=test_ids::CREATE_WORDS>{say!(accounts.create.number_of_words)}</label>
            <select
                id=test_ids::CREATE_WORDS
                class="select"
                data-testid=test_ids::CREATE_WORDS
                on:change:target=move |event| words.set(event.target().value().parse().unwrap_or(12))
            >
                <option value="12">{say!(accounts.create.twelve)}</option>
                <option value="24">"24"</option>
            </select>
            <Trouble id=test_ids::CREATE_ERROR attempt />
            <div class="buttons">
                <SheetClose />
                <SubmitButton
                    testid=test_ids::CREATE_SUBMIT
                    attempt
                    label=say!(accounts.create.submit)
                    busy_label=say!(accounts.create.busy)
                />
            </div>
        </form>
    }
}
