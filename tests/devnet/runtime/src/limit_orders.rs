//! `LimitOrders`: the pallet that only the next spec version has, so that a
//! client sees a runtime upgrade bring a pallet. It is the switch of the real
//! one; without signed orders there is nothing to switch.

pub use pallet::*;

use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {}

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    /// Whether orders are executed.
    #[pallet::storage]
    pub type LimitOrdersEnabled<T> = StorageValue<_, bool, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T> {
        #[codec(index = 4)]
        LimitOrdersPalletStatusChanged { enabled: bool },
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lets orders be executed, or not. For root.
        #[pallet::call_index(3)]
        #[pallet::weight((T::DbWeight::get().writes(1), DispatchClass::Operational, Pays::No))]
        pub fn set_pallet_status(origin: OriginFor<T>, enabled: bool) -> DispatchResult {
            ensure_root(origin)?;
            LimitOrdersEnabled::<T>::put(enabled);
            Self::deposit_event(Event::LimitOrdersPalletStatusChanged { enabled });
            Ok(())
        }
    }
}
