//! What can be done only now and then.

use taolight_primitives::{AccountId, Failure, NetUid};

use super::require;
use crate::intents::Facts;

/// Something that the chain takes only after some time since the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RateLimit {
    /// Raising a delegate's take.
    TakeIncrease(AccountId),
    /// Raising a childkey's take on a subnet to this, in parts of 65,535.
    ChildkeyTake {
        /// The hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
        /// The new take.
        take: u16,
    },
    /// Setting a hotkey's children on a subnet.
    Children(AccountId, NetUid),
    /// Replacing a hotkey of this coldkey on one subnet, or everywhere.
    HotkeySwap(AccountId, Option<NetUid>),
    /// Publishing where a hotkey can be reached on a subnet.
    Serving(AccountId, NetUid),
    /// Registering subnets, whoever does.
    SubnetRegistration,
}

impl RateLimit {
    pub(super) fn check(self, facts: &Facts) -> Result<(), Failure> {
        let from = facts.rate_limits.get(&self).copied().unwrap_or(0);
        require(facts.block >= from, "rate_limit", || {
            format!(
                "it is too soon after the last time: this can be done from block {from} on, and it is block {} now",
                facts.block
            )
        })
        .map_err(Failure::retryable)
    }
}
