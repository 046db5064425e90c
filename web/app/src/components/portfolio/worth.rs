//! What everything is worth in TAO: at the present prices, and if it were sold now.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::Rao;

use crate::components::amount::Amount;
use crate::components::certainty::Certainty;
use crate::components::portfolio::worth_line::WorthLine;
use crate::components::proof::Proof;
use crate::components::stat::Stat;
use crate::holdings::Totals;
use crate::store::Store;
use crate::{format, test_ids};

const TITLE: &str = "worth-title";

/// The sums.
#[component]
pub(super) fn WorthPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let totals = Memo::new(move |_| store.portfolio.with(Totals::of).unwrap_or_default());
    let is_known = Memo::new(move |_| store.portfolio.is_known());
    let of = move |part: fn(&Totals) -> Rao| Signal::derive(move || part(&totals.read()));
    let level = Signal::derive(move || store.portfolio.level());
    let staked_on = move || match totals.read().subnet_count {
        1 => say!(portfolio.on_subnets_one, count = 1),
        count => say!(portfolio.on_subnets_many, count = format::number(count)),
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE>{say!(portfolio.worth)}</h2>
                <Scope />
            </div>
            <Show when=move || is_known.get()>
                <div class:stale=move || store.stale_head().is_some()>
                    <p class="pt-1 pb-3 text-xl leading-tight [&_.fine]:text-lg">
                        <Amount value=of(|totals| totals.at_spot) testid=test_ids::PORTFOLIO_AT_SPOT />
                        <Certainty level />
                    </p>
                    <WorthLine />
                    <dl class="rows">
                        <Stat name=say!(portfolio.if_all_sold) value=of(|totals| totals.if_sold) level testid=test_ids::PORTFOLIO_IF_SOLD />
                        <Stat name=say!(portfolio.free) value=of(|totals| totals.free) level testid=test_ids::PORTFOLIO_FREE />
                        <Show when=move || { totals.read().reserved > Rao::ZERO }>
                            <Stat name=say!(portfolio.reserved) value=of(|totals| totals.reserved) level />
                        </Show>
                        <Stat name=say!(portfolio.on_root) value=of(|totals| totals.root) level testid=test_ids::PORTFOLIO_ROOT />
                        <Stat
                            name=Signal::derive(staked_on)
                            value=of(|totals| totals.subnets)
                            level
                            testid=test_ids::PORTFOLIO_SUBNETS
                        />
                    </dl>
                    <p class="hint" hidden=move || totals.read().sellable>
                        {say!(portfolio.not_sellable)}
                    </p>
                    <p class="hint" hidden=move || !totals.read().has_locked>
                        {say!(portfolio.has_locked)}
                    </p>
                </div>
            </Show>
            <Proof reading=store.portfolio testid=test_ids::PORTFOLIO_PROOF />
        </section>
    }
}

/// One account or all, where there are several.
#[component]
fn Scope() -> impl IntoView {
    let store = expect_context::<Store>();
    let count = Memo::new(move |_| store.accounts.read().as_ref().map_or(0, Vec::len));
    let button = move |all: bool, scope: &'static str, name: &'static str| {
        view! {
            <button
                type="button"
                class="btn btn-sm join-item"
                data-testid=test_ids::PORTFOLIO_SCOPE
                data-scope=scope
                aria-pressed=move || (store.all_accounts.get() == all).to_string()
                on:click=move |_| store.all_accounts.set(all)
            >
                {name}
            </button>
        }
    };
    move || {
        (count.get() > 1).then(|| {
            view! {
                <div class="join" role="group" aria-label=say!(portfolio.scope)>
                    {button(false, "one", say!(portfolio.this_account))}
                    {button(true, "all", say!(portfolio.all_accounts))}
                </div>
            }
        })
    }
}
