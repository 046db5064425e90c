//! Accounts at rest: one password, one envelope per account, and nothing in memory that opens them once the vault is
//! locked.
//!
//! The key is the Argon2id hash of the password, held by the cipher while the vault is unlocked; secrets are opened one
//! at a time, when something is to be signed. The tag of the encryption is the only check of the password. Several tabs
//! share the records: whoever would overwrite what another one wrote is refused. Damage to one record closes at most the
//! account that it is of: of everything else there is a copy.

mod attempts;
mod checking;
mod cipher;
mod count;
mod document;
mod envelope;
mod hash;
mod keyhole;
mod lock;
mod sealed;
mod spares;
mod storage;
mod versioned;

use std::{cell::Cell, rc::Rc};

use serde::Serialize;
use taolight_keys::Secret;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{Account, Accounts, Damage, DamagedAccount, LockState, Origin, Role};

pub use cipher::{Cipher, CipherKey, KEY_BYTES, NONCE_BYTES, RustCrypto};
pub(crate) use document::Document;
pub use storage::{MemoryStorage, Records, StorageError, VaultStorage, Write};

use crate::{Clock, Hasher, scheme::scheme};

use self::{
    count::{ATTEMPTS, Seen},
    envelope::{Content, Envelope, Unreadable},
    hash::PasswordHash,
    keyhole::{Found, lost},
    lock::{Lock, Locks},
    spares::Spares,
};

/// How often a change is tried while other tabs write.
const TRIES: u32 = 4;
/// Characters of a password at least. The hash makes each guess slow; length makes them many.
const SHORTEST_PASSWORD: usize = 8;

/// What holds the vault's records and opens them.
pub struct Strongbox {
    storage: Rc<dyn VaultStorage>,
    cipher: Rc<dyn Cipher>,
    hasher: Rc<dyn Hasher>,
    clock: Rc<dyn Clock>,
    unlocked: Option<Unlocked>,
    seen: Cell<Option<Seen>>,
}

/// The vault's key, and the lock that it opens.
#[derive(Clone)]
struct Unlocked {
    lock: Lock,
    key: Rc<dyn CipherKey>,
}

impl Strongbox {
    /// A strongbox over records that may be there already; locked.
    pub fn new(
        storage: Rc<dyn VaultStorage>,
        cipher: Rc<dyn Cipher>,
        hasher: Rc<dyn Hasher>,
        clock: Rc<dyn Clock>,
    ) -> Self {
        Self {
            storage,
            cipher,
            hasher,
            clock,
            unlocked: None,
            seen: Cell::default(),
        }
    }

    /// Whether secrets can be opened. Asks nothing of storage.
    pub fn is_unlocked(&self) -> bool {
        self.unlocked.is_some()
    }

    /// How it is now.
    pub async fn state(&self) -> Result<LockState, Failure> {
        if self.is_unlocked() {
            return Ok(LockState::Unlocked);
        }
        let records = self.storage.read().await?;
        Ok(match Found::of(&records)? {
            Found::Keyhole(_) => LockState::Locked,
            Found::Nothing => LockState::Empty,
            Found::Lost => LockState::Damaged,
        })
    }

    /// Whether what is kept is still there after the process ended.
    pub fn is_persistent(&self) -> bool {
        self.storage.is_persistent()
    }

    /// Makes the vault of this device, and unlocks it. Measures how fast the device is, which takes a second or two. Where
    /// there was one that no password can open any more, what it kept of accounts stays as it is.
    pub async fn create(&mut self, password: &str) -> Result<(), Failure> {
        must_be_long(password)?;
        let records = self.storage.read().await?;
        match Found::of(&records)? {
            Found::Nothing | Found::Lost => {}
            Found::Keyhole(_) => {
                return Err(Failure::new(
                    ErrorCode::VaultExists,
                    "this device has a vault already; unlock it",
                ));
            }
        }
        let unlocked = self.new_lock(password).await?;
        let mut writes = vec![Write::Delete(ATTEMPTS.to_owned())];
        writes.extend(document::forget(&records));
        writes.extend(unlocked.lock.write()?);
        writes.extend(Spares::of(&records).lay_by());
        self.storage.commit(records.revision, writes).await?;
        self.unlocked = Some(unlocked);
        Ok(())
    }

    /// Unlocks with the password. Counts the attempt before it is made, so that killing the process forgives nothing.
    pub async fn unlock(&mut self, password: &str) -> Result<(), Failure> {
        self.unlocked = Some(self.check(password).await?);
        Ok(())
    }

    /// Forgets the key.
    pub fn lock(&mut self) {
        self.unlocked = None;
    }

