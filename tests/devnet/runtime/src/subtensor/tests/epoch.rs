//! What blocks make and epochs pay.

use super::{chain::*, conservation::assert_explained};
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{emission::block_emission, split::split, types::*, *},
};
use frame_support::assert_ok;

const M: u64 = 1_000_000 * TAO;

/// The sum of what a subnet's blocks have put aside.
fn pending(netuid: NetUid) -> u64 {
    PendingOwnerCut::<Runtime>::get(netuid)
        + PendingServerEmission::<Runtime>::get(netuid)
        + PendingValidatorEmission::<Runtime>::get(netuid)
        + PendingRootAlphaDivs::<Runtime>::get(netuid)
}

#[test]
fn emission_halves_as_the_supply_fills() {
    let expected = [
        (0, TAO),
        (21 * M / 2 - 1, TAO),
        (21 * M / 2, TAO / 2),
        (63 * M / 4 - 1, TAO / 2),
        (63 * M / 4, TAO / 4),
        (21 * M - 1, TAO >> 54),
        (21 * M, 0),
        (u64::MAX, 0),
    ];
    for (issuance, emission) in expected {
        assert_eq!(block_emission(issuance), emission, "at {issuance}");
    }
}

#[test]
fn a_division_loses_nothing() {
    assert_eq!(split(10, &[1, 1, 1]), Some(vec![3, 3, 4]));
    assert_eq!(
        split(u64::MAX, &[0, u128::from(u64::MAX), 1])
            .unwrap()
            .iter()
            .sum::<u64>(),
        u64::MAX
    );
    assert_eq!(split(10, &[0, 0]), None);
    assert_eq!(split(10, &[]), None);
}

#[test]
fn tao_goes_to_subnets_by_their_moving_prices_and_leaves_their_price_alone() {
    on_chain(|| {
        SubnetMovingPrice::<Runtime>::insert(FIRST, I96F32 { bits: 3 << 32 });
        SubnetMovingPrice::<Runtime>::insert(SECOND, I96F32 { bits: 1 << 32 });
        stake(BOB, BOB_HOT, ROOT, 5_000 * TAO);
        let tao = |netuid| SubnetTAO::<Runtime>::get(netuid);
        let before = (tao(FIRST), tao(SECOND), tao(SLEEPING));
        let price = SubtensorModule::price(FIRST);
        run_to(2);
        let (first, second) = (tao(FIRST) - before.0, tao(SECOND) - before.1);
        assert!(first.abs_diff(3 * second) <= 3, "{first} {second}");
        assert!((first + second).abs_diff(TAO) <= 2);
        assert_eq!(tao(SLEEPING), before.2);
        assert!(SubnetTaoInEmission::<Runtime>::get(FIRST) > 0);
        assert!(
            SubtensorModule::price(FIRST) >= price,
            "only what buys alpha moves the price"
        );
        assert!(SubtensorModule::price(FIRST) - price < price / 1_000);
        SubnetEmissionEnabled::<Runtime>::insert(SECOND, false);
        let second = tao(SECOND);
        run_to(3);
        assert_eq!(tao(SECOND), second);
        assert_explained();
    });
}

#[test]
fn injected_tao_and_alpha_leave_the_price_to_the_last_digit() {
    on_chain(|| {
        // All alpha that root's share allows, so that no TAO is left to buy with.
        TaoWeight::<Runtime>::put(u64::MAX);
        stake(BOB, BOB_HOT, ROOT, 9_000 * TAO);
        SubnetMovingPrice::<Runtime>::insert(FIRST, I96F32 { bits: 1 << 28 });
        let price = SubtensorModule::price(FIRST);
        for block in 2..30 {
            run_to(block);
            assert_eq!(SubnetProtocolAlpha::<Runtime>::get(FIRST), 0);
        }
        assert!(SubnetAlphaInEmission::<Runtime>::get(FIRST) > 0);
        assert!(SubtensorModule::price(FIRST).abs_diff(price) <= 1);
    });
}

