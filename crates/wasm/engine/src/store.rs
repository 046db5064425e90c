//! The engine's store in IndexedDB. It is opened when it is first used: not before this worker has the device.

use std::rc::Rc;

use async_trait::async_trait;
use futures::{
    FutureExt,
    future::{LocalBoxFuture, Shared},
};
use taolight_browser::{IndexedDb, IndexedDbError};
use taolight_light::{MemoryStore, Store, StoreError};

const DATABASE: &str = "taolight";

/// Where the browser lets the page store nothing, everything works and is forgotten with the worker.
pub(crate) struct BrowserStore(Shared<LocalBoxFuture<'static, Rc<dyn Store>>>);

impl BrowserStore {
    pub(crate) fn new() -> Self {
        let opening = async {
            match IndexedDb::open(DATABASE).await {
                Ok(database) => Rc::new(Opened(database)) as Rc<dyn Store>,
                Err(_) => Rc::new(MemoryStore::default()),
            }
        };
        Self(opening.boxed_local().shared())
    }

    async fn opened(&self) -> Rc<dyn Store> {
        self.0.clone().await
    }
}

#[async_trait(?Send)]
impl Store for BrowserStore {
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.opened().await.get(space, key).await
    }

    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.opened().await.put(space, key, value).await
    }

    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError> {
        self.opened().await.delete(space, key).await
    }

    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError> {
        self.opened().await.keys(space).await
    }
}

struct Opened(IndexedDb);

fn failed(error: IndexedDbError) -> StoreError {
    StoreError(error.to_string())
}

fn path(space: &str, key: &str) -> String {
    format!("{space}/{key}")
}

#[async_trait(?Send)]
impl Store for Opened {
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.get(&path(space, key)).await.map_err(failed)
    }

    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.0.put(&path(space, key), value).await.map_err(failed)
    }

    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError> {
        self.0.delete(&path(space, key)).await.map_err(failed)
    }

    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError> {
        let prefix = path(space, "");
        let keys = self.0.keys(&prefix).await.map_err(failed)?;
        Ok(keys
            .iter()
            .filter_map(|key| key.strip_prefix(&prefix))
            .map(str::to_owned)
            .collect())
    }
}
