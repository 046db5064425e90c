//! How locks fade and convictions grow: the chain's exponential curves in fixed-point integers.
//!
//! A mass m that decays has m·exp(−Δ/u) left after Δ blocks, u being the unlock rate; a perpetual one stays. A conviction
//! fades with the maturity rate τ and grows towards the mass by the solution of c′ = (m − c)/τ. The chain computes the
//! same in 64 fractional bits with its own series, so that results here differ from its own by a few rao at most.

use serde::{Deserialize, Serialize};
use taolight_primitives::Alpha;

use super::decimal;

/// One, with 64 fractional bits.
const ONE: u128 = 1 << 64;
/// The natural logarithm of two, with 64 fractional bits.
const LN_2: u128 = 12_786_308_645_202_655_660;
/// Past this exponent the chain decays no further.
const LARGEST_EXPONENT: u128 = 40 << 64;

/// How fast locks fade and convictions grow, in blocks. Parameters of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct LockRates {
    /// Blocks in which a lock falls to a 2.718th.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub unlock: u64,
    /// The same for convictions.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub maturity: u64,
}

/// What kind of lock it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct LockKind {
    /// Whether it stays as it is rather than fade.
    pub perpetual: bool,
    /// Whether it is on the hotkey of the subnet's owner, where conviction is the mass at once.
    pub of_owner: bool,
}

/// A lock as the chain stored it at its last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct LockState {
    /// What is locked.
    pub mass: Alpha,
    /// Its conviction in alpha rao, with 64 fractional bits.
    #[serde(with = "decimal")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub conviction: u128,
    /// The block of the last change.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub at: u64,
}

impl LockState {
    /// The same lock at a later block.
    pub fn rolled_to(self, block: u64, rates: LockRates, kind: LockKind) -> Self {
        let mut rolled = match block.checked_sub(self.at) {
            None | Some(0) => self,
            Some(blocks) => self.after(blocks, rates, kind.perpetual),
        };
        rolled.at = block.max(self.at);
        if kind.of_owner {
            rolled.conviction = u128::from(rolled.mass.0) << 64;
        }
        rolled
    }

    fn after(self, blocks: u64, rates: LockRates, perpetual: bool) -> Self {
        let unlock = decay(blocks, rates.unlock);
        let maturity = decay(blocks, rates.maturity);
        let gain = if perpetual {
            ONE - maturity
        } else if rates.unlock == rates.maturity {
            gain_of_equal_rates(blocks, rates.maturity, maturity)
        } else {
            gain_of_rates(rates, unlock, maturity)
        };
        let mass = u128::from(self.mass.0);
        let left = if perpetual { mass } else { (mass * unlock) >> 64 };
        Self {
            mass: Alpha(u64::try_from(left).unwrap_or(self.mass.0)),
            conviction: times(self.conviction, maturity).saturating_add(mass.saturating_mul(gain)),
            at: self.at,
        }
    }
}

/// exp(−blocks / rate), with 64 fractional bits.
fn decay(blocks: u64, rate: u64) -> u128 {
    if blocks == 0 {
        return ONE;
    }
    match (u128::from(blocks) << 64).checked_div(rate.into()) {
        None => 0,
        Some(exponent) => exp_of_minus(exponent.min(LARGEST_EXPONENT)),
    }
}

/// exp(−x) of a number with 64 fractional bits: halvings, and a series for what is left.
fn exp_of_minus(x: u128) -> u128 {
    let (halvings, rest) = (x / LN_2, x % LN_2);
    let (mut sum, mut term, mut divisor) = (ONE, ONE, 1);
    while term > 0 {
        term = times(term, rest) / divisor;
        sum = if divisor % 2 == 1 { sum - term } else { sum + term };
        divisor += 1;
    }
    u32::try_from(halvings)
        .ok()
        .and_then(|halvings| sum.checked_shr(halvings))
        .unwrap_or(0)
}

/// Δ/τ · exp(−Δ/τ).
fn gain_of_equal_rates(blocks: u64, rate: u64, decay: u128) -> u128 {
    (u128::from(blocks) << 64)
        .checked_div(rate.into())
        .map_or(0, |ratio| times(ratio, decay))
}

