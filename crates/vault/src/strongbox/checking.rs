//! Whether a password is right. Each attempt is counted before it is made, so that killing the process forgives nothing;
//! where the count cannot be written, a spare is taken for it, and where there is none left, nothing is tried. A right
//! password mends what is damaged of the lock.

use taolight_primitives::{ErrorCode, Failure};

use super::{
    Strongbox, Unlocked,
    count::{ATTEMPTS, Count, Seen},
    empty, json,
    keyhole::{Found, Keyhole, lost, mend},
    lock::Locks,
    spares::Spares,
    storage::{Records, StorageError, Write},
};

impl Strongbox {
    /// Opens the lock, if this is the password.
    pub(super) async fn check(&self, password: &str) -> Result<Unlocked, Failure> {
        let now_ms = self.clock.now_ms();
        let records = self.storage.read().await?;
        let keyhole = match Found::of(&records)? {
            Found::Nothing => return Err(empty()),
            Found::Lost => return Err(lost()),
            Found::Keyhole(keyhole) => keyhole,
        };
        let seen = self.seen(Count::of(&records, keyhole.is_whole()), now_ms);
        seen.allow(now_ms)?;
        let (revision, spares) = self.count(&records, seen, now_ms).await?;
        let Some(unlocked) = self.open(&records, &keyhole, password).await? else {
            let attempts = seen.attempts(now_ms).another(now_ms);
            return Err(attempts.wrong_password(self.clock.now_ms()));
        };
        self.forgive(&records, revision, spares, &unlocked).await?;
        Ok(unlocked)
    }

    /// The key of the password, if it opens anything. A hash that this device cannot do may be a damaged one.
    async fn open(
        &self,
        records: &Records,
        keyhole: &Keyhole,
        password: &str,
    ) -> Result<Option<Unlocked>, Failure> {
        let mut failed = None;
        for hash in keyhole.hashes() {
            match hash.key(&*self.hasher, &*self.cipher, password).await {
                Ok(key) => {
                    if let Some(lock) = keyhole.lock_of(records, hash, &*key).await? {
                        return Ok(Some(Unlocked { lock, key }));
                    }
                }
                Err(failure) => failed = Some(failure),
            }
        }
        failed.map_or(Ok(None), Err)
    }

    /// Counts an attempt, by writing it down or by taking a spare. Returns the revision and the spares after that.
    async fn count(&self, records: &Records, seen: Seen, now_ms: u64) -> Result<(u64, Spares), Failure> {
        let attempts = seen.written(now_ms).another(now_ms);
        let spares = seen.count.spares;
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
            count: seen.count.with(left),
            since_ms: now_ms,
        }));
        Ok((records.revision, left))
    }

    /// The password was right, whether or not that can be written down: if another tab wrote meanwhile, or nothing can be
    /// written or taken, the count stays. Only a lock that nobody can read must be written.
    async fn forgive(
        &self,
        records: &Records,
        revision: u64,
        spares: Spares,
        unlocked: &Unlocked,
    ) -> Result<(), Failure> {
        let mut writes = vec![Write::Delete(ATTEMPTS.to_owned())];
        writes.extend(spares.lay_by());
        writes.extend(mend(records, unlocked).await?);
        let Err(error) = self.storage.commit(revision, writes).await else {
            return Ok(());
        };
        if let StorageError::Failed(_) = error {
            let mut names = spares.forgive();
            names.push(ATTEMPTS.to_owned());
            let _ = self.storage.take(&names).await;
        }
        let stored = Locks::of(records);
        match (error, stored.readable()?.first() == Some(&&unlocked.lock)) {
            (_, true) => Ok(()),
            (StorageError::Changed, false) => Err(StorageError::Changed.into()),
            (StorageError::Failed(why), false) => Err(unmended(&why)),
        }
    }

    /// Since when the count is as it is, as far as this process knows.
    fn seen(&self, count: Count, now_ms: u64) -> Seen {
        let known = self.seen.get().filter(|seen| seen.count == count);
        let seen = known.unwrap_or(Seen {
            count,
            since_ms: now_ms,
        });
        self.seen.set(Some(seen));
        seen
    }
}

fn uncounted(why: &str) -> Failure {
    let message = format!(
        "the storage of this device is full or fails, so a wrong password could not be counted and none is tried; the \
         vault is as it was: {why}"
    );
    Failure::new(ErrorCode::Storage, message).retryable()
}

fn unmended(why: &str) -> Failure {
    let message = format!(
        "this is the password, but what it is checked with is damaged and the storage of this device is full or fails, so \
         it could not be mended; the vault is as it was: {why}"
    );
    Failure::new(ErrorCode::Storage, message).retryable()
}
