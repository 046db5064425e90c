//! The vault: what it holds, and whether it is open. Its other halves are `importing`, `backup` and `signing`.

use std::{fmt, rc::Rc};

use eyeball::SharedObservable;
use taolight_keys::{Mnemonic, Scheme, Secret, WordCount};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    engine::{MetadataRef, RuntimeMetadata},
    vault::{
        Account, Accounts, AutoLock, ChangePassword, CreateAccount, LockState, Origin, Policy, PolicyEntry,
        RemoveAccount, RenameAccount, Role, Secret as Password, SetPolicy, SetRole, VaultStatus,
        WatchAddress,
    },
};

use crate::{
    Clock, Hasher,
    approvals::Approvals,
    backup::Questions,
    documents::Settings,
    imports::Imports,
    policy,
    runtimes::Runtimes,
    session::Session,
    strongbox::{Cipher, Strongbox, VaultStorage},
};

/// Minutes after which a vault may lock itself.
const AUTO_LOCK_MINUTES: std::ops::RangeInclusive<u8> = 1..=60;
/// Characters of an account's name at most.
const LONGEST_LABEL: usize = 64;

/// What the vault needs of where it runs.
pub struct Host {
    /// Where records are kept.
    pub storage: Rc<dyn VaultStorage>,
    /// AES-256-GCM.
    pub cipher: Rc<dyn Cipher>,
    /// Does password hashes.
    pub hasher: Rc<dyn Hasher>,
    /// The clocks.
    pub clock: Rc<dyn Clock>,
}

/// Accounts at rest, and what is in memory only: runtimes, approvals, what waits to be imported.
pub struct Vault {
    pub(crate) clock: Rc<dyn Clock>,
    pub(crate) hasher: Rc<dyn Hasher>,
    pub(crate) strongbox: Strongbox,
    pub(crate) session: Session,
    pub(crate) runtimes: Runtimes,
    pub(crate) approvals: Approvals,
    pub(crate) imports: Imports,
    pub(crate) questions: Questions,
    status: SharedObservable<Option<VaultStatus>>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(secret)")
    }
}

impl Vault {
    /// A vault over what is stored; locked.
    pub fn new(host: Host) -> Self {
        let Host {
            storage,
            cipher,
            hasher,
            clock,
        } = host;
        Self {
            strongbox: Strongbox::new(storage, cipher, hasher.clone(), clock.clone()),
            clock,
            hasher,
            session: Session::default(),
            runtimes: Runtimes::default(),
            approvals: Approvals::default(),
            imports: Imports::default(),
            questions: Questions::default(),
            status: SharedObservable::new(None),
        }
    }

    /// The vault's state for whoever follows it; none until it was first read from storage.
    pub(crate) fn status(&self) -> SharedObservable<Option<VaultStatus>> {
        self.status.clone()
    }

    /// Makes the vault of this device and unlocks it.
    pub async fn create(&mut self, password: &Password) -> Result<(), Failure> {
        self.strongbox.create(password.expose()).await?;
        self.begin_session().await
    }

    /// Unlocks with the password.
    pub async fn unlock(&mut self, password: &Password) -> Result<(), Failure> {
        self.strongbox.unlock(password.expose()).await?;
        self.begin_session().await
    }

    /// Forgets the key and everything that was to be done with it.
    pub async fn lock(&mut self) -> Result<(), Failure> {
        self.strongbox.lock();
        self.approvals = Approvals::default();
        self.imports.clear();
        self.questions = Questions::default();
        self.publish().await
    }

    /// Somebody is here.
    pub fn touch(&mut self) {
        self.session.touch(&*self.clock);
    }

    /// Locks if nobody was here for too long. To be called about every second, and before every answer.
    pub async fn tick(&mut self) -> Result<(), Failure> {
        if self.strongbox.is_unlocked() && self.session.is_over(&*self.clock) {
            return self.lock().await;
        }
        Ok(())
    }

    /// Seals everything under another password.
    pub async fn change_password(&mut self, request: &ChangePassword) -> Result<(), Failure> {
        let (old, new) = (request.old.expose(), request.new.expose());
        self.strongbox.change_password(old, new, &request.leave).await?;
        self.begin_session().await
    }

