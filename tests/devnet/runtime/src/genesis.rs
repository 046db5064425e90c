//! What a genesis state has beyond what each pallet builds by itself: the root
//! subnet, and with a seed a whole little economy.

use crate::{
    Balances, Runtime, seed,
    subtensor::{
        MaxAllowedUids, NetworksAdded, SubtokenEnabled, Tempo, TokenSymbol, TotalIssuance, TotalNetworks,
        types::{NetUid, ROOT},
    },
    traps::SeededSubnets,
};
use sp_runtime::{DispatchResult, Storage};
use sp_state_machine::BasicExternalities;

/// Completes a genesis state that the pallets have built; with a seed of that many subnets, if any.
pub fn complete(storage: &mut Storage, seed: Option<NetUid>) -> DispatchResult {
    BasicExternalities::execute_with_storage(storage, || {
        lay_root();
        SeededSubnets::<Runtime>::put(seed);
        seed.map_or(Ok(()), seed::plant)
    })
}

/// The subnet to which TAO itself is staked.
fn lay_root() {
    TotalIssuance::<Runtime>::put(Balances::total_issuance());
    NetworksAdded::<Runtime>::insert(ROOT, true);
    TotalNetworks::<Runtime>::put(1);
    SubtokenEnabled::<Runtime>::insert(ROOT, true);
    TokenSymbol::<Runtime>::insert(ROOT, "Τ".as_bytes());
    MaxAllowedUids::<Runtime>::insert(ROOT, 64);
    Tempo::<Runtime>::insert(ROOT, 100);
}
