//! What a trade would give, as the runtime API tells it.

use super::{
    pallet::{Config, Pallet, Reserves},
    pool::{Fill, Pool, Refusal, Side},
};
use crate::subtensor::types::{AlphaBalance, NetUid, TaoBalance};
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// The prices until which a simulation trades, in rao of TAO for 1 alpha: a million TAO, and a millionth.
const HIGHEST_PRICE: u64 = 1_000_000_000_000_000;
const LOWEST_PRICE: u64 = 1_000;

/// The price where 1 alpha is 1 TAO.
const PAR: u64 = 1_000_000_000;

/// What a trade would move. All zero where none is possible.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SimSwapResult {
    pub tao_amount: TaoBalance,
    pub alpha_amount: AlphaBalance,
    pub tao_fee: TaoBalance,
    pub alpha_fee: AlphaBalance,
    pub tao_slippage: TaoBalance,
    pub alpha_slippage: AlphaBalance,
}

impl SimSwapResult {
    fn new(side: Side, fill: Fill, slippage: u64) -> Self {
        match side {
            Side::Buy => Self {
                tao_amount: fill.paid,
                alpha_amount: fill.received,
                tao_fee: fill.fee,
                alpha_slippage: slippage,
                ..Self::default()
            },
            Side::Sell => Self {
                tao_amount: fill.received,
                alpha_amount: fill.paid,
                alpha_fee: fill.fee,
                tao_slippage: slippage,
                ..Self::default()
            },
        }
    }
}

impl Pool {
    /// Simulates a trade of an amount that includes the fee.
    pub fn simulate(&self, side: Side, amount: u64) -> SimSwapResult {
        match self.fill_until_extreme(side, amount) {
            Ok(fill) => {
                let slippage = self.worth(side, amount).saturating_sub(fill.received);
                SimSwapResult::new(side, fill, slippage)
            }
            Err(_) => SimSwapResult::default(),
        }
    }

    /// Trades all of an amount, or as much as does not drive the price out of all bounds.
    fn fill_until_extreme(&self, side: Side, amount: u64) -> Result<Fill, Refusal> {
        let fill = self.fill(side, amount)?;
        if !self.after(side, fill).is_extreme(side) {
            return Ok(fill);
        }
        let limit = match side {
            Side::Buy => HIGHEST_PRICE,
            Side::Sell => LOWEST_PRICE,
        };
        let room = self.room(side, limit).unwrap_or_default();
        if room.paid >= fill.paid {
            return Ok(fill);
        }
        match self.received(side, room.paid) {
            0 => Err(Refusal::NothingToPay),
            received => Ok(Fill { received, ..room }),
        }
    }

    fn is_extreme(&self, side: Side) -> bool {
        match side {
            Side::Buy => self.price() > HIGHEST_PRICE,
            Side::Sell => self.price() < LOWEST_PRICE,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// The price in rao of TAO for 1 alpha; 10^9 without a pool.
    pub fn current_alpha_price(netuid: NetUid) -> u64 {
        Self::pool(netuid).map_or(PAR, |pool| pool.price())
    }

    /// What buying alpha with `tao`, fee included, would give.
    pub fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult {
        Self::simulate(netuid, Side::Buy, tao)
    }

    /// What selling `alpha`, fee included, would give.
    pub fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult {
        Self::simulate(netuid, Side::Sell, alpha)
    }

    fn simulate(netuid: NetUid, side: Side, amount: u64) -> SimSwapResult {
        match Self::pool(netuid) {
            Some(pool) => pool.simulate(side, amount),
            None if T::Reserves::exists(netuid) => SimSwapResult::new(
                side,
                Fill {
                    paid: amount,
                    fee: 0,
                    received: amount,
                },
                0,
            ),
            None => SimSwapResult::new(side, Fill::default(), amount),
        }
    }
}
