//! Stake and locks of coldkeys.

use std::collections::BTreeSet;

use taolight_codec::CodecError;
use taolight_primitives::{AccountId, Failure, NetUid};

use super::Fill;
use crate::{
    View,
    intents::{Facts, Need, StakeNeed},
    reads::{Batch, Holder, PositionKey, SUBTENSOR, ask_available, ask_stakes, key, portfolio},
};

/// The stake of a coldkey with a hotkey on a subnet.
pub(super) fn position<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    hotkey: AccountId,
    netuid: NetUid,
) -> Result<Fill<'m>, CodecError> {
    let position = PositionKey {
        hotkey,
        coldkey,
        netuid,
    };
    let stakes = ask_stakes(batch, &[position])?;
    Ok(Box::new(move |answers, facts| {
        let stake = stakes(answers)?.pop().unwrap_or_default();
        facts.positions.insert((coldkey, hotkey, netuid), stake);
        Ok(())
    }))
}

/// What no lock holds of a coldkey's stake on a subnet.
pub(super) fn available<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    netuid: NetUid,
) -> Result<Fill<'m>, CodecError> {
    let available = ask_available(batch, coldkey, netuid)?;
    Ok(Box::new(move |answers, facts| {
        let known = facts.availability.entry((coldkey, netuid)).or_default();
        known.available = available(answers)?;
        Ok(())
    }))
}

/// The hotkey that a coldkey's lock on a subnet backs. There is one lock at most.
pub(super) fn lock<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    netuid: NetUid,
) -> Result<Fill<'m>, CodecError> {
    let locks = batch.items(SUBTENSOR, "Lock", &[coldkey.into(), netuid.into()])?;
    Ok(Box::new(move |answers, facts| {
        let known = facts.availability.entry((coldkey, netuid)).or_default();
        for (keys, _) in answers.entries(&locks)? {
            known.lock = Some(key(&keys, 2)?.account()?);
        }
        Ok(())
    }))
}

/// All stake of coldkeys who leave a hotkey altogether, wherever it is. Two round trips, where that is asked.
pub(super) async fn of_leavers(view: &impl View, needs: &[Need]) -> Result<Vec<Holder>, Failure> {
    let leavers = needs.iter().filter_map(|need| match need {
        Need::Stake(coldkey, StakeNeed::NothingLocked { .. }) => Some(*coldkey),
        _ => None,
    });
    let leavers: BTreeSet<_> = leavers.collect();
    if leavers.is_empty() {
        return Ok(Vec::new());
    }
    let leavers: Vec<_> = leavers.into_iter().collect();
    Ok(portfolio(view, &leavers).await?.value.holders)
}

/// Puts what leavers have where it is checked.
pub(super) fn put(holders: Vec<Holder>, facts: &mut Facts) {
    for holder in holders {
        for holding in holder.holdings {
            let known = facts.availability.entry((holder.coldkey, holding.netuid));
            known.or_default().available = holding.available;
            for position in holding.positions {
                let key = (holder.coldkey, position.hotkey, holding.netuid);
                facts.positions.insert(key, position.alpha);
            }
        }
    }
}
