//! A subnet: whether it is there, what its owner allows, and its price.

use taolight_codec::CodecError;
use taolight_primitives::{NetUid, Rao};

use super::Fill;
use crate::{
    intents::SubnetFacts,
    reads::{Batch, SUBTENSOR, ask_pools, ask_subnet, ask_subnet_exists, chain_constants},
};

pub(super) fn ask<'m>(batch: &mut Batch<'m>, netuid: NetUid) -> Result<Fill<'m>, CodecError> {
    let exists = ask_subnet_exists(batch, netuid)?;
    let subnet = ask_subnet(batch, netuid)?;
    let pools = ask_pools(batch, &[netuid])?;
    let delay = batch.item(SUBTENSOR, "StartCallDelay", &[])?;
    let minimum = chain_constants(batch.metadata())?.min_stake;
    Ok(Box::new(move |answers, facts| {
        if !exists(answers)? {
            facts.subnets.insert(netuid, None);
            return Ok(());
        }
        let subnet = subnet(answers)?;
        let delay: u64 = answers.value(&delay)?.unsigned()?;
        let startable_from = subnet.registered_at.saturating_add(delay);
        let pool = pools(answers)?.pop();
        let known = SubnetFacts {
            trading: Some(subnet.open.trading),
            transfers: Some(subnet.open.transfers),
            owner: subnet.owner,
            registration: Some(subnet.open.registration),
            startable_from: u32::try_from(startable_from).ok(),
            price: Some(subnet.price),
            minimum_stake: pool.map(|pool| Rao(minimum.0.saturating_add(pool.fee(minimum.0)))),
        };
        facts.subnets.insert(netuid, Some(known));
        Ok(())
    }))
}
