//! What a share of a hotkey's stake is worth, and how that grows.
//!
//! Dividends raise the worth of each share and nothing else does, so that its growth between two blocks is what staking
//! earned, in alpha. A light client knows only what it has read itself: whoever wants a measured yield keeps samples of
//! its own, some days apart.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Verified};

use super::{
    Batch,
    batch::Later,
    decimal,
    fields::{Read, SUBTENSOR},
    read,
    stake::read_shares,
};
use crate::{SafeFloat, View};

/// The shares whose worth a share price is: 10¹⁵ of them, so that it keeps fifteen decimals.
const SHARES: SafeFloat = SafeFloat {
    mantissa: 1,
    exponent: 15,
};

/// Alpha rao for 10¹⁵ shares, rounded down. Shares begin at one alpha rao each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SharePrice(
    #[serde(with = "decimal")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub u64,
);

impl SharePrice {
    /// What shares are worth in a pool. `None` for a pool without shares, or with fewer than any honest chain has.
    pub fn of(alpha: Alpha, shares: SafeFloat) -> Option<Self> {
        if shares.mantissa == 0 {
            return None;
        }
        SHARES.part_of(alpha, shares).map(|price| Self(price.0))
    }
}

/// What a share of a hotkey's stake on a subnet was worth at a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ShareSample {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// The block.
    pub block: u32,
    /// Which of the hotkey's pools on that subnet it was; runtimes before 467 do not count them.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub pool: Option<u64>,
    /// What a share was worth. `None` while nobody stakes to it.
    pub price: Option<SharePrice>,
}

/// Samples the worth of shares now, in the order that was asked for. One round trip.
pub async fn share_samples(
    view: &impl View,
    pools: &[(AccountId, NetUid)],
) -> Result<Verified<Vec<ShareSample>>, Failure> {
    let block = view.block().number;
    read(view, |batch| {
        let samples = pools.iter().map(|pool| ask_sample(batch, *pool, block));
        let samples = samples.collect::<Result<Vec<_>, _>>()?;
        Ok(Box::new(move |answers| {
            samples.into_iter().map(|sample| sample(answers)).collect()
        }))
    })
    .await
}

fn ask_sample<'m>(
    batch: &mut Batch<'m>,
    (hotkey, netuid): (AccountId, NetUid),
    block: u32,
) -> Result<Later<'m, ShareSample>, CodecError> {
    let key = [hotkey.into(), netuid.into()];
    let alpha = batch.item(SUBTENSOR, "TotalHotkeyAlpha", &key)?;
    let shares = batch.item(SUBTENSOR, "TotalHotkeySharesV2", &key)?;
    let pool = batch.item_if_any(SUBTENSOR, "AlphaSharePoolEpoch", &key)?;
    Ok(Box::new(move |answers| {
        let shares = read_shares(&answers.value(&shares)?)?;
        let pool = pool.as_ref().map(|pool| answers.value(pool)?.block());
        Ok(ShareSample {
            hotkey,
            netuid,
            block,
            pool: pool.transpose()?,
            price: SharePrice::of(answers.value(&alpha)?.alpha()?, shares),
        })
    }))
}

/// Dividends of a hotkey's last epoch on a subnet, with what is needed to make a rate of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct LastEpoch {
    /// What the hotkey's stakers got, its take already off.
    pub dividends: Alpha,
    /// All that is staked to it there.
    pub stake: Alpha,
    /// Blocks between two epochs.
    pub tempo: u16,
}

/// The last epoch of a hotkey on a subnet. One round trip.
pub async fn last_epoch(
    view: &impl View,
    hotkey: &AccountId,
    netuid: NetUid,
) -> Result<Verified<LastEpoch>, Failure> {
    read(view, |batch| {
        let (hotkey, netuid) = (Value::from(*hotkey), Value::from(netuid));
        let tempo = batch.item(SUBTENSOR, "Tempo", std::slice::from_ref(&netuid))?;
        let stake = batch.item(SUBTENSOR, "TotalHotkeyAlpha", &[hotkey.clone(), netuid.clone()])?;
        let dividends = batch.item(SUBTENSOR, "AlphaDividendsPerSubnet", &[netuid, hotkey])?;
        Ok(Box::new(move |answers| {
            Ok(LastEpoch {
                dividends: answers.value(&dividends)?.alpha()?,
                stake: answers.value(&stake)?.alpha()?,
                tempo: answers.value(&tempo)?.unsigned()?,
            })
        }))
    })
    .await
}
