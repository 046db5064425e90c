//! Transactions: what they do, and what became of them.

use taolight_bittensor::intents::outcome::{Achieved, TransactionOutcome};
use taolight_locales::say;
use taolight_protocol::engine::TransactionState;

use crate::{format, transfer::sentence};

/// The state of a transaction as a word for programs.
pub(crate) fn state_name(state: &TransactionState) -> &'static str {
    match state {
        TransactionState::Signed => "signed",
        TransactionState::Broadcast { .. } => "broadcast",
        TransactionState::InBlock { .. } => "in_block",
        TransactionState::Finalized { outcome, .. } => match outcome.achieved() {
            Achieved::Everything | Achieved::Waiting => "finalized",
            Achieved::Part { .. } => "partly",
            Achieved::Nothing { .. } => "failed",
        },
        TransactionState::Dropped { .. } => "dropped",
        TransactionState::Invalid { .. } => "invalid",
    }
}

/// The state of a transaction in a few words.
pub(crate) fn state(state: &TransactionState) -> String {
    match state {
        TransactionState::Signed => say!(transaction.signed).to_owned(),
        TransactionState::Broadcast { peers } => {
            let count = format::number(*peers);
            match peers {
                1 => say!(transaction.sent_one, count = count),
                _ => say!(transaction.sent_many, count = count),
            }
        }
        TransactionState::InBlock { block, outcome } => {
            let block = format::block(block.number);
            match outcome.achieved() {
                Achieved::Everything => say!(transaction.in_block.done, block = block),
                Achieved::Waiting => say!(transaction.in_block.waits, block = block),
                Achieved::Part { .. } => say!(transaction.in_block.partly, block = block),
                Achieved::Nothing { .. } => say!(transaction.in_block.failed, block = block),
            }
        }
        TransactionState::Finalized { block, outcome } => {
            let block = format::block(block.number);
            match outcome.achieved() {
                Achieved::Everything => say!(transaction.finalized.done, block = block),
                Achieved::Waiting => say!(transaction.finalized.waits, block = block),
                Achieved::Part { .. } => say!(transaction.finalized.partly, block = block),
                Achieved::Nothing { .. } => say!(transaction.finalized.failed, block = block),
            }
        }
        TransactionState::Dropped { .. } => say!(transaction.dropped).to_owned(),
        TransactionState::Invalid { .. } => say!(transaction.invalid).to_owned(),
    }
}

/// What a state means and what to do, where that is not plain.
pub(crate) fn state_advice(state: &TransactionState) -> Option<String> {
    match state {
        TransactionState::Signed => Some(say!(transaction.advice.signed).to_owned()),
        TransactionState::InBlock { outcome, .. } | TransactionState::Finalized { outcome, .. } => {
            outcome_advice(outcome)
        }
        TransactionState::Broadcast { .. } => None,
        TransactionState::Dropped { reason } => {
            Some(say!(transaction.advice.dropped, reason = sentence(reason)))
        }
        TransactionState::Invalid { reason } => {
            Some(say!(transaction.advice.invalid, reason = sentence(reason)))
        }
    }
}

fn outcome_advice(outcome: &TransactionOutcome) -> Option<String> {
    match outcome.achieved() {
        Achieved::Everything => None,
        Achieved::Waiting => Some(say!(transaction.advice.waiting).to_owned()),
        Achieved::Part { error } => Some(say!(
            transaction.advice.partly,
            error = error.name,
            remedy = sentence(error.remedy)
        )),
        Achieved::Nothing { error } => Some(say!(
            transaction.advice.failed,
            error = error.name,
            remedy = sentence(error.remedy)
        )),
    }
}

/// Whether nothing was transferred and nothing can be any more, so that sending again is safe.
pub(crate) fn did_not_happen(state: &TransactionState) -> bool {
    match state {
        TransactionState::Finalized { outcome, .. } => {
            matches!(outcome.achieved(), Achieved::Nothing { .. })
        }
        TransactionState::Dropped { .. } | TransactionState::Invalid { .. } => true,
        TransactionState::Signed | TransactionState::Broadcast { .. } | TransactionState::InBlock { .. } => {
            false
        }
    }
}

/// Whether a transaction came to its end and did what it was to do, or waits for others to do theirs.
pub(crate) fn is_done(state: &TransactionState) -> bool {
    match state {
        TransactionState::Finalized { outcome, .. } => {
            matches!(outcome.achieved(), Achieved::Everything | Achieved::Waiting)
        }
        TransactionState::Signed
        | TransactionState::Broadcast { .. }
        | TransactionState::InBlock { .. }
        | TransactionState::Dropped { .. }
        | TransactionState::Invalid { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::intents::outcome::{ChainError, Inner};
    use taolight_primitives::{BlockHash, BlockRef, Rao};

    use super::*;

    const BLOCK: BlockRef = BlockRef {
        number: 5_678,
        hash: BlockHash([0; 32]),
    };

    fn too_little() -> ChainError {
        ChainError {
            name: "Balances.InsufficientBalance".to_owned(),
            remedy: "This account has too little. Send less.".to_owned(),
        }
    }

    fn finalized(error: Option<ChainError>, inner: Vec<Inner>) -> TransactionState {
        TransactionState::Finalized {
            block: BLOCK,
            outcome: TransactionOutcome {
                error,
                fee: Some(Rao(1)),
                alpha_fee: None,
                happened: Vec::new(),
                inner,
            },
        }
    }

    #[test]
    fn a_failed_transfer_names_the_error_and_the_cost() {
        let failed = finalized(Some(too_little()), Vec::new());
        assert_eq!(state_name(&failed), "failed");
        assert_eq!(state(&failed), "failed, finalized #5,678");
        assert!(did_not_happen(&failed));
        assert_eq!(
            state_advice(&failed).unwrap(),
            "Balances.InsufficientBalance: This account has too little. Send less. Nothing moved; the fee was paid."
        );
    }

    #[test]
    fn what_a_proxy_could_not_do_has_failed() {
        let error = Some(too_little());
        let failed = finalized(None, vec![Inner::Proxied { error: error.clone() }]);
        assert_eq!(state_name(&failed), "failed");
        let partly = finalized(None, vec![Inner::Item { error: None }, Inner::Item { error }]);
        assert_eq!(state(&partly), "partly failed, finalized #5,678");
        assert!(!did_not_happen(&partly));
        assert_eq!(state_name(&finalized(None, Vec::new())), "finalized");
    }
}
