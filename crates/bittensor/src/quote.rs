//! What a trade would give, at what price, and whether the chain would refuse it and why. Pure functions over what one
//! block says: a page can ask them at every key stroke.
//!
//! [`BuyContext`] is for TAO into a subnet's alpha, [`SellContext`] for the way back, [`MoveContext`] for stake that
//! stays stake: to another subnet, hotkey or coldkey.

mod amount;
mod buy;
mod impact;
mod moving;
mod obstacle;
mod place;
mod protection;
mod rate;
mod sell;

use serde::{Deserialize, Serialize};

pub use amount::Amount;
pub use buy::BuyContext;
pub use impact::PriceImpact;
pub use moving::MoveContext;
pub use obstacle::Obstacle;
pub use place::{Holding, Place};
pub use protection::{Protection, Tolerance, ToleranceError};
pub use rate::Rate;
pub use sell::SellContext;

/// What a trade would come to in the next block, if nobody else traded before it.
///
/// With an obstacle the numbers are those of the same trade without its limit, as far as the pool could do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Quote {
    /// What would be used, with the fee. Less than was asked where a position is smaller, or where a part is enough.
    pub amount_in: Amount,
    /// The pool's fee, a part of what would be used.
    pub fee: Amount,
    /// What would be received.
    pub amount_out: Amount,
    /// The least that is received if the trade happens at all. Only an order that is filled whole or not at all has it.
    /// Of a swap between subnets the chain checks it as if TAO and alpha weighed the same in both pools: should the pools
    /// change before it is executed, uneven ones can give a little less.
    pub minimum_out: Option<Amount>,
    /// The present price, which a trade of next to nothing would have.
    pub spot: Rate,
    /// The price of this trade, with the fee; `None` where nothing would be received.
    pub effective: Option<Rate>,
    /// The limit that the call carries.
    pub limit: Option<Rate>,
    /// How much the trade itself worsens its price, without the fee.
    pub price_impact: PriceImpact,
    /// What was asked against a worse price.
    pub protection: Protection,
    /// The first thing for which the chain would refuse it.
    pub obstacle: Option<Obstacle>,
}

#[cfg(test)]
mod tests;
