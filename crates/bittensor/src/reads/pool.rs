//! The pools of subnets, from storage.

use taolight_codec::{CodecError, Value};
use taolight_primitives::{Failure, NetUid, Verified};

use super::{
    Batch,
    batch::{Answers, Item, Later},
    fields::{Read, SUBTENSOR},
    read,
};
use crate::{Mechanism, Pool, TaoWeight, View};

/// The chain's number for the weighted pool. It treats every other number as one to one.
const DYNAMIC: u16 = 1;

/// Where the parts of a pool are.
pub(super) struct PoolItems<'m> {
    mechanism: Item<'m>,
    tao: Item<'m>,
    alpha: Item<'m>,
    weight: Item<'m>,
    fee_rate: Item<'m>,
    minimum_reserve: u64,
}

impl<'m> PoolItems<'m> {
    pub(super) fn of(batch: &mut Batch<'m>, netuid: NetUid) -> Result<Self, CodecError> {
        let key = [Value::from(netuid)];
        Ok(Self {
            mechanism: batch.item(SUBTENSOR, "SubnetMechanism", &key)?,
            tao: batch.item(SUBTENSOR, "SubnetTAO", &key)?,
            alpha: batch.item(SUBTENSOR, "SubnetAlphaIn", &key)?,
            weight: batch.item("Swap", "SwapBalancer", &key)?,
            fee_rate: batch.item("Swap", "FeeRate", &key)?,
            minimum_reserve: batch.metadata().constant("Swap", "MinimumReserve")?.unsigned()?,
        })
    }

    pub(super) fn read(&self, answers: &Answers) -> Result<Pool, CodecError> {
        let mechanism = match answers.value(&self.mechanism)?.unsigned::<u16>()? {
            DYNAMIC => Mechanism::Dynamic,
            _ => Mechanism::Stable,
        };
        let weight = answers.value(&self.weight)?.field("quote")?.unsigned()?;
        Ok(Pool {
            mechanism,
            tao: answers.value(&self.tao)?.rao()?,
            alpha: answers.value(&self.alpha)?.alpha()?,
            tao_weight: TaoWeight::new(weight)
                .map_err(|_| CodecError::Malformed("a pool's weight is one that no pool can have"))?,
            fee_rate: answers.value(&self.fee_rate)?.unsigned()?,
            minimum_reserve: self.minimum_reserve,
        })
    }
}

/// Asks for the pools of subnets, in their order.
pub fn ask_pools<'m>(batch: &mut Batch<'m>, netuids: &[NetUid]) -> Result<Later<'m, Vec<Pool>>, CodecError> {
    let items = netuids.iter().map(|netuid| PoolItems::of(batch, *netuid));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |answers| {
        items.iter().map(|items| items.read(answers)).collect()
    }))
}

/// The pools of subnets, in their order. One round trip.
pub async fn pools(view: &impl View, netuids: &[NetUid]) -> Result<Verified<Vec<Pool>>, Failure> {
    read(view, |batch| ask_pools(batch, netuids)).await
}
