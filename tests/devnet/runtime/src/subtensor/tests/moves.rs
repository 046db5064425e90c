//! Moving, swapping and giving away stake.

use super::{chain::*, conservation::assert_explained};
use crate::{
    AccountId, Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
    swap,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

type E = Error<Runtime>;

fn relocate(to: AccountId, from_netuid: NetUid, to_netuid: NetUid, alpha_amount: u64) -> DispatchResult {
    let call = Call::move_stake {
        origin_hotkey: BOB_HOT,
        destination_hotkey: to,
        origin_netuid: from_netuid,
        destination_netuid: to_netuid,
        alpha_amount,
    };
    signed(CAROL, call)
}

fn swapped(from: NetUid, to: NetUid, alpha_amount: u64, limit: Option<(u64, bool)>) -> DispatchResult {
    let (hotkey, origin_netuid, destination_netuid) = (BOB_HOT, from, to);
    let call = match limit {
        None => Call::swap_stake {
            hotkey,
            origin_netuid,
            destination_netuid,
            alpha_amount,
        },
        Some((limit_price, allow_partial)) => Call::swap_stake_limit {
            hotkey,
            origin_netuid,
            destination_netuid,
            alpha_amount,
            limit_price,
            allow_partial,
        },
    };
    signed(CAROL, call)
}

fn give(netuid: NetUid, alpha_amount: u64) -> DispatchResult {
    let call = Call::transfer_stake {
        destination_coldkey: DAVE,
        hotkey: BOB_HOT,
        origin_netuid: netuid,
        destination_netuid: netuid,
        alpha_amount,
    };
    signed(CAROL, call)
}

fn held(hotkey: &AccountId, netuid: NetUid) -> u64 {
    SubtensorModule::stake_of(hotkey, &CAROL, netuid)
}

#[test]
fn a_move_on_one_subnet_costs_nothing() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        let pool = swap::Pallet::<Runtime>::pool(FIRST);
        let tao = SubtensorModule::worth(FIRST, TAO);
        assert_ok!(relocate(ALICE_HOT, FIRST, FIRST, TAO));
        assert_eq!((held(&BOB_HOT, FIRST), held(&ALICE_HOT, FIRST)), (all - TAO, TAO));
        assert_eq!(swap::Pallet::<Runtime>::pool(FIRST), pool);
        assert!(happened(Event::StakeRemoved(CAROL, BOB_HOT, tao, TAO, FIRST, 0)));
        assert!(happened(Event::StakeAdded(CAROL, ALICE_HOT, tao, TAO, FIRST, 0)));
        assert!(happened(Event::StakeMoved(
            CAROL, BOB_HOT, FIRST, ALICE_HOT, FIRST, tao
        )));
        assert_explained();
    });
}

#[test]
fn a_move_between_subnets_costs_one_fee() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        let sale = swap::Pallet::<Runtime>::sim_swap_alpha_for_tao(FIRST, TAO);
        let pool = swap::Pallet::<Runtime>::pool(SECOND).unwrap();
        let bought = pool.fill_free(swap::Side::Buy, sale.tao_amount).unwrap().received;
        let before = free(&CAROL);
        assert_ok!(swapped(FIRST, SECOND, TAO, None));
        assert_eq!(held(&BOB_HOT, SECOND), bought);
        assert_eq!(free(&CAROL), before);
        assert!(happened(Event::StakeAdded(
            CAROL,
            BOB_HOT,
            sale.tao_amount,
            bought,
            SECOND,
            0
        )));
        assert!(happened(Event::StakeSwapped(
            CAROL,
            BOB_HOT,
            FIRST,
            SECOND,
            sale.tao_amount
        )));
        assert_explained();
    });
}

#[test]
fn from_root_the_purchase_costs_the_fee() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, ROOT, 10 * TAO);
        let quote = swap::Pallet::<Runtime>::sim_swap_tao_for_alpha(FIRST, TAO);
        assert_ok!(swapped(ROOT, FIRST, TAO, None));
        assert_eq!(held(&BOB_HOT, FIRST), quote.alpha_amount);
        assert!(happened(Event::StakeAdded(
            CAROL,
            BOB_HOT,
            TAO,
            quote.alpha_amount,
            FIRST,
            quote.tao_fee
        )));
        assert_explained();
    });
}

