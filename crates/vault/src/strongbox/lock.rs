//! The lock: what a password is checked with. It is stored twice, because nothing opens without it.

use serde::{Deserialize, Serialize};
use taolight_primitives::{ErrorCode, Failure};

use super::{
    cipher::CipherKey,
    hash::PasswordHash,
    json,
    sealed::{Sealed, VERSION},
    storage::{Records, Write, copy_of},
    versioned::{self, Strange},
};

/// Record of the lock.
const NAME: &str = "lock";

/// How a password is checked: nothing, sealed with its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lock {
    version: u32,
    pub(super) hash: PasswordHash,
    check: Sealed,
}

impl Lock {
    /// The lock of a key that was made of a password with this hash.
    pub(super) async fn make(hash: PasswordHash, key: &dyn CipherKey) -> Result<Self, Failure> {
        Ok(Self {
            version: VERSION,
            hash,
            check: Sealed::seal(key, NAME, &[]).await?,
        })
    }

    /// Whether this is its key.
    pub(super) async fn is_opened_by(&self, key: &dyn CipherKey) -> Result<bool, Failure> {
        Ok(self.check.open(key, NAME).await?.is_some())
    }

    /// Writes it to both places, over whatever is there.
    pub(super) fn write(&self) -> Result<[Write; 2], Failure> {
        let bytes = json(self)?;
        Ok([NAME.to_owned(), copy_of(NAME)].map(|name| Write::Put(name, bytes.clone())))
    }

    fn read(bytes: &[u8]) -> Result<Self, Strange> {
        let lock: Self = versioned::read(bytes)?;
        match lock.hash.is_possible() {
            true => Ok(lock),
            false => Err(Strange::Damaged),
        }
    }
}

/// What is stored of the lock.
pub(super) struct Locks {
    first: Option<Result<Lock, Strange>>,
    copy: Option<Result<Lock, Strange>>,
}

impl Locks {
    /// That of the records.
    pub(super) fn of(records: &Records) -> Self {
        let read = |name: &str| records.values.get(name).map(|bytes| Lock::read(bytes));
        Self {
            first: read(NAME),
            copy: read(&copy_of(NAME)),
        }
    }

    /// Whether there is anything, readable or not.
    pub(super) fn are_there(&self) -> bool {
        self.first.is_some() || self.copy.is_some()
    }

    /// The one that counts, unless it cannot be read.
    pub(super) fn first(&self) -> Option<&Lock> {
        self.first.as_ref()?.as_ref().ok()
    }

    /// Those that can be read, the one that counts before its copy. Fails if all there is was written by a newer version,
    /// which writes both: its number in only one of them is damage.
    pub(super) fn readable(&self) -> Result<Vec<&Lock>, Failure> {
        let there = || [&self.first, &self.copy].into_iter().flatten();
        let readable: Vec<_> = there().filter_map(|lock| lock.as_ref().ok()).collect();
        let is_newer = there().any(|lock| *lock == Err(Strange::Newer));
        match readable.is_empty() && is_newer {
            true => Err(Failure::new(
                ErrorCode::Storage,
                "this vault was stored by a newer Taolight; update first",
            )),
            false => Ok(readable),
        }
    }
}
