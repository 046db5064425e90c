//! Who signs requests. Keys are never seen here: a wallet signs only messages that it has taken apart itself.

use futures::future::LocalBoxFuture;
use taolight_primitives::{AccountId, Failure};

/// How an account signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Schnorr over Ristretto, in Substrate's context. What almost every hotkey has.
    Sr25519,
    /// Ed25519.
    Ed25519,
}

impl Scheme {
    /// Its name in `btauth/1`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sr25519 => "sr25519",
            Self::Ed25519 => "ed25519",
        }
    }
}

/// An account that can sign requests to miners, such as one of an unlocked vault.
pub trait Signer {
    /// The account.
    fn account(&self) -> AccountId;
    /// How it signs.
    fn scheme(&self) -> Scheme;
    /// Signs these bytes as they are, without wrapping them. Fails if the wallet is locked, or the user or the wallet
    /// refuses; then nothing is sent.
    fn sign(&self, message: Vec<u8>) -> LocalBoxFuture<'_, Result<[u8; 64], Failure>>;
}
