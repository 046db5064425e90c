//! A crowdloan, and the rules for its numbers.

use super::{AbsoluteMinimumContribution, Config, Error, MaximumBlockDuration, MinimumBlockDuration};
use crate::{AccountId, Balance, BlockNumber};
use codec::{Decode, Encode};
use frame_support::{dispatch::DispatchResult, ensure, traits::Bounded};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

/// The call that a crowdloan pays for, kept by value: at most 128 bytes.
pub type CallOf<T> = Bounded<<T as Config>::RuntimeCall, BlakeTwo256>;

/// A crowdloan that is open, or done.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CrowdloanInfo<Call> {
    pub creator: AccountId,
    /// What the creator put in first, and only gets back at the end.
    pub deposit: Balance,
    pub min_contribution: Balance,
    /// The first block that takes no contribution.
    pub end: BlockNumber,
    /// What is to be raised.
    pub cap: Balance,
    pub funds_account: AccountId,
    pub raised: Balance,
    /// Who gets the funds.
    pub target_address: Option<AccountId>,
    /// What is called once the funds are there.
    pub call: Option<Call>,
    pub finalized: bool,
    pub contributors_count: u32,
}

impl<Call> CrowdloanInfo<Call> {
    pub fn ensure_open<T: Config>(&self) -> DispatchResult {
        ensure!(!self.finalized, Error::<T>::AlreadyFinalized);
        Ok(())
    }

    pub fn ensure_creator<T: Config>(&self, who: &AccountId) -> DispatchResult {
        ensure!(&self.creator == who, Error::<T>::InvalidOrigin);
        Ok(())
    }
}

/// An end must be some days ahead, and not too many.
pub fn ensure_end<T: Config>(now: BlockNumber, end: BlockNumber) -> DispatchResult {
    ensure!(end > now, Error::<T>::CannotEndInPast);
    let duration = end - now;
    ensure!(
        duration >= MinimumBlockDuration::get(),
        Error::<T>::BlockDurationTooShort
    );
    ensure!(
        duration <= MaximumBlockDuration::get(),
        Error::<T>::BlockDurationTooLong
    );
    Ok(())
}

/// A least contribution must be worth its storage, and not above the largest.
pub fn ensure_min_contribution<T: Config>(min: Balance, max: Option<Balance>) -> DispatchResult {
    ensure!(
        min >= AbsoluteMinimumContribution::get(),
        Error::<T>::MinimumContributionTooLow
    );
    ensure!(
        max.is_none_or(|max| min <= max),
        Error::<T>::MinimumContributionTooHigh
    );
    Ok(())
}
