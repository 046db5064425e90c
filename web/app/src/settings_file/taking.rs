//! Collecting what is kept, and adding what a file brings.

use leptos::prelude::*;
use taolight_primitives::Failure;
use taolight_protocol::vault::{ListPolicies, Secret, SetAutoLock, SetPolicy, WatchAddress};

use super::{Saved, Worth};
use crate::contacts::{Contact, put};
use crate::store::Store;
use crate::{memory, page};

impl Store {
    /// Everything that is kept, for a file. Asks for the vault's password where there is a vault and it is locked: its
    /// limits are a part of it.
    pub(crate) async fn everything_kept(self) -> Result<Saved, Failure> {
        let limits = match self.has_no_vault() {
            true => Vec::new(),
            false => self.ask_vault(ListPolicies {}).await?,
        };
        let auto_lock = self.vault.get_untracked().and_then(|status| status.auto_lock);
        let accounts = self.accounts.get_untracked().unwrap_or_default();
        let accounts = accounts.into_iter().map(|account| Contact {
            address: account.address,
            name: account.label,
        });
        Ok(Saved {
            accounts: accounts.collect(),
            contacts: self.contacts.get_untracked(),
            favourites: memory::all_favourites(),
            worth: memory::all_worth(),
            questions: memory::all_queries(),
            limits,
            networks: memory::networks(),
            columns: self.columns.get_untracked(),
            tolerance: Some(self.tolerance.get_untracked()),
            dark: page::chosen_dark(),
            language: memory::locale(),
            auto_lock,
        })
    }

    /// The same as it works now, to compare a file with: a page that nobody made dark or light is one of the two, and one
    /// whose language nobody chose is written in one all the same.
    pub(crate) async fn everything_here(self) -> Result<Saved, Failure> {
        Ok(Saved {
            dark: Some(page::is_dark()),
            language: Some(self.locale.get_untracked()),
            ..self.everything_kept().await?
        })
    }

    /// Adds what a file has beyond what is here. What the vault keeps comes first: if it refuses something, the rest can
    /// be added later, and only what is missing by then is.
    pub(crate) async fn add_saved(self, saved: Saved, password: Option<Secret>) -> Result<(), Failure> {
        let added = saved.beyond(&self.everything_here().await?);
        self.add_to_vault(&added, password).await?;
        self.add_to_browser(added);
        Ok(())
    }

    async fn add_to_vault(self, added: &Saved, password: Option<Secret>) -> Result<(), Failure> {
        for Contact { address, name } in added.accounts.clone() {
            let label = name;
            self.ask_vault(WatchAddress { address, label }).await?;
        }
        self.list_accounts().await?;
        if let Some(password) = password {
            for entry in added.limits.clone() {
                let password = Secret::new(password.expose().to_owned());
                self.ask_vault(SetPolicy { password, entry }).await?;
            }
        }
        if let Some(auto_lock) = added.auto_lock {
            self.ask_vault(SetAutoLock { auto_lock }).await?;
        }
        Ok(())
    }

    fn add_to_browser(self, added: Saved) {
        self.contacts.update(|contacts| {
            for contact in added.contacts {
                put(contacts, contact);
            }
        });
        memory::set_contacts(&self.contacts.read_untracked());
        for (genesis, more) in added.favourites {
            let mut favourites = memory::favourites(genesis);
            favourites.extend(more);
            memory::set_favourites(genesis, &favourites);
        }
        self.recall_favourites();
        for Worth {
            genesis,
            coldkeys,
            samples,
        } in added.worth
        {
            let all = samples.followed_by(memory::worth(genesis, &coldkeys));
            memory::set_worth(genesis, &coldkeys, &all);
        }
        for (genesis, more) in added.questions {
            let entries = crate::miners::merged(memory::queries(genesis), more);
            memory::set_queries(genesis, &entries);
        }
        let networks = memory::networks().into_iter().chain(added.networks);
        memory::set_networks(&networks.collect::<Vec<_>>());
        self.add_columns(added.columns);
        if let Some(tolerance) = added.tolerance {
            self.tolerance.set(tolerance);
            memory::set_tolerance(tolerance);
        }
        if let Some(dark) = added.dark {
            page::set_dark(dark);
        }
        if let Some(language) = added.language {
            self.choose_language(Some(language));
        }
    }
}
