//! Accounts of the vault. Only [`AddAccount`] carries a secret, and only into the vault.

use core::fmt;

use serde::{Deserialize, Serialize};
use taolight_primitives::AccountId;

/// A text that is secret: never printed, not even by `{:?}`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// Adds an account from a mnemonic or secret URI (`word … word//hard/soft///password`, `//Alice`).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddAccount {
    /// The mnemonic or secret URI.
    pub secret: Secret,
    /// A name for people.
    pub label: String,
}

/// An account of the vault, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Account {
    /// The public key.
    pub address: AccountId,
    /// A name for people.
    pub label: String,
}

/// Lists the accounts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListAccounts {}

/// Forgets an account and wipes its secret.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveAccount {
    /// Which.
    pub address: AccountId,
}
