//! The pool of a subnet, between TAO and its alpha: what a trade with it gives, to the last rao as the chain computes it.
//!
//! Let R be the reserve of what is paid in, S the reserve of what is paid out, and e the weight of the first divided by
//! the weight of the second. Then d, what is paid without the fee, gives S · (1 - (R / (R + d))^e). The chain rounds the
//! power down to 10⁻¹⁸ and everything else to 64 binary digits after the point, and so it is done here.

mod curve;
mod fill;
mod leg;
mod spot;
mod weight;

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, Price, Rao};

pub use fill::{Fee, Fill, Unfillable};
use leg::{Direction, Leg, Limit};
use spot::Spot;
pub use weight::{TaoWeight, WeightError};

/// How a subnet's price is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Mechanism {
    /// One alpha is one TAO, without a fee: the root, and subnets of the first kind. The chain's number 0.
    Stable,
    /// A weighted pool. The chain's number 1.
    Dynamic,
}

/// The pool of a subnet at one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pool {
    /// How the price is made (`SubtensorModule.SubnetMechanism`).
    pub mechanism: Mechanism,
    /// The reserve of TAO (`SubtensorModule.SubnetTAO`).
    pub tao: Rao,
    /// The reserve of alpha (`SubtensorModule.SubnetAlphaIn`).
    pub alpha: Alpha,
    /// The weight of TAO (`Swap.SwapBalancer`).
    pub tao_weight: TaoWeight,
    /// The fee in parts of 65 535 (`Swap.FeeRate`).
    pub fee_rate: u16,
    /// The least reserve of what is paid out, in rao or alpha rao (the constant `Swap.MinimumReserve`).
    pub minimum_reserve: u64,
}

impl Pool {
    /// The price of one alpha, rounded down.
    pub fn price(&self) -> Price {
        Spot::of(self).price()
    }

    /// What that much alpha is worth at the present price, without fee and without moving the price.
    pub fn value_at_spot(&self, alpha: Alpha) -> Rao {
        Spot::of(self).tao_for(alpha)
    }

    /// The alpha that is worth that much TAO at the present price.
    pub fn alpha_at_spot(&self, tao: Rao) -> Alpha {
        Spot::of(self).alpha_for(tao)
    }

    /// Alpha of `other` for one alpha, at the present prices, with 64 binary digits before and after the point.
    pub(crate) fn spot_ratio(&self, other: &Self) -> u128 {
        Spot::of(self).over(Spot::of(other))
    }

    /// The fee for paying in `amount`, in its own unit.
    pub fn fee(&self, amount: u64) -> u64 {
        match self.mechanism {
            Mechanism::Stable => 0,
            Mechanism::Dynamic => leg::fee_of(amount, self.fee_rate),
        }
    }

    /// Buys alpha with at most `tao`, of which the fee is a part, until the price reaches `limit`.
    pub fn buy(&self, tao: Rao, limit: Option<Price>, fee: Fee) -> Result<Fill<Rao, Alpha>, Unfillable> {
        let leg = self.trade(Direction::Buy, tao.0, limit, fee)?;
        Ok(Fill {
            paid: Rao(leg.paid),
            fee: Rao(leg.fee),
            received: Alpha(leg.received),
        })
    }

    /// Sells at most `alpha`, of which the fee is a part, until the price reaches `limit`.
    pub fn sell(&self, alpha: Alpha, limit: Option<Price>, fee: Fee) -> Result<Fill<Alpha, Rao>, Unfillable> {
        let leg = self.trade(Direction::Sell, alpha.0, limit, fee)?;
        Ok(Fill {
            paid: Alpha(leg.paid),
            fee: Alpha(leg.fee),
            received: Rao(leg.received),
        })
    }

    /// The most TAO that a purchase takes before the price reaches `limit`.
    pub fn most_to_buy_with(&self, limit: Price) -> Result<Rao, Unfillable> {
        self.most(Direction::Buy, limit).map(Rao)
    }

    /// The most alpha that a sale takes before the price reaches `limit`.
    pub fn most_to_sell(&self, limit: Price) -> Result<Alpha, Unfillable> {
        self.most(Direction::Sell, limit).map(Alpha)
    }

    /// The pool after a purchase. The fee does not stay in it.
    #[must_use]
    pub fn after_buying(self, fill: &Fill<Rao, Alpha>) -> Self {
        Self {
            tao: Rao(self.tao.0.saturating_add(fill.paid.0)),
            alpha: self.alpha.saturating_sub(fill.received),
            ..self
        }
    }

    /// The pool after a sale. The fee does not stay in it: the chain sells it at once, for whoever made the block.
    #[must_use]
    pub fn after_selling(self, fill: &Fill<Alpha, Rao>) -> Self {
        Self {
            tao: self.tao.saturating_sub(fill.received),
            alpha: Alpha(self.alpha.0.saturating_add(fill.paid.0)),
            ..self
        }
    }

    /// Whether a purchase takes all the alpha, as one can where the weights are very uneven.
    pub(crate) fn is_emptied_by(&self, fill: &Fill<Rao, Alpha>) -> bool {
        match self.mechanism {
            Mechanism::Stable => false,
            Mechanism::Dynamic => fill.received == self.alpha,
        }
    }

    fn trade(
        &self,
        direction: Direction,
        amount: u64,
        limit: Option<Price>,
        fee: Fee,
    ) -> Result<Leg, Unfillable> {
        match self.mechanism {
            Mechanism::Stable => Ok(Leg::one_to_one(amount)),
            Mechanism::Dynamic => leg::through(self, direction, amount, Limit::of(direction, limit), fee),
        }
    }

    fn most(&self, direction: Direction, limit: Price) -> Result<u64, Unfillable> {
        match self.mechanism {
            Mechanism::Stable if direction.reaches(limit, Price::ONE) => Ok(u64::MAX),
            Mechanism::Stable => Ok(0),
            Mechanism::Dynamic => leg::most(self, direction, Limit::of(direction, Some(limit))),
        }
    }
}

#[cfg(test)]
mod tests;
