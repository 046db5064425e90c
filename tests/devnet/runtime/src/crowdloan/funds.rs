//! Who has put how much into a crowdloan, and the money itself.

use super::{
    CallOf, Config, Contributions, CrowdloanInfo, Error, MaxContributions, MaxContributors,
    RefundContributorsLimit,
};
use crate::{AccountId, Balance};
use alloc::vec::Vec;
use frame_support::{
    dispatch::DispatchResult,
    ensure,
    traits::{Currency, ExistenceRequirement::AllowDeath},
};
use sp_runtime::DispatchError;

type Balances<T> = pallet_balances::Pallet<T>;
type Loan<T> = CrowdloanInfo<CallOf<T>>;

/// Moves `amount` rao to the funds of a crowdloan.
pub fn pay_in<T: Config>(loan: &Loan<T>, who: &AccountId, amount: Balance) -> DispatchResult {
    ensure!(
        Balances::<T>::free_balance(who) >= amount,
        Error::<T>::InsufficientBalance
    );
    Balances::<T>::transfer(who, &loan.funds_account, amount, AllowDeath)
}

/// Moves `amount` rao out of the funds of a crowdloan.
pub fn pay_out<T: Config>(loan: &Loan<T>, who: &AccountId, amount: Balance) -> DispatchResult {
    Balances::<T>::transfer(&loan.funds_account, who, amount, AllowDeath)
}

/// Takes a contribution, or as much of it as there is room for. Returns what was taken.
pub fn contribute<T: Config>(
    id: u32,
    loan: &mut Loan<T>,
    who: &AccountId,
    amount: Balance,
) -> Result<Balance, DispatchError> {
    let before = Contributions::<T>::get(id, who);
    let room = match MaxContributions::<T>::get(id) {
        Some(max) => max.saturating_sub(before.unwrap_or(0)),
        None => Balance::MAX,
    };
    ensure!(room > 0, Error::<T>::MaxContributionReached);
    let amount = amount.min(room).min(loan.cap - loan.raised);
    if before.is_none() {
        ensure!(
            loan.contributors_count < MaxContributors::get(),
            Error::<T>::MaxContributorsReached
        );
        loan.contributors_count += 1;
    }
    pay_in::<T>(loan, who, amount)?;
    loan.raised = loan.raised.checked_add(amount).ok_or(Error::<T>::Overflow)?;
    Contributions::<T>::insert(id, who, before.unwrap_or(0) + amount);
    Ok(amount)
}

/// Gives a contributor back what can be had before the end: the creator keeps the deposit in. Returns what was given.
pub fn withdraw<T: Config>(id: u32, loan: &mut Loan<T>, who: &AccountId) -> Result<Balance, DispatchError> {
    let contributed = Contributions::<T>::get(id, who).unwrap_or(0);
    ensure!(contributed > 0, Error::<T>::NoContribution);
    let amount = match &loan.creator == who {
        true => contributed.saturating_sub(loan.deposit),
        false => contributed,
    };
    ensure!(amount > 0, Error::<T>::DepositCannotBeWithdrawn);
    give_back::<T>(id, loan, who, amount)?;
    Ok(amount)
}

/// Gives some contributors everything back, the creator excepted. Returns whether those were all.
pub fn refund<T: Config>(id: u32, loan: &mut Loan<T>) -> Result<bool, DispatchError> {
    let limit = RefundContributorsLimit::get() as usize;
    let mut contributors: Vec<_> = Contributions::<T>::iter_prefix(id)
        .filter(|(who, _)| who != &loan.creator)
        .take(limit + 1)
        .collect();
    let all = contributors.len() <= limit;
    contributors.truncate(limit);
    for (who, amount) in contributors {
        give_back::<T>(id, loan, &who, amount)?;
    }
    Ok(all)
}

fn give_back<T: Config>(id: u32, loan: &mut Loan<T>, who: &AccountId, amount: Balance) -> DispatchResult {
    pay_out::<T>(loan, who, amount)?;
    loan.raised = loan.raised.checked_sub(amount).ok_or(Error::<T>::Underflow)?;
    match Contributions::<T>::get(id, who)
        .unwrap_or(0)
        .saturating_sub(amount)
    {
        0 => {
            Contributions::<T>::remove(id, who);
            loan.contributors_count = loan.contributors_count.saturating_sub(1);
        }
        rest => Contributions::<T>::insert(id, who, rest),
    }
    Ok(())
}
