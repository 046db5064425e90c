//! Hotkeys that lend their stake.

use super::chain::*;
use crate::{
    Runtime,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};

const HALF: u64 = 1 << 63;

fn set(children: Children) -> Call<Runtime> {
    Call::set_children {
        hotkey: ALICE_HOT,
        netuid: FIRST,
        children,
    }
}

#[test]
fn children_wait_and_then_take_effect_with_an_epoch() {
    on_chain(|| {
        PendingChildKeyCooldown::<Runtime>::put(15);
        let children = vec![(HALF, BOB_HOT)];
        assert_ok!(signed(ALICE, set(children.clone())));
        assert!(happened(Event::SetChildrenScheduled(
            ALICE_HOT,
            FIRST,
            16,
            children.clone()
        )));
        run_to(15);
        assert_eq!(ChildKeys::<Runtime>::get(ALICE_HOT, FIRST), vec![]);
        run_to(40);
        assert!(happened(Event::SetChildren(ALICE_HOT, FIRST, children.clone())));
        assert_eq!(ChildKeys::<Runtime>::get(ALICE_HOT, FIRST), children);
        assert_eq!(
            ParentKeys::<Runtime>::get(BOB_HOT, FIRST),
            vec![(HALF, ALICE_HOT)]
        );
        assert!(!PendingChildKeys::<Runtime>::contains_key(FIRST, ALICE_HOT));
        jump_to(200);
        assert_ok!(signed(ALICE, set(vec![])));
        run_to(240);
        assert_eq!(ParentKeys::<Runtime>::get(BOB_HOT, FIRST), vec![]);
    });
}

#[test]
fn children_have_to_be_few_different_and_no_family() {
    on_chain(|| {
        let fails = |children, error: Error<Runtime>| {
            assert_noop!(signed(ALICE, set(children)), error);
        };
        fails(
            (0..6).map(|index| (1, account(index))).collect(),
            Error::TooManyChildren,
        );
        fails(vec![(1, ALICE_HOT)], Error::InvalidChild);
        fails(vec![(1, BOB_HOT), (2, BOB_HOT)], Error::DuplicateChild);
        fails(
            vec![(HALF, BOB_HOT), (HALF, account(1))],
            Error::ProportionOverflow,
        );
        ParentKeys::<Runtime>::insert(ALICE_HOT, FIRST, vec![(1, BOB_HOT)]);
        fails(vec![(1, BOB_HOT)], Error::ChildParentInconsistency);
    });
}

#[test]
fn children_need_an_owner_a_subnet_and_stake() {
    let of_bob = |netuid, children| Call::set_children {
        hotkey: BOB_HOT,
        netuid,
        children,
    };
    let child = || vec![(1, ALICE_HOT)];
    on_chain(|| {
        assert_noop!(
            signed(ALICE, of_bob(FIRST, child())),
            Error::<Runtime>::NonAssociatedColdKey
        );
        assert_noop!(
            signed(BOB, of_bob(99, child())),
            Error::<Runtime>::SubnetNotExists
        );
        let root = Error::<Runtime>::RegistrationNotPermittedOnRootSubnet;
        assert_noop!(signed(BOB, of_bob(ROOT, child())), root);
        StakeThreshold::<Runtime>::put(1_000_000_000);
        assert_noop!(
            signed(BOB, of_bob(FIRST, child())),
            Error::<Runtime>::NotEnoughStakeToSetChildkeys
        );
        stake(BOB, BOB_HOT, FIRST, 100_000_000_000);
        assert_ok!(signed(BOB, of_bob(FIRST, child())));
        assert_noop!(
            signed(BOB, of_bob(FIRST, child())),
            Error::<Runtime>::TxRateLimitExceeded
        );
        assert_ok!(signed(BOB, of_bob(SECOND, vec![])));
    });
}

#[test]
fn a_parent_may_stop_lending_by_itself() {
    let set = Call::set_auto_parent_delegation_enabled {
        hotkey: ALICE_HOT,
        enabled: false,
    };
    on_chain(|| {
        assert_noop!(signed(BOB, set.clone()), Error::<Runtime>::NonAssociatedColdKey);
        assert_ok!(signed(ALICE, set));
        assert!(!AutoParentDelegationEnabled::<Runtime>::get(ALICE_HOT));
    });
}
