//! Whom the published software of a subnet's miners answers. Every miner can change it, and some do.

use core::fmt;

use serde::Deserialize;
use taolight_primitives::Alpha;

/// Billionths in a whole unit.
const WHOLE: u64 = 1_000_000_000;

/// Whom a miner answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Gate {
    /// Only hotkeys that are registered on the subnet.
    pub registered: bool,
    /// Only validators: hotkeys with a validator permit on the subnet.
    pub permit: bool,
    /// How much stake weight the hotkey needs, which is its alpha and a part of its TAO on the root.
    pub stake_weight: Option<Threshold>,
    /// How much of the subnet's alpha has to be staked to the hotkey.
    pub alpha_stake: Option<Threshold>,
    /// Only hotkeys that the software names one by one.
    pub named_only: bool,
    /// How often it may be asked, in words.
    pub rate: Option<String>,
    /// It answers unregistered hotkeys with an internal error instead of a refusal.
    pub fails_on_unregistered: bool,
}

/// A least amount, in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Threshold {
    /// This much or more.
    AtLeast(u32),
    /// More than this.
    Above(u32),
}

impl Threshold {
    /// Whether an amount suffices.
    pub fn admits(self, amount: Alpha) -> bool {
        match self {
            Self::AtLeast(least) => amount.0 >= u64::from(least) * WHOLE,
            Self::Above(most) => amount.0 > u64::from(most) * WHOLE,
        }
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(least) => write!(f, "{least} or more"),
            Self::Above(most) => write!(f, "more than {most}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_differ_at_their_border() {
        let border = Alpha(1000 * WHOLE);
        assert!(Threshold::AtLeast(1000).admits(border));
        assert!(!Threshold::AtLeast(1000).admits(Alpha(border.0 - 1)));
        assert!(!Threshold::Above(1000).admits(border));
        assert!(Threshold::Above(1000).admits(Alpha(border.0 + 1)));
        assert!(Threshold::AtLeast(u32::MAX).admits(Alpha(u64::MAX)));
    }
}
