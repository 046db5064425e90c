//! Hotkeys that lend stake to others, and one that is about to.

use super::{path, signed};
use crate::{
    AccountId, SubtensorModule,
    subtensor::{Call, types::NetUid},
};
use sp_runtime::DispatchResult;

/// Where the first validator has lent a half of its stake to the fifth one.
pub const LENT: NetUid = 1;
/// Where the owner's hotkey will lend a quarter of its stake to the second validator.
pub const PENDING: NetUid = 3;

fn validator(number: u16) -> AccountId {
    path::account(&path::hotkey(&path::validator(number)))
}

pub fn plant() -> DispatchResult {
    SubtensorModule::put_children(&validator(1), LENT, vec![(u64::MAX / 2, validator(5))]);
    let owner = path::owner(PENDING);
    let lend = Call::set_children {
        hotkey: path::account(&path::hotkey(&owner)),
        netuid: PENDING,
        children: vec![(u64::MAX / 4, validator(2))],
    };
    signed(&path::account(&owner), lend)
}
