//! Tests of the watchdog over hand-made observations.

use super::*;

const START: u32 = 100;

fn state(phase: SmoldotPhase, num_peers: u32, health: Health) -> LifecycleState {
    LifecycleState {
        phase,
        num_peers,
        health,
    }
}

fn syncing() -> LifecycleState {
    state(SmoldotPhase::Syncing { at: 100, target: 500 }, 1, Health::Ok)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn counters(proofs_verified: u64, proofs_refused: u64, warp_sync_answers: u64) -> Counters {
    Counters {
        proofs_verified,
        proofs_refused,
        warp_sync_answers,
    }
}

const UNPROVEN: Phase = Phase::Stalled {
    reason: Stall::CheckpointUnproven,
};

#[test]
fn refused_proofs_and_nothing_else_are_an_unproven_checkpoint() {
    let mut watchdog = Watchdog::new(START);
    watchdog.look(seconds(2), 0, &syncing(), counters(0, 1, 1));
    assert_eq!(
        watchdog.judge(&syncing()).phase,
        Phase::Syncing { at: 100, target: 500 }
    );
    watchdog.look(seconds(9), 0, &syncing(), counters(0, 1, 1));
    assert_eq!(watchdog.judge(&syncing()).phase, UNPROVEN);
    // The peer was banned meanwhile: the reason is still the checkpoint, not the lack of peers.
    let alone = state(
        SmoldotPhase::Connecting,
        0,
        Health::Stalled {
            reason: StallReason::NoPeers,
        },
    );
    watchdog.look(seconds(40), 0, &alone, counters(0, 1, 1));
    assert_eq!(watchdog.judge(&alone).phase, UNPROVEN);
    // A better peer turns up.
    watchdog.look(seconds(41), 0, &syncing(), counters(1, 1, 2));
    assert!(watchdog.proven);
    assert_eq!(
        watchdog.judge(&syncing()).phase,
        Phase::Syncing { at: 100, target: 500 }
    );
}

#[test]
fn a_slow_link_is_not_an_unproven_checkpoint() {
    let mut watchdog = Watchdog::new(START);
    for at in 0..44 {
        watchdog.look(seconds(at), 0, &syncing(), counters(0, 0, 0));
        assert_eq!(
            watchdog.judge(&syncing()).phase,
            Phase::Syncing { at: 100, target: 500 }
        );
    }
}

#[test]
fn answers_without_proofs_are_an_unproven_checkpoint() {
    let mut watchdog = Watchdog::new(START);
    watchdog.look(seconds(3), 0, &syncing(), counters(0, 0, 3));
    assert!(!watchdog.unproven);
    watchdog.look(seconds(24), 0, &syncing(), counters(0, 0, 9));
    assert!(watchdog.unproven);
}

#[test]
fn nobody_is_ready_without_ever_having_had_a_peer() {
    let mut watchdog = Watchdog::new(START);
    let alone = state(SmoldotPhase::Ready, 0, Health::Ok);
    watchdog.look(seconds(1), 100, &alone, counters(0, 0, 0));
    assert_eq!(watchdog.judge(&alone).phase, Phase::Connecting);
    let met = state(SmoldotPhase::Ready, 1, Health::Ok);
    watchdog.look(seconds(2), 100, &met, counters(0, 0, 0));
    assert_eq!(watchdog.judge(&met).phase, Phase::Ready);
    // A peer that leaves for a moment is no reason to start over.
    watchdog.look(seconds(3), 100, &alone, counters(0, 0, 0));
    assert_eq!(watchdog.judge(&alone).phase, Phase::Ready);
}

#[test]
fn a_finalized_block_past_the_start_settles_it() {
    let mut watchdog = Watchdog::new(START);
    let ready = state(SmoldotPhase::Ready, 1, Health::Ok);
    watchdog.look(seconds(1), 100, &ready, counters(0, 0, 0));
    assert!(!watchdog.proven);
    watchdog.look(seconds(13), 101, &ready, counters(0, 0, 0));
    assert!(watchdog.proven);
    assert_eq!(watchdog.judge(&ready).phase, Phase::Ready);
    let stalled = state(
        SmoldotPhase::Ready,
        0,
        Health::Stalled {
            reason: StallReason::NoPeers,
        },
    );
    assert_eq!(
        watchdog.judge(&stalled).phase,
        Phase::Stalled {
            reason: Stall::NoPeers
        }
    );
}
