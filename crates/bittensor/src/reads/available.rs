//! What a coldkey can take out of a subnet now: its stake there with all hotkeys, less what its lock holds.

use std::collections::BTreeMap;

use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, NetUid};

use super::{Batch, Later, fields::Read};

/// Asks the runtime what is available on a subnet. Nothing where there is no stake.
pub(crate) fn ask_available<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    netuid: NetUid,
) -> Result<Later<'m, Alpha>, CodecError> {
    let available = ask_availability(batch, coldkey, [netuid])?;
    Ok(Box::new(move |answers| {
        Ok(available(answers)?.remove(&netuid).unwrap_or_default())
    }))
}

/// The same of several subnets, in one call.
pub(super) fn ask_availability<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    netuids: impl IntoIterator<Item = NetUid>,
) -> Result<Later<'m, BTreeMap<NetUid, Alpha>>, CodecError> {
    let coldkeys = Value::List(vec![coldkey.into()]);
    let netuids = Value::option(Some(Value::List(netuids.into_iter().map(Value::from).collect())));
    let api = "StakeInfoRuntimeApi";
    let answer = batch.call(api, "get_stake_availability_for_coldkeys", &[coldkeys, netuids])?;
    Ok(Box::new(move |answers| {
        let mut available = BTreeMap::new();
        for of_coldkey in answers.answer(&answer)?.items()? {
            let (_, subnets) = of_coldkey.pair()?;
            for of_subnet in subnets.items()? {
                let (netuid, found) = of_subnet.pair()?;
                available.insert(netuid.netuid()?, found.field("available")?.alpha()?);
            }
        }
        Ok(available)
    }))
}
