//! The address book: names that somebody gave to addresses of others. They stay in this browser.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use taolight_locales::say;
use taolight_primitives::AccountId;

use crate::memory;
use crate::store::Store;

/// Somebody else's address and its name here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contact {
    /// The address.
    pub(crate) address: AccountId,
    /// What it is called here.
    pub(crate) name: String,
}

/// The longest name.
pub(crate) const LONGEST_NAME: usize = 40;

impl Store {
    /// What somebody called an address, tracked.
    pub(crate) fn contact_name(self, address: AccountId) -> Option<String> {
        let contacts = self.contacts.read();
        let found = contacts.iter().find(|contact| contact.address == address);
        found.map(|contact| contact.name.clone())
    }

    /// Gives an address a name, instead of the one that it had.
    pub(crate) fn save_contact(self, address: AccountId, name: &str) {
        let name: String = name.trim().chars().take(LONGEST_NAME).collect();
        self.contacts
            .update(|contacts| put(contacts, Contact { address, name }));
        memory::set_contacts(&self.contacts.read_untracked());
    }

    /// Forgets an address.
    pub(crate) fn remove_contact(self, address: AccountId) {
        self.contacts
            .update(|contacts| contacts.retain(|contact| contact.address != address));
        memory::set_contacts(&self.contacts.read_untracked());
    }

    /// What an address is called here, tracked: by the vault, or by the address book.
    pub(crate) fn known_name(self, address: AccountId) -> Option<String> {
        self.label_of(address).or_else(|| self.contact_name(address))
    }

    /// Accounts to choose from: the vault's own, then the address book. Tracked.
    pub(crate) fn known_accounts(self) -> Vec<(AccountId, String)> {
        let own = self.accounts.get().unwrap_or_default();
        let own = own.into_iter().map(|account| (account.address, account.label));
        let contacts = self.contacts.get().into_iter();
        own.chain(contacts.map(|contact| (contact.address, contact.name)))
            .collect()
    }

    /// Hotkeys to choose from: the vault's own, then the validators that were read last. Tracked.
    pub(crate) fn known_hotkeys(self) -> Vec<(AccountId, String)> {
        let own = self
            .hotkeys()
            .into_iter()
            .map(|account| (account.address, account.label));
        let validators = self.validators_by_stake().into_iter().map(|validator| {
            let name = self.hotkey_name(validator.hotkey).map(|name| name.text);
            (
                validator.hotkey,
                name.unwrap_or_else(|| say!(common.validator).to_owned()),
            )
        });
        own.chain(validators).collect()
    }
}

/// Keeps contacts in the order of their names, and each address once.
pub(crate) fn put(contacts: &mut Vec<Contact>, contact: Contact) {
    contacts.retain(|other| other.address != contact.address);
    contacts.push(contact);
    contacts.sort_by_key(|contact| contact.name.to_lowercase());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(address: u8, name: &str) -> Contact {
        Contact {
            address: AccountId([address; 32]),
            name: name.to_owned(),
        }
    }

    #[test]
    fn an_address_has_one_name() {
        let mut contacts = Vec::new();
        for (address, name) in [(1, "Mia"), (2, "anna"), (1, "Bo")] {
            put(&mut contacts, contact(address, name));
        }
        assert_eq!(contacts, [contact(2, "anna"), contact(1, "Bo")]);
    }
}
