//! The seeded genesis: what is in it, that its sums are right, and that it is
//! always the same.

use super::*;
use crate::{Balances, RuntimeGenesisConfig, apis::stake_info, genesis, subtensor::*, traps::Seeded};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, Storage};
use std::collections::BTreeSet;

fn genesis(seeded: bool) -> Storage {
    let mut config = RuntimeGenesisConfig::default();
    config.balances.balances = vec![(path::account("//Alice"), 1_000 * crate::TAO)];
    let mut storage = config.build_storage().expect("the pallets build their parts");
    genesis::complete(&mut storage, seeded).expect("the seed is sound");
    storage
}

/// Runs a test on the seeded chain.
pub fn on_chain(test: impl FnOnce()) {
    TestExternalities::new(genesis(true)).execute_with(test);
}

#[test]
fn it_is_always_the_same() {
    assert_eq!(genesis(true).top, genesis(true).top);
}

#[test]
fn without_a_seed_there_is_root_alone() {
    TestExternalities::new(genesis(false)).execute_with(|| {
        assert_eq!(SubtensorModule::subnets(), [0]);
        assert!(!Seeded::<Runtime>::get());
        assert_eq!(TotalIssuance::<Runtime>::get(), Balances::total_issuance());
    });
}

#[test]
fn there_are_twelve_subnets() {
    on_chain(|| {
        assert!(Seeded::<Runtime>::get());
        assert_eq!(SubtensorModule::subnets(), (0..=12).collect::<Vec<_>>());
        assert_eq!(TotalNetworks::<Runtime>::get(), 13);
        for netuid in 1..=12 {
            let identity = SubnetIdentitiesV3::<Runtime>::get(netuid).expect("it has an identity");
            assert!(!identity.subnet_name.is_empty());
            let size = if netuid == subnets::CROWDED {
                subnets::CROWD
            } else {
                subnets::FEW
            };
            assert_eq!(SubnetworkN::<Runtime>::get(netuid), size);
            assert_eq!(
                SubtokenEnabled::<Runtime>::get(netuid),
                netuid != subnets::SLEEPING
            );
            assert_eq!(
                TokenSymbol::<Runtime>::iter_values()
                    .filter(|symbol| *symbol == TokenSymbol::<Runtime>::get(netuid))
                    .count(),
                1
            );
            // All but the owner's hotkey have an axon.
            assert_eq!(
                Axons::<Runtime>::iter_prefix(netuid).count(),
                usize::from(size) - 1
            );
        }
    });
}

#[test]
fn there_are_eight_validators() {
    on_chain(|| {
        let takes: BTreeSet<u16> = Delegates::<Runtime>::iter_values().collect();
        assert_eq!(takes.len(), usize::from(validators::COUNT));
        assert_eq!(IdentitiesV2::<Runtime>::iter().count(), validators::NAMED);
        let permits = |netuid| {
            ValidatorPermit::<Runtime>::get(netuid)
                .into_iter()
                .filter(|permit| *permit)
                .count()
        };
        assert_eq!(permits(subnets::CROWDED), usize::from(validators::COUNT));
        assert_eq!(permits(2), usize::from(validators::ELSEWHERE));
    });
}

#[test]
fn there_are_three_holders() {
    on_chain(|| {
        let positions = stake_info::of_coldkey(&path::account(path::HOLDER));
        assert_eq!(positions.len(), 20);
        let netuids: BTreeSet<u16> = positions.iter().map(|position| position.netuid.0).collect();
        assert_eq!(netuids.len(), holders::POSITIONS.len());

        let locker = path::account(path::LOCKER);
        for netuid in holders::LOCKED {
            let (stake, locked) = (
                SubtensorModule::coldkey_stake(&locker, netuid),
                SubtensorModule::locked(&locker, netuid),
            );
            assert_eq!(locked, stake / 2);
            assert_eq!(
                SubtensorModule::lock_is_perpetual(&locker, netuid),
                netuid == holders::PERPETUAL
            );
        }

        let swapper = path::account(path::SWAPPER);
        assert!(ColdkeySwapAnnouncements::<Runtime>::contains_key(swapper));
    });
}

#[test]
fn the_sums_are_right() {
    on_chain(|| {
        assert_eq!(TotalIssuance::<Runtime>::get(), Balances::total_issuance());
        assert_eq!(
            TotalStake::<Runtime>::get(),
            SubnetTAO::<Runtime>::iter_values().sum::<u64>()
        );
        for netuid in SubtensorModule::subnets() {
            let held = Balances::free_balance(SubtensorModule::subnet_account(netuid));
            assert_eq!(
                held,
                SubnetTAO::<Runtime>::get(netuid),
                "the TAO of subnet {netuid}"
            );

            let staked: u64 = TotalHotkeyAlpha::<Runtime>::iter()
                .filter_map(|(_, on, alpha)| (on == netuid).then_some(alpha))
                .sum();
            assert_eq!(
                staked,
                SubnetAlphaOut::<Runtime>::get(netuid),
                "the alpha of subnet {netuid}"
            );
        }
        for (hotkey, netuid, alpha) in TotalHotkeyAlpha::<Runtime>::iter() {
            let coldkeys = AlphaV2::<Runtime>::iter_key_prefix((&hotkey,)).filter(|(_, on)| *on == netuid);
            let stakes: Vec<u64> = coldkeys
                .map(|(coldkey, _)| SubtensorModule::stake_of(&hotkey, &coldkey, netuid))
                .collect();
            let sum: u64 = stakes.iter().sum();
            // Each stake is rounded down.
            assert!(sum <= alpha && alpha - sum <= stakes.len() as u64);
        }
    });
}
