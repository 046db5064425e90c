//! Taking secrets out again, each time with the vault's password, and showing that a copy of the words exists.

use serde::{Deserialize, Serialize};
use taolight_primitives::AccountId;

use super::{Secret, SecretBytes};

/// Asks for the secret of an account, to write it down.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RevealSecret {
    /// Which.
    pub address: AccountId,
    /// The vault's password.
    pub password: Secret,
}

/// The secret of an account, as it began.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum RevealedSecret {
    /// A mnemonic, which is the whole secret.
    Mnemonic {
        /// The words, one space between them.
        words: Secret,
    },
    /// A mnemonic or seed with a path or a password: one line of text.
    Uri {
        /// The text.
        text: Secret,
    },
    /// There is only an expanded secret; a key file is the way to take it out.
    FileOnly,
}

/// Asks for the words that show that the mnemonic was written down. The vault must be unlocked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AskBackup {
    /// Which.
    pub address: AccountId,
}

/// Three random words to type, by their positions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupQuestion {
    /// Positions from 1 on, in order.
    pub positions: Vec<u8>,
}

/// Answers the question. If all words are right, the account counts as backed up.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerBackup {
    /// Which.
    pub address: AccountId,
    /// The words, in the order of the positions.
    pub words: Vec<Secret>,
}

/// A form to take an account out in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum ExportFormat {
    /// A polkadot-js keystore, which the wallets built on it open.
    PolkadotJs {
        /// The password of the file.
        #[serde(rename = "filePassword")]
        #[cfg_attr(feature = "ts", ts(rename = "filePassword"))]
        file_password: Secret,
    },
    /// btcli's encrypted key file. Its hash takes 512 MiB and some seconds.
    BtcliNacl {
        /// The password of the file.
        #[serde(rename = "filePassword")]
        #[cfg_attr(feature = "ts", ts(rename = "filePassword"))]
        file_password: Secret,
    },
    /// btcli's key file in clear, as it has for hotkeys.
    BtcliPlain,
    /// btcli's public key file.
    BtcliPublic,
}

/// Asks for a key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportAccount {
    /// Which.
    pub address: AccountId,
    /// The vault's password.
    pub password: Secret,
    /// The format.
    pub format: ExportFormat,
}

/// A key file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportedAccount {
    /// A name for the file.
    pub name: String,
    /// The file.
    pub content: SecretBytes,
}
