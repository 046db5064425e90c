//! What a proxy may be allowed to do: the real chain's list, with the filters
//! that mean something on a chain that has no subnets.

use crate::{Balance, RuntimeCall, TAO};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::InstanceFilter;
use pallet_balances::Call::{transfer_all, transfer_allow_death, transfer_keep_alive};
use scale_info::TypeInfo;

/// The largest single transfer of a [`ProxyType::SmallTransfer`].
const SMALL_TRANSFER_LIMIT: Balance = TAO / 2;

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

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::Any => true,
            Self::NonTransfer | Self::NonFungible => !matches!(call, RuntimeCall::Balances(_)),
            Self::NonCritical => !matches!(call, RuntimeCall::Sudo(_)),
            Self::Transfer => is_transfer(call),
            Self::SmallTransfer => is_small_transfer(call),
            Self::SudoUncheckedSetCode => sets_code(call),
            _ => false,
        }
    }

    fn is_superset(&self, other: &Self) -> bool {
        match (self, other) {
            (left, right) if left == right => true,
            (Self::Any, _) | (Self::Transfer, Self::SmallTransfer) => true,
            (_, Self::Any) => false,
            (Self::NonTransfer, Self::Transfer | Self::SmallTransfer) => false,
            (Self::NonTransfer, _) => true,
            _ => false,
        }
    }
}

fn is_transfer(call: &RuntimeCall) -> bool {
    matches!(
        call,
        RuntimeCall::Balances(transfer_keep_alive { .. } | transfer_allow_death { .. } | transfer_all { .. })
    )
}

fn is_small_transfer(call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::Balances(transfer_keep_alive { value, .. } | transfer_allow_death { value, .. }) => {
            *value < SMALL_TRANSFER_LIMIT
        }
        _ => false,
    }
}

fn sets_code(call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::Sudo(pallet_sudo::Call::sudo_unchecked_weight { call, .. }) => {
            matches!(**call, RuntimeCall::System(frame_system::Call::set_code { .. }))
        }
        _ => false,
    }
}
