//! How much the chain lets a limited swap between two subnets move.
//!
//! The chain has one formula for it, which takes both pools as weighted equally and leaves the fee out. It is a check
//! before the trade; the trade itself then runs without a limit.

use taolight_primitives::{Alpha, Price, Ratio};

use crate::{
    Mechanism, Pool,
    fixed::{Wide, scaled},
    quote::Obstacle,
};

/// Binary digits after the point.
const DIGITS: u32 = 64;
const ONE: u128 = 1 << DIGITS;
const BILLION: u64 = Price::ONE.0;

/// The most alpha of `from` that moves to `to` for no less than `limit`.
pub(super) fn most_to_move(from: &Pool, to: &Pool, limit: Ratio) -> Result<Alpha, Obstacle> {
    match (from.mechanism, to.mechanism) {
        (Mechanism::Stable, Mechanism::Stable) if limit.0 <= BILLION => Ok(Alpha(u64::MAX)),
        (Mechanism::Stable, Mechanism::Stable) => Err(Obstacle::LimitOutOfReach),
        (Mechanism::Stable, Mechanism::Dynamic) => most_to_buy(to, limit),
        (Mechanism::Dynamic, Mechanism::Stable) => Ok(from.most_to_sell(Price(limit.0))?),
        (Mechanism::Dynamic, Mechanism::Dynamic) => most_between(from, to, limit),
    }
}

/// A purchase whose price is limited by one over the ratio.
fn most_to_buy(to: &Pool, limit: Ratio) -> Result<Alpha, Obstacle> {
    let Some(inverse) = (u128::from(BILLION) << DIGITS).checked_div(limit.0.into()) else {
        return Ok(Alpha(u64::MAX));
    };
    let price = Wide::product(inverse, BILLION.into()).shifted_right(DIGITS);
    let price = Price(u64::try_from(price).unwrap_or(u64::MAX));
    Ok(Alpha(to.most_to_buy_with(price)?.0))
}

/// With reserves T and A of TAO and alpha: (A₂ · T₁ / limit - A₁ · T₂) / (T₁ + T₂), in the chain's order of rounding.
fn most_between(from: &Pool, to: &Pool, limit: Ratio) -> Result<Alpha, Obstacle> {
    let reserves = [from.tao.0, from.alpha.0, to.tao.0, to.alpha.0];
    if reserves.contains(&0) {
        return Err(Obstacle::LimitOutOfReach);
    }
    let limit_digits = (u128::from(limit.0) << DIGITS) / u128::from(BILLION);
    if limit_digits > from.spot_ratio(to) {
        return Err(Obstacle::LimitOutOfReach);
    }
    if limit_digits == 0 {
        return Ok(Alpha(u64::MAX));
    }
    let [tao, alpha, tao_there, alpha_there] = reserves.map(u128::from);
    let share = |part: u128| (part << DIGITS) / (tao + tao_there);
    let given = scaled(alpha_there * share(tao), ONE, limit_digits);
    let kept = alpha * share(tao_there);
    let most = given.saturating_sub(kept) >> DIGITS;
    match u64::try_from(most) {
        Ok(0) => Err(Obstacle::LimitOutOfReach),
        Ok(most) => Ok(Alpha(most)),
        Err(_) => Ok(Alpha(u64::MAX)),
    }
}
