//! The replacement of a coldkey by another one, and how it is stopped.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, blake2_256};
use taolight_primitives::{AccountId, BlockHash, Failure};

use super::{ColdkeySwapNeed, Cost, Effect, Funds, Need, Warning, call::Call, operation::Operation};

/// Announces that another coldkey will replace this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AnnounceColdkeySwap {
    /// The new coldkey. Only its hash gets onto the chain.
    pub new_coldkey: AccountId,
}

/// Replaces this coldkey by the one that was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ExecuteColdkeySwap {
    /// The new coldkey.
    pub new_coldkey: AccountId,
}

/// Takes back what was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ClearColdkeySwap {}

/// Freezes the account, because somebody else announced the swap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct DisputeColdkeySwap {}

impl Operation for AnnounceColdkeySwap {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("announce_coldkey_swap")
            .with("new_coldkey_hash", BlockHash(blake2_256(&self.new_coldkey.0)))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Announce that {} will replace this account", self.new_coldkey)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: Cost::ColdkeySwap,
                limit: None,
            },
            Effect::ColdkeySwapPending {
                new: self.new_coldkey,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![
            Warning::BlocksAccount,
            Warning::MovesEverything { to: self.new_coldkey },
        ]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::ColdkeySwap(who, ColdkeySwapNeed::Announceable),
            Need::ColdkeySwap(self.new_coldkey, ColdkeySwapNeed::FreshKey),
            Need::Funds(Funds::cost(who, Cost::ColdkeySwap)),
        ]
    }
}

impl Operation for ExecuteColdkeySwap {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("swap_coldkey_announced")
            .with("new_coldkey", self.new_coldkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Replace this account by {}", self.new_coldkey)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::ColdkeyReplaced {
            new: self.new_coldkey,
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![
            Warning::MovesEverything { to: self.new_coldkey },
            Warning::Irreversible,
        ]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::ColdkeySwap(who, ColdkeySwapNeed::Ready(self.new_coldkey)),
            Need::ColdkeySwap(self.new_coldkey, ColdkeySwapNeed::FreshKey),
        ]
    }
}

impl Operation for ClearColdkeySwap {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("clear_coldkey_swap_announcement").encode(metadata)
    }

    fn summary(&self) -> String {
        "Take back the announcement of a new coldkey".to_owned()
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::ColdkeySwapCleared]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::ColdkeySwap(who, ColdkeySwapNeed::Clearable)]
    }
}

impl Operation for DisputeColdkeySwap {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("dispute_coldkey_swap").encode(metadata)
    }

    fn summary(&self) -> String {
        "Dispute the new coldkey that was announced, and freeze this account".to_owned()
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::AccountFrozen]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::FreezesAccount]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::ColdkeySwap(who, ColdkeySwapNeed::Disputable)]
    }
}
