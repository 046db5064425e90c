//! Accounts of the vault, by their public half.

use serde::{Deserialize, Serialize};
use taolight_primitives::AccountId;

/// A signature scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Scheme {
    /// Schnorr signatures over Ristretto: what Bittensor's wallets make.
    Sr25519,
    /// Edwards signatures.
    Ed25519,
}

/// What an account is used for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum Role {
    /// Holds TAO and owns hotkeys.
    Coldkey {
        /// Those that are known.
        hotkeys: Vec<AccountId>,
    },
    /// Registers and serves, and never moves funds.
    Hotkey,
    /// Only looked at; there is no secret.
    WatchOnly,
}

/// How an account came here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Origin {
    /// Its mnemonic was made here.
    Created,
    /// Its secret was brought.
    Imported,
    /// Its address was typed.
    Watched,
}

/// An account of the vault, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Account {
    /// The public key.
    pub address: AccountId,
    /// A name for people.
    pub label: String,
    /// What it is used for.
    pub role: Role,
    /// The scheme of its signatures; none of an account that is only watched.
    pub scheme: Option<Scheme>,
    /// How it came here.
    pub origin: Origin,
    /// When, in milliseconds since 1970.
    pub added_ms: u64,
    /// Whether its owner has shown to have a copy of the secret elsewhere. True of an account that is only watched.
    pub backed_up: bool,
}

impl Account {
    /// Whether the vault has a secret to sign with.
    pub fn can_sign(&self) -> bool {
        self.scheme.is_some()
    }
}

/// What is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Accounts {
    /// The accounts that can be read, in the order in which they came.
    pub accounts: Vec<Account>,
    /// Those of which something cannot be read: the others, and accounts whose secret does not open.
    pub damaged: Vec<DamagedAccount>,
}

/// What is wrong with an account as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Damage {
    /// Nothing of it can be read.
    Record,
    /// Its secret does not open, or is gone. Known for certain only while the vault is unlocked.
    Secret,
    /// A newer version wrote it.
    Newer,
}

/// An account that cannot be used as it is stored. Importing it again mends it, unless a newer version wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct DamagedAccount {
    /// Which.
    pub address: AccountId,
    /// Its name, if that can be read.
    pub label: Option<String>,
    /// What is wrong with it.
    pub damage: Damage,
}

/// Lists the accounts. Needs no password.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListAccounts {}

/// Makes an account with a new mnemonic of 12, 15, 18, 21 or 24 words, which stays in the vault until it is revealed.
/// The vault must be unlocked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CreateAccount {
    /// A name for people.
    pub label: String,
    /// The number of words.
    pub words: u8,
}

/// Keeps an address to look at. Needs no password.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchAddress {
    /// Which.
    pub address: AccountId,
    /// A name for people.
    pub label: String,
}

/// Renames an account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RenameAccount {
    /// Which.
    pub address: AccountId,
    /// Its name from now on.
    pub label: String,
}

/// Says what an account is used for. The vault must be unlocked; an account without secret stays one to watch.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetRole {
    /// Which.
    pub address: AccountId,
    /// What it is used for from now on.
    pub role: Role,
}

/// Removes an account and its secret, damaged or not. The vault must be unlocked unless it was only watched.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveAccount {
    /// Which.
    pub address: AccountId,
}
