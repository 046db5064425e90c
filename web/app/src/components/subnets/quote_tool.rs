//! What a trade with the subnet's pool would give now. Nothing is signed here.

use leptos::prelude::*;
use taolight_bittensor::reads::{StakePlace, Trade};
use taolight_locales::say;
use taolight_primitives::NetUid;

use crate::components::amount_field::AmountField;
use crate::components::stake::quote::QuotePanel;
use crate::format::TAU;
use crate::holdings::holding;
use crate::store::Store;
use crate::test_ids;
use crate::trading::{typed_alpha, typed_tao};

const TITLE: &str = "quote-title";

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Buy,
    Sell,
}

/// Buys with any amount; sells out of the largest position of the chosen account.
#[component]
pub(super) fn QuoteTool(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let side = RwSignal::new(Side::Buy);
    let amount = RwSignal::new("1".to_owned());
    let largest = Memo::new(move |_| {
        let coldkey = store.chosen.get()?;
        let found = store.portfolio.with(|portfolio| {
            let positions = &holding(portfolio, coldkey, netuid)?.positions;
            let largest = positions.iter().max_by_key(|position| position.alpha)?;
            Some((coldkey, largest.hotkey, largest.alpha))
        });
        found.flatten().map(|(coldkey, hotkey, _)| (coldkey, hotkey))
    });
    // Any hotkey that the chain knows does for a purchase that nobody makes.
    let owner_hotkey = Memo::new(move |_| {
        let owned = store.subnet(netuid).and_then(|subnet| subnet.owner_hotkey);
        let first = || {
            store
                .validators
                .with(|all| all.first().map(|validator| validator.hotkey))
        };
        owned.or_else(|| first().flatten())
    });
    let problem = Memo::new(move |_| match side.get() {
        Side::Buy => typed_tao(&amount.read()).err(),
        Side::Sell => typed_alpha(&amount.read()).err(),
    });
    let trade = Memo::new(move |_| match side.get() {
        Side::Buy => Some(Trade::Buy {
            coldkey: None,
            to: StakePlace {
                hotkey: owner_hotkey.get()?,
                netuid,
            },
            amount: typed_tao(&amount.read()).ok()?,
        }),
        Side::Sell => {
            let (coldkey, hotkey) = largest.get()?;
            Some(Trade::Sell {
                coldkey,
                from: StakePlace { hotkey, netuid },
                amount: Some(typed_alpha(&amount.read()).ok()?),
            })
        }
    });
    let has_nothing = Memo::new(move |_| side.get() == Side::Sell && largest.get().is_none());
    let unit = Signal::derive(move || match side.get() {
        Side::Buy => TAU.to_owned(),
        Side::Sell => store.unit(netuid),
    });
    let label = Signal::derive(move || match side.get() {
        Side::Buy => say!(subnets.quote_tool.would_pay).to_owned(),
        Side::Sell => say!(subnets.quote_tool.would_sell).to_owned(),
    });
    let button = move |this: Side, name: &'static str, id: &'static str| {
        view! {
            <button
                type="button"
                class="btn btn-sm join-item"
                data-testid=test_ids::QUOTE_SIDE
                data-side=id
                aria-pressed=move || (side.get() == this).to_string()
                on:click=move |_| side.set(this)
            >
                {name}
            </button>
        }
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE>{say!(subnets.quote_tool.title)}</h2>
                <div class="join" role="group" aria-label=say!(subnets.quote_tool.side)>
                    {button(Side::Buy, say!(subnets.quote_tool.buy), "buy")}
                    {button(Side::Sell, say!(subnets.quote_tool.sell), "sell")}
                </div>
            </div>
            <div>
                <AmountField
                    id=test_ids::QUOTE_AMOUNT
                    label
                    unit
                    value=amount
                    typed=move |typed| amount.set(typed)
                    error_id=test_ids::QUOTE_AMOUNT_ERROR
                    problem
                />
            </div>
            <p class="hint" hidden=move || !has_nothing.get()>
                {say!(subnets.quote_tool.nothing_to_sell)}
            </p>
            <QuotePanel trade />
        </section>
    }
}
