//! A hotkey: whose it is, what it takes, and whether it is registered where that matters.

use taolight_codec::{CodecError, Value};
use taolight_primitives::AccountId;

use super::Fill;
use crate::{
    intents::HotkeyNeed,
    reads::{Batch, Read, SUBTENSOR},
};

pub(super) fn ask<'m>(
    batch: &mut Batch<'m>,
    hotkey: AccountId,
    need: HotkeyNeed,
) -> Result<Fill<'m>, CodecError> {
    let first = [Value::from(hotkey)];
    let owner = batch.item(SUBTENSOR, "Owner", &first)?;
    let take = batch.item(SUBTENSOR, "Delegates", &first)?;
    let member = match need {
        HotkeyNeed::RegisteredOn(netuid) | HotkeyNeed::NotRegisteredOn(netuid) => {
            let keys = [hotkey.into(), netuid.into()];
            Some((netuid, batch.item(SUBTENSOR, "IsNetworkMember", &keys)?))
        }
        HotkeyNeed::Known
        | HotkeyNeed::OwnedBy(_)
        | HotkeyNeed::FreeFor(_)
        | HotkeyNeed::Unknown
        | HotkeyNeed::TakeBelow(_)
        | HotkeyNeed::TakeAllowed(_)
        | HotkeyNeed::TakeAbove(_) => None,
    };
    Ok(Box::new(move |answers, facts| {
        let known = facts.hotkeys.entry(hotkey).or_default();
        known.owner = answers.value(&owner)?.somebody()?;
        known.take = Some(answers.value(&take)?.per_u16()?.0);
        if let Some((netuid, member)) = member {
            known.registered.insert(netuid, answers.value(&member)?.flag()?);
        }
        Ok(())
    }))
}
