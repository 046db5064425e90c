//! Transactions: what they do, and what became of them.

use taolight_protocol::engine::{Intent, Outcome, TransactionState};

use crate::{format, transfer::sentence};

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

#[cfg(test)]
mod tests {
    use taolight_primitives::{BlockHash, BlockRef, Rao};

    use super::*;

    const BLOCK: BlockRef = BlockRef {
        number: 5_678,
        hash: BlockHash([0; 32]),
    };

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
}
