//! The accounts of this page: what the vault lists, and until it has answered what this browser remembers of it.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::Method;
use taolight_protocol::vault::{Account, Accounts, Damage, DamagedAccount, ListAccounts, Role};

use crate::memory;
use crate::store::Store;

impl Store {
    /// Shows what this browser remembers, then what the vault says. Balances need no key, so nothing waits for the vault.
    pub(crate) async fn read_accounts(self) -> Result<(), Failure> {
        if self.accounts.read_untracked().is_none() {
            let remembered = memory::accounts().unwrap_or_default();
            if !remembered.is_empty() {
                self.show_accounts(remembered);
            }
        }
        self.list_accounts().await
    }

    /// Shows what the vault says now.
    pub(crate) async fn list_accounts(self) -> Result<(), Failure> {
        let Accounts { accounts, damaged } = self.clients()?.vault.call(ListAccounts {}).await?;
        // A browser that cleared all it kept forgot that, too; the page still knows what it showed.
        let shown = || self.accounts.get_untracked().unwrap_or_default();
        let remembered = memory::accounts().unwrap_or_else(shown);
        let (lost, gone) = missing(remembered, &accounts, &damaged);
        let known = match self.is_unlocked_now() {
            // Every secret was tried.
            true => Vec::new(),
            false => self.damaged.get_untracked(),
        };
        self.damaged.set(all_damaged(damaged, &known, &accounts, &lost));
        // The name of what cannot be read is remembered, so that it can be told which it is.
        memory::set_accounts(&[&accounts[..], &lost, &gone].concat());
        self.gone.set(gone);
        self.show_accounts(accounts);
        Ok(())
    }

    /// Forgets an account that was removed, so that nobody misses it.
    pub(crate) fn forget_account(self, address: AccountId) {
        let is_other = |account: &Account| account.address != address;
        self.accounts.update(|accounts| {
            if let Some(accounts) = accounts {
                accounts.retain(is_other);
            }
        });
        if let Some(mut remembered) = memory::accounts() {
            remembered.retain(is_other);
            memory::set_accounts(&remembered);
        }
    }

    /// Forgets the accounts that this browser cleared.
    pub(crate) fn forget_gone(self) {
        for account in self.gone.get_untracked() {
            self.forget_account(account.address);
        }
        self.gone.set(Vec::new());
    }

    /// What is wrong with an account as it is stored, if anything is. Tracked.
    pub(crate) fn damage_of(self, address: AccountId) -> Option<DamagedAccount> {
        let damaged = self.damaged.read();
        damaged.iter().find(|damaged| damaged.address == address).cloned()
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
        say!(accounts.usual_name, number = count + 1)
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

/// Of the accounts that are remembered: those of which nothing can be read, and those of which nothing is here any more
/// though nobody removed them.
fn missing(
    remembered: Vec<Account>,
    accounts: &[Account],
    damaged: &[DamagedAccount],
) -> (Vec<Account>, Vec<Account>) {
    let is_here = |account: &Account| {
        accounts.iter().any(|here| here.address == account.address)
            || damaged.iter().any(|here| here.address == account.address)
    };
    let (here, gone): (Vec<_>, Vec<_>) = remembered.into_iter().partition(is_here);
    let lost = here.into_iter().filter(|account| is_lost(account, damaged));
    (lost.collect(), gone)
}

/// Whether nothing of a remembered account can be read any more.
fn is_lost(account: &Account, damaged: &[DamagedAccount]) -> bool {
    let is_its = |damaged: &DamagedAccount| damaged.address == account.address && damaged.label.is_none();
    damaged.iter().any(is_its)
}

/// What the vault says is damaged, with the remembered name of what is lost; and secrets that were found not to open while
/// it was unlocked, which it cannot know while it is locked.
fn all_damaged(
    mut listed: Vec<DamagedAccount>,
    known: &[DamagedAccount],
    accounts: &[Account],
    lost: &[Account],
) -> Vec<DamagedAccount> {
    for damaged in &mut listed {
        if damaged.label.is_none() {
            let named = lost.iter().find(|account| account.address == damaged.address);
            damaged.label = named.map(|account| account.label.clone());
        }
    }
    for known in known.iter().filter(|known| known.damage == Damage::Secret) {
        let is_there = accounts.iter().any(|account| account.address == known.address);
        let is_listed = listed.iter().any(|damaged| damaged.address == known.address);
        if is_there && !is_listed {
            listed.push(known.clone());
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use taolight_protocol::vault::{Origin, Scheme};

    use super::*;

    fn account(address: u8, label: &str) -> Account {
        Account {
            address: AccountId([address; 32]),
            label: label.to_owned(),
            role: Role::Coldkey { hotkeys: Vec::new() },
            scheme: Some(Scheme::Sr25519),
            origin: Origin::Imported,
            added_ms: 0,
            backed_up: true,
        }
    }

    fn damaged(address: u8, label: Option<&str>, damage: Damage) -> DamagedAccount {
        DamagedAccount {
            address: AccountId([address; 32]),
            label: label.map(str::to_owned),
            damage,
        }
    }

    #[test]
    fn what_is_lost_keeps_its_name() {
        let listed = vec![damaged(1, None, Damage::Record), damaged(2, None, Damage::Record)];
        assert!(is_lost(&account(1, "Main"), &listed));
        assert!(!is_lost(&account(3, "Other"), &listed));
        let all = all_damaged(listed, &[], &[], &[account(1, "Main")]);
        assert_eq!(all[0].label.as_deref(), Some("Main"));
        assert_eq!(all[1].label, None);
    }

    #[test]
    fn what_nobody_removed_and_is_not_here_is_gone() {
        let remembered = vec![account(1, "Main"), account(2, "Hurt"), account(3, "Gone")];
        let listed = [damaged(2, None, Damage::Record)];
        let (lost, gone) = missing(remembered, &[account(1, "Main")], &listed);
        assert_eq!((lost, gone), (vec![account(2, "Hurt")], vec![account(3, "Gone")]));
    }

    #[test]
    fn a_locked_vault_does_not_unsay_what_it_said() {
        let known = [
            damaged(1, Some("Main"), Damage::Secret),
            damaged(2, Some("Gone"), Damage::Secret),
        ];
        let accounts = [account(1, "Main")];
        assert_eq!(all_damaged(Vec::new(), &known, &accounts, &[]), known[..1]);
        assert_eq!(
            all_damaged(known[..1].to_vec(), &known, &accounts, &[]),
            known[..1]
        );
    }
}
