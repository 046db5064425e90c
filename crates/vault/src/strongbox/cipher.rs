//! AES-256-GCM: by WebCrypto where there is one, whose keys no program can read back, and by RustCrypto elsewhere. Both
//! make the same bytes.

use std::rc::Rc;

use aes_gcm::{
    Aes256Gcm, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use async_trait::async_trait;
use taolight_primitives::{ErrorCode, Failure};
use zeroize::Zeroizing;

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;
/// Bytes of a nonce.
pub const NONCE_BYTES: usize = 12;

/// An implementation of AES-256-GCM.
#[async_trait(?Send)]
pub trait Cipher {
    /// Takes a key in. The bytes are wiped.
    async fn import(&self, key: Zeroizing<[u8; KEY_BYTES]>) -> Result<Rc<dyn CipherKey>, Failure>;
}

/// A key that encrypts and decrypts.
#[async_trait(?Send)]
pub trait CipherKey {
    /// Encrypts; the tag is at the end. A nonce is never used twice with the same key.
    async fn encrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        associated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, Failure>;
    /// Decrypts; none if the tag does not fit: another key, nonce, associated data or ciphertext.
    async fn decrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        associated: &[u8],
        sealed: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Failure>;
}

/// RustCrypto's.
#[derive(Debug, Clone, Copy, Default)]
pub struct RustCrypto;

struct RustCryptoKey(Box<Aes256Gcm>);

#[async_trait(?Send)]
impl Cipher for RustCrypto {
    async fn import(&self, key: Zeroizing<[u8; KEY_BYTES]>) -> Result<Rc<dyn CipherKey>, Failure> {
        Ok(Rc::new(RustCryptoKey(Box::new(Aes256Gcm::new((&*key).into())))))
    }
}

#[async_trait(?Send)]
impl CipherKey for RustCryptoKey {
    async fn encrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        associated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, Failure> {
        let payload = Payload {
            msg: plain,
            aad: associated,
        };
        self.0
            .encrypt(Nonce::from_slice(nonce), payload)
            .map_err(|_| Failure::new(ErrorCode::Internal, "the secret is too long to be encrypted"))
    }

    async fn decrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        associated: &[u8],
        sealed: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
        let payload = Payload {
            msg: sealed,
            aad: associated,
        };
        let plain = self.0.decrypt(Nonce::from_slice(nonce), payload);
        Ok(plain.ok().map(Zeroizing::new))
    }
}
