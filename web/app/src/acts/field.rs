//! A field of an act's form: which part of the intent it fills, and what may be typed in it.

use taolight_locales::Said;

/// One field.
#[derive(Debug)]
pub(crate) struct Field {
    /// The intent's field; a part of a field behind a point.
    pub(crate) name: &'static str,
    /// What it is called.
    pub(crate) label: Said,
    /// What to know, where the label does not say it all.
    pub(crate) hint: Option<Said>,
    /// What it holds.
    pub(crate) of: Of,
    /// Whether it may stay empty.
    pub(crate) optional: bool,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Of {
    /// TAO.
    Tao,
    /// Alpha of the subnet that this other field holds.
    Alpha(&'static str),
    /// A coldkey or any other account.
    Account,
    /// A hotkey.
    Hotkey,
    /// Several accounts, one in each line.
    Accounts,
    /// Hotkeys with their parts in percent, one in each line.
    Children,
    /// A subnet.
    Subnet,
    /// Subnets, by their numbers.
    Subnets,
    /// Yes or no.
    Switch,
    /// A whole number up to this one.
    Whole(u64),
    /// A part of 65,535, typed in percent.
    Take,
    /// A line of text.
    Line,
    /// Several lines of text.
    Text,
    /// The chain's name of a kind of proxy.
    ProxyKind,
    /// blake2b-256 of a call.
    Hash,
    /// An IP address.
    Ip,
    /// A JSON object.
    Json,
    /// One of these: its value, and what it is called.
    Choice(&'static [(&'static str, Said)]),
}

impl Field {
    /// A field that must be filled in.
    pub(super) const fn new(name: &'static str, label: Said, of: Of) -> Self {
        Self {
            name,
            label,
            hint: None,
            of,
            optional: false,
        }
    }

    /// The same, which may stay empty.
    pub(super) const fn optional(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }

    /// The same, with something to know.
    pub(super) const fn hint(self, hint: Said) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }
}
