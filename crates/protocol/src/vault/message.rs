//! Messages that are no transactions: wrapped, shown, and signed when approved.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, BlockHash, Bytes};

/// Asks what signing a message would sign.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DescribeMessage {
    /// Who signs.
    pub account: AccountId,
    /// The message, wrapped in `<Bytes>` or not.
    pub message: Bytes,
    /// The website that asks; none for the wallet itself.
    #[serde(default)]
    pub origin: Option<String>,
}

/// What the vault itself would sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MessageSummary {
    /// Approves this when handed to [`SignMessage`]. Random, good for one signature and for a minute.
    pub approval: Bytes,
    /// Who signs.
    pub account: AccountId,
    /// What is inside the wrapping, if it is text and every character of it can be seen.
    pub text: Option<String>,
    /// The exact bytes that would be signed: `<Bytes>`, the message, `</Bytes>`.
    pub signed: Bytes,
    /// blake2b-256 of those bytes.
    pub payload_hash: BlockHash,
}

/// Signs the message that was approved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SignMessage {
    /// [`MessageSummary::approval`].
    pub approval: Bytes,
    /// [`MessageSummary::payload_hash`] of the summary that was shown.
    pub payload_hash: BlockHash,
}

/// A signed message.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignedMessage {
    /// 64 bytes.
    pub signature: Bytes,
}
