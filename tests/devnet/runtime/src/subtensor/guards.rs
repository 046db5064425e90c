//! Guards: what turns a call away before it does anything. The pool asks them about what is submitted and answers with
//! a number; a call that another call dispatches asks them too, and fails with an error of this pallet.
//!
//! The real chain has six. Two of them, for weights and EVM keys, have no call to guard here.

use super::{pallet::*, serving::Endpoint, types::*};

/// Why a call is turned away.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Barred {
    /// The account's coldkey is being swapped.
    SwapAnnounced,
    /// The account is frozen.
    SwapDisputed,
    HotkeyUnknown,
    NotOwner,
    NotRegistered,
    RegisteringTooFast,
    ServingTooFast,
    InvalidIpType,
    InvalidIpAddress,
    InvalidPort,
    TakeTooLow,
    TakeTooHigh,
}

impl Barred {
    /// The number in the pool's answer.
    pub fn code(self) -> u8 {
        match self {
            Self::SwapAnnounced => 0,
            Self::HotkeyUnknown => 4,
            Self::RegisteringTooFast => 6,
            Self::NotRegistered => 10,
            Self::InvalidIpAddress => 11,
            Self::ServingTooFast => 12,
            Self::InvalidPort => 13,
            Self::SwapDisputed => 21,
            Self::NotOwner => 25,
            Self::TakeTooLow => 26,
            Self::TakeTooHigh => 27,
            Self::InvalidIpType => 255,
        }
    }
}

impl<T> From<Barred> for Error<T> {
    fn from(barred: Barred) -> Self {
        match barred {
            Barred::SwapAnnounced => Self::ColdkeySwapAnnounced,
            Barred::SwapDisputed => Self::ColdkeySwapDisputed,
            Barred::HotkeyUnknown => Self::HotKeyAccountNotExists,
            Barred::NotOwner => Self::NonAssociatedColdKey,
            Barred::NotRegistered => Self::HotKeyNotRegisteredInNetwork,
            Barred::RegisteringTooFast => Self::NetworkTxRateLimitExceeded,
            Barred::ServingTooFast => Self::ServingRateLimitExceeded,
            Barred::InvalidIpType => Self::InvalidIpType,
            Barred::InvalidIpAddress => Self::InvalidIpAddress,
            Barred::InvalidPort => Self::InvalidPort,
            Barred::TakeTooLow => Self::DelegateTakeTooLow,
            Barred::TakeTooHigh => Self::DelegateTakeTooHigh,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Stops an account whose coldkey is being swapped, but for the calls that lead out of it; stops a frozen one
    /// altogether.
    pub fn check_coldkey(who: &AccountId, leads_out: bool) -> Result<(), Barred> {
        if ColdkeySwapDisputes::<T>::contains_key(who) {
            return Err(Barred::SwapDisputed);
        }
        if !leads_out && ColdkeySwapAnnouncements::<T>::contains_key(who) {
            return Err(Barred::SwapAnnounced);
        }
        Ok(())
    }

    /// Stops a call of this pallet that has no chance.
    pub fn check_call(who: &AccountId, call: &Call<T>) -> Result<(), Barred> {
        match call {
            Call::increase_take { hotkey, take } | Call::decrease_take { hotkey, take } => {
                Self::check_take(who, hotkey, *take)
            }
            Call::serve_axon {
                netuid,
                ip,
                port,
                ip_type,
                ..
            }
            | Call::serve_axon_tls {
                netuid,
                ip,
                port,
                ip_type,
                ..
            } => Self::check_axon(who, *netuid, Endpoint::new(*ip, *port, *ip_type)),
            Call::serve_prometheus {
                netuid,
                ip,
                port,
                ip_type,
                ..
            } => Self::check_prometheus(who, *netuid, Endpoint::new(*ip, *port, *ip_type)),
            Call::register_network { .. } | Call::register_network_with_identity { .. } => {
                Self::check_network_rate()
            }
            _ => Ok(()),
        }
    }

    /// Whether a call is one of those that a coldkey may make while it is being swapped.
    pub fn leads_out_of_swap(call: &Call<T>) -> bool {
        matches!(
            call,
            Call::announce_coldkey_swap { .. }
                | Call::swap_coldkey_announced { .. }
                | Call::dispute_coldkey_swap { .. }
                | Call::clear_coldkey_swap_announcement { .. }
        )
    }
}
