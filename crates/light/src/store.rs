//! Bytes on this device, by space and key. The light client keeps its state there; the engine its caches and journal.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use async_trait::async_trait;

/// Reading or writing failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct StoreError(pub String);

/// A place for bytes. Every write is whole or not at all.
#[cfg(not(target_arch = "wasm32"))]
#[async_trait]
pub trait Store: Send + Sync {
    /// Reads a value.
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Writes a value over the one that is there.
    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError>;
    /// Deletes a value if there is one.
    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError>;
    /// Every key of a space, in no order.
    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError>;
}

/// A place for bytes. Every write is whole or not at all.
#[cfg(target_arch = "wasm32")]
#[async_trait(?Send)]
pub trait Store {
    /// Reads a value.
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Writes a value over the one that is there.
    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError>;
    /// Deletes a value if there is one.
    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError>;
    /// Every key of a space, in no order.
    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError>;
}

/// A store that forgets when it is dropped: for tests, and for hosts that may not keep anything.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<HashMap<(String, String), Vec<u8>>>);

#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
impl Store for MemoryStore {
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(values.get(&(space.to_owned(), key.to_owned())).cloned())
    }

    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError> {
        let mut values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        values.insert((space.to_owned(), key.to_owned()), value.to_vec());
        Ok(())
    }

    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError> {
        let mut values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        values.remove(&(space.to_owned(), key.to_owned()));
        Ok(())
    }

    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError> {
        let values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = values.keys().filter(|(of, _)| of == space);
        Ok(own.map(|(_, key)| key.clone()).collect())
    }
}
