//! polkadot-js' JSON keystores: one account or a batch of them, of every version.

mod address;
mod batch;
mod encoding;
mod export;
mod json;
mod keystore;
mod pkcs8;

pub(super) use batch::Batch;
pub use export::KeystoreExport;
pub(super) use keystore::Keystore;

use super::Detected;
use crate::KeyError;

/// Reads a keystore: what is in clear, and what is locked up to where a password is needed.
pub(super) fn read(text: &str) -> Result<Detected, KeyError> {
    let json: json::Json = serde_json::from_str(text).map_err(|_| KeyError::Damaged("JSON"))?;
    json.detect()
}
