//! How far the light client is, from smoldot's own lifecycle and counters, never from its logs.
//!
//! smoldot calls a sync stalled after 45 seconds without progress and does not say why. A checkpoint that nobody can
//! prove anything from shows itself earlier: peers answer, their proofs do not verify, and the finalized block is still
//! the one we started from. smoldot counts refused proofs, so a slow link, whose proofs merely come late, is never
//! mistaken for that. Within 32 blocks of the head smoldot asks for no proof and ignores votes of a set that it does not
//! expect, so there a wrong set id shows only once the chain has moved on that far.

use std::{sync::Arc, time::Duration};

use futures::future::{Either, select};
use smoldot_light::{
    ChainId,
    lifecycle_service::{Health, LifecycleState, Phase as SmoldotPhase, StallReason},
};
use taolight_primitives::BlockRef;

use crate::{
    backend::Backend,
    counters::Counters,
    heads::Head,
    rpc::Rpc,
    watch::{Watch, WatchSender},
};

/// How often to look at the counters while nothing is proven yet.
const LOOK: Duration = Duration::from_millis(1_500);
/// How long refused proofs must be all there is.
const REFUSED_FOR: Duration = Duration::from_secs(6);
/// How long answers without any proof must be all there is.
const EMPTY_FOR: Duration = Duration::from_secs(20);
/// Answers without any proof that it takes.
const EMPTY_ANSWERS: u64 = 3;

/// How far the light client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifecycle {
    /// The phase.
    pub phase: Phase,
    /// Peers that are connected.
    pub peers: u32,
}

/// Phases of the light client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Looking for peers.
    Connecting,
    /// Proving blocks.
    Syncing {
        /// Highest block that is proven.
        at: u32,
        /// Highest block that a peer announced.
        target: u32,
    },
    /// Following the chain.
    Ready,
    /// Not getting on.
    Stalled {
        /// Why.
        reason: Stall,
    },
}

/// Why the light client is not getting on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stall {
    /// No peer answers.
    NoPeers,
    /// Peers answer and nothing moves.
    NoProgress,
    /// Peers answer, and none can prove anything from the block that we started from.
    CheckpointUnproven,
}

/// Where a client started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartPoint {
    /// The block.
    pub block: BlockRef,
    /// Who says that it is part of the chain.
    pub origin: Origin,
}

/// Who vouches for the block from which a client started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The chain's genesis.
    Genesis,
    /// The network's checkpoint.
    Checkpoint,
    /// Our own verified state of an earlier run.
    Saved,
}

/// Follows smoldot's lifecycle until the client closes.
pub(crate) fn start(
    backend: &Arc<dyn Backend>,
    rpc: Rpc,
    front_end: ChainId,
    started_from: BlockRef,
    finalized: Watch<Option<Head>>,
) -> Watch<Lifecycle> {
    let sender = WatchSender::new(Lifecycle {
        phase: Phase::Connecting,
        peers: 0,
    });
    let watch = sender.watch();
    let backend_of_task = Arc::clone(backend);
    backend.spawn(
        "taolight-lifecycle",
        Box::pin(run(
            backend_of_task,
            rpc,
            front_end,
            started_from,
            finalized,
            sender,
        )),
    );
    watch
}

async fn run(
    backend: Arc<dyn Backend>,
    rpc: Rpc,
    front_end: ChainId,
    started_from: BlockRef,
    finalized: Watch<Option<Head>>,
    sender: WatchSender<Lifecycle>,
) {
    let Some(mut states) = backend.lifecycle(front_end) else {
        return;
    };
    let mut watchdog = Watchdog::new(started_from.number);
    let mut state = LifecycleState::default();
    while !rpc.is_closed() {
        let next = if watchdog.proven {
            states.next().await.map(Some)
        } else {
            match select(Box::pin(states.next()), backend.sleep(LOOK)).await {
                Either::Left((next, _)) => next.map(Some),
                Either::Right(_) => Some(None),
            }
        };
        match next {
            None => return,
            Some(Some(newer)) => state = newer,
            Some(None) => {}
        }
        if !watchdog.proven {
            let counters = Counters::read(&rpc).await.unwrap_or_default();
            let at = finalized.get().map_or(0, |head| head.block.number);
            watchdog.look(backend.now(), at, &state, counters);
        }
        sender.set(watchdog.judge(&state));
    }
}

/// Decides whether the start is unproven.
#[derive(Debug)]
struct Watchdog {
    started_from: u32,
    /// Something was proven from the start, so it is good for ever.
    proven: bool,
    unproven: bool,
    /// Whether there ever was a peer. Without any, smoldot calls itself ready after a while, since it has nothing to do.
    met: bool,
    refused_since: Option<Duration>,
    empty_since: Option<Duration>,
}

impl Watchdog {
    fn new(started_from: u32) -> Self {
        Self {
            started_from,
            proven: false,
            unproven: false,
            met: false,
            refused_since: None,
            empty_since: None,
        }
    }

    fn look(&mut self, now: Duration, finalized: u32, state: &LifecycleState, counters: Counters) {
        if finalized > self.started_from || counters.proofs_verified > 0 {
            *self = Self {
                proven: true,
                met: true,
                ..Self::new(self.started_from)
            };
            return;
        }
        self.met |= state.num_peers > 0;
        if counters.proofs_refused > 0 {
            self.refused_since.get_or_insert(now);
        }
        let waiting = matches!(state.phase, SmoldotPhase::Syncing { at, target } if target > at);
        if waiting && counters.warp_sync_answers >= EMPTY_ANSWERS {
            self.empty_since.get_or_insert(now);
        }
        let lasted = |since: Option<Duration>, long: Duration| {
            since.is_some_and(|since| now.saturating_sub(since) >= long)
        };
        let stuck = matches!(
            state.health,
            Health::Stalled {
                reason: StallReason::NoProgress
            }
        ) && state.num_peers > 0;
        self.unproven =
            lasted(self.refused_since, REFUSED_FOR) || lasted(self.empty_since, EMPTY_FOR) || stuck;
    }

    fn judge(&self, state: &LifecycleState) -> Lifecycle {
        let height = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let phase = match (state.health, state.phase) {
            _ if self.unproven => Phase::Stalled {
                reason: Stall::CheckpointUnproven,
            },
            (
                Health::Stalled {
                    reason: StallReason::NoPeers,
                },
                _,
            ) => Phase::Stalled {
                reason: Stall::NoPeers,
            },
            (
                Health::Stalled {
                    reason: StallReason::NoProgress,
                },
                _,
            ) => Phase::Stalled {
                reason: Stall::NoProgress,
            },
            (Health::Ok, SmoldotPhase::Connecting) => Phase::Connecting,
            (Health::Ok, SmoldotPhase::Syncing { at, target }) => Phase::Syncing {
                at: height(at),
                target: height(target),
            },
            (Health::Ok, SmoldotPhase::Ready) if self.met => Phase::Ready,
            (Health::Ok, SmoldotPhase::Ready) => Phase::Connecting,
        };
        Lifecycle {
            phase,
            peers: state.num_peers,
        }
    }
}

#[cfg(test)]
#[path = "lifecycle_tests.rs"]
mod tests;
