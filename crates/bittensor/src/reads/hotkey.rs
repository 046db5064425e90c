//! Who a hotkey belongs to, where it is registered, and whose stake it works with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Verified};

use super::{
    Identity, PerU16, decimal,
    fields::{Read, SUBTENSOR, key},
    read, round,
};
use crate::View;

/// A hotkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Hotkey {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The coldkey that owns it. `None` if the chain knows no such hotkey; then it cannot be staked to.
    pub owner: Option<AccountId>,
    /// What the owner says of itself.
    pub identity: Option<Identity>,
    /// What it keeps of its stakers' dividends.
    pub take: PerU16,
    /// Where it is registered, has stake or has relatives, by subnet.
    pub subnets: Vec<HotkeyOnSubnet>,
}

/// A hotkey on one subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct HotkeyOnSubnet {
    /// The subnet.
    pub netuid: NetUid,
    /// Its number there. `None` if it is not registered.
    pub uid: Option<u16>,
    /// All that is staked to it there, by everybody.
    pub stake: Alpha,
    /// Hotkeys that work with a part of its stake.
    pub children: Vec<Relative>,
    /// Hotkeys a part of whose stake it works with.
    pub parents: Vec<Relative>,
    /// Children that are to come, and the block from which they do.
    pub pending: Option<PendingChildren>,
    /// What it keeps of its parents' dividends.
    pub childkey_take: PerU16,
}

/// A hotkey that shares stake with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Relative {
    /// The other hotkey.
    pub hotkey: AccountId,
    /// Which part of the parent's stake, in parts of 2⁶⁴ − 1.
    #[serde(with = "decimal")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub proportion: u64,
}

/// Children that are to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct PendingChildren {
    /// They replace all that there are.
    pub children: Vec<Relative>,
    /// The block from which they do.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub from: u64,
}

/// The hotkeys of a coldkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct OwnHotkeys {
    /// Those that it owns.
    pub owned: Vec<AccountId>,
    /// Those that it stakes to or has staked to; some may hold nothing any more.
    pub staked_to: Vec<AccountId>,
}

fn relatives(value: &Value<'_>) -> Result<Vec<Relative>, CodecError> {
    value.list(|relative| {
        let (proportion, hotkey) = relative.pair()?;
        Ok(Relative {
            hotkey: hotkey.account()?,
            proportion: proportion.unsigned()?,
        })
    })
}

/// What the first round finds of a hotkey.
struct Found {
    owner: Option<AccountId>,
    take: PerU16,
    subnets: BTreeMap<NetUid, HotkeyOnSubnet>,
}

impl Found {
    fn on(&mut self, netuid: NetUid) -> &mut HotkeyOnSubnet {
        self.subnets.entry(netuid).or_insert(HotkeyOnSubnet {
            netuid,
            uid: None,
            stake: Alpha::ZERO,
            children: Vec::new(),
            parents: Vec::new(),
            pending: None,
            childkey_take: PerU16::ZERO,
        })
    }
}

/// A hotkey with all its registrations and relatives. Two round trips.
pub async fn hotkey(view: &impl View, hotkey: &AccountId) -> Result<Verified<Hotkey>, Failure> {
    let found = find(view, hotkey).await?;
    let (owner, take) = (found.owner, found.take);
    let (identity, subnets) = complete(view, hotkey, found).await?;
    Ok(view.verified(Hotkey {
        hotkey: *hotkey,
        owner,
        identity,
        take,
        subnets,
    }))
}

