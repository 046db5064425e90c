//! Operations of a multisig account that wait for approvals.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, BlockHash, Failure, Rao, Verified};

use super::{
    fields::{Read, key},
    read,
};
use crate::{View, intents::Timepoint};

/// An operation that waits for approvals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MultisigOperation {
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
    /// The block of the first approval; part of its time point.
    pub height: u32,
    /// The extrinsic of the first approval in that block; the other part.
    pub index: u32,
    /// Reserved until it is executed or cancelled.
    pub deposit: Rao,
    /// Whose deposit it is. Only that account can cancel.
    pub depositor: AccountId,
    /// Who has approved.
    pub approvals: Vec<AccountId>,
}

impl MultisigOperation {
    /// When it was opened, as approvals and cancellations name it.
    pub fn timepoint(&self) -> Timepoint {
        Timepoint {
            height: self.height,
            index: self.index,
        }
    }

    pub(crate) fn read(call_hash: BlockHash, value: &Value<'_>) -> Result<Self, CodecError> {
        let when = value.field("when")?;
        Ok(Self {
            call_hash,
            height: when.field("height")?.unsigned()?,
            index: when.field("index")?.unsigned()?,
            deposit: value.field("deposit")?.rao()?,
            depositor: value.field("depositor")?.account()?,
            approvals: value.field("approvals")?.list(|account| account.account())?,
        })
    }
}

/// All operations of a multisig account that wait for approvals, the oldest first.
pub async fn multisig_operations(
    view: &impl View,
    account: &AccountId,
) -> Result<Verified<Vec<MultisigOperation>>, Failure> {
    read(view, |batch| {
        let items = batch.items("Multisig", "Multisigs", &[(*account).into()])?;
        Ok(Box::new(move |answers| {
            let found = answers.entries(&items)?;
            let found = found.iter().map(|(keys, operation)| {
                MultisigOperation::read(key(keys, 1)?.bytes().map(BlockHash)?, operation)
            });
            let mut found = found.collect::<Result<Vec<_>, _>>()?;
            found.sort_by_key(|operation| (operation.height, operation.index));
            Ok(found)
        }))
    })
    .await
}
