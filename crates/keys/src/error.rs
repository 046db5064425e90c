//! What can be wrong with a key, a key file or its password. Positions, counts and names of fields only, never a piece
//! of what was typed or read.

use taolight_primitives::{ErrorCode, Failure};

/// Why a secret, or the file it should come from, cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The number of words is not one that BIP-39 has.
    #[error("a mnemonic has 12, 15, 18, 21 or 24 words; this one has {0}")]
    Length(usize),
    /// A word is not in the English list.
    #[error("word {0} is not in the list of English mnemonic words; check its spelling")]
    Word(usize),
    /// All words are in the list and the last one does not confirm the others.
    #[error("the checksum does not fit; check the words and their order")]
    Checksum,
    /// `0x` is not followed by 32 bytes.
    #[error("a seed is 0x and 64 hexadecimal digits")]
    Seed,
    /// A seed together with `///password`, which would be ignored.
    #[error("a password goes with a mnemonic, not with a seed")]
    SeedPassword,
    /// A `/` without a name behind it.
    #[error("a derivation path has a name after every / or //")]
    Path,
    /// A soft junction, which ed25519 does not have.
    #[error("an ed25519 key has no soft derivation; write // where the path has a single /")]
    SoftEd25519,
    /// This device gave no random bytes.
    #[error("this device has no source of random numbers")]
    Randomness,

    /// Nothing was pasted, or the file is empty.
    #[error("there is nothing here; paste a secret or an address, or choose a key file")]
    Empty,
    /// More bytes than any key file has; the number is the limit.
    #[error("this is too large for a key file, which has {0} bytes at most")]
    TooLarge(usize),
    /// None of the formats that are read here.
    #[error("this is neither a mnemonic, a seed or an address nor a key file known here")]
    Unrecognised,
    /// It has the form of an address, and is not one of Bittensor.
    #[error("this looks like an address, but is none of Bittensor; copy it again")]
    Address,
    /// The format is known, and this part of it is not as it must be.
    #[error("the key file is damaged: its {0} cannot be read")]
    Damaged(&'static str),
    /// The format is known, and this part of it is of a kind that is not read here.
    #[error("this key file cannot be used here: {0}")]
    Unsupported(&'static str),
    /// A key derivation that no wallet writes, and that might take for ever.
    #[error(
        "the key file asks for a password hash that no wallet uses; it may be damaged or made to do harm"
    )]
    KdfRefused,

    /// A password is needed first.
    #[error("this is encrypted; give its password")]
    PasswordNeeded,
    /// No password was given.
    #[error("the password is empty")]
    EmptyPassword,
    /// The authentication code does not fit.
    #[error("the password is wrong, or the file is damaged")]
    WrongPassword,
    /// The memory that the password hash takes cannot be had; the number is in bytes.
    #[error("the password hash of this file needs {} MiB of memory, which this device does not give", .0 >> 20)]
    Memory(u64),
    /// A derived key that does not have the length that the file's encryption takes.
    #[error("the derived key does not have the length that this file needs")]
    DerivedKey,

    /// A 64-byte secret whose form only an address tells.
    #[error("64 bytes can be read in more than one way; give the address that they belong to")]
    AddressNeeded,
    /// The secret is of another account than the address that came with it.
    #[error("the secret does not belong to the address that came with it")]
    AddressMismatch,
    /// Two secrets in one file are of different accounts.
    #[error("the file holds secrets of different accounts")]
    SecretsDisagree,
    /// Only a public key, where a secret was asked for.
    #[error("this holds no secret, only a public key; it can be watched and cannot sign")]
    NoSecret,
    /// A secret of this device that was written by a newer version.
    #[error("this secret was stored by a newer Taolight; update first")]
    StoredVersion,
    /// A secret of this device that is not what was stored.
    #[error("the stored secret is damaged")]
    StoredSecret,
}

impl KeyError {
    /// The code of this error.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Length(_) => ErrorCode::MnemonicLength,
            Self::Word(_) => ErrorCode::MnemonicWord,
            Self::Checksum => ErrorCode::MnemonicChecksum,
            Self::Seed | Self::SeedPassword | Self::Path | Self::SoftEd25519 => ErrorCode::InvalidSecretUri,
            Self::Randomness | Self::DerivedKey => ErrorCode::Internal,
            Self::Empty | Self::TooLarge(_) | Self::Unrecognised => ErrorCode::UnknownKeyFormat,
            Self::Address => ErrorCode::InvalidAddress,
            Self::Damaged(_) => ErrorCode::DamagedKeyFile,
            Self::Unsupported(_) | Self::KdfRefused => ErrorCode::UnsupportedKeyFile,
            Self::PasswordNeeded | Self::EmptyPassword => ErrorCode::PasswordNeeded,
            Self::WrongPassword => ErrorCode::WrongPassword,
            Self::Memory(_) => ErrorCode::NotEnoughMemory,
            Self::AddressNeeded => ErrorCode::AddressNeeded,
            Self::AddressMismatch | Self::SecretsDisagree => ErrorCode::AddressMismatch,
            Self::NoSecret => ErrorCode::NoSecret,
            Self::StoredVersion | Self::StoredSecret => ErrorCode::Storage,
        }
    }

    /// The word, field or size that is meant, where one is.
    fn data(&self) -> Option<String> {
        match self {
            Self::Word(position) => Some(position.to_string()),
            Self::Damaged(field) => Some((*field).to_owned()),
            Self::Memory(bytes) => Some(bytes.to_string()),
            Self::Length(_)
            | Self::Checksum
            | Self::Seed
            | Self::SeedPassword
            | Self::Path
            | Self::SoftEd25519
            | Self::Randomness
            | Self::Empty
            | Self::TooLarge(_)
            | Self::Unrecognised
            | Self::Address
            | Self::Unsupported(_)
            | Self::KdfRefused
            | Self::PasswordNeeded
            | Self::EmptyPassword
            | Self::WrongPassword
            | Self::DerivedKey
            | Self::AddressNeeded
            | Self::AddressMismatch
            | Self::SecretsDisagree
            | Self::NoSecret
            | Self::StoredVersion
            | Self::StoredSecret => None,
        }
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        let failure = Failure::new(error.code(), error);
        match error.data() {
            Some(data) => failure.with_data(data),
            None => failure,
        }
    }
}
