//! What the three forms share: the account, the fields of each, the quote, and the way to the review.

use std::future::ready;

use leptos::prelude::*;
use taolight_bittensor::reads::Trade;
use taolight_locales::say;
use taolight_primitives::Verified;

use crate::components::activity::Latest;
use crate::components::payer::Payer;
use crate::components::stake::quote::QuotePanel;
use crate::components::stake::tolerance::ToleranceField;
use crate::components::submission::{Submission, SubmissionButtons};
use crate::store::Store;
use crate::test_ids;
use crate::trading::{Promise, intent, is_priced};

const TITLE: &str = "trade-title";
const QUOTE_TITLE: &str = "trade-quote-title";

/// A form that ends in a review. The fields are its children.
#[component]
pub(super) fn TradeForm(
    /// What the form is for.
    title: &'static str,
    /// The trade, once it is whole.
    trade: Memo<Option<Trade>>,
    /// What is missing while it is not.
    #[prop(into)]
    missing: Signal<Option<String>>,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let submission = Submission::new();
    // What was refused is about another trade.
    Effect::new(move |_| {
        trade.track();
        submission.clear();
    });

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if submission.is_busy() {
            return;
        }
        submission.clear();
        let Some(trade) = trade.get_untracked() else {
            let missing = missing.get_untracked();
            return submission.refuse(missing.unwrap_or_else(|| say!(stake.fill_in_first).to_owned()));
        };
        let Some(from) = submission.signer(store) else {
            return;
        };
        let Some(quote) = untrack(|| store.quote.get()) else {
            return submission.refuse(say!(stake.no_quote_yet));
        };
        let Some(intent) = intent(&trade, &quote.value) else {
            return submission.refuse(say!(stake.cannot_be_done));
        };
        let promise = Verified {
            value: Promise::from(&quote.value),
            block: quote.block,
            level: quote.level,
        };
        submission.review(store, from, Some(promise), ready(Ok(intent)));
    };
    let needs_tolerance = Memo::new(move |_| trade.read().as_ref().is_none_or(is_priced));
    view! {
        <form class="columns" on:submit=submit autocomplete="off" novalidate>
            <section class="panel" aria-labelledby=TITLE>
                <h2 id=TITLE>{title}</h2>
                <Payer />
                {children()}
                <div hidden=move || !needs_tolerance.get()>
                    <ToleranceField />
                </div>
            </section>
            <section class="panel" aria-labelledby=QUOTE_TITLE>
                <h2 id=QUOTE_TITLE>{say!(stake.what_it_gives)}</h2>
                <QuotePanel trade />
                <SubmissionButtons
                    submission
                    testid=test_ids::STAKE_REVIEW
                    error_id=test_ids::STAKE_ERROR
                    limits_id=test_ids::STAKE_LIMITS
                />
                <p class="hint mt-1">{say!(stake.fee_in_review)}</p>
            </section>
        </form>
        <Latest />
    }
}
