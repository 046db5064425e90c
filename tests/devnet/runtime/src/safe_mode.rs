//! `SafeMode`: the switch by which root stops nearly all calls for a while.
//!
//! As on the real chain nobody but root can enter, extend or leave it, and no
//! deposit is ever taken. There the durations are 0 in the metadata; here root
//! enters for [`DURATION`], so that a test can see it.

pub use pallet::*;

use crate::{AccountId, Balance, BlockNumber};
use frame_support::{
    pallet_prelude::*,
    traits::{Contains, Get},
};
use frame_system::pallet_prelude::*;
use sp_runtime::SaturatedConversion;

/// How many blocks root's `force_enter` and `force_extend` last.
pub const DURATION: BlockNumber = 50;

/// Why safe mode ended.
#[derive(Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub enum ExitReason {
    Timeout,
    Force,
}

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: frame_system::Config<AccountId = AccountId, RuntimeEvent: From<Event<Self>>> {
        /// The calls that safe mode lets through.
        type WhitelistedCalls: Contains<Self::RuntimeCall>;
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// The last block of safe mode.
    #[pallet::storage]
    pub type EnteredUntil<T> = StorageValue<_, BlockNumber, OptionQuery>;

    /// What an account has deposited to enter; always empty.
    #[pallet::storage]
    pub type Deposits<T> =
        StorageDoubleMap<_, Twox64Concat, AccountId, Twox64Concat, BlockNumber, Balance, OptionQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T> {
        Entered { until: BlockNumber },
        Extended { until: BlockNumber },
        Exited { reason: ExitReason },
        DepositPlaced { account: AccountId, amount: Balance },
        DepositReleased { account: AccountId, amount: Balance },
        DepositSlashed { account: AccountId, amount: Balance },
        CannotDeposit,
        CannotRelease,
    }

    #[pallet::error]
    pub enum Error<T> {
        Entered,
        Exited,
        NotConfigured,
        NoDeposit,
        AlreadyDeposited,
        CannotReleaseYet,
        CurrencyError,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Would enter safe mode for a deposit, which is not configured.
        #[pallet::call_index(0)]
        #[pallet::weight(T::DbWeight::get().reads(1))]
        pub fn enter(origin: OriginFor<T>) -> DispatchResult {
            ensure_signed(origin)?;
            Err(Error::<T>::NotConfigured.into())
        }

        /// Enters safe mode. For root.
        #[pallet::call_index(1)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn force_enter(origin: OriginFor<T>) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(!EnteredUntil::<T>::exists(), Error::<T>::Entered);
            let until = block_number::<T>() + DURATION;
            EnteredUntil::<T>::put(until);
            Self::deposit_event(Event::Entered { until });
            Ok(())
        }

        /// Would extend safe mode for a deposit, which is not configured.
        #[pallet::call_index(2)]
        #[pallet::weight(T::DbWeight::get().reads(1))]
        pub fn extend(origin: OriginFor<T>) -> DispatchResult {
            ensure_signed(origin)?;
            Err(Error::<T>::NotConfigured.into())
        }

        /// Extends safe mode. For root.
        #[pallet::call_index(3)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn force_extend(origin: OriginFor<T>) -> DispatchResult {
            ensure_root(origin)?;
            let until = EnteredUntil::<T>::get().ok_or(Error::<T>::Exited)? + DURATION;
            EnteredUntil::<T>::put(until);
            Self::deposit_event(Event::Extended { until });
            Ok(())
        }

        /// Leaves safe mode. For root.
        #[pallet::call_index(4)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn force_exit(origin: OriginFor<T>) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(EnteredUntil::<T>::take().is_some(), Error::<T>::Exited);
            Self::deposit_event(Event::Exited {
                reason: ExitReason::Force,
            });
            Ok(())
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// Leaves safe mode after its last block.
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            if EnteredUntil::<T>::get().is_some_and(|until| until < block_number::<T>()) {
                EnteredUntil::<T>::kill();
                Self::deposit_event(Event::Exited {
                    reason: ExitReason::Timeout,
                });
            }
            T::DbWeight::get().reads_writes(1, 1)
        }
    }
}

/// Lets all calls through, or in safe mode the whitelisted ones.
impl<T: Config> Contains<T::RuntimeCall> for Pallet<T> {
    fn contains(call: &T::RuntimeCall) -> bool {
        !EnteredUntil::<T>::exists() || T::WhitelistedCalls::contains(call)
    }
}

fn block_number<T: Config>() -> BlockNumber {
    frame_system::Pallet::<T>::block_number().saturated_into()
}
