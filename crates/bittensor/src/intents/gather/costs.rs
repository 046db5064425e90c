//! What the chain asks for, at its own price.

use taolight_codec::CodecError;
use taolight_primitives::{AccountId, Rao};

use super::Fill;
use crate::{
    intents::Cost,
    reads::{Batch, ColdkeySwap, SUBTENSOR, ask_coldkey_swap, chain_constants},
};

/// What `payer` has to pay.
pub(super) fn ask<'m>(batch: &mut Batch<'m>, cost: Cost, payer: AccountId) -> Result<Fill<'m>, CodecError> {
    if cost != Cost::ColdkeySwap {
        return price(batch, cost);
    }
    // Only the first announcement costs anything.
    let amount = chain_constants(batch.metadata())?.hotkey_swap_cost;
    let swap = ask_coldkey_swap(batch, &payer)?;
    Ok(Box::new(move |answers, facts| {
        let amount = match swap(answers)? {
            ColdkeySwap::None => amount,
            ColdkeySwap::Announced { .. } | ColdkeySwap::Disputed { .. } => Rao::ZERO,
        };
        facts.costs.insert(cost, amount);
        Ok(())
    }))
}

/// What it costs whoever pays. The root's price has no name of its own in the state, and is left to the chain.
pub(super) fn price<'m>(batch: &mut Batch<'m>, cost: Cost) -> Result<Fill<'m>, CodecError> {
    if let Some(amount) = cost.by_constants(batch.metadata())? {
        return Ok(Box::new(move |_, facts| {
            facts.costs.insert(cost, amount);
            Ok(())
        }));
    }
    match cost {
        Cost::Registration { netuid } => {
            let burn = batch.item(SUBTENSOR, "Burn", &[netuid.into()])?;
            Ok(Box::new(move |answers, facts| {
                facts.costs.insert(cost, answers.value(&burn)?.rao()?);
                Ok(())
            }))
        }
        Cost::SubnetRegistration => {
            let api = "SubnetRegistrationRuntimeApi";
            let answer = batch.call(api, "get_network_registration_cost", &[])?;
            Ok(Box::new(move |answers, facts| {
                facts.costs.insert(cost, answers.answer(&answer)?.rao()?);
                Ok(())
            }))
        }
        Cost::RootRegistration
        | Cost::ColdkeySwap
        | Cost::ProxyDeposit
        | Cost::AnnouncementDeposit
        | Cost::MultisigDeposit { .. }
        | Cost::HotkeySwap
        | Cost::HotkeySwapOnSubnet => Ok(Box::new(|_, _| Ok(()))),
    }
}
