//! How subnets begin and end.

use super::{chain::*, conservation::assert_explained};
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn network(hotkey: AccountId) -> Call<Runtime> {
    Call::register_network { hotkey }
}

fn start(netuid: NetUid) -> Call<Runtime> {
    Call::start_call { netuid }
}

fn symbol(netuid: NetUid, symbol: &str) -> Call<Runtime> {
    Call::update_symbol {
        netuid,
        symbol: symbol.into(),
    }
}

fn identity(name: usize) -> SubnetIdentityV3 {
    SubnetIdentityV3 {
        subnet_name: vec![b'n'; name],
        github_repo: vec![],
        subnet_contact: vec![],
        subnet_url: vec![],
        discord: vec![],
        description: vec![],
        logo_url: vec![],
        additional: vec![],
    }
}

#[test]
fn a_new_subnet_has_an_owner_a_pool_and_no_trade() {
    on_chain(|| {
        assert_ok!(signed(BOB, network(account(1))));
        let netuid = 4;
        assert!(happened(Event::NetworkAdded(netuid, 1)));
        assert_eq!(SubnetOwner::<Runtime>::get(netuid), BOB);
        assert_eq!(Keys::<Runtime>::get(netuid, 0), account(1));
        assert_eq!(SubnetTAO::<Runtime>::get(netuid), 1_000 * TAO);
        assert_eq!(SubtensorModule::price(netuid), TAO);
        assert_eq!(TokenSymbol::<Runtime>::get(netuid), "δ".as_bytes());
        assert_eq!(TotalNetworks::<Runtime>::get(), 5);
        assert_eq!(free(&BOB), FUNDS - 1_000 * TAO);
        let buy = Call::add_stake {
            hotkey: account(1),
            netuid,
            amount_staked: TAO,
        };
        assert_noop!(signed(BOB, buy.clone()), Error::<Runtime>::SubtokenDisabled);
        assert_ok!(signed(BOB, start(netuid)));
        assert_ok!(signed(BOB, buy));
        assert_explained();
    });
}

#[test]
fn the_price_of_a_subnet_doubles_and_falls_by_the_block() {
    on_chain(|| {
        NetworkRateLimit::<Runtime>::put(0);
        assert_ok!(signed(BOB, network(account(1))));
        assert_eq!(SubtensorModule::network_lock_cost(), 2_000 * TAO);
        jump_to(50_401);
        let half_way = SubtensorModule::network_lock_cost();
        assert!((1_500 * TAO..1_500 * TAO + TAO).contains(&half_way), "{half_way}");
        assert_ok!(signed(BOB, network(account(2))));
        assert_eq!(SubnetLocked::<Runtime>::get(5), half_way);
        assert_eq!(SubnetTAO::<Runtime>::get(5), 1_000 * TAO, "the rest is recycled");
        jump_to(1_000_000);
        assert_eq!(SubtensorModule::network_lock_cost(), 1_000 * TAO);
        assert_explained();
    });
}

#[test]
fn a_subnet_has_conditions() {
    on_chain(|| {
        assert_noop!(
            signed(BOB, network(ALICE_HOT)),
            Error::<Runtime>::NonAssociatedColdKey
        );
        leave(&CAROL, 1_000 * TAO);
        assert_noop!(
            signed(CAROL, network(account(1))),
            Error::<Runtime>::CannotAffordLockCost
        );
        let named = |length| Call::register_network_with_identity {
            hotkey: account(1),
            identity: Some(identity(length)),
        };
        assert_noop!(signed(BOB, named(257)), Error::<Runtime>::InvalidIdentity);
        assert_ok!(signed(BOB, named(3)));
        assert!(happened(Event::SubnetIdentitySet(4)));
        assert_noop!(
            signed(BOB, network(account(2))),
            Error::<Runtime>::NetworkTxRateLimitExceeded
        );
        jump_to(7_201);
        SubnetLimit::<Runtime>::put(4);
        assert_noop!(
            signed(BOB, network(account(2))),
            Error::<Runtime>::SubnetLimitReached
        );
    });
}

