//! A crowdloan, and what an account has given to it.

use taolight_codec::CodecError;
use taolight_primitives::Rao;

use super::Fill;
use crate::{
    intents::CrowdloanNeed,
    reads::{Batch, Crowdloan},
};

pub(super) fn ask<'m>(batch: &mut Batch<'m>, id: u32, need: CrowdloanNeed) -> Result<Fill<'m>, CodecError> {
    let loan = batch.item("Crowdloan", "Crowdloans", &[id.into()])?;
    let limit = batch.item_if_any("Crowdloan", "MaxContributions", &[id.into()])?;
    let given = match need {
        CrowdloanNeed::Withdrawable(account) => {
            let keys = [id.into(), account.into()];
            Some((account, batch.item("Crowdloan", "Contributions", &keys)?))
        }
        CrowdloanNeed::Takes(_)
        | CrowdloanNeed::OpenOf(_)
        | CrowdloanNeed::FinalizableBy(_)
        | CrowdloanNeed::DissolvableBy(_) => None,
    };
    Ok(Box::new(move |answers, facts| {
        let limit = match &limit {
            Some(limit) => answers.get(limit)?.map(|limit| limit.rao()).transpose()?,
            None => None,
        };
        let loan = answers.get(&loan)?;
        let loan = loan.map(|loan| Crowdloan::read(id, &loan, limit)).transpose()?;
        facts.crowdloans.insert(id, loan);
        if let Some((account, item)) = given {
            let amount = answers.get(&item)?.map(|amount| amount.rao()).transpose()?;
            facts
                .contributions
                .insert((id, account), amount.unwrap_or(Rao::ZERO));
        }
        Ok(())
    }))
}
