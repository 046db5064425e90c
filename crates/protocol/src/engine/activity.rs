//! What touched accounts while the app ran, whoever wanted it, out of the blocks that the light client followed.

use serde::{Deserialize, Serialize};
use taolight_bittensor::reads::Touch;
use taolight_primitives::{AccountId, BlockRef, Rao};

/// Follows what touches accounts, at every finalized block.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchActivity {
    /// Whose.
    pub accounts: Vec<AccountId>,
}

/// What was seen of an account. Complete between two blocks for what changes its TAO or its number of transactions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AccountActivity {
    /// Whose.
    pub account: AccountId,
    /// The block after which nothing was missed.
    pub since: BlockRef,
    /// When that block was, by the chain's clock, in milliseconds since 1970.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub since_ms: u64,
    /// The last block that was looked at.
    pub until: BlockRef,
    /// What was seen, latest first; some of it may be older than `since`.
    pub seen: Vec<Seen>,
}

/// A finalized block that touched an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Seen {
    /// The block.
    pub block: BlockRef,
    /// When it was, by the chain's clock, in milliseconds since 1970.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub time_ms: u64,
    /// What the account had before, deposits included.
    pub before: Rao,
    /// What it had after.
    pub after: Rao,
    /// What did it, in order. Empty where the chain's events do not say.
    pub touches: Vec<Touch>,
}

/// Forgets what was seen of an account, on whatever network.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForgetActivity {
    /// Whose.
    pub account: AccountId,
}
