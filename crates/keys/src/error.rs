//! What can be wrong with a secret that was typed. Positions and counts only, never a piece of the secret itself.

use taolight_primitives::{ErrorCode, Failure};

/// Why a secret cannot be used.
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
    /// This device gave no random bytes.
    #[error("this device has no source of random numbers")]
    Randomness,
}

impl KeyError {
    /// The code of this error.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Length(_) => ErrorCode::MnemonicLength,
            Self::Word(_) => ErrorCode::MnemonicWord,
            Self::Checksum => ErrorCode::MnemonicChecksum,
            Self::Seed | Self::SeedPassword | Self::Path => ErrorCode::InvalidSecretUri,
            Self::Randomness => ErrorCode::Internal,
        }
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        let failure = Failure::new(error.code(), error);
        match error {
            KeyError::Word(position) => failure.with_data(position),
            KeyError::Length(_)
            | KeyError::Checksum
            | KeyError::Seed
            | KeyError::SeedPassword
            | KeyError::Path
            | KeyError::Randomness => failure,
        }
    }
}
