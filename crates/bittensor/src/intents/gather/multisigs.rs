//! One operation of a multisig account.

use taolight_codec::CodecError;
use taolight_primitives::{AccountId, BlockHash};

use super::Fill;
use crate::reads::{Batch, MultisigOperation};

pub(super) fn ask<'m>(
    batch: &mut Batch<'m>,
    account: AccountId,
    hash: BlockHash,
) -> Result<Fill<'m>, CodecError> {
    let item = batch.item("Multisig", "Multisigs", &[account.into(), hash.into()])?;
    Ok(Box::new(move |answers, facts| {
        let operation = answers.get(&item)?;
        let operation = operation
            .map(|operation| MultisigOperation::read(hash, &operation))
            .transpose()?;
        facts.multisigs.insert((account, hash), operation);
        Ok(())
    }))
}