#[test]
fn a_move_fails_for_the_first_reason_in_order() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        assert_noop!(swapped(FIRST, FIRST, TAO, None), E::SameNetuid);
        assert_noop!(relocate(ALICE_HOT, FIRST, 99, TAO), E::SubnetNotExists);
        assert_noop!(relocate(ALICE_HOT, FIRST, SLEEPING, TAO), E::SubtokenDisabled);
        assert_noop!(relocate(DAVE, FIRST, SECOND, TAO), E::HotKeyAccountNotExists);
        assert_noop!(relocate(ALICE_HOT, FIRST, SECOND, 0), E::AmountTooLow);
        assert_noop!(relocate(ALICE_HOT, FIRST, SECOND, 1_000_000), E::AmountTooLow);
        assert_ok!(signed(
            CAROL,
            Call::lock_stake {
                hotkey: BOB_HOT,
                netuid: FIRST,
                amount: TAO
            }
        ));
        assert_noop!(relocate(ALICE_HOT, FIRST, SECOND, u64::MAX), E::StakeUnavailable);
        // On its subnet even locked stake may change its hotkey.
        assert_ok!(relocate(ALICE_HOT, FIRST, FIRST, u64::MAX));
    });
}

#[test]
fn a_swap_keeps_its_limit() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 50 * TAO);
        let price = swap::mul_div(SubtensorModule::price(FIRST), TAO, SubtensorModule::price(SECOND));
        let beyond = Some((price + 1_000, false));
        assert_noop!(
            swapped(FIRST, SECOND, TAO, beyond),
            swap::Error::<Runtime>::PriceLimitExceeded
        );
        let limit = price * 99 / 100;
        assert_noop!(
            swapped(FIRST, SECOND, all, Some((limit, false))),
            E::SlippageTooHigh
        );
        assert_ok!(swapped(FIRST, SECOND, all, Some((limit, true))));
        let left = held(&BOB_HOT, FIRST);
        assert!(left > all / 2 && left < all, "only a part was swapped");
        let reached = swap::mul_div(SubtensorModule::price(FIRST), TAO, SubtensorModule::price(SECOND));
        // The fee is sold after the swap and moves the price a little further.
        assert!(reached.abs_diff(limit) < limit / 10_000, "{reached} for {limit}");
        assert_explained();
    });
}

#[test]
fn stake_can_be_given_away_where_the_owner_allows_it() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        TransferToggle::<Runtime>::insert(FIRST, false);
        assert_noop!(give(FIRST, TAO), E::TransferDisallowed);
        TransferToggle::<Runtime>::insert(FIRST, true);
        let tao = SubtensorModule::worth(FIRST, TAO);
        assert_ok!(give(FIRST, TAO));
        assert_eq!(held(&BOB_HOT, FIRST), all - TAO);
        assert_eq!(SubtensorModule::stake_of(&BOB_HOT, &DAVE, FIRST), TAO);
        assert!(happened(Event::StakeTransferred(
            CAROL, DAVE, BOB_HOT, FIRST, FIRST, tao
        )));
        assert_explained();
    });
}

#[test]
fn locked_stake_goes_only_to_those_who_take_it() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        assert_ok!(signed(
            CAROL,
            Call::lock_stake {
                hotkey: BOB_HOT,
                netuid: FIRST,
                amount: 3 * TAO
            }
        ));
        assert_ok!(give(FIRST, all - 3 * TAO));
        assert_noop!(give(FIRST, TAO), E::AccountRejectsLockedAlpha);
        assert_ok!(signed(DAVE, Call::set_reject_locked_alpha { enabled: false }));
        assert_ok!(give(FIRST, TAO));
        assert_eq!(SubtensorModule::locked(&CAROL, FIRST), 2 * TAO);
        assert_eq!(SubtensorModule::locked(&DAVE, FIRST), TAO);
        assert_ok!(signed(DAVE, Call::set_reject_locked_alpha { enabled: true }));
        assert_noop!(give(FIRST, TAO), E::AccountRejectsLockedAlpha);
    });
}
