//! How much of something an effect moves, as far as it is known before it happens.

use serde::{Deserialize, Serialize};

/// An amount that may not be known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "amount", rename_all = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "is", content = "amount", rename_all = "camelCase")
)]
pub enum Quantity<T> {
    /// This much.
    Exactly(T),
    /// This much or less.
    UpTo(T),
    /// This much or more.
    AtLeast(T),
    /// All there is at that moment.
    Everything,
    /// What the pool or the chain gives or asks at that moment.
    AtMarket,
}

impl<T: Copy> Quantity<T> {
    /// The most that it can be, if that is known.
    pub fn most(&self) -> Option<T> {
        match self {
            Self::Exactly(amount) | Self::UpTo(amount) => Some(*amount),
            Self::AtLeast(_) | Self::Everything | Self::AtMarket => None,
        }
    }
}
