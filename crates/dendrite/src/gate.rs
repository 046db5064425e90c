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

impl Gate {
    /// What it asks for, a condition each; empty if it answers everybody.
    pub fn words(&self) -> Vec<String> {
        let flags = [
            (self.registered, "hotkeys that are registered on the subnet"),
            (self.permit, "validators"),
            (self.named_only, "the validators that their software names"),
        ];
        let flags = flags.into_iter().filter(|(asked, _)| *asked);
        let flags = flags.map(|(_, words)| words.to_owned());
        let weight = self
            .stake_weight
            .map(|least| format!("a stake weight of {least}"));
        let alpha = self
            .alpha_stake
            .map(|least| format!("{least} of the subnet's alpha staked to the hotkey"));
        flags
            .chain(weight)
            .chain(alpha)
            .chain(self.rate.clone())
            .collect()
    }
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
    fn a_gate_says_what_it_asks_for() {
        let gate = Gate {
            registered: true,
            stake_weight: Some(Threshold::AtLeast(20_000)),
            rate: Some("500 times a minute".to_owned()),
            ..Gate::default()
        };
        let words = [
            "hotkeys that are registered on the subnet",
            "a stake weight of 20000 or more",
            "500 times a minute",
        ];
        assert_eq!(gate.words(), words);
        assert!(Gate::default().words().is_empty());
    }

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
