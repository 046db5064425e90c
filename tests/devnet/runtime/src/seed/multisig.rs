//! An operation of three owners that waits for the second signature.

use super::{path, signed};
use crate::{Runtime, RuntimeCall, TAO};
use frame_support::weights::Weight;
use sp_runtime::{
    DispatchResult,
    traits::{BlakeTwo256, Hash},
};

/// How many of them have to sign.
const THRESHOLD: u16 = 2;

/// The owners of the first subnets.
const SIGNATORIES: [u16; 3] = [1, 2, 3];

pub fn plant() -> DispatchResult {
    let [first, others @ ..] = SIGNATORIES.map(|netuid| path::account(&path::owner(netuid)));
    let mut other_signatories = others.to_vec();
    other_signatories.sort();
    let send = pallet_balances::Call::<Runtime>::transfer_keep_alive {
        dest: first.clone().into(),
        value: TAO,
    };
    let approve = pallet_multisig::Call::<Runtime>::approve_as_multi {
        threshold: THRESHOLD,
        other_signatories,
        maybe_timepoint: None,
        call_hash: BlakeTwo256::hash_of(&RuntimeCall::from(send)).0,
        max_weight: Weight::zero(),
    };
    signed(&first, approve)
}

/// The account that they have together.
#[cfg(test)]
pub fn account() -> crate::AccountId {
    let mut signatories = SIGNATORIES.map(|netuid| path::account(&path::owner(netuid)));
    signatories.sort();
    pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, THRESHOLD)
}
