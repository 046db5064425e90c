//! Powers of a ratio with any positive exponent, as the chain's weighted pools take them.
//!
//! The chain computes them with a thousand binary digits and rounds down to 10⁻¹⁸. Here the logarithm and the
//! exponential have 120 digits after the point. The logarithm is off by less than 2⁸ of its last digits (one for each
//! term of its series, half a one for each power of two), an exponent of up to 99 makes that 2¹⁵, the exponential adds
//! fewer than 2⁸, and the scale of 10¹⁸ < 2⁶⁰ leaves an error below 2⁻⁴⁴ of a unit. A result that is short of a whole
//! number by no more than 2⁻⁴⁰ is therefore taken as that number: this is right for every power that is a whole number
//! of 10⁻¹⁸, and one unit too much for other powers at most once in 2⁴⁰ times.

use super::wide::{Wide, scaled};

/// One, as [`power`] returns it.
pub(crate) const SCALE: u64 = 1_000_000_000_000_000_000;

/// Binary digits after the point.
const DIGITS: u32 = 120;
const ONE: u128 = 1 << DIGITS;
/// The natural logarithm of two.
const LN_2: i128 = 0xb1_7217_f7d1_cf79_abc9_e3b3_9803_f2f7;
/// Digits that are kept for the decision how to round, and how many of them are not trusted.
const ROUNDING_DIGITS: u32 = 60;
const UNSURE: u128 = 1 << 20;
/// e⁻⁴² is below 10⁻¹⁸, and e³ above (2⁶⁴ - 1) · 10⁻¹⁸.
const NOTHING: u128 = 42 << DIGITS;
const TOO_MUCH: u128 = 3 << DIGITS;

/// (`numerator` / `denominator`) ^ (`exponent` / `root`) in 10⁻¹⁸, rounded down; 2⁶⁴ - 1 if it is more.
/// The exponent must not be above 99.
pub(crate) fn power(numerator: u128, denominator: u128, exponent: u64, root: u64) -> u64 {
    if numerator == 0 {
        return 0;
    }
    if denominator == 0 {
        return u64::MAX;
    }
    if exponent == root {
        return saturated(scaled(numerator, SCALE.into(), denominator));
    }
    let log = log_of_ratio(numerator, denominator);
    let size = scaled(log.unsigned_abs(), exponent.into(), root.into());
    if log < 0 && size >= NOTHING {
        return 0;
    }
    if log >= 0 && size >= TOO_MUCH {
        return u64::MAX;
    }
    // Below 42 · 2¹²⁰, so that the sign always fits.
    let size = size.cast_signed();
    exponential(if log < 0 { -size } else { size })
}

/// The natural logarithm of a ratio of two numbers above zero.
fn log_of_ratio(numerator: u128, denominator: u128) -> i128 {
    let (above, below) = (numerator.leading_zeros(), denominator.leading_zeros());
    // Both numbers with 126 digits: their ratio is between a half and two, and their sum fits.
    let a = (numerator << above) >> 2;
    let b = (denominator << below) >> 2;
    let log = twice_artanh(scaled(a.abs_diff(b), ONE, a + b)).cast_signed();
    let doublings = i128::from(below) - i128::from(above);
    doublings * LN_2 + if a < b { -log } else { log }
}

/// ln((1 + z) / (1 - z)) for z of up to a third: 2 · (z + z³/3 + z⁵/5 + ...).
fn twice_artanh(z: u128) -> u128 {
    let square = times(z, z);
    let mut power = z;
    let mut sum = 0;
    let mut divisor = 1;
    while power > 0 {
        sum += power / divisor;
        power = times(power, square);
        divisor += 2;
    }
    2 * sum
}

/// e^`x` in 10⁻¹⁸, for x between -42 and 3.
fn exponential(x: i128) -> u64 {
    let (doublings, rest) = (x.div_euclid(LN_2), x.rem_euclid(LN_2).unsigned_abs());
    let mut term = ONE;
    let mut sum = 0;
    let mut divisor = 1;
    while term > 0 {
        sum += term;
        term = times(term, rest) / divisor;
        divisor += 1;
    }
    // From -61 to 4 doublings, so that the shift is between 56 and 121.
    let shift = (i128::from(DIGITS - ROUNDING_DIGITS) - doublings).unsigned_abs();
    let near = Wide::product(sum, SCALE.into()).shifted_right(u32::try_from(shift).unwrap_or(u32::MAX));
    saturated(near.saturating_add(UNSURE) >> ROUNDING_DIGITS)
}

fn times(a: u128, b: u128) -> u128 {
    Wide::product(a, b).shifted_right(DIGITS)
}

fn saturated(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    /// Whether a result is the power rounded down: r^root · d^exponent <= 10^(18 · root) · n^exponent < (r + 1)^root · ...
    fn is_floor(result: u64, numerator: u64, denominator: u64, exponent: u32, root: u32) -> bool {
        let value = BigUint::from(SCALE).pow(root) * BigUint::from(numerator).pow(exponent);
        let unit = BigUint::from(denominator).pow(exponent);
        let result = BigUint::from(result);
        result.pow(root) * &unit <= value && value < (result + 1_u32).pow(root) * unit
    }

    #[test]
    fn whole_results_are_not_missed() {
        assert_eq!(power(1, 8, 1, 3), SCALE / 2);
        assert_eq!(power(9, 4, 1, 2), 3 * SCALE / 2);
        assert_eq!(power(1, 10, 18, 1), 1);
        assert_eq!(power(7, 7, 123_456, 654_321), SCALE);
        assert_eq!(
            power(u128::from(u64::MAX), u128::from(u64::MAX) << 3, 2, 3),
            SCALE / 4
        );
    }

    #[test]
    fn ends_of_the_range() {
        assert_eq!(power(0, 5, 3, 2), 0);
        assert_eq!(power(5, 0, 3, 2), u64::MAX);
        assert_eq!(power(1, 1001, 99, 1), 0);
        assert_eq!(power(1001, 1, 99, 1), u64::MAX);
        assert_eq!(power(u128::MAX, 1, 99, 1), u64::MAX);
        assert_eq!(power(1, u128::MAX, 99, 1), 0);
    }

    proptest! {
        #[test]
        fn powers_are_rounded_down(n: u64, d in 1_u64.., narrow in 0_u32..60, exponent in 1_u32..100, root in 1_u32..40) {
            let n = (n >> narrow).max(1);
            let d = d.max(n);
            let exponent = exponent.min(99 * root);
            let result = power(n.into(), d.into(), exponent.into(), root.into());
            prop_assert!(is_floor(result, n, d, exponent, root), "{n}/{d} ^ {exponent}/{root} is not {result}");
        }

        #[test]
        fn roots_of_ratios_above_one_are_rounded_down(n: u64, d in 1_u64.., exponent in 1_u32..8, root in 8_u32..16) {
            let (n, d) = (n.max(d), n.min(d).max(1));
            let result = power(n.into(), d.into(), exponent.into(), root.into());
            prop_assert!(result == u64::MAX || is_floor(result, n, d, exponent, root));
        }

        #[test]
        fn nothing_panics(n: u128, d: u128, exponent in 1..SCALE, shift in 0_u32..128) {
            let _ = power(n >> shift, d, exponent, SCALE - exponent + exponent / 99);
        }
    }
}
