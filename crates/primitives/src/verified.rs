//! How well a value is proven, and a value that carries it.

use serde::{Deserialize, Serialize};

use crate::BlockRef;

/// How well a value is proven. Ordered from the best proof down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Level {
    /// Proven against the state root of a block that GRANDPA finalized.
    Finalized,
    /// Proven against the state root of the best block, which a re-organisation may still replace.
    Best,
    /// Was proven earlier; read from storage of this device.
    Cached,
    /// Nobody proved it.
    Unverified,
}

/// A value together with the block at which it was read and how well that read is proven.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verified<T> {
    /// The value itself.
    pub value: T,
    /// The block whose state held it.
    pub block: BlockRef,
    /// How well that is proven.
    pub level: Level,
}

impl<T> Verified<T> {
    /// The same proof for a value computed from this one alone.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Verified<U> {
        Verified {
            value: f(self.value),
            block: self.block,
            level: self.level,
        }
    }
}
