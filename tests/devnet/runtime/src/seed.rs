//! The seed: a small economy at genesis, always the same. Its accounts are those
//! of the development phrase, with the paths of [`path`].
//!
//! * 12 subnets with symbols, names and identities. Subnet 1 has 64 neurons and
//!   an epoch every 20 blocks; the others have 7 neurons each. Nobody has started
//!   subnet 12, and the name of subnet 11 is a trap for whoever shows it.
//! * 8 validators, each with another take; the last two have no identity.
//! * A holder with 20 positions on 6 subnets, one with locks on 3 subnets, and
//!   one who has announced a new coldkey.

mod holders;
pub mod path;
mod subnets;
#[cfg(test)]
pub(crate) mod tests;
mod validators;

use crate::{
    AccountId, Balance, Runtime, RuntimeOrigin, SubtensorModule,
    subtensor::{Call, Fee, types::NetUid},
};
use sp_runtime::{DispatchResult, traits::Dispatchable};

/// Fills a genesis state.
pub fn plant() -> DispatchResult {
    subnets::plant()?;
    validators::plant()?;
    subnets::plant_miners()?;
    holders::plant()
}

/// Makes a call in somebody's name.
fn signed(who: &AccountId, call: Call<Runtime>) -> DispatchResult {
    let call = crate::RuntimeCall::from(call);
    let done = call.dispatch(RuntimeOrigin::signed(who.clone()));
    done.map(drop).map_err(|failed| failed.error)
}

/// Stakes TAO, without a fee, because no block has an author yet.
fn stake(coldkey: &AccountId, hotkey: &AccountId, netuid: NetUid, tao: Balance) -> DispatchResult {
    SubtensorModule::buy(coldkey, hotkey, netuid, tao, Fee::Free).map(drop)
}
