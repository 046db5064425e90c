//! The secret on the screen: hidden until it is asked for.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{AskBackup, RevealedSecret};

use crate::attempt::Attempt;
use crate::components::backup::sheet::{Revealed, Step};
use crate::components::sheets::SheetClose;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{page, test_ids};

/// What stands in the place of what is hidden.
const HIDDEN: &str = "••••••";

/// The words of a mnemonic, numbered, and the way to the question.
#[component]
pub(super) fn SecretWords(address: AccountId, step: RwSignal<Step>, revealed: Revealed) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let shown = RwSignal::new(false);
    let was_shown =
        Memo::new(move |before: Option<&bool>| shown.get() || before.is_some_and(|before| *before));
    let ask = move |_| {
        attempt.run(async move {
            let question = store.ask_vault(AskBackup { address }).await?;
            revealed.set_value(None);
            step.set(Step::Question(question.positions));
            Ok(())
        });
    };
    let count = revealed.with_value(|secret| text(secret).split(' ').count());
    let word = move |position: usize| {
        let text = move || {
            if !shown.get() {
                return HIDDEN.to_owned();
            }
            revealed.with_value(|secret| {
                text(secret)
                    .split(' ')
                    .nth(position)
                    .unwrap_or_default()
                    .to_owned()
            })
        };
        view! {
            <li data-testid=test_ids::BACKUP_WORD data-position=(position + 1).to_string()>
                <span class="code">{text}</span>
            </li>
        }
    };
    view! {
        <p class="hint">{say!(backup.words)}</p>
        <ol class="words">{(0..count).map(word).collect_view()}</ol>
        <ShowButton shown />
        <CopySecret revealed />
        <Trouble id=test_ids::BACKUP_ERROR attempt />
        <div class="buttons">
            <SheetClose label=say!(common.later) />
            <button
                type="button"
                class="btn btn-primary"
                data-testid=test_ids::BACKUP_NEXT
                disabled=move || !was_shown.get() || attempt.is_busy()
                on:click=ask
            >
                {say!(backup.wrote_down)}
            </button>
        </div>
    }
}

/// A secret that is one line of text.
#[component]
pub(super) fn SecretLine(revealed: Revealed) -> impl IntoView {
    let shown = RwSignal::new(false);
    let line = move || {
        if shown.get() {
            revealed.with_value(|secret| text(secret).to_owned())
        } else {
            HIDDEN.to_owned()
        }
    };
    view! {
        <p class="hint">{say!(backup.line)}</p>
        <p class="code well mt-3 px-4 py-3" data-testid=test_ids::BACKUP_URI>
            {line}
        </p>
        <ShowButton shown />
        <CopySecret revealed />
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}

#[component]
fn ShowButton(shown: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="buttons -ml-2 justify-start pt-1">
            <button
                type="button"
                class="btn btn-ghost btn-sm"
                data-testid=test_ids::BACKUP_SHOW
                aria-pressed=move || shown.get().to_string()
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {move || if shown.get() { say!(common.hide) } else { say!(common.show) }}
            </button>
        </div>
    }
}

/// Copying, behind what speaks against it.
#[component]
fn CopySecret(revealed: Revealed) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let Some(secret) = revealed.get_value() else {
            return;
        };
        spawn_local(async move {
            let done = page::copy(text(&Some(secret))).await;
            // The sheet may be gone by now.
            let _ = copied.try_set(done);
        });
    };
    page::has_clipboard().then(|| {
        view! {
            <details class="pt-1">
                <summary>{say!(backup.copy_instead)}</summary>
                <p class="hint">{say!(backup.copy_hint)}</p>
                <div class="buttons -ml-2 justify-start pt-1">
                    <button type="button" class="btn btn-ghost btn-sm" data-testid=test_ids::BACKUP_COPY on:click=copy>
                        <span aria-live="polite">
                            {move || if copied.get() { say!(common.copied) } else { say!(backup.copy) }}
                        </span>
                    </button>
                </div>
            </details>
        }
    })
}

fn text(secret: &Option<RevealedSecret>) -> &str {
    match secret {
        Some(RevealedSecret::Mnemonic { words }) => words.expose(),
        Some(RevealedSecret::Uri { text }) => text.expose(),
        Some(RevealedSecret::FileOnly) | None => "",
    }
}
