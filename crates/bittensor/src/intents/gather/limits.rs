//! When something can be done again.

use taolight_codec::{CodecError, Field, Value};
use taolight_primitives::{AccountId, NetUid};

use super::Fill;
use crate::{
    intents::RateLimit,
    reads::{Answers, Batch, Item, Read, SUBTENSOR},
};

/// The chain's numbers for changes that it counts by hotkey and subnet.
const SET_CHILDREN: u16 = 0;
const CHILDKEY_TAKE: u16 = 1;
/// Blocks between two changes of a hotkey's children on a subnet. The runtime has it in its code alone.
const CHILDREN_INTERVAL: u64 = 150;

/// When something was done last, and how many blocks have to pass.
struct Last<'m> {
    /// 0 for never.
    at: Item<'m>,
    interval: Interval<'m>,
}

enum Interval<'m> {
    Stored(Item<'m>),
    Fixed(u64),
}

impl Last<'_> {
    /// The first block in which it can be done again; 0 if it was never done.
    fn from(&self, answers: &Answers) -> Result<u64, CodecError> {
        let at = answers.value(&self.at)?.block()?;
        if at == 0 {
            return Ok(0);
        }
        Ok(at.saturating_add(self.interval.blocks(answers)?))
    }
}

impl Interval<'_> {
    fn blocks(&self, answers: &Answers) -> Result<u64, CodecError> {
        match self {
            Self::Stored(item) => answers.value(item)?.block(),
            Self::Fixed(blocks) => Ok(*blocks),
        }
    }
}

pub(super) fn ask<'m>(batch: &mut Batch<'m>, limit: RateLimit) -> Result<Fill<'m>, CodecError> {
    match limit {
        RateLimit::TakeIncrease(hotkey) => {
            let at = last_limited(batch, of_account("LastTxBlockDelegateTake", hotkey))?;
            let interval = stored(batch, "TxDelegateTakeRateLimit")?;
            Ok(fill(limit, vec![Last { at, interval }]))
        }
        RateLimit::ChildkeyTake { hotkey, netuid, take } => childkey_take(batch, limit, hotkey, netuid, take),
        RateLimit::Children(hotkey, netuid) => {
            let at = last_of_kind(batch, hotkey, netuid, SET_CHILDREN)?;
            let interval = Interval::Fixed(CHILDREN_INTERVAL);
            Ok(fill(limit, vec![Last { at, interval }]))
        }
        RateLimit::HotkeySwap(coldkey, netuid) => hotkey_swap(batch, limit, coldkey, netuid),
        RateLimit::Serving(hotkey, netuid) => serving(batch, limit, hotkey, netuid),
        RateLimit::SubnetRegistration => {
            let at = last_limited(batch, Value::unit("NetworkLastRegistered"))?;
            let interval = stored(batch, "NetworkRateLimit")?;
            Ok(fill(limit, vec![Last { at, interval }]))
        }
    }
}

/// The latest of several.
fn fill(limit: RateLimit, lasts: Vec<Last<'_>>) -> Fill<'_> {
    Box::new(move |answers, facts| {
        let mut from = 0;
        for last in &lasts {
            from = last.from(answers)?.max(from);
        }
        facts
            .rate_limits
            .insert(limit, u32::try_from(from).unwrap_or(u32::MAX));
        Ok(())
    })
}

/// Only raising it has to wait.
fn childkey_take<'m>(
    batch: &mut Batch<'m>,
    limit: RateLimit,
    hotkey: AccountId,
    netuid: NetUid,
    take: u16,
) -> Result<Fill<'m>, CodecError> {
    let now = batch.item(SUBTENSOR, "ChildkeyTake", &[hotkey.into(), netuid.into()])?;
    let at = last_of_kind(batch, hotkey, netuid, CHILDKEY_TAKE)?;
    let interval = stored(batch, "TxChildkeyTakeRateLimit")?;
    let raising = fill(limit, vec![Last { at, interval }]);
    Ok(Box::new(move |answers, facts| {
        match take > answers.value(&now)?.per_u16()?.0 {
            true => raising(answers, facts),
            false => Ok(()),
        }
    }))
}

fn hotkey_swap<'m>(
    batch: &mut Batch<'m>,
    limit: RateLimit,
    coldkey: AccountId,
    netuid: Option<NetUid>,
) -> Result<Fill<'m>, CodecError> {
    let mut lasts = vec![Last {
        at: last_limited(batch, of_account("LastTxBlock", coldkey))?,
        interval: stored(batch, "TxRateLimit")?,
    }];
    if let Some(netuid) = netuid {
        let keys = [netuid.into(), coldkey.into()];
        let interval = batch
            .metadata()
            .constant(SUBTENSOR, "HotkeySwapOnSubnetInterval")?
            .unsigned()?;
        lasts.push(Last {
            at: batch.item(SUBTENSOR, "LastHotkeySwapOnNetuid", &keys)?,
            interval: Interval::Fixed(interval),
        });
    }
    Ok(fill(limit, lasts))
}

fn serving<'m>(
    batch: &mut Batch<'m>,
    limit: RateLimit,
    hotkey: AccountId,
    netuid: NetUid,
) -> Result<Fill<'m>, CodecError> {
    let axon = batch.item(SUBTENSOR, "Axons", &[netuid.into(), hotkey.into()])?;
    let interval = batch.item(SUBTENSOR, "ServingRateLimit", &[netuid.into()])?;
    Ok(Box::new(move |answers, facts| {
        let Some(axon) = answers.get(&axon)? else {
            return Ok(());
        };
        let from = axon
            .field("block")?
            .block()?
            .saturating_add(answers.value(&interval)?.block()?);
        facts
            .rate_limits
            .insert(limit, u32::try_from(from).unwrap_or(u32::MAX));
        Ok(())
    }))
}

fn of_account(kind: &'static str, account: AccountId) -> Value<'static> {
    Value::Variant(kind, vec![Field::unnamed(account)])
}

fn last_limited<'m>(batch: &mut Batch<'m>, key: Value<'_>) -> Result<Item<'m>, CodecError> {
    batch.item(SUBTENSOR, "LastRateLimitedBlock", &[key])
}

fn last_of_kind<'m>(
    batch: &mut Batch<'m>,
    hotkey: AccountId,
    netuid: NetUid,
    kind: u16,
) -> Result<Item<'m>, CodecError> {
    let keys = [hotkey.into(), netuid.into(), kind.into()];
    batch.item(SUBTENSOR, "TransactionKeyLastBlock", &keys)
}

fn stored<'m>(batch: &mut Batch<'m>, name: &str) -> Result<Interval<'m>, CodecError> {
    batch.item(SUBTENSOR, name, &[]).map(Interval::Stored)
}
