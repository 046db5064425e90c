//! What touched the accounts and was not signed here, out of what the light client saw.

use std::cmp::Reverse;

use taolight_primitives::{AccountId, BlockRef};
use taolight_protocol::engine::{AccountActivity, JournalEntry, Seen, TransactionState};

/// What the coverage is measured against.
pub(crate) const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// A block that touched an account, without what was signed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Elsewhere {
    /// Which account.
    pub(crate) account: AccountId,
    /// What touched it. The difference between before and after is that of the whole block.
    pub(crate) seen: Seen,
    /// Whether something signed here touched it in the same block, too.
    pub(crate) beside_own: bool,
}

/// Since when nothing was missed of any account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Coverage {
    /// The block after which nothing was missed.
    pub(crate) since: BlockRef,
    /// When that was, in milliseconds since 1970.
    pub(crate) since_ms: u64,
}

/// What is not in the journal, latest first.
pub(crate) fn elsewhere(activity: &[AccountActivity], journal: &[JournalEntry]) -> Vec<Elsewhere> {
    let each = activity
        .iter()
        .flat_map(|of| of.seen.iter().map(|seen| (of.account, seen)));
    let mut found: Vec<_> = each
        .filter_map(|(account, seen)| not_signed_here(account, seen, journal))
        .collect();
    found.sort_by_key(|entry| Reverse((entry.seen.block.number, entry.account)));
    found
}

/// Since when nothing was missed; none where nothing is followed yet.
pub(crate) fn coverage(activity: &[AccountActivity]) -> Option<Coverage> {
    let latest = activity.iter().max_by_key(|of| of.since.number)?;
    Some(Coverage {
        since: latest.since,
        since_ms: latest.since_ms,
    })
}

fn not_signed_here(account: AccountId, seen: &Seen, journal: &[JournalEntry]) -> Option<Elsewhere> {
    let own = seen.touches.iter().filter(|touch| touch.own).count();
    let signed_here = journal
        .iter()
        .filter(|entry| entry.unsigned.account == account && block(entry) == Some(seen.block))
        .count();
    let beside_own = own > 0 && signed_here >= own;
    let mut seen = seen.clone();
    if beside_own {
        seen.touches.retain(|touch| !touch.own);
    }
    let is_explained = beside_own && seen.touches.is_empty();
    (!is_explained).then_some(Elsewhere {
        account,
        seen,
        beside_own,
    })
}

fn block(entry: &JournalEntry) -> Option<BlockRef> {
    match &entry.state {
        TransactionState::InBlock { block, .. } | TransactionState::Finalized { block, .. } => Some(*block),
        TransactionState::Signed
        | TransactionState::Broadcast { .. }
        | TransactionState::Dropped { .. }
        | TransactionState::Invalid { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::intents::{Transfer, outcome::TransactionOutcome};
    use taolight_bittensor::reads::Touch;
    use taolight_primitives::{BlockHash, Rao};
    use taolight_protocol::engine::{MetadataRef, Mortality, Unsigned};

    use super::*;

    const ACCOUNT: AccountId = AccountId([1; 32]);

    fn at(number: u32) -> BlockRef {
        BlockRef {
            number,
            hash: BlockHash([9; 32]),
        }
    }

    fn touch(own: bool) -> Touch {
        Touch {
            extrinsic: Some(1),
            own,
            failed: false,
            happened: Vec::new(),
        }
    }

    fn activity(number: u32, touches: Vec<Touch>) -> AccountActivity {
        AccountActivity {
            account: ACCOUNT,
            since: at(3),
            since_ms: 30,
            until: at(90),
            seen: vec![Seen {
                block: at(number),
                time_ms: 0,
                before: Rao(1),
                after: Rao(2),
                touches,
            }],
        }
    }

    fn signed_here(number: u32) -> JournalEntry {
        let transfer = Transfer {
            destination: ACCOUNT,
            amount: Rao(1),
            keep_alive: true,
        };
        JournalEntry {
            hash: BlockHash([2; 32]),
            intent: transfer.into(),
            unsigned: Unsigned {
                account: ACCOUNT,
                call: Vec::new().into(),
                nonce: 0,
                tip: Rao::ZERO,
                mortality: Mortality {
                    period: 64,
                    birth: at(1),
                },
                genesis: BlockHash([0; 32]),
                spec_version: 1,
                transaction_version: 1,
                metadata: MetadataRef {
                    hash: BlockHash([0; 32]),
                    spec_version: 1,
                },
            },
            extrinsic: Vec::new().into(),
            written_ms: 0,
            state: TransactionState::Finalized {
                block: at(number),
                outcome: TransactionOutcome {
                    error: None,
                    fee: None,
                    alpha_fee: None,
                    happened: Vec::new(),
                    inner: Vec::new(),
                },
            },
        }
    }

    #[test]
    fn what_was_signed_here_is_not_told_twice() {
        let journal = [signed_here(7)];
        assert!(elsewhere(&[activity(7, vec![touch(true)])], &journal).is_empty());
        let both = elsewhere(&[activity(7, vec![touch(true), touch(false)])], &journal);
        assert_eq!(both[0].seen.touches, [touch(false)]);
        assert!(both[0].beside_own);
        // The same key signed elsewhere, in this block or in another.
        assert_eq!(
            elsewhere(&[activity(7, vec![touch(true), touch(true)])], &journal)[0]
                .seen
                .touches
                .len(),
            2
        );
        assert_eq!(elsewhere(&[activity(8, vec![touch(true)])], &journal).len(), 1);
    }

    #[test]
    fn a_change_that_nothing_explains_is_told() {
        let found = elsewhere(&[activity(7, Vec::new())], &[signed_here(7)]);
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn covered_is_what_is_covered_for_all() {
        assert_eq!(coverage(&[]), None);
        let mut later = activity(7, Vec::new());
        later.since = at(50);
        later.since_ms = 500;
        let covered = coverage(&[activity(7, Vec::new()), later]).unwrap();
        assert_eq!((covered.since.number, covered.since_ms), (50, 500));
    }
}
