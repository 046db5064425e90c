//! What staking earns in a year, in alpha. Pure functions; each result says what it rests on.
//!
//! It is never a promise and never TAO: what alpha is worth changes too.

use serde::{Deserialize, Serialize};

use super::{LastEpoch, SharePrice, ShareSample};

/// Blocks of twelve seconds in 365 days.
const BLOCKS_PER_YEAR: u64 = 7_200 * 365;
/// Rates are in millionths.
const MILLION: i128 = 1_000_000;
/// Factors of growth are in parts of 10¹².
const ONE: u128 = 1_000_000_000_000;

/// A yearly yield, in alpha of the subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AlphaYield {
    /// In millionths per year: 120,000 is 12 %.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub millionths: i64,
    /// What it rests on.
    pub basis: YieldBasis,
}

/// What a yield rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")
)]
pub enum YieldBasis {
    /// Measured: how much a share grew between two blocks that were read here, compounded over a year.
    Measured {
        /// The first block.
        from: u32,
        /// The second block.
        to: u32,
    },
    /// An estimate from the dividends of the last epoch alone, without compounding. One epoch says little.
    LastEpoch,
}

/// Why two samples tell no yield.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoYield {
    /// They are of different stakes.
    #[error("the two samples are of different hotkeys, subnets or pools")]
    OtherPool,
    /// The second is not later than the first.
    #[error("the second sample is not later than the first")]
    NotLater,
    /// Nobody staked at one of them.
    #[error("nobody staked to this hotkey at one of the two blocks")]
    Empty,
    /// More than can be shown.
    #[error("the growth is too large to show")]
    TooLarge,
}

/// The yield between two samples of the same stake, compounded over the whole windows of that length in a year.
pub fn measured_yield(before: &ShareSample, after: &ShareSample) -> Result<AlphaYield, NoYield> {
    let pool = |sample: &ShareSample| (sample.hotkey, sample.netuid, sample.pool);
    if pool(before) != pool(after) {
        return Err(NoYield::OtherPool);
    }
    let blocks = after.block.checked_sub(before.block).filter(|blocks| *blocks > 0);
    let blocks = blocks.ok_or(NoYield::NotLater)?;
    let (Some(first), Some(second)) = (before.price, after.price) else {
        return Err(NoYield::Empty);
    };
    let factor = factor(first, second).ok_or(NoYield::TooLarge)?;
    let millionths = match BLOCKS_PER_YEAR / u64::from(blocks) {
        // A window longer than a year is spread evenly over it.
        0 => rate(factor).and_then(|rate| scale(rate, BLOCKS_PER_YEAR, blocks.into())),
        windows => power(factor, windows).and_then(rate),
    };
    Ok(AlphaYield {
        millionths: millionths.ok_or(NoYield::TooLarge)?,
        basis: YieldBasis::Measured {
            from: before.block,
            to: after.block,
        },
    })
}

/// The estimate from the last epoch. `None` where there is no stake or no tempo.
pub fn last_epoch_yield(epoch: &LastEpoch) -> Option<AlphaYield> {
    let dividends = u128::from(epoch.dividends.0).checked_mul(MILLION.unsigned_abs())?;
    let yearly = dividends
        .checked_mul(BLOCKS_PER_YEAR.into())?
        .checked_div(epoch.tempo.into())?;
    Some(AlphaYield {
        millionths: i64::try_from(yearly.checked_div(epoch.stake.0.into())?).ok()?,
        basis: YieldBasis::LastEpoch,
    })
}

/// By how much a share grew, in parts of 10¹².
fn factor(before: SharePrice, after: SharePrice) -> Option<u128> {
    (u128::from(after.0) * ONE).checked_div(before.0.into())
}

/// A factor to the power of a number.
fn power(mut factor: u128, mut exponent: u64) -> Option<u128> {
    let times = |a: u128, b: u128| a.checked_mul(b).map(|product| product / ONE);
    let mut result = ONE;
    loop {
        if exponent % 2 == 1 {
            result = times(result, factor)?;
        }
        exponent /= 2;
        if exponent == 0 {
            return Some(result);
        }
        factor = times(factor, factor)?;
    }
}

/// A factor as a rate of growth, in millionths.
fn rate(factor: u128) -> Option<i64> {
    let growth = i128::try_from(factor).ok()? - i128::try_from(ONE).ok()?;
    i64::try_from(growth / (i128::try_from(ONE).ok()? / MILLION)).ok()
}

fn scale(rate: i64, numerator: u64, denominator: u64) -> Option<i64> {
    let scaled = i128::from(rate) * i128::from(numerator);
    i64::try_from(scaled.checked_div(denominator.into())?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use taolight_primitives::{AccountId, Alpha, NetUid};

    use super::*;

    fn sample(block: u32, price: u64) -> ShareSample {
        ShareSample {
            hotkey: AccountId([1; 32]),
            netuid: NetUid(2),
            block,
            pool: Some(1),
            price: Some(SharePrice(price)),
        }
    }

    fn yearly(blocks: u32, before: u64, after: u64) -> i64 {
        let measured = measured_yield(&sample(10, before), &sample(10 + blocks, after));
        measured.unwrap().millionths
    }

    #[test]
    fn growth_is_compounded_over_a_year() {
        // 0.1 % a day is 1.001³⁶⁵ − 1 a year.
        assert_eq!(yearly(7_200, 1_000_000, 1_001_000), 440_251);
        assert_eq!(yearly(7_200 * 365, 1_000_000, 1_120_000), 120_000);
        assert_eq!(yearly(7_200 * 730, 1_000_000, 1_240_000), 120_000);
        assert_eq!(yearly(7_200, 1_000_000, 1_000_000), 0);
        assert_eq!(yearly(7_200 * 365, 1_000_000, 900_000), -100_000);
        assert_eq!(yearly(7_200 * 365, u64::MAX / 2, u64::MAX), 1_000_000);
    }

    #[test]
    fn samples_that_do_not_fit_together_tell_nothing() {
        let (first, second) = (sample(10, 1), sample(20, 2));
        let mut other = second;
        other.pool = Some(2);
        assert_eq!(measured_yield(&first, &other), Err(NoYield::OtherPool));
        assert_eq!(measured_yield(&second, &first), Err(NoYield::NotLater));
        assert_eq!(measured_yield(&first, &first), Err(NoYield::NotLater));
        other = second;
        other.price = None;
        assert_eq!(measured_yield(&first, &other), Err(NoYield::Empty));
        assert_eq!(measured_yield(&first, &second), Err(NoYield::TooLarge));
    }

    #[test]
    fn the_last_epoch_is_an_estimate() {
        let epoch = LastEpoch {
            dividends: Alpha(100_000),
            stake: Alpha(7_300_000_000),
            tempo: 360,
        };
        let estimate = last_epoch_yield(&epoch).unwrap();
        assert_eq!(
            (estimate.millionths, estimate.basis),
            (100_000, YieldBasis::LastEpoch)
        );
        assert_eq!(last_epoch_yield(&LastEpoch { tempo: 0, ..epoch }), None);
        let empty = LastEpoch {
            stake: Alpha::ZERO,
            ..epoch
        };
        assert_eq!(last_epoch_yield(&empty), None);
    }

    proptest! {
        #[test]
        fn any_samples_give_a_yield_or_a_reason(before: u64, after: u64, from: u32, to: u32) {
            if let Ok(measured) = measured_yield(&sample(from, before), &sample(to, after)) {
                prop_assert_eq!(measured.millionths >= 0, after >= before || measured.millionths == 0);
            }
        }
    }
}
