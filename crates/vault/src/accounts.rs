//! The accounts whose keys the vault holds, in memory only.

use taolight_keys::{Keypair, SecretUri};
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{Account, AddAccount};
use zeroize::Zeroize;

/// Accounts in the order in which they were added. A removed account's key is wiped.
#[derive(Default)]
pub(crate) struct Accounts(Vec<(Account, Keypair)>);

impl Accounts {
    /// Adds an account, or renames the one that has the same key.
    pub(crate) fn add(&mut self, mut request: AddAccount) -> Result<Account, Failure> {
        let uri = SecretUri::parse(&request.secret.0);
        request.secret.0.zeroize();
        let key = Keypair::from_uri(&uri?)?;
        let account = Account {
            address: key.account(),
            label: request.label,
        };
        match self
            .0
            .iter_mut()
            .find(|(known, _)| known.address == account.address)
        {
            Some((known, _)) => known.label.clone_from(&account.label),
            None => self.0.push((account.clone(), key)),
        }
        Ok(account)
    }

    pub(crate) fn list(&self) -> Vec<Account> {
        self.0.iter().map(|(account, _)| account.clone()).collect()
    }

    pub(crate) fn remove(&mut self, address: &AccountId) -> Result<(), Failure> {
        self.key(address)?;
        self.0.retain(|(account, _)| account.address != *address);
        Ok(())
    }

    pub(crate) fn key(&self, address: &AccountId) -> Result<&Keypair, Failure> {
        let found = self.0.iter().find(|(account, _)| account.address == *address);
        found.map(|(_, key)| key).ok_or_else(|| {
            Failure::new(ErrorCode::UnknownAccount, "the vault has no key of this account").with_data(address)
        })
    }
}
