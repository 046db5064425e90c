//! What a pool charges and pays: the weighted market maker of the real chain, to the last rao.
//!
//! With R the reserve of what is paid in, S that of what is paid out, and e the one's weight by the other's, d paid in
//! gives S · (1 - (R / (R + d))^e). The rounding is what was observed.

use super::{
    pallet::MINIMUM_RESERVE,
    power::{Ratio, power_above_one, power_below_one},
    wide::{SCALE, mul_div},
};
use sp_core::U256;

/// 1 TAO in rao, and what prices are told in.
const UNIT: u64 = 1_000_000_000;

/// How many times its reserve a pool takes at once.
const MOST_RESERVES: u64 = 1_000;

/// The bits after the point of a price.
const POINT: usize = 64;

/// Which way a trade goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    /// TAO in, alpha out.
    Buy,
    /// Alpha in, TAO out.
    Sell,
}

/// A pool at one moment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Pool {
    /// TAO, in rao.
    pub tao: u64,
    /// Alpha, in rao.
    pub alpha: u64,
    /// The weight of TAO, in parts of 10^18.
    pub quote: u64,
    /// The fee, in parts of 65535 of what is paid in.
    pub fee_rate: u16,
}

/// A trade: what goes into the pool, what is paid beside it, and what comes out.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Fill {
    pub paid: u64,
    pub fee: u64,
    pub received: u64,
}

impl Fill {
    /// All that the trader pays.
    pub fn total(&self) -> u64 {
        self.paid.saturating_add(self.fee)
    }
}

/// Why a pool does not trade.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// There is too little of what it would pay out.
    ReservesTooLow,
    /// It is offered too many times what it has.
    InputTooLarge,
    /// What it would pay rounds to nothing.
    NothingToPay,
}

impl Pool {
    /// The price in rao of TAO for 1 alpha, rounded down. 0 without alpha or weight.
    pub fn price(&self) -> u64 {
        ((self.spot() * UNIT) >> POINT).try_into().unwrap_or(u64::MAX)
    }

    /// What an amount is worth at the price of the moment.
    pub fn worth(&self, side: Side, amount: u64) -> u64 {
        let worth = match side {
            Side::Buy => (U256::from(amount) << POINT)
                .checked_div(self.spot())
                .unwrap_or_default(),
            Side::Sell => (U256::from(amount) * self.spot()) >> POINT,
        };
        worth.try_into().unwrap_or(u64::MAX)
    }

    /// The fee on an amount that includes it.
    pub fn fee(&self, amount: u64) -> u64 {
        let rate = (U256::from(self.fee_rate) << POINT) / u16::MAX;
        ((U256::from(amount) * rate) >> POINT)
            .try_into()
            .unwrap_or(u64::MAX)
    }

    /// Trades an amount that includes the fee.
    pub fn fill(&self, side: Side, amount: u64) -> Result<Fill, Refusal> {
        let fee = self.fee(amount);
        let paid = amount.saturating_sub(fee);
        Ok(Fill {
            paid,
            fee,
            received: self.pay(side, paid)?,
        })
    }

    /// Trades an amount without any fee.
    pub fn fill_free(&self, side: Side, paid: u64) -> Result<Fill, Refusal> {
        Ok(Fill {
            paid,
            fee: 0,
            received: self.pay(side, paid)?,
        })
    }

    /// What the pool pays for an amount without fee.
    fn pay(&self, side: Side, paid: u64) -> Result<u64, Refusal> {
        let (incoming, outgoing) = self.reserves(side);
        if outgoing < MINIMUM_RESERVE {
            return Err(Refusal::ReservesTooLow);
        }
        if u128::from(paid) > u128::from(incoming) * u128::from(MOST_RESERVES) {
            return Err(Refusal::InputTooLarge);
        }
        match self.received(side, paid) {
            0 => Err(Refusal::NothingToPay),
            received => Ok(received),
        }
    }

    /// The most that can be paid, fee included, until the price reaches a limit in rao of TAO for 1 alpha; `None` if it
    /// is past it already.
    pub fn most(&self, side: Side, limit: u64) -> Option<u64> {
        self.room(side, limit).map(|fill| fill.total())
    }

    /// The same as a trade that receives nothing yet.
    pub fn room(&self, side: Side, limit: u64) -> Option<Fill> {
        let (spot, limit) = (self.spot(), (U256::from(limit) << POINT) / UNIT);
        let ratio = match side {
            Side::Buy if limit >= spot => Ratio::new(limit, spot),
            Side::Sell if limit <= spot => Ratio::new(spot, limit),
            Side::Buy | Side::Sell => return None,
        };
        let (incoming, _) = self.reserves(side);
        let (_, outgoing_weight) = self.weights(side);
        let growth = power_above_one(ratio, Ratio::new(outgoing_weight, SCALE));
        let paid = mul_div(incoming, growth.saturating_sub(SCALE), SCALE);
        Some(Fill {
            paid,
            fee: self.fee_on_top(paid),
            received: 0,
        })
    }

    /// The fee on an amount that does not include it.
    fn fee_on_top(&self, paid: u64) -> u64 {
        mul_div(paid, self.fee_rate, u16::MAX - self.fee_rate)
    }

    /// What comes out for an amount without fee, be it 0.
    pub fn received(&self, side: Side, paid: u64) -> u64 {
        let (incoming, outgoing) = self.reserves(side);
        let (incoming_weight, outgoing_weight) = self.weights(side);
        let base = Ratio::new(incoming, incoming.saturating_add(paid));
        let left = power_below_one(base, Ratio::new(incoming_weight, outgoing_weight));
        mul_div(outgoing, SCALE.saturating_sub(left), SCALE)
    }

    /// The pool after a trade.
    pub fn after(&self, side: Side, fill: Fill) -> Self {
        match side {
            Side::Buy => Self {
                tao: self.tao.saturating_add(fill.paid),
                alpha: self.alpha.saturating_sub(fill.received),
                ..*self
            },
            Side::Sell => Self {
                tao: self.tao.saturating_sub(fill.received),
                alpha: self.alpha.saturating_add(fill.paid),
                ..*self
            },
        }
    }

    /// TAO for 1 alpha with 64 bits after the point, rounded where the real chain rounds.
    fn spot(&self) -> U256 {
        let reserves = (U256::from(self.tao) << POINT).checked_div(U256::from(self.alpha));
        let weights =
            (U256::from(SCALE.saturating_sub(self.quote)) << POINT).checked_div(U256::from(self.quote));
        reserves
            .zip(weights)
            .map(|(reserves, weights)| (reserves * weights) >> POINT)
            .unwrap_or_default()
    }

    fn reserves(&self, side: Side) -> (u64, u64) {
        match side {
            Side::Buy => (self.tao, self.alpha),
            Side::Sell => (self.alpha, self.tao),
        }
    }

    fn weights(&self, side: Side) -> (u64, u64) {
        let alpha = SCALE.saturating_sub(self.quote);
        match side {
            Side::Buy => (self.quote, alpha),
            Side::Sell => (alpha, self.quote),
        }
    }
}
