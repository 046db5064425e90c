//! Who may commit, and to how much.

use super::*;
use crate::{Commitments, Runtime, RuntimeOrigin, seed::path, seed::tests::on_chain};
use frame_support::{BoundedVec, assert_noop, assert_ok};

type Failure = Error<Runtime>;

const NETUID: u16 = 1;

fn miner() -> AccountId {
    path::account(&path::hotkey(&path::miner(1)))
}

fn info(fields: Vec<Data>) -> CommitmentInfo {
    CommitmentInfo {
        fields: BoundedVec::truncate_from(fields),
    }
}

fn commit(fields: Vec<Data>) -> DispatchResult {
    Commitments::set_commitment(RuntimeOrigin::signed(miner()), NETUID, info(fields))
}

fn big(length: usize) -> Data {
    Data::BigRaw(BoundedVec::truncate_from(vec![1; length]))
}

#[test]
fn a_neuron_commits_and_replaces_it() {
    on_chain(|| {
        assert_ok!(commit(vec![big(10)]));
        assert_ok!(commit(vec![big(20)]));
        let registration = CommitmentOf::<Runtime>::get(NETUID, miner()).expect("it is there");
        assert_eq!(registration.info, info(vec![big(20)]));
        let usage = UsedSpaceOf::<Runtime>::get(NETUID, miner()).expect("it is counted");
        assert_eq!(usage.used_space, 30);
    });
}

#[test]
fn nobody_else_commits() {
    on_chain(|| {
        let coldkey = RuntimeOrigin::signed(path::account(&path::miner(1)));
        assert_noop!(
            Commitments::set_commitment(coldkey, NETUID, info(vec![])),
            Failure::AccountNotAllowedCommit
        );
    });
}

#[test]
fn space_is_limited_within_an_epoch() {
    on_chain(|| {
        let three = || vec![big(512), big(512), big(512)];
        assert_ok!(commit(three()));
        assert_ok!(commit(three()));
        assert_noop!(commit(three()), Failure::SpaceLimitExceeded);
        SubnetEpochIndex::<Runtime>::mutate(NETUID, |epoch| *epoch += 1);
        assert_ok!(commit(three()));
    });
}

#[test]
fn a_sealed_commitment_waits() {
    on_chain(|| {
        let sealed = Data::TimelockEncrypted {
            encrypted: BoundedVec::truncate_from(vec![1; 40]),
            reveal_round: 9,
        };
        assert_ok!(commit(vec![sealed]));
        assert!(TimelockedIndex::<Runtime>::get().contains(&(NETUID, miner())));
        assert_ok!(commit(vec![Data::None]));
        assert!(TimelockedIndex::<Runtime>::get().is_empty());
    });
}
