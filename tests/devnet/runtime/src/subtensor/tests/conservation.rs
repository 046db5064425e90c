//! Nothing is made or lost but where it should be: after many random calls and blocks every rao is still explained.

use super::chain::*;
use crate::{
    AccountId, Balances, Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use sp_io::hashing::blake2_256;

/// What holders have of a subnet's alpha, and what waits or belongs to nobody.
fn alpha_accounted(netuid: NetUid) -> u64 {
    let staked = TotalHotkeyAlpha::<Runtime>::iter().filter(|(_, other, _)| *other == netuid);
    staked.map(|(_, _, alpha)| alpha).sum::<u64>()
        + PendingOwnerCut::<Runtime>::get(netuid)
        + PendingServerEmission::<Runtime>::get(netuid)
        + PendingValidatorEmission::<Runtime>::get(netuid)
        + PendingRootAlphaDivs::<Runtime>::get(netuid)
        + SubnetProtocolAlpha::<Runtime>::get(netuid)
}

/// All alpha of a subnet.
fn alpha_issuance(netuid: NetUid) -> u64 {
    SubnetAlphaIn::<Runtime>::get(netuid) + SubnetAlphaOut::<Runtime>::get(netuid)
}

/// Fails unless all TAO and all alpha are somewhere.
pub fn assert_explained() {
    let accounts = frame_system::Account::<Runtime>::iter()
        .map(|(_, account)| account.data.free + account.data.reserved);
    assert_eq!(
        accounts.sum::<u64>(),
        Balances::total_issuance(),
        "accounts hold all TAO"
    );
    assert_eq!(
        TotalIssuance::<Runtime>::get(),
        Balances::total_issuance(),
        "all TAO is counted"
    );
    let pools: u64 = SubnetTAO::<Runtime>::iter_values().sum();
    assert_eq!(TotalStake::<Runtime>::get(), pools, "stake is what pools hold");
    for netuid in SubtensorModule::subnets() {
        let held = free(&SubtensorModule::subnet_account(netuid));
        assert!(
            held >= SubnetTAO::<Runtime>::get(netuid),
            "the pool of {netuid} has its TAO"
        );
        let outside = SubnetAlphaOut::<Runtime>::get(netuid);
        assert!(
            alpha_accounted(netuid) <= outside,
            "nobody has alpha of {netuid} that is not there"
        );
        assert_holders_have_it_all(netuid);
    }
    assert_eq!(
        SubnetAlphaOut::<Runtime>::get(ROOT),
        SubnetTAO::<Runtime>::get(ROOT)
    );
    assert_eq!(alpha_accounted(ROOT), SubnetTAO::<Runtime>::get(ROOT));
}

/// What the holders of a hotkey's alpha have makes that alpha, but for rounding.
fn assert_holders_have_it_all(netuid: NetUid) {
    for (hotkey, _, alpha) in TotalHotkeyAlpha::<Runtime>::iter().filter(|(_, other, _)| *other == netuid) {
        let holders: Vec<AccountId> = AlphaV2::<Runtime>::iter_key_prefix((&hotkey,))
            .filter_map(|(coldkey, other)| (other == netuid).then_some(coldkey))
            .collect();
        let held: u64 = holders
            .iter()
            .map(|coldkey| SubtensorModule::stake_of(&hotkey, coldkey, netuid))
            .sum();
        let rounding = holders.len() as u64 + alpha / 1_000_000_000_000 + 1;
        assert!(
            held <= alpha + rounding && alpha <= held + rounding,
            "{held} of {alpha} on {netuid}"
        );
    }
}

/// Numbers that look random and are the same each time.
struct Dice {
    seed: u64,
    count: u64,
}

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.count += 1;
        let hash = blake2_256(&[self.seed.to_le_bytes(), self.count.to_le_bytes()].concat());
        u64::from_le_bytes(hash[..8].try_into().unwrap()) % limit
    }

    fn of<V: Clone>(&mut self, values: &[V]) -> V {
        values[self.below(values.len() as u64) as usize].clone()
    }
}

