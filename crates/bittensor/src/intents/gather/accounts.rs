//! Accounts: what they have, who acts for them, whether they are about to be replaced.

use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Failure, NetUid};

use super::Fill;
use crate::{
    View,
    intents::{Facts, Need, StakeNeed},
    reads::{
        ACCEPTS_LOCKED, Batch, Read, SUBTENSOR, ask_balances, ask_coldkey_swap, ask_proxies, own_hotkeys,
        round,
    },
};

pub(super) fn balance<'m>(batch: &mut Batch<'m>, account: AccountId) -> Result<Fill<'m>, CodecError> {
    let balances = ask_balances(batch, &[account])?;
    Ok(Box::new(move |answers, facts| {
        facts.accounts.entry(account).or_default().balance = balances(answers)?.pop();
        Ok(())
    }))
}

pub(super) fn coldkey_swap<'m>(batch: &mut Batch<'m>, account: AccountId) -> Result<Fill<'m>, CodecError> {
    let swap = ask_coldkey_swap(batch, &account)?;
    Ok(Box::new(move |answers, facts| {
        facts.accounts.entry(account).or_default().swap = Some(swap(answers)?);
        Ok(())
    }))
}

pub(super) fn proxies<'m>(batch: &mut Batch<'m>, account: AccountId) -> Result<Fill<'m>, CodecError> {
    let proxies = ask_proxies(batch, &account)?;
    Ok(Box::new(move |answers, facts| {
        let found = proxies(answers)?;
        let known = facts.accounts.entry(account).or_default();
        known.proxies = Some(found.proxies);
        known.announcements = Some(found.announcements);
        Ok(())
    }))
}

/// Whether the account can become a coldkey.
pub(super) fn is_fresh<'m>(batch: &mut Batch<'m>, account: AccountId) -> Result<Fill<'m>, CodecError> {
    let owner = batch.item(SUBTENSOR, "Owner", &[account.into()])?;
    let staked_to = batch.item(SUBTENSOR, "StakingHotkeys", &[account.into()])?;
    Ok(Box::new(move |answers, facts| {
        let known = facts.accounts.entry(account).or_default();
        known.is_hotkey = Some(answers.value(&owner)?.somebody()?.is_some());
        known.stakes = Some(!answers.value(&staked_to)?.items()?.is_empty());
        Ok(())
    }))
}

pub(super) fn accepts_locked<'m>(batch: &mut Batch<'m>, account: AccountId) -> Result<Fill<'m>, CodecError> {
    let flags = batch.item(SUBTENSOR, "AccountFlags", &[account.into()])?;
    Ok(Box::new(move |answers, facts| {
        let flags: u128 = answers.value(&flags)?.unsigned()?;
        facts.accounts.entry(account).or_default().accepts_locked = Some(flags & ACCEPTS_LOCKED != 0);
        Ok(())
    }))
}

pub(super) fn auto_stake<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    netuid: NetUid,
) -> Result<Fill<'m>, CodecError> {
    let keys = [coldkey.into(), netuid.into()];
    let hotkey = batch.item(SUBTENSOR, "AutoStakeDestination", &keys)?;
    Ok(Box::new(move |answers, facts| {
        let hotkey = answers.get(&hotkey)?;
        if let Some(hotkey) = hotkey.as_ref().map(Value::account).transpose()? {
            let known = facts.accounts.entry(coldkey).or_default();
            known.auto_stake.insert(netuid, hotkey);
        }
        Ok(())
    }))
}

/// Whether coldkeys own a hotkey that is registered somewhere. Two round trips of its own, where that is asked.
pub(super) async fn registered_hotkeys(
    view: &impl View,
    needs: &[Need],
    facts: &mut Facts,
) -> Result<(), Failure> {
    for need in needs {
        let Need::Stake(coldkey, StakeNeed::RegisteredHotkey) = need else {
            continue;
        };
        let owned = own_hotkeys(view, coldkey).await?.value.owned;
        let registered = round(view, |batch| {
            let memberships = owned
                .iter()
                .map(|hotkey| batch.items(SUBTENSOR, "IsNetworkMember", &[(*hotkey).into()]));
            let memberships = memberships.collect::<Result<Vec<_>, _>>()?;
            Ok(Box::new(move |answers| {
                for items in &memberships {
                    for (_, member) in answers.entries(items)? {
                        if member.flag()? {
                            return Ok(true);
                        }
                    }
                }
                Ok(false)
            }))
        })
        .await?;
        let known = facts.accounts.entry(*coldkey).or_default();
        known.has_registered_hotkey = Some(registered);
    }
    Ok(())
}
