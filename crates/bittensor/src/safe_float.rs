//! The chain's decimal floating-point numbers, in which it counts shares of stake.

use serde::{Deserialize, Serialize};
use taolight_primitives::Alpha;

use crate::fixed::Wide;

/// `mantissa` · 10^`exponent`. The chain keeps mantissas up to 10²¹, but any is taken here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeFloat {
    /// The digits.
    pub mantissa: u128,
    /// Where the decimal point is.
    pub exponent: i64,
}

impl SafeFloat {
    /// What a holder of these shares has of a pool: `total` · `self` / `denominator`, rounded down exactly as the chain
    /// rounds. Nothing where the pool has no shares; `None` past 2⁶⁴ - 1, which no state of the chain gives.
    pub fn part_of(self, total: Alpha, denominator: Self) -> Option<Alpha> {
        let product = Wide::product(total.0.into(), self.mantissa);
        let Some((quotient, remainder)) = product.div_rem(denominator.mantissa) else {
            return Some(Alpha::ZERO);
        };
        let digits = i128::from(self.exponent) - i128::from(denominator.exponent);
        let part = if digits < 0 {
            without_digits(quotient, digits.unsigned_abs())
        } else {
            with_digits(quotient, remainder, denominator.mantissa, digits.unsigned_abs())
        };
        part.and_then(|part| u64::try_from(part).ok()).map(Alpha)
    }
}

/// Divides by 10^`count`. Rounding down at every digit is the same as rounding down once.
fn without_digits(mut number: Wide, count: u128) -> Option<u128> {
    for _ in 0..count {
        if number == Wide::product(0, 0) {
            break;
        }
        (number, _) = number.div_rem(10)?;
    }
    number.narrow()
}

/// Goes on with a division for `count` decimal digits. Ends early where nothing is left, or where it is too much.
fn with_digits(quotient: Wide, mut remainder: u128, divisor: u128, count: u128) -> Option<u128> {
    let mut result = quotient.narrow()?;
    for _ in 0..count {
        if result == 0 && remainder == 0 {
            break;
        }
        let (digit, rest) = Wide::product(remainder, 10).div_rem(divisor)?;
        result = result.checked_mul(10)?.checked_add(digit.narrow()?)?;
        remainder = rest;
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn float(mantissa: u128, exponent: i64) -> SafeFloat {
        SafeFloat { mantissa, exponent }
    }

    #[test]
    fn parts_of_a_pool() {
        let third = float(1, 0).part_of(Alpha(100), float(3, 0));
        assert_eq!(third, Some(Alpha(33)));
        assert_eq!(float(5, -1).part_of(Alpha(9), float(1, 0)), Some(Alpha(4)));
        assert_eq!(float(1, 20).part_of(Alpha(7), float(2, 20)), Some(Alpha(3)));
        assert_eq!(float(1, 0).part_of(Alpha(7), float(0, 0)), Some(Alpha::ZERO));
    }

    #[test]
    fn extreme_exponents_end() {
        assert_eq!(float(1, i64::MAX).part_of(Alpha(1), float(1, i64::MIN)), None);
        assert_eq!(
            float(u128::MAX, i64::MIN).part_of(Alpha(u64::MAX), float(1, i64::MAX)),
            Some(Alpha::ZERO)
        );
        assert_eq!(
            float(0, i64::MAX).part_of(Alpha(9), float(3, i64::MIN)),
            Some(Alpha::ZERO)
        );
    }

    proptest! {
        #[test]
        fn parts_are_exact(
            total: u64,
            share in 0_u128..=10_u128.pow(21),
            denominator in 1_u128..=10_u128.pow(21),
            share_exponent in -40_i64..40,
            exponent in -40_i64..40,
        ) {
            let up = u32::try_from((share_exponent - exponent).max(0)).unwrap();
            let down = u32::try_from((exponent - share_exponent).max(0)).unwrap();
            let ten = BigUint::from(10_u32);
            let exact = BigUint::from(total) * share * ten.pow(up) / (BigUint::from(denominator) * ten.pow(down));
            let part = float(share, share_exponent).part_of(Alpha(total), float(denominator, exponent));
            prop_assert_eq!(part.map(|part| part.0), u64::try_from(exact).ok());
        }
    }
}
