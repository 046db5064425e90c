//! Whether a password is right. Each attempt is counted before it is made, so that killing the process forgives nothing;
//! where the count cannot be written, a spare is taken for it, and where there is none left, nothing is tried.

use taolight_primitives::{ErrorCode, Failure};

use super::{
    ATTEMPTS, LOCK, Strongbox, Unlocked,
    attempts::Attempts,
    empty, json, lock_of, record,
    spares::Spares,
    storage::{Records, StorageError, Write},
};

/// Spares as this process saw them, and since when: nobody can write down when one was taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    spares: Spares,
    since_ms: u64,
}

impl Strongbox {
    /// Opens the lock, if this is the password.
    pub(super) async fn check(&self, password: &str) -> Result<Unlocked, Failure> {
        let now_ms = self.clock.now_ms();
        let records = self.storage.read().await?;
        let lock = lock_of(&records)?.ok_or_else(empty)?;
        let stored: Attempts = record(&records, ATTEMPTS)?.unwrap_or_default();
        let spares = Spares::of(&records);
        let attempts = stored.and(spares.wrong(), self.seen_since(spares, now_ms));
        attempts.allow(now_ms)?;
        let (revision, spares) = self
            .count(&records, stored.another(now_ms), spares, now_ms)
            .await?;
        let key = lock.hash.key(&*self.hasher, &*self.cipher, password).await?;
        if lock.check.open(&*key, LOCK).await?.is_none() {
            return Err(attempts.another(now_ms).wrong_password(self.clock.now_ms()));
        }
        self.forgive(revision, spares).await;
        Ok(Unlocked { lock, key })
    }

    /// Counts an attempt, by writing it down or by taking a spare. Returns the revision and the spares after that.
    async fn count(
        &self,
        records: &Records,
        attempts: Attempts,
        spares: Spares,
        now_ms: u64,
    ) -> Result<(u64, Spares), Failure> {
        let write = Write::Put(ATTEMPTS.to_owned(), json(&attempts)?);
        let why = match self.storage.commit(records.revision, vec![write]).await {
            Ok(revision) => return Ok((revision, spares)),
            Err(StorageError::Changed) => return Err(StorageError::Changed.into()),
            Err(StorageError::Failed(why)) => why,
        };
        let (name, left) = spares.attempt().ok_or_else(|| uncounted(&why))?;
        match self.storage.take(&[name]).await {
            Ok(()) => {}
            Err(StorageError::Changed) => return Err(StorageError::Changed.into()),
            Err(StorageError::Failed(why)) => return Err(uncounted(&why)),
        }
        self.seen.set(Some(Seen {
            spares: left,
            since_ms: now_ms,
        }));
        Ok((records.revision, left))
    }

    /// The password was right, whether or not that can be written down: if another tab wrote meanwhile, or nothing can be
    /// written or taken, the count stays.
    async fn forgive(&self, revision: u64, spares: Spares) {
        let mut writes = vec![Write::Delete(ATTEMPTS.to_owned())];
        writes.extend(spares.lay_by());
        if let Err(StorageError::Failed(_)) = self.storage.commit(revision, writes).await {
            let mut names = spares.forgive();
            names.push(ATTEMPTS.to_owned());
            let _ = self.storage.take(&names).await;
        }
    }

    /// Since when the spares are as they are, as far as this process knows.
    fn seen_since(&self, spares: Spares, now_ms: u64) -> u64 {
        let seen = self.seen.get().filter(|seen| seen.spares == spares);
        let seen = seen.unwrap_or(Seen {
            spares,
            since_ms: now_ms,
        });
        self.seen.set(Some(seen));
        seen.since_ms
    }
}

fn uncounted(why: &str) -> Failure {
    let message = format!(
        "the storage of this device is full or fails, so a wrong password could not be counted and none is tried; the \
         vault is as it was: {why}"
    );
    Failure::new(ErrorCode::Storage, message).retryable()
}
