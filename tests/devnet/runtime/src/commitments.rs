//! `Commitments`: the data that a hotkey publishes on its subnet.
//!
//! Of the real pallet it lacks the reveal of time-locked commitments, which
//! needs a randomness beacon.

mod data;
#[cfg(test)]
mod tests;
mod types;

pub use data::Data;
pub use pallet::*;
pub use types::{CommitmentInfo, MAX_FIELDS, Registration, UsageTracker};

use crate::{
    AccountId, Balance, BlockNumber,
    subtensor::{self, IsNetworkMember, SubnetEpochIndex},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{pallet_prelude::*, traits::ConstU32};
use frame_system::pallet_prelude::*;
use sp_runtime::SaturatedConversion;

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: subtensor::Config + frame_system::Config<RuntimeEvent: From<Event<Self>>> {}

    #[pallet::pallet]
    #[pallet::without_storage_info]
    pub struct Pallet<T>(_);

    /// The commitments that wait for their reveal: subnet, hotkey.
    #[pallet::storage]
    pub type TimelockedIndex<T> = StorageValue<_, BTreeSet<(u16, AccountId)>, ValueQuery>;

    /// What a hotkey has committed to.
    #[pallet::storage]
    pub type CommitmentOf<T> =
        StorageDoubleMap<_, Identity, u16, Twox64Concat, AccountId, Registration, OptionQuery>;

    /// The block of a hotkey's last commitment.
    #[pallet::storage]
    pub type LastCommitment<T> =
        StorageDoubleMap<_, Identity, u16, Twox64Concat, AccountId, BlockNumber, OptionQuery>;

    /// The block in which a hotkey last asked for a reset of its bonds.
    #[pallet::storage]
    pub type LastBondsReset<T> =
        StorageDoubleMap<_, Identity, u16, Twox64Concat, AccountId, BlockNumber, OptionQuery>;

    /// What was revealed of a hotkey's commitments, each with its block.
    #[pallet::storage]
    pub type RevealedCommitments<T> =
        StorageDoubleMap<_, Identity, u16, Twox64Concat, AccountId, Vec<(Vec<u8>, u64)>, OptionQuery>;

    /// The space that a hotkey has used.
    #[pallet::storage]
    pub type UsedSpaceOf<T> =
        StorageDoubleMap<_, Identity, u16, Twox64Concat, AccountId, UsageTracker, OptionQuery>;

    /// How many bytes a hotkey may commit in one epoch.
    #[pallet::storage]
    pub type MaxSpace<T> = StorageValue<_, u32, ValueQuery, ConstU32<3_100>>;

    #[pallet::extra_constants]
    impl<T: Config> Pallet<T> {
        #[pallet::constant_name(MaxFields)]
        fn max_fields() -> u32 {
            MAX_FIELDS
        }

        #[pallet::constant_name(InitialDeposit)]
        fn initial_deposit() -> Balance {
            0
        }

        #[pallet::constant_name(FieldDeposit)]
        fn field_deposit() -> Balance {
            0
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T> {
        Commitment {
            netuid: u16,
            who: AccountId,
        },
        TimelockCommitment {
            netuid: u16,
            who: AccountId,
            reveal_round: u64,
        },
        CommitmentRevealed {
            netuid: u16,
            who: AccountId,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        TooManyFieldsInCommitmentInfo,
        AccountNotAllowedCommit,
        SpaceLimitExceeded,
        UnexpectedUnreserveLeftover,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Replaces what the signing hotkey has committed to on a subnet. It is free.
        #[pallet::call_index(0)]
        #[pallet::weight((T::DbWeight::get().reads_writes(4, 5), Pays::No))]
        pub fn set_commitment(origin: OriginFor<T>, netuid: u16, info: CommitmentInfo) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ensure!(
                IsNetworkMember::<T>::get(&who, netuid),
                Error::<T>::AccountNotAllowedCommit
            );
            use_space::<T>(netuid, &who, &info)?;

            let block = frame_system::Pallet::<T>::block_number().saturated_into();
            LastCommitment::<T>::insert(netuid, &who, block);
            if info.fields.contains(&Data::ResetBondsFlag) {
                LastBondsReset::<T>::insert(netuid, &who, block);
            }
            index_timelocked::<T>(netuid, &who, &info);
            let event = match reveal_round(&info) {
                None => Event::Commitment {
                    netuid,
                    who: who.clone(),
                },
                Some(reveal_round) => Event::TimelockCommitment {
                    netuid,
                    who: who.clone(),
                    reveal_round,
                },
            };
            CommitmentOf::<T>::insert(
                netuid,
                who,
                Registration {
                    deposit: 0,
                    block,
                    info,
                },
            );
            Self::deposit_event(event);
            Ok(())
        }

        /// Sets how many bytes a hotkey may commit in one epoch. For root.
        #[pallet::call_index(2)]
        #[pallet::weight((T::DbWeight::get().writes(1), DispatchClass::Operational, Pays::No))]
        pub fn set_max_space(origin: OriginFor<T>, new_limit: u32) -> DispatchResult {
            ensure_root(origin)?;
            MaxSpace::<T>::put(new_limit);
            Ok(())
        }
    }
}

/// Counts a commitment against the space of its hotkey in this epoch.
fn use_space<T: Config>(netuid: u16, who: &AccountId, info: &CommitmentInfo) -> DispatchResult {
    let epoch = SubnetEpochIndex::<T>::get(netuid);
    let used = UsedSpaceOf::<T>::get(netuid, who)
        .filter(|usage| usage.last_epoch == epoch)
        .map_or(0, |usage| usage.used_space);
    let used_space = info.fields.iter().map(Data::space).sum::<u64>() + used;
    ensure!(
        used_space <= u64::from(MaxSpace::<T>::get()),
        Error::<T>::SpaceLimitExceeded
    );
    let usage = UsageTracker {
        last_epoch: epoch,
        used_space,
    };
    UsedSpaceOf::<T>::insert(netuid, who, usage);
    Ok(())
}

/// Notes whether the hotkey's commitment waits for a reveal.
fn index_timelocked<T: Config>(netuid: u16, who: &AccountId, info: &CommitmentInfo) {
    TimelockedIndex::<T>::mutate(|index| {
        let key = (netuid, who.clone());
        match reveal_round(info) {
            Some(_) => index.insert(key),
            None => index.remove(&key),
        }
    });
}

/// The round of the first time-locked field.
fn reveal_round(info: &CommitmentInfo) -> Option<u64> {
    info.fields.iter().find_map(|field| match field {
        Data::TimelockEncrypted { reveal_round, .. } => Some(*reveal_round),
        Data::None
        | Data::Raw(_)
        | Data::BlakeTwo256(_)
        | Data::Sha256(_)
        | Data::Keccak256(_)
        | Data::ShaThree256(_)
        | Data::ResetBondsFlag
        | Data::BigRaw(_) => None,
    })
}
