//! The form that sends TAO. It checks while you type and loses nothing when something is refused.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::{AccountId, ErrorCode};

use crate::components::activity::Latest;
use crate::components::field_error::FieldError;
use crate::components::payer::Payer;
use crate::sheet::Sheet;
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
            <Latest />
        </div>
    }
}

/// Destination, amount, keep-alive and the way to the review.
#[component]
fn SendForm() -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    // What the engine refused, until the draft changes.
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
    let form_error = Signal::derive(move || refused.read().form.clone());

    let change = move |change: &dyn Fn(&mut crate::transfer::Draft)| {
        refused.set(Problems::default());
        store.draft.update(change);
    };
    let refuse = move |text: &str| {
        refused.set(Problems {
            form: Some(text.to_owned()),
            ..Problems::default()
        });
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
        if busy.get_untracked() {
            return;
        }
        left_destination.set(true);
        left_amount.set(true);
        refused.set(Problems::default());
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
        let Some(from) = store.chosen.get_untracked() else {
            return refuse("Add an account first: it pays and signs.");
        };
        if untrack(|| store.is_watched_only()) {
            return refuse(words::WATCHED);
        }
        if !untrack(|| store.is_ready()) {
            return refuse("The chain is not proven yet. Review as soon as the status says Ready.");
        }
        busy.set(true);
        spawn_local(async move {
            match store.reviewed(from, intent.into(), None).await {
                Ok(review) => store.show_review(review),
                // Whoever does not unlock finds the form as it was.
                Err(failure) if failure.code == ErrorCode::Cancelled => {}
                Err(failure) => {
                    let mut problems = problems_of(&failure);
                    if problems.form.is_some() {
                        problems.form = Some(words::review_failure(&failure));
                    }
                    refused.set(problems);
                }
            }
            busy.set(false);
        });
    };

    let max = move |_| {
        let (Some(from), Some(balance)) = (store.chosen.get_untracked(), untrack(|| store.means().balance))
        else {
            return refuse("Max needs your balance, and it is not read yet.");
        };
        let (destination, keep_alive) = {
            let draft = store.draft.read_untracked();
            (AccountId::from_ss58(&draft.destination).ok(), draft.keep_alive)
        };
        busy.set(true);
        refused.set(Problems::default());
        spawn_local(async move {
            let found = match store.clients() {
                Ok(clients) => {
                    sending::largest_amount(&clients, from, destination, balance, keep_alive).await
                }
                Err(failure) => Err(failure),
            };
            match found {
                Ok((amount, deposit)) => {
                    store.existential_deposit.set(Some(deposit));
                    store.draft.update(|draft| draft.amount = format::amount(amount));
                    left_amount.set(true);
                }
                Err(failure) => refuse(&words::review_failure(&failure)),
            }
            busy.set(false);
        });
    };

    let limits = move || {
        refused.read().of_limits.then(|| {
            let open = move |_| {
                if let Some(account) = store.chosen.get_untracked() {
                    store.open_sheet(Sheet::Limits(account));
                }
            };
            view! {
                <div class="buttons start">
                    <button type="button" class="quiet" data-testid=test_ids::SEND_LIMITS on:click=open>
                        "Look at the limits"
                    </button>
                </div>
            }
        })
    };
    let own_name = move || {
        let destination = AccountId::from_ss58(&store.draft.read().destination).ok()?;
        let name = store.label_of(destination)?;
        Some(format!("This is {name}, an account of yours."))
    };
    let keep_alive_hint = move || {
        let deposit = match store.existential_deposit.get() {
            Some(deposit) => format!("{} τ", format::amount(deposit)),
            None => "the existential deposit".to_owned(),
        };
        if store.draft.read().keep_alive {
            format!("A transfer that leaves you less than {deposit} is refused.")
        } else {
            format!("If less than {deposit} is left, the chain removes your account and what is left in it.")
        }
    };

    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>"Send"</h2>
            <Payer />
            <form on:submit=submit autocomplete="off" novalidate>
                <label for=test_ids::SEND_DESTINATION>"To"</label>
                <textarea
                    id=test_ids::SEND_DESTINATION
                    class="code one-address"
                    rows="2"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    placeholder="5…"
                    data-testid=test_ids::SEND_DESTINATION
                    aria-describedby=test_ids::SEND_DESTINATION_ERROR
                    aria-invalid=move || destination_error.read().is_some().then_some("true")
                    node_ref=destination_field
                    prop:value=move || store.draft.read().destination.clone()
                    on:input:target=move |event| {
                        // An address has no line breaks, whatever it was copied from.
                        let typed: String = event.target().value().split_whitespace().collect();
                        change(&|draft| draft.destination.clone_from(&typed));
                    }
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            event.prevent_default();
                            if let Some(form) = destination_field.get_untracked().and_then(|field| field.form()) {
                                // As in any one-line field.
                                let _ = form.request_submit();
                            }
                        }
                    }
                    on:blur=move |_| left_destination.set(!store.draft.read_untracked().destination.is_empty())
                ></textarea>
                <FieldError id=test_ids::SEND_DESTINATION_ERROR error=destination_error />
                {move || own_name().map(|text| view! { <p class="hint">{text}</p> })}

                <label for=test_ids::SEND_AMOUNT>"Amount"</label>
                <div class="amount-field">
                    <span class="unit" aria-hidden="true">{format::TAU}</span>
                    <input
                        id=test_ids::SEND_AMOUNT
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        placeholder="0.0"
                        aria-label="Amount in TAO"
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
                        class="quiet"
                        data-testid=test_ids::SEND_MAX
                        aria-label="Max: fill in the largest amount"
                        disabled=busy
                        on:click=max
                    >
                        "Max"
                    </button>
                </div>
                <FieldError id=test_ids::SEND_AMOUNT_ERROR error=amount_error />

                <label class="switch">
                    <input
                        type="checkbox"
                        role="switch"
                        data-testid=test_ids::SEND_KEEP_ALIVE
                        aria-describedby="keep-alive-hint"
                        prop:checked=move || store.draft.read().keep_alive
                        on:change:target=move |event| {
                            let keep = event.target().checked();
                            change(&|draft| draft.keep_alive = keep);
                        }
                    />
                    "Keep my account alive"
                </label>
                <p class="hint" id="keep-alive-hint">{keep_alive_hint}</p>

                <FieldError id=test_ids::SEND_ERROR error=form_error />
                {limits}
                <div class="buttons">
                    // Not disabled: that would lose the focus, which the review gives back.
                    <button
                        type="submit"
                        class="primary"
                        data-testid=test_ids::SEND_REVIEW
                        aria-disabled=move || busy.get().to_string()
                    >
                        {move || if busy.get() { "Preparing…" } else { "Review" }}
                    </button>
                </div>
            </form>
        </section>
    }
}