/// u · (exp(−Δ/u) − exp(−Δ/τ)) / (u − τ), which is never negative.
fn gain_of_rates(rates: LockRates, unlock: u128, maturity: u128) -> u128 {
    if rates.unlock == 0 || rates.maturity == 0 {
        return 0;
    }
    let difference = u128::from(rates.unlock.abs_diff(rates.maturity));
    u128::from(rates.unlock).saturating_mul(unlock.abs_diff(maturity)) / difference
}

/// A number times another of at most one, which has 64 fractional bits. Whole and fraction apart, so that nothing
/// overflows.
fn times(number: u128, part: u128) -> u128 {
    if part >= ONE {
        return number;
    }
    let (whole, fraction) = (number >> 64, number & (ONE - 1));
    whole * part + ((fraction * part) >> 64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RATES: LockRates = LockRates {
        unlock: 934_866,
        maturity: 934_866,
    };
    const FADING: LockKind = LockKind {
        perpetual: false,
        of_owner: false,
    };
    const PERPETUAL: LockKind = LockKind {
        perpetual: true,
        of_owner: false,
    };

    fn lock(mass: u64) -> LockState {
        LockState {
            mass: Alpha(mass),
            conviction: 0,
            at: 100,
        }
    }

    #[test]
    fn known_values_of_the_exponential() {
        // 2⁶⁴/e and 2⁶⁴/√e.
        let near = |got: u128, want: u128| got.abs_diff(want) <= 16;
        assert!(near(decay(1, 1), 6_786_177_901_268_885_274));
        assert!(near(decay(1, 2), 11_188_515_852_577_165_299));
        assert_eq!(decay(0, 0), ONE);
        assert_eq!(decay(1, 0), 0);
        assert_eq!(decay(u64::MAX, 1), decay(40, 1));
    }

    #[test]
    fn half_is_left_after_ninety_days() {
        let rolled = lock(1_000_000_000).rolled_to(100 + 648_000, RATES, FADING);
        assert!(rolled.mass.0.abs_diff(500_000_000) < 1_000, "{rolled:?}");
    }

    #[test]
    fn perpetual_locks_stay_and_convince() {
        let rolled = lock(1_000_000_000).rolled_to(100 + 934_866, RATES, PERPETUAL);
        assert_eq!(rolled.mass, Alpha(1_000_000_000));
        // 1 − 1/e of the mass.
        assert_eq!(rolled.conviction >> 64, 632_120_558);
    }

    #[test]
    fn the_owner_is_convinced_at_once() {
        let kind = LockKind {
            of_owner: true,
            ..FADING
        };
        let rolled = lock(77).rolled_to(100, RATES, kind);
        assert_eq!(rolled.conviction >> 64, 77);
    }

    #[test]
    fn other_rates_for_mass_and_conviction() {
        let rates = LockRates {
            unlock: 934_866,
            maturity: 311_622,
        };
        let rolled = lock(1_000_000_000).rolled_to(100 + 311_622, rates, FADING);
        // 1.5 · (exp(−1/3) − exp(−1)).
        assert_eq!(rolled.conviction >> 64, 522_977_804);
    }

    proptest! {
        #[test]
        fn locks_fade_and_never_panic(
            mass: u64,
            conviction: u128,
            at: u64,
            block: u64,
            unlock: u64,
            maturity: u64,
            perpetual: bool,
            of_owner: bool,
        ) {
            let lock = LockState { mass: Alpha(mass), conviction, at };
            let rates = LockRates { unlock, maturity };
            let rolled = lock.rolled_to(block, rates, LockKind { perpetual, of_owner });
            prop_assert!(rolled.mass <= lock.mass);
            prop_assert!(rolled.at >= at);
        }

        #[test]
        fn two_steps_are_one(mass in 0..u64::MAX / 2, first in 1..5_000_000_u64, second in 1..5_000_000_u64) {
            let once = lock(mass).rolled_to(100 + first + second, RATES, FADING);
            let twice = lock(mass)
                .rolled_to(100 + first, RATES, FADING)
                .rolled_to(100 + first + second, RATES, FADING);
            prop_assert!(once.mass.0.abs_diff(twice.mass.0) <= 64);
        }
    }
}
