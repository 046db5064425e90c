//! Signing: the vault decodes the exact bytes, describes them, and signs what was approved and nothing else.

use serde::{Deserialize, Serialize};
use taolight_bittensor::intents::Intent;
use taolight_primitives::{AccountId, BlockHash, Bytes, Rao};

use crate::engine::{MetadataRef, Mortality, RuntimeMetadata, Unsigned};

/// Asks whether the vault holds a runtime's metadata already.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HasMetadata {
    /// Which.
    pub metadata: MetadataRef,
}

/// Hands a runtime's metadata to the vault, which hashes it itself. Forged metadata does not help a forger: the chain
/// refuses a signature over another digest.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddMetadata {
    /// The metadata.
    pub metadata: RuntimeMetadata,
}

/// Asks what an unsigned transaction would do. The answer is what a person approves.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Describe {
    /// The transaction.
    pub unsigned: Unsigned,
    /// What it is to do. The vault builds the call of it by itself, and approves no other. Without it the summary alone
    /// says what is signed.
    #[serde(default)]
    pub intent: Option<Intent>,
    /// The website that asks; none for the wallet itself.
    #[serde(default)]
    pub origin: Option<String>,
}

/// What the vault itself decoded out of the bytes that it would sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Summary {
    /// Approves this summary when handed to [`Sign`]. Random, good for one signature and for a minute. Empty, and so good
    /// for none, if the call is not as intended.
    pub approval: Bytes,
    /// Who signs and pays.
    pub account: AccountId,
    /// The website that asks; none for the wallet itself.
    pub origin: Option<String>,
    /// The call.
    pub call: ShownCall,
    /// Whether the call is that of the intent, byte for byte. None if no intent was named.
    pub as_intended: Option<bool>,
    /// Nonce of the account.
    pub nonce: u32,
    /// Paid on top of the fee.
    pub tip: Rao,
    /// How long the transaction stays valid.
    pub mortality: Mortality,
    /// Genesis hash of the chain on which the signature is good.
    pub genesis: BlockHash,
    /// Version of the runtime on which the signature is good.
    pub spec_version: u32,
    /// What makes the decoding trustworthy.
    pub metadata_check: MetadataCheck,
    /// blake2b-256 of the bytes that would be signed.
    pub payload_hash: BlockHash,
    /// What could go wrong.
    pub warnings: Vec<Warning>,
}

/// Whether the chain itself checks the metadata by which the call was decoded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum MetadataCheck {
    /// `CheckMetadataHash` is on: with other metadata the chain refuses the signature.
    Enabled {
        /// The RFC-78 digest that the vault computed and signs.
        digest: BlockHash,
    },
    /// This runtime has no `CheckMetadataHash`; nothing proves the decoding.
    Unsupported,
}

/// A call as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum ShownCall {
    /// A tree of names and values.
    Decoded {
        /// The call.
        call: CallNode,
    },
    /// The metadata does not describe these bytes. Whoever signs them signs blindly.
    Raw {
        /// The call's bytes.
        bytes: Bytes,
        /// Why it cannot be decoded.
        why: String,
    },
}

impl ShownCall {
    /// The tree, if the call could be decoded.
    pub fn decoded(&self) -> Option<&CallNode> {
        match self {
            Self::Decoded { call } => Some(call),
            Self::Raw { .. } => None,
        }
    }
}

/// A call, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CallNode {
    /// Name of the pallet.
    pub pallet: String,
    /// Name of the call.
    pub name: String,
    /// Arguments in the call's own order.
    pub arguments: Vec<Argument>,
}

/// One argument of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Argument {
    /// Name in the metadata.
    pub name: String,
    /// The value.
    pub value: HumanValue,
}

/// A value, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "is", content = "value", rename_all = "camelCase")
)]
pub enum HumanValue {
    /// An account.
    Account(AccountId),
    /// An amount of TAO.
    Amount(Rao),
    /// A number, in decimal digits.
    Number(String),
    /// Text or the name of a variant without content.
    Text(String),
    /// Bytes that are not text.
    Bytes(Bytes),
    /// True or false.
    Flag(bool),
    /// Nothing.
    Empty,
    /// A list.
    List(Vec<HumanValue>),
    /// Named fields.
    Fields(Vec<Argument>),
    /// A call within a call.
    Call(CallNode),
}

/// What could go wrong with a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum Warning {
    /// The sender's account may be emptied and removed.
    AllowsDeath,
    /// Another account may do anything in the name of this one (a proxy of type Any).
    GivesFullControl,
    /// Everything that this coldkey owns moves to another one, and meanwhile it can do nothing else.
    SwapsColdkey,
    /// The account can do nothing until the chain's root resets it.
    FreezesAccount,
    /// One of these is inside another call, such as a batch.
    Hidden,
    /// Nothing proves that the call was decoded rightly.
    UnprovenMetadata,
    /// The call could not be decoded at all.
    Blind,
    /// Nothing was ever signed here that sends to this account.
    FirstUse {
        /// Who receives.
        destination: AccountId,
    },
    /// The address begins and ends like a known one and is another: somebody may have made it to be taken for that one.
    LooksLike {
        /// Who receives.
        destination: AccountId,
        /// The known one.
        known: AccountId,
    },
    /// Who receives is a hotkey. Funds belong on coldkeys.
    ToHotkey {
        /// Who receives.
        destination: AccountId,
    },
}

/// Signs what was approved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Sign {
    /// [`Summary::approval`].
    pub approval: Bytes,
    /// [`Summary::payload_hash`] of the summary that was shown.
    #[serde(rename = "payloadHash")]
    #[cfg_attr(feature = "ts", ts(rename = "payloadHash"))]
    pub payload_hash: BlockHash,
}

/// A signed transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Signed {
    /// The signed extrinsic with its length prefix.
    pub extrinsic: Bytes,
    /// blake2b-256 of it.
    pub hash: BlockHash,
}
