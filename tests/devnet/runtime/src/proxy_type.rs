//! What a proxy may be allowed to do: the real chain's list.

use crate::{GuardedCall, RuntimeCall, proxy_filter::Filter};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::InstanceFilter;
use scale_info::TypeInfo;

#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Default,
    Encode,
    Eq,
    MaxEncodedLen,
    Ord,
    PartialEq,
    PartialOrd,
    TypeInfo,
)]
pub enum ProxyType {
    #[default]
    Any,
    Owner,
    NonCritical,
    NonTransfer,
    Senate,
    NonFungible,
    Triumvirate,
    Governance,
    Staking,
    Registration,
    Transfer,
    SmallTransfer,
    RootWeights,
    ChildKeys,
    SudoUncheckedSetCode,
    SwapHotkey,
    SubnetLeaseBeneficiary,
    RootClaim,
}

impl InstanceFilter<GuardedCall> for ProxyType {
    fn filter(&self, GuardedCall(call): &GuardedCall) -> bool {
        InstanceFilter::<RuntimeCall>::filter(self, call)
    }

    fn is_superset(&self, other: &Self) -> bool {
        InstanceFilter::<RuntimeCall>::is_superset(self, other)
    }
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        Filter::of(*self).allows(call)
    }

    fn is_superset(&self, other: &Self) -> bool {
        match (self, other) {
            (left, right) if left == right => true,
            (Self::Any, _) | (Self::Transfer, Self::SmallTransfer) => true,
            (Self::NonTransfer, Self::Any | Self::Transfer | Self::SmallTransfer | Self::NonCritical) => {
                false
            }
            (Self::NonTransfer, _) => true,
            _ => false,
        }
    }
}
