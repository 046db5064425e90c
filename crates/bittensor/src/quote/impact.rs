//! How much a trade itself worsens its price.

use serde::{Deserialize, Serialize};

use super::rate::times;

const WHOLE: u64 = 1_000_000;

/// The part of the value that a trade loses because it moves the price, in millionths, rounded down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PriceImpact(pub u32);

impl PriceImpact {
    /// Of a trade that gives `received` where the present price would have given `expected`.
    pub(super) fn of(expected: u64, received: u64) -> Self {
        let lost = expected.saturating_sub(received);
        if lost == 0 {
            return Self::default();
        }
        // `expected` is above zero, and `lost` is not above it.
        Self(u32::try_from(times(lost, WHOLE, expected)).unwrap_or(u32::MAX))
    }
}
