//! AES-256-GCM by the browser, whose keys no program can read back.

use std::rc::Rc;

use async_trait::async_trait;
use taolight_browser::{WebCryptoError, WebCryptoKey};
use taolight_primitives::{ErrorCode, Failure};
use taolight_vault::strongbox::{Cipher, CipherKey, KEY_BYTES, NONCE_BYTES};
use zeroize::Zeroizing;

pub(crate) struct WebCrypto;

struct Key(WebCryptoKey);

#[async_trait(?Send)]
impl Cipher for WebCrypto {
    async fn import(&self, key: Zeroizing<[u8; KEY_BYTES]>) -> Result<Rc<dyn CipherKey>, Failure> {
        Ok(Rc::new(Key(WebCryptoKey::import(key).await.map_err(failed)?)))
    }
}

#[async_trait(?Send)]
impl CipherKey for Key {
    async fn encrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        associated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, Failure> {
        self.0.encrypt(nonce, associated, plain).await.map_err(failed)
    }

    async fn decrypt(
        &self,
        nonce: &[u8; NONCE_BYTES],
        associated: &[u8],
        sealed: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
        self.0.decrypt(nonce, associated, sealed).await.map_err(failed)
    }
}

fn failed(error: WebCryptoError) -> Failure {
    Failure::new(ErrorCode::Internal, error)
}
