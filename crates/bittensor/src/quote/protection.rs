//! How an order is protected against a price that got worse before it is executed.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Price, Ratio};

use super::rate::times;

const WHOLE: u32 = 1_000_000;

/// How much worse than the present price the price may become, in millionths: 0 to 1 000 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "number"))]
pub struct Tolerance(u32);

/// A tolerance of more than all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a tolerance is between 0 and 100 %")]
pub struct ToleranceError;

impl Tolerance {
    /// 5 %, the default of the official tools.
    pub const DEFAULT: Self = Self(50_000);

    /// A tolerance in millionths.
    pub fn new(millionths: u32) -> Result<Self, ToleranceError> {
        if millionths > WHOLE {
            return Err(ToleranceError);
        }
        Ok(Self(millionths))
    }

    /// In millionths.
    pub fn millionths(self) -> u32 {
        self.0
    }

    /// The highest price that a purchase accepts.
    pub(super) fn above(self, price: Price) -> Price {
        Price(times(price.0, (WHOLE + self.0).into(), WHOLE.into()))
    }

    /// The lowest price that a sale accepts.
    pub(super) fn below(self, price: Price) -> Price {
        Price(self.less(price.0))
    }

    /// The lowest ratio that a swap accepts.
    pub(super) fn below_ratio(self, origin: Price, destination: Price) -> Ratio {
        // One division, so that it is rounded once: origin · 10⁹ · (10⁶ - tolerance) / (destination · 10⁶).
        let above = u128::from(origin.0) * u128::from(Price::ONE.0) * u128::from(WHOLE - self.0);
        let below = u128::from(destination.0) * u128::from(WHOLE);
        let ratio = above.checked_div(below).unwrap_or(u128::MAX);
        Ratio(u64::try_from(ratio).unwrap_or(u64::MAX))
    }

    fn less(self, amount: u64) -> u64 {
        times(amount, (WHOLE - self.0).into(), WHOLE.into())
    }
}

impl TryFrom<u32> for Tolerance {
    type Error = ToleranceError;

    fn try_from(millionths: u32) -> Result<Self, ToleranceError> {
        Self::new(millionths)
    }
}

impl From<Tolerance> for u32 {
    fn from(tolerance: Tolerance) -> Self {
        tolerance.0
    }
}

/// What happens if the price gets worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Protection {
    /// The trade is done at any price: the calls without a limit.
    None,
    /// The trade is done whole within the limit, or not at all.
    Whole {
        /// How much worse the price may become.
        tolerance: Tolerance,
    },
    /// As much of the trade is done as the limit allows.
    Part {
        /// How much worse the price may become.
        tolerance: Tolerance,
    },
}

impl Protection {
    pub(super) fn tolerance(self) -> Option<Tolerance> {
        match self {
            Self::None => None,
            Self::Whole { tolerance } | Self::Part { tolerance } => Some(tolerance),
        }
    }

    /// How much of `amount` is traded, if `most` is what the limit allows. `None` if that is too little.
    pub(super) fn possible<T: Ord>(self, amount: T, most: T) -> Option<T> {
        match self {
            Self::None => Some(amount),
            Self::Whole { .. } => (amount <= most).then_some(amount),
            Self::Part { .. } => Some(amount.min(most)),
        }
    }
}
