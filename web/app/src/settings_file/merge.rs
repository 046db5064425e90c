//! What a file adds to what is here. What is here stays as it is; of the single choices there can be but one, so they
//! become those of the file.

use std::collections::{BTreeMap, BTreeSet};

use taolight_primitives::AccountId;

use super::{Saved, Worth};
use crate::contacts::Contact;
use crate::own_networks::{MOST, genesis_of};

impl Saved {
    /// What of this is not here yet.
    pub(crate) fn beyond(self, here: &Self) -> Self {
        let accounts = not_in(self.accounts, &here.accounts);
        let own: BTreeSet<_> = accounts
            .iter()
            .chain(&here.accounts)
            .map(|own| own.address)
            .collect();
        let has_limits = |account, origin: &Option<String>| {
            let mut limits = here.limits.iter();
            limits.any(|limits| limits.account == account && limits.origin == *origin)
        };
        Self {
            contacts: not_in(self.contacts, &here.contacts),
            favourites: map_beyond(self.favourites, &here.favourites, |subnets, here| {
                subnets.retain(|netuid| !here.contains(netuid));
                subnets.is_empty()
            }),
            worth: worth_beyond(self.worth, &here.worth),
            questions: map_beyond(self.questions, &here.questions, |entries, here| {
                entries.retain(|entry| here.iter().all(|other| other.at_ms != entry.at_ms));
                entries.is_empty()
            }),
            limits: self
                .limits
                .into_iter()
                .filter(|limits| own.contains(&limits.account) && !has_limits(limits.account, &limits.origin))
                .collect(),
            networks: networks_beyond(self.networks, &here.networks),
            columns: map_beyond(self.columns, &here.columns, |columns, here| {
                columns.retain(|column, is_shown| here.get(column) != Some(is_shown));
                columns.is_empty()
            }),
            tolerance: changed(self.tolerance, here.tolerance),
            dark: changed(self.dark, here.dark),
            language: changed(self.language, here.language),
            auto_lock: changed(self.auto_lock, here.auto_lock),
            accounts,
        }
    }
}

/// Those whose address is not among the others, each once.
fn not_in(contacts: Vec<Contact>, others: &[Contact]) -> Vec<Contact> {
    let mut known: BTreeSet<AccountId> = others.iter().map(|other| other.address).collect();
    contacts
        .into_iter()
        .filter(|contact| known.insert(contact.address))
        .collect()
}

/// What of each chain is not here. `reduce` takes what is here out, and says whether nothing is left.
fn map_beyond<K: Ord, V: Default>(
    map: BTreeMap<K, V>,
    here: &BTreeMap<K, V>,
    reduce: impl Fn(&mut V, &V) -> bool,
) -> BTreeMap<K, V> {
    let nothing = V::default();
    map.into_iter()
        .filter_map(|(key, mut value)| {
            let is_nothing = reduce(&mut value, here.get(&key).unwrap_or(&nothing));
            (!is_nothing).then_some((key, value))
        })
        .collect()
}

/// Samples from before those that are here.
fn worth_beyond(worth: Vec<Worth>, here: &[Worth]) -> Vec<Worth> {
    let older = worth.into_iter().map(|worth| {
        let is_same = |here: &&Worth| here.genesis == worth.genesis && here.coldkeys == worth.coldkeys;
        let samples = match here.iter().find(is_same) {
            Some(here) => worth.samples.before(&here.samples),
            None => worth.samples,
        };
        Worth { samples, ..worth }
    });
    older.filter(|worth| !worth.samples.is_empty()).collect()
}

/// Those of whose genesis there is none here, each genesis once, as many as there is room for.
fn networks_beyond(files: Vec<String>, here: &[String]) -> Vec<String> {
    let mut known: BTreeSet<_> = here.iter().map(|file| genesis_of(file)).collect();
    let mut beyond = files;
    beyond.retain(|file| known.insert(genesis_of(file)));
    beyond.truncate(MOST.saturating_sub(here.len()));
    beyond
}

fn changed<T: PartialEq>(choice: Option<T>, here: Option<T>) -> Option<T> {
    choice.filter(|choice| here.as_ref() != Some(choice))
}
