//! The sheet of a backup: the password, the secret, three of its words.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{RevealSecret, RevealedSecret};

use crate::attempt::Attempt;
use crate::components::backup::question::QuestionStep;
use crate::components::backup::secret::{SecretLine, SecretWords};
use crate::components::password_field::{PasswordField, PasswordNode, take};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::{page, test_ids};

/// What the sheet shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// The warning, and the field for the password.
    Password,
    /// The words of a mnemonic.
    Words,
    /// The line of a secret URI.
    Line,
    /// There is nothing to write down.
    FileOnly,
    /// The words at these positions, to type.
    Question(Vec<u8>),
    /// That it is backed up.
    Done,
}

/// The secret while the sheet shows it. It is wiped with the sheet.
pub(super) type Revealed = StoredValue<Option<RevealedSecret>, LocalStorage>;

/// Leads from the password to the proof that a copy exists.
#[component]
pub(crate) fn BackupSheet(address: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let step = RwSignal::new(Step::Password);
    let revealed = Revealed::new_local(None);
    let label = untrack(|| store.label_of(address)).unwrap_or_default();
    Effect::new(move |_| {
        step.track();
        page::focus_sheet();
    });
    view! {
        <SheetTitle>{say!(backup.title, name = label)}</SheetTitle>
        {move || match step.get() {
            Step::Password => view! { <PasswordStep address step revealed /> }.into_any(),
            Step::Words => view! { <SecretWords address step revealed /> }.into_any(),
            Step::Line => view! { <SecretLine revealed /> }.into_any(),
            Step::FileOnly => view! { <FileOnly address /> }.into_any(),
            Step::Question(positions) => view! { <QuestionStep address step positions /> }.into_any(),
            Step::Done => view! { <Done /> }.into_any(),
        }}
    }
}

#[component]
fn PasswordStep(address: AccountId, step: RwSignal<Step>, revealed: Revealed) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let password = PasswordNode::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let password = match take(password) {
            Ok(password) => password,
            Err(failure) => return attempt.fail(failure),
        };
        attempt.run(async move {
            let answer = store
                .clients()?
                .vault
                .call(RevealSecret { address, password })
                .await;
            if answer.is_err() {
                page::focus_when_drawn(test_ids::BACKUP_PASSWORD);
            }
            let answer = answer?;
            let next = match &answer {
                RevealedSecret::Mnemonic { .. } => Step::Words,
                RevealedSecret::Uri { .. } => Step::Line,
                RevealedSecret::FileOnly => Step::FileOnly,
            };
            // The sheet may be gone by now, and then so is the secret.
            let _ = revealed.try_set_value(Some(answer));
            let _ = step.try_set(next);
            Ok(())
        });
    };
    view! {
        <form on:submit=submit autocomplete="off">
            <p>{say!(backup.warning)}</p>
            <PasswordField
                id=test_ids::BACKUP_PASSWORD
                label=say!(vault.password_of_wallet)
                node=password
                described_by=test_ids::BACKUP_ERROR
                autofocus=true
            />
            <Trouble id=test_ids::BACKUP_ERROR attempt />
            <div class="buttons">
                <SheetClose label=say!(common.later) />
                <SubmitButton
                    testid=test_ids::BACKUP_REVEAL
                    attempt
                    label=say!(backup.reveal)
                    busy_label=say!(common.opening)
                />
            </div>
        </form>
    }
}

#[component]
fn FileOnly(address: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <p data-testid=test_ids::BACKUP_FILE_ONLY>
            {say!(backup.file_only)}
        </p>
        <div class="buttons">
            <SheetClose label=say!(common.close) />
            <button
                type="button"
                class="btn btn-primary"
                data-testid=test_ids::ACCOUNT_EXPORT
                on:click=move |_| store.open_sheet(Sheet::Export(address))
            >
                {say!(backup.export)}
            </button>
        </div>
    }
}

#[component]
fn Done() -> impl IntoView {
    view! {
        <p role="status" data-testid=test_ids::BACKUP_DONE>
            {say!(backup.done)}
        </p>
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}