    /// Seals everything under another password, all at once. The vault stays unlocked.
    ///
    /// What is damaged cannot be sealed anew. Unless it is among those to leave behind, nothing is changed; else its bytes
    /// stay as they are, beside what the password so far was hashed with, in case somebody can mend them.
    pub async fn change_password(
        &mut self,
        old: &str,
        new: &str,
        leave: &[AccountId],
    ) -> Result<(), Failure> {
        must_be_long(new)?;
        let before = self.check(old).await?;
        let records = self.storage.read().await?;
        if Locks::of(&records).readable()?.first() != Some(&&before.lock) {
            return Err(StorageError::Changed.into());
        }
        let after = self.new_lock(new).await?;
        let mut writes = after.lock.write()?.to_vec();
        let mut damaged = Vec::new();
        for (address, envelope) in envelopes(&records) {
            let resealed = match envelope {
                Ok(envelope) => envelope.reseal(&*before.key, &after).await?,
                Err(Unreadable::Damaged(_)) => None,
                Err(Unreadable::Newer) => return Err(Unreadable::Newer.into()),
            };
            match resealed {
                Some(envelope) => writes.push(envelope.write()?),
                None => damaged.push(address),
            }
        }
        if damaged.iter().any(|address| !leave.contains(address)) {
            return Err(would_leave(&damaged));
        }
        for address in damaged {
            let former = envelope::former_name(&address);
            // Damage that an earlier change left behind is of an earlier password.
            if !records.values.contains_key(&former) {
                writes.push(Write::Put(former, json(&before.lock.hash)?));
            }
        }
        writes.extend(document::reseal(&records, &*before.key, &*after.key).await?);
        self.storage.commit(records.revision, writes).await?;
        self.unlocked = Some(after);
        Ok(())
    }

    /// The accounts. Needs no password; whether each secret still opens is known only while the vault is unlocked.
    pub async fn accounts(&self) -> Result<Accounts, Failure> {
        let records = self.storage.read().await?;
        let key = self.key_of(&records);
        let mut listing = Accounts {
            accounts: Vec::new(),
            damaged: Vec::new(),
        };
        for (address, envelope) in envelopes(&records) {
            let (label, damage) = match envelope {
                Ok(envelope) => {
                    let damage = damage(&envelope, key.as_deref()).await?;
                    let label = envelope.account.label.clone();
                    listing.accounts.push(envelope.account);
                    (Some(label), damage)
                }
                Err(Unreadable::Damaged(_)) => (None, Some(Damage::Record)),
                Err(Unreadable::Newer) => (None, Some(Damage::Newer)),
            };
            if let Some(damage) = damage {
                listing.damaged.push(DamagedAccount {
                    address,
                    label,
                    damage,
                });
            }
        }
        listing
            .accounts
            .sort_by_key(|account| (account.added_ms, account.address));
        Ok(listing)
    }

    /// Keeps a secret. An account that was only watched can sign from then on, and one that was damaged is whole again;
    /// one whose secret is here already is an error.
    pub async fn add(
        &mut self,
        secret: &Secret,
        label: String,
        role: Role,
        origin: Origin,
    ) -> Result<Account, Failure> {
        let address = secret.account()?;
        let (records, unlocked) = self.current().await?;
        let known = match find(&records, &address) {
            Err(Unreadable::Damaged(_)) => None,
            known => known?,
        };
        if let Some(known) = known {
            match known.content(&*unlocked.key).await? {
                Content::Secret(_) => return Err(known_already()),
                Content::Newer => return Err(Unreadable::Newer.into()),
                Content::Nothing | Content::Damaged => {}
            }
        }
        let account = Account {
            address,
            label,
            role,
            scheme: Some(scheme(secret.scheme())),
            // Whatever was brought was somewhere else before.
            backed_up: origin == Origin::Imported,
            origin,
            added_ms: self.clock.now_ms(),
        };
        let envelope = Envelope::seal(&unlocked, account.clone(), secret).await?;
        let writes = vec![envelope.write()?, Write::Delete(envelope::former_name(&address))];
        self.storage.commit(records.revision, writes).await?;
        Ok(account)
    }

    /// Keeps an address to look at. Needs no password.
    pub async fn watch(&mut self, address: AccountId, label: String) -> Result<Account, Failure> {
        let records = self.storage.read().await?;
        if find(&records, &address)?.is_some() {
            return Err(known_already());
        }
        let account = Account {
            address,
            label,
            role: Role::WatchOnly,
            scheme: None,
            origin: Origin::Watched,
            added_ms: self.clock.now_ms(),
            backed_up: true,
        };
        self.put(&records, &Envelope::watch_only(account.clone())).await?;
        Ok(account)
    }

