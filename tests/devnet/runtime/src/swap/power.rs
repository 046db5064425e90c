//! Powers with fractional exponents, rounded down in the eighteenth digit after the point.
//!
//! Fixed-point numbers with 128 bits after the point, in 256-bit integers. Logarithm and exponential are wrong by less
//! than 2^-112, so that a result can be wrong in its last digit only if the true one lies that close under a step.

use super::wide::SCALE;
use sp_core::U256;

/// The bits after the point.
const POINT: usize = 128;

/// What the arithmetic may have lost, as a power of two of its smallest unit.
const SLACK: usize = 16;

/// A positive fraction.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    pub numerator: U256,
    pub denominator: U256,
}

impl Ratio {
    pub fn new(numerator: impl Into<U256>, denominator: impl Into<U256>) -> Self {
        Self {
            numerator: numerator.into(),
            denominator: denominator.into(),
        }
    }

    pub fn inverse(self) -> Self {
        Self {
            numerator: self.denominator,
            denominator: self.numerator,
        }
    }

    /// In parts of 10^18, rounded down, at most `u64::MAX`. For terms below 2^192.
    fn scaled(self) -> u64 {
        let quotient = (self.numerator * U256::from(SCALE)).checked_div(self.denominator);
        quotient
            .and_then(|quotient| quotient.try_into().ok())
            .unwrap_or(u64::MAX)
    }

    fn is_one(self) -> bool {
        self.numerator == self.denominator
    }
}

/// `10^18 · base^exponent`, rounded down, for a base of at most 1: a larger one counts as 1. The exponent's terms are
/// below 2^64, and it is at most 2^10.
pub fn power_below_one(base: Ratio, exponent: Ratio) -> u64 {
    if base.numerator.is_zero() {
        return 0;
    }
    if exponent.is_one() {
        return base.scaled().min(SCALE);
    }
    scaled(exp_negative(product(ln(base.inverse()), exponent)))
}

/// `10^18 · base^exponent`, rounded down and at most `u64::MAX`, for a base of at least 1: a smaller one counts as 1.
/// The exponent's terms are below 2^64, and it is at most 2^10.
pub fn power_above_one(base: Ratio, exponent: Ratio) -> u64 {
    if base.denominator.is_zero() {
        return u64::MAX;
    }
    let (doublings, rest) = reduce(product(ln(base), exponent));
    // 2^5 is more than a `u64` holds of 10^18.
    if doublings >= 5 {
        return u64::MAX;
    }
    scaled(exp_small(rest) << doublings)
}

/// `10^18 · e^-x`, rounded down.
pub fn decay(x: Ratio) -> u64 {
    scaled(exp_negative(product(one(), x)))
}

fn one() -> U256 {
    U256::one() << POINT
}

fn ln_2() -> U256 {
    U256::from(0xb172_17f7_d1cf_79ab_c9e3_b398_03f2_f6af_u128)
}

/// The product of two fixed-point numbers, neither of which is larger than 1.
fn times(a: U256, b: U256) -> U256 {
    if a == one() {
        return b;
    }
    if b == one() {
        return a;
    }
    (a * b) >> POINT
}

/// A number below 2^139 times a fraction, which counts as endless if it divides by 0.
fn product(number: U256, factor: Ratio) -> U256 {
    (number * factor.numerator)
        .checked_div(factor.denominator)
        .unwrap_or(U256::MAX)
}

/// The natural logarithm of a fraction; 0 for one below 1.
fn ln(ratio: Ratio) -> U256 {
    let Ratio {
        mut numerator,
        mut denominator,
    } = ratio;
    if numerator <= denominator {
        return U256::zero();
    }
    let mut doublings = numerator.bits() - denominator.bits();
    if denominator << doublings > numerator {
        doublings -= 1;
    }
    denominator <<= doublings;
    // No more bits than the quotient below has room for.
    let excess = denominator.bits().saturating_sub(POINT - 2);
    numerator >>= excess;
    denominator >>= excess;
    // ln f = 2 artanh ((f - 1) / (f + 1)), for f from 1 to 2.
    let argument = ((numerator - denominator) << POINT) / (numerator + denominator);
    let square = times(argument, argument);
    let (mut power, mut sum, mut divisor) = (argument, U256::zero(), 1u32);
    while !power.is_zero() {
        sum += power / divisor;
        power = times(power, square);
        divisor += 2;
    }
    (sum << 1) + ln_2() * doublings
}

/// n and r with x = n · ln 2 + r.
fn reduce(x: U256) -> (usize, U256) {
    let (count, rest) = x.div_mod(ln_2());
    (count.try_into().unwrap_or(usize::MAX), rest)
}

/// e^-x.
fn exp_negative(x: U256) -> U256 {
    let (halvings, rest) = reduce(x);
    if rest.is_zero() {
        return one() >> halvings;
    }
    // e^-(n ln 2 + r) = 2^-(n + 1) · e^(ln 2 - r)
    exp_small(ln_2() - rest) >> halvings.saturating_add(1)
}

/// e^x, for x from 0 to ln 2.
fn exp_small(x: U256) -> U256 {
    let (mut term, mut sum, mut divisor) = (one(), U256::zero(), 1u32);
    while !term.is_zero() {
        sum += term;
        term = times(term, x) / divisor;
        divisor += 1;
    }
    sum
}

/// In parts of 10^18, rounded down, at most `u64::MAX`.
fn scaled(x: U256) -> u64 {
    let whole = ((x + (U256::one() << SLACK)) * U256::from(SCALE)) >> POINT;
    whole.try_into().unwrap_or(u64::MAX)
}
