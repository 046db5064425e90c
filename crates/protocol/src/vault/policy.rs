//! What an account may sign, and for whom. The vault checks it before it describes anything, and again before it signs.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, NetUid, Rao};

use super::Secret;

/// Limits of what is signed. None of a field is no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Policy {
    /// The most TAO that one transaction may move out of the account's free balance.
    pub per_transaction: Option<Rao>,
    /// The most TAO that all transactions of 24 hours may move.
    pub per_day: Option<Rao>,
    /// The calls that may be signed, as `Pallet.call` or `Pallet.*`, and everything inside them too.
    pub calls: Option<Vec<String>>,
    /// The subnets that a call may name.
    pub netuids: Option<Vec<NetUid>>,
}

/// The limits of one account. Those of every origin hold for the wallet itself as well as for each website; those of
/// one origin hold in addition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PolicyEntry {
    /// Whose.
    pub account: AccountId,
    /// The website that asks, such as `https://example.com`; none for all.
    pub origin: Option<String>,
    /// The limits.
    pub policy: Policy,
}

/// Lists the limits that are set. The vault must be unlocked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListPolicies {}

/// Sets limits; a policy without any removes the entry.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetPolicy {
    /// The vault's password, so that nobody who finds an open page can lift a limit.
    pub password: Secret,
    /// The limits.
    pub entry: PolicyEntry,
}