    /// One account.
    pub async fn account(&self, address: &AccountId) -> Result<Account, Failure> {
        let records = self.storage.read().await?;
        Ok(find(&records, address)?.ok_or_else(unknown)?.account)
    }

    /// Renames an account.
    pub async fn rename(&mut self, address: &AccountId, label: String) -> Result<Account, Failure> {
        let records = self.storage.read().await?;
        let mut envelope = find(&records, address)?.ok_or_else(unknown)?;
        envelope.account.label = label;
        self.put(&records, &envelope).await?;
        Ok(envelope.account)
    }

    /// Remembers that the owner of an account has its secret elsewhere too.
    pub async fn set_backed_up(&mut self, address: &AccountId) -> Result<Account, Failure> {
        let (records, _) = self.current().await?;
        let mut envelope = find(&records, address)?.ok_or_else(unknown)?;
        envelope.account.backed_up = true;
        self.put(&records, &envelope).await?;
        Ok(envelope.account)
    }

    /// Changes what an account is used for, which its secret is sealed for.
    pub async fn set_role(&mut self, address: &AccountId, role: Role) -> Result<Account, Failure> {
        let (records, unlocked) = self.current().await?;
        let envelope = find(&records, address)?.ok_or_else(unknown)?;
        let is_watched = |role: &Role| matches!(role, Role::WatchOnly);
        if is_watched(&role) || is_watched(&envelope.account.role) {
            return Err(Failure::new(
                ErrorCode::NoSecret,
                "an account with a secret is a coldkey or a hotkey, one without is watched",
            ));
        }
        let secret = envelope.open(&*unlocked.key).await?.ok_or_else(watched_only)?;
        let account = Account {
            role,
            ..envelope.account
        };
        let envelope = Envelope::seal(&unlocked, account, &secret).await?;
        self.put(&records, &envelope).await?;
        Ok(envelope.account)
    }

    /// Reads a sealed document.
    pub(crate) async fn document<D: Document>(&mut self) -> Result<D, Failure> {
        let (records, unlocked) = self.current().await?;
        document::read(&records, &*unlocked.key).await
    }

    /// Changes a sealed document. If another tab writes at the same moment, the change is made to what that one wrote.
    pub(crate) async fn change_document<D: Document>(
        &mut self,
        change: impl Fn(&mut D) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        for _ in 1..TRIES {
            match self.try_change(&change).await {
                Err(failure) if failure.code == ErrorCode::VaultChanged => {}
                outcome => return outcome,
            }
        }
        self.try_change(&change).await
    }

    async fn try_change<D: Document>(
        &mut self,
        change: &impl Fn(&mut D) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let (records, unlocked) = self.current().await?;
        let mut document: D = document::read(&records, &*unlocked.key).await?;
        change(&mut document)?;
        let writes = document::write(&document, &*unlocked.key).await?;
        self.storage.commit(records.revision, writes.to_vec()).await?;
        Ok(())
    }

    /// Fails unless the vault is unlocked.
    pub async fn must_be_unlocked(&mut self) -> Result<(), Failure> {
        self.current().await.map(drop)
    }

    /// Fails unless this is the password. Counts like unlocking.
    pub async fn check_password(&self, password: &str) -> Result<(), Failure> {
        self.check(password).await.map(drop)
    }

    /// Removes an account and its secret; one that has or had a secret only while the vault is unlocked.
    pub async fn remove(&mut self, address: &AccountId) -> Result<(), Failure> {
        let records = self.storage.read().await?;
        let is_watched = match find(&records, address) {
            Ok(envelope) => envelope.ok_or_else(unknown)?.is_watched(),
            // Nobody knows what is damaged.
            Err(Unreadable::Damaged(_)) => false,
            Err(Unreadable::Newer) => return Err(Unreadable::Newer.into()),
        };
        if !is_watched {
            self.current().await?;
        }
        let names = [envelope::name(address), envelope::former_name(address)];
        let writes = names.map(Write::Delete).to_vec();
        self.storage.commit(records.revision, writes).await?;
        Ok(())
    }

    /// Opens the secret of an account.
    pub async fn secret(&mut self, address: &AccountId) -> Result<Secret, Failure> {
        let (records, unlocked) = self.current().await?;
        let envelope = find(&records, address)?.ok_or_else(unknown)?;
        envelope.open(&*unlocked.key).await?.ok_or_else(watched_only)
    }

