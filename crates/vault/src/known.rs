//! The accounts that a vault knows: its own, the hotkeys of its coldkeys, and those that it sent funds to before.

use std::collections::{BTreeMap, BTreeSet};

use taolight_primitives::{AccountId, Appearance, Ends};
use taolight_protocol::vault::{Account, Role};

use crate::destinations::Destinations;

/// What receivers are compared with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    /// The vault's accounts.
    pub(crate) accounts: &'a [Account],
    /// Where funds were sent before.
    pub(crate) destinations: &'a Destinations,
}

impl Known<'_> {
    /// Puts everything where it is found quickly. A batch can have many receivers.
    pub(crate) fn index(&self) -> Index {
        let mut index = Index::default();
        let own = self.accounts.iter().map(|account| account.address);
        for account in own.chain(self.hotkeys()).chain(self.destinations.iter()) {
            index.add(account);
        }
        index.hotkeys = self.hotkeys().collect();
        index
    }

    fn hotkeys(&self) -> impl Iterator<Item = AccountId> {
        self.accounts.iter().flat_map(|account| match &account.role {
            Role::Coldkey { hotkeys } => hotkeys.clone(),
            Role::Hotkey => vec![account.address],
            Role::WatchOnly => Vec::new(),
        })
    }
}

/// Known accounts, to be looked up.
#[derive(Debug, Default)]
pub(crate) struct Index {
    accounts: BTreeSet<AccountId>,
    hotkeys: BTreeSet<AccountId>,
    /// Those that may look alike, in the order in which they became known.
    by_ends: BTreeMap<Ends, Vec<(AccountId, Appearance)>>,
}

impl Index {
    fn add(&mut self, account: AccountId) {
        if self.accounts.insert(account) {
            let appearance = Appearance::of(&account);
            let alike = self.by_ends.entry(appearance.ends()).or_default();
            alike.push((account, appearance));
        }
    }

    /// Whether an account is known.
    pub(crate) fn contains(&self, account: &AccountId) -> bool {
        self.accounts.contains(account)
    }

    /// Whether an account is known to be a hotkey.
    pub(crate) fn is_hotkey(&self, account: &AccountId) -> bool {
        self.hotkeys.contains(account)
    }

    /// The account that was known first of those that an address looks like. The one that was known before is the real
    /// one, so it is not said to look like a forgery that somebody fell for later.
    pub(crate) fn looks_like(&self, account: &AccountId) -> Option<AccountId> {
        let appearance = Appearance::of(account);
        let alike = self.by_ends.get(&appearance.ends())?;
        let mut earlier = alike.iter().take_while(|(known, _)| known != account);
        let found = earlier.find(|(_, known)| known.is_like(&appearance));
        found.map(|(known, _)| *known)
    }
}
