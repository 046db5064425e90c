//! The review of a question: what nobody can promise, to whom it goes, what is sent, and what the signing core read.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::miners::PreparedMiner;
use taolight_protocol::vault::MinerAuth;

use crate::components::copy_button::CopyButton;
use crate::components::dialog::Dialog;
use crate::components::miners::verdict::VerdictWords;
use crate::components::name::HotkeyLabel;
use crate::miners::{Desk, Review, content, name};
use crate::store::Store;
use crate::{format, test_ids, words};

const TITLE: &str = "miners-review-title";

/// The sheet; open while there is something to review.
#[component]
pub(super) fn QuestionReview(desk: Desk) -> impl IntoView {
    let is_open = Memo::new(move |_| desk.review.read().is_some());
    view! {
        <Dialog
            open=is_open
            on_close=move |()| desk.leave()
            locked=desk.busy
            title=TITLE
            testid=test_ids::MINERS_REVIEW_SHEET
        >
            {move || {
                desk.review
                    .get()
                    .map(|review| {
                        view! {
                            <Facts review=review.clone() />
                            <Decision desk review />
                        }
                    })
            }}
        </Dialog>
    }
}

#[component]
fn Facts(review: Review) -> impl IntoView {
    let store = expect_context::<Store>();
    let hotkey = review.wanted.asker.hotkey;
    let label = untrack(|| store.label_of(hotkey));
    let question = &review.wanted.question;
    let promises = review
        .prepared
        .no_promises
        .iter()
        .map(
            |line| view! { <li data-testid=test_ids::MINERS_PROMISE>{words::miners::engine_says(line)}</li> },
        )
        .collect_view();
    let curl = review
        .receivers()
        .find_map(|miner| miner.curl.clone())
        .map(|curl| {
            view! {
                <details class="pt-1">
                    <summary>{say!(miners.review.command)}</summary>
                    <pre class="said-by" tabindex="0" data-testid=test_ids::MINERS_CURL>
                        {curl.clone()}
                    </pre>
                    <CopyButton text=curl about=say!(common.copy_command) />
                </details>
            }
        });
    let sent = content(question).map(|content| {
        view! {
            <dt>{say!(miners.review.sent)}</dt>
            <dd>
                <pre class="said-by" tabindex="0">
                    {content}
                </pre>
            </dd>
        }
    });
    let asked = review
        .receivers()
        .map(|miner| receiver(miner, true))
        .collect_view();
    let left_out: Vec<_> = review.left_out().map(|miner| receiver(miner, false)).collect();
    let left_out = (!left_out.is_empty()).then(|| {
        view! {
            <h3>{say!(miners.review.left_out)}</h3>
            <ul class="pt-1 pb-3 text-sm *:border-t *:border-line *:py-1.5">{left_out}</ul>
        }
    });
    view! {
        <h2 id=TITLE tabindex="-1">
            {title(&review)}
        </h2>
        <ul class="mb-3 list-disc pl-5 text-sm text-muted">{promises}</ul>
        <dl class="rows stacked mb-3">
            <dt>{say!(miners.review.signed_by)}</dt>
            <dd>
                {label}
                " "
                <HotkeyLabel hotkey />
            </dd>
            <dt>{say!(miners.question)}</dt>
            <dd>{name(question)}</dd>
            {sent}
            <dt>{say!(miners.review.how)}</dt>
            <dd>
                {say!(
                    miners.review.how_long,
                    protocol = words::miners::protocol(review.prepared.protocol),
                    seconds = format::number(review.prepared.timeout_ms.div_ceil(1_000))
                )}
            </dd>
        </dl>
        <h3>{say!(miners.review.to)}</h3>
        <ul class="pt-1 pb-3 text-sm *:border-t *:border-line *:py-1.5">{asked}</ul>
        {left_out}
        {curl}
        <Read review />
    }
}

