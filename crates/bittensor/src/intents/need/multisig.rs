//! Operations of multisig accounts: whether one is open, and who has approved it.

use taolight_primitives::{AccountId, BlockHash, Failure};

use super::require;
use crate::intents::{Facts, Timepoint};

/// What has to be so of a multisig account's operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MultisigNeed {
    /// It is not open yet.
    NotOpen {
        /// blake2b-256 of the call.
        hash: BlockHash,
    },
    /// It is open since then, and this signatory has not approved it yet.
    OpenFor {
        /// blake2b-256 of the call.
        hash: BlockHash,
        /// When it was opened.
        when: Timepoint,
        /// The signatory.
        signatory: AccountId,
    },
    /// It is open since then, and this signatory opened it.
    OpenedBy {
        /// blake2b-256 of the call.
        hash: BlockHash,
        /// When it was opened.
        when: Timepoint,
        /// The signatory.
        signatory: AccountId,
    },
}

impl MultisigNeed {
    /// blake2b-256 of the operation's call.
    pub(crate) fn hash(self) -> BlockHash {
        let (Self::NotOpen { hash } | Self::OpenFor { hash, .. } | Self::OpenedBy { hash, .. }) = self;
        hash
    }

    pub(super) fn check(self, account: &AccountId, facts: &Facts) -> Result<(), Failure> {
        let hash = self.hash();
        let Some(operation) = facts.multisigs.get(&(*account, hash)) else {
            return Ok(());
        };
        let (Self::OpenFor { when, .. } | Self::OpenedBy { when, .. }) = self else {
            return require(
                operation.is_none(),
                "multisig_not_open",
                || "this operation is open already; approve that one instead",
            );
        };
        let Some(operation) = operation else {
            return require(
                false,
                "multisig_open",
                || "this operation is not open any more: it was done or cancelled, or never opened",
            );
        };
        require(
            operation.timepoint() == when,
            "multisig_timepoint",
            || "the operation was opened at another time; look it up again",
        )?;
        match self {
            Self::NotOpen { .. } => Ok(()),
            Self::OpenFor { signatory, .. } => require(
                !operation.approvals.contains(&signatory),
                "multisig_not_approved",
                || "this account has approved already; another signatory has to",
            ),
            Self::OpenedBy { signatory, .. } => require(
                operation.depositor == signatory,
                "multisig_depositor",
                || "only the account that opened the operation can cancel it",
            ),
        }
    }
}
