//! Where the vault keeps its records on this device. Several vaults, one in each tab, may share the place: whoever
//! writes says which revision it has seen, and is refused if there is a newer one.

use std::{cell::RefCell, collections::BTreeMap};

use async_trait::async_trait;
use taolight_primitives::{ErrorCode, Failure};

/// Records of this prefix are copies; the name of what they copy follows.
pub(super) const COPY_PREFIX: &str = "copy/";

/// Everything that is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// How often the records were changed.
    pub revision: u64,
    /// The records by name.
    pub values: BTreeMap<String, Vec<u8>>,
}

/// One change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Writes a record over the one that is there.
    Put(String, Vec<u8>),
    /// Removes a record, if it is there.
    Delete(String),
}

impl Write {
    /// Whether the records would not be the same after it.
    pub(super) fn changes(&self, records: &Records) -> bool {
        match self {
            Self::Put(name, bytes) => records.values.get(name) != Some(bytes),
            Self::Delete(name) => records.values.contains_key(name),
        }
    }
}

/// Name of the record that holds the same as another one, so that damage to one of them is no loss.
pub(super) fn copy_of(name: &str) -> String {
    format!("{COPY_PREFIX}{name}")
}

/// Why records could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// There is a newer revision; nothing was written.
    #[error("another tab changed the vault meanwhile, so nothing was done here; try again")]
    Changed,
    /// The device refused; nothing was written.
    #[error("storage of this device failed, and the vault is as it was: {0}")]
    Failed(String),
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        let code = match &error {
            StorageError::Changed => ErrorCode::VaultChanged,
            StorageError::Failed(_) => ErrorCode::Storage,
        };
        Failure::new(code, error).retryable()
    }
}

/// A place for the vault's records.
#[async_trait(?Send)]
pub trait VaultStorage {
    /// Reads everything, as it is at one moment.
    async fn read(&self) -> Result<Records, StorageError>;
    /// Makes all changes or none, whatever is killed when. Fails if the revision is not this one; returns the next.
    async fn commit(&self, revision: u64, writes: Vec<Write>) -> Result<u64, StorageError>;
    /// Removes records and writes nothing, which a full device lets happen too: all or none. Fails as changed if the first
    /// is not there any more. The revision stays.
    async fn take(&self, names: &[String]) -> Result<(), StorageError>;
    /// Whether the records are still there after the process ended.
    fn is_persistent(&self) -> bool;
}

/// Records that are forgotten when they are dropped: for tests, and for browsers that let a page store nothing.
#[derive(Debug, Default)]
pub struct MemoryStorage(RefCell<Records>);

#[async_trait(?Send)]
impl VaultStorage for MemoryStorage {
    async fn read(&self) -> Result<Records, StorageError> {
        Ok(self.0.borrow().clone())
    }

    async fn commit(&self, revision: u64, writes: Vec<Write>) -> Result<u64, StorageError> {
        let mut records = self.0.borrow_mut();
        if records.revision != revision {
            return Err(StorageError::Changed);
        }
        for write in writes {
            match write {
                Write::Put(name, bytes) => drop(records.values.insert(name, bytes)),
                Write::Delete(name) => drop(records.values.remove(&name)),
            }
        }
        records.revision += 1;
        Ok(records.revision)
    }

    async fn take(&self, names: &[String]) -> Result<(), StorageError> {
        let mut records = self.0.borrow_mut();
        if names
            .first()
            .is_some_and(|name| !records.values.contains_key(name))
        {
            return Err(StorageError::Changed);
        }
        records.values.retain(|name, _| !names.contains(name));
        Ok(())
    }

    fn is_persistent(&self) -> bool {
        false
    }
}
