//! Requests to miners are signed too, by a hotkey as a rule. The vault takes such a message apart and signs nothing that
//! is of none of these forms.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, BlockHash, Bytes};

use super::Scheme;

/// Asks what signing messages to miners would sign: one question, to at most 64 miners.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DescribeMinerAuth {
    /// Who signs.
    pub account: AccountId,
    /// The bytes to be signed, one message for each miner. They may differ in their miners, times and names only.
    pub messages: Vec<Bytes>,
    /// The website that asks; none for the wallet itself.
    #[serde(default)]
    pub origin: Option<String>,
}

/// A message to a miner, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum MinerAuth {
    /// A request to an axon of the SDK 6 to 10: `nonce.dendrite.axon.uuid.hash`.
    AxonV10 {
        /// Nanoseconds since 1970, in decimal digits.
        nonce: String,
        /// The miner.
        receiver: AccountId,
        /// Names the session.
        uuid: String,
        /// SHA3-256 over the fields that the miner hashes.
        body_hash: BlockHash,
    },
    /// A request of the SDK 11: `btauth/1`.
    BtAuth1 {
        /// The scheme that the message names, which is the account's.
        scheme: Scheme,
        /// The HTTP method.
        method: String,
        /// Path and query.
        target: String,
        /// SHA-256 of the body.
        body_hash: BlockHash,
        /// Nanoseconds since 1970, in decimal digits.
        nonce: String,
        /// The miner; none if any miner may take the request.
        receiver: Option<AccountId>,
    },
    /// A request of Epistula 2: `hash.uuid.timestamp.receiver`.
    Epistula2 {
        /// SHA-256 of the body.
        body_hash: BlockHash,
        /// Names the request.
        uuid: String,
        /// Milliseconds since 1970, in decimal digits.
        timestamp: String,
        /// The miner; none if any miner may take the request.
        receiver: Option<AccountId>,
    },
}

/// What the vault itself would sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MinerAuthSummary {
    /// Approves this when handed to [`SignMinerAuth`]. Random, good once and for a minute.
    pub approval: Bytes,
    /// Who signs.
    pub account: AccountId,
    /// What the vault read, message by message.
    pub requests: Vec<MinerAuth>,
    /// blake2b-256 over the blake2b-256 hashes of the messages.
    pub payload_hash: BlockHash,
}

/// Signs the messages that were approved. A miner refuses what was signed some seconds ago, so they may have another time
/// and another name by now; everything else must be as it was described, and the time must be that of now.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SignMinerAuth {
    /// [`MinerAuthSummary::approval`].
    pub approval: Bytes,
    /// [`MinerAuthSummary::payload_hash`] of the summary that was shown.
    pub payload_hash: BlockHash,
    /// The exact bytes to be signed, in the order in which they were described.
    pub messages: Vec<Bytes>,
}

/// Signed messages to miners.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignedMinerAuth {
    /// 64 bytes for each message, in their order.
    pub signatures: Vec<Bytes>,
}
