//! The two signature schemes that an account of Bittensor may have.

use taolight_primitives::AccountId;

use crate::{ed25519, sr25519};

/// A signature scheme. An account's 32 bytes are a public key of one of them, and do not tell of which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Schnorr signatures over Ristretto: what Bittensor's wallets make.
    Sr25519,
    /// Edwards signatures (RFC 8032).
    Ed25519,
}

impl Scheme {
    /// The other one.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Sr25519 => Self::Ed25519,
            Self::Ed25519 => Self::Sr25519,
        }
    }

    /// Whether a signature over a message is the account's.
    pub fn verify(self, account: &AccountId, message: &[u8], signature: &[u8; 64]) -> bool {
        match self {
            Self::Sr25519 => sr25519::verify(account, message, signature),
            Self::Ed25519 => ed25519::verify(account, message, signature),
        }
    }
}