async fn find(view: &impl View, hotkey: &AccountId) -> Result<Found, Failure> {
    round(view, |batch| {
        let first = [Value::from(*hotkey)];
        let owner = batch.item(SUBTENSOR, "Owner", &first)?;
        let take = batch.item(SUBTENSOR, "Delegates", &first)?;
        let member = batch.items(SUBTENSOR, "IsNetworkMember", &first)?;
        let stake = batch.items(SUBTENSOR, "TotalHotkeyAlpha", &first)?;
        let children = batch.items(SUBTENSOR, "ChildKeys", &first)?;
        let parents = batch.items(SUBTENSOR, "ParentKeys", &first)?;
        let childkey_take = batch.items(SUBTENSOR, "ChildkeyTake", &first)?;
        Ok(Box::new(move |answers| {
            let mut found = Found {
                owner: answers.value(&owner)?.somebody()?,
                take: answers.value(&take)?.per_u16()?,
                subnets: BTreeMap::new(),
            };
            for (keys, is_member) in answers.entries(&member)? {
                if is_member.flag()? {
                    found.on(key(&keys, 1)?.netuid()?);
                }
            }
            for (keys, stake) in answers.entries(&stake)? {
                let stake = stake.alpha()?;
                if stake > Alpha::ZERO {
                    found.on(key(&keys, 1)?.netuid()?).stake = stake;
                }
            }
            for (keys, children) in answers.entries(&children)? {
                found.on(key(&keys, 1)?.netuid()?).children = relatives(&children)?;
            }
            for (keys, parents) in answers.entries(&parents)? {
                found.on(key(&keys, 1)?.netuid()?).parents = relatives(&parents)?;
            }
            for (keys, take) in answers.entries(&childkey_take)? {
                found.on(key(&keys, 1)?.netuid()?).childkey_take = take.per_u16()?;
            }
            Ok(found)
        }))
    })
    .await
}

async fn complete(
    view: &impl View,
    hotkey: &AccountId,
    found: Found,
) -> Result<(Option<Identity>, Vec<HotkeyOnSubnet>), Failure> {
    round(view, |batch| {
        let identity = found.owner.map(|owner| Identity::item(batch, &owner));
        let identity = identity.transpose()?;
        let subnets = found.subnets.into_values().map(|subnet| {
            let keys = [subnet.netuid.into(), (*hotkey).into()];
            let uid = batch.item(SUBTENSOR, "Uids", &keys)?;
            let pending = batch.item(SUBTENSOR, "PendingChildKeys", &keys)?;
            Ok((subnet, uid, pending))
        });
        let subnets = subnets.collect::<Result<Vec<_>, CodecError>>()?;
        Ok(Box::new(move |answers| {
            let identity = match &identity {
                Some(item) => answers.get(item)?.as_ref().map(Identity::read).transpose()?,
                None => None,
            };
            let subnets = subnets.into_iter().map(|(mut subnet, uid, pending)| {
                let uid = answers.get(&uid)?;
                subnet.uid = uid.as_ref().map(Value::unsigned).transpose()?;
                subnet.pending = pending_children(&answers.value(&pending)?)?;
                Ok(subnet)
            });
            Ok((identity, subnets.collect::<Result<_, CodecError>>()?))
        }))
    })
    .await
}

/// The chain stores an empty list for block 0 where nothing is to come.
fn pending_children(value: &Value<'_>) -> Result<Option<PendingChildren>, CodecError> {
    let (children, from) = value.pair()?;
    let from = from.block()?;
    Ok((from != 0).then_some(PendingChildren {
        children: relatives(children)?,
        from,
    }))
}

/// The hotkeys that a coldkey owns, and those that it stakes to.
pub async fn own_hotkeys(view: &impl View, coldkey: &AccountId) -> Result<Verified<OwnHotkeys>, Failure> {
    read(view, |batch| {
        let owned = batch.item(SUBTENSOR, "OwnedHotkeys", &[(*coldkey).into()])?;
        let staked_to = batch.item(SUBTENSOR, "StakingHotkeys", &[(*coldkey).into()])?;
        Ok(Box::new(move |answers| {
            let accounts = |item| answers.value(item)?.list(|account| account.account());
            Ok(OwnHotkeys {
                owned: accounts(&owned)?,
                staked_to: accounts(&staked_to)?,
            })
        }))
    })
    .await
}

/// The coldkey that owns a hotkey, `None` if the chain knows no such hotkey.
pub async fn hotkey_owner(
    view: &impl View,
    hotkey: &AccountId,
) -> Result<Verified<Option<AccountId>>, Failure> {
    read(view, |batch| {
        let owner = batch.item(SUBTENSOR, "Owner", &[(*hotkey).into()])?;
        Ok(Box::new(move |answers| answers.value(&owner)?.somebody()))
    })
    .await
}
