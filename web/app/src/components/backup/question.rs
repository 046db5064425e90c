//! Three of the words, to show that the copy exists.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{AnswerBackup, Secret};

use crate::attempt::Attempt;
use crate::components::backup::sheet::Step;
use crate::components::sheets::SheetClose;
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{test_ids, words};

/// A field for each position that is asked for.
#[component]
pub(super) fn QuestionStep(address: AccountId, step: RwSignal<Step>, positions: Vec<u8>) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let fields: Vec<(u8, NodeRef<html::Input>)> = positions
        .into_iter()
        .map(|position| (position, NodeRef::new()))
        .collect();
    let nodes: Vec<_> = fields.iter().map(|(_, node)| *node).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let answers = nodes.iter().map(|node| {
            let typed = node.get_untracked().map(|field| field.value());
            Secret::new(typed.unwrap_or_default().trim().to_lowercase())
        });
        let answers = AnswerBackup {
            address,
            words: answers.collect(),
        };
        attempt.run(async move {
            store.ask_vault(answers).await?;
            store.list_accounts().await?;
            step.set(Step::Done);
            Ok(())
        });
    };
    let field = |(place, (position, node)): (usize, (u8, NodeRef<html::Input>))| {
        let id = format!("{}-{position}", test_ids::BACKUP_ANSWER);
        view! {
            <label class="field-label" for=id.clone()>{say!(backup.word, position = position)}</label>
            <input
                id=id
                class="input"
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                autofocus={place == 0}
                data-1p-ignore="true"
                data-lpignore="true"
                data-testid=test_ids::BACKUP_ANSWER
                data-position=position.to_string()
                aria-describedby=test_ids::BACKUP_ERROR
                node_ref=node
            />
        }
    };
    view! {
        <form on:submit=submit autocomplete="off">
            <p class="hint">{say!(backup.question)}</p>
            {fields.into_iter().enumerate().map(field).collect_view()}
            <Trouble id=test_ids::BACKUP_ERROR attempt say=wrong_word />
            <div class="buttons">
                <SheetClose label=say!(common.later) />
                <SubmitButton
                    testid=test_ids::BACKUP_CHECK
                    attempt
                    label=say!(backup.check)
                    busy_label=say!(backup.checking)
                />
            </div>
        </form>
    }
}

fn wrong_word(failure: &Failure) -> String {
    match (failure.code, &failure.data) {
        (ErrorCode::BackupMismatch, Some(position)) => {
            say!(backup.wrong_word, position = position.as_str())
        }
        _ => words::failure(failure),
    }
}
