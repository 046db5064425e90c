//! The sentences of the page: what is going on, what it means for the money, and what to do next.

use taolight_primitives::{ErrorCode, Failure, Level};
use taolight_protocol::engine::{CheckpointInfo, Intent, Notice, Outcome, Phase, Stall, TransactionState};
use taolight_protocol::vault::Warning;

use crate::{format, transfer::sentence};

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
            "Peers answer, and no new block is proven. If this lasts a minute, reload the page. Your money is safe."
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

/// What could go wrong with a transaction.
pub(crate) fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::AllowsDeath => {
            "Your account may be emptied. If less than the existential deposit is left, the chain removes the account \
             and what is left in it."
        }
        Warning::GivesFullControl => {
            "Another account gets full control: it could send everything that this one has. Sign only if that account \
             is yours."
        }
        Warning::SwapsColdkey => {
            "This moves everything that the account owns to another coldkey. From its announcement on, the account can \
             do nothing else."
        }
        Warning::FreezesAccount => {
            "This freezes the account completely. Only the chain's root can undo it, and nobody can promise when."
        }
        Warning::Hidden => {
            "A dangerous call is hidden inside another one. Read every line below before you sign."
        }
        Warning::UnprovenMetadata => {
            "This chain does not check how the call was decoded. Sign only if you trust the network file."
        }
        Warning::Immortal => "The signature never expires. Until it is used, anybody who has it can send it.",
    }
}

/// An intent as a headline: `Send 1.5 τ`.
pub(crate) fn act(intent: &Intent) -> String {
    match intent {
        Intent::Transfer { amount, .. } => format!("Send {} {}", format::amount(*amount), format::TAU),
    }
}

/// The state of a transaction as a word for programs.
pub(crate) fn state_name(state: &TransactionState) -> &'static str {
    match state {
        TransactionState::Signed => "signed",
        TransactionState::Broadcast { .. } => "broadcast",
        TransactionState::InBlock { .. } => "in_block",
        TransactionState::Finalized {
            outcome: Outcome::Success { .. },
            ..
        } => "finalized",
        TransactionState::Finalized {
            outcome: Outcome::Failed { .. },
            ..
        } => "failed",
        TransactionState::Dropped { .. } => "dropped",
        TransactionState::Invalid { .. } => "invalid",
    }
}

/// The state of a transaction in a few words.
pub(crate) fn state(state: &TransactionState) -> String {
    match state {
        TransactionState::Signed => "signed".to_owned(),
        TransactionState::Broadcast { peers } => {
            format!("sent to {}", format::count(*peers, "peer", "peers"))
        }
        TransactionState::InBlock { block, outcome } => match outcome {
            Outcome::Success { .. } => format!("in block {}", format::block(block.number)),
            Outcome::Failed { .. } => format!("failed in block {}", format::block(block.number)),
        },
        TransactionState::Finalized { block, outcome } => match outcome {
            Outcome::Success { .. } => format!("finalized {}", format::block(block.number)),
            Outcome::Failed { .. } => format!("failed, finalized {}", format::block(block.number)),
        },
        TransactionState::Dropped { .. } => "dropped".to_owned(),
        TransactionState::Invalid { .. } => "invalid".to_owned(),
    }
}

/// What a state means and what to do, where that is not plain.
pub(crate) fn state_advice(state: &TransactionState) -> Option<String> {
    match state {
        TransactionState::Signed => {
            Some("Kept on this device until a peer takes it. Do not send it a second time.".to_owned())
        }
        TransactionState::InBlock { outcome, .. } | TransactionState::Finalized { outcome, .. } => {
            match outcome {
                Outcome::Success { .. } => None,
                Outcome::Failed {
                    error, explanation, ..
                } => {
                    let why = explanation.as_deref().map(sentence).unwrap_or_default();
                    Some(
                        format!("{error}. {why} Nothing was transferred; the fee was paid.")
                            .replace(".  ", ". "),
                    )
                }
            }
        }
        TransactionState::Broadcast { .. } => None,
        TransactionState::Dropped { reason } => Some(format!(
            "{} It did not happen and cannot happen any more, so nothing left your account. You can send again.",
            sentence(reason)
        )),
        TransactionState::Invalid { reason } => Some(format!(
            "{} The chain refused it, so nothing left your account. Check the amount and send again.",
            sentence(reason)
        )),
    }
}

/// Whether nothing was transferred and nothing can be any more, so that sending again is safe.
pub(crate) fn did_not_happen(state: &TransactionState) -> bool {
    match state {
        TransactionState::Finalized { outcome, .. } => matches!(outcome, Outcome::Failed { .. }),
        TransactionState::Dropped { .. } | TransactionState::Invalid { .. } => true,
        TransactionState::Signed | TransactionState::Broadcast { .. } | TransactionState::InBlock { .. } => {
            false
        }
    }
}

