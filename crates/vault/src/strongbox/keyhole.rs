//! What there is to check a password with. That is the lock, its copy, and what each account with a secret says of how
//! the password was hashed: any whole one of them will do, and mends the others.

use std::cmp::Reverse;

use taolight_primitives::{ErrorCode, Failure};

use super::{
    Unlocked,
    cipher::CipherKey,
    document, envelope,
    envelope::{Content, Envelope},
    envelopes,
    hash::PasswordHash,
    lock::{Lock, Locks},
    storage::{Records, Write},
};

/// Hashes that one password is tried with at most. They differ only where something is damaged.
const MOST_HASHES: usize = 4;

/// What the records hold of a vault.
pub(super) enum Found {
    /// There is none yet: nothing is sealed.
    Nothing,
    /// Whatever is sealed cannot be opened any more: nothing says how the password was hashed.
    Lost,
    /// A password can be checked.
    Keyhole(Keyhole),
}

/// What a password is checked with.
pub(super) struct Keyhole {
    /// The lock and its copy, as far as they can be read.
    locks: Vec<Lock>,
    /// What the password may have been hashed with, the likeliest first.
    hashes: Vec<PasswordHash>,
    is_whole: bool,
}

impl Found {
    /// Looks through the records. Fails if a newer version wrote them.
    pub(super) fn of(records: &Records) -> Result<Self, Failure> {
        let stored = Locks::of(records);
        let locks: Vec<Lock> = stored.readable()?.into_iter().cloned().collect();
        let first = stored.first().map(|lock| &lock.hash);
        let of_locks = locks.iter().map(|lock| lock.hash.clone()).collect();
        let hashes = likeliest(first, of_locks, said_by_accounts(records));
        if !hashes.is_empty() {
            let is_whole = first.is_some() && hashes.len() == 1;
            return Ok(Self::Keyhole(Keyhole {
                locks,
                hashes,
                is_whole,
            }));
        }
        let is_sealed = |(_, envelope): (_, Result<Envelope, _>)| !envelope.is_ok_and(|it| it.is_watched());
        match stored.are_there() || envelopes(records).any(is_sealed) {
            true => Ok(Self::Lost),
            false => Ok(Self::Nothing),
        }
    }
}

impl Keyhole {
    /// Whether the lock is as it was written, as far as can be told without the password.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// What the password may have been hashed with, the likeliest first.
    pub(super) fn hashes(&self) -> &[PasswordHash] {
        &self.hashes
    }

    /// The lock of a key that was made with this hash, if the key opens it or anything else; a fresh one if what is stored
    /// of it is damaged.
    pub(super) async fn lock_of(
        &self,
        records: &Records,
        hash: &PasswordHash,
        key: &dyn CipherKey,
    ) -> Result<Option<Lock>, Failure> {
        for lock in self.locks.iter().filter(|lock| lock.hash == *hash) {
            if lock.is_opened_by(key).await? {
                return Ok(Some(lock.clone()));
            }
        }
        match opens_anything(records, key).await? {
            true => Lock::make(hash.clone(), key).await.map(Some),
            false => Ok(None),
        }
    }
}

/// Writes what is damaged or missing of the lock, its copy, and what the accounts say of the hash. None usually.
pub(super) async fn mend(records: &Records, unlocked: &Unlocked) -> Result<Vec<Write>, Failure> {
    let mut writes = unlocked.lock.write()?.to_vec();
    for (_, envelope) in envelopes(records) {
        let Ok(envelope) = envelope else { continue };
        if !envelope.is_watched()
            && envelope.hash() != Some(&unlocked.lock.hash)
            && let Content::Secret(_) = envelope.content(&*unlocked.key).await?
        {
            writes.push(envelope.hashed_with(&unlocked.lock.hash).write()?);
        }
    }
    writes.retain(|write| write.changes(records));
    Ok(writes)
}

/// What the accounts say of how the password was hashed. Those that a change of it left behind speak of an earlier one.
fn said_by_accounts(records: &Records) -> Vec<PasswordHash> {
    let is_current = |(address, _): &(_, _)| !records.values.contains_key(&envelope::former_name(address));
    envelopes(records)
        .filter(is_current)
        .filter_map(|(_, envelope)| envelope.ok()?.hash().cloned())
        .collect()
}

/// The hash of the lock alone, where an account agrees or none says anything, nor the copy another one; else each, those
/// first which most records say.
fn likeliest(
    first: Option<&PasswordHash>,
    locks: Vec<PasswordHash>,
    accounts: Vec<PasswordHash>,
) -> Vec<PasswordHash> {
    if let Some(first) = first
        && accounts.contains(first)
    {
        return vec![first.clone()];
    }
    let said = [locks, accounts].concat();
    let votes = |hash: &PasswordHash| said.iter().filter(|other| *other == hash).count();
    let mut distinct: Vec<PasswordHash> = Vec::new();
    for hash in &said {
        if !distinct.contains(hash) {
            distinct.push(hash.clone());
        }
    }
    distinct.sort_by_key(|hash| Reverse(votes(hash)));
    distinct.truncate(MOST_HASHES);
    distinct
}

async fn opens_anything(records: &Records, key: &dyn CipherKey) -> Result<bool, Failure> {
    for (address, envelope) in envelopes(records) {
        if let Ok(envelope) = envelope
            && !records.values.contains_key(&envelope::former_name(&address))
            && let Content::Secret(_) | Content::Newer = envelope.content(key).await?
        {
            return Ok(true);
        }
    }
    document::is_any_opened_by(records, key).await
}

/// Said where nothing is left to check a password with.
pub(super) fn lost() -> Failure {
    Failure::new(
        ErrorCode::Storage,
        "what this device checks the password with is damaged, and no account carries a whole copy of it, so the secrets \
         kept here cannot be opened any more; what the accounts hold is safe on the chain: choose a new password, then \
         import each account again from its words or its key file",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashes(text: &str) -> Vec<PasswordHash> {
        text.bytes().map(PasswordHash::of_salt).collect()
    }

    #[test]
    fn the_likeliest_hash_comes_first() {
        let of = |locks: &str, accounts: &str| {
            let locks = hashes(locks);
            likeliest(locks.clone().first(), locks, hashes(accounts))
        };
        assert_eq!(of("", ""), []);
        assert_eq!(of("a", ""), hashes("a"), "a vault without copies");
        assert_eq!(of("aa", ""), hashes("a"));
        assert_eq!(of("ab", ""), hashes("ab"), "nobody knows");
        assert_eq!(of("aa", "a"), hashes("a"));
        assert_eq!(of("a", "abbb"), hashes("a"), "an account agrees");
        assert_eq!(of("aa", "b"), hashes("ab"), "none does");
        assert_eq!(of("ab", "bb"), hashes("ba"));
        assert_eq!(of("", "abb"), hashes("ba"), "no lock can be read");
        assert_eq!(of("a", "bcdef"), hashes("abcd"));
    }
}
