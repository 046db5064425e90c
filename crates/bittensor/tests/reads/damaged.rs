//! Answers from anybody: refused or understood, never a panic.

use std::cell::RefCell;

use taolight_bittensor::reads::{self, Column, PositionKey};
use taolight_primitives::NetUid;

use crate::{
    ALICE, ALICE_HOT, CHARLIE, CHARLIE_HOT, DAVE,
    common::{
        hostile::{Hostile, Random},
        json::address,
        newer,
        recorded::Recorded,
        reference_metadata,
    },
    now,
};

/// Runs every read, and counts those that were refused.
fn read_everything(view: &Hostile<'_>) -> usize {
    let [alice, charlie, dave] = [ALICE, CHARLIE, DAVE].map(address);
    let [alice_hot, charlie_hot] = [ALICE_HOT, CHARLIE_HOT].map(address);
    let position = PositionKey {
        hotkey: alice_hot,
        coldkey: alice,
        netuid: NetUid(2),
    };
    [
        now(reads::balance(view, &alice)).is_err(),
        now(reads::portfolio(view, &[alice, charlie])).is_err(),
        now(reads::stake(view, &position)).is_err(),
        now(reads::pools(view, &[NetUid(0), NetUid(2), NetUid(3)])).is_err(),
        now(reads::subnets(view)).is_err(),
        now(reads::subnet_detail(view, NetUid(2))).is_err(),
        now(reads::subnet_registration_cost(view)).is_err(),
        now(reads::subnet_to_prune(view)).is_err(),
        now(reads::hyperparameters(view, NetUid(2))).is_err(),
        now(reads::metagraph(view, NetUid(2), &Column::ALL)).is_err(),
        now(reads::neurons(view, NetUid(2), 0..300)).is_err(),
        now(reads::validators(view, NetUid(2))).is_err(),
        now(reads::hotkey(view, &charlie_hot)).is_err(),
        now(reads::hotkey_owner(view, &alice_hot)).is_err(),
        now(reads::own_hotkeys(view, &alice)).is_err(),
        now(reads::locks(view, &charlie)).is_err(),
        now(reads::coldkey_lock(view, &charlie, NetUid(4))).is_err(),
        now(reads::hotkey_conviction(view, &charlie_hot, NetUid(4))).is_err(),
        now(reads::most_convicted(view, NetUid(4))).is_err(),
        now(reads::root_claims(view, &alice)).is_err(),
        now(reads::auto_stake(view, &dave)).is_err(),
        now(reads::proxies(view, &alice)).is_err(),
        now(reads::multisig_operations(view, &alice)).is_err(),
        now(reads::coldkey_swap(view, &alice)).is_err(),
        now(reads::crowdloans(view)).is_err(),
        now(reads::contributions(view, &dave, &[0, 1])).is_err(),
        now(reads::supply(view)).is_err(),
        now(reads::chain_rules(view)).is_err(),
        now(reads::share_samples(view, &[(alice_hot, NetUid(2))])).is_err(),
        now(reads::last_epoch(view, &alice_hot, NetUid(2))).is_err(),
    ]
    .into_iter()
    .filter(|refused| *refused)
    .count()
}

fn hundred_times(honest: &Recorded) {
    let mut refused = 0;
    for seed in 1..=100_u64 {
        let view = Hostile {
            honest,
            random: RefCell::new(Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))),
        };
        refused += read_everything(&view);
    }
    // Most damage shows; what is left still has the right types.
    assert!(refused > 1_000, "{refused} of 3000 refused");
}

#[test]
fn any_bytes_are_survived() {
    let Some(honest) = Recorded::open() else {
        return;
    };
    hundred_times(&honest);
}

#[test]
fn any_bytes_of_a_newer_runtime_are_survived() {
    let (Some(mut honest), Some(bytes)) = (Recorded::open(), reference_metadata()) else {
        return;
    };
    honest.metadata = newer::newer(&bytes);
    hundred_times(&honest);
}
