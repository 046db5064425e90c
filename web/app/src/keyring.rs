//! The vault's accounts. A secret passes through here once, on its way into the vault.

use leptos::prelude::*;
use taolight_primitives::{AccountId, Failure};
use taolight_protocol::vault::{AddAccount, ListAccounts, RemoveAccount, Secret};

use crate::store::Store;

impl Store {
    /// Reads the accounts and chooses one if none is chosen.
    pub(crate) async fn read_accounts(self) -> Result<(), Failure> {
        let accounts = self.clients()?.vault.call(ListAccounts {}).await?;
        let is_there = |address: &AccountId| accounts.iter().any(|account| account.address == *address);
        let chosen = self.chosen.get_untracked().filter(is_there);
        let first = accounts.first().map(|account| account.address);
        self.accounts.set(Some(accounts));
        self.chosen.set(chosen.or(first));
        Ok(())
    }

    /// Hands a secret to the vault and chooses the account that it opens.
    pub(crate) async fn add_account(self, secret: Secret, label: String) -> Result<(), Failure> {
        let added = self.clients()?.vault.call(AddAccount { secret, label }).await?;
        self.read_accounts().await?;
        self.chosen.set(Some(added.address));
        Ok(())
    }

    /// Makes the vault forget an account.
    pub(crate) async fn remove_account(self, address: AccountId) -> Result<(), Failure> {
        self.clients()?.vault.call(RemoveAccount { address }).await?;
        self.read_accounts().await
    }
}
