//! Where mining rewards of a coldkey go by themselves.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, Failure, NetUid, Verified};

use super::{
    fields::{Read, SUBTENSOR, key},
    read,
};
use crate::View;

/// The hotkey that a coldkey's mining rewards on a subnet are staked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AutoStake {
    /// The subnet.
    pub netuid: NetUid,
    /// The hotkey.
    pub hotkey: AccountId,
}

/// All destinations that a coldkey has chosen, by subnet.
pub async fn auto_stake(view: &impl View, coldkey: &AccountId) -> Result<Verified<Vec<AutoStake>>, Failure> {
    read(view, |batch| {
        let items = batch.items(SUBTENSOR, "AutoStakeDestination", &[(*coldkey).into()])?;
        Ok(Box::new(move |answers| {
            let found = answers.entries(&items)?;
            let found = found.iter().map(|(keys, hotkey)| {
                Ok(AutoStake {
                    netuid: key(keys, 1)?.netuid()?,
                    hotkey: hotkey.account()?,
                })
            });
            let mut found = found.collect::<Result<Vec<_>, _>>()?;
            found.sort_by_key(|destination| destination.netuid);
            Ok(found)
        }))
    })
    .await
}
