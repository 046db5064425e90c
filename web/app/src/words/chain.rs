//! The state of the chain and of what is proven of it.

use taolight_bittensor::reads::ColdkeySwap;
use taolight_primitives::Level;
use taolight_protocol::engine::{CheckpointInfo, Holder, Notice, Phase, Stall};

use crate::{format, transfer::sentence};

/// What a holder must know of a coldkey's swap at once; nothing while there is none.
pub(crate) fn swap_alert(swap: &ColdkeySwap, name: &str) -> Option<String> {
    match swap {
        ColdkeySwap::None => None,
        ColdkeySwap::Announced { executable_from, .. } => Some(format!(
            "Another coldkey is announced for {name}: from block {} on, everything in it can go there. If you did not \
             announce it, somebody has its words: look at Account now.",
            format::block(*executable_from)
        )),
        ColdkeySwap::Disputed { .. } => Some(format!(
            "{name} is frozen, because the announcement of another coldkey is disputed. The chain's council decides."
        )),
    }
}

/// What the light client is doing in a tab that has none.
pub(crate) const NOT_HERE: &str = "In use in another tab";

/// Why the light client does not run here, and what to do.
pub(crate) fn elsewhere(holder: Holder) -> &'static str {
    match holder {
        Holder::Tab => {
            "The wallet is in use in another tab, and this browser lets only one tab at a time follow the chain. What you \
             typed here stays."
        }
        Holder::Version => {
            "The wallet is open in another tab in another version. Reload the older one of the two, or use it here. What \
             you typed here stays."
        }
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
    format!("Another tab opened {name}. All tabs show the same network, so this one shows it, too.")
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
        Phase::Off => "No network open".to_owned(),
        Phase::Connecting => "Connecting".to_owned(),
        Phase::Syncing { at, target } => {
            let (proven, all) = progress(at, target, checkpoint);
            format!(
                "Proving blocks {} of {}",
                format::number(proven),
                format::number(all)
            )
        }
        Phase::Ready => "Ready".to_owned(),
        Phase::Stalled { reason } => match reason {
            Stall::NoPeers => "Stalled: no peer answers",
            Stall::NoProgress => "Stalled: nothing moves",
            Stall::CheckpointUnproven => "Stalled: no proof from the checkpoint",
        }
        .to_owned(),
    }
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
        Stall::NoPeers => {
            "No peer answers. Check your connection; Taolight keeps dialling. Your money is safe."
        }
        Stall::NoProgress => {
            "Peers answer, and no new block is proven. If this lasts a minute, choose the network again. Your money is safe."
        }
        Stall::CheckpointUnproven => {
            "Peers answer, and none can prove the blocks after the checkpoint. Use a newer Taolight, or open a network \
             file with a newer checkpoint. Your money is safe."
        }
    }
}

/// How well something is proven: the word and what it means.
pub(crate) fn level(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Finalized => (
            "finalized",
            "Proven at a finalized block. This cannot change any more.",
        ),
        Level::Best => (
            "best block",
            "Proven at the best block, which may still be replaced.",
        ),
        Level::Cached => ("cached", "Proven earlier and kept on this device."),
        Level::Unverified => ("not verified", "Nobody has proven this."),
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
        Notice::SavedStateSetAside { reason } => format!(
            "What was saved on this device could not be used, so proving starts from the checkpoint. {}",
            sentence(reason)
        ),
        Notice::BootnodesUnreachable { addresses, reason } => {
            let count = u32::try_from(addresses.len()).unwrap_or(u32::MAX);
            let count = format::count(count, "first peer", "first peers");
            format!("{count} cannot be dialled from here. {}", sentence(reason))
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
