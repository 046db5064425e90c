//! Everything that this browser keeps besides keys, as one file: to have a copy, or to take it to another device. There is
//! no secret in it, but it says which addresses are its owner's.

mod merge;
mod parse;
mod taking;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use taolight_bittensor::Tolerance;
use taolight_locales::Locale;
use taolight_primitives::{AccountId, BlockHash, Failure, NetUid};
use taolight_protocol::vault::{AutoLock, PolicyEntry};

use crate::columns::Choices;
use crate::contacts::Contact;
use crate::miners::Entry;
use crate::worth_history::History;

/// Tells such a file from others.
const KIND: &str = "settings";
/// The form that is written, and the newest that is read.
const VERSION: u32 = 1;

/// What accounts were worth on a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Worth {
    /// The chain.
    pub(crate) genesis: BlockHash,
    /// The accounts.
    pub(crate) coldkeys: Vec<AccountId>,
    /// What they were worth together.
    pub(crate) samples: History,
}

/// What is kept. What is not known is left out: of the single choices those that nobody made, and of a vault that does not
/// exist its limits and its lock. Whether to lock with the device stays with the device, whose permission it needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Saved {
    /// Own accounts and what they are called.
    pub(crate) accounts: Vec<Contact>,
    /// The address book.
    pub(crate) contacts: Vec<Contact>,
    /// The favourite subnets of each chain.
    pub(crate) favourites: BTreeMap<BlockHash, BTreeSet<NetUid>>,
    /// What was worth how much.
    pub(crate) worth: Vec<Worth>,
    /// What was asked of each chain's miners.
    pub(crate) questions: BTreeMap<BlockHash, Vec<Entry>>,
    /// What accounts may sign.
    pub(crate) limits: Vec<PolicyEntry>,
    /// The networks that were brought, as network files.
    pub(crate) networks: Vec<String>,
    /// Which columns of tables are shown, where that was chosen.
    pub(crate) columns: Choices,
    /// How much worse a price may become.
    pub(crate) tolerance: Option<Tolerance>,
    /// Whether the page is dark, if that was chosen.
    pub(crate) dark: Option<bool>,
    /// The language of the page, if it was chosen.
    pub(crate) language: Option<Locale>,
    /// When the vault locks itself.
    pub(crate) auto_lock: Option<AutoLock>,
}

#[derive(Serialize)]
struct File<'a> {
    taolight: &'static str,
    version: u32,
    #[serde(flatten)]
    saved: &'a Saved,
}

impl Saved {
    /// The text of the file.
    pub(crate) fn to_text(&self) -> Result<String, Failure> {
        let file = File {
            taolight: KIND,
            version: VERSION,
            saved: self,
        };
        serde_json::to_string_pretty(&file)
            .map_err(|error| Failure::new(taolight_primitives::ErrorCode::Internal, error))
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests;
