//! Whose an address is, told while it is typed, so that a wrong one is seen before anything is reviewed. The vault checks
//! again what is signed, by the same rule.

use leptos::prelude::*;
use taolight_bittensor::intents::Intent;
use taolight_locales::say;
use taolight_primitives::{AccountId, Appearance};
use taolight_protocol::engine::JournalEntry;

use crate::format;
use crate::store::Store;

/// What is known here of an address, what matters most first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whose {
    /// One of the vault's, by its label.
    Own(String),
    /// One of the address book, by its name.
    Contact(String),
    /// Another one than this known one, which it may be made to be taken for.
    LooksLike(AccountId, Option<String>),
    /// A hotkey, by the name that it gave itself.
    Hotkey(String),
    /// Something was sent to it from here.
    SentTo,
    /// Nothing.
    Unknown,
}

impl Whose {
    /// What it is called in tests.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Own(_) => "own",
            Self::Contact(_) => "contact",
            Self::LooksLike(..) => "looks-like",
            Self::Hotkey(_) => "hotkey",
            Self::SentTo => "sent-to",
            Self::Unknown => "unknown",
        }
    }

    /// The same for a person. What nothing is known of is worth a word only where something is sent.
    pub(crate) fn sentence(&self, is_receiver: bool) -> Option<String> {
        match self {
            Self::Own(name) => Some(say!(send.whose_account, name = name)),
            Self::Contact(name) => Some(say!(send.whose_contact, name = name)),
            Self::LooksLike(known, name) => {
                let name = name.clone().unwrap_or_else(|| format::short_address(*known));
                Some(say!(send.whose_looks_like, name = name))
            }
            Self::Hotkey(name) => Some(say!(send.whose_hotkey, name = name)),
            Self::SentTo => is_receiver.then(|| say!(send.whose_sent_to).to_owned()),
            Self::Unknown => is_receiver.then(|| say!(send.whose_unknown).to_owned()),
        }
    }
}

impl Store {
    /// Whose an address is, as far as that is known here. Tracked.
    pub(crate) fn whose(self, address: AccountId) -> Whose {
        if let Some(name) = self.label_of(address) {
            return Whose::Own(name);
        }
        if let Some(name) = self.contact_name(address) {
            return Whose::Contact(name);
        }
        let journal = self.journal.read();
        let receivers: Vec<_> = journal.iter().flatten().filter_map(receiver).collect();
        let known = self.known_accounts().into_iter().map(|(known, _)| known);
        if let Some(known) = looks_like(address, known.chain(receivers.iter().copied())) {
            return Whose::LooksLike(known, self.known_name(known));
        }
        if let Some(name) = self.hotkey_name(address) {
            return Whose::Hotkey(name.text);
        }
        match receivers.contains(&address) {
            true => Whose::SentTo,
            false => Whose::Unknown,
        }
    }
}

/// To whom a transaction sent TAO.
fn receiver(entry: &JournalEntry) -> Option<AccountId> {
    match &entry.intent {
        Intent::Transfer(transfer) => Some(transfer.destination),
        Intent::TransferAll(transfer) => Some(transfer.destination),
        _ => None,
    }
}

/// The first of the known ones that an address could be taken for.
fn looks_like(address: AccountId, mut known: impl Iterator<Item = AccountId>) -> Option<AccountId> {
    let appearance = Appearance::of(&address);
    known.find(|known| *known != address && Appearance::of(known).is_like(&appearance))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(text: &str) -> AccountId {
        AccountId::from_ss58(text).unwrap()
    }

    #[test]
    fn only_another_address_looks_like_a_known_one() {
        let real = account("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY");
        let other = account("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty");
        assert_eq!(looks_like(real, [real, other].into_iter()), None);
        assert_eq!(looks_like(other, [real].into_iter()), None);
    }

    #[test]
    fn nothing_known_is_said_of_receivers_only() {
        assert_eq!(Whose::Unknown.sentence(false), None);
        assert!(Whose::Unknown.sentence(true).is_some());
        assert!(
            Whose::Own("Main".to_owned())
                .sentence(false)
                .is_some_and(|text| text.contains("Main"))
        );
    }
}
