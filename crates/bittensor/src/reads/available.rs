//! What a coldkey can take out of a subnet now: its stake there with all hotkeys, less what its lock holds.

use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, NetUid};

use super::{Batch, Later, fields::Read};

/// Asks the runtime what is available. Nothing where there is no stake.
pub(crate) fn ask_available<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    netuid: NetUid,
) -> Result<Later<'m, Alpha>, CodecError> {
    let coldkeys = Value::List(vec![coldkey.into()]);
    let netuids = Value::option(Some(Value::List(vec![netuid.into()])));
    let api = "StakeInfoRuntimeApi";
    let answer = batch.call(api, "get_stake_availability_for_coldkeys", &[coldkeys, netuids])?;
    Ok(Box::new(move |answers| {
        let mut available = Alpha::ZERO;
        for of_coldkey in answers.answer(&answer)?.items()? {
            let (_, subnets) = of_coldkey.pair()?;
            for of_subnet in subnets.items()? {
                let (of, found) = of_subnet.pair()?;
                if of.netuid()? == netuid {
                    available = found.field("available")?.alpha()?;
                }
            }
        }
        Ok(available)
    }))
}
