//! What root stake earns.

use super::{chain::*, conservation::assert_explained};
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};

fn claim(subnets: &[NetUid]) -> Call<Runtime> {
    Call::claim_root {
        subnets: subnets.iter().copied().collect(),
    }
}

fn owed(coldkey: &AccountId) -> u64 {
    SubtensorModule::root_owed(&ALICE_HOT, coldkey, FIRST)
}

/// Root stakers of Alice, and what ten epochs have earned them.
fn earn() {
    stake(CAROL, ALICE_HOT, ROOT, 300 * TAO);
    stake(DAVE, ALICE_HOT, ROOT, 100 * TAO);
    run_to(101);
}

#[test]
fn root_stakers_are_owed_alpha_by_their_stake() {
    on_chain(|| {
        earn();
        assert!(owed(&CAROL) > TAO / 10, "{}", owed(&CAROL));
        assert!(owed(&CAROL).abs_diff(3 * owed(&DAVE)) <= 30);
        assert!(RootAlphaDividendsPerSubnet::<Runtime>::get(FIRST, ALICE_HOT) > 0);
        let late = stake(BOB, ALICE_HOT, ROOT, 1_000 * TAO);
        assert_eq!(
            (late, owed(&BOB)),
            (1_000 * TAO, 0),
            "who comes later has earned nothing"
        );
        assert_explained();
    });
}

#[test]
fn a_claim_becomes_root_stake_or_stays_alpha() {
    on_chain(|| {
        earn();
        let mut alpha = owed(&CAROL);
        let worth = SubtensorModule::worth(FIRST, alpha);
        assert_ok!(signed(CAROL, claim(&[FIRST])));
        assert!(happened(Event::RootClaimed { coldkey: CAROL }));
        let gain = SubtensorModule::stake_of(&ALICE_HOT, &CAROL, ROOT) - 300 * TAO;
        assert!(gain <= worth && gain > worth / 100 * 99, "{gain} of {worth}");
        assert!(owed(&CAROL) <= 1);
        let keep = RootClaimTypeEnum::KeepSubnets {
            subnets: [FIRST].into(),
        };
        alpha = owed(&DAVE);
        assert_ok!(signed(
            DAVE,
            Call::set_root_claim_type {
                new_root_claim_type: keep.clone()
            }
        ));
        assert!(happened(Event::RootClaimTypeSet {
            coldkey: DAVE,
            root_claim_type: keep
        }));
        assert_ok!(signed(DAVE, claim(&[FIRST])));
        assert!(SubtensorModule::stake_of(&ALICE_HOT, &DAVE, FIRST).abs_diff(alpha) <= 1);
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &DAVE, ROOT), 100 * TAO);
        assert_ok!(signed(DAVE, claim(&[SECOND])));
        assert!(SubtensorModule::stake_of(&ALICE_HOT, &DAVE, ROOT) > 100 * TAO);
        assert_explained();
    });
}

#[test]
fn a_claim_names_a_few_subnets_and_skips_small_change() {
    on_chain(|| {
        assert_noop!(signed(CAROL, claim(&[])), Error::<Runtime>::InvalidSubnetNumber);
        assert_noop!(
            signed(CAROL, claim(&[1, 2, 3, 4, 5, 6])),
            Error::<Runtime>::InvalidSubnetNumber
        );
        let none = RootClaimTypeEnum::KeepSubnets { subnets: [].into() };
        let set = Call::set_root_claim_type {
            new_root_claim_type: none,
        };
        assert_noop!(signed(CAROL, set), Error::<Runtime>::InvalidSubnetNumber);
        stake(CAROL, ALICE_HOT, ROOT, TAO);
        SubtensorModule::accrue_root(&ALICE_HOT, FIRST, 499_999);
        assert_ok!(signed(CAROL, claim(&[FIRST])));
        assert!(owed(&CAROL) > 499_000);
    });
}

#[test]
fn stake_that_leaves_root_leaves_no_debt() {
    on_chain(|| {
        earn();
        let before = owed(&CAROL);
        let half = Call::remove_stake {
            hotkey: ALICE_HOT,
            netuid: ROOT,
            amount_unstaked: 150 * TAO,
        };
        assert_ok!(signed(CAROL, half));
        assert!(owed(&CAROL) <= before);
        assert_ok!(signed(CAROL, claim(&[FIRST])));
        stake(CAROL, ALICE_HOT, ROOT, 500 * TAO);
        assert!(
            owed(&CAROL) <= 1,
            "new stake has earned nothing: {}",
            owed(&CAROL)
        );
        assert_explained();
    });
}
