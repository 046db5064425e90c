//! New hotkeys for old ones.

use super::{chain::*, conservation::assert_explained};
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};

fn swap(new_hotkey: AccountId, netuid: Option<NetUid>) -> Call<Runtime> {
    Call::swap_hotkey {
        hotkey: ALICE_HOT,
        new_hotkey,
        netuid,
    }
}

#[test]
fn everything_goes_to_the_new_hotkey() {
    on_chain(|| {
        let new = account(1);
        let alpha = stake(CAROL, ALICE_HOT, FIRST, 100 * TAO);
        stake(CAROL, ALICE_HOT, ROOT, 30 * TAO);
        SubtensorModule::accrue_root(&ALICE_HOT, FIRST, TAO);
        let owed = SubtensorModule::root_owed(&ALICE_HOT, &CAROL, FIRST);
        assert_ok!(signed(
            CAROL,
            Call::lock_stake {
                hotkey: ALICE_HOT,
                netuid: FIRST,
                amount: alpha
            }
        ));
        assert_ok!(signed(
            ALICE,
            Call::decrease_take {
                hotkey: ALICE_HOT,
                take: 7
            }
        ));
        let before = free(&ALICE);
        assert_ok!(signed(ALICE, swap(new.clone(), None)));
        let (coldkey, old_hotkey) = (ALICE, ALICE_HOT);
        assert!(happened(Event::HotkeySwapped {
            coldkey,
            old_hotkey,
            new_hotkey: new.clone()
        }));
        assert_eq!(free(&ALICE), before - TAO / 10);
        assert_eq!(SubtensorModule::stake_of(&new, &CAROL, FIRST), alpha);
        assert_eq!(SubtensorModule::stake_of(&new, &CAROL, ROOT), 30 * TAO);
        assert_eq!(SubtensorModule::root_owed(&new, &CAROL, FIRST), owed);
        assert_eq!(SubtensorModule::coldkey_stake(&CAROL, FIRST), alpha);
        assert_eq!(SubtensorModule::locked(&CAROL, FIRST), alpha);
        assert!(SubtensorModule::lock_of(&CAROL, FIRST).is_some_and(|(hotkey, _)| hotkey == new));
        assert_eq!(Delegates::<Runtime>::get(&new), 7);
        assert_eq!(Uids::<Runtime>::get(FIRST, &new), Some(0));
        assert_eq!(SubnetOwnerHotkey::<Runtime>::get(FIRST), new);
        assert!(SubtensorModule::owns(&ALICE, &new) && !SubtensorModule::hotkey_exists(&ALICE_HOT));
        assert_explained();
    });
}

#[test]
fn one_subnet_alone_is_cheaper_and_waits() {
    on_chain(|| {
        let alpha = stake(CAROL, ALICE_HOT, FIRST, 10 * TAO);
        let other = stake(CAROL, ALICE_HOT, SECOND, 10 * TAO);
        let before = free(&ALICE);
        assert_ok!(signed(ALICE, swap(account(1), Some(FIRST))));
        assert_eq!(free(&ALICE), before - TAO / 1_000);
        assert_eq!(SubtensorModule::stake_of(&account(1), &CAROL, FIRST), alpha);
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &CAROL, SECOND), other);
        assert!(SubtensorModule::hotkey_exists(&ALICE_HOT));
        let too_fast = Error::<Runtime>::HotKeySetTxRateLimitExceeded;
        assert_noop!(signed(ALICE, swap(account(2), Some(SECOND))), too_fast);
        jump_to(1_001);
        assert_ok!(signed(ALICE, swap(account(2), Some(SECOND))));
        jump_to(2_001);
        let back = Call::swap_hotkey {
            hotkey: account(1),
            new_hotkey: account(3),
            netuid: Some(FIRST),
        };
        let waits = Error::<Runtime>::HotKeySwapOnSubnetIntervalNotPassed;
        assert_noop!(signed(ALICE, back.clone()), waits);
        jump_to(7_201);
        assert_ok!(signed(ALICE, back));
        assert_explained();
    });
}

#[test]
fn the_stake_may_stay() {
    on_chain(|| {
        let alpha = stake(CAROL, ALICE_HOT, FIRST, 10 * TAO);
        let call = Call::swap_hotkey_v2 {
            hotkey: ALICE_HOT,
            new_hotkey: account(1),
            netuid: None,
            keep_stake: true,
        };
        assert_ok!(signed(ALICE, call));
        assert_eq!(Uids::<Runtime>::get(FIRST, account(1)), Some(0));
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &CAROL, FIRST), alpha);
        assert!(SubtensorModule::owns(&ALICE, &ALICE_HOT));
    });
}

#[test]
fn a_swap_has_conditions() {
    on_chain(|| {
        let fails = |who, call, error: Error<Runtime>| {
            assert_noop!(signed(who, call), error);
        };
        fails(BOB, swap(account(1), None), Error::NonAssociatedColdKey);
        fails(ALICE, swap(ALICE_HOT, None), Error::NewHotKeyIsSameWithOld);
        fails(ALICE, swap(BOB_HOT, None), Error::NonAssociatedColdKey);
        fails(ALICE, swap(account(1), Some(99)), Error::SubnetNotExists);
        register(FIRST, ALICE, account(1));
        fails(
            ALICE,
            swap(account(1), None),
            Error::HotKeyAlreadyRegisteredInSubNet,
        );
        fails(
            ALICE,
            swap(account(1), Some(FIRST)),
            Error::HotKeyAlreadyRegisteredInSubNet,
        );
        SubtensorModule::create_hotkey(&ALICE, &account(2));
        stake(CAROL, account(2), ROOT, TAO);
        SubtensorModule::accrue_root(&account(2), FIRST, TAO);
        fails(ALICE, swap(account(2), None), Error::NewHotKeyNotCleanForRootSwap);
        leave(&ALICE, TAO / 10);
        fails(
            ALICE,
            swap(account(3), None),
            Error::NotEnoughBalanceToPaySwapHotKey,
        );
    });
}
