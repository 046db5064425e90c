//! Where stake is, goes or comes from, as one block says.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, NetUid};

use crate::Pool;

/// A hotkey on a subnet, as far as a trade depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Place {
    /// The subnet.
    pub netuid: NetUid,
    /// Whether there is such a subnet (`SubtensorModule.NetworksAdded`).
    pub exists: bool,
    /// Whether its owner has started it (`SubtensorModule.SubtokenEnabled`).
    pub subtoken_enabled: bool,
    /// Whether its stake can be given to another coldkey (`SubtensorModule.TransferToggle`).
    pub transfer_enabled: bool,
    /// Whether the chain knows the hotkey: it has an owner (`SubtensorModule.Owner`).
    pub hotkey_exists: bool,
    /// Its pool.
    pub pool: Pool,
}

/// What a coldkey has at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Holding {
    /// Its stake with that hotkey on that subnet.
    pub stake: Alpha,
    /// What it can take out of that subnet: its stake with all hotkeys there, less what is locked.
    pub available: Alpha,
}
