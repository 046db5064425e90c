//! The seed: a small economy at genesis, always the same. Its accounts are those
//! of the development phrase, with the paths of [`path`].
//!
//! * 12 subnets with symbols, names and identities, and more where they are asked
//!   for. Subnet 1 has 64 neurons and an epoch every 20 blocks; the others have 7
//!   neurons each. Nobody has started subnet 12, and the name of subnet 11 is a
//!   trap for whoever shows it.
//! * 8 validators, each with another take; the last two have no identity.
//! * A holder with 20 positions on 6 subnets, a crowd of 10 with 20 each on 10,
//!   one with locks on 3 subnets, one who has announced a new coldkey and one
//!   whose announcement is disputed.
//! * Hotkeys that lend stake to others, proxies, an operation that waits for a
//!   signature, and crowdloans.

mod children;
mod crowdloans;
mod holders;
mod multisig;
pub mod path;
mod proxies;
mod subnets;
#[cfg(test)]
pub(crate) mod tests;
mod validators;

pub use subnets::{MOST, PLANNED};

use crate::{
    AccountId, Balance, RuntimeCall, RuntimeOrigin, SubtensorModule,
    subtensor::{Fee, types::NetUid},
};
use sp_runtime::{DispatchResult, traits::Dispatchable};

/// Fills a genesis state with that many subnets, from [`PLANNED`] to [`MOST`].
pub fn plant(subnets: NetUid) -> DispatchResult {
    subnets::plant(subnets)?;
    validators::plant(subnets)?;
    subnets::plant_miners(subnets)?;
    holders::plant()?;
    children::plant()?;
    proxies::plant()?;
    multisig::plant()?;
    crowdloans::plant()
}

/// Makes a call in somebody's name.
fn signed(who: &AccountId, call: impl Into<RuntimeCall>) -> DispatchResult {
    let done = call.into().dispatch(RuntimeOrigin::signed(who.clone()));
    done.map(drop).map_err(|failed| failed.error)
}

/// Stakes TAO, without a fee, because no block has an author yet.
fn stake(coldkey: &AccountId, hotkey: &AccountId, netuid: NetUid, tao: Balance) -> DispatchResult {
    SubtensorModule::buy(coldkey, hotkey, netuid, tao, Fee::Free).map(drop)
}
