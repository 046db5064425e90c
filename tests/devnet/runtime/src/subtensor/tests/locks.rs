//! Locks, and how they melt and convince.

use super::chain::*;
use crate::{
    AccountId, Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

type E = Error<Runtime>;

fn lock(hotkey: AccountId, netuid: NetUid, amount: u64) -> DispatchResult {
    signed(
        CAROL,
        Call::lock_stake {
            hotkey,
            netuid,
            amount,
        },
    )
}

fn now_locked() -> LockState {
    SubtensorModule::lock_of(&CAROL, FIRST).unwrap().1
}

#[test]
fn a_lock_needs_stake_and_keeps_its_hotkey() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        assert_noop!(lock(BOB_HOT, 99, TAO), E::SubnetNotExists);
        assert_noop!(lock(DAVE, FIRST, TAO), E::HotKeyAccountNotExists);
        assert_noop!(lock(BOB_HOT, FIRST, 0), E::AmountTooLow);
        assert_noop!(lock(BOB_HOT, FIRST, all + 1), E::InsufficientStakeForLock);
        assert_ok!(lock(BOB_HOT, FIRST, TAO));
        assert!(happened(Event::StakeLocked {
            coldkey: CAROL,
            hotkey: BOB_HOT,
            netuid: FIRST,
            amount: TAO
        }));
        assert_noop!(lock(ALICE_HOT, FIRST, TAO), E::LockHotkeyMismatch);
        assert_ok!(lock(BOB_HOT, FIRST, all - TAO));
        assert_eq!(SubtensorModule::available(&CAROL, FIRST), 0);
    });
}

#[test]
fn a_lock_melts_as_recorded() {
    on_chain(|| {
        stake(CAROL, ALICE_HOT, FIRST, 30 * TAO);
        jump_to(232);
        assert_ok!(lock(ALICE_HOT, FIRST, 20_000_000_000));
        // Recorded 148 blocks later, for the hotkey of the subnet's owner: conviction is the mass.
        jump_to(380);
        let lock = now_locked();
        assert_eq!(lock.locked_mass, 19_996_834_021);
        assert_eq!(lock.conviction.bits, 368_876_479_469_835_293_427_484_327_936);
        assert_eq!(SubtensorModule::conviction_of(&ALICE_HOT, FIRST), lock.conviction);
        assert_eq!(SubtensorModule::most_convicted_hotkey(FIRST), Some(ALICE_HOT));
    });
}

#[test]
fn a_lock_halves_in_90_days_unless_it_is_perpetual() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        assert_ok!(lock(BOB_HOT, FIRST, 8 * TAO));
        jump_to(1 + 648_000);
        assert!(now_locked().locked_mass.abs_diff(4 * TAO) < TAO / 1_000);
        let perpetual = |enabled| {
            signed(
                CAROL,
                Call::set_perpetual_lock {
                    netuid: FIRST,
                    enabled,
                },
            )
        };
        assert_ok!(perpetual(true));
        let kept = now_locked().locked_mass;
        jump_to(1 + 2 * 648_000);
        assert_eq!(now_locked().locked_mass, kept);
        assert_ok!(perpetual(false));
        assert!(happened(Event::PerpetualLockUpdated {
            coldkey: CAROL,
            netuid: FIRST,
            enabled: false
        }));
        assert_eq!(now_locked().locked_mass, kept);
        jump_to(u32::MAX);
        assert_eq!(now_locked().locked_mass, 0);
        assert_noop!(
            signed(
                CAROL,
                Call::set_perpetual_lock {
                    netuid: 99,
                    enabled: true
                }
            ),
            E::SubnetNotExists
        );
    });
}

#[test]
fn a_moved_lock_convinces_anew() {
    on_chain(|| {
        let move_lock = |destination_hotkey| {
            signed(
                CAROL,
                Call::move_lock {
                    destination_hotkey,
                    netuid: FIRST,
                },
            )
        };
        assert_noop!(move_lock(DAVE), E::HotKeyAccountNotExists);
        assert_noop!(move_lock(BOB_HOT), E::NoExistingLock);
        stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        SubtensorModule::create_hotkey(&DAVE, &account(0));
        assert_ok!(lock(BOB_HOT, FIRST, TAO));
        jump_to(100_000);
        let before = now_locked();
        assert!(before.conviction.bits > 0);
        assert_ok!(move_lock(account(0)));
        let (hotkey, after) = SubtensorModule::lock_of(&CAROL, FIRST).unwrap();
        assert_eq!(
            (hotkey, after.locked_mass, after.conviction.bits),
            (account(0), before.locked_mass, 0)
        );
        assert!(happened(Event::LockMoved {
            coldkey: CAROL,
            origin_hotkey: BOB_HOT,
            destination_hotkey: account(0),
            netuid: FIRST,
        }));
    });
}
