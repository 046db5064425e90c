//! Everything but keys as a file: saved here, or brought here after it was said what it adds.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};

use crate::attempt::Attempt;
use crate::components::password_field::{PasswordField, PasswordNode, take};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::settings_file::Saved;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::words::settings_file::added_lines;
use crate::{page, test_ids};

/// Name of the file.
const NAME: &str = "taolight-settings.json";

/// What a file would add, and what waits.
#[derive(Clone)]
struct Offer {
    added: Saved,
    /// Whether there is no vault yet for the limits and the lock.
    waits: bool,
}

/// Saving, then bringing.
#[component]
pub(crate) fn FileSheet(
    /// Whether what a file brought was added a moment ago.
    added: bool,
) -> impl IntoView {
    view! {
        <SheetTitle>{say!(settings.as_file)}</SheetTitle>
        <p>{say!(settings.file.kept)}</p>
        <p class="hint">{say!(settings.file.no_keys)}</p>
        <SaveFile />
        <BringFile added />
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}

#[component]
fn SaveFile() -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let saved = RwSignal::new(false);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saved.set(false);
        attempt.run(async move {
            let text = store.everything_kept().await?.to_text()?;
            page::download(NAME, text.as_bytes())?;
            saved.set(true);
            Ok(())
        });
    };
    view! {
        <form class="part" on:submit=save>
            <h3>{say!(settings.file.save)}</h3>
            <Trouble id=test_ids::SETTINGS_SAVE_ERROR attempt />
            <div role="status">
                {move || {
                    saved
                        .get()
                        .then(|| {
                            view! {
                                <p class="hint text-good" data-testid=test_ids::SETTINGS_SAVED>
                                    {say!(settings.file.saved_as, file = NAME)}
                                </p>
                            }
                        })
                }}
            </div>
            <div class="buttons">
                <SubmitButton
                    testid=test_ids::SETTINGS_SAVE
                    attempt
                    label=say!(settings.file.save_file)
                    busy_label=say!(common.saving)
                    is_minor=true
                />
            </div>
        </form>
    }
}

#[component]
fn BringFile(added: bool) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let offer = RwSignal::new(None::<Offer>);
    let done = RwSignal::new(added);
    let picker = NodeRef::<html::Input>::new();
    let picked = move |_| {
        let Some(picker) = picker.get_untracked() else {
            return;
        };
        let file = picker.files().and_then(|files| files.get(0));
        // So that the same file can be chosen again.
        picker.set_value("");
        let Some(file) = file else { return };
        offer.set(None);
        done.set(false);
        attempt.run(async move {
            let content = page::read_file(file).await.unwrap_or_default();
            let text = String::from_utf8(content).map_err(|_| {
                Failure::worded(ErrorCode::MalformedSettings, say!(failures.own.settings.other))
            })?;
            let saved = Saved::parse(&text, page::now_ms())?;
            let mut added = saved.beyond(&store.everything_here().await?);
            let is_without = store.has_no_vault();
            let waits = is_without && (!added.limits.is_empty() || added.auto_lock.is_some());
            if is_without {
                added.limits.clear();
                added.auto_lock = None;
            }
            offer.set(Some(Offer { added, waits }));
            Ok(())
        });
    };
    view! {
        <section class="part">
            <h3>{say!(settings.file.bring)}</h3>
            <p class="hint">{say!(settings.file.how_it_merges)}</p>
            <Trouble id=test_ids::SETTINGS_BRING_ERROR attempt />
            {move || offer.get().map(|offer_| view! { <Offered offer=offer_ shown=offer done attempt /> })}
            <div role="status">
                {move || {
                    done.get()
                        .then(|| {
                            view! {
                                <p class="hint text-good" data-testid=test_ids::SETTINGS_BROUGHT>
                                    {say!(settings.file.added)}
                                </p>
                            }
                        })
                }}
            </div>
            <div class="buttons">
                <label class="btn file">
                    {say!(network.choose_file)}
                    <input
                        type="file"
                        accept=".json,application/json"
                        data-testid=test_ids::SETTINGS_FILE
                        node_ref=picker
                        on:change=picked
                    />
                </label>
            </div>
        </section>
    }
}

/// What the file adds, and the button that adds it.
#[component]
fn Offered(
    offer: Offer,
    /// Where it is shown, so that it is not once it was added.
    shown: RwSignal<Option<Offer>>,
    done: RwSignal<bool>,
    attempt: Attempt,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let Offer { added, waits } = offer;
    let password = PasswordNode::new();
    let lines = added_lines(&added);
    let needs_password = !added.limits.is_empty();
    let is_nothing = added.is_empty();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let password = match needs_password.then(|| take(password)).transpose() {
            Ok(password) => password,
            Err(failure) => return attempt.fail(failure),
        };
        let added = added.clone();
        attempt.run(async move {
            store.add_saved(added, password).await?;
            shown.set(None);
            done.set(true);
            // Another language draws the sheet anew, which is to say the same then.
            store.sheet.update_untracked(|sheet| {
                if let Some(Sheet::SettingsFile { added }) = sheet {
                    *added = true;
                }
            });
            Ok(())
        });
    };
    let line = |text: String| view! { <li data-testid=test_ids::SETTINGS_ADDS>{text}</li> };
    view! {
        <form on:submit=add autocomplete="off" data-testid=test_ids::SETTINGS_OFFER>
            {if is_nothing {
                view! { <p>{say!(settings.file.nothing_new)}</p> }.into_any()
            } else {
                view! {
                    <p>{say!(settings.file.adds)}</p>
                    <ul class="list-disc pl-5">{lines.into_iter().map(line).collect_view()}</ul>
                }
                    .into_any()
            }}
            {waits.then(|| view! { <p class="hint">{say!(settings.file.limits_wait)}</p> })}
            {needs_password
                .then(|| {
                    view! {
                        <PasswordField
                            id=test_ids::SETTINGS_FILE_PASSWORD
                            label=say!(settings.file.limits_password)
                            node=password
                            described_by=test_ids::SETTINGS_BRING_ERROR
                        />
                    }
                })}
            {(!is_nothing)
                .then(|| {
                    view! {
                        <div class="buttons">
                            <SubmitButton
                                testid=test_ids::SETTINGS_ADD
                                attempt
                                label=say!(settings.file.add)
                                busy_label=say!(settings.file.adding)
                            />
                        </div>
                    }
                })}
        </form>
    }
}
