//! Alpha that a coldkey has locked, and how convinced it is.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Verified};

use super::{
    decay::{LockKind, LockRates, LockState},
    fields::{Read, SUBTENSOR, key},
    read, round,
};
use crate::View;

/// The bit of an account's flags that says it takes locked alpha from others.
pub(crate) const ACCEPTS_LOCKED: u128 = 1;

/// The locks of a coldkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Locks {
    /// By subnet.
    pub locks: Vec<Lock>,
    /// Whether others can send locked alpha to this coldkey.
    pub accepts_locked: bool,
    /// How fast locks fade; with it a lock can be rolled on to any later block.
    pub rates: LockRates,
}

/// What a coldkey has locked on a subnet. Of all its alpha there, over all hotkeys, this much cannot leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Lock {
    /// The subnet.
    pub netuid: NetUid,
    /// The hotkey that it is locked to.
    pub hotkey: AccountId,
    /// What is locked now. Computed from `stored`; see [`LockState::rolled_to`].
    pub locked: Alpha,
    /// Its conviction now, rounded down.
    pub conviction: Alpha,
    /// What kind of lock it is.
    pub kind: LockKind,
    /// As it was at its last change.
    pub stored: LockState,
}

impl LockState {
    pub(super) fn read(value: &Value<'_>) -> Result<Self, CodecError> {
        Ok(Self {
            mass: value.field("locked_mass")?.alpha()?,
            conviction: value.field("conviction")?.unsigned_bits()?,
            at: value.field("last_update")?.block()?,
        })
    }

    fn whole_conviction(&self) -> Alpha {
        Alpha(u64::try_from(self.conviction >> 64).unwrap_or(u64::MAX))
    }
}

/// What the first round finds of a coldkey's locks.
struct Stored {
    locks: Vec<(NetUid, AccountId, LockState)>,
    perpetual: Vec<NetUid>,
    rates: LockRates,
    accepts_locked: bool,
}

/// The locks of a coldkey on all subnets. Two round trips, from storage alone.
pub async fn locks(view: &impl View, coldkey: &AccountId) -> Result<Verified<Locks>, Failure> {
    let stored = stored_locks(view, coldkey).await?;
    let owners = owner_hotkeys(view, stored.locks.iter().map(|(netuid, ..)| *netuid)).await?;
    let now = view.block().number.into();
    let locks = stored.locks.iter().zip(owners);
    let locks = locks.map(|((netuid, hotkey, state), owner)| {
        let kind = LockKind {
            perpetual: stored.perpetual.contains(netuid),
            of_owner: owner == *hotkey,
        };
        let rolled = state.rolled_to(now, stored.rates, kind);
        Lock {
            netuid: *netuid,
            hotkey: *hotkey,
            locked: rolled.mass,
            conviction: rolled.whole_conviction(),
            kind,
            stored: *state,
        }
    });
    let mut locks: Vec<_> = locks.collect();
    locks.sort_by_key(|lock| lock.netuid);
    Ok(view.verified(Locks {
        locks,
        accepts_locked: stored.accepts_locked,
        rates: stored.rates,
    }))
}

async fn stored_locks(view: &impl View, coldkey: &AccountId) -> Result<Stored, Failure> {
    round(view, |batch| {
        let coldkey = Value::from(*coldkey);
        let locks = batch.items(SUBTENSOR, "Lock", std::slice::from_ref(&coldkey))?;
        let decaying = batch.items(SUBTENSOR, "DecayingLock", std::slice::from_ref(&coldkey))?;
        let flags = batch.item(SUBTENSOR, "AccountFlags", &[coldkey])?;
        let unlock = batch.item(SUBTENSOR, "UnlockRate", &[])?;
        let maturity = batch.item(SUBTENSOR, "MaturityRate", &[])?;
        Ok(Box::new(move |answers| {
            let locks = answers.entries(&locks)?;
            let locks = locks.iter().map(|(keys, lock)| {
                let (netuid, hotkey) = (key(keys, 1)?.netuid()?, key(keys, 2)?.account()?);
                Ok((netuid, hotkey, LockState::read(lock)?))
            });
            let mut perpetual = Vec::new();
            for (keys, decaying) in answers.entries(&decaying)? {
                if !decaying.flag()? {
                    perpetual.push(key(&keys, 1)?.netuid()?);
                }
            }
            Ok(Stored {
                locks: locks.collect::<Result<_, CodecError>>()?,
                perpetual,
                rates: LockRates {
                    unlock: answers.value(&unlock)?.block()?,
                    maturity: answers.value(&maturity)?.block()?,
                },
                accepts_locked: answers.value(&flags)?.unsigned::<u128>()? & ACCEPTS_LOCKED != 0,
            })
        }))
    })
    .await
}

async fn owner_hotkeys(
    view: &impl View,
    netuids: impl Iterator<Item = NetUid>,
) -> Result<Vec<AccountId>, Failure> {
    round(view, |batch| {
        let items = netuids.map(|netuid| batch.item(SUBTENSOR, "SubnetOwnerHotkey", &[netuid.into()]));
        let items = items.collect::<Result<Vec<_>, _>>()?;
        Ok(Box::new(move |answers| {
            items.iter().map(|item| answers.value(item)?.account()).collect()
        }))
    })
    .await
}

/// The lock of a coldkey on a subnet as the runtime itself rolls it forward. `None` if there is none.
pub async fn coldkey_lock(
    view: &impl View,
    coldkey: &AccountId,
    netuid: NetUid,
) -> Result<Verified<Option<LockState>>, Failure> {
    read(view, |batch| {
        let arguments = [(*coldkey).into(), netuid.into()];
        let answer = batch.call("StakeInfoRuntimeApi", "get_coldkey_lock", &arguments)?;
        Ok(Box::new(move |answers| {
            answers
                .answer(&answer)?
                .optional()?
                .map(LockState::read)
                .transpose()
        }))
    })
    .await
}

/// All conviction in a hotkey on a subnet, rounded down.
pub async fn hotkey_conviction(
    view: &impl View,
    hotkey: &AccountId,
    netuid: NetUid,
) -> Result<Verified<Alpha>, Failure> {
    read(view, |batch| {
        let arguments = [(*hotkey).into(), netuid.into()];
        let answer = batch.call("StakeInfoRuntimeApi", "get_hotkey_conviction", &arguments)?;
        Ok(Box::new(move |answers| {
            let bits = answers.answer(&answer)?.unsigned_bits()?;
            Ok(Alpha(u64::try_from(bits >> 64).unwrap_or(u64::MAX)))
        }))
    })
    .await
}

/// The hotkey that most conviction is in on a subnet.
pub async fn most_convicted(
    view: &impl View,
    netuid: NetUid,
) -> Result<Verified<Option<AccountId>>, Failure> {
    read(view, |batch| {
        let method = "get_most_convicted_hotkey_on_subnet";
        let answer = batch.call("StakeInfoRuntimeApi", method, &[netuid.into()])?;
        Ok(Box::new(move |answers| {
            answers
                .answer(&answer)?
                .optional()?
                .map(Value::account)
                .transpose()
        }))
    })
    .await
}
