//! The sheet that takes an account out as a key file.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{AccountId, Failure};
use taolight_protocol::vault::{ExportAccount, ExportFormat};

use crate::attempt::Attempt;
use crate::components::password_field::{PasswordField, PasswordNode, take, take_twice};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{page, test_ids};

/// A form of a key file, without the password that goes into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    PolkadotJs,
    BtcliNacl,
    BtcliPlain,
    BtcliPublic,
}

const FORMS: [Form; 4] = [
    Form::PolkadotJs,
    Form::BtcliNacl,
    Form::BtcliPlain,
    Form::BtcliPublic,
];

impl Form {
    /// For programs, for people, and what to know about it.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::PolkadotJs => (
                "polkadotJs",
                say!(export.polkadot_js),
                say!(export.polkadot_js_about),
            ),
            Self::BtcliNacl => (
                "btcliNacl",
                say!(export.btcli_nacl),
                say!(export.btcli_nacl_about),
            ),
            Self::BtcliPlain => (
                "btcliPlain",
                say!(export.btcli_plain),
                say!(export.btcli_plain_about),
            ),
            Self::BtcliPublic => (
                "btcliPublic",
                say!(export.btcli_public),
                say!(export.btcli_public_about),
            ),
        }
    }

    fn is_encrypted(self) -> bool {
        match self {
            Self::PolkadotJs | Self::BtcliNacl => true,
            Self::BtcliPlain | Self::BtcliPublic => false,
        }
    }

    fn with_password(self, first: PasswordNode, again: PasswordNode) -> Result<ExportFormat, Failure> {
        Ok(match self {
            Self::PolkadotJs => ExportFormat::PolkadotJs {
                file_password: take_twice(first, again)?,
            },
            Self::BtcliNacl => ExportFormat::BtcliNacl {
                file_password: take_twice(first, again)?,
            },
            Self::BtcliPlain => ExportFormat::BtcliPlain,
            Self::BtcliPublic => ExportFormat::BtcliPublic,
        })
    }
}

/// Format, passwords, and the file.
#[component]
pub(crate) fn ExportSheet(address: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let form = RwSignal::new(Form::PolkadotJs);
    let saved = RwSignal::new(None::<String>);
    let (file_password, again, password) = (PasswordNode::new(), PasswordNode::new(), PasswordNode::new());
    let label = untrack(|| store.label_of(address)).unwrap_or_default();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saved.set(None);
        let request = form
            .get_untracked()
            .with_password(file_password, again)
            .and_then(|format| {
                Ok(ExportAccount {
                    address,
                    password: take(password)?,
                    format,
                })
            });
        match request {
            Ok(request) => attempt.run(async move {
                let file = store.clients()?.vault.call(request).await?;
                page::download(&file.name, file.content.expose())?;
                saved.set(Some(file.name.clone()));
                // Whoever has the file has a backup, and the vault says so.
                store.list_accounts().await
            }),
            Err(failure) => attempt.fail(failure),
        }
    };
    let option = move |offered: Form| {
        let (name, word, about) = offered.words();
        view! {
            <label class="option min-h-0 grid-cols-[auto_1fr] border-0 py-1.5">
                <input
                    class="radio radio-primary radio-xs"
                    type="radio"
                    name="export-format"
                    data-testid=test_ids::EXPORT_FORMAT
                    data-format=name
                    prop:checked=move || form.get() == offered
                    on:change=move |_| form.set(offered)
                />
                <span class="option-name text-sm">{word}</span>
                <span class="option-about col-start-2">{about}</span>
            </label>
        }
    };
    let is_encrypted = Memo::new(move |_| form.get().is_encrypted());
    view! {
        <form on:submit=submit autocomplete="off">
            <SheetTitle>{say!(export.title, name = label)}</SheetTitle>
            <fieldset class="mt-4">
                <legend>{say!(export.form)}</legend>
                {FORMS.map(option).collect_view()}
            </fieldset>
            {move || {
                is_encrypted
                    .get()
                    .then(|| {
                        view! {
                            <div>
                                <PasswordField
                                    id=test_ids::EXPORT_FILE_PASSWORD
                                    label=say!(export.file_password)
                                    node=file_password
                                    described_by=test_ids::EXPORT_ERROR
                                    is_new=true
                                />
                                <PasswordField
                                    id=test_ids::EXPORT_FILE_PASSWORD_AGAIN
                                    label=say!(vault.password_again)
                                    node=again
                                    described_by=test_ids::EXPORT_ERROR
                                    is_new=true
                                />
                            </div>
                        }
                    })
            }}
            <PasswordField
                id=test_ids::EXPORT_PASSWORD
                label=say!(vault.password_of_wallet)
                node=password
                described_by=test_ids::EXPORT_ERROR
            />
            <Trouble id=test_ids::EXPORT_ERROR attempt />
            <div role="status">
                {move || {
                    saved
                        .get()
                        .map(|name| {
                            view! {
                                <p class="hint text-good" data-testid=test_ids::EXPORT_DONE>
                                    {say!(export.saved_as, file = name)}
                                </p>
                            }
                        })
                }}
            </div>
            <div class="buttons">
                <SheetClose label=say!(common.close) />
                <SubmitButton
                    testid=test_ids::EXPORT_DOWNLOAD
                    attempt
                    label=say!(export.save)
                    busy_label=say!(export.busy)
                />
            </div>
        </form>
    }
}
