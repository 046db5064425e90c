//! What a transaction does, in figures and names.

use leptos::prelude::*;
use taolight_bittensor::intents::{Intent, Transfer, TransferAll};
use taolight_locales::say;
use taolight_primitives::{AccountId, Verified};
use taolight_protocol::vault::{MetadataCheck, ShownCall};

use crate::components::amount::Amount;
use crate::components::certainty::Certainty;
use crate::components::review::call::Shown;
use crate::components::review::names::Names;
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
    let effects = intent.effects(from);
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
            <dt>{say!(common.from)}</dt>
            <dd>
                <span class="code">{from.to_string()}</span>
                {move || from_name().map(|name| view! { <span class="text-muted">{name}</span> })}
            </dd>
            <Names effects=effects.clone() />
        </dl>
        {match &intent {
            Intent::Transfer(_) => None,
            _ => Some(view! { <Effects lines=words::effects(&effects) /> }),
        }}
        <dl class="rows mb-3">
            {match &intent {
                Intent::Transfer(transfer) => Some(view! {
                    <dt>{say!(review.arrives)}</dt>
                    <dd>
                        <Amount value=transfer.amount testid=test_ids::REVIEW_AMOUNT />
                    </dd>
                }),
                _ => None,
            }}
            {promise.map(|promise| view! { <Promised promise /> })}
            <dt>{say!(common.fee)}</dt>
            <dd>
                <Amount value=prepared.fee.value testid=test_ids::REVIEW_FEE />
            </dd>
            <dt>{say!(review.leaves)}</dt>
            <dd class="font-semibold">
                {match total {
                    Some(total) => view! { <Amount value=total testid=test_ids::REVIEW_TOTAL /> }.into_any(),
                    None => say!(review.leaves_unknown).into_any(),
                }}
            </dd>
            {move || {
                left().map(|left| view! {
                    <dt>{say!(review.left)}</dt>
                    <dd><Amount value=left /></dd>
                })
            }}
            <dt>{say!(review.fee_estimated_at)}</dt>
            <dd>
                {format::block(prepared.fee.block.number)} " "
                <Certainty level=prepared.fee.level spelled=true />
            </dd>
            <dt>{say!(review.valid_until)}</dt>
            <dd>{valid(lasts_until, summary.mortality.period)}</dd>
            <dt>{say!(review.network)}</dt>
            <dd>{network}</dd>
        </dl>
        <Warnings warnings=summary.warnings />
        <section class="well px-4 py-3 text-sm" data-testid=test_ids::REVIEW_CALL data-call=call_name>
            <Shown call=summary.call />
            <Check check=summary.metadata_check />
        </section>
    }
}

/// Until which block a transaction can get into the chain, and for how many in all.
fn valid(until: u32, period: u32) -> String {
    let (block, count) = (format::block(until), format::number(period));
    match period {
        1 => say!(review.valid_for_one, block = block, count = count),
        _ => say!(review.valid_for_many, block = block, count = count),
    }
}

/// Who receives a transfer.
#[component]
fn Destination(account: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let name = move || {
        store
            .label_of(account)
            .map(|name| say!(review.yours, name = name))
    };
    view! {
        <dt>{say!(common.to)}</dt>
        <dd>
            <span class="code" data-testid=test_ids::REVIEW_DESTINATION>{account.to_string()}</span>
            {move || name().map(|name| view! { <span class="text-muted">{name}</span> })}
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
        Some(least) => (say!(review.arrives_at_least), least),
        None => (say!(review.arrives), out),
    };
    view! {
        <dt>{name}</dt>
        <dd class="number font-semibold" data-testid=test_ids::REVIEW_AT_LEAST data-amount=words::quote::billionths(arrives)>
            {move || said(arrives)}
        </dd>
        <dt>{say!(review.by_quote)}</dt>
        <dd class="number">{move || said(out)}</dd>
        {impact.map(|impact| {
            view! {
                <dt>{say!(review.price_impact)}</dt>
                <dd>{format::percent(impact.0)}</dd>
            }
        })}
        <dt>{say!(review.quoted_at)}</dt>
        <dd>{format::block(promise.block.number)} " " <Certainty level=promise.level spelled=true /></dd>
    }
}

/// What changes, line by line.
#[component]
fn Effects(lines: Vec<String>) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
    view! { <ul class="pb-3 text-sm" data-testid=test_ids::REVIEW_EFFECTS>{lines.collect_view()}</ul> }
}

#[component]
fn Check(check: MetadataCheck) -> impl IntoView {
    match check {
        MetadataCheck::Enabled { digest } => view! {
            <p class="hint mt-2" data-testid=test_ids::REVIEW_CHECK data-check="enabled" title=say!(review.digest, digest = digest)>
                {say!(review.decoded_proven)}
            </p>
        }
        .into_any(),
        MetadataCheck::Unsupported => view! {
            <p class="hint mt-2 text-care" data-testid=test_ids::REVIEW_CHECK data-check="unsupported">
                {say!(review.decoded_unproven)}
            </p>
        }
        .into_any(),
    }
}
