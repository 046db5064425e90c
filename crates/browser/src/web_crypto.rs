//! AES-256-GCM by the browser itself, with keys that no program can read back.

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, DomException, SubtleCrypto};
use zeroize::Zeroizing;

const ALGORITHM: &str = "AES-GCM";
/// What WebCrypto says when the tag does not fit.
const WRONG_TAG: &str = "OperationError";

/// Why WebCrypto did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebCryptoError {
    /// Pages that came neither over https nor from this device have none.
    #[error("this page has no WebCrypto; open it over https or from this device")]
    Unavailable,
    /// The browser refused.
    #[error("the browser's cryptography failed: {0}")]
    Failed(String),
}

/// A key inside the browser.
pub struct WebCryptoKey {
    subtle: SubtleCrypto,
    key: CryptoKey,
}

impl WebCryptoKey {
    /// Hands a key to the browser and wipes it here.
    pub async fn import(key: Zeroizing<[u8; 32]>) -> Result<Self, WebCryptoError> {
        let subtle = subtle()?;
        let bytes = Uint8Array::from(key.as_slice());
        let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
        let imported = subtle.import_key_with_str("raw", &bytes, ALGORITHM, false, &usages);
        // The browser takes its copy before it returns.
        bytes.fill(0, 0, bytes.length());
        let key = settled(imported).await.map_err(failed)?;
        Ok(Self {
            subtle,
            key: key.unchecked_into(),
        })
    }

    /// Encrypts; the tag is at the end.
    pub async fn encrypt(
        &self,
        nonce: &[u8; 12],
        associated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, WebCryptoError> {
        let bytes = Uint8Array::from(plain);
        let parameters = parameters(nonce, associated).map_err(failed)?;
        let encrypted = self
            .subtle
            .encrypt_with_object_and_buffer_source(&parameters, &self.key, &bytes);
        bytes.fill(0, 0, bytes.length());
        let encrypted = settled(encrypted).await.map_err(failed)?;
        Ok(Uint8Array::new(&encrypted).to_vec())
    }

    /// Decrypts; none if the tag does not fit.
    pub async fn decrypt(
        &self,
        nonce: &[u8; 12],
        associated: &[u8],
        sealed: &[u8],
    ) -> Result<Option<Zeroizing<Vec<u8>>>, WebCryptoError> {
        let parameters = parameters(nonce, associated).map_err(failed)?;
        let decrypted = self.subtle.decrypt_with_object_and_buffer_source(
            &parameters,
            &self.key,
            &Uint8Array::from(sealed),
        );
        match settled(decrypted).await {
            Ok(plain) => {
                let plain = Uint8Array::new(&plain.unchecked_into::<ArrayBuffer>());
                let bytes = Zeroizing::new(plain.to_vec());
                plain.fill(0, 0, plain.length());
                Ok(Some(bytes))
            }
            Err(error) if name(&error).as_deref() == Some(WRONG_TAG) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }
}

fn subtle() -> Result<SubtleCrypto, WebCryptoError> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into());
    let crypto = crypto.ok().filter(|crypto| crypto.is_object());
    let crypto: Crypto = crypto.ok_or(WebCryptoError::Unavailable)?.unchecked_into();
    // Typed as always there; on pages that are not secure it is not.
    let subtle: JsValue = crypto.subtle().into();
    if subtle.is_object() {
        Ok(subtle.unchecked_into())
    } else {
        Err(WebCryptoError::Unavailable)
    }
}

fn parameters(nonce: &[u8; 12], associated: &[u8]) -> Result<Object, JsValue> {
    let parameters = Object::new();
    Reflect::set(&parameters, &"name".into(), &ALGORITHM.into())?;
    Reflect::set(&parameters, &"iv".into(), &Uint8Array::from(nonce.as_slice()))?;
    Reflect::set(
        &parameters,
        &"additionalData".into(),
        &Uint8Array::from(associated),
    )?;
    Ok(parameters)
}

async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

fn name(error: &JsValue) -> Option<String> {
    Some(error.dyn_ref::<DomException>()?.name())
}

fn failed(error: JsValue) -> WebCryptoError {
    WebCryptoError::Failed(name(&error).unwrap_or_else(|| "unknown error".to_owned()))
}