    async fn new_lock(&self, password: &str) -> Result<Unlocked, Failure> {
        let hash = PasswordHash::calibrated(&*self.hasher, &*self.clock).await?;
        let key = hash.key(&*self.hasher, &*self.cipher, password).await?;
        let lock = Lock::make(hash, &*key).await?;
        Ok(Unlocked { lock, key })
    }

    /// The key that opens these records, if the vault is unlocked and no other tab changed the password.
    fn key_of(&self, records: &Records) -> Option<Rc<dyn CipherKey>> {
        let stored = Locks::of(records);
        let lock = *stored.readable().ok()?.first()?;
        let unlocked = self.unlocked.as_ref().filter(|unlocked| unlocked.lock == *lock)?;
        Some(unlocked.key.clone())
    }

    /// The records and the key that opens them. Another tab may have changed the password, or removed the vault: then
    /// this one locks itself.
    async fn current(&mut self) -> Result<(Records, Unlocked), Failure> {
        let records = self.storage.read().await?;
        let stored = Locks::of(&records);
        let lock = stored.readable()?.first().copied();
        if let Some(unlocked) = &self.unlocked {
            if lock == Some(&unlocked.lock) {
                return Ok((records, unlocked.clone()));
            }
            self.lock();
            return Err(Failure::new(
                ErrorCode::VaultLocked,
                match lock {
                    Some(_) => "the password was changed in another tab; unlock with the new one",
                    None => "what the password is checked with is gone from this device; unlock again",
                },
            ));
        }
        Err(match Found::of(&records)? {
            Found::Nothing => empty(),
            Found::Keyhole(_) => Failure::new(
                ErrorCode::VaultLocked,
                "the vault is locked; unlock it with its password",
            ),
            Found::Lost => Failure {
                code: ErrorCode::VaultLocked,
                ..lost()
            },
        })
    }

    async fn put(&self, records: &Records, envelope: &Envelope) -> Result<(), Failure> {
        self.storage
            .commit(records.revision, vec![envelope.write()?])
            .await?;
        Ok(())
    }
}

fn envelopes(records: &Records) -> impl Iterator<Item = (AccountId, Result<Envelope, Unreadable>)> {
    let records = records.values.iter();
    records.filter_map(|(name, bytes)| Envelope::read(name, bytes))
}

fn find(records: &Records, address: &AccountId) -> Result<Option<Envelope>, Unreadable> {
    let name = envelope::name(address);
    let bytes = records.values.get(&name);
    let read = bytes.and_then(|bytes| Envelope::read(&name, bytes));
    read.map(|(_, envelope)| envelope).transpose()
}

/// What is wrong with an envelope; without a key only what shows without.
async fn damage(envelope: &Envelope, key: Option<&dyn CipherKey>) -> Result<Option<Damage>, Failure> {
    let Some(key) = key else {
        return Ok(envelope.is_emptied().then_some(Damage::Secret));
    };
    Ok(match envelope.content(key).await? {
        Content::Nothing | Content::Secret(_) => None,
        Content::Damaged => Some(Damage::Secret),
        Content::Newer => Some(Damage::Newer),
    })
}

/// These would stay under the password so far, and nobody said that they may.
fn would_leave(damaged: &[AccountId]) -> Failure {
    let addresses: Vec<_> = damaged.iter().map(AccountId::to_string).collect();
    let message = format!(
        "the password was not changed: what this device keeps of {} is damaged and cannot be sealed under another one; \
         import it again or remove it first, or leave it behind under the password so far",
        addresses.join(", ")
    );
    Failure::new(ErrorCode::DamagedAccount, message).with_data(addresses.join(","))
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value).map_err(|error| Failure::new(ErrorCode::Internal, error))
}

fn must_be_long(password: &str) -> Result<(), Failure> {
    if password.chars().count() >= SHORTEST_PASSWORD {
        return Ok(());
    }
    let message = format!("a password has {SHORTEST_PASSWORD} characters at least; several words are best");
    Err(Failure::new(ErrorCode::WeakPassword, message))
}

fn empty() -> Failure {
    Failure::new(
        ErrorCode::VaultEmpty,
        "there is no vault on this device yet; choose a password to make one",
    )
}

fn unknown() -> Failure {
    Failure::new(ErrorCode::UnknownAccount, "the vault does not have this account")
}

/// Only an account with a secret can sign.
pub(crate) fn watched_only() -> Failure {
    Failure::new(
        ErrorCode::NoSecret,
        "this account is watched only; bring its secret to sign with it",
    )
}

fn known_already() -> Failure {
    Failure::new(ErrorCode::AccountExists, "the vault has this account already")
}
