//! An expanded sr25519 secret: the 64 bytes that sign, without the seed they may once have come from.

use schnorrkel::{Keypair, SecretKey};
use zeroize::Zeroizing;

/// A scalar and a nonce seed. Boxed, so that moving it leaves no copy behind; schnorrkel wipes it when it is dropped.
pub struct Expanded(Box<SecretKey>);

impl Expanded {
    /// Reads schnorrkel's own form: the scalar itself, as in the files of btcli. None if the bytes are no such secret.
    pub(crate) fn from_canonical(bytes: &[u8; 64]) -> Option<Self> {
        Self::checked(SecretKey::from_bytes(bytes).ok()?)
    }

    /// Reads the form of ed25519: the scalar times eight, as in the keystores of polkadot-js. None if the bytes are no
    /// such secret.
    pub(crate) fn from_ed25519_form(bytes: &[u8; 64]) -> Option<Self> {
        Self::checked(SecretKey::from_ed25519_bytes(bytes).ok()?)
    }

    /// The secret half of a key pair.
    pub(crate) fn of(pair: &Keypair) -> Self {
        Self(Box::new(pair.secret.clone()))
    }

    /// The scalar of zero signs for nobody.
    fn checked(secret: SecretKey) -> Option<Self> {
        let secret = Self(Box::new(secret));
        let zero = secret.canonical()[..32].iter().all(|byte| *byte == 0);
        (!zero).then_some(secret)
    }

    /// Scalar (little-endian) and nonce seed, 32 bytes each.
    pub fn canonical(&self) -> Zeroizing<[u8; 64]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// Scalar times eight (little-endian) and nonce seed, 32 bytes each.
    pub fn ed25519_form(&self) -> Zeroizing<[u8; 64]> {
        Zeroizing::new(self.0.to_ed25519_bytes())
    }

    pub(crate) fn pair(&self) -> Box<Keypair> {
        Box::new((*self.0).clone().to_keypair())
    }
}
