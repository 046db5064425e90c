//! The declarations, and a subnet's pool as the other files want it.

pub use pallet::*;

use super::pool::Pool;
use crate::subtensor::types::{AlphaBalance, NetUid, TaoBalance};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::num::NonZeroU64;
use frame_support::{pallet_prelude::*, traits::ConstU16};
use frame_system::pallet_prelude::*;
use scale_info::TypeInfo;
use sp_runtime::Perquintill;

/// The highest fee rate, in parts of 65535.
const MAX_FEE_RATE: u16 = 10_000;

/// The least that a pool must hold of what it pays out.
pub(super) const MINIMUM_RESERVE: u64 = 1_000_000;

/// The weights of a pool: TAO's, and what is missing to 1 is alpha's.
#[derive(
    Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Balancer {
    pub quote: Perquintill,
}

impl Default for Balancer {
    fn default() -> Self {
        Self {
            quote: Perquintill::from_percent(50),
        }
    }
}

/// Who knows what the pools hold.
pub trait Reserves {
    /// Whether there is such a subnet.
    fn exists(netuid: NetUid) -> bool;

    /// Whether a pool makes the price; else 1 alpha is 1 TAO.
    fn has_pool(netuid: NetUid) -> bool;

    /// The TAO in the pool.
    fn tao(netuid: NetUid) -> TaoBalance;

    /// The alpha in the pool.
    fn alpha(netuid: NetUid) -> AlphaBalance;
}

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        type Reserves: Reserves;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// The fee of a subnet's pool, in parts of 65535 of what is paid in.
    #[pallet::storage]
    pub type FeeRate<T: Config> = StorageMap<_, Twox64Concat, NetUid, u16, ValueQuery, ConstU16<33>>;

    /// The weights of a subnet's pool.
    #[pallet::storage]
    pub type SwapBalancer<T: Config> = StorageMap<_, Twox64Concat, NetUid, Balancer, ValueQuery>;

    #[pallet::extra_constants]
    impl<T: Config> Pallet<T> {
        /// The highest fee rate, in parts of 65535.
        #[pallet::constant_name(MaxFeeRate)]
        pub fn max_fee_rate() -> u16 {
            MAX_FEE_RATE
        }

        /// The least that a pool must hold of what it pays out.
        #[pallet::constant_name(MinimumReserve)]
        pub fn minimum_reserve() -> NonZeroU64 {
            NonZeroU64::new(MINIMUM_RESERVE).unwrap_or(NonZeroU64::MIN)
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// A subnet has another fee rate.
        FeeRateSet { netuid: NetUid, rate: u16 },
    }

    /// What can go wrong. The order is the real chain's: a variant's place is its number on the wire.
    #[pallet::error]
    pub enum Error<T> {
        FeeRateTooHigh,
        InsufficientInputAmount,
        InsufficientLiquidity,
        PriceLimitExceeded,
        InsufficientBalance,
        InvalidTickRange,
        InvalidLiquidityValue,
        ReservesTooLow,
        MechanismDoesNotExist,
        SubtokenDisabled,
        ReservesOutOfBalance,
        SwapInputTooLarge,
        Deprecated,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the fee rate of a subnet. For root.
        #[pallet::call_index(0)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn set_fee_rate(origin: OriginFor<T>, netuid: NetUid, rate: u16) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(T::Reserves::exists(netuid), Error::<T>::MechanismDoesNotExist);
            ensure!(rate <= MAX_FEE_RATE, Error::<T>::FeeRateTooHigh);
            FeeRate::<T>::insert(netuid, rate);
            Self::deposit_event(Event::FeeRateSet { netuid, rate });
            Ok(())
        }
    }

    impl<T: Config> Pallet<T> {
        /// A subnet's pool as it is now; `None` where 1 alpha is 1 TAO.
        pub fn pool(netuid: NetUid) -> Option<Pool> {
            T::Reserves::has_pool(netuid).then(|| Pool {
                tao: T::Reserves::tao(netuid),
                alpha: T::Reserves::alpha(netuid),
                quote: SwapBalancer::<T>::get(netuid).quote.deconstruct(),
                fee_rate: FeeRate::<T>::get(netuid),
            })
        }
    }
}