    /// Sets when the vault locks itself.
    pub async fn set_auto_lock(&mut self, auto_lock: AutoLock) -> Result<(), Failure> {
        if let AutoLock::After(minutes) = auto_lock
            && !AUTO_LOCK_MINUTES.contains(&minutes)
        {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                "a vault locks itself after 1 to 60 minutes, or when the page is closed",
            ));
        }
        let set = |settings: &mut Settings| {
            settings.auto_lock = auto_lock;
            Ok(())
        };
        self.strongbox.change_document(set).await?;
        self.session.auto_lock = auto_lock;
        self.publish().await
    }

    /// Reads the state anew and tells whoever follows it. Another tab may have changed it.
    pub(crate) async fn publish(&mut self) -> Result<(), Failure> {
        let state = self.strongbox.state().await?;
        let status = VaultStatus {
            state,
            auto_lock: (state == LockState::Unlocked).then_some(self.session.auto_lock),
            persistent: self.strongbox.is_persistent(),
        };
        self.status.set_if_not_eq(Some(status));
        Ok(())
    }

    /// Locks if what it was unlocked with is not on the device any more, and tells how it is.
    pub(crate) async fn look_again(&mut self) -> Result<(), Failure> {
        if self.strongbox.is_unlocked() {
            // What it says is told by the state.
            drop(self.strongbox.must_be_unlocked().await);
        }
        self.publish().await
    }

    async fn begin_session(&mut self) -> Result<(), Failure> {
        let settings: Settings = self.strongbox.document().await?;
        self.session = Session::begin(settings.auto_lock, &*self.clock);
        self.publish().await
    }

    /// The accounts. Needs no password.
    pub async fn accounts(&self) -> Result<Accounts, Failure> {
        self.strongbox.accounts().await
    }

    /// Makes an account with a new mnemonic.
    pub async fn create_account(&mut self, request: &CreateAccount) -> Result<Account, Failure> {
        let mnemonic = Mnemonic::generate(word_count(request.words)?)?;
        let secret = Secret::from_mnemonic(mnemonic, Scheme::Sr25519);
        let label = checked_label(&request.label)?;
        let role = Role::Coldkey { hotkeys: Vec::new() };
        self.strongbox.add(&secret, label, role, Origin::Created).await
    }

    /// Keeps an address to look at.
    pub async fn watch(&mut self, request: &WatchAddress) -> Result<Account, Failure> {
        let label = checked_label(&request.label)?;
        self.strongbox.watch(request.address, label).await
    }

    /// Renames an account.
    pub async fn rename(&mut self, request: &RenameAccount) -> Result<Account, Failure> {
        let label = checked_label(&request.label)?;
        self.strongbox.rename(&request.address, label).await
    }

    /// Says what an account is used for. What waits for its signature is dropped.
    pub async fn set_role(&mut self, request: SetRole) -> Result<Account, Failure> {
        self.approvals.forget(&request.address);
        self.strongbox.set_role(&request.address, request.role).await
    }

    /// Forgets an account, its secret, its limits and what waits for its signature.
    pub async fn remove(&mut self, request: &RemoveAccount) -> Result<(), Failure> {
        self.strongbox.remove(&request.address).await?;
        self.approvals.forget(&request.address);
        self.questions.forget(&request.address);
        Ok(())
    }

    /// The limits that are set.
    pub async fn policies(&mut self) -> Result<Vec<PolicyEntry>, Failure> {
        let settings: Settings = self.strongbox.document().await?;
        Ok(settings.policies)
    }

    /// Sets limits, and drops what waits for a signature under the old ones.
    pub async fn set_policy(&mut self, request: &SetPolicy) -> Result<(), Failure> {
        let entry = &request.entry;
        policy::validate(entry)?;
        self.strongbox.account(&entry.account).await?;
        self.strongbox.check_password(request.password.expose()).await?;
        let set = |settings: &mut Settings| {
            let is_same =
                |other: &PolicyEntry| other.account == entry.account && other.origin == entry.origin;
            settings.policies.retain(|other| !is_same(other));
            if entry.policy != Policy::default() {
                settings.policies.push(entry.clone());
            }
            Ok(())
        };
        self.strongbox.change_document(set).await?;
        self.approvals.forget(&entry.account);
        Ok(())
    }

    /// Whether a runtime's metadata is here.
    pub fn has_metadata(&self, metadata: &MetadataRef) -> bool {
        self.runtimes.has(metadata)
    }

    /// Takes a runtime's metadata in. Computes its digest, which takes some tens of milliseconds.
    pub fn add_metadata(&mut self, metadata: RuntimeMetadata) -> Result<(), Failure> {
        self.runtimes.add(metadata)
    }
}

/// A name for people, without the white space around it.
pub(crate) fn checked_label(typed: &str) -> Result<String, Failure> {
    let label = typed.trim();
    if label.is_empty() || label.chars().count() > LONGEST_LABEL {
        return Err(Failure::new(
            ErrorCode::TypeMismatch,
            format!("an account's name has 1 to {LONGEST_LABEL} characters"),
        ));
    }
    Ok(label.to_owned())
}

fn word_count(words: u8) -> Result<WordCount, Failure> {
    match words {
        12 => Ok(WordCount::Twelve),
        15 => Ok(WordCount::Fifteen),
        18 => Ok(WordCount::Eighteen),
        21 => Ok(WordCount::TwentyOne),
        24 => Ok(WordCount::TwentyFour),
        other => Err(taolight_keys::KeyError::Length(other.into()).into()),
    }
}
