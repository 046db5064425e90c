//! The decimal floating-point numbers that count shares: 21 digits and an exponent. What does not fit is cut off.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cmp::Ordering;
use scale_info::TypeInfo;
use sp_core::U256;

/// 10^21: mantissas stay below.
const LIMIT: u128 = 1_000_000_000_000_000_000_000;

/// The digits of a mantissa.
const DIGITS: u32 = 21;

/// `mantissa · 10^exponent`, with all 21 digits used unless it is 0.
#[derive(
    Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct SafeFloat {
    mantissa: u128,
    exponent: i64,
}

impl SafeFloat {
    pub const ZERO: Self = Self {
        mantissa: 0,
        exponent: 0,
    };

    /// Takes 21 digits of a number.
    fn new(mantissa: U256, exponent: i64) -> Self {
        if mantissa.is_zero() {
            return Self::ZERO;
        }
        let (mut mantissa, mut exponent) = (mantissa, exponent);
        while mantissa >= U256::from(LIMIT) {
            mantissa /= 10;
            exponent = exponent.saturating_add(1);
        }
        while mantissa < U256::from(LIMIT / 10) {
            mantissa *= 10;
            exponent = exponent.saturating_sub(1);
        }
        Self {
            mantissa: mantissa.as_u128(),
            exponent,
        }
    }

    pub fn is_zero(&self) -> bool {
        self.mantissa == 0
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Self {
        if self.is_zero() {
            return other;
        }
        let (large, small) = if self.exponent >= other.exponent {
            (self, other)
        } else {
            (other, self)
        };
        let (large_mantissa, exponent) = large.lowered(small.exponent);
        Self::new(large_mantissa + small.raised(exponent), exponent)
    }

    /// The difference; 0 if it would be less.
    pub fn minus(self, other: Self) -> Self {
        if self.cmp(&other) != Ordering::Greater {
            return Self::ZERO;
        }
        if other.is_zero() {
            return self;
        }
        let (mine, exponent) = self.lowered(other.exponent.min(self.exponent));
        Self::new(mine - other.raised(exponent), exponent)
    }

    /// `self · numerator / denominator`; 0 if that divides by 0.
    pub fn scaled(self, numerator: u64, denominator: u64) -> Self {
        let product = U256::from(self.mantissa) * U256::from(numerator) * U256::from(LIMIT);
        let quotient = product.checked_div(U256::from(denominator)).unwrap_or_default();
        Self::new(quotient, self.exponent.saturating_sub(i64::from(DIGITS)))
    }

    /// `amount · self / whole`, rounded down; 0 if `whole` is 0, `amount` if `self` is more than that.
    pub fn part_of(self, whole: Self, amount: u64) -> u64 {
        if self.is_zero() || whole.is_zero() {
            return 0;
        }
        if self.cmp(&whole) != Ordering::Less {
            return amount;
        }
        let product = U256::from(self.mantissa) * U256::from(amount);
        let quotient = product / U256::from(whole.mantissa);
        let shift = whole.exponent.saturating_sub(self.exponent);
        // Dividing twice rounds down once: floor(floor(x / m) / 10^n) is floor(x / (m · 10^n)).
        match u32::try_from(shift) {
            Ok(shift) => quotient
                .checked_div(power_of_ten(shift))
                .unwrap_or_default()
                .as_u64(),
            Err(_) => amount,
        }
    }

    /// The mantissa at a lower exponent, or at the lowest that has room for it.
    fn lowered(self, exponent: i64) -> (U256, i64) {
        let steps = self
            .exponent
            .saturating_sub(exponent)
            .clamp(0, i64::from(2 * DIGITS));
        let factor = power_of_ten(u32::try_from(steps).unwrap_or_default());
        (
            U256::from(self.mantissa) * factor,
            self.exponent.saturating_sub(steps),
        )
    }

    /// The mantissa at a higher exponent.
    fn raised(self, exponent: i64) -> U256 {
        let steps = exponent
            .saturating_sub(self.exponent)
            .clamp(0, i64::from(2 * DIGITS));
        U256::from(self.mantissa) / power_of_ten(u32::try_from(steps).unwrap_or_default())
    }
}

impl From<u64> for SafeFloat {
    fn from(whole: u64) -> Self {
        Self::new(U256::from(whole), 0)
    }
}

impl Ord for SafeFloat {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_zero(), other.is_zero()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => (self.exponent, self.mantissa).cmp(&(other.exponent, other.mantissa)),
        }
    }
}

impl PartialOrd for SafeFloat {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// At most 10^77, the largest that fits.
fn power_of_ten(exponent: u32) -> U256 {
    U256::from(10)
        .checked_pow(U256::from(exponent))
        .unwrap_or(U256::MAX)
}
