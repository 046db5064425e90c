//! The list of subnets, and all about one.
//!
//! The list comes from storage: a first proof says which subnets there are, a second has everything about all of them.
//! The entries of one map for all subnets lie side by side in the trie, so that such a proof holds little more than the
//! values. The runtime has a call for the list too; it reads the same entries and more, and it can only be run once the
//! runtime is compiled, long after storage can be read. So the list is on screen first.

use serde::{Deserialize, Serialize};
use taolight_codec::CodecError;
use taolight_primitives::{Failure, NetUid, Rao, Verified};

use super::{
    Batch, Hyperparameter, Subnet, ask_hyperparameters, ask_subnet,
    batch::Later,
    fields::{Read, SUBTENSOR, key},
    read, round,
};
use crate::View;

/// All about one subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubnetDetail {
    /// As in the list. `next_epoch` is the runtime's own answer here.
    pub subnet: Subnet,
    /// Its parameters.
    pub hyperparameters: Vec<Hyperparameter>,
    /// The block from which it gets emission. `None` before its owner starts it.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub emission_from: Option<u64>,
    /// The least that registering a neuron can cost.
    pub min_registration_cost: Rao,
    /// The most.
    pub max_registration_cost: Rao,
}

/// Asks whether a subnet exists.
pub fn ask_subnet_exists<'m>(batch: &mut Batch<'m>, netuid: NetUid) -> Result<Later<'m, bool>, CodecError> {
    let item = batch.item(SUBTENSOR, "NetworksAdded", &[netuid.into()])?;
    Ok(Box::new(move |answers| answers.value(&item)?.flag()))
}

/// Asks for the numbers of all subnets, the root's included, in order.
pub fn ask_netuids<'m>(batch: &mut Batch<'m>) -> Result<Later<'m, Vec<NetUid>>, CodecError> {
    let items = batch.items(SUBTENSOR, "NetworksAdded", &[])?;
    Ok(Box::new(move |answers| {
        let mut netuids = Vec::new();
        for (keys, exists) in answers.entries(&items)? {
            if exists.flag()? {
                netuids.push(key(&keys, 0)?.netuid()?);
            }
        }
        netuids.sort();
        Ok(netuids)
    }))
}

/// All subnets, the root included, by number. Two round trips.
pub async fn subnets(view: &impl View) -> Result<Verified<Vec<Subnet>>, Failure> {
    let netuids = round(view, ask_netuids).await?;
    read(view, |batch| ask_subnets(batch, &netuids)).await
}

/// Asks for subnets that are known to exist, in their order.
pub fn ask_subnets<'m>(
    batch: &mut Batch<'m>,
    netuids: &[NetUid],
) -> Result<Later<'m, Vec<Subnet>>, CodecError> {
    let subnets = netuids.iter().map(|netuid| ask_subnet(batch, *netuid));
    let subnets = subnets.collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |answers| {
        subnets.into_iter().map(|subnet| subnet(answers)).collect()
    }))
}

/// All about one subnet, `None` if there is no such subnet. One round trip: storage, and two calls beside it.
pub async fn subnet_detail(
    view: &impl View,
    netuid: NetUid,
) -> Result<Verified<Option<SubnetDetail>>, Failure> {
    read(view, |batch| {
        let exists = ask_subnet_exists(batch, netuid)?;
        let subnet = ask_subnet(batch, netuid)?;
        let hyperparameters = ask_hyperparameters(batch, netuid)?;
        let method = "get_next_epoch_start_block";
        let next_epoch = batch.call("SubnetInfoRuntimeApi", method, &[netuid.into()])?;
        let emission_from = batch.item(SUBTENSOR, "FirstEmissionBlockNumber", &[netuid.into()])?;
        let min_cost = batch.item(SUBTENSOR, "MinBurn", &[netuid.into()])?;
        let max_cost = batch.item(SUBTENSOR, "MaxBurn", &[netuid.into()])?;
        Ok(Box::new(move |answers| {
            if !exists(answers)? {
                return Ok(None);
            }
            let mut subnet = subnet(answers)?;
            if let Some(block) = answers.answer(&next_epoch)?.optional()? {
                subnet.next_epoch = block.block()?;
            }
            let emission_from = answers.get(&emission_from)?;
            Ok(Some(SubnetDetail {
                subnet,
                hyperparameters: hyperparameters(answers)?.unwrap_or_default(),
                emission_from: emission_from.as_ref().map(Read::block).transpose()?,
                min_registration_cost: answers.value(&min_cost)?.rao()?,
                max_registration_cost: answers.value(&max_cost)?.rao()?,
            }))
        }))
    })
    .await
}

/// What registering a new subnet costs now.
pub async fn subnet_registration_cost(view: &impl View) -> Result<Verified<Rao>, Failure> {
    read(view, |batch| {
        let api = "SubnetRegistrationRuntimeApi";
        let cost = batch.call(api, "get_network_registration_cost", &[])?;
        Ok(Box::new(move |answers| answers.answer(&cost)?.rao()))
    })
    .await
}

/// The subnet that would be dissolved if one were registered now, if any.
pub async fn subnet_to_prune(view: &impl View) -> Result<Verified<Option<NetUid>>, Failure> {
    read(view, |batch| {
        let subnet = batch.call("SubnetInfoRuntimeApi", "get_subnet_to_prune", &[])?;
        Ok(Box::new(move |answers| {
            answers.answer(&subnet)?.optional()?.map(Read::netuid).transpose()
        }))
    })
    .await
}