fn random_call(dice: &mut Dice) -> Call<Runtime> {
    let (hotkey, other) = (dice.of(&[ALICE_HOT, BOB_HOT]), dice.of(&[ALICE_HOT, BOB_HOT]));
    let (netuid, second) = (dice.of(&[ROOT, FIRST, SECOND]), dice.of(&[ROOT, FIRST, SECOND]));
    let amount = dice.below(20 * TAO);
    match dice.below(14) {
        0..=3 => Call::add_stake {
            hotkey,
            netuid,
            amount_staked: amount,
        },
        4 | 5 => Call::remove_stake {
            hotkey,
            netuid,
            amount_unstaked: amount,
        },
        6 => Call::move_stake {
            origin_hotkey: hotkey,
            destination_hotkey: other,
            origin_netuid: netuid,
            destination_netuid: second,
            alpha_amount: amount,
        },
        7 => Call::transfer_stake {
            destination_coldkey: dice.of(&[ALICE, BOB, CAROL, DAVE]),
            hotkey,
            origin_netuid: netuid,
            destination_netuid: second,
            alpha_amount: amount,
        },
        8 => Call::burned_register {
            netuid,
            hotkey: account(dice.below(20) as u8),
        },
        9 => Call::claim_root {
            subnets: [FIRST, SECOND].into(),
        },
        10 => Call::set_root_claim_type {
            new_root_claim_type: dice.of(&[RootClaimTypeEnum::Swap, RootClaimTypeEnum::Keep]),
        },
        11 => Call::unstake_all { hotkey },
        12 => Call::recycle_alpha {
            hotkey,
            amount,
            netuid,
        },
        _ => Call::burn_alpha {
            hotkey,
            amount,
            netuid,
        },
    }
}

#[test]
fn random_days_leave_nothing_unexplained() {
    for seed in 0..6 {
        on_chain(|| {
            let mut dice = Dice { seed, count: 0 };
            PendingChildKeyCooldown::<Runtime>::put(0);
            stake(BOB, BOB_HOT, ROOT, 500 * TAO);
            register(FIRST, BOB, BOB_HOT);
            let lend = Call::set_children {
                hotkey: ALICE_HOT,
                netuid: FIRST,
                children: vec![(1 << 62, BOB_HOT)],
            };
            signed(ALICE, lend).unwrap();
            let mut succeeded = 0;
            for block in 2..120 {
                run_to(block);
                for _ in 0..dice.below(5) {
                    let (who, call) = (dice.of(&[ALICE, BOB, CAROL, DAVE]), random_call(&mut dice));
                    succeeded += u32::from(signed(who, call).is_ok());
                }
                assert_explained();
            }
            assert!(succeeded > 80, "only {succeeded} calls did anything");
        });
    }
}

#[test]
fn blocks_make_what_they_say_and_no_more() {
    on_chain(|| {
        stake(BOB, BOB_HOT, ROOT, 500 * TAO);
        stake(CAROL, ALICE_HOT, FIRST, 50 * TAO);
        for block in 2..60 {
            let tao = TotalIssuance::<Runtime>::get();
            let alpha = [FIRST, SECOND].map(alpha_issuance);
            run_to(block);
            let made: u64 = [FIRST, SECOND]
                .map(|netuid| SubnetTaoInEmission::<Runtime>::get(netuid))
                .iter()
                .sum();
            let grown = TotalIssuance::<Runtime>::get() - tao;
            assert!(made <= grown && grown <= TAO, "{made} of {grown}");
            for (netuid, before) in [FIRST, SECOND].into_iter().zip(alpha) {
                let made = SubnetAlphaInEmission::<Runtime>::get(netuid)
                    + SubnetAlphaOutEmission::<Runtime>::get(netuid);
                assert_eq!(alpha_issuance(netuid), before + made);
            }
        }
    });
}
