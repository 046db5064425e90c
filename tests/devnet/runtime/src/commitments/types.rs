//! What the chain keeps of a commitment.

use super::Data;
use crate::{Balance, BlockNumber};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::TypeInfo;

/// The most fields of one commitment.
pub const MAX_FIELDS: u32 = 3;

/// What a hotkey says about itself on a subnet.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct CommitmentInfo {
    pub fields: BoundedVec<Data, ConstU32<MAX_FIELDS>>,
}

/// A commitment, and when it was made.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Registration {
    /// Always 0.
    pub deposit: Balance,
    pub block: BlockNumber,
    pub info: CommitmentInfo,
}

/// The bytes a hotkey has committed in one epoch of its subnet.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct UsageTracker {
    pub last_epoch: u64,
    pub used_space: u64,
}
