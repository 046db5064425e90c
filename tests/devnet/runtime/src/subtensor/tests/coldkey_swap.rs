//! Moving everything to a new coldkey.

use super::{chain::*, conservation::assert_explained};
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{
    DispatchError,
    traits::{BlakeTwo256, Hash},
};

const DELAY: u32 = 36_000;
const AGAIN: u32 = 7_200;

fn announce(new: &AccountId) -> Call<Runtime> {
    Call::announce_coldkey_swap {
        new_coldkey_hash: BlakeTwo256::hash(new.as_ref()),
    }
}

fn swap(new_coldkey: AccountId) -> Call<Runtime> {
    Call::swap_coldkey_announced { new_coldkey }
}

fn clear() -> Call<Runtime> {
    Call::clear_coldkey_swap_announcement {}
}

#[test]
fn an_announced_swap_moves_everything_after_its_delay() {
    on_chain(|| {
        let new = account(1);
        let alpha = stake(ALICE, BOB_HOT, FIRST, 100 * TAO);
        stake(ALICE, ALICE_HOT, ROOT, 50 * TAO);
        assert_ok!(signed(
            ALICE,
            Call::lock_stake {
                hotkey: BOB_HOT,
                netuid: FIRST,
                amount: alpha / 2
            }
        ));
        let locked = SubtensorModule::locked(&ALICE, FIRST);
        let before = free(&ALICE);
        assert_ok!(signed(ALICE, announce(&new)));
        assert_eq!(free(&ALICE), before - TAO / 10);
        jump_to(DELAY);
        assert_noop!(
            signed(ALICE, swap(new.clone())),
            Error::<Runtime>::ColdkeySwapTooEarly
        );
        jump_to(DELAY + 1);
        let wrong = Error::<Runtime>::AnnouncedColdkeyHashDoesNotMatch;
        assert_noop!(signed(ALICE, swap(account(2))), wrong);
        let melted = SubtensorModule::locked(&ALICE, FIRST);
        assert!(melted <= locked);
        assert_ok!(signed(ALICE, swap(new.clone())));
        assert!(happened(Event::ColdkeySwapped {
            old_coldkey: ALICE,
            new_coldkey: new.clone()
        }));
        assert_eq!(SubtensorModule::stake_of(&BOB_HOT, &new, FIRST), alpha);
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &new, ROOT), 50 * TAO);
        assert_eq!(SubtensorModule::locked(&new, FIRST), melted);
        assert_eq!(SubtensorModule::coldkey_stake(&ALICE, FIRST), 0);
        assert_eq!(SubtensorModule::locked(&ALICE, FIRST), 0);
        assert_eq!((free(&ALICE), free(&new)), (0, before - TAO / 10));
        assert_eq!(SubnetOwner::<Runtime>::get(FIRST), new);
        assert!(SubtensorModule::owns(&new, &ALICE_HOT));
        assert!(!ColdkeySwapAnnouncements::<Runtime>::contains_key(ALICE));
        assert_explained();
    });
}

#[test]
fn the_new_coldkey_has_to_be_fresh() {
    on_chain(|| {
        assert_noop!(
            signed(ALICE, swap(BOB)),
            Error::<Runtime>::ColdkeySwapAnnouncementNotFound
        );
        assert_ok!(signed(ALICE, announce(&BOB)));
        assert_ok!(signed(CAROL, announce(&BOB_HOT)));
        jump_to(DELAY + 1);
        assert_noop!(
            signed(ALICE, swap(BOB)),
            Error::<Runtime>::ColdKeyAlreadyAssociated
        );
        assert_noop!(signed(CAROL, swap(BOB_HOT)), Error::<Runtime>::NewColdKeyIsHotkey);
    });
}

#[test]
fn an_announcement_can_be_replaced_or_cleared_after_a_while() {
    on_chain(|| {
        assert_noop!(
            signed(ALICE, clear()),
            Error::<Runtime>::ColdkeySwapAnnouncementNotFound
        );
        assert_ok!(signed(ALICE, announce(&account(1))));
        let paid = free(&ALICE);
        jump_to(DELAY + AGAIN);
        let early = Error::<Runtime>::ColdkeySwapReannouncedTooEarly;
        assert_noop!(signed(ALICE, announce(&account(2))), early);
        assert_noop!(signed(ALICE, clear()), Error::<Runtime>::ColdkeySwapClearTooEarly);
        jump_to(DELAY + AGAIN + 1);
        assert_ok!(signed(ALICE, announce(&account(2))));
        assert_eq!(free(&ALICE), paid, "once is enough");
        jump_to(2 * (DELAY + AGAIN) + 1);
        assert_ok!(signed(ALICE, clear()));
        assert!(happened(Event::ColdkeySwapCleared { who: ALICE }));
        leave(&ALICE, TAO / 10);
        let poor = Error::<Runtime>::NotEnoughBalanceToPaySwapColdKey;
        assert_noop!(signed(ALICE, announce(&account(1))), poor);
    });
}

#[test]
fn a_dispute_lasts_until_root_ends_it() {
    let dispute = || Call::dispute_coldkey_swap {};
    on_chain(|| {
        let none = Error::<Runtime>::ColdkeySwapAnnouncementNotFound;
        assert_noop!(signed(ALICE, dispute()), none);
        assert_ok!(signed(ALICE, announce(&account(1))));
        assert_ok!(signed(ALICE, dispute()));
        assert!(happened(Event::ColdkeySwapDisputed { coldkey: ALICE }));
        assert_noop!(
            signed(ALICE, dispute()),
            Error::<Runtime>::ColdkeySwapAlreadyDisputed
        );
        let reset = Call::reset_coldkey_swap { coldkey: ALICE };
        assert_noop!(signed(ALICE, reset.clone()), DispatchError::BadOrigin);
        assert_ok!(as_root(reset));
        assert!(!ColdkeySwapAnnouncements::<Runtime>::contains_key(ALICE));
        assert!(!ColdkeySwapDisputes::<Runtime>::contains_key(ALICE));
    });
}
