//! Adding and removing stake: what it does, and each way in which it fails.

use super::{chain::*, conservation::assert_explained};
use crate::{
    AccountId, Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
    swap,
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

type E = Error<Runtime>;

/// The least purchase: 0.002 TAO and its fee.
const LEAST: u64 = 2_001_007;

fn add(hotkey: AccountId, netuid: NetUid, amount_staked: u64) -> DispatchResult {
    signed(
        CAROL,
        Call::add_stake {
            hotkey,
            netuid,
            amount_staked,
        },
    )
}

fn add_limit(netuid: NetUid, amount_staked: u64, limit_price: u64, allow_partial: bool) -> DispatchResult {
    signed(
        CAROL,
        Call::add_stake_limit {
            hotkey: BOB_HOT,
            netuid,
            amount_staked,
            limit_price,
            allow_partial,
        },
    )
}

fn remove(netuid: NetUid, amount_unstaked: u64) -> DispatchResult {
    signed(
        CAROL,
        Call::remove_stake {
            hotkey: BOB_HOT,
            netuid,
            amount_unstaked,
        },
    )
}

fn remove_limit(
    netuid: NetUid,
    amount_unstaked: u64,
    limit_price: u64,
    allow_partial: bool,
) -> DispatchResult {
    signed(
        CAROL,
        Call::remove_stake_limit {
            hotkey: BOB_HOT,
            netuid,
            amount_unstaked,
            limit_price,
            allow_partial,
        },
    )
}

fn held(netuid: NetUid) -> u64 {
    SubtensorModule::stake_of(&BOB_HOT, &CAROL, netuid)
}

#[test]
fn a_purchase_gives_what_was_quoted_and_says_so() {
    on_chain(|| {
        let quote = swap::Pallet::<Runtime>::sim_swap_tao_for_alpha(FIRST, 10 * TAO);
        assert_ok!(add(BOB_HOT, FIRST, 10 * TAO));
        assert_eq!(held(FIRST), quote.alpha_amount);
        assert_eq!(free(&CAROL), FUNDS - 10 * TAO);
        let told = Event::StakeAdded(CAROL, BOB_HOT, 10 * TAO, quote.alpha_amount, FIRST, quote.tao_fee);
        assert!(happened(told));
        assert_explained();
    });
}

#[test]
fn a_purchase_fails_for_the_first_reason_in_order() {
    on_chain(|| {
        assert_noop!(add(DAVE, 99, 0), E::SubnetNotExists);
        assert_noop!(add(DAVE, SLEEPING, 0), E::SubtokenDisabled);
        assert_noop!(add(DAVE, FIRST, LEAST - 1), E::AmountTooLow);
        assert_noop!(add(DAVE, FIRST, FUNDS), E::NotEnoughBalanceToStake);
        assert_noop!(add(DAVE, FIRST, LEAST), E::HotKeyAccountNotExists);
        assert_ok!(add(BOB_HOT, FIRST, LEAST));
        SubnetAlphaIn::<Runtime>::insert(FIRST, 999_999);
        assert_noop!(add(BOB_HOT, FIRST, TAO), E::InsufficientLiquidity);
    });
}

#[test]
fn a_limit_is_all_or_nothing_or_as_much_as_it_allows() {
    on_chain(|| {
        let price = SubtensorModule::price(FIRST);
        assert_noop!(
            add_limit(FIRST, 100 * TAO, price - 1, false),
            swap::Error::<Runtime>::PriceLimitExceeded
        );
        assert_noop!(
            add_limit(FIRST, 100 * TAO, price * 101 / 100, false),
            E::SlippageTooHigh
        );
        assert_noop!(add_limit(FIRST, 100 * TAO, price, true), E::AmountTooLow);
        assert_ok!(add_limit(FIRST, TAO, price * 101 / 100, false));
        assert_ok!(add_limit(FIRST, 100 * TAO, price * 101 / 100, true));
        assert!(free(&CAROL) > FUNDS - 10 * TAO, "only a part was bought");
        let reached = SubtensorModule::price(FIRST);
        assert!(
            reached <= price * 101 / 100 && reached > price * 1_009 / 1_000,
            "{price} became {reached}"
        );
        assert_explained();
    });
}

#[test]
fn a_sale_has_limits_too() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 100 * TAO);
        let (price, all) = (SubtensorModule::price(FIRST), held(FIRST));
        assert_noop!(
            remove_limit(FIRST, all, price + 1, false),
            swap::Error::<Runtime>::PriceLimitExceeded
        );
        assert_noop!(
            remove_limit(FIRST, all, price * 99 / 100, false),
            E::SlippageTooHigh
        );
        assert_ok!(remove_limit(FIRST, all, price * 99 / 100, true));
        assert!(held(FIRST) > all / 2 && held(FIRST) < all, "only a part was sold");
        let price = SubtensorModule::price(FIRST);
        let full = |limit_price| Call::remove_stake_full_limit {
            hotkey: BOB_HOT,
            netuid: FIRST,
            limit_price,
        };
        assert_noop!(signed(CAROL, full(Some(price * 999 / 1_000))), E::SlippageTooHigh);
        assert_ok!(signed(CAROL, full(None)));
        assert_eq!(held(FIRST), 0);
        assert_explained();
    });
}

