//! What miners answer, side by side and as it comes. All of it is drawn as text, never as markup; JSON as a tree.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::miners::json::Tree;
use crate::miners::tree::Json;
use crate::miners::{ANSWERS, Answer, Answers, Desk, State, name};
use crate::transfer::sentence;
use crate::{format, page, test_ids, words};

/// Streamed values of an answer that are shown.
const MOST_VALUES: usize = 200;

/// The answers of the last question; nothing before the first.
#[component]
pub(super) fn AnswerList(desk: Desk) -> impl IntoView {
    move || desk.answers.get().map(|answers| view! { <Shown desk answers /> })
}

#[component]
fn Shown(desk: Desk, answers: Answers) -> impl IntoView {
    let is_open = {
        let answers = answers.clone();
        Memo::new(move |_| answers.is_open())
    };
    let groups = {
        let groups = answers.groups.clone();
        let asked = answers.miners.len();
        move || {
            let groups = groups.get();
            let lines: Vec<_> = groups
                .iter()
                .filter(|group| group.uids.len() > 1)
                .map(|group| view! { <li>{words::miners::same_answer(&group.uids)}</li> })
                .collect();
            (asked > 1 && !lines.is_empty()).then(|| {
                view! {
                    <div data-testid=test_ids::MINERS_AGREEMENT data-groups=groups.len().to_string()>
                        <ul class="pb-3 text-sm">{lines}</ul>
                        <p class="hint">{say!(miners.answers.same_about)}</p>
                    </div>
                }
            })
        }
    };
    let failure = {
        let failure = answers.failure.clone();
        move || {
            let failure = failure.get();
            failure.map(|failure| view! { <p class="alert alert-error">{words::failure(&failure)}</p> })
        }
    };
    let each = answers
        .miners
        .iter()
        .map(|(uid, answer)| view! { <One desk answers=answers.clone() uid=*uid answer=answer.clone() /> })
        .collect_view();
    view! {
        <section class="panel" aria-labelledby=ANSWERS>
            <div class="panel-head">
                <h2 id=ANSWERS tabindex="-1">{say!(miners.answers.title, question = name(&answers.wanted.question))}</h2>
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::MINERS_CANCEL
                    hidden=move || !is_open.get()
                    on:click=move |_| desk.cancel()
                >
                    {say!(common.cancel)}
                </button>
            </div>
            <div role="alert">{failure}</div>
            <div role="status">{groups}</div>
            <div class="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,300px),1fr))] gap-3">{each}</div>
        </section>
    }
}

#[component]
fn One(desk: Desk, answers: Answers, uid: u16, answer: ArcRwSignal<Answer>) -> impl IntoView {
    let state = {
        let answer = answer.clone();
        Memo::new(move |_| answer.read().state.clone())
    };
    let text = {
        let answer = answer.clone();
        Signal::derive(move || answer.read().said.text().to_owned())
    };
    let values = {
        let answer = answer.clone();
        Memo::new(move |_| {
            let answer = answer.read();
            let values = answer.said.values();
            (
                values
                    .iter()
                    .take(MOST_VALUES)
                    .cloned()
                    .enumerate()
                    .collect::<Vec<_>>(),
                values.len(),
            )
        })
    };
    let has_text = Memo::new(move |_| !text.read().is_empty());
    let has_values = Memo::new(move |_| !values.read().0.is_empty());
    let unshown = move || {
        let count = values.read().1.saturating_sub(MOST_VALUES);
        (count > 0).then(|| say!(miners.answers.more_values, count = format::number(count as u64)))
    };
    let wanted = answers.wanted;
    let status = move || match state.get() {
        State::Waiting => say!(miners.answers.waiting).to_owned(),
        State::Coming => say!(miners.answers.coming).to_owned(),
        State::Cancelled => say!(miners.answers.cancelled).to_owned(),
        State::Answered(meta) => words::miners::answered(&meta),
        State::Failed(failure) => match failure.meta {
            Some(meta) => format!("{} · {} ms", meta.status, meta.latency_ms),
            None => say!(miners.answers.none).to_owned(),
        },
    };
    let remark = move || match state.get() {
        State::Answered(meta) => meta
            .skew
            .map(|skew| view! { <p class="hint">{sentence(words::miners::clocks(&skew))}</p> }.into_any()),
        State::Failed(failure) => {
            let wanted = wanted.clone();
            let again = failure.may_ask_again.then(|| {
                view! {
                    <button
                        type="button"
                        class="btn btn-ghost btn-sm mt-1 -ml-2"
                        data-testid=test_ids::MINERS_ANSWER_AGAIN
                        on:click=move |_| desk.again(&wanted, uid)
                    >
                        {say!(miners.answers.again)}
                    </button>
                }
            });
            Some(
                view! {
                    <p class="pt-2 text-sm wrap-anywhere text-stop">{words::miners::ask_failure(&failure)}</p>
                    {failure.advice.as_deref().map(|advice| view! { <p class="hint">{words::miners::engine_says(advice)}</p> })}
                    {again}
                }
                .into_any(),
            )
        }
        State::Waiting | State::Coming | State::Cancelled => None,
    };
    let code = move || match state.get() {
        State::Failed(failure) => Some(failure.code),
        State::Waiting | State::Coming | State::Answered(_) | State::Cancelled => None,
    };
    let save = move |_| {
        let whole = answer.read_untracked().said.whole();
        let ending = if has_values.get_untracked() { "json" } else { "txt" };
        if let Err(failure) = page::download(&format!("miner-{uid}.{ending}"), whole.as_bytes()) {
            desk.refused.set(Some(words::failure(&failure)));
        }
    };
    view! {
        <article
            class="min-w-0 rounded-box border border-line p-3"
            aria-label=say!(miners.answers.miner, uid = uid)
            data-testid=test_ids::MINERS_ANSWER
            data-uid=uid.to_string()
            data-state=move || state.read().name()
            data-code=code
        >
            <p class="panel-head">
                <strong>{say!(miners.answers.miner, uid = uid)}</strong>
                <span class="hint" role="status">
                    {status}
                </span>
            </p>
            <pre
                class="said-by"
                tabindex="0"
                aria-label=say!(miners.answers.of_miner, uid = uid)
                role="region"
                hidden=move || !has_text.get()
                data-testid=test_ids::MINERS_ANSWER_TEXT
            >
                {text}
            </pre>
            <div
                class="said-by json"
                tabindex="0"
                aria-label=say!(miners.answers.of_miner, uid = uid)
                role="region"
                hidden=move || !has_values.get()
                data-testid=test_ids::MINERS_ANSWER_JSON
            >
                <For
                    each=move || values.get().0
                    key=|(position, _)| *position
                    children=move |(_, json): (usize, Json)| view! { <Tree json uid /> }
                />
                <p class="hint">{unshown}</p>
            </div>
            {remark}
            <button
                type="button"
                class="btn btn-ghost btn-sm mt-1 -ml-2"
                hidden=move || !(has_text.get() || has_values.get()) || state.read().is_open()
                data-testid=test_ids::MINERS_ANSWER_SAVE
                on:click=save
            >
                {say!(common.save)}
            </button>
        </article>
    }
}
