//! What the three forms share: the account, the fields of each, the quote, and the way to the review.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_bittensor::reads::Trade;
use taolight_primitives::ErrorCode;

use crate::components::activity::Latest;
use crate::components::field_error::FieldError;
use crate::components::payer::Payer;
use crate::components::stake::quote::QuotePanel;
use crate::components::stake::tolerance::ToleranceField;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::trading::{intent, is_priced};
use crate::{test_ids, words};

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
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let of_limits = RwSignal::new(false);
    let refuse = move |text: String| refused.set(Some(text));
    // What was refused is about another trade.
    Effect::new(move |_| {
        trade.track();
        refused.set(None);
        of_limits.set(false);
    });

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        refused.set(None);
        of_limits.set(false);
        let Some(from) = store.chosen.get_untracked() else {
            return refuse("Add an account first: it pays and signs.".to_owned());
        };
        if untrack(|| store.is_watched_only()) {
            return refuse(words::WATCHED.to_owned());
        }
        let Some(trade) = trade.get_untracked() else {
            let missing = missing.get_untracked();
            return refuse(missing.unwrap_or_else(|| "Fill in the form first.".to_owned()));
        };
        if !untrack(|| store.is_ready()) {
            return refuse(
                "The chain is not proven yet. Review as soon as the status says Ready.".to_owned(),
            );
        }
        let Some(quote) = untrack(|| store.quote.get()) else {
            return refuse("There is no quote yet. Review as soon as it is shown.".to_owned());
        };
        let Some(intent) = intent(&trade, &quote.value) else {
            return refuse("This cannot be done as it is: see above. Nothing was signed.".to_owned());
        };
        busy.set(true);
        spawn_local(async move {
            match store.reviewed(from, intent, Some(quote)).await {
                Ok(review) => store.show_review(review),
                // Whoever does not unlock finds the form as it was.
                Err(failure) if failure.code == ErrorCode::Cancelled => {}
                Err(failure) => {
                    of_limits.set(words::is_of_limits(&failure));
                    refuse(words::review_failure(&failure));
                }
            }
            busy.set(false);
        });
    };
    let limits = move || {
        of_limits.get().then(|| {
            let open = move |_| {
                if let Some(account) = store.chosen.get_untracked() {
                    store.open_sheet(Sheet::Limits(account));
                }
            };
            view! {
                <button type="button" class="quiet" data-testid=test_ids::STAKE_LIMITS on:click=open>
                    "Look at the limits"
                </button>
            }
        })
    };
    let needs_tolerance = Memo::new(move |_| trade.read().as_ref().is_none_or(is_priced));
    view! {
        <form class="columns" on:submit=submit autocomplete="off" novalidate>
            <section class="panel fields" aria-labelledby=TITLE>
                <h2 id=TITLE>{title}</h2>
                <Payer />
                {children()}
                <div class="fields" hidden=move || !needs_tolerance.get()>
                    <ToleranceField />
                </div>
            </section>
            <section class="panel" aria-labelledby=QUOTE_TITLE>
                <h2 id=QUOTE_TITLE>"What it gives"</h2>
                <QuotePanel trade />
                <FieldError id=test_ids::STAKE_ERROR error=refused />
                <div class="buttons">
                    {limits}
                    <button
                        type="submit"
                        class="primary"
                        data-testid=test_ids::STAKE_REVIEW
                        aria-disabled=move || busy.get().to_string()
                    >
                        {move || if busy.get() { "Preparing…" } else { "Review" }}
                    </button>
                </div>
                <p class="hint">"The network's own fee is shown in the review. Nothing is signed before that."</p>
            </section>
        </form>
        <Latest />
    }
}
