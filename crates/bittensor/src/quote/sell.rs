//! A subnet's alpha into TAO.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, Price, Rao};

use super::{
    Amount, Holding, Obstacle, Place, PriceImpact, Protection, Quote, Rate,
    obstacle::ensure,
    rate::{billionths, times},
};
use crate::{Fee, Fill};

/// What decides a sale, as one block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SellContext {
    /// The least that a sale brings which leaves some stake (the constant `SubtensorModule.InitialMinStake`).
    pub minimum_stake: Rao,
    /// What is there.
    pub holding: Holding,
    /// Where it is.
    pub from: Place,
}

impl SellContext {
    /// What selling that much alpha would give. More than the position means all of it, as on the chain.
    pub fn quote(&self, amount: Alpha, protection: Protection) -> Quote {
        let amount = amount.min(self.holding.stake);
        let pool = &self.from.pool;
        let spot = pool.price();
        let limit = protection.tolerance().map(|tolerance| tolerance.below(spot));
        let checked = self.check(amount, protection, limit);
        let fill = match checked {
            Ok(possible) => pool.sell(possible, limit, Fee::Charged),
            Err(_) => pool.sell(amount, None, Fee::Charged),
        }
        .unwrap_or(Fill {
            paid: amount,
            ..Fill::default()
        });
        let used = Alpha(fill.paid.0.saturating_add(fill.fee.0));
        let netuid = self.from.netuid;
        Quote {
            amount_in: Amount::alpha(netuid, used),
            fee: Amount::alpha(netuid, fill.fee),
            amount_out: Amount::tao(fill.received),
            minimum_out: minimum_out(fill.paid, protection, limit),
            spot: Rate::Price(spot),
            effective: effective(used, fill.received),
            limit: limit.map(Rate::Price),
            price_impact: PriceImpact::of(pool.value_at_spot(fill.paid).0, fill.received.0),
            protection,
            obstacle: checked.err(),
        }
    }

    /// The chain's checks in its order; what it would then trade.
    fn check(&self, amount: Alpha, protection: Protection, limit: Option<Price>) -> Result<Alpha, Obstacle> {
        let pool = &self.from.pool;
        let most = match limit {
            Some(limit) => pool.most_to_sell(limit)?,
            None => amount,
        };
        ensure(self.from.exists, Obstacle::SubnetNotExists)?;
        ensure(amount > Alpha::ZERO, Obstacle::NothingToTrade)?;
        let proceeds = pool.sell(amount, None, Fee::Charged)?.received;
        let least = self.minimum_stake;
        ensure(
            amount == self.holding.stake || proceeds >= least,
            Obstacle::ProceedsBelowMinimum { least },
        )?;
        let possible = protection
            .possible(amount, most)
            .ok_or(Obstacle::SlippageTooHigh {
                most: Amount::alpha(self.from.netuid, most),
            })?;
        ensure(self.from.hotkey_exists, Obstacle::HotkeyNotExists)?;
        let available = self.holding.available;
        ensure(amount <= available, Obstacle::StakeLocked { available })?;
        ensure(self.from.subtoken_enabled, Obstacle::SubtokenDisabled)?;
        ensure(possible > Alpha::ZERO, Obstacle::PartBelowMinimum { least })?;
        pool.sell(possible, limit, Fee::Charged)?;
        Ok(possible)
    }
}

/// Every alpha brings TAO at the limit's price at least.
fn minimum_out(paid: Alpha, protection: Protection, limit: Option<Price>) -> Option<Amount> {
    match protection {
        Protection::Whole { .. } => limit.map(|limit| Amount::tao(Rao(times(paid.0, limit.0, Price::ONE.0)))),
        Protection::None | Protection::Part { .. } => None,
    }
}

fn effective(used: Alpha, received: Rao) -> Option<Rate> {
    if received == Rao::ZERO {
        return None;
    }
    billionths(received.0, used.0).map(|price| Rate::Price(Price(price)))
}
