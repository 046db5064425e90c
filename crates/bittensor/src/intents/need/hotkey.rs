//! Hotkeys: whose they are, where they are registered, what they take.

use taolight_primitives::{AccountId, Failure, NetUid};

use super::require;
use crate::intents::{Facts, words};

/// What has to be so of a hotkey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HotkeyNeed {
    /// The chain knows it.
    Known,
    /// This coldkey owns it.
    OwnedBy(AccountId),
    /// This coldkey owns it, or nobody.
    FreeFor(AccountId),
    /// The chain does not know it yet.
    Unknown,
    /// It is registered on this subnet.
    RegisteredOn(NetUid),
    /// It is not registered on this subnet yet.
    NotRegisteredOn(NetUid),
    /// Its take is lower than this, which is no more than the chain allows. In parts of 65,535.
    TakeBelow(u16),
    /// The chain allows this take, in parts of 65,535.
    TakeAllowed(u16),
    /// Its take is higher than this. In parts of 65,535.
    TakeAbove(u16),
}

impl HotkeyNeed {
    pub(super) fn check(self, hotkey: &AccountId, facts: &Facts) -> Result<(), Failure> {
        let Some(known) = facts.hotkeys.get(hotkey) else {
            return Ok(());
        };
        let registered = |netuid| known.registered.get(&netuid).copied();
        match self {
            Self::Known => require(
                known.owner.is_some(),
                "hotkey_known",
                || "the chain does not know this hotkey; check its address, or associate it first",
            ),
            Self::OwnedBy(coldkey) => require(
                known.owner == Some(coldkey),
                "hotkey_owned",
                || "this account does not own the hotkey; choose the coldkey that does",
            ),
            Self::FreeFor(coldkey) => require(
                known.owner.is_none_or(|owner| owner == coldkey),
                "hotkey_free",
                || "another coldkey owns this hotkey; use a hotkey of your own",
            ),
            Self::Unknown => require(
                known.owner.is_none(),
                "hotkey_unused",
                || "the new hotkey is in use already; make a fresh one",
            ),
            Self::RegisteredOn(netuid) => {
                require(registered(netuid) != Some(false), "hotkey_registered", || {
                    format!(
                        "this hotkey is not registered on {}; register it first",
                        words::subnet(netuid)
                    )
                })
            }
            Self::NotRegisteredOn(netuid) => {
                require(registered(netuid) != Some(true), "hotkey_not_registered", || {
                    format!("this hotkey is registered on {} already", words::subnet(netuid))
                })
            }
            Self::TakeAllowed(take) => allowed(take, facts),
            Self::TakeBelow(take) => {
                allowed(take, facts)?;
                require(
                    known.take.is_none_or(|now| now < take),
                    "take_higher",
                    || "the new take is not higher than the present one; choose a higher one or lower it instead",
                )
            }
            Self::TakeAbove(take) => require(
                known.take.is_none_or(|now| now > take),
                "take_lower",
                || "the new take is not lower than the present one; choose a lower one or raise it instead",
            ),
        }
    }
}

fn allowed(take: u16, facts: &Facts) -> Result<(), Failure> {
    let most = facts.maximum_take.unwrap_or(u16::MAX);
    require(take <= most, "take_allowed", || {
        format!(
            "the chain allows a take of {} at most; choose less",
            percent(most)
        )
    })
}

/// Parts of 65,535 as hundredths of a percent.
pub(crate) fn percent(parts: u16) -> String {
    let whole = u32::from(u16::MAX);
    let hundredths = (u32::from(parts) * 10_000 + whole / 2) / whole;
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}
