//! Bringing accounts: what was pasted or dropped is named first, then opened with its password, then kept. It crosses
//! the port once and waits in the vault meanwhile, for ten minutes at most.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, Failure};

use super::{Account, Role, Scheme, Secret, SecretBytes};

/// Names what was pasted or dropped, before any password is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DetectImport {
    /// A text in UTF-8 or the bytes of a file: a mnemonic, a secret URI, a seed, a 64-byte secret, an address, or a key
    /// file of btcli or polkadot-js.
    pub content: SecretBytes,
}

/// The format of what was pasted or dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum ImportKind {
    /// A mnemonic and nothing else.
    Mnemonic,
    /// A mnemonic or seed with a derivation path or a password.
    SecretUri,
    /// 64 hexadecimal digits.
    Seed,
    /// 128 hexadecimal digits: an expanded secret, whose form only an address tells.
    ExpandedSecret,
    /// An address, to watch.
    Address,
    /// btcli's key file in clear: a hotkey, as a rule.
    BtcliSecret,
    /// btcli's public key file, to watch.
    BtcliPublic,
    /// btcli's encrypted key file.
    BtcliNacl,
    /// btcli's older encrypted key file.
    BtcliAnsible,
    /// btcli's first encrypted key file.
    BtcliFernet,
    /// A polkadot-js keystore of one account.
    PolkadotJs,
    /// A polkadot-js keystore of several accounts.
    PolkadotJsBatch,
}

/// What waits to be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct DetectedImport {
    /// Names it in [`ImportAccounts`].
    pub import: u32,
    /// Its format.
    pub kind: ImportKind,
    /// Whether a password comes next.
    pub needs_password: bool,
    /// Whether the address has to be given, because the secret can be read in more than one way.
    pub needs_address: bool,
    /// Whether the scheme can be chosen, because nothing says it.
    pub chooses_scheme: bool,
    /// Whether there is something to sign with.
    pub holds_secret: bool,
    /// The accounts that it names. Of an encrypted file that is a claim, which opening it checks.
    pub accounts: Vec<ClaimedAccount>,
    /// The memory in bytes that its password hash takes.
    pub memory_bytes: u64,
}

/// An account as a file names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClaimedAccount {
    /// The public key.
    pub address: AccountId,
    /// Its name in the wallet that wrote the file.
    pub label: Option<String>,
}

/// Opens what waits and keeps its accounts. The vault must be unlocked if there is a secret. What failed for want of the
/// right password or address keeps waiting.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportAccounts {
    /// [`DetectedImport::import`].
    pub import: u32,
    /// The password of the file, if it is encrypted.
    pub password: Option<Secret>,
    /// The address, where it is needed; otherwise the secret is checked against it.
    pub address: Option<AccountId>,
    /// The scheme, where it can be chosen: sr25519 if none is.
    pub scheme: Option<Scheme>,
    /// What the accounts are used for. A file without secret is always watched.
    pub role: Role,
    /// A name for people; the file's own name goes first where there are several accounts.
    pub label: String,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportOutcome {
    /// The accounts that were kept.
    pub added: Vec<Account>,
    /// Those that could not be, and why.
    pub refused: Vec<RefusedImport>,
    /// Accounts of a batch that have a password of their own and wait for it.
    pub waiting: Vec<DetectedImport>,
}

/// An account that could not be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RefusedImport {
    /// Its name in the wallet that wrote the file.
    pub label: Option<String>,
    /// Why.
    pub why: Failure,
}

/// Forgets what waits.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForgetImport {
    /// [`DetectedImport::import`].
    pub import: u32,
}
