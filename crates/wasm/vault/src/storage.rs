//! The vault's records in IndexedDB, or in memory where the browser lets a page store nothing.

use std::{collections::BTreeMap, rc::Rc};

use async_trait::async_trait;
use taolight_browser::{IndexedDb, IndexedDbError};
use taolight_vault::Clock;
use taolight_vault::strongbox::{MemoryStorage, Records, StorageError, VaultStorage, Write};

use crate::clock::BrowserClock;

/// A database of its own: the engine never opens it.
const DATABASE: &str = "taolight-vault";
/// Holds how often the records were changed; every change is guarded by it.
const REVISION: &str = "revision";

/// Opens the place for the records.
pub(crate) async fn open() -> Rc<dyn VaultStorage> {
    match IndexedDb::open(DATABASE).await {
        Ok(database) => Rc::new(BrowserStorage(database)),
        Err(_) => Rc::new(MemoryStorage::default()),
    }
}

struct BrowserStorage(IndexedDb);

impl BrowserStorage {
    /// Writes another number over one that is damaged: the time, which no tab has reached by counting.
    async fn number_anew(&self, damaged: &[u8]) -> Result<u64, StorageError> {
        let number = BrowserClock::default().now_ms();
        let changes = [(REVISION.to_owned(), Some(number.to_le_bytes().to_vec()))];
        match self.0.change_if(REVISION, Some(damaged), &changes).await {
            Ok(true) => Ok(number),
            Ok(false) => Err(StorageError::Changed),
            Err(error) => Err(failed(error)),
        }
    }
}

#[async_trait(?Send)]
impl VaultStorage for BrowserStorage {
    async fn read(&self) -> Result<Records, StorageError> {
        let mut values: BTreeMap<_, _> = self.0.entries().await.map_err(failed)?.into_iter().collect();
        let revision = match values.remove(REVISION) {
            None => 0,
            Some(bytes) => match parse(&bytes) {
                Some(revision) => revision,
                None => self.number_anew(&bytes).await?,
            },
        };
        Ok(Records { revision, values })
    }

    async fn commit(&self, revision: u64, writes: Vec<Write>) -> Result<u64, StorageError> {
        let next = revision + 1;
        let held = (revision > 0).then(|| revision.to_le_bytes());
        let mut changes: Vec<_> = writes
            .into_iter()
            .map(|write| match write {
                Write::Put(name, bytes) => (name, Some(bytes)),
                Write::Delete(name) => (name, None),
            })
            .collect();
        changes.push((REVISION.to_owned(), Some(next.to_le_bytes().to_vec())));
        let holds = held.as_ref().map(|bytes| bytes.as_slice());
        match self.0.change_if(REVISION, holds, &changes).await {
            Ok(true) => Ok(next),
            Ok(false) => Err(StorageError::Changed),
            Err(error) => Err(failed(error)),
        }
    }

    async fn take(&self, names: &[String]) -> Result<(), StorageError> {
        let Some(first) = names.first() else {
            return Ok(());
        };
        let Some(held) = self.0.get(first).await.map_err(failed)? else {
            return Err(StorageError::Changed);
        };
        let changes: Vec<_> = names.iter().map(|name| (name.clone(), None)).collect();
        match self.0.change_if(first, Some(&held), &changes).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(StorageError::Changed),
            Err(error) => Err(failed(error)),
        }
    }

    fn is_persistent(&self) -> bool {
        true
    }
}

/// A number that counting may have reached; none if it is damaged.
fn parse(bytes: &[u8]) -> Option<u64> {
    let number = u64::from_le_bytes(bytes.try_into().ok()?);
    (1..u64::MAX).contains(&number).then_some(number)
}

fn failed(error: IndexedDbError) -> StorageError {
    StorageError::Failed(error.to_string())
}
