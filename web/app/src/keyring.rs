//! The accounts of this page: those whose keys the vault holds, and those whose public half this browser remembers from
//! an earlier visit. A secret passes through here once, on its way into the vault.

use leptos::prelude::*;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{Account, AddAccount, ListAccounts, RemoveAccount, Secret};

use crate::{page, store::Store};

impl Store {
    /// Shows what this browser remembers, then what the vault says. Balances need no key, so nothing waits for the vault.
    pub(crate) async fn read_accounts(self) -> Result<(), Failure> {
        let remembered = page::remembered_accounts();
        if !remembered.is_empty() {
            self.show_accounts(remembered);
        }
        self.read_vault().await
    }

    async fn read_vault(self) -> Result<(), Failure> {
        let held = self.clients()?.vault.call(ListAccounts {}).await?;
        let without_key = page::remembered_accounts()
            .into_iter()
            .filter(|account| held.iter().all(|other| other.address != account.address));
        self.keys
            .set(Some(held.iter().map(|account| account.address).collect()));
        self.show_accounts(held.iter().cloned().chain(without_key).collect());
        Ok(())
    }

    fn show_accounts(self, accounts: Vec<Account>) {
        let is_there = |address: &AccountId| accounts.iter().any(|account| account.address == *address);
        let chosen = self.chosen.get_untracked().filter(is_there);
        let first = accounts.first().map(|account| account.address);
        self.accounts.set(Some(accounts));
        let choice = chosen.or(first);
        if self.chosen.get_untracked() != choice {
            self.chosen.set(choice);
        }
    }

    /// Hands a secret to the vault and chooses the account that it opens.
    pub(crate) async fn add_account(self, secret: Secret, label: String) -> Result<(), Failure> {
        let added = self.clients()?.vault.call(AddAccount { secret, label }).await?;
        let mut remembered = page::remembered_accounts();
        remembered.retain(|account| account.address != added.address);
        remembered.push(added.clone());
        page::remember_accounts(&remembered);
        self.read_vault().await?;
        self.chosen.set(Some(added.address));
        Ok(())
    }

    /// Makes the vault and this browser forget an account.
    pub(crate) async fn remove_account(self, address: AccountId) -> Result<(), Failure> {
        match self.clients()?.vault.call(RemoveAccount { address }).await {
            Err(failure) if failure.code != ErrorCode::UnknownAccount => return Err(failure),
            // Without a key there is nothing for the vault to forget.
            Ok(()) | Err(_) => {}
        }
        let mut remembered = page::remembered_accounts();
        remembered.retain(|account| account.address != address);
        page::remember_accounts(&remembered);
        self.read_vault().await
    }

    /// Whether the vault is known to hold no key of the chosen account, so that it can be watched and not spent from.
    pub(crate) fn is_watched_only(self) -> bool {
        match (self.chosen.get(), self.keys.read().as_ref()) {
            (Some(chosen), Some(keys)) => !keys.contains(&chosen),
            _ => false,
        }
    }
}
