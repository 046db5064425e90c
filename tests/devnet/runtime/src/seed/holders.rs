//! The holders: one with many positions, a crowd of such, one with locks, and two
//! on the way to a new coldkey.

use super::{path, signed, stake, validators};
use crate::{
    Balance, SubtensorModule, TAO,
    subtensor::{Call, types::NetUid},
};
use sp_runtime::{
    DispatchResult,
    traits::{BlakeTwo256, Hash},
};

const FUNDS: Balance = 1_000 * TAO;

/// How many positions the holder has on each subnet from 1 on: 20 on 6 subnets.
pub const POSITIONS: [u16; 6] = [4, 4, 3, 3, 3, 3];

/// The subnets on which the holder's mining rewards, if it had any, would be staked to the first validator.
pub const AUTO_STAKED: [NetUid; 2] = [1, 4];

/// How many the crowd is, and where each of them has as many positions as there are validators here.
pub const CROWD: u16 = 10;
pub const CROWDED_SUBNETS: u16 = 10;
pub const EACH_WITH: u16 = 2;

/// The subnets on which the locker locks half of what it has there.
pub const LOCKED: [NetUid; 3] = [1, 2, 3];
/// The one whose lock never melts.
pub const PERPETUAL: NetUid = 2;

pub fn plant() -> DispatchResult {
    plant_holder()?;
    plant_crowd()?;
    plant_locker()?;
    plant_swapper(path::SWAPPER)?;
    plant_swapper(path::DISPUTED)?;
    signed(&path::account(path::DISPUTED), Call::dispute_coldkey_swap {})
}

fn plant_holder() -> DispatchResult {
    let coldkey = path::account(path::HOLDER);
    SubtensorModule::emit_tao(&coldkey, FUNDS)?;
    for (netuid, count) in (1..).zip(POSITIONS) {
        for number in 1..=count {
            let hotkey = path::account(&path::hotkey(&path::validator(number)));
            stake(
                &coldkey,
                &hotkey,
                netuid,
                TAO * Balance::from(netuid * 10 + number),
            )?;
        }
    }
    for netuid in AUTO_STAKED {
        let hotkey = path::account(&path::hotkey(&path::validator(1)));
        signed(&coldkey, Call::set_coldkey_auto_stake_hotkey { netuid, hotkey })?;
    }
    Ok(())
}

/// Each with other ones of the four validators that are everywhere.
fn plant_crowd() -> DispatchResult {
    for member in 1..=CROWD {
        let coldkey = path::account(&path::crowd(member));
        SubtensorModule::emit_tao(&coldkey, FUNDS)?;
        for netuid in 1..=CROWDED_SUBNETS {
            for place in 0..EACH_WITH {
                let number = (member + place) % validators::ELSEWHERE + 1;
                let hotkey = path::account(&path::hotkey(&path::validator(number)));
                stake(&coldkey, &hotkey, netuid, TAO * Balance::from(member + place))?;
            }
        }
    }
    Ok(())
}

fn plant_locker() -> DispatchResult {
    let coldkey = path::account(path::LOCKER);
    SubtensorModule::emit_tao(&coldkey, FUNDS)?;
    let hotkey = path::account(&path::hotkey(&path::validator(1)));
    for netuid in LOCKED {
        stake(&coldkey, &hotkey, netuid, 50 * TAO)?;
        let lock = Call::lock_stake {
            hotkey: hotkey.clone(),
            netuid,
            amount: SubtensorModule::stake_of(&hotkey, &coldkey, netuid) / 2,
        };
        signed(&coldkey, lock)?;
    }
    let keep = Call::set_perpetual_lock {
        netuid: PERPETUAL,
        enabled: true,
    };
    signed(&coldkey, keep)?;
    signed(&coldkey, Call::set_reject_locked_alpha { enabled: false })
}

fn plant_swapper(path: &str) -> DispatchResult {
    let coldkey = path::account(path);
    SubtensorModule::emit_tao(&coldkey, FUNDS)?;
    let hotkey = path::account(&path::hotkey(&path::validator(validators::COUNT)));
    stake(&coldkey, &hotkey, 1, 5 * TAO)?;
    let announce = Call::announce_coldkey_swap {
        new_coldkey_hash: BlakeTwo256::hash_of(&path::account(path::SWAPPER_NEW)),
    };
    signed(&coldkey, announce)
}
