//! The vault's password: making a vault, unlocking it, locking it, and when it locks itself.

use serde::{Deserialize, Serialize};
use taolight_primitives::AccountId;

use super::Secret;

/// Whether secrets can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum LockState {
    /// There is no vault on this device yet.
    Empty,
    /// Accounts can be listed and watched.
    Locked,
    /// Transactions can be signed.
    Unlocked,
    /// No password opens it any more: what they are checked with is damaged, and so is every copy. Accounts can be listed
    /// and watched. Making a vault takes its place; the accounts are damaged then, and mended by importing them again.
    Damaged,
}

/// When an unlocked vault locks itself. A vault always locks when its page is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "minutes", rename_all = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "is", content = "minutes", rename_all = "camelCase")
)]
pub enum AutoLock {
    /// After so many minutes in which nobody did anything: 1 to 60.
    After(u8),
    /// Only when the page is closed.
    OnClose,
}

impl Default for AutoLock {
    fn default() -> Self {
        Self::After(15)
    }
}

/// How the vault is at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct VaultStatus {
    /// Whether secrets can be opened.
    pub state: LockState,
    /// When it locks itself; known only while it is unlocked.
    pub auto_lock: Option<AutoLock>,
    /// Whether what it keeps is still there after the page is closed. Some private windows store nothing.
    pub persistent: bool,
}

/// Follows how the vault is.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchVault {}

/// Makes the vault of this device, or takes the place of a damaged one, and unlocks it. Measures how fast the device is, which takes a second or two.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CreateVault {
    /// The new password.
    pub password: Secret,
}

/// Unlocks the vault.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UnlockVault {
    /// The password.
    pub password: Secret,
}

/// Locks the vault. Whoever runs its process ends it then, so that its memory is gone.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LockVault {}

/// Somebody is here: the time until the vault locks itself begins anew.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TouchVault {}

/// Seals every account under another password, all at once or not at all. Refused as `damaged_account` if there are
/// damaged ones besides those to leave behind.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangePassword {
    /// The password so far.
    pub old: Secret,
    /// The password from now on.
    pub new: Secret,
    /// Damaged accounts that may stay as they are, sealed under the password so far.
    pub leave: Vec<AccountId>,
}

/// Sets when the vault locks itself. The vault must be unlocked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetAutoLock {
    /// When.
    pub auto_lock: AutoLock,
}
