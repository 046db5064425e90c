//! Reads of the chain: heads, balances, nonces and the runtime's metadata.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, BlockRef, Bytes};

/// Follows [`Heads`].
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchHeads {}

/// The blocks at the end of the chain, as the light client verified them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Heads {
    /// Highest block that GRANDPA finalized.
    pub finalized: Option<Head>,
    /// Highest block of the best chain.
    pub best: Option<Head>,
}

/// A block and when it was authored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Head {
    /// The block.
    pub block: BlockRef,
    /// When it was authored, in milliseconds since 1970, from its Aura slot.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub time_ms: u64,
}

/// Follows an account's TAO at every finalized block.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchBalance {
    /// Whose.
    pub account: AccountId,
}

/// Asks for an account's next nonce, counting what is in the best block.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountNonce {
    /// Whose.
    pub account: AccountId,
}

/// Names one runtime's metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MetadataRef {
    /// blake2b-256 of the metadata's bytes.
    pub hash: taolight_primitives::BlockHash,
    /// Version of the runtime.
    pub spec_version: u32,
}

/// Asks for the metadata of a runtime that a prepared transaction named.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GetMetadata {
    /// Which; the current runtime's if absent.
    #[serde(default)]
    pub metadata: Option<MetadataRef>,
}

/// A runtime's metadata as the runtime itself returned it, and what its RFC-78 digest needs besides.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RuntimeMetadata {
    /// Which.
    pub metadata: MetadataRef,
    /// SCALE bytes of the metadata, version 15 behind its magic number.
    pub bytes: Bytes,
    /// Symbol of the token.
    pub token: String,
    /// Decimals of the token.
    pub decimals: u8,
    /// Prefix of SS58 addresses.
    pub ss58: u16,
}