/// An error in general: what happened, and what to do where the error itself does not say.
pub(crate) fn failure(failure: &Failure) -> String {
    let next = match failure.code {
        ErrorCode::Disconnected if failure.message.contains("reload") => "Your money is safe.",
        ErrorCode::Disconnected => "If it does not come back by itself, reload the page. Your money is safe.",
        ErrorCode::ProtocolVersion => "Reload the page to get matching versions.",
        ErrorCode::NoNetwork => "Choose a network first.",
        ErrorCode::NotReady => "Wait until the status says Ready.",
        ErrorCode::NoPeers => "Check your connection.",
        ErrorCode::GenesisMismatch => "Do not use this file.",
        ErrorCode::CheckpointRejected => "Use a newer Taolight, or a network file with a newer checkpoint.",
        ErrorCode::Storage => "Free some space, or leave private browsing.",
        ErrorCode::Internal => "This is a defect of ours. Reload the page.",
        _ if failure.retryable => "Try again.",
        _ => "",
    };
    joined(&failure.message, next)
}

/// Why an account was not added. The position of a word is told, never the word.
pub(crate) fn secret_failure(failure: &Failure) -> String {
    let what = match failure.code {
        ErrorCode::MnemonicWord => match &failure.data {
            Some(position) => format!("Word {position} is not in the word list. Check its spelling."),
            None => "One word is not in the word list. Check the spelling.".to_owned(),
        },
        ErrorCode::MnemonicLength => {
            "A mnemonic has 12, 15, 18, 21 or 24 words. Count them again.".to_owned()
        }
        ErrorCode::MnemonicChecksum => {
            "All words exist, but they do not fit together. Check their order, and each word.".to_owned()
        }
        ErrorCode::InvalidSecretUri => "This is neither a mnemonic nor a secret URI.".to_owned(),
        _ => self::failure(failure),
    };
    format!("{what} The field was cleared, so type it again.")
}

/// Why nothing can be reviewed. Nothing is signed at this point.
pub(crate) fn review_failure(failure: &Failure) -> String {
    joined(
        &self::failure(failure),
        "Nothing was signed and nothing was sent.",
    )
}

/// Why a signed transaction was not handed over, with what is certain about the money.
pub(crate) fn submit_failure(failure: &Failure) -> String {
    match failure.code {
        ErrorCode::RuntimeChanged => {
            "The chain upgraded while you were reviewing. Nothing was sent. Review again.".to_owned()
        }
        ErrorCode::AlreadySubmitted => {
            "This transaction is already on its way. Follow it under Activity.".to_owned()
        }
        ErrorCode::Disconnected | ErrorCode::Cancelled | ErrorCode::Internal => joined(
            &failure.message,
            "It may or may not have been sent. Reload the page and look at Activity before you send again.",
        ),
        _ if failure.message.contains("nothing was sent") => joined(&failure.message, "Your money is safe."),
        ErrorCode::NotApproved => joined(&failure.message, "Nothing was sent. Review again."),
        _ => joined(&failure.message, "Nothing was sent. Your money is safe."),
    }
}

/// Whether the same transfer may be prepared again after this failure without a risk of sending it twice.
pub(crate) fn may_review_again(failure: &Failure) -> bool {
    !matches!(
        failure.code,
        ErrorCode::AlreadySubmitted | ErrorCode::Disconnected | ErrorCode::Cancelled | ErrorCode::Internal
    )
}

fn joined(message: &str, next: &str) -> String {
    let message = sentence(message);
    if next.is_empty() || message.contains(next) {
        return message;
    }
    format!("{message} {next}")
}

#[cfg(test)]
mod tests {
    use taolight_primitives::{BlockHash, BlockRef, Rao};

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

    #[test]
    fn a_failed_transfer_names_the_error_and_the_cost() {
        let failed = |explanation: Option<&str>| TransactionState::Finalized {
            block: BLOCK,
            outcome: Outcome::Failed {
                error: "Balances.InsufficientBalance".to_owned(),
                explanation: explanation.map(str::to_owned),
                fee: Some(Rao(1)),
            },
        };
        assert_eq!(state_name(&failed(None)), "failed");
        assert_eq!(state(&failed(None)), "failed, finalized #5,678");
        assert_eq!(
            state_advice(&failed(Some("balance too low to send value"))).unwrap(),
            "Balances.InsufficientBalance. Balance too low to send value. Nothing was transferred; the fee was paid."
        );
        assert_eq!(
            state_advice(&failed(None)).unwrap(),
            "Balances.InsufficientBalance. Nothing was transferred; the fee was paid."
        );
    }

    #[test]
    fn only_certain_failures_say_that_nothing_was_sent() {
        let of = |code| submit_failure(&Failure::new(code, "it broke"));
        assert!(of(ErrorCode::RuntimeChanged).contains("Nothing was sent"));
        assert!(of(ErrorCode::Storage).contains("Nothing was sent"));
        assert!(!of(ErrorCode::Disconnected).contains("Nothing was sent"));
        assert!(!may_review_again(&Failure::new(ErrorCode::Disconnected, "gone")));
    }

    #[test]
    fn a_mistyped_mnemonic_names_the_position() {
        let failure = Failure::new(ErrorCode::MnemonicWord, "a word is unknown").with_data(7);
        assert!(secret_failure(&failure).starts_with("Word 7 is not in the word list."));
    }
}
