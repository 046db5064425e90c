//! What one unit is worth in another, in the unit of the call's own limit.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Price, Ratio};

use crate::fixed::scaled;

/// A price, as the limit of a call takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "unit", content = "value", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Rate {
    /// Rao for one alpha: adding and removing stake.
    Price(Price),
    /// Billionths of the destination's alpha for one alpha of the origin: moving it.
    Ratio(Ratio),
}

/// `above` / `below` in billionths, rounded down; `None` for nothing below.
pub(super) fn billionths(above: u64, below: u64) -> Option<u64> {
    if below == 0 {
        return None;
    }
    Some(times(above, Price::ONE.0, below))
}

/// `a` · `b` / `c` rounded down, 2⁶⁴ - 1 if it is more.
pub(super) fn times(a: u64, b: u64, c: u64) -> u64 {
    u64::try_from(scaled(a.into(), b.into(), c.into())).unwrap_or(u64::MAX)
}
