//! What a transaction does, in figures and names.

use leptos::prelude::*;
use taolight_bittensor::intents::{Intent, Transfer, TransferAll};
use taolight_primitives::{AccountId, Verified};
use taolight_protocol::vault::{MetadataCheck, ShownCall};

use crate::components::amount::Amount;
use crate::components::certainty::Certainty;
use crate::components::review::call::Shown;
use crate::components::review::sheet::TITLE;
use crate::components::review::warnings::Warnings;
use crate::sending::Review;
use crate::store::Store;
use crate::trading::Promise;
use crate::{format, test_ids, words};

/// Everything that a person should know before saying yes.
#[component]
pub(super) fn Facts(review: Review) -> impl IntoView {
    let store = expect_context::<Store>();
    let total = review.total();
    let Review {
        intent,
        prepared,
        summary,
        promise,
    } = review;
    let from = summary.account;
    let from_name = move || store.label_of(from);
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
    let call_name = match &summary.call {
        ShownCall::Decoded { call } => format!("{}.{}", call.pallet, call.name),
        ShownCall::Raw { .. } => "raw".to_owned(),
    };
    view! {
        <h2 id=TITLE>{words::act(&intent)}</h2>
        <dl class="rows stacked">
            {match &intent {
                Intent::Transfer(Transfer { destination, .. }) | Intent::TransferAll(TransferAll { destination, .. }) => {
                    Some(view! { <Destination account=*destination /> })
                }
                _ => None,
            }}
            <dt>"From"</dt>
            <dd>
                <span class="code">{from.to_string()}</span>
                {move || from_name().map(|name| view! { <span class="beside">{name}</span> })}
            </dd>
        </dl>
        {match &intent {
            Intent::Transfer(_) => None,
            other => Some(view! { <Effects lines=words::effects(&other.effects(from)) /> }),
        }}
        <dl class="rows review-rows">
            {match &intent {
                Intent::Transfer(transfer) => Some(view! {
                    <dt>"Arrives"</dt>
                    <dd>
                        <Amount value=transfer.amount testid=test_ids::REVIEW_AMOUNT />
                    </dd>
                }),
                _ => None,
            }}
            {promise.map(|promise| view! { <Promised promise /> })}
            <dt>"Fee"</dt>
            <dd>
                <Amount value=prepared.fee.value testid=test_ids::REVIEW_FEE />
            </dd>
            <dt>"Leaves your account"</dt>
            <dd class="strong">
                {match total {
                    Some(total) => view! { <Amount value=total testid=test_ids::REVIEW_TOTAL /> }.into_any(),
                    None => "as much as there is".into_any(),
                }}
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
        <Warnings warnings=summary.warnings />
        <section class="decoded" data-testid=test_ids::REVIEW_CALL data-call=call_name>
            <Shown call=summary.call />
            <Check check=summary.metadata_check />
        </section>
    }
}

/// Who receives a transfer.
#[component]
fn Destination(account: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let name = move || {
        store
            .label_of(account)
            .map(|name| format!("{name}, an account of yours"))
    };
    view! {
        <dt>"To"</dt>
        <dd>
            <span class="code" data-testid=test_ids::REVIEW_DESTINATION>{account.to_string()}</span>
            {move || name().map(|name| view! { <span class="beside">{name}</span> })}
        </dd>
    }
}

/// What a trade was quoted to give. The limit that is signed comes out of this very quote.
#[component]
fn Promised(promise: Verified<Promise>) -> impl IntoView {
    let store = expect_context::<Store>();
    let Promise { least, out, impact } = promise.value;
    let said = move |amount| words::quote::amount(amount, |netuid| store.unit(netuid));
    let (name, arrives) = match least {
        Some(least) => ("Arrives at least", least),
        None => ("Arrives", out),
    };
    view! {
        <dt>{name}</dt>
        <dd class="amount strong" data-testid=test_ids::REVIEW_AT_LEAST data-amount=words::quote::billionths(arrives)>
            {move || said(arrives)}
        </dd>
        <dt>"By the quote"</dt>
        <dd class="amount">{move || said(out)}</dd>
        {impact.map(|impact| {
            view! {
                <dt>"Price impact"</dt>
                <dd>{format::percent(impact.0)}</dd>
            }
        })}
        <dt>"Quoted at"</dt>
        <dd>{format::block(promise.block.number)} " " <Certainty level=promise.level spelled=true /></dd>
    }
}

/// What changes, line by line.
#[component]
fn Effects(lines: Vec<String>) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
    view! { <ul class="effects" data-testid=test_ids::REVIEW_EFFECTS>{lines.collect_view()}</ul> }
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
