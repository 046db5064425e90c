//! `Crowdloan`: many pay in until a sum is raised; then a call is made with it,
//! or an account gets it.
//!
//! Calls are kept by value, so longer ones than 128 bytes are refused: the pallet
//! that would store them is not here.

mod funds;
mod info;
#[cfg(test)]
mod tests;

pub use info::{CallOf, CrowdloanInfo};
pub use pallet::*;

use crate::{AccountId, Balance, BlockNumber, TAO};
use alloc::boxed::Box;
use frame_support::{
    PalletId,
    dispatch::{GetDispatchInfo, PostDispatchInfo},
    pallet_prelude::*,
    parameter_types,
    traits::{QueryPreimage, StorePreimage},
};
use frame_system::{RawOrigin, pallet_prelude::*};
use info::{ensure_end, ensure_min_contribution};
use sp_runtime::{
    SaturatedConversion,
    traits::{AccountIdConversion, Dispatchable},
};

const PALLET_ID: PalletId = PalletId(*b"bt/cloan");

parameter_types! {
    pub const MinimumDeposit: Balance = 10 * TAO;
    pub const AbsoluteMinimumContribution: Balance = TAO / 10;
    pub const MinimumBlockDuration: BlockNumber = 50_400;
    pub const MaximumBlockDuration: BlockNumber = 432_000;
    pub const RefundContributorsLimit: u32 = 50;
    pub const MaxContributors: u32 = 500;
}

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config:
        frame_system::Config<AccountId = AccountId, RuntimeEvent: From<Event<Self>>>
        + pallet_balances::Config<Balance = Balance>
    {
        type RuntimeCall: Parameter
            + Dispatchable<
                RuntimeOrigin = <Self as frame_system::Config>::RuntimeOrigin,
                PostInfo = PostDispatchInfo,
            > + GetDispatchInfo;
    }

    #[pallet::pallet]
    #[pallet::without_storage_info]
    pub struct Pallet<T>(_);

    #[pallet::storage]
    pub type Crowdloans<T: Config> = StorageMap<_, Twox64Concat, u32, CrowdloanInfo<CallOf<T>>, OptionQuery>;

    #[pallet::storage]
    pub type NextCrowdloanId<T> = StorageValue<_, u32, ValueQuery>;

    /// What an account has put into a crowdloan.
    #[pallet::storage]
    pub type Contributions<T> =
        StorageDoubleMap<_, Twox64Concat, u32, Identity, AccountId, Balance, OptionQuery>;

    /// The most that one account may put in.
    #[pallet::storage]
    pub type MaxContributions<T> = StorageMap<_, Twox64Concat, u32, Balance, OptionQuery>;

    /// The crowdloan whose call is being made.
    #[pallet::storage]
    pub type CurrentCrowdloanId<T> = StorageValue<_, u32, OptionQuery>;

    #[pallet::extra_constants]
    impl<T: Config> Pallet<T> {
        #[pallet::constant_name(PalletId)]
        fn pallet_id() -> PalletId {
            PALLET_ID
        }

        #[pallet::constant_name(MinimumDeposit)]
        fn minimum_deposit() -> Balance {
            MinimumDeposit::get()
        }

        #[pallet::constant_name(AbsoluteMinimumContribution)]
        fn absolute_minimum_contribution() -> Balance {
            AbsoluteMinimumContribution::get()
        }

        #[pallet::constant_name(MinimumBlockDuration)]
        fn minimum_block_duration() -> BlockNumber {
            MinimumBlockDuration::get()
        }

        #[pallet::constant_name(MaximumBlockDuration)]
        fn maximum_block_duration() -> BlockNumber {
            MaximumBlockDuration::get()
        }

        #[pallet::constant_name(RefundContributorsLimit)]
        fn refund_contributors_limit() -> u32 {
            RefundContributorsLimit::get()
        }

        #[pallet::constant_name(MaxContributors)]
        fn max_contributors() -> u32 {
            MaxContributors::get()
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T> {
        Created {
            crowdloan_id: u32,
            creator: AccountId,
            end: BlockNumber,
            cap: Balance,
        },
        Contributed {
            crowdloan_id: u32,
            contributor: AccountId,
            amount: Balance,
        },
        Withdrew {
            crowdloan_id: u32,
            contributor: AccountId,
            amount: Balance,
        },
        PartiallyRefunded {
            crowdloan_id: u32,
        },
        AllRefunded {
            crowdloan_id: u32,
        },
        Finalized {
            crowdloan_id: u32,
        },
        Dissolved {
            crowdloan_id: u32,
        },
        MinContributionUpdated {
            crowdloan_id: u32,
            new_min_contribution: Balance,
        },
        EndUpdated {
            crowdloan_id: u32,
            new_end: BlockNumber,
        },
        CapUpdated {
            crowdloan_id: u32,
            new_cap: Balance,
        },
        MaxContributionUpdated {
            crowdloan_id: u32,
            new_max_contribution: Option<Balance>,
        },
    }

    #[pallet::error]
    pub enum Error<T> {
        DepositTooLow,
        CapTooLow,
        MinimumContributionTooLow,
        CannotEndInPast,
        BlockDurationTooShort,
        BlockDurationTooLong,
        InsufficientBalance,
        Overflow,
        InvalidCrowdloanId,
        CapRaised,
        ContributionPeriodEnded,
        ContributionTooLow,
        InvalidOrigin,
        AlreadyFinalized,
        ContributionPeriodNotEnded,
        NoContribution,
        CapNotRaised,
        Underflow,
        CallUnavailable,
        NotReadyToDissolve,
        DepositCannotBeWithdrawn,
        MaxContributorsReached,
        InvalidFinalizationConfig,
        MaxContributionReached,
        MaximumContributionTooLow,
        MinimumContributionTooHigh,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Opens a crowdloan for a call or for an account, with a first contribution.
        #[pallet::call_index(0)]
        #[pallet::weight(T::DbWeight::get().reads_writes(3, 4))]
        pub fn create(
            origin: OriginFor<T>,
            #[pallet::compact] deposit: Balance,
            #[pallet::compact] min_contribution: Balance,
            #[pallet::compact] cap: Balance,
            #[pallet::compact] end: BlockNumber,
            call: Option<Box<<T as Config>::RuntimeCall>>,
            target_address: Option<AccountId>,
        ) -> DispatchResult {
            let creator = ensure_signed(origin)?;
            ensure!(
                call.is_some() != target_address.is_some(),
                Error::<T>::InvalidFinalizationConfig
            );
            ensure!(deposit >= MinimumDeposit::get(), Error::<T>::DepositTooLow);
            ensure!(cap > deposit, Error::<T>::CapTooLow);
            ensure_min_contribution::<T>(min_contribution, None)?;
            ensure_end::<T>(block_number::<T>(), end)?;

            let crowdloan_id = NextCrowdloanId::<T>::get();
            let next = crowdloan_id.checked_add(1).ok_or(Error::<T>::Overflow)?;
            let loan = CrowdloanInfo {
                creator: creator.clone(),
                deposit,
                min_contribution,
                end,
                cap,
                funds_account: PALLET_ID.into_sub_account_truncating(crowdloan_id),
                raised: deposit,
                target_address,
                call: call.map(|call| <()>::bound(*call)).transpose()?,
                finalized: false,
                contributors_count: 1,
            };
            funds::pay_in::<T>(&loan, &creator, deposit)?;
            NextCrowdloanId::<T>::put(next);
            Crowdloans::<T>::insert(crowdloan_id, loan);
            Contributions::<T>::insert(crowdloan_id, &creator, deposit);
            Self::deposit_event(Event::Created {
                crowdloan_id,
                creator,
                end,
                cap,
            });
            Ok(())
        }

        /// Pays into a crowdloan, at most what is missing.
        #[pallet::call_index(1)]
        #[pallet::weight(T::DbWeight::get().reads_writes(5, 4))]
        pub fn contribute(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: u32,
            #[pallet::compact] amount: Balance,
        ) -> DispatchResult {
            let contributor = ensure_signed(origin)?;
            let mut loan = Self::loan(crowdloan_id)?;
            ensure!(
                block_number::<T>() < loan.end,
                Error::<T>::ContributionPeriodEnded
            );
            ensure!(loan.raised < loan.cap, Error::<T>::CapRaised);
            ensure!(amount >= loan.min_contribution, Error::<T>::ContributionTooLow);
            let amount = funds::contribute::<T>(crowdloan_id, &mut loan, &contributor, amount)?;
            Crowdloans::<T>::insert(crowdloan_id, loan);
            Self::deposit_event(Event::Contributed {
                crowdloan_id,
                contributor,
                amount,
            });
            Ok(())
        }

        /// Takes back a contribution. The creator's deposit stays.
        #[pallet::call_index(2)]
        #[pallet::weight(T::DbWeight::get().reads_writes(4, 4))]
        pub fn withdraw(origin: OriginFor<T>, #[pallet::compact] crowdloan_id: u32) -> DispatchResult {
            let contributor = ensure_signed(origin)?;
            let mut loan = Self::loan(crowdloan_id)?;
            loan.ensure_open::<T>()?;
            let amount = funds::withdraw::<T>(crowdloan_id, &mut loan, &contributor)?;
            Crowdloans::<T>::insert(crowdloan_id, loan);
            Self::deposit_event(Event::Withdrew {
                crowdloan_id,
                contributor,
                amount,
            });
            Ok(())
        }

        /// Does what the funds were raised for. For the creator.
        #[pallet::call_index(3)]
        #[pallet::weight(T::DbWeight::get().reads_writes(4, 4))]
        pub fn finalize(origin: OriginFor<T>, #[pallet::compact] crowdloan_id: u32) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let mut loan = Self::loan(crowdloan_id)?;
            loan.ensure_creator::<T>(&who)?;
            loan.ensure_open::<T>()?;
            ensure!(loan.raised == loan.cap, Error::<T>::CapNotRaised);
            if let Some(target) = &loan.target_address {
                funds::pay_out::<T>(&loan, target, loan.raised)?;
            }
            if let Some(call) = &loan.call {
                let (call, _) = <()>::peek(call).map_err(|_| Error::<T>::CallUnavailable)?;
                CurrentCrowdloanId::<T>::put(crowdloan_id);
                let done = call.dispatch(RawOrigin::Signed(who).into());
                CurrentCrowdloanId::<T>::kill();
                done.map_err(|failed| failed.error)?;
            }
            loan.finalized = true;
            Crowdloans::<T>::insert(crowdloan_id, loan);
            Self::deposit_event(Event::Finalized { crowdloan_id });
            Ok(())
        }

        /// Gives some contributors everything back. For the creator.
        #[pallet::call_index(4)]
        #[pallet::weight(T::DbWeight::get().reads_writes(60, 60))]
        pub fn refund(origin: OriginFor<T>, #[pallet::compact] crowdloan_id: u32) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let mut loan = Self::loan(crowdloan_id)?;
            loan.ensure_creator::<T>(&who)?;
            loan.ensure_open::<T>()?;
            let all = funds::refund::<T>(crowdloan_id, &mut loan)?;
            Crowdloans::<T>::insert(crowdloan_id, loan);
            Self::deposit_event(match all {
                true => Event::AllRefunded { crowdloan_id },
                false => Event::PartiallyRefunded { crowdloan_id },
            });
            Ok(())
        }

        /// Ends a crowdloan in which only the creator's money is left. For the creator.
        #[pallet::call_index(5)]
        #[pallet::weight(T::DbWeight::get().reads_writes(4, 5))]
        pub fn dissolve(origin: OriginFor<T>, #[pallet::compact] crowdloan_id: u32) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let loan = Self::loan(crowdloan_id)?;
            loan.ensure_creator::<T>(&who)?;
            loan.ensure_open::<T>()?;
            let own = Contributions::<T>::get(crowdloan_id, &who).unwrap_or(0);
            ensure!(own == loan.raised, Error::<T>::NotReadyToDissolve);
            funds::pay_out::<T>(&loan, &who, own)?;
            Contributions::<T>::remove(crowdloan_id, &who);
            MaxContributions::<T>::remove(crowdloan_id);
            Crowdloans::<T>::remove(crowdloan_id);
            Self::deposit_event(Event::Dissolved { crowdloan_id });
            Ok(())
        }

        /// Sets the least contribution. For the creator.
        #[pallet::call_index(6)]
        #[pallet::weight(T::DbWeight::get().reads_writes(2, 1))]
        pub fn update_min_contribution(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: u32,
            #[pallet::compact] new_min_contribution: Balance,
        ) -> DispatchResult {
            Self::update(origin, crowdloan_id, |loan| {
                ensure_min_contribution::<T>(new_min_contribution, MaxContributions::<T>::get(crowdloan_id))?;
                loan.min_contribution = new_min_contribution;
                Ok(Event::MinContributionUpdated {
                    crowdloan_id,
                    new_min_contribution,
                })
            })
        }

        /// Sets the end. For the creator.
        #[pallet::call_index(7)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn update_end(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: u32,
            #[pallet::compact] new_end: BlockNumber,
        ) -> DispatchResult {
            Self::update(origin, crowdloan_id, |loan| {
                ensure_end::<T>(block_number::<T>(), new_end)?;
                loan.end = new_end;
                Ok(Event::EndUpdated {
                    crowdloan_id,
                    new_end,
                })
            })
        }

        /// Sets what is to be raised. For the creator.
        #[pallet::call_index(8)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn update_cap(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: u32,
            #[pallet::compact] new_cap: Balance,
        ) -> DispatchResult {
            Self::update(origin, crowdloan_id, |loan| {
                ensure!(new_cap >= loan.raised, Error::<T>::CapTooLow);
                loan.cap = new_cap;
                Ok(Event::CapUpdated {
                    crowdloan_id,
                    new_cap,
                })
            })
        }

        /// Sets the most that one account may put in. For the creator.
        #[pallet::call_index(9)]
        #[pallet::weight(T::DbWeight::get().reads_writes(1, 1))]
        pub fn set_max_contribution(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: u32,
            new_max_contribution: Option<Balance>,
        ) -> DispatchResult {
            Self::update(origin, crowdloan_id, |loan| {
                ensure!(
                    new_max_contribution.is_none_or(|max| max >= loan.min_contribution),
                    Error::<T>::MaximumContributionTooLow
                );
                MaxContributions::<T>::set(crowdloan_id, new_max_contribution);
                Ok(Event::MaxContributionUpdated {
                    crowdloan_id,
                    new_max_contribution,
                })
            })
        }
    }
}

impl<T: Config> Pallet<T> {
    fn loan(crowdloan_id: u32) -> Result<CrowdloanInfo<CallOf<T>>, Error<T>> {
        Crowdloans::<T>::get(crowdloan_id).ok_or(Error::<T>::InvalidCrowdloanId)
    }

    /// Lets the creator change an open crowdloan.
    fn update(
        origin: OriginFor<T>,
        crowdloan_id: u32,
        change: impl FnOnce(&mut CrowdloanInfo<CallOf<T>>) -> Result<Event<T>, DispatchError>,
    ) -> DispatchResult {
        let who = ensure_signed(origin)?;
        let mut loan = Self::loan(crowdloan_id)?;
        loan.ensure_creator::<T>(&who)?;
        loan.ensure_open::<T>()?;
        let event = change(&mut loan)?;
        Crowdloans::<T>::insert(crowdloan_id, loan);
        Self::deposit_event(event);
        Ok(())
    }
}

fn block_number<T: Config>() -> BlockNumber {
    frame_system::Pallet::<T>::block_number().saturated_into()
}
