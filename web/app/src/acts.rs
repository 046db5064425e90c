//! What a holder does beside sending and trading: a catalogue of acts, of which the forms are made, and the way from what
//! is typed to an intent.

mod acting;
mod catalogue;
mod field;
mod typed;

use taolight_locales::{Said, say};

pub(crate) use acting::Acting;
pub(crate) use catalogue::CATALOGUE;
pub(crate) use field::{Field, Of};
pub(crate) use typed::{Problems, Typed, YES, intent};

/// One thing to do. Its form has a field for each part of its intent.
#[derive(Debug)]
pub(crate) struct Act {
    /// The intent's name, which stands in the address.
    pub(crate) kind: &'static str,
    /// What it belongs to.
    pub(crate) group: Group,
    /// What it is called.
    pub(crate) title: Said,
    /// What it is for, in a sentence.
    pub(crate) about: Said,
    /// What has to be typed.
    pub(crate) fields: &'static [Field],
}

/// What acts belong to, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// Stake.
    Stake,
    /// Hotkeys.
    Hotkeys,
    /// What everybody can read.
    Identity,
    /// Proxies.
    Proxies,
    /// Accounts of several keys.
    Multisig,
    /// Another coldkey.
    Coldkey,
    /// Crowdloans.
    Crowdloans,
    /// Whatever the wallet has no form for.
    Any,
}

impl Group {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Stake,
        Self::Hotkeys,
        Self::Identity,
        Self::Proxies,
        Self::Multisig,
        Self::Coldkey,
        Self::Crowdloans,
        Self::Any,
    ];

    /// What it is called.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Stake => say!(acts.groups.stake),
            Self::Hotkeys => say!(acts.groups.hotkeys),
            Self::Identity => say!(acts.groups.identity),
            Self::Proxies => say!(acts.groups.proxies),
            Self::Multisig => say!(acts.groups.multisig),
            Self::Coldkey => say!(acts.groups.coldkey),
            Self::Crowdloans => say!(acts.groups.crowdloans),
            Self::Any => say!(acts.groups.any),
        }
    }

    /// Its acts.
    pub(crate) fn acts(self) -> impl Iterator<Item = &'static Act> {
        CATALOGUE.iter().filter(move |act| act.group == self)
    }
}

impl Act {
    /// The act of that name.
    pub(crate) fn of(kind: &str) -> Option<&'static Self> {
        CATALOGUE.iter().find(|act| act.kind == kind)
    }

    /// The first field that holds a subnet.
    pub(crate) fn subnet(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| matches!(field.of, Of::Subnet))
    }

    /// The first field that holds a hotkey.
    pub(crate) fn hotkey(&self) -> Option<&'static Field> {
        self.fields.iter().find(|field| matches!(field.of, Of::Hotkey))
    }
}

/// There is one act of each name.
impl PartialEq for Act {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl Eq for Act {}