#[test]
fn an_epoch_pays_owner_miners_and_stakers() {
    on_chain(|| {
        register(FIRST, BOB, BOB_HOT);
        let alpha = stake(CAROL, ALICE_HOT, FIRST, 100 * TAO);
        run_to(10);
        assert!(pending(FIRST) > 0);
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &CAROL, FIRST), alpha);
        let blocks = 10 * TAO;
        run_to(11);
        assert_eq!(pending(FIRST), 0);
        assert_eq!(LastEpochBlock::<Runtime>::get(FIRST), 11);
        assert_eq!(BlocksSinceLastStep::<Runtime>::get(FIRST), 0);
        // Alice validates, Bob mines; Alice is the owner too, takes her part of what Carol earns, and stakes the cut.
        let mined = SubtensorModule::stake_of(&BOB_HOT, &BOB, FIRST);
        let cut = 10 * (TAO * 11_796 / 65_535);
        assert!(mined.abs_diff((blocks - cut) / 2) < 1_000_000, "{mined}");
        let (carol, alice) = (
            SubtensorModule::stake_of(&ALICE_HOT, &CAROL, FIRST) - alpha,
            SubtensorModule::stake_of(&ALICE_HOT, &ALICE, FIRST),
        );
        assert!(
            carol.abs_diff(mined / 100 * 82) < mined / 80,
            "{carol} of {mined}"
        );
        let earned = Emission::<Runtime>::get(FIRST)[0];
        assert!(
            (carol + alice).abs_diff(cut + earned) <= 3,
            "{carol} and {alice} of {cut} and {earned}"
        );
        let dividends = AlphaDividendsPerSubnet::<Runtime>::get(FIRST, ALICE_HOT);
        assert!(dividends.abs_diff(earned / 100 * 82) < earned / 10_000);
        assert_eq!(ValidatorPermit::<Runtime>::get(FIRST), vec![true, false]);
        assert_eq!(Incentive::<Runtime>::get(FIRST), vec![0, u16::MAX]);
        assert_eq!(Dividends::<Runtime>::get(FIRST), vec![u16::MAX, 0]);
        assert_eq!(Emission::<Runtime>::get(FIRST).len(), 2);
        assert!(happened(Event::IncentiveAlphaEmittedToMiners {
            netuid: FIRST,
            emissions: vec![0, mined]
        }));
        assert_explained();
    });
}

#[test]
fn weights_decide_what_miners_get() {
    on_chain(|| {
        register(FIRST, BOB, BOB_HOT);
        register(FIRST, BOB, account(1));
        stake(CAROL, ALICE_HOT, FIRST, 100 * TAO);
        Weights::<Runtime>::insert(FIRST, 0, vec![(1, 3), (2, 1)]);
        // Who does not validate has no say.
        Weights::<Runtime>::insert(FIRST, 1, vec![(1, 1)]);
        run_to(11);
        let (more, less) = (
            SubtensorModule::stake_of(&BOB_HOT, &BOB, FIRST),
            SubtensorModule::stake_of(&account(1), &BOB, FIRST),
        );
        assert!(more.abs_diff(3 * less) <= 3, "{more} {less}");
        // Without weights the shares stay.
        let _ = Weights::<Runtime>::clear_prefix(FIRST, u32::MAX, None);
        run_to(21);
        let (more, less) = (
            SubtensorModule::stake_of(&BOB_HOT, &BOB, FIRST),
            SubtensorModule::stake_of(&account(1), &BOB, FIRST),
        );
        assert!(more.abs_diff(3 * less) < more / 10_000);
    });
}

#[test]
fn earnings_go_where_their_coldkey_sends_them() {
    on_chain(|| {
        register(FIRST, BOB, BOB_HOT);
        stake(CAROL, ALICE_HOT, FIRST, 100 * TAO);
        assert_ok!(signed(
            BOB,
            Call::set_coldkey_auto_stake_hotkey {
                netuid: FIRST,
                hotkey: ALICE_HOT
            }
        ));
        run_to(11);
        assert_eq!(SubtensorModule::stake_of(&BOB_HOT, &BOB, FIRST), 0);
        let incentive = Emission::<Runtime>::get(FIRST)[1];
        assert!(SubtensorModule::stake_of(&ALICE_HOT, &BOB, FIRST) >= incentive);
        assert!(happened(Event::AutoStakeAdded {
            netuid: FIRST,
            destination: ALICE_HOT,
            hotkey: BOB_HOT,
            owner: BOB,
            incentive
        }));
    });
}

