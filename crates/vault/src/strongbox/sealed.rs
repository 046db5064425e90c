//! Bytes under the vault's key, bound to the record that they stand in and to the version of its form.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Bytes, ErrorCode, Failure};
use zeroize::Zeroizing;

use super::cipher::{CipherKey, NONCE_BYTES};

/// The version of every form, bound into what is sealed. A newer one writes the lock and its copy anew before all else.
pub(super) const VERSION: u32 = 1;

/// A nonce, and what was encrypted with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sealed {
    nonce: Bytes,
    ciphertext: Bytes,
}

impl Sealed {
    /// Encrypts with a fresh nonce.
    pub(super) async fn seal(key: &dyn CipherKey, name: &str, plain: &[u8]) -> Result<Self, Failure> {
        let mut nonce = [0; NONCE_BYTES];
        getrandom::fill(&mut nonce)
            .map_err(|_| Failure::new(ErrorCode::Internal, "this device has no source of random numbers"))?;
        let ciphertext = key.encrypt(&nonce, &associated(name), plain).await?;
        Ok(Self {
            nonce: Bytes(nonce.to_vec()),
            ciphertext: Bytes(ciphertext),
        })
    }

    /// Decrypts; none if the key is another one, or anything was changed.
    pub(super) async fn open(
        &self,
        key: &dyn CipherKey,
        name: &str,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
        match <&[u8; NONCE_BYTES]>::try_from(self.nonce.0.as_slice()) {
            Ok(nonce) => key.decrypt(nonce, &associated(name), &self.ciphertext.0).await,
            Err(_) => Ok(None),
        }
    }
}

fn associated(name: &str) -> Vec<u8> {
    format!("taolight vault {VERSION} {name}").into_bytes()
}
