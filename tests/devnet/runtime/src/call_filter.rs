//! The calls that are refused whoever makes them: nearly all in safe mode, and
//! always a batch right inside a batch.

#[cfg(test)]
mod tests;

use crate::{GuardedCall, RuntimeCall, SafeMode, subtensor};
use alloc::vec::Vec;
use frame_support::traits::{Contains, InsideBoth};
use pallet_utility::Call::{batch, batch_all, force_batch};

/// The filter of every call's origin, except root's.
pub type CallFilter = InsideBoth<SafeMode, NoNestedBatch>;

/// Refuses a batch that directly contains another.
pub struct NoNestedBatch;

impl Contains<RuntimeCall> for NoNestedBatch {
    fn contains(call: &RuntimeCall) -> bool {
        !batched(call).is_some_and(|calls| calls.iter().any(|call| batched(&call.0).is_some()))
    }
}

/// The calls of a batch.
fn batched(call: &RuntimeCall) -> Option<&Vec<GuardedCall>> {
    match call {
        RuntimeCall::Utility(batch { calls } | batch_all { calls } | force_batch { calls }) => Some(calls),
        _ => None,
    }
}

/// What still runs in safe mode.
pub struct SafeModeWhitelist;

impl Contains<RuntimeCall> for SafeModeWhitelist {
    fn contains(call: &RuntimeCall) -> bool {
        matches!(
            call,
            RuntimeCall::Sudo(_)
                | RuntimeCall::Multisig(_)
                | RuntimeCall::System(_)
                | RuntimeCall::SafeMode(_)
                | RuntimeCall::Timestamp(_)
                | RuntimeCall::SubtensorModule(subtensor::Call::serve_axon { .. })
                | RuntimeCall::Commitments(crate::commitments::Call::set_commitment { .. })
        )
    }
}
