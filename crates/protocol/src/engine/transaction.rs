//! Transactions: what the user wants, the unsigned transaction made of it, and what became of the signed one.

use serde::{Deserialize, Serialize};
use taolight_bittensor::intents::{Effect, Intent, Spend, Warning, Weight, outcome::TransactionOutcome};
use taolight_primitives::{AccountId, BlockHash, BlockRef, Bytes, Rao, Verified};

use super::MetadataRef;

/// Makes an unsigned transaction of an intent, at the current runtime, nonce and block.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrepareTransaction {
    /// Who signs and pays.
    pub from: AccountId,
    /// What is to happen.
    pub intent: Intent,
}

/// A prepared transaction and what it will cost.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Prepared {
    /// What the vault describes and signs.
    pub unsigned: Unsigned,
    /// What the runtime answers it will cost, without tip.
    pub fee: Verified<Rao>,
    /// Whether the runtime will sell alpha of the position for the fee, because the account's TAO does not cover it.
    pub fee_in_alpha: bool,
    /// The chain's existential deposit.
    pub existential_deposit: Rao,
}

/// Asks what an intent does, without a network.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExplainIntent {
    /// Who signs.
    pub from: AccountId,
    /// What is to happen.
    pub intent: Intent,
}

/// What an intent does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Explanation {
    /// One sentence, without its full stop.
    pub summary: String,
    /// What changes if it succeeds, except the fee.
    pub effects: Vec<Effect>,
    /// What one should know before signing.
    pub warnings: Vec<Warning>,
    /// What it takes at most, without the fee.
    pub spend: Spend,
}

/// Asks what a call may take at most: what a multisig account's approval has to name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WeighIntent {
    /// In whose name it is done.
    pub from: AccountId,
    /// What is to happen.
    pub intent: Intent,
}

/// What a call may take at most.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Weighed {
    /// As the runtime answers.
    pub weight: Verified<Weight>,
    /// blake2b-256 of the call: by which operations of multisig accounts are found.
    pub call_hash: BlockHash,
}

/// Everything that goes into a signed extrinsic except the signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Unsigned {
    /// Who signs and pays.
    pub account: AccountId,
    /// SCALE bytes of the call.
    pub call: Bytes,
    /// Nonce of the account.
    pub nonce: u32,
    /// Paid on top of the fee.
    pub tip: Rao,
    /// How long it stays valid.
    pub mortality: Mortality,
    /// Genesis hash of the chain.
    pub genesis: BlockHash,
    /// Version of the runtime.
    pub spec_version: u32,
    /// Version of the runtime's transaction format.
    pub transaction_version: u32,
    /// The metadata by which the call was encoded.
    pub metadata: MetadataRef,
}

/// How long a transaction stays valid: `period` blocks from `birth`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Mortality {
    /// Blocks; a power of two from 4 to 65,536.
    pub period: u32,
    /// First block of the period.
    pub birth: BlockRef,
}

/// Asks what an unsigned transaction will cost now.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EstimateFee {
    /// The transaction.
    pub unsigned: Unsigned,
}

/// What a transaction will cost.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Estimate {
    /// What the runtime answers, without tip.
    pub fee: Verified<Rao>,
}

/// Writes a signed transaction into the journal, then hands it to the network.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SubmitTransaction {
    /// What was signed.
    pub unsigned: Unsigned,
    /// What the user wanted, for the journal.
    pub intent: Intent,
    /// The signed extrinsic with its length prefix.
    pub extrinsic: Bytes,
}

/// A transaction that is in the journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Submitted {
    /// blake2b-256 of the signed extrinsic: its id in the journal.
    pub hash: BlockHash,
}

/// Removes a transaction from the journal once nothing can happen to it any more.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForgetTransaction {
    /// Its id.
    pub hash: BlockHash,
}

/// Follows the journal of the open network, latest transaction first.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchJournal {}

/// One transaction of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct JournalEntry {
    /// blake2b-256 of the signed extrinsic.
    pub hash: BlockHash,
    /// What the user wanted.
    pub intent: Intent,
    /// What was signed.
    pub unsigned: Unsigned,
    /// The signed extrinsic with its length prefix.
    pub extrinsic: Bytes,
    /// When it was written, in milliseconds since 1970, by this device's clock.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub written_ms: u64,
    /// What became of it.
    pub state: TransactionState,
}

/// What became of a signed transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum TransactionState {
    /// Signed and in the journal, not known to have left this device.
    Signed,
    /// Sent to peers.
    Broadcast {
        /// How many.
        peers: u32,
    },
    /// In a block of the best chain, which a re-organisation may still replace.
    InBlock {
        /// The block.
        block: BlockRef,
        /// What the block's events say.
        outcome: TransactionOutcome,
    },
    /// In a finalized block: this cannot change any more.
    Finalized {
        /// The block.
        block: BlockRef,
        /// What the block's events say.
        outcome: TransactionOutcome,
    },
    /// It will not happen: its time ran out, or its nonce was used by another transaction.
    Dropped {
        /// Why, for people.
        reason: String,
    },
    /// The runtime refuses it.
    Invalid {
        /// Why, for people.
        reason: String,
    },
}

impl TransactionState {
    /// Whether nothing can happen to the transaction any more.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Finalized { .. } | Self::Dropped { .. } | Self::Invalid { .. } => true,
            Self::Signed | Self::Broadcast { .. } | Self::InBlock { .. } => false,
        }
    }
}
