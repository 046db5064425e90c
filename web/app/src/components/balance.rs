//! What the chosen account has, and how sure that is.

use leptos::prelude::*;
use taolight_bittensor::reads::Balance;
use taolight_locales::{say, show};
use taolight_primitives::{Level, Rao};

use crate::components::amount::Amount;
use crate::components::certainty::Certainty;
use crate::store::Store;
use crate::{format, test_ids, words};

const TITLE: &str = "balance-title";

/// The proven balance with its block; what is missing until then.
#[component]
pub(crate) fn BalancePanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let is_known = Memo::new(move |_| store.balance.read().is_some());
    let has_account = Memo::new(move |_| store.chosen.get().is_some());
    view! {
        <Show when=move || has_account.get()>
            <section class="panel" aria-labelledby=TITLE>
                <h2 id=TITLE>{say!(portfolio.balance.title)}</h2>
                <Show when=move || is_known.get() fallback=|| view! { <Pending /> }>
                    <Figures />
                </Show>
                <div role="status">
                    {move || {
                        store
                            .balance_failure
                            .get()
                            .map(|failure| view! { <p class="field-error">{words::failure(&failure)}</p> })
                    }}
                </div>
            </section>
        </Show>
    }
}

#[component]
fn Pending() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <p class="hint">
            {move || {
                if store.is_ready() {
                    say!(chain.reading)
                } else {
                    say!(chain.read_later)
                }
            }}
        </p>
    }
}

#[component]
fn Figures() -> impl IntoView {
    let store = expect_context::<Store>();
    let of = move |part: fn(&Balance) -> Rao| {
        Signal::derive(move || {
            store
                .balance
                .read()
                .as_ref()
                .map_or(Rao::ZERO, |balance| part(&balance.value))
        })
    };
    let level = Signal::derive(move || {
        store
            .balance
            .read()
            .as_ref()
            .map_or(Level::Unverified, |read| read.level)
    });
    let block = move || store.balance.read().as_ref().map(|balance| balance.block.number);
    let since = move || {
        store.stale_head().map(|head| {
            view! {
                <span class="text-care" title=format::exact_time(head.time_ms)>
                    {move || {
                        say!(chain.not_up_to_date, age = format::age(store.now_ms.get(), head.time_ms))
                    }}
                </span>
            }
        })
    };
    view! {
        <div class:stale=move || store.stale_head().is_some()>
            <p class="pt-1 pb-3 text-xl leading-tight [&_.fine]:text-lg">
                <Amount value=of(|balance| balance.free) testid=test_ids::BALANCE_FREE />
                <Certainty level />
            </p>
            <dl class="rows">
                <dt>{say!(portfolio.balance.transferable)}</dt>
                <dd>
                    <Amount value=of(|balance| balance.transferable_in_full) />
                </dd>
                <dt>{say!(portfolio.reserved)}</dt>
                <dd>
                    <Amount value=of(|balance| balance.reserved) testid=test_ids::BALANCE_RESERVED />
                </dd>
                <dt>{say!(portfolio.balance.frozen)}</dt>
                <dd>
                    <Amount value=of(|balance| balance.frozen) testid=test_ids::BALANCE_FROZEN />
                </dd>
            </dl>
        </div>
        <p class="hint mt-2">
            {show!(
                chain.proven_at,
                block = move || {
                    view! {
                        <span class="number" data-testid=test_ids::BALANCE_BLOCK data-number=block>
                            {move || block().map(format::block)}
                        </span>
                    }
                },
                level = move || view! { <Certainty level spelled=true testid=test_ids::BALANCE_LEVEL /> }
            )}
            " "
            {since}
        </p>
    }
}
