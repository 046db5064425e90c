//! Multiplying and dividing whole numbers without losing a digit in between.

use sp_core::U256;

/// 10^18: what weights and powers are parts of.
pub const SCALE: u64 = 1_000_000_000_000_000_000;

/// `a · b / c`, rounded down and at most `u64::MAX`; 0 if `c` is 0.
pub fn mul_div(a: impl Into<U256>, b: impl Into<U256>, c: impl Into<U256>) -> u64 {
    let quotient = (a.into() * b.into()).checked_div(c.into()).unwrap_or_default();
    quotient.try_into().unwrap_or(u64::MAX)
}
