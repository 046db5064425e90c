//! The review: what leaves, who gets it, what it costs, what could go wrong, as the signing core itself decoded it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::{Bytes, Failure, Rao};
use taolight_protocol::engine::Intent;
use taolight_protocol::vault::{Argument, CallNode, HumanValue, MetadataCheck};

use crate::components::amount::Amount;
use crate::components::certainty::Certainty;
use crate::components::dialog::Dialog;
use crate::sending::{self, Review};
use crate::store::Store;
use crate::transfer::Draft;
use crate::{format, test_ids, words};

const TITLE: &str = "review-title";

impl Store {
    /// Shows a review, and learns the existential deposit from it.
    pub(crate) fn show_review(self, review: Review) {
        self.existential_deposit
            .set(Some(review.prepared.existential_deposit));
        self.review.set(Some(review));
    }
}

/// The sheet; open while there is something to review.
#[component]
pub(crate) fn ReviewSheet() -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    // The approval that was handed to the vault; it is never handed over again.
    let used = StoredValue::new(None::<Bytes>);

    let is_open = Memo::new(move |_| store.review.read().is_some());
    let close = move || {
        if !busy.get_untracked() {
            store.review.set(None);
            failure.set(None);
        }
    };
    let confirm = Callback::new(move |()| {
        let Some(review) = store.review.get_untracked() else {
            return;
        };
        let approval = review.summary.approval.clone();
        if busy.get_untracked() || used.get_value().as_ref() == Some(&approval) {
            return;
        }
        used.set_value(Some(approval));
        busy.set(true);
        spawn_local(async move {
            let sent = match store.clients() {
                Ok(clients) => sending::send(&clients, review).await,
                Err(failure) => Err(failure),
            };
            busy.set(false);
            match sent {
                Ok(_) => {
                    let keep_alive = store.draft.read_untracked().keep_alive;
                    store.draft.set(Draft {
                        keep_alive,
                        ..Draft::default()
                    });
                    close();
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    });
    let again = Callback::new(move |()| {
        let Some(review) = store.review.get_untracked() else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let reviewed = match store.clients() {
                Ok(clients) => {
                    sending::review(&clients, review.prepared.unsigned.account, review.intent).await
                }
                Err(failure) => Err(failure),
            };
            busy.set(false);
            match reviewed {
                Ok(review) => {
                    failure.set(None);
                    store.show_review(review);
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    });
    view! {
        <Dialog open=is_open on_close=move |()| close() locked=busy title=TITLE testid=test_ids::REVIEW_SHEET>
            {move || {
                store
                    .review
                    .get()
                    .map(|review| {
                        view! {
                            <Facts review=review.clone() />
                            <Decision review busy failure confirm again cancel=Callback::new(move |()| close()) />
                        }
                    })
            }}
        </Dialog>
    }
}

/// Everything that a person should know before saying yes.
#[component]
fn Facts(review: Review) -> impl IntoView {
    let store = expect_context::<Store>();
    let total = review.total();
    let Review {
        intent,
        prepared,
        summary,
    } = review;
    let Intent::Transfer {
        destination, amount, ..
    } = intent.clone();
    let from = summary.account;
    let from_name = move || store.label_of(from);
    let to_name = move || {
        store
            .label_of(destination)
            .map(|name| format!("{name}, an account of yours"))
    };
    let network = move || store.network.read().as_ref().map(|network| network.name.clone());
    let lasts_until = summary
        .mortality
        .birth
        .number
        .saturating_add(summary.mortality.period);
    let left = move || {
        let free = store.balance.read().as_ref()?.value.free;
        free.checked_sub(total?)
    };
    let call_name = format!("{}.{}", summary.call.pallet, summary.call.name);
    view! {
        <h2 id=TITLE>{words::act(&intent)}</h2>
        <dl class="rows stacked">
            <dt>"To"</dt>
            <dd>
                <span class="code" data-testid=test_ids::REVIEW_DESTINATION>{destination.to_string()}</span>
                {move || to_name().map(|name| view! { <span class="beside">{name}</span> })}
            </dd>
            <dt>"From"</dt>
            <dd>
                <span class="code">{from.to_string()}</span>
                {move || from_name().map(|name| view! { <span class="beside">{name}</span> })}
            </dd>
        </dl>
        <dl class="rows review-rows">
            <dt>"Arrives"</dt>
            <dd>
                <Amount value=amount testid=test_ids::REVIEW_AMOUNT />
            </dd>
            <dt>"Fee"</dt>
            <dd>
                <Amount value=prepared.fee.value testid=test_ids::REVIEW_FEE />
            </dd>
            <dt>"Leaves your account"</dt>
            <dd class="strong">
                <Amount value=total.unwrap_or(Rao(u64::MAX)) testid=test_ids::REVIEW_TOTAL />
            </dd>
            {move || {
                left().map(|left| view! {
                    <dt>"Left afterwards"</dt>
                    <dd><Amount value=left /></dd>
                })
            }}
            <dt>"Fee estimated at"</dt>
            <dd>
                {format::block(prepared.fee.block.number)} " "
                <Certainty level=prepared.fee.level spelled=true />
            </dd>
            <dt>"Valid until"</dt>
            <dd>
                {format::block(lasts_until)} ", for " {format::count(summary.mortality.period, "block", "blocks")}
            </dd>
            <dt>"Network"</dt>
            <dd>{network}</dd>
        </dl>
        <ul class="warnings">
            {summary
                .warnings
                .iter()
                .map(|warning| {
                    view! {
                        <li class="message care" data-testid=test_ids::REVIEW_WARNING>
                            {words::warning(*warning)}
                        </li>
                    }
                })
                .collect_view()}
        </ul>
        <section class="decoded" data-testid=test_ids::REVIEW_CALL data-call=call_name>
            <Call call=summary.call />
            <Check check=summary.metadata_check />
        </section>
    }
}

#[component]
fn Check(check: MetadataCheck) -> impl IntoView {
    match check {
        MetadataCheck::Enabled { digest } => view! {
            <p class="hint proof" data-testid=test_ids::REVIEW_CHECK data-check="enabled" title=format!("Digest {digest}")>
                "Decoded by the signing core · metadata proven"
            </p>
        }
        .into_any(),
        MetadataCheck::Unsupported => view! {
            <p class="hint proof care" data-testid=test_ids::REVIEW_CHECK data-check="unsupported">
                "△ Decoded by the signing core · metadata not proven"
            </p>
        }
        .into_any(),
    }
}

/// What can be done now: sign and send, start over, or leave.
#[component]
fn Decision(
    review: Review,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    confirm: Callback<()>,
    again: Callback<()>,
    cancel: Callback<()>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let genesis = store
        .network
        .read_untracked()
        .as_ref()
        .map(|network| network.genesis);
    let objection = match genesis {
        Some(genesis) => review.objection(genesis),
        None => Some("The network was closed meanwhile."),
    };
    let act = words::act(&review.intent);
    let problem = move || match objection {
        Some(objection) => Some(format!("{objection} Nothing can be signed. Your money is safe.")),
        None => failure.read().as_ref().map(words::submit_failure),
    };
    let primary = move || {
        if objection.is_some() {
            return None;
        }
        let failure = failure.get();
        match failure {
            None => {
                let act = act.clone();
                let label = move || {
                    if busy.get() {
                        "Signing and sending…".to_owned()
                    } else {
                        act.clone()
                    }
                };
                Some(
                    view! {
                        <button
                            type="button"
                            class="primary"
                            data-testid=test_ids::REVIEW_CONFIRM
                            disabled=busy
                            on:click=move |_| confirm.run(())
                        >
                            {label}
                        </button>
                    }
                    .into_any(),
                )
            }
            Some(failure) if words::may_review_again(&failure) => Some(
                view! {
                    <button
                        type="button"
                        class="primary"
                        data-testid=test_ids::REVIEW_AGAIN
                        disabled=busy
                        on:click=move |_| again.run(())
                    >
                        {move || if busy.get() { "Preparing…" } else { "Review again" }}
                    </button>
                }
                .into_any(),
            ),
            Some(_) => None,
        }
    };
    view! {
        <div class="sticky">
            <div role="alert">
                {move || {
                    problem().map(|text| view! { <p class="message stop" data-testid=test_ids::REVIEW_ERROR>{text}</p> })
                }}
            </div>
            <div class="buttons">
                <button
                    type="button"
                    data-testid=test_ids::REVIEW_CANCEL
                    disabled=busy
                    on:click=move |_| cancel.run(())
                >
                    {move || if failure.read().is_some() { "Close" } else { "Cancel" }}
                </button>
                {primary}
            </div>
        </div>
    }
}

/// A call as a tree.
#[component]
fn Call(call: CallNode) -> impl IntoView {
    view! {
        <p class="code call">{call.pallet} "." {call.name}</p>
        {tree(call.arguments)}
    }
}

fn tree(arguments: Vec<Argument>) -> AnyView {
    let rows = arguments.into_iter().map(|Argument { name, value }| {
        view! {
            <li>
                <span class="argument">{name}</span>
                " "
                {human(value)}
            </li>
        }
    });
    view! { <ul class="tree">{rows.collect_view()}</ul> }.into_any()
}

fn human(value: HumanValue) -> AnyView {
    match value {
        HumanValue::Account(account) => view! { <span class="code">{account.to_string()}</span> }.into_any(),
        HumanValue::Amount(amount) => {
            view! { <span>{format::TAU} "\u{202f}" {format::amount(amount)}</span> }.into_any()
        }
        HumanValue::Number(digits) => view! { <span>{digits}</span> }.into_any(),
        HumanValue::Text(text) => view! { <span>{text}</span> }.into_any(),
        HumanValue::Bytes(bytes) => view! { <span class="code">{bytes.to_hex()}</span> }.into_any(),
        HumanValue::Flag(flag) => view! { <span>{if flag { "yes" } else { "no" }}</span> }.into_any(),
        HumanValue::Empty => view! { <span>"nothing"</span> }.into_any(),
        HumanValue::List(values) => {
            let rows = values.into_iter().map(|value| view! { <li>{human(value)}</li> });
            view! { <ol class="tree">{rows.collect_view()}</ol> }.into_any()
        }
        HumanValue::Fields(fields) => tree(fields),
        HumanValue::Call(call) => view! { <Call call /> }.into_any(),
    }
}
