//! What a trade would give, asked again at every finalized block, and what stands in its way.

use std::time::Duration;

use leptos::prelude::*;
use taolight_bittensor::reads::Trade;
use taolight_bittensor::{Amount, PriceImpact, Quote, Rate};
use taolight_locales::{say, show};
use taolight_primitives::NetUid;
use taolight_protocol::engine::WatchQuote;

use crate::components::certainty::Certainty;
use crate::naming::ROOT;
use crate::store::Store;
use crate::trading::{is_priced, protection};
use crate::words::quote::{amount, billionths, obstacle};
use crate::{format, test_ids, words};

/// How long nothing was typed before it is asked.
const PAUSE: Duration = Duration::from_millis(250);
/// A trade that moves the price by a hundredth is worth a second look, by a twentieth a third.
const NOTABLE: PriceImpact = PriceImpact(10_000);
const LARGE: PriceImpact = PriceImpact(50_000);

/// The quote of a trade; what is missing until there is one.
#[component]
pub(crate) fn QuotePanel(
    /// The trade, once it is whole.
    trade: Memo<Option<Trade>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    Effect::new(move |_| {
        let (opened, tolerance) = (store.opened.get(), store.tolerance.get());
        // A quote of another trade must never be taken for this one's.
        store.quote.clear();
        if let (1.., Some(trade)) = (opened, trade.get()) {
            let protection = protection(&trade, tolerance);
            store
                .quote
                .follow_after(store, PAUSE, move || WatchQuote { trade, protection });
        }
    });
    on_cleanup(move || store.quote.clear());

    let is_known = Memo::new(move |_| store.quote.is_known());
    let pending = move || match (trade.read().is_some(), store.is_ready()) {
        (false, _) => say!(quote.pending_form),
        (true, false) => say!(quote.pending_chain),
        (true, true) => say!(quote.pending_pool),
    };
    let failure = move || {
        let failure = store.quote.failure();
        failure.map(|failure| view! { <p class="field-error">{words::failure(&failure)}</p> })
    };
    view! {
        <div data-testid=test_ids::QUOTE data-block=move || store.quote.block()>
            <Show when=move || is_known.get() fallback=move || view! { <p class="hint">{pending}</p> }>
                <Rows trade />
            </Show>
            <div role="status">{failure}</div>
        </div>
    }
}

#[component]
fn Rows(trade: Memo<Option<Trade>>) -> impl IntoView {
    let store = expect_context::<Store>();
    let quote = Memo::new(move |_| store.quote.with(|quote| *quote));
    let unit = move |netuid: NetUid| store.unit(netuid);
    let said = move |part: fn(&Quote) -> Option<Amount>| {
        move || match quote.get().as_ref().and_then(part) {
            Some(found) => amount(found, unit),
            None => "—".to_owned(),
        }
    };
    let exact =
        move |part: fn(&Quote) -> Option<Amount>| move || quote.get().as_ref().and_then(part).map(billionths);
    let is_priced = Memo::new(move |_| trade.read().as_ref().is_some_and(is_priced));
    let origin = move || trade.read().as_ref().map_or(ROOT, origin);
    let impact = Memo::new(move |_| {
        quote
            .get()
            .map_or(PriceImpact::default(), |quote| quote.price_impact)
    });
    let tone = move || match impact.get() {
        impact if impact >= LARGE => "font-semibold text-stop",
        impact if impact >= NOTABLE => "text-care",
        _ => "",
    };
    let level = Signal::derive(move || store.quote.level());
    let receive = move || {
        if is_priced.get() {
            say!(quote.receive_unless_traded)
        } else {
            say!(quote.receive)
        }
    };
    let rate = move |part: fn(&Quote) -> Option<Rate>| {
        move || {
            let rate = quote.get().as_ref().and_then(part)?;
            Some(match rate {
                Rate::Price(price) => format!("{} {}", format::price(price), format::TAU),
                Rate::Ratio(ratio) => {
                    let trade = trade.get()?;
                    let (from, to) = (store.unit(self::origin(&trade)), store.unit(destination(&trade)));
                    say!(
                        quote.ratio,
                        rate = format::exact(ratio.parts()),
                        from = from,
                        to = to
                    )
                }
            })
        }
    };
    let stopped = move || {
        let obstacle = quote.get()?.obstacle?;
        let name = obstacle.error_name();
        let text = self::obstacle(&obstacle, origin(), unit);
        Some(view! {
            <p class="alert alert-warning" data-testid=test_ids::QUOTE_OBSTACLE data-reason=name>
                <span>{text}</span>
            </p>
        })
    };
    let prices = move || {
        is_priced.get().then(|| {
            view! {
                <dl class="rows">
                    <dt>{say!(quote.price_now)}</dt>
                    <dd class="number">{rate(|quote| Some(quote.spot))}</dd>
                    <dt>{say!(quote.price_of_trade)}</dt>
                    <dd class="number">{rate(|quote| quote.effective)}</dd>
                    <dt>{say!(quote.price_impact)}</dt>
                    <dd
                        class=move || format!("number {}", tone())
                        data-testid=test_ids::QUOTE_IMPACT
                        data-millionths=move || impact.get().0.to_string()
                    >
                        {move || format::percent(impact.get().0)}
                    </dd>
                    <dt>{say!(quote.limit)}</dt>
                    <dd class="number">{rate(|quote| quote.limit)}</dd>
                    <dt>{say!(quote.pool_fee)}</dt>
                    <dd class="number">{said(|quote| Some(quote.fee))}</dd>
                </dl>
            }
        })
    };
    view! {
        <div class:stale=move || store.stale_head().is_some()>
            <dl class="rows mt-2 pb-4 text-base">
                <dt>{say!(quote.pay)}</dt>
                <dd class="number" data-testid=test_ids::QUOTE_IN data-amount=exact(|quote| Some(quote.amount_in))>
                    {said(|quote| Some(quote.amount_in))}
                </dd>
                <dt>{receive}</dt>
                <dd class="number" data-testid=test_ids::QUOTE_OUT data-amount=exact(|quote| Some(quote.amount_out))>
                    {said(|quote| Some(quote.amount_out))}
                </dd>
                <Show when=move || is_priced.get()>
                    <dt class="font-semibold">{say!(quote.receive_at_least)}</dt>
                    <dd
                        class="number font-semibold"
                        data-testid=test_ids::QUOTE_AT_LEAST
                        data-amount=exact(promised)
                    >
                        {said(promised)}
                    </dd>
                </Show>
            </dl>
            {prices}
            <div class="not-empty:pt-2" role="alert">{stopped}</div>
            <p class="hint mt-2">
                {show!(
                    quote.quoted_at,
                    block = move || {
                        view! { <span class="number">{move || store.quote.block().map(format::block)}</span> }
                    },
                    level = move || view! { <Certainty level spelled=true /> }
                )}
            </p>
        </div>
    }
}

/// The least that a trade brings. One that will not be done promises nothing.
fn promised(quote: &Quote) -> Option<Amount> {
    quote.minimum_out.filter(|_| quote.obstacle.is_none())
}

fn origin(trade: &Trade) -> NetUid {
    match trade {
        Trade::Buy { .. } => ROOT,
        Trade::Sell { from, .. } | Trade::Move { from, .. } => from.netuid,
    }
}

fn destination(trade: &Trade) -> NetUid {
    match trade {
        Trade::Sell { .. } => ROOT,
        Trade::Buy { to, .. } | Trade::Move { to, .. } => to.netuid,
    }
}
