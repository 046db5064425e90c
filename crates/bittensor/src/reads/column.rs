//! The columns of a metagraph that can be asked for one by one.

use serde::{Deserialize, Serialize};

/// A column: one value per neuron.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Column {
    /// The hotkey.
    Hotkeys,
    /// The coldkey that owns it.
    Coldkeys,
    /// What the coldkey says of itself.
    Identities,
    /// Where it can be reached.
    Axons,
    /// Whether it has set weights lately.
    Active,
    /// Whether it may set weights that count.
    ValidatorPermits,
    /// The block in which it last set weights.
    LastUpdates,
    /// What it earned in the last epoch.
    Emissions,
    /// Its share of the validators' rewards.
    Dividends,
    /// Its share of the miners' rewards.
    Incentives,
    /// What the validators agree on for it.
    Consensus,
    /// The block in which it was registered.
    Registrations,
    /// Alpha behind it, that of its parents included.
    AlphaStakes,
    /// TAO behind it on the root, weighed as the chain weighs it.
    TaoStakes,
    /// Both together.
    TotalStakes,
}

impl Column {
    /// All columns.
    pub const ALL: [Self; 15] = [
        Self::Hotkeys,
        Self::Coldkeys,
        Self::Identities,
        Self::Axons,
        Self::Active,
        Self::ValidatorPermits,
        Self::LastUpdates,
        Self::Emissions,
        Self::Dividends,
        Self::Incentives,
        Self::Consensus,
        Self::Registrations,
        Self::AlphaStakes,
        Self::TaoStakes,
        Self::TotalStakes,
    ];

    /// The number by which the runtime knows it. The metadata does not have these; the name of the field in the answer,
    /// [`Column::field`], shows that they still fit.
    pub(super) fn index(self) -> u16 {
        match self {
            Self::Hotkeys => 52,
            Self::Coldkeys => 53,
            Self::Identities => 54,
            Self::Axons => 55,
            Self::Active => 56,
            Self::ValidatorPermits => 57,
            Self::LastUpdates => 59,
            Self::Emissions => 60,
            Self::Dividends => 61,
            Self::Incentives => 62,
            Self::Consensus => 63,
            Self::Registrations => 66,
            Self::AlphaStakes => 67,
            Self::TaoStakes => 68,
            Self::TotalStakes => 69,
        }
    }

    /// Its field in the runtime's answer.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Hotkeys => "hotkeys",
            Self::Coldkeys => "coldkeys",
            Self::Identities => "identities",
            Self::Axons => "axons",
            Self::Active => "active",
            Self::ValidatorPermits => "validator_permit",
            Self::LastUpdates => "last_update",
            Self::Emissions => "emission",
            Self::Dividends => "dividends",
            Self::Incentives => "incentives",
            Self::Consensus => "consensus",
            Self::Registrations => "block_at_registration",
            Self::AlphaStakes => "alpha_stake",
            Self::TaoStakes => "tao_stake",
            Self::TotalStakes => "total_stake",
        }
    }
}
