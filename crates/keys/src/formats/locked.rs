//! An encrypted file, taken apart and waiting for its key.

use super::{
    Imported, Kind, KnownAccount,
    ansible::Ansible,
    fernet::Fernet,
    nacl::Nacl,
    polkadot_js::{Batch, Keystore},
};
use crate::{DerivedKey, Kdf, KeyError};

/// An encrypted file. It was taken apart without doing any work that it asks for.
pub struct Locked(pub(super) Sealed);

pub(super) enum Sealed {
    Nacl(Nacl),
    Ansible(Ansible),
    Fernet(Fernet),
    PolkadotJs(Keystore),
    PolkadotJsBatch(Batch),
}

impl Locked {
    /// The format of the file.
    pub fn kind(&self) -> Kind {
        match &self.0 {
            Sealed::Nacl(_) => Kind::BtcliNacl,
            Sealed::Ansible(_) => Kind::BtcliAnsible,
            Sealed::Fernet(_) => Kind::BtcliFernet,
            Sealed::PolkadotJs(_) => Kind::PolkadotJs,
            Sealed::PolkadotJsBatch(_) => Kind::PolkadotJsBatch,
        }
    }

    /// The accounts that the file names in clear. That is a claim, which opening the file checks.
    pub fn accounts(&self) -> &[KnownAccount] {
        match &self.0 {
            Sealed::Nacl(_) | Sealed::Ansible(_) | Sealed::Fernet(_) => &[],
            Sealed::PolkadotJs(keystore) => keystore.accounts(),
            Sealed::PolkadotJsBatch(batch) => batch.accounts(),
        }
    }

    /// How a password becomes the key of this file.
    pub fn kdf(&self) -> Kdf {
        match &self.0 {
            Sealed::Nacl(_) => Nacl::kdf(),
            Sealed::Ansible(ansible) => ansible.kdf(),
            Sealed::Fernet(_) => Fernet::kdf(),
            Sealed::PolkadotJs(keystore) => keystore.kdf(),
            Sealed::PolkadotJsBatch(batch) => batch.kdf(),
        }
    }

    /// Decrypts the file and reads what it holds: one account, or all of a batch. Those of a batch may be locked once
    /// more, each by the password it had in its wallet.
    pub fn open(&self, key: &DerivedKey) -> Result<Vec<Imported>, KeyError> {
        match &self.0 {
            Sealed::Nacl(nacl) => nacl.open(key),
            Sealed::Ansible(ansible) => ansible.open(key),
            Sealed::Fernet(fernet) => fernet.open(key),
            Sealed::PolkadotJs(keystore) => keystore.open(key),
            Sealed::PolkadotJsBatch(batch) => batch.open(key),
        }
    }

    /// Derives the key and opens the file, where the time that takes is no matter.
    pub fn unlock(&self, password: &str) -> Result<Vec<Imported>, KeyError> {
        self.open(&self.kdf().derive(password)?)
    }
}
