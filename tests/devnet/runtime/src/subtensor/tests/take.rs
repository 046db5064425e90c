//! Takes of hotkeys and of children.

use super::chain::*;
use crate::{Runtime, subtensor::*};
use frame_support::{assert_noop, assert_ok};

fn increase(take: u16) -> Call<Runtime> {
    Call::increase_take {
        hotkey: ALICE_HOT,
        take,
    }
}

fn decrease(take: u16) -> Call<Runtime> {
    Call::decrease_take {
        hotkey: ALICE_HOT,
        take,
    }
}

#[test]
fn a_take_falls_at_once_and_rises_once_in_thirty_days() {
    on_chain(|| {
        assert_ok!(signed(ALICE, decrease(5_000)));
        assert!(happened(Event::TakeDecreased(ALICE, ALICE_HOT, 5_000)));
        assert_ok!(signed(ALICE, decrease(1_000)));
        assert_noop!(
            signed(ALICE, increase(2_000)),
            Error::<Runtime>::DelegateTxRateLimitExceeded
        );
        jump_to(216_001);
        assert_ok!(signed(ALICE, increase(2_000)));
        assert!(happened(Event::TakeIncreased(ALICE, ALICE_HOT, 2_000)));
        assert_noop!(
            signed(ALICE, increase(3_000)),
            Error::<Runtime>::DelegateTxRateLimitExceeded
        );
        assert_eq!(Delegates::<Runtime>::get(ALICE_HOT), 2_000);
    });
}

#[test]
fn a_take_has_to_be_the_owners_within_bounds_and_in_the_right_direction() {
    on_chain(|| {
        assert_noop!(
            signed(ALICE, decrease(11_796)),
            Error::<Runtime>::DelegateTakeTooLow
        );
        assert_noop!(
            signed(ALICE, increase(11_796)),
            Error::<Runtime>::DelegateTakeTooLow
        );
        assert_noop!(
            signed(ALICE, increase(11_797)),
            Error::<Runtime>::DelegateTakeTooHigh
        );
        assert_noop!(signed(BOB, decrease(1)), Error::<Runtime>::NonAssociatedColdKey);
        let unknown = Call::decrease_take {
            hotkey: account(1),
            take: 1,
        };
        assert_noop!(signed(ALICE, unknown), Error::<Runtime>::HotKeyAccountNotExists);
        MinDelegateTake::<Runtime>::put(100);
        assert_noop!(signed(ALICE, decrease(99)), Error::<Runtime>::DelegateTakeTooLow);
    });
}

#[test]
fn a_childs_take_rises_once_in_thirty_days() {
    let set = |take| Call::set_childkey_take {
        hotkey: ALICE_HOT,
        netuid: FIRST,
        take,
    };
    on_chain(|| {
        assert_ok!(signed(ALICE, set(6_000)));
        assert!(happened(Event::ChildKeyTakeSet(ALICE_HOT, 6_000)));
        assert_ok!(signed(ALICE, set(5_000)));
        assert_noop!(
            signed(ALICE, set(5_001)),
            Error::<Runtime>::TxChildkeyTakeRateLimitExceeded
        );
        assert_noop!(signed(ALICE, set(11_797)), Error::<Runtime>::InvalidChildkeyTake);
        assert_noop!(signed(BOB, set(1)), Error::<Runtime>::NonAssociatedColdKey);
        let nowhere = Call::set_childkey_take {
            hotkey: ALICE_HOT,
            netuid: 99,
            take: 1,
        };
        assert_noop!(signed(ALICE, nowhere), Error::<Runtime>::SubnetNotExists);
        MinChildkeyTakePerSubnet::<Runtime>::insert(FIRST, 50);
        assert_noop!(signed(ALICE, set(49)), Error::<Runtime>::InvalidChildkeyTake);
    });
}
