//! A key that signs, of either scheme.

use ed25519_dalek::{Signer, SigningKey};
use taolight_primitives::AccountId;

use crate::{Expanded, KeyError, Scheme, SecretUri, ed25519, sr25519};

/// A key that signs. Boxed, so that moving it leaves no copy behind; it is wiped when it is dropped.
pub struct Keypair(Pair);

enum Pair {
    Sr25519(Box<schnorrkel::Keypair>),
    Ed25519(Box<SigningKey>),
}

impl Keypair {
    /// The sr25519 key that a secret URI names. Fails only if the device gives no random bytes.
    pub fn from_uri(uri: &SecretUri) -> Result<Self, KeyError> {
        Self::derive(uri, Scheme::Sr25519)
    }

    /// The key of a scheme that a secret URI names. Fails if the device gives no random bytes, and if the path has a
    /// soft junction that ed25519 does not have.
    pub fn derive(uri: &SecretUri, scheme: Scheme) -> Result<Self, KeyError> {
        let root = uri.root_seed();
        Ok(Self(match scheme {
            Scheme::Sr25519 => Pair::Sr25519(sr25519::derive(root, uri.path())?.pair),
            Scheme::Ed25519 => Pair::Ed25519(ed25519::pair(&ed25519::derive(root, uri.path())?)),
        }))
    }

    /// The sr25519 key of an expanded secret.
    pub(crate) fn from_expanded(secret: &Expanded) -> Self {
        Self(Pair::Sr25519(secret.pair()))
    }

    /// The account whose key this is.
    pub fn account(&self) -> AccountId {
        AccountId(match &self.0 {
            Pair::Sr25519(pair) => pair.public.to_bytes(),
            Pair::Ed25519(pair) => pair.verifying_key().to_bytes(),
        })
    }

    /// The scheme of its signatures.
    pub fn scheme(&self) -> Scheme {
        match &self.0 {
            Pair::Sr25519(_) => Scheme::Sr25519,
            Pair::Ed25519(_) => Scheme::Ed25519,
        }
    }

    /// Signs a message. Fails only if the device gives no random bytes, which ed25519 does not take.
    pub fn sign(&self, message: &[u8]) -> Result<[u8; 64], KeyError> {
        match &self.0 {
            Pair::Sr25519(pair) => sr25519::sign(pair, message),
            Pair::Ed25519(pair) => Ok(pair.sign(message).to_bytes()),
        }
    }
}
