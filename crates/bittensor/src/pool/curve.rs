//! The curve on which a pool's reserves move, in one direction.

use super::{Pool, leg::Direction, spot::DIGITS};
use crate::fixed::{SCALE, Wide, power};

/// One, with the digits that the chain keeps after the point.
const ONE: u128 = 1 << DIGITS;

/// The reserves and weights of what is paid in and of what is paid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curve {
    pub(super) reserve_in: u64,
    pub(super) reserve_out: u64,
    weight_in: u64,
    weight_out: u64,
}

impl Curve {
    pub(super) fn of(pool: &Pool, direction: Direction) -> Self {
        let (tao, alpha) = (pool.tao_weight.perquintill(), pool.tao_weight.of_alpha());
        match direction {
            Direction::Buy => Self {
                reserve_in: pool.tao.0,
                reserve_out: pool.alpha.0,
                weight_in: tao,
                weight_out: alpha,
            },
            Direction::Sell => Self {
                reserve_in: pool.alpha.0,
                reserve_out: pool.tao.0,
                weight_in: alpha,
                weight_out: tao,
            },
        }
    }

    /// What `paid` gives.
    pub(super) fn received(self, paid: u64) -> u64 {
        let grown = self.reserve_in.saturating_add(paid);
        if grown == 0 {
            return 0;
        }
        let left = fraction(power(
            self.reserve_in.into(),
            grown.into(),
            self.weight_in,
            self.weight_out,
        ));
        product(self.reserve_out, ONE.saturating_sub(left))
    }

    /// What can be paid until the price, in what is paid in, has grown by `above` / `below`. The chain does not count
    /// growth of the reserve by more than (2⁶⁴ - 1) / 10¹⁸, about 18.4 times.
    pub(super) fn payable(self, above: u128, below: u128) -> u64 {
        let growth = fraction(power(above, below, self.weight_out, SCALE));
        product(self.reserve_in, growth.saturating_sub(ONE))
    }
}

/// 10⁻¹⁸ as a binary fraction, rounded down.
fn fraction(perquintill: u64) -> u128 {
    (u128::from(perquintill) << DIGITS) / u128::from(SCALE)
}

/// A whole number times a binary fraction below 18, rounded down.
fn product(number: u64, fraction: u128) -> u64 {
    let product = Wide::product(number.into(), fraction).shifted_right(DIGITS);
    u64::try_from(product).unwrap_or(u64::MAX)
}
