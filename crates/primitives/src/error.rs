//! The one table of error codes. A code is stable and means the same in Rust, in TypeScript and on every port.

use core::fmt;

use serde::{Deserialize, Serialize};

/// What went wrong, for programs. The text of a [`Failure`] is for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
pub enum ErrorCode {
    // The port.
    /// A frame that is not of the protocol, or parameters that are not of the method.
    MalformedMessage,
    /// A method or topic that the other side does not have.
    UnknownMethod,
    /// The two sides speak different versions of the protocol.
    ProtocolVersion,
    /// The port closed before the answer came.
    Disconnected,
    /// The caller cancelled.
    Cancelled,
    /// A defect of ours.
    Internal,

    // The network.
    /// No network is open yet.
    NoNetwork,
    /// No network of that name.
    UnknownNetwork,
    /// The network is known but cannot be used, and the text says why.
    NetworkUnavailable,
    /// A pasted chain spec or network file is malformed; `data.field` names the field.
    MalformedSpec,
    /// The genesis hash computed from the spec is not the pinned one.
    GenesisMismatch,
    /// No peer can prove anything from the checkpoint.
    CheckpointRejected,
    /// The light client is not ready yet, or has stalled.
    NotReady,
    /// No peer answered in time.
    NoPeers,
    /// The block is no longer known to the peers or to the light client.
    BlockUnavailable,
    /// The light client refused a request; the text is its own.
    LightClient,

    // Storage of this device.
    /// Storage of this device cannot be read or written.
    Storage,
    /// Another tab has this device's light client and its journal; take them over, or go there.
    InUseElsewhere,

    // The runtime.
    /// The runtime's metadata cannot be decoded.
    MalformedMetadata,
    /// The metadata named by a request is not known here; send it first.
    MetadataMissing,
    /// This runtime does not have the pallet, call, storage, constant or runtime API that was asked for.
    NotInRuntime,
    /// A value does not have the type that the runtime's metadata says.
    TypeMismatch,
    /// A transaction extension that we do not know and that is not empty.
    UnknownExtension,

    // Amounts, addresses, transfers.
    /// An address that is not an account of Bittensor.
    InvalidAddress,
    /// A text that is not an amount of TAO.
    InvalidAmount,
    /// An amount of nothing.
    ZeroAmount,
    /// More than the account can spend.
    InsufficientBalance,
    /// Less than the existential deposit, so the receiver's account could not exist.
    BelowExistentialDeposit,
    /// The sender's account would fall below the existential deposit.
    WouldReapAccount,

    // Transactions.
    /// The runtime changed between preparing and submitting; prepare again.
    RuntimeChanged,
    /// The chain would refuse it as things are; `data` names what has to be so first.
    PreconditionFailed,
    /// The transaction is not valid; the text gives the runtime's reason.
    InvalidTransaction,
    /// No journal entry of that id.
    UnknownTransaction,
    /// The same transaction was already submitted.
    AlreadySubmitted,

    // Keys.
    /// A mnemonic with a word that is not in the list; `data.word` is its position, never the word.
    MnemonicWord,
    /// A mnemonic whose number of words is not 12, 15, 18, 21 or 24.
    MnemonicLength,
    /// A mnemonic whose checksum does not fit.
    MnemonicChecksum,
    /// A secret URI that cannot be parsed.
    InvalidSecretUri,
    /// What was pasted or dropped is of no format that is read here.
    UnknownKeyFormat,
    /// A key file of a known format that is damaged; `data` names the part.
    DamagedKeyFile,
    /// A key file of a known format that holds what cannot be used here; the text says what.
    UnsupportedKeyFile,
    /// A password is needed, or was empty.
    PasswordNeeded,
    /// The password is wrong, or the file is damaged; which of the two cannot be told. Of the vault's own password,
    /// `data` is how many milliseconds to wait for the next try, if any.
    WrongPassword,
    /// The device does not give the memory that a password hash takes; `data` is in bytes.
    NotEnoughMemory,
    /// A secret that can be read in more than one way: the address it belongs to is needed.
    AddressNeeded,
    /// A secret that is not of the address that came with it.
    AddressMismatch,
    /// Only a public key, where a secret was asked for.
    NoSecret,
    /// The vault is locked; unlock it with its password.
    VaultLocked,
    /// There is no vault on this device yet; make one with a password.
    VaultEmpty,
    /// There is a vault on this device already.
    VaultExists,
    /// Another tab changed the vault meanwhile; what was asked was not done.
    VaultChanged,
    /// Too many wrong passwords; `data` is how many milliseconds to wait.
    TooManyAttempts,
    /// How often the password was wrong cannot be read any more, so the next try waits; `data` is how many milliseconds.
    AttemptsLost,
    /// The password is shorter than a vault takes.
    WeakPassword,
    /// The vault has this account already.
    AccountExists,
    /// The vault has no such account.
    UnknownAccount,
    /// What is stored of an account is damaged; `data` is its address, or several with commas between them, where it is
    /// not the account that was asked for.
    DamagedAccount,
    /// The approval is of something else, was used, or does not exist.
    NotApproved,
    /// A limit of the account forbids this; `data` names the rule.
    PolicyViolation,
    /// A text that is no limit, or one that could never be met.
    InvalidPolicy,
    /// What was to be imported does not wait any more; paste or drop it again.
    ImportGone,
    /// The words are not those of the mnemonic; `data` is the position of the first wrong one.
    BackupMismatch,
    /// A message to a miner that is of none of the known forms, or not from the account that should sign it.
    InvalidMinerMessage,

    // Settings.
    /// A file of settings that cannot be read; `data` names the part, where one is meant.
    MalformedSettings,

    // Miners.
    /// A question to miners that cannot be asked; `data` names the field.
    InvalidQuestion,
    /// No question of that name waits: it was sent, or it waited too long.
    UnknownQuery,
}

/// An error as it crosses a port.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failure {
    /// What went wrong, for programs.
    pub code: ErrorCode,
    /// What went wrong and what to do, for people. Never holds a secret.
    pub message: String,
    /// Whether the same request may succeed later without a change.
    pub retryable: bool,
    /// Which field, word or item is meant, where one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub data: Option<String>,
    /// Whether the message is a sentence in the language of the person who reads it. Only of what fails where it is shown:
    /// it crosses no port.
    #[serde(skip)]
    pub is_worded: bool,
}

impl Failure {
    /// An error that will not go away by itself.
    pub fn new(code: ErrorCode, message: impl fmt::Display) -> Self {
        Self {
            code,
            message: message.to_string(),
            retryable: false,
            data: None,
            is_worded: false,
        }
    }

    /// The same, in the language of the person who reads it.
    pub fn worded(code: ErrorCode, message: impl fmt::Display) -> Self {
        Self {
            is_worded: true,
            ..Self::new(code, message)
        }
    }

    /// Marks that the same request may succeed later.
    #[must_use]
    pub fn retryable(mut self) -> Self {
        self.retryable = true;
        self
    }

    /// Names the field, word or item that is meant.
    #[must_use]
    pub fn with_data(mut self, data: impl fmt::Display) -> Self {
        self.data = Some(data.to_string());
        self
    }
}
