//! The accounts of this page: what the vault lists, and until it has answered what this browser remembers of it.

use leptos::prelude::*;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::Method;
use taolight_protocol::vault::{Account, ListAccounts, Role};

use crate::memory;
use crate::store::Store;

impl Store {
    /// Shows what this browser remembers, then what the vault says. Balances need no key, so nothing waits for the vault.
    pub(crate) async fn read_accounts(self) -> Result<(), Failure> {
        if self.accounts.read_untracked().is_none() {
            let remembered = memory::accounts();
            if !remembered.is_empty() {
                self.show_accounts(remembered);
            }
        }
        self.list_accounts().await
    }

    /// Shows what the vault says now.
    pub(crate) async fn list_accounts(self) -> Result<(), Failure> {
        let listed = self.clients()?.vault.call(ListAccounts {}).await?;
        memory::set_accounts(&listed.accounts);
        self.damaged.set(listed.damaged);
        self.show_accounts(listed.accounts);
        Ok(())
    }

    /// Shows what the vault says now, and makes the page about this account.
    pub(crate) async fn choose_new(self, address: AccountId) -> Result<(), Failure> {
        self.list_accounts().await?;
        self.chosen.set(Some(address));
        Ok(())
    }

    /// Asks the vault; where that needs it unlocked, once it is.
    pub(crate) async fn ask_vault<M: Method + Clone>(self, method: M) -> Result<M::Reply, Failure> {
        let vault = self.clients()?.vault;
        match vault.call(method.clone()).await {
            Err(failure) if matches!(failure.code, ErrorCode::VaultLocked | ErrorCode::VaultEmpty) => {
                self.unlock().await?;
                vault.call(method).await
            }
            answer => answer,
        }
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

    /// An account by its address, if it is one of the vault's.
    pub(crate) fn account(self, address: AccountId) -> Option<Account> {
        let accounts = self.accounts.read();
        accounts
            .as_ref()?
            .iter()
            .find(|account| account.address == address)
            .cloned()
    }

    /// The vault's name of an account, if it is one of the vault's.
    pub(crate) fn label_of(self, address: AccountId) -> Option<String> {
        self.account(address).map(|account| account.label)
    }

    /// Whether there is no secret of the chosen account here, so that it can be watched and not spent from.
    pub(crate) fn is_watched_only(self) -> bool {
        let chosen = self.chosen.get().and_then(|address| self.account(address));
        chosen.is_some_and(|account| !account.can_sign())
    }

    /// A name for the account that comes next, where nobody types one.
    pub(crate) fn next_label(self) -> String {
        let count = self.accounts.read().as_ref().map_or(0, Vec::len);
        format!("Account {}", count + 1)
    }

    /// The vault's hotkeys.
    pub(crate) fn hotkeys(self) -> Vec<Account> {
        let accounts = self.accounts.read();
        let hotkeys = accounts.iter().flatten();
        hotkeys
            .filter(|account| account.role == Role::Hotkey)
            .cloned()
            .collect()
    }
}