#[test]
fn a_sale_without_any_limit_price_is_a_market_sale() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 100 * TAO);
        assert_ok!(remove_limit(FIRST, u64::MAX, 0, false));
        assert_eq!(held(FIRST), 0);
    });
}

#[test]
fn a_sale_pays_what_was_quoted_and_sells_its_fee() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 100 * TAO);
        let before = free(&CAROL);
        let quote = swap::Pallet::<Runtime>::sim_swap_alpha_for_tao(FIRST, 50 * TAO);
        let (alpha, outside) = (
            SubnetAlphaIn::<Runtime>::get(FIRST),
            SubnetAlphaOut::<Runtime>::get(FIRST),
        );
        assert_ok!(remove(FIRST, 50 * TAO));
        assert_eq!(free(&CAROL), before + quote.tao_amount);
        let told = Event::StakeRemoved(
            CAROL,
            BOB_HOT,
            quote.tao_amount,
            quote.alpha_amount,
            FIRST,
            quote.alpha_fee,
        );
        assert!(happened(told));
        assert_eq!(SubnetAlphaIn::<Runtime>::get(FIRST), alpha + 50 * TAO);
        assert_eq!(SubnetAlphaOut::<Runtime>::get(FIRST), outside - 50 * TAO);
        assert_explained();
    });
}

#[test]
fn a_sale_fails_for_the_first_reason_in_order() {
    on_chain(|| {
        stake(CAROL, BOB_HOT, FIRST, 100 * TAO);
        assert_noop!(remove(99, 1), E::SubnetNotExists);
        assert_noop!(remove(SLEEPING, 1), E::SubtokenDisabled);
        assert_noop!(remove(FIRST, 0), E::AmountTooLow);
        assert_noop!(remove(SECOND, 1), E::AmountTooLow);
        assert_noop!(remove(FIRST, 1_000), E::AmountTooLow);
        assert_ok!(signed(
            CAROL,
            Call::lock_stake {
                hotkey: BOB_HOT,
                netuid: FIRST,
                amount: TAO
            }
        ));
        assert_noop!(remove(FIRST, u64::MAX), E::StakeUnavailable);
        assert_ok!(remove(FIRST, held(FIRST) - TAO));
        SubnetTAO::<Runtime>::insert(FIRST, 999_999);
        assert_noop!(remove(FIRST, TAO / 2), E::InsufficientLiquidity);
    });
}

#[test]
fn more_than_the_position_is_the_position_however_small() {
    on_chain(|| {
        assert_ok!(add(BOB_HOT, FIRST, LEAST));
        assert_ok!(remove(FIRST, u64::MAX));
        assert_eq!(held(FIRST), 0);
    });
}

#[test]
fn root_is_one_to_one() {
    on_chain(|| {
        assert_noop!(add(BOB_HOT, ROOT, 1_999_999), E::AmountTooLow);
        assert_ok!(add(BOB_HOT, ROOT, TAO));
        assert_eq!(held(ROOT), TAO);
        assert_noop!(add_limit(ROOT, TAO, 999_999_999, true), E::AmountTooLow);
        assert_noop!(add_limit(ROOT, TAO, 999_999_999, false), E::SlippageTooHigh);
        assert_ok!(add_limit(ROOT, TAO, 1_000_000_000, true));
        assert_noop!(remove_limit(ROOT, TAO, 1_000_000_001, false), E::SlippageTooHigh);
        assert_ok!(remove(ROOT, 2 * TAO));
        assert_eq!(free(&CAROL), FUNDS);
        assert_explained();
    });
}

#[test]
fn leaving_everywhere_sells_every_position() {
    on_chain(|| {
        let leave = || signed(CAROL, Call::unstake_all { hotkey: BOB_HOT });
        assert_noop!(
            signed(CAROL, Call::unstake_all { hotkey: DAVE }),
            E::HotKeyAccountNotExists
        );
        assert_ok!(leave());
        for netuid in [ROOT, FIRST, SECOND] {
            stake(CAROL, BOB_HOT, netuid, 10 * TAO);
        }
        assert_ok!(signed(
            CAROL,
            Call::lock_stake {
                hotkey: BOB_HOT,
                netuid: SECOND,
                amount: 1
            }
        ));
        assert_noop!(leave(), E::StakeUnavailable);
        Lock::<Runtime>::remove((&CAROL, SECOND, &BOB_HOT));
        SubtokenEnabled::<Runtime>::insert(SECOND, false);
        assert_ok!(leave());
        assert_eq!((held(ROOT), held(FIRST)), (0, 0));
        assert!(held(SECOND) > 0, "what cannot be sold stays");
        assert_noop!(leave(), E::AmountTooLow);
        assert_explained();
    });
}

#[test]
fn leaving_all_alpha_stakes_the_tao_on_root() {
    on_chain(|| {
        let leave = || signed(CAROL, Call::unstake_all_alpha { hotkey: BOB_HOT });
        assert_noop!(leave(), E::AmountTooLow);
        for netuid in [ROOT, FIRST, SECOND] {
            stake(CAROL, BOB_HOT, netuid, 10 * TAO);
        }
        let before = free(&CAROL);
        assert_ok!(leave());
        assert_eq!((held(FIRST), held(SECOND)), (0, 0));
        assert!(held(ROOT) > 29 * TAO && held(ROOT) < 30 * TAO);
        assert_eq!(free(&CAROL), before);
        assert_explained();
    });
}
