//! Who does the password hashes. They take seconds and up to half a gigabyte, and WebAssembly never gives memory back, so
//! a browser does each in a worker that ends with it.

use async_trait::async_trait;
use taolight_keys::{DerivedKey, Kdf};
use taolight_primitives::Failure;

/// Does password hashes.
#[async_trait(?Send)]
pub trait Hasher {
    /// The key of a password. Fails with `not_enough_memory` if the device does not give what the hash takes.
    async fn derive(&self, kdf: &Kdf, password: &str) -> Result<DerivedKey, Failure>;
}

/// Hashes here and now.
#[derive(Debug, Clone, Copy, Default)]
pub struct InlineHasher;

#[async_trait(?Send)]
impl Hasher for InlineHasher {
    async fn derive(&self, kdf: &Kdf, password: &str) -> Result<DerivedKey, Failure> {
        Ok(kdf.derive(password)?)
    }
}
