//! One passage through a weighted pool, in numbers without a unit. [`Pool`] gives them their units.

use taolight_primitives::Price;

use super::{Fee, Pool, Unfillable, curve::Curve, spot::Spot};
use crate::fixed::Wide;

/// What the chain divides fee rates by.
const WHOLE_RATE: u16 = u16::MAX;
/// The chain refuses to grow a reserve to more than this many times of what it was, and one.
const MOST_GROWTH: u64 = 1000;
/// The chain trades between a millionth of a TAO for an alpha and a million.
const LOWEST: Spot = Spot((1 << 64) / 1_000_000);
const HIGHEST: Spot = Spot(1_000_000 << 64);

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// TAO in, alpha out: the price rises.
    Buy,
    /// Alpha in, TAO out: the price falls.
    Sell,
}

impl Direction {
    /// Whether `price` is as good for the trader as `limit`, or better.
    pub(super) fn reaches<T: PartialOrd>(self, limit: T, price: T) -> bool {
        match self {
            Self::Buy => price <= limit,
            Self::Sell => price >= limit,
        }
    }

    fn end(self) -> Spot {
        match self {
            Self::Buy => HIGHEST,
            Self::Sell => LOWEST,
        }
    }
}

/// The price at which a trade stops.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    price: Spot,
    /// What it means that the price is past it.
    past: Unfillable,
}

impl Limit {
    /// A limit that someone named, or the end of the range in which the chain trades.
    pub(super) fn of(direction: Direction, named: Option<Price>) -> Self {
        match named {
            Some(price) => Self {
                price: Spot::of_price(price),
                past: Unfillable::PriceLimit,
            },
            None => Self {
                price: direction.end(),
                past: Unfillable::Liquidity,
            },
        }
    }
}

/// What went through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Leg {
    pub(super) paid: u64,
    pub(super) fee: u64,
    pub(super) received: u64,
}

impl Leg {
    pub(super) fn one_to_one(amount: u64) -> Self {
        Self {
            paid: amount,
            fee: 0,
            received: amount,
        }
    }
}

/// Trades at most `amount`, until the price reaches the limit.
pub(super) fn through(
    pool: &Pool,
    direction: Direction,
    amount: u64,
    limit: Limit,
    fee: Fee,
) -> Result<Leg, Unfillable> {
    let leg = up_to(pool, direction, amount, limit, fee)?;
    if leg.received == 0 {
        return Err(Unfillable::Liquidity);
    }
    Ok(leg)
}

/// The most that can be paid in before the price reaches the limit, with its fee. Zero at the limit.
///
/// The chain finds it by trying the largest amount. If that would empty the pool, as it can where TAO weighs more than
/// 0.8, the chain sees no price and no limit.
pub(super) fn most(pool: &Pool, direction: Direction, limit: Limit) -> Result<u64, Unfillable> {
    let largest = Curve::of(pool, direction).reserve_in.saturating_mul(MOST_GROWTH);
    let leg = up_to(pool, direction, largest, limit, Fee::Charged)?;
    Ok(leg.paid.saturating_add(leg.fee))
}

fn up_to(pool: &Pool, direction: Direction, amount: u64, limit: Limit, fee: Fee) -> Result<Leg, Unfillable> {
    let spot = Spot::of(pool);
    if !direction.reaches(limit.price, spot) {
        return Err(limit.past);
    }
    let rate = match fee {
        Fee::Charged => pool.fee_rate,
        Fee::Waived => 0,
    };
    let curve = Curve::of(pool, direction);
    let fee = fee_of(amount, rate);
    let paid = amount.saturating_sub(fee);
    if curve.reserve_out < pool.minimum_reserve || paid > curve.reserve_in.saturating_mul(MOST_GROWTH) {
        return Err(Unfillable::Liquidity);
    }
    let received = curve.received(paid);
    if direction.reaches(limit.price, price_after(pool, direction, paid, received)) {
        return Ok(Leg { paid, fee, received });
    }
    let paid = match direction {
        Direction::Buy => curve.payable(limit.price.0, spot.0),
        Direction::Sell => curve.payable(spot.0, limit.price.0),
    };
    Ok(Leg {
        paid,
        fee: fee_beside(paid, rate),
        received: curve.received(paid),
    })
}

/// The price once the trade is done. Zero if it emptied the pool of alpha: such a purchase passes every limit.
fn price_after(pool: &Pool, direction: Direction, paid: u64, received: u64) -> Spot {
    let (tao, alpha) = (pool.tao.0, pool.alpha.0);
    match direction {
        Direction::Buy => Spot::of_reserves(pool, tao.saturating_add(paid), alpha.saturating_sub(received)),
        Direction::Sell => Spot::of_reserves(pool, tao.saturating_sub(received), alpha.saturating_add(paid)),
    }
}

/// The fee that is part of `amount`. The chain rounds the rate to 64 binary digits first.
pub(super) fn fee_of(amount: u64, rate: u16) -> u64 {
    share(amount, rate, WHOLE_RATE)
}

/// The fee that comes on top of `paid`.
fn fee_beside(paid: u64, rate: u16) -> u64 {
    share(paid, rate, WHOLE_RATE - rate)
}

/// `amount` · `part` / `whole` with the quotient rounded down first, then the product.
fn share(amount: u64, part: u16, whole: u16) -> u64 {
    let quotient = (u128::from(part) << 64).checked_div(whole.into()).unwrap_or(0);
    let share = Wide::product(amount.into(), quotient).shifted_right(64);
    u64::try_from(share).unwrap_or(u64::MAX)
}
