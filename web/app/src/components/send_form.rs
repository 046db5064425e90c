//! The form that sends TAO. It checks while you type and loses nothing when something is refused.

use std::future::ready;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_bittensor::intents::{Intent, Transfer};
use taolight_locales::say;
use taolight_primitives::AccountId;

use crate::components::activity::Latest;
use crate::components::address_field::AddressField;
use crate::components::contact::{Contacts, SaveContact};
use crate::components::field_error::FieldError;
use crate::components::payer::Payer;
use crate::components::submission::{Submission, SubmissionButtons};
use crate::components::switch::Switch;
use crate::store::Store;
use crate::transfer::{Problems, problems_of};
use crate::{format, sending, test_ids, words};

const TITLE: &str = "send-title";

/// The form, and what was sent lately.
#[component]
pub(crate) fn SendPage() -> impl IntoView {
    view! {
        <div class="columns">
            <SendForm />
            <div class="column">
                <Contacts />
                <Latest />
            </div>
        </div>
    }
}

/// Destination, amount, keep-alive and the way to the review.
#[component]
fn SendForm() -> impl IntoView {
    let store = expect_context::<Store>();
    let submission = Submission::new();
    let filling = RwSignal::new(false);
    // What the engine refused of a field, until the draft changes.
    let refused = RwSignal::new(Problems::default());
    // A field is not called wrong before its first chance to be right.
    let left_destination = RwSignal::new(false);
    let left_amount = RwSignal::new(false);
    let destination_field = NodeRef::<html::Textarea>::new();
    let amount_field = NodeRef::<html::Input>::new();

    let problems = Memo::new(move |_| store.draft.read().check(store.means()).err().unwrap_or_default());
    let destination_error = Signal::derive(move || {
        let found = left_destination
            .get()
            .then(|| problems.read().destination.clone())
            .flatten();
        found.or_else(|| refused.read().destination.clone())
    });
    let amount_error = Signal::derive(move || {
        let found = left_amount
            .get()
            .then(|| problems.read().amount.clone())
            .flatten();
        found.or_else(|| refused.read().amount.clone())
    });

    let change = move |change: &dyn Fn(&mut crate::transfer::Draft)| {
        refused.set(Problems::default());
        submission.clear();
        store.draft.update(change);
    };
    // After a transfer was handed over the form starts afresh.
    Effect::new(move |_| {
        if store.draft.read().amount.is_empty() {
            left_amount.set(false);
        }
        if store.draft.read().destination.is_empty() {
            left_destination.set(false);
        }
    });

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if submission.is_busy() {
            return;
        }
        left_destination.set(true);
        left_amount.set(true);
        refused.set(Problems::default());
        submission.clear();
        let checked = untrack(|| store.draft.read().check(store.means()));
        let intent = match checked {
            Ok(intent) => intent,
            Err(problems) => {
                // Only moves the focus; the errors stand beside the fields in any case.
                let _ = if problems.destination.is_some() {
                    destination_field.get_untracked().map(|field| field.focus())
                } else {
                    amount_field.get_untracked().map(|field| field.focus())
                };
                return;
            }
        };
        let Some(from) = submission.signer(store) else {
            return;
        };
        submission.review_or(store, from, None, ready(Ok(intent)), move |failure| {
            let problems = problems_of(failure);
            let is_of_a_field = problems.destination.is_some() || problems.amount.is_some();
            refused.set(problems);
            is_of_a_field
        });
    };

    let max = move |_| {
        let (Some(from), Some(balance)) = (store.chosen.get_untracked(), untrack(|| store.means().balance))
        else {
            return submission.refuse(say!(send.max_needs_balance));
        };
        let (destination, keep_alive) = {
            let draft = store.draft.read_untracked();
            (AccountId::from_ss58(&draft.destination).ok(), draft.keep_alive)
        };
        filling.set(true);
        refused.set(Problems::default());
        submission.clear();
        spawn_local(async move {
            let found = match store.clients() {
                Ok(clients) => {
                    sending::largest_amount(&clients, from, balance, keep_alive, |amount| {
                        Intent::from(Transfer {
                            destination: destination.unwrap_or(from),
                            amount,
                            keep_alive,
                        })
                    })
                    .await
                }
                Err(failure) => Err(failure),
            };
            match found {
                Ok((amount, deposit)) => {
                    store.existential_deposit.set(Some(deposit));
                    store.draft.update(|draft| draft.amount = format::amount(amount));
                    left_amount.set(true);
                }
                Err(failure) => submission.refuse(words::review_failure(&failure)),
            }
            filling.set(false);
        });
    };

    let everything = Memo::new(move |_| store.draft.read().everything);
    let what = move |(all, name, text): (bool, &'static str, &'static str)| {
        view! {
            <button
                type="button"
                class="btn btn-sm join-item"
                data-testid=test_ids::SEND_FORM
                data-form=name
                aria-pressed=move || (everything.get() == all).to_string()
                on:click=move |_| change(&|draft| draft.everything = all)
            >
                {text}
            </button>
        }
    };
    let keep_alive_hint = move || {
        let deposit = store.existential_deposit.get();
        let deposit = deposit.map(|deposit| format!("{} {}", format::amount(deposit), format::TAU));
        match (everything.get(), store.draft.read().keep_alive, deposit) {
            (true, false, _) => say!(send.all_but_fee).to_owned(),
            (true, true, Some(deposit)) => say!(send.all_but_deposit, deposit = deposit),
            (true, true, None) => say!(send.all_but_the_deposit).to_owned(),
            (false, true, Some(deposit)) => say!(send.keeps_deposit, deposit = deposit),
            (false, true, None) => say!(send.keeps_the_deposit).to_owned(),
            (false, false, Some(deposit)) => say!(send.may_lose_deposit, deposit = deposit),
            (false, false, None) => say!(send.may_lose_the_deposit).to_owned(),
        }
    };

    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(common.send)}</h2>
            <Payer />
            <form on:submit=submit autocomplete="off" novalidate>
                <AddressField
                    id=test_ids::SEND_DESTINATION
                    label=say!(send.to)
                    is_receiver=true
                    value=Signal::derive(move || store.draft.read().destination.clone())
                    typed=move |typed: String| change(&|draft| draft.destination.clone_from(&typed))
                    problem=destination_error
                    known=Signal::derive(move || store.known_accounts())
                    node=destination_field
                    left=Callback::new(move |()| {
                        left_destination.set(!store.draft.read_untracked().destination.is_empty());
                    })
                />
                <SaveContact address=Signal::derive(move || {
                    AccountId::from_ss58(&store.draft.read().destination).ok()
                }) />

                <div class="join mt-4" role="group" aria-label=say!(send.how_much)>
                    {[(false, "exact", say!(send.an_amount)), (true, "all", say!(send.everything))].map(what)}
                </div>
                <div hidden=everything>
                <label class="field-label" for=test_ids::SEND_AMOUNT>{say!(common.amount)}</label>
                <div class="input">
                    <span class="text-muted" aria-hidden="true">{format::TAU}</span>
                    <input
                        id=test_ids::SEND_AMOUNT
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        placeholder="0.0"
                        aria-label=say!(send.amount_in_tao)
                        data-testid=test_ids::SEND_AMOUNT
                        aria-describedby=test_ids::SEND_AMOUNT_ERROR
                        aria-invalid=move || amount_error.read().is_some().then_some("true")
                        node_ref=amount_field
                        prop:value=move || store.draft.read().amount.clone()
                        on:input:target=move |event| {
                            let typed = event.target().value();
                            change(&|draft| draft.amount.clone_from(&typed));
                        }
                        on:blur=move |_| left_amount.set(!store.draft.read_untracked().amount.is_empty())
                    />
                    <button
                        type="button"
                        class="btn btn-ghost btn-sm -mr-1.5"
                        data-testid=test_ids::SEND_MAX
                        aria-label=say!(send.max_about)
                        disabled=filling
                        on:click=max
                    >
                        {say!(send.max)}
                    </button>
                </div>
                <FieldError id=test_ids::SEND_AMOUNT_ERROR error=amount_error />
                </div>

                <Switch
                    testid=test_ids::SEND_KEEP_ALIVE
                    label=say!(send.keep_alive)
                    described_by="keep-alive-hint"
                    checked=Signal::derive(move || store.draft.read().keep_alive)
                    change=move |keep| change(&|draft| draft.keep_alive = keep)
                />
                <p class="hint mt-1" id="keep-alive-hint">{keep_alive_hint}</p>

                <SubmissionButtons
                    submission
                    testid=test_ids::SEND_REVIEW
                    error_id=test_ids::SEND_ERROR
                    limits_id=test_ids::SEND_LIMITS
                />
            </form>
        </section>
    }
}
