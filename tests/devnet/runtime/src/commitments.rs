//! The pallet that only the next runtime has: anyone may publish a few bytes
//! about a subnet. Its name, index and call are the real chain's.

pub use pallet::*;

use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    /// What one account has published about one subnet.
    pub type Commitment = BoundedVec<u8, ConstU32<128>>;

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {}

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::storage]
    pub type CommitmentOf<T: Config> =
        StorageDoubleMap<_, Identity, u16, Twox64Concat, T::AccountId, Commitment, OptionQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// An account has published a commitment.
        Commitment { netuid: u16, who: T::AccountId },
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Publishes `info` about the subnet `netuid`, in place of what the
        /// account published before.
        #[pallet::call_index(0)]
        #[pallet::weight(T::DbWeight::get().writes(1))]
        pub fn set_commitment(origin: OriginFor<T>, netuid: u16, info: Commitment) -> DispatchResult {
            let who = ensure_signed(origin)?;
            CommitmentOf::<T>::insert(netuid, &who, info);
            Self::deposit_event(Event::Commitment { netuid, who });
            Ok(())
        }
    }
}