fn title(review: &Review) -> String {
    match review.receivers().count() {
        1 => say!(miners.review.act_one, count = 1),
        count => say!(miners.review.act_many, count = format::number(count as u64)),
    }
}

fn receiver(miner: &PreparedMiner, is_asked: bool) -> impl IntoView + use<> {
    let address = miner.address.clone();
    view! {
        <li data-testid=test_ids::MINERS_RECEIVER data-uid=miner.uid.to_string() data-asked=is_asked.to_string()>
            <span>{say!(miners.answers.miner, uid = miner.uid)} " "</span>
            {address.map(|address| view! { <span class="code">{address}</span> " " })}
            <VerdictWords verdict=miner.verdict.clone() />
        </li>
    }
}

/// What the signing core itself took out of the messages.
#[component]
fn Read(review: Review) -> impl IntoView {
    review.summary.map(|summary| {
        let count = summary.requests.len();
        let first = summary.requests.first();
        let shown = first.map(|request| match request {
            MinerAuth::AxonV10 { body_hash, .. } => ("axon v10", body_hash.to_string()),
            MinerAuth::BtAuth1 {
                method,
                target,
                body_hash,
                ..
            } => {
                let call = format!("{method} {target}");
                let hash = say!(miners.review.hash_of_call, hash = body_hash, call = call);
                ("btauth/1", hash)
            }
            MinerAuth::Epistula2 { body_hash, .. } => ("Epistula 2", body_hash.to_string()),
        });
        shown.map(|(form, hash)| {
            let read = match count {
                1 => say!(miners.review.read_one, count = 1, form = form),
                count => say!(
                    miners.review.read_many,
                    count = format::number(count as u64),
                    form = form
                ),
            };
            view! {
                <div class="well px-4 py-3 text-sm" data-testid=test_ids::MINERS_SUMMARY data-count=count.to_string()>
                    <p>{read}</p>
                    <p class="code">{hash}</p>
                </div>
            }
        })
    })
}

#[component]
fn Decision(desk: Desk, review: Review) -> impl IntoView {
    let objection = untrack(|| desk.miners(|rows| review.objection(rows)));
    let is_stopped = objection.is_some();
    let wanted = StoredValue::new(review.wanted.clone());
    let act = title(&review);
    let problem = move || match &objection {
        Some(objection) => Some(say!(miners.review.stopped, objection = *objection)),
        None => desk.failure.read().as_ref().map(words::review_failure),
    };
    let primary = move || {
        if is_stopped {
            return None;
        }
        let act = act.clone();
        Some(if desk.failure.read().is_some() {
            view! {
                <button
                    type="button"
                    class="btn btn-primary"
                    data-testid=test_ids::MINERS_REVIEW_AGAIN
                    disabled=desk.busy
                    on:click=move |_| desk.prepare(wanted.get_value())
                >
                    {move || if desk.busy.get() { say!(common.preparing) } else { say!(common.review_again) }}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="btn btn-primary"
                    data-testid=test_ids::MINERS_CONFIRM
                    disabled=desk.busy
                    on:click=move |_| desk.approve()
                >
                    {move || if desk.busy.get() { say!(miners.review.signing).to_owned() } else { act.clone() }}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <div class="sticky -bottom-5 -mb-5 bg-surface pb-5 max-sm:-bottom-4 max-sm:-mb-4 max-sm:pb-4">
            <div class="not-empty:pt-3" role="alert">
                {move || {
                    problem()
                        .map(|text| view! { <p class="alert alert-error" data-testid=test_ids::MINERS_REVIEW_ERROR>{text}</p> })
                }}
            </div>
            <div class="buttons">
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::MINERS_REVIEW_CANCEL
                    disabled=desk.busy
                    on:click=move |_| desk.leave()
                >
                    {move || if is_stopped || desk.failure.read().is_some() { say!(common.close) } else { say!(common.cancel) }}
                </button>
                {primary}
            </div>
        </div>
    }
}
