//! PBKDF2 with HMAC-SHA-256: the hash of btcli's older key files.

use ::pbkdf2::pbkdf2_hmac;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// Parameters of PBKDF2-HMAC-SHA-256.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pbkdf2Sha256 {
    /// The salt.
    pub salt: Vec<u8>,
    /// Rounds.
    pub rounds: u32,
    /// Bytes of the key.
    pub key_bytes: usize,
}

impl Pbkdf2Sha256 {
    /// Ansible Vault: a cipher key, an authentication key and a counter.
    pub(crate) fn ansible(salt: &[u8; 32]) -> Self {
        Self {
            salt: salt.to_vec(),
            rounds: 10_000,
            key_bytes: 80,
        }
    }

    /// btcli's first key files, which have one salt for all.
    pub(crate) fn fernet() -> Self {
        Self {
            salt: b"Iguesscyborgslikemyselfhaveatendencytobeparanoidaboutourorigins".to_vec(),
            rounds: 10_000_000,
            key_bytes: 32,
        }
    }

    pub(super) fn derive(&self, password: &[u8], key: &mut [u8]) {
        pbkdf2_hmac::<Sha256>(password, &self.salt, self.rounds, key);
    }
}
