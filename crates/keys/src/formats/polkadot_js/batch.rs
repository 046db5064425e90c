//! A keystore of several accounts: a list of keystores, encrypted once more as a whole. Read only.

use super::{
    super::{Imported, KnownAccount, Refused},
    encoding::Cipher,
    json::{Json, Listed},
};
use crate::{DerivedKey, Kdf, KeyError, secretbox::SecretBox};

pub(in super::super) struct Batch {
    kdf: Kdf,
    sealed: SecretBox,
    /// The addresses that the file lists in clear, in their order as texts: some may be of other chains' kinds.
    addresses: Vec<String>,
    known: Vec<KnownAccount>,
}

impl Batch {
    pub(super) fn parse(bytes: &[u8], cipher: Cipher, listed: Vec<Listed>) -> Result<Self, KeyError> {
        let (kdf, sealed) = cipher
            .kdf(bytes)?
            .ok_or(KeyError::Unsupported("it is a batch without encryption"))?;
        Ok(Self {
            kdf,
            sealed: SecretBox::parse(sealed).ok_or(KeyError::Damaged("encoded"))?,
            known: listed.iter().filter_map(Listed::known).collect(),
            addresses: sorted(listed.into_iter().filter_map(|account| account.address)),
        })
    }

    pub(in super::super) fn kdf(&self) -> Kdf {
        self.kdf.clone()
    }

    pub(in super::super) fn accounts(&self) -> &[KnownAccount] {
        &self.known
    }

    /// The accounts, most of them locked by a password of their own. One that cannot be used does not keep the others
    /// back.
    pub(in super::super) fn open(&self, key: &DerivedKey) -> Result<Vec<Imported>, KeyError> {
        let content = self.sealed.open(key)?;
        let accounts: Vec<Json> =
            serde_json::from_slice(&content).map_err(|_| KeyError::Damaged("list of accounts"))?;
        let addresses = sorted(accounts.iter().filter_map(Json::address).map(str::to_owned));
        if addresses != self.addresses {
            return Err(KeyError::AddressMismatch);
        }
        Ok(accounts.iter().map(import).collect())
    }
}

fn import(account: &Json) -> Imported {
    account.account().unwrap_or_else(|why| {
        let label = account.label();
        Imported::Refused(Refused { label, why })
    })
}

fn sorted(addresses: impl Iterator<Item = String>) -> Vec<String> {
    let mut addresses: Vec<String> = addresses.collect();
    addresses.sort_unstable();
    addresses
}
