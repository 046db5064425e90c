//! The seeded genesis: what is in it, that its sums are right, and that it is
//! always the same.

use super::*;
use crate::{
    Balances, Runtime, RuntimeGenesisConfig, Swap, apis::stake_info, genesis, subtensor::*,
    traps::SeededSubnets,
};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, Storage};
use std::collections::BTreeSet;

fn genesis(seed: Option<NetUid>) -> Storage {
    let mut config = RuntimeGenesisConfig::default();
    config.balances.balances = vec![(path::account("//Alice"), 1_000 * crate::TAO)];
    let mut storage = config.build_storage().expect("the pallets build their parts");
    genesis::complete(&mut storage, seed).expect("the seed is sound");
    storage
}

/// Runs a test on the seeded chain.
pub fn on_chain(test: impl FnOnce()) {
    on_chain_of(PLANNED, test);
}

fn on_chain_of(subnets: NetUid, test: impl FnOnce()) {
    TestExternalities::new(genesis(Some(subnets))).execute_with(test);
}

#[test]
fn it_is_always_the_same() {
    assert_eq!(genesis(Some(PLANNED)).top, genesis(Some(PLANNED)).top);
}

#[test]
fn without_a_seed_there_is_root_alone() {
    TestExternalities::new(genesis(None)).execute_with(|| {
        assert_eq!(SubtensorModule::subnets(), [0]);
        assert_eq!(SeededSubnets::<Runtime>::get(), None);
        assert_eq!(TotalIssuance::<Runtime>::get(), Balances::total_issuance());
    });
}

#[test]
fn there_are_twelve_subnets() {
    on_chain(|| {
        assert_eq!(SeededSubnets::<Runtime>::get(), Some(PLANNED));
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
fn there_can_be_more_subnets_each_with_another_pool() {
    on_chain_of(MOST, || {
        assert_eq!(TotalNetworks::<Runtime>::get(), MOST + 1);
        let pools: BTreeSet<_> = (1..=MOST)
            .map(|netuid| {
                let pool = Swap::pool(netuid).expect("each has a pool");
                assert!(pool.price() > 0, "subnet {netuid}: {pool:?}");
                (pool.tao, pool.alpha, pool.quote, pool.fee_rate)
            })
            .collect();
        assert_eq!(pools.len(), usize::from(MOST));
        assert!((1..=MOST).all(|netuid| SubnetworkN::<Runtime>::get(netuid) >= subnets::FEW));
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
fn there_are_holders() {
    on_chain(|| {
        for member in 1..=holders::CROWD {
            let positions = stake_info::of_coldkey(&path::account(&path::crowd(member)));
            assert_eq!(positions.len(), 20, "member {member} of the crowd");
        }
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
        assert!(ColdkeySwapAnnouncements::<Runtime>::contains_key(&swapper));
        assert!(!ColdkeySwapDisputes::<Runtime>::contains_key(&swapper));
        let disputed = path::account(path::DISPUTED);
        assert!(ColdkeySwapAnnouncements::<Runtime>::contains_key(&disputed));
        assert!(ColdkeySwapDisputes::<Runtime>::contains_key(&disputed));
    });
}

#[test]
fn stake_is_lent_and_will_be() {
    on_chain(|| {
        let validator = |number| path::account(&path::hotkey(&path::validator(number)));
        let half = u64::MAX / 2;
        assert_eq!(
            ChildKeys::<Runtime>::get(validator(1), children::LENT),
            [(half, validator(5))]
        );
        assert_eq!(
            ParentKeys::<Runtime>::get(validator(5), children::LENT),
            [(half, validator(1))]
        );
        let owner = path::account(&path::hotkey(&path::owner(children::PENDING)));
        let (pending, from) = PendingChildKeys::<Runtime>::get(children::PENDING, owner);
        assert_eq!(pending, [(u64::MAX / 4, validator(2))]);
        assert_eq!(from, PendingChildKeyCooldown::<Runtime>::get());
    });
}

#[test]
fn others_may_act_and_sign_and_give() {
    on_chain(|| {
        let (proxies, _) = pallet_proxy::Proxies::<Runtime>::get(path::account(path::PRINCIPAL));
        let kinds: Vec<_> = proxies
            .iter()
            .map(|proxy| (proxy.proxy_type, proxy.delay))
            .collect();
        for proxy in proxies::PROXIES {
            assert!(kinds.contains(&proxy));
        }
        let (announced, _) = pallet_proxy::Announcements::<Runtime>::get(path::account(&path::agent(2)));
        assert_eq!(announced.len(), 1);

        let waiting = pallet_multisig::Multisigs::<Runtime>::iter_prefix_values(multisig::account());
        assert_eq!(waiting.count(), 1);

        for (giver, loan, amount) in crowdloans::GIFTS {
            let given = crate::crowdloan::Contributions::<Runtime>::get(loan, path::account(giver));
            assert_eq!(given, Some(amount));
        }
        let limit = crate::crowdloan::MaxContributions::<Runtime>::get(1);
        assert_eq!(limit, Some(crowdloans::LIMIT));
    });
}

#[test]
fn the_sums_are_right() {
    on_chain(check_sums);
    on_chain_of(MOST, check_sums);
}

fn check_sums() {
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
}
