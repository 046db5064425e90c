//! The state of the chain and of what is proven of it.

use taolight_bittensor::reads::ColdkeySwap;
use taolight_locales::say;
use taolight_primitives::Level;
use taolight_protocol::engine::{CheckpointInfo, Holder, Notice, Phase, Stall};

use crate::{format, transfer::sentence};

/// What a holder must know of a coldkey's swap at once; nothing while there is none.
pub(crate) fn swap_alert(swap: &ColdkeySwap, name: &str) -> Option<String> {
    match swap {
        ColdkeySwap::None => None,
        ColdkeySwap::Announced { executable_from, .. } => {
            let block = format::block(*executable_from);
            Some(say!(chain.swap_announced, name = name, block = block))
        }
        ColdkeySwap::Disputed { .. } => Some(say!(chain.swap_disputed, name = name)),
    }
}

/// What the light client is doing in a tab that has none.
pub(crate) fn not_here() -> &'static str {
    say!(chain.not_here)
}

/// Why the light client does not run here, and what to do.
pub(crate) fn elsewhere(holder: Holder) -> &'static str {
    match holder {
        Holder::Tab => say!(chain.elsewhere_tab),
        Holder::Version => say!(chain.elsewhere_version),
    }
}

/// The holder as a word for programs.
pub(crate) fn holder_name(holder: Holder) -> &'static str {
    match holder {
        Holder::Tab => "tab",
        Holder::Version => "version",
    }
}

/// That another tab opened another network.
pub(crate) fn followed(name: &str) -> String {
    say!(chain.followed, name = name)
}

/// The phase as a word for programs.
pub(crate) fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Off => "off",
        Phase::Connecting => "connecting",
        Phase::Syncing { .. } => "syncing",
        Phase::Ready => "ready",
        Phase::Stalled { .. } => "stalled",
    }
}

/// What the light client is doing. Blocks are counted from the checkpoint, because those are the ones to prove.
pub(crate) fn phase(phase: Phase, checkpoint: Option<&CheckpointInfo>) -> String {
    match phase {
        Phase::Off => say!(chain.phase.off),
        Phase::Connecting => say!(chain.phase.connecting),
        Phase::Syncing { at, target } => {
            let (proven, all) = progress(at, target, checkpoint);
            return say!(
                chain.phase.proving,
                done = format::number(proven),
                all = format::number(all)
            );
        }
        Phase::Ready => say!(chain.phase.ready),
        Phase::Stalled { reason } => match reason {
            Stall::NoPeers => say!(chain.phase.no_peers),
            Stall::NoProgress => say!(chain.phase.no_progress),
            Stall::CheckpointUnproven => say!(chain.phase.unproven),
        },
    }
    .to_owned()
}

/// Blocks proven since the checkpoint, and blocks to prove in all.
pub(crate) fn progress(at: u32, target: u32, checkpoint: Option<&CheckpointInfo>) -> (u32, u32) {
    let start = checkpoint.map_or(0, |checkpoint| checkpoint.block.number);
    let proven = at.saturating_sub(start);
    (proven, target.saturating_sub(start).max(proven))
}

/// What to do about a stall.
pub(crate) fn stall_advice(reason: Stall) -> &'static str {
    match reason {
        Stall::NoPeers => say!(chain.stall.no_peers),
        Stall::NoProgress => say!(chain.stall.no_progress),
        Stall::CheckpointUnproven => say!(chain.stall.unproven),
    }
}

/// How well something is proven: the word and what it means.
pub(crate) fn level(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Finalized => (say!(chain.level.finalized), say!(chain.level.finalized_means)),
        Level::Best => (say!(chain.level.best), say!(chain.level.best_means)),
        Level::Cached => (say!(chain.level.cached), say!(chain.level.cached_means)),
        Level::Unverified => (say!(chain.level.unverified), say!(chain.level.unverified_means)),
    }
}

/// The level as a word for programs.
pub(crate) fn level_name(level: Level) -> &'static str {
    match level {
        Level::Finalized => "finalized",
        Level::Best => "best",
        Level::Cached => "cached",
        Level::Unverified => "unverified",
    }
}

/// Something that is not an error and that the user should know.
pub(crate) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::SavedStateSetAside { reason } => say!(chain.saved_set_aside, reason = sentence(reason)),
        Notice::BootnodesUnreachable { addresses, reason } => {
            let count = format::number(addresses.len() as u64);
            let reason = sentence(reason);
            match addresses.len() {
                1 => say!(chain.unreachable_one, count = count, reason = reason),
                _ => say!(chain.unreachable_many, count = count, reason = reason),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::{BlockHash, BlockRef};

    use super::*;

    const BLOCK: BlockRef = BlockRef {
        number: 5_678,
        hash: BlockHash([0; 32]),
    };

    #[test]
    fn progress_counts_from_the_checkpoint() {
        let checkpoint = CheckpointInfo {
            block: BlockRef {
                number: 1_000,
                ..BLOCK
            },
            set_id: 0,
            time_ms: 0,
        };
        let syncing = Phase::Syncing {
            at: 2_234,
            target: 6_678,
        };
        assert_eq!(phase(syncing, Some(&checkpoint)), "Proving blocks 1,234 of 5,678");
        assert_eq!(phase(syncing, None), "Proving blocks 2,234 of 6,678");
        // A target that lags behind never makes more than all.
        assert_eq!(progress(10, 5, None), (10, 10));
    }
}
