//! `MevShield`: the keys to which transactions can be encrypted, and the call
//! that carries an encrypted one.
//!
//! Nobody here decrypts anything. The keys are those that block authors or
//! tests announce; a carried transaction is recorded as an event and no more.

pub use pallet::*;

use crate::{AccountId, AuraId, BlockNumber};
use frame_support::{BoundedVec, pallet_prelude::*, traits::ConstU32};
use frame_system::pallet_prelude::*;
use sp_core::H256;
use sp_runtime::{
    SaturatedConversion,
    traits::{BlakeTwo256, Hash},
};

/// The length of an ML-KEM-768 encapsulation key.
const KEY_LENGTH: usize = 1_184;

type Bytes<const N: u32> = BoundedVec<u8, ConstU32<N>>;
pub type Key = Bytes<2_048>;
pub type Ciphertext = Bytes<8_192>;

/// A call that waits for its decryption.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct PendingExtrinsic {
    pub who: AccountId,
    pub encrypted_call: Ciphertext,
    pub submitted_at: BlockNumber,
}

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: frame_system::Config<AccountId = AccountId, RuntimeEvent: From<Event<Self>>> {}

    #[pallet::pallet]
    #[pallet::without_storage_info]
    pub struct Pallet<T>(_);

    /// The key of this block's author.
    #[pallet::storage]
    pub type CurrentKey<T> = StorageValue<_, Key, OptionQuery>;

    /// The key of the next block's author.
    #[pallet::storage]
    pub type PendingKey<T> = StorageValue<_, Key, OptionQuery>;

    /// The key of the author after that: the one to encrypt to.
    #[pallet::storage]
    pub type NextKey<T> = StorageValue<_, Key, OptionQuery>;

    /// The key that an author has announced.
    #[pallet::storage]
    pub type AuthorKeys<T> = StorageMap<_, Twox64Concat, AuraId, Key, OptionQuery>;

    /// The block until which [`PendingKey`] is good.
    #[pallet::storage]
    pub type PendingKeyExpiresAt<T> = StorageValue<_, BlockNumber, OptionQuery>;

    /// The block until which [`NextKey`] is good.
    #[pallet::storage]
    pub type NextKeyExpiresAt<T> = StorageValue<_, BlockNumber, OptionQuery>;

    #[pallet::storage]
    pub type MaxPendingExtrinsicsLimit<T> = StorageValue<_, u32, ValueQuery, ConstU32<100>>;

    /// How many blocks a stored call waits.
    #[pallet::storage]
    pub type ExtrinsicLifetime<T> = StorageValue<_, u32, ValueQuery, ConstU32<10>>;

    #[pallet::storage]
    pub type PendingExtrinsics<T> = StorageMap<_, Identity, u32, PendingExtrinsic, OptionQuery>;

    #[pallet::storage]
    pub type CounterForPendingExtrinsics<T> = StorageValue<_, u32, ValueQuery>;

    #[pallet::storage]
    pub type NextPendingExtrinsicIndex<T> = StorageValue<_, u32, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T> {
        EncryptedSubmitted { id: H256, who: AccountId },
        ExtrinsicStored { index: u32, who: AccountId },
        ExtrinsicDecodeFailed { index: u32 },
        ExtrinsicDispatchFailed { index: u32, error: DispatchError },
        ExtrinsicDispatched { index: u32 },
        ExtrinsicExpired { index: u32 },
        ExtrinsicPostponed { index: u32 },
        MaxPendingExtrinsicsNumberSet { value: u32 },
        OnInitializeWeightSet { value: u64 },
        ExtrinsicLifetimeSet { value: u32 },
        MaxExtrinsicWeightSet { value: u64 },
        ExtrinsicWeightExceeded { index: u32 },
    }

    #[pallet::error]
    pub enum Error<T> {
        BadEncKeyLen,
        Unreachable,
        TooManyPendingExtrinsics,
        WeightExceedsAbsoluteMax,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Passes the keys on, and takes a new one to encrypt to. For root.
        #[pallet::call_index(0)]
        #[pallet::weight((T::DbWeight::get().reads_writes(2, 5), DispatchClass::Operational, Pays::No))]
        pub fn announce_next_key(origin: OriginFor<T>, enc_key: Option<Key>) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(
                enc_key.as_ref().is_none_or(|key| key.len() == KEY_LENGTH),
                Error::<T>::BadEncKeyLen
            );
            let now = block_number::<T>();
            CurrentKey::<T>::set(PendingKey::<T>::get());
            PendingKey::<T>::set(NextKey::<T>::get());
            PendingKeyExpiresAt::<T>::put(now + 2);
            NextKey::<T>::set(enc_key);
            NextKeyExpiresAt::<T>::put(now + 3);
            Ok(())
        }

        /// Carries an encrypted transaction.
        #[pallet::call_index(1)]
        #[pallet::weight(T::DbWeight::get().reads(1))]
        pub fn submit_encrypted(origin: OriginFor<T>, ciphertext: Ciphertext) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let id = BlakeTwo256::hash_of(&(&who, &ciphertext));
            Self::deposit_event(Event::EncryptedSubmitted { id, who });
            Ok(())
        }

        /// Stores an encrypted call, to be decrypted in one of the next blocks.
        #[pallet::call_index(2)]
        #[pallet::weight(T::DbWeight::get().reads_writes(3, 3))]
        pub fn store_encrypted(origin: OriginFor<T>, encrypted_call: Ciphertext) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let stored = CounterForPendingExtrinsics::<T>::get();
            ensure!(
                stored < MaxPendingExtrinsicsLimit::<T>::get(),
                Error::<T>::TooManyPendingExtrinsics
            );
            let index = NextPendingExtrinsicIndex::<T>::mutate(|next| {
                let index = *next;
                *next += 1;
                index
            });
            CounterForPendingExtrinsics::<T>::put(stored + 1);
            let pending = PendingExtrinsic {
                who: who.clone(),
                encrypted_call,
                submitted_at: block_number::<T>(),
            };
            PendingExtrinsics::<T>::insert(index, pending);
            Self::deposit_event(Event::ExtrinsicStored { index, who });
            Ok(())
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        /// Forgets the calls that nobody decrypted in time.
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            let oldest = block_number::<T>().saturating_sub(ExtrinsicLifetime::<T>::get());
            let expired = PendingExtrinsics::<T>::iter()
                .filter_map(|(index, pending)| (pending.submitted_at < oldest).then_some(index));
            for index in expired.collect::<alloc::vec::Vec<_>>() {
                PendingExtrinsics::<T>::remove(index);
                CounterForPendingExtrinsics::<T>::mutate(|stored| *stored = stored.saturating_sub(1));
                Self::deposit_event(Event::ExtrinsicExpired { index });
            }
            T::DbWeight::get().reads(2)
        }
    }
}

fn block_number<T: Config>() -> BlockNumber {
    frame_system::Pallet::<T>::block_number().saturated_into()
}
