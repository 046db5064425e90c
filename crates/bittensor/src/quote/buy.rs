//! TAO into a subnet's alpha.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, Price, Rao};

use super::{
    Amount, Obstacle, Place, PriceImpact, Protection, Quote, Rate,
    obstacle::ensure,
    rate::{billionths, times},
};
use crate::{Fee, Fill};

/// What decides a purchase, as one block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BuyContext {
    /// The least that the chain stakes (the constant `SubtensorModule.InitialMinStake`).
    pub minimum_stake: Rao,
    /// What the account can spend and live on, less the transaction's own fee.
    pub spendable: Rao,
    /// Where the stake goes.
    pub to: Place,
}

impl BuyContext {
    /// What staking that much TAO would give.
    pub fn quote(&self, amount: Rao, protection: Protection) -> Quote {
        let pool = &self.to.pool;
        let spot = pool.price();
        let limit = protection.tolerance().map(|tolerance| tolerance.above(spot));
        let checked = self.check(amount, protection, limit);
        let fill = match checked {
            Ok(possible) => pool.buy(possible, limit, Fee::Charged),
            Err(_) => pool.buy(amount, None, Fee::Charged),
        }
        .unwrap_or(Fill {
            paid: amount,
            ..Fill::default()
        });
        let used = Rao(fill.paid.0.saturating_add(fill.fee.0));
        Quote {
            amount_in: Amount::tao(used),
            fee: Amount::tao(fill.fee),
            amount_out: Amount::alpha(self.to.netuid, fill.received),
            minimum_out: self.minimum_out(fill.paid, protection, limit),
            spot: Rate::Price(spot),
            effective: billionths(used.0, fill.received.0).map(|price| Rate::Price(Price(price))),
            limit: limit.map(Rate::Price),
            price_impact: PriceImpact::of(pool.alpha_at_spot(fill.paid).0, fill.received.0),
            protection,
            obstacle: checked.err(),
        }
    }

    /// The chain's checks in its order; what it would then trade.
    fn check(&self, amount: Rao, protection: Protection, limit: Option<Price>) -> Result<Rao, Obstacle> {
        let pool = &self.to.pool;
        let most = match limit {
            Some(limit) => pool.most_to_buy_with(limit)?,
            None => amount,
        };
        ensure(self.to.exists, Obstacle::SubnetNotExists)?;
        ensure(self.to.subtoken_enabled, Obstacle::SubtokenDisabled)?;
        let minimum = self.minimum_stake.0;
        let least = Rao(minimum.saturating_add(pool.fee(minimum)));
        ensure(amount >= least, Obstacle::BelowMinimum { least })?;
        let possible = protection
            .possible(amount, most)
            .ok_or(Obstacle::SlippageTooHigh {
                most: Amount::tao(most),
            })?;
        let spendable = self.spendable;
        ensure(possible <= spendable, Obstacle::InsufficientBalance { spendable })?;
        ensure(self.to.hotkey_exists, Obstacle::HotkeyNotExists)?;
        let paid = possible.0.saturating_sub(pool.fee(possible.0));
        ensure(paid >= minimum, Obstacle::PartBelowMinimum { least })?;
        let fill = pool.buy(possible, limit, Fee::Charged)?;
        self.check_limit(possible, &fill, protection)?;
        Ok(possible)
    }

    /// The chain does not see a limit where a purchase empties the pool, because no price is left: such a trade is not
    /// offered with one. Where TAO weighs more than 0.8 it also lets through a trade that is then cut at its limit.
    fn check_limit(
        &self,
        possible: Rao,
        fill: &Fill<Rao, Alpha>,
        protection: Protection,
    ) -> Result<(), Obstacle> {
        let used = Rao(fill.paid.0.saturating_add(fill.fee.0));
        match protection {
            Protection::None => Ok(()),
            Protection::Whole { .. } | Protection::Part { .. } if self.to.pool.is_emptied_by(fill) => {
                Err(Obstacle::InsufficientLiquidity)
            }
            Protection::Whole { .. } => ensure(
                used >= possible,
                Obstacle::SlippageTooHigh {
                    most: Amount::tao(used),
                },
            ),
            Protection::Part { .. } => Ok(()),
        }
    }

    /// Every rao is worth alpha at the limit's price at least.
    fn minimum_out(&self, paid: Rao, protection: Protection, limit: Option<Price>) -> Option<Amount> {
        match (protection, limit) {
            (Protection::Whole { .. }, Some(limit)) if limit > Price::ZERO => {
                let least = times(paid.0, Price::ONE.0, limit.0);
                Some(Amount::alpha(self.to.netuid, Alpha(least)))
            }
            (Protection::None | Protection::Whole { .. } | Protection::Part { .. }, _) => None,
        }
    }
}
