//! The engine's store in IndexedDB.

use async_trait::async_trait;
use taolight_browser::{IndexedDb, IndexedDbError};
use taolight_light::{Store, StoreError};

const DATABASE: &str = "taolight";

pub(crate) struct BrowserStore {
    database: IndexedDb,
}

impl BrowserStore {
    pub(crate) async fn open() -> Result<Self, IndexedDbError> {
        Ok(Self {
            database: IndexedDb::open(DATABASE).await?,
        })
    }
}

fn failed(error: IndexedDbError) -> StoreError {
    StoreError(error.to_string())
}

fn path(space: &str, key: &str) -> String {
    format!("{space}/{key}")
}

#[async_trait(?Send)]
impl Store for BrowserStore {
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.database.get(&path(space, key)).await.map_err(failed)
    }

    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.database.put(&path(space, key), value).await.map_err(failed)
    }

    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError> {
        self.database.delete(&path(space, key)).await.map_err(failed)
    }

    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError> {
        let prefix = path(space, "");
        let keys = self.database.keys(&prefix).await.map_err(failed)?;
        Ok(keys
            .iter()
            .filter_map(|key| key.strip_prefix(&prefix))
            .map(str::to_owned)
            .collect())
    }
}