#[test]
fn a_child_earns_with_its_parents_stake_and_keeps_its_take() {
    on_chain(|| {
        register(FIRST, BOB, BOB_HOT);
        stake(CAROL, ALICE_HOT, FIRST, 100 * TAO);
        Delegates::<Runtime>::insert(ALICE_HOT, 0);
        ChildKeys::<Runtime>::insert(ALICE_HOT, FIRST, vec![(u64::MAX, BOB_HOT)]);
        ParentKeys::<Runtime>::insert(BOB_HOT, FIRST, vec![(u64::MAX, ALICE_HOT)]);
        ChildkeyTake::<Runtime>::insert(BOB_HOT, FIRST, 6_554);
        run_to(11);
        assert_eq!(ValidatorPermit::<Runtime>::get(FIRST), vec![false, true]);
        let earned = Emission::<Runtime>::get(FIRST)[1];
        let bob = SubtensorModule::stake_of(&BOB_HOT, &BOB, FIRST);
        let parents = AlphaDividendsPerSubnet::<Runtime>::get(FIRST, ALICE_HOT);
        assert!(bob.abs_diff(earned / 10) < earned / 1_000, "{bob} of {earned}");
        assert_eq!(bob + parents, earned);
        assert_explained();
    });
}

#[test]
fn what_nobody_can_have_waits() {
    on_chain(|| {
        // Nobody validates: there is no stake at all.
        run_to(11);
        let waiting = PendingValidatorEmission::<Runtime>::get(FIRST);
        assert!(waiting > 0);
        stake(CAROL, ALICE_HOT, FIRST, 100 * TAO);
        run_to(21);
        assert_eq!(PendingValidatorEmission::<Runtime>::get(FIRST), 0);
        assert!(Emission::<Runtime>::get(FIRST)[0] > waiting);
        assert_explained();
    });
}

#[test]
fn a_block_has_room_for_two_epochs() {
    on_chain(|| {
        for netuid in 4..8 {
            SubtensorModule::create_subnet(netuid, &BOB, &BOB_HOT);
            Tempo::<Runtime>::insert(netuid, 1);
        }
        jump_to(100);
        run_to(101);
        let run = || {
            (1..8)
                .filter(|netuid| LastEpochBlock::<Runtime>::get(netuid) == 101)
                .count()
        };
        assert_eq!(run(), 2);
    });
}

#[test]
fn the_moving_price_follows_slowly_and_counts_no_more_than_one() {
    on_chain(|| {
        SubnetMovingAlpha::<Runtime>::put(I96F32 { bits: 1 << 31 });
        EMAPriceHalvingBlocks::<Runtime>::insert(FIRST, 10);
        SubnetMovingPrice::<Runtime>::insert(FIRST, I96F32 { bits: 0 });
        SubnetTAO::<Runtime>::insert(FIRST, 8_000 * TAO);
        assert!(SubtensorModule::price(FIRST) > 2 * TAO);
        run_to(2);
        let early = SubnetMovingPrice::<Runtime>::get(FIRST).bits;
        assert!(early > 0 && early < 1 << 29, "{early}");
        run_to(200);
        let late = SubnetMovingPrice::<Runtime>::get(FIRST).bits;
        assert!(late <= 1 << 32 && late > (1 << 32) - (1 << 20), "{late}");
    });
}

#[test]
fn many_subnets_are_no_burden() {
    on_chain(|| {
        SubnetLimit::<Runtime>::put(128);
        for netuid in 4..129 {
            SubtensorModule::create_subnet(netuid, &BOB, &BOB_HOT);
            FirstEmissionBlockNumber::<Runtime>::insert(netuid, 1);
        }
        let weight = SubtensorModule::begin_block();
        let limit = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
        assert!(weight.ref_time() < limit.ref_time() / 4, "{weight}");
        let start = std::time::Instant::now();
        run_to(12);
        assert!(start.elapsed().as_millis() < 11 * 500, "{:?}", start.elapsed());
    });
}
