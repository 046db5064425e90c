//! What is imported: typed or pasted, dropped or chosen. It goes to the signing core, which says what it is.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::{DetectImport, SecretBytes};
use web_sys::{DragEvent, File};

use crate::attempt::Attempt;
use crate::components::import::progress::{Progress, Step, forget};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{page, test_ids, words};

/// A masked field for text, and a place for files.
#[component]
pub(super) fn SourceStep(progress: Progress, unread: RwSignal<Option<Failure>>) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let shown = RwSignal::new(false);
    let over = RwSignal::new(false);
    let field = NodeRef::<html::Textarea>::new();
    let picker = NodeRef::<html::Input>::new();
    if let Some(failure) = unread.try_update(Option::take).flatten() {
        attempt.fail(failure);
    }

    let detect = move |content: SecretBytes| async move {
        let detected = store.clients()?.vault.call(DetectImport { content }).await;
        match detected {
            Ok(detected) if !detected.holds_secret && progress.again.get_value().is_some() => {
                forget(store, detected.import);
                page::focus_when_drawn(test_ids::IMPORT_TEXT);
                return Err(Failure::worded(
                    ErrorCode::NoSecret,
                    say!(failures.own.only_an_address),
                ));
            }
            Ok(detected) => progress.step.set(Step::Open(detected)),
            Err(failure) => {
                page::focus_when_drawn(test_ids::IMPORT_TEXT);
                return Err(failure);
            }
        }
        Ok(())
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // Out of the field, into the vault, and the field is empty.
        let typed = field.get_untracked().map(|field| {
            let typed = field.value();
            field.set_value("");
            typed
        });
        match typed {
            Some(typed) if !typed.trim().is_empty() => {
                attempt.run(detect(SecretBytes::new(typed.into_bytes())));
            }
            _ => attempt.fail(Failure::worded(
                ErrorCode::UnknownKeyFormat,
                say!(failures.own.nothing_to_import),
            )),
        }
    };
    let read = move |file: File| {
        attempt.run(async move {
            let content = page::read_file(file).await.ok_or_else(|| {
                Failure::worded(ErrorCode::UnknownKeyFormat, say!(failures.own.unreadable_file))
            })?;
            detect(SecretBytes::new(content)).await
        });
    };
    let dropped = move |event: DragEvent| {
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            // Otherwise the browser would open it, or put its text into the field.
            event.prevent_default();
            read(file);
        }
    };
    let picked = move |_| {
        let Some(picker) = picker.get_untracked() else {
            return;
        };
        if let Some(file) = picker.files().and_then(|files| files.get(0)) {
            read(file);
        }
        // So that the same file can be chosen again.
        picker.set_value("");
    };
    view! {
        <form on:submit=submit autocomplete="off">
            <SheetTitle>{progress.title()}</SheetTitle>
            {progress
                .again
                .get_value()
                .map(|again| {
                    view! {
                        <p>
                            {again.label}
                            " "
                            <span class="code" data-testid=test_ids::IMPORT_AGAIN>
                                {again.address.to_string()}
                            </span>
                        </p>
                        <p class="hint">{say!(import.again_hint)}</p>
                    }
                })}
            <p class="hint" id="import-hint">
                {say!(import.hint)}
            </p>
            <div class="label-row">
                <label for=test_ids::IMPORT_TEXT>{say!(import.text)}</label>
                <button
                    type="button"
                    class="btn btn-ghost btn-sm"
                    data-testid=test_ids::IMPORT_SHOW
                    aria-pressed=move || shown.get().to_string()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { say!(common.hide) } else { say!(common.show) }}
                </button>
            </div>
            <textarea
                id=test_ids::IMPORT_TEXT
                class="textarea code"
                class:masked=move || !shown.get()
                class:over=move || over.get()
                rows="4"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                autofocus=true
                data-1p-ignore="true"
                data-lpignore="true"
                data-testid=test_ids::IMPORT_TEXT
                aria-describedby=format!("import-hint {}", test_ids::IMPORT_TEXT_ERROR)
                aria-invalid=move || attempt.failure().is_some().then_some("true")
                node_ref=field
                on:dragover=move |event: DragEvent| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=dropped
            ></textarea>
            <Trouble id=test_ids::IMPORT_TEXT_ERROR attempt say=words::import_failure />
            <div class="buttons">
                <label class="btn file">
                    {say!(import.choose_file)}
                    <input type="file" data-testid=test_ids::IMPORT_FILE node_ref=picker on:change=picked />
                </label>
                <SheetClose />
                <SubmitButton
                    testid=test_ids::IMPORT_READ
                    attempt
                    label=say!(import.look)
                    busy_label=say!(import.looking)
                />
            </div>
        </form>
    }
}
