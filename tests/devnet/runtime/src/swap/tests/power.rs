//! Powers whose digits are known, and rules that hold for all of them.

use crate::swap::{
    power::{Ratio, decay, power_above_one, power_below_one},
    wide::SCALE,
};
use proptest::prelude::*;

#[test]
fn known_powers_have_all_their_digits() {
    // (1/2)^(1/2), (1/3)^(7/3), e^-1 and 2^(1/2), by a calculator with 60 digits.
    assert_eq!(
        power_below_one(Ratio::new(1, 2), Ratio::new(1, 2)),
        707_106_781_186_547_524
    );
    assert_eq!(
        power_below_one(Ratio::new(1, 3), Ratio::new(7, 3)),
        77_040_141_594_514_967
    );
    assert_eq!(decay(Ratio::new(1, 1)), 367_879_441_171_442_321);
    assert_eq!(
        power_above_one(Ratio::new(2, 1), Ratio::new(1, 2)),
        1_414_213_562_373_095_048
    );
}

#[test]
fn whole_results_are_not_one_too_low() {
    assert_eq!(power_below_one(Ratio::new(1, 4), Ratio::new(1, 2)), SCALE / 2);
    assert_eq!(
        power_below_one(Ratio::new(1, 10), Ratio::new(3, 1)),
        SCALE / 1_000
    );
    assert_eq!(power_above_one(Ratio::new(9, 1), Ratio::new(1, 2)), 3 * SCALE);
    assert_eq!(decay(Ratio::new(0, 1)), SCALE);
}

#[test]
fn extremes_end_at_the_bounds() {
    assert_eq!(power_below_one(Ratio::new(0, 1), Ratio::new(1, 2)), 0);
    assert_eq!(power_below_one(Ratio::new(1, 1_001), Ratio::new(99, 1)), 0);
    assert_eq!(power_below_one(Ratio::new(3, 2), Ratio::new(1, 2)), SCALE);
    assert_eq!(power_above_one(Ratio::new(1, 0), Ratio::new(1, 2)), u64::MAX);
    assert_eq!(
        power_above_one(Ratio::new(u64::MAX, 1), Ratio::new(1, 1)),
        u64::MAX
    );
    assert_eq!(power_below_one(Ratio::new(1, 2), Ratio::new(1, 0)), 0);
}

proptest! {
    #[test]
    fn an_exponent_of_one_is_a_division(numerator in 1u64.., more in 0u64..1 << 63) {
        let denominator = numerator.saturating_add(more);
        let exact = u128::from(numerator) * u128::from(SCALE) / u128::from(denominator);
        prop_assert_eq!(u128::from(power_below_one(Ratio::new(numerator, denominator), Ratio::new(7, 7))), exact);
    }

    #[test]
    fn a_power_falls_as_its_exponent_rises(base in 1u64..1 << 40, exponent in 1u64..99) {
        let base = Ratio::new(base, 1u64 << 40);
        let (low, high) = (Ratio::new(exponent, 10), Ratio::new(exponent + 1, 10));
        prop_assert!(power_below_one(base, high) <= power_below_one(base, low));
    }
}
