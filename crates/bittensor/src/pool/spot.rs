//! The present price of a pool's alpha, with the digits that the chain computes it with.

use taolight_primitives::{Alpha, Price, Rao};

use super::{Mechanism, Pool};
use crate::fixed::{Wide, scaled};

/// Binary digits after the point.
pub(super) const DIGITS: u32 = 64;
const ONE: u128 = 1 << DIGITS;

/// TAO for one alpha, with 64 binary digits before and after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot(pub(super) u128);

impl Spot {
    /// The price of a pool.
    pub(super) fn of(pool: &Pool) -> Self {
        match pool.mechanism {
            Mechanism::Stable => Self(ONE),
            Mechanism::Dynamic => Self::of_reserves(pool, pool.tao.0, pool.alpha.0),
        }
    }

    /// The price that those reserves would have: the quotient of the weights times the quotient of the reserves, each
    /// rounded down. Zero without alpha, as the chain has it.
    pub(super) fn of_reserves(pool: &Pool, tao: u64, alpha: u64) -> Self {
        if alpha == 0 {
            return Self(0);
        }
        let weights =
            (u128::from(pool.tao_weight.of_alpha()) << DIGITS) / u128::from(pool.tao_weight.perquintill());
        let reserves = (u128::from(tao) << DIGITS) / u128::from(alpha);
        Self(Wide::product(weights, reserves).shifted_right(DIGITS))
    }

    /// A price that someone named.
    pub(super) fn of_price(price: Price) -> Self {
        Self((u128::from(price.0) << DIGITS) / u128::from(Price::ONE.0))
    }

    pub(super) fn price(self) -> Price {
        Price(self.times(Price::ONE.0))
    }

    pub(super) fn tao_for(self, alpha: Alpha) -> Rao {
        Rao(self.times(alpha.0))
    }

    pub(super) fn alpha_for(self, tao: Rao) -> Alpha {
        let alpha = scaled(tao.0.into(), ONE, self.0);
        Alpha(u64::try_from(alpha).unwrap_or(u64::MAX))
    }

    /// This price in units of the other.
    pub(super) fn over(self, other: Self) -> u128 {
        scaled(self.0, ONE, other.0)
    }

    fn times(self, factor: u64) -> u64 {
        let product = Wide::product(self.0, factor.into()).shifted_right(DIGITS);
        u64::try_from(product).unwrap_or(u64::MAX)
    }
}
