//! Stake and locks of coldkeys, which take two round trips.

use std::collections::BTreeSet;

use futures::future::{try_join, try_join_all};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid};

use crate::{
    View,
    intents::{Availability, Facts, Need, StakeNeed},
    reads::{Holder, Locks, locks, portfolio},
};

/// What was read of stakes.
pub(super) struct Stakes {
    asked: BTreeSet<(AccountId, AccountId, NetUid)>,
    subnets: BTreeSet<(AccountId, NetUid)>,
    holders: Vec<Holder>,
    locks: Vec<(AccountId, Locks)>,
}

/// Reads the stake and the locks of every coldkey whose stake is needed.
pub(super) async fn read(view: &impl View, needs: &[Need]) -> Result<Stakes, Failure> {
    let stakes = || {
        needs.iter().filter_map(|need| match need {
            Need::Stake(coldkey, need) => Some((*coldkey, *need)),
            _ => None,
        })
    };
    let coldkeys_of = |of: fn(StakeNeed) -> bool| -> BTreeSet<_> {
        let found = stakes().filter(|(_, need)| of(*need));
        found.map(|(coldkey, _)| coldkey).collect()
    };
    let (coldkeys, locked) = (coldkeys_of(is_of_stake), coldkeys_of(is_of_locks));
    let asked = stakes().filter_map(|(coldkey, need)| position(coldkey, need));
    let asked = asked.collect();
    let subnets = stakes().filter_map(|(coldkey, need)| Some((coldkey, need.netuid()?)));
    let subnets = subnets.collect();
    let holders = async {
        if coldkeys.is_empty() {
            return Ok(Vec::new());
        }
        let coldkeys: Vec<_> = coldkeys.iter().copied().collect();
        Ok(portfolio(view, &coldkeys).await?.value.holders)
    };
    let locks = try_join_all(locked.iter().map(async |coldkey| {
        let locks = locks(view, coldkey).await?.value;
        Ok::<_, Failure>((*coldkey, locks))
    }));
    let (holders, locks) = try_join(holders, locks).await?;
    Ok(Stakes {
        asked,
        subnets,
        holders,
        locks,
    })
}

fn is_of_stake(need: StakeNeed) -> bool {
    match need {
        StakeNeed::Position { .. }
        | StakeNeed::Available { .. }
        | StakeNeed::NothingLocked { .. }
        | StakeNeed::Worth { .. }
        | StakeNeed::Accepted { .. } => true,
        StakeNeed::Minimum { .. }
        | StakeNeed::LockBacks { .. }
        | StakeNeed::Locked { .. }
        | StakeNeed::RegisteredHotkey
        | StakeNeed::AutoStakeDiffers { .. } => false,
    }
}

fn is_of_locks(need: StakeNeed) -> bool {
    matches!(need, StakeNeed::LockBacks { .. } | StakeNeed::Locked { .. })
}

fn position(coldkey: AccountId, need: StakeNeed) -> Option<(AccountId, AccountId, NetUid)> {
    match need {
        StakeNeed::Position { hotkey, netuid, .. }
        | StakeNeed::Available { hotkey, netuid, .. }
        | StakeNeed::Worth { hotkey, netuid, .. } => Some((coldkey, hotkey, netuid)),
        StakeNeed::Minimum { .. }
        | StakeNeed::NothingLocked { .. }
        | StakeNeed::LockBacks { .. }
        | StakeNeed::Locked { .. }
        | StakeNeed::Accepted { .. }
        | StakeNeed::RegisteredHotkey
        | StakeNeed::AutoStakeDiffers { .. } => None,
    }
}

impl Stakes {
    /// Puts what was read where it is checked. A position or lock that is not found is one of nothing.
    pub(super) fn put(self, mut facts: Facts) -> Facts {
        for asked in self.asked {
            facts.positions.insert(asked, Alpha::ZERO);
        }
        for subnet in self.subnets {
            facts.availability.insert(subnet, Availability::default());
        }
        for holder in self.holders {
            for holding in holder.holdings {
                let availability = facts.availability.entry((holder.coldkey, holding.netuid));
                availability.or_default().available = holding.available;
                for position in holding.positions {
                    let key = (holder.coldkey, position.hotkey, holding.netuid);
                    facts.positions.insert(key, position.alpha);
                }
            }
        }
        for (coldkey, locks) in self.locks {
            for lock in locks.locks {
                let availability = facts.availability.entry((coldkey, lock.netuid));
                availability.or_default().lock = Some(lock.hotkey);
            }
        }
        facts
    }
}