#[test]
fn a_full_chain_ends_the_cheapest_old_subnet_for_a_new_one() {
    on_chain(|| {
        SubnetLimit::<Runtime>::put(3);
        NetworkImmunityPeriod::<Runtime>::put(10);
        SubnetMovingPrice::<Runtime>::insert(SLEEPING, I96F32 { bits: 2 << 32 });
        SubnetMovingPrice::<Runtime>::insert(SECOND, I96F32 { bits: 1 << 30 });
        stake(CAROL, ALICE_HOT, SECOND, 100 * TAO);
        jump_to(20);
        assert_ok!(signed(BOB, network(account(1))));
        assert!(happened(Event::NetworkRemoved(SECOND)));
        assert!(happened(Event::NetworkAdded(SECOND, 1)));
        assert_eq!(SubnetOwner::<Runtime>::get(SECOND), BOB);
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &CAROL, SECOND), 0);
        assert_explained();
    });
}

#[test]
fn the_end_of_a_subnet_pays_its_holders() {
    on_chain(|| {
        let end = Call::root_dissolve_network { netuid: FIRST };
        let carols = stake(CAROL, ALICE_HOT, FIRST, 300 * TAO);
        let daves = stake(DAVE, BOB_HOT, FIRST, 100 * TAO);
        let pool = SubnetTAO::<Runtime>::get(FIRST);
        let before = (free(&CAROL), free(&DAVE));
        assert_noop!(signed(ALICE, end.clone()), DispatchError::BadOrigin);
        assert_ok!(as_root(end.clone()));
        let (carol, dave) = (free(&CAROL) - before.0, free(&DAVE) - before.1);
        assert!(
            carol + dave <= pool && carol + dave > pool - 10,
            "{carol} + {dave} of {pool}"
        );
        let expected = u128::from(pool) * u128::from(carols) / u128::from(carols + daves);
        assert_eq!(u128::from(carol), expected);
        assert_eq!(SubtensorModule::stake_of(&ALICE_HOT, &CAROL, FIRST), 0);
        assert_eq!(free(&SubtensorModule::subnet_account(FIRST)), 0);
        assert!(!Uids::<Runtime>::contains_key(FIRST, ALICE_HOT));
        assert!(!NetworksAdded::<Runtime>::get(FIRST));
        assert_explained();
        assert_noop!(as_root(end), Error::<Runtime>::SubnetNotExists);
        let root = Call::dissolve_network {
            coldkey: ALICE,
            netuid: ROOT,
        };
        assert_noop!(as_root(root), Error::<Runtime>::SubnetNotExists);
        assert_ok!(as_root(Call::dissolve_network {
            coldkey: ALICE,
            netuid: SECOND
        }));
    });
}

#[test]
fn an_owner_starts_a_subnet_once_and_not_too_soon() {
    on_chain(|| {
        StartCallDelay::<Runtime>::put(5);
        assert_noop!(signed(ALICE, start(99)), Error::<Runtime>::SubnetNotExists);
        assert_noop!(signed(BOB, start(SLEEPING)), Error::<Runtime>::NotSubnetOwner);
        assert_noop!(
            signed(ALICE, start(SLEEPING)),
            Error::<Runtime>::NeedWaitingMoreBlocksToStarCall
        );
        jump_to(6);
        assert_ok!(signed(ALICE, start(SLEEPING)));
        assert!(happened(Event::FirstEmissionBlockNumberSet(SLEEPING, 7)));
        let again = Error::<Runtime>::FirstEmissionBlockNumberAlreadySet;
        assert_noop!(signed(ALICE, start(SLEEPING)), again);
    });
}

#[test]
fn a_symbol_comes_from_the_catalogue_and_belongs_to_one_subnet() {
    on_chain(|| {
        assert_eq!(TokenSymbol::<Runtime>::get(FIRST), "α".as_bytes());
        assert_noop!(
            signed(ALICE, symbol(FIRST, "x")),
            Error::<Runtime>::SymbolDoesNotExist
        );
        assert_noop!(
            signed(ALICE, symbol(FIRST, "β")),
            Error::<Runtime>::SymbolAlreadyInUse
        );
        assert_noop!(signed(BOB, symbol(FIRST, "א")), DispatchError::BadOrigin);
        assert_ok!(signed(ALICE, symbol(FIRST, "א")));
        assert!(happened(Event::SymbolUpdated {
            netuid: FIRST,
            symbol: "א".into()
        }));
        assert_ok!(as_root(symbol(FIRST, "ב")));
        assert_noop!(as_root(symbol(99, "ג")), Error::<Runtime>::SubnetNotExists);
    });
}
