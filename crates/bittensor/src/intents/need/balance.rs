//! TAO: enough of it, and accounts that stay above the existential deposit.

use taolight_primitives::{AccountId, ErrorCode, Failure, Rao};

use crate::intents::{Cost, Facts};

/// TAO that an account has to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funds {
    /// The account.
    pub account: AccountId,
    /// What leaves it by amount.
    pub amount: Rao,
    /// What the chain asks for besides, at its own price.
    pub costs: Vec<Cost>,
    /// Whether the account has to stay above the existential deposit.
    pub keep_alive: bool,
}

impl Funds {
    /// An amount, after which the account is still there.
    pub fn of(account: AccountId, amount: Rao) -> Self {
        Self {
            account,
            amount,
            costs: Vec::new(),
            keep_alive: true,
        }
    }

    /// What the chain asks for.
    pub fn cost(account: AccountId, cost: Cost) -> Self {
        Self {
            costs: vec![cost],
            ..Self::of(account, Rao::ZERO)
        }
    }

    /// Both together.
    pub(super) fn add(&mut self, other: &Self) {
        // More than can exist is never there.
        self.amount = self.amount.checked_add(other.amount).unwrap_or(Rao(u64::MAX));
        self.costs.extend_from_slice(&other.costs);
        self.keep_alive |= other.keep_alive;
    }

    pub(super) fn check(&self, facts: &Facts) -> Result<(), Failure> {
        let balance = facts
            .accounts
            .get(&self.account)
            .and_then(|account| account.balance);
        let Some(balance) = balance else {
            return Ok(());
        };
        let spendable = balance.transferable_in_full;
        let (extra, extra_words) = self.extra(facts);
        let cost = self.amount.checked_add(extra).filter(|cost| *cost <= spendable);
        let Some(cost) = cost else {
            let most = spendable.saturating_sub(extra);
            return Err(Failure::new(
                ErrorCode::InsufficientBalance,
                format!(
                    "this account can spend at most {most} TAO here: it holds {spendable} TAO that can be spent, and {extra_words}"
                ),
            )
            .with_data("amount"));
        };
        let deposit = facts.existential_deposit;
        if self.keep_alive && balance.free.saturating_sub(cost) < deposit {
            let most = balance.free.saturating_sub(deposit).saturating_sub(extra);
            return Err(Failure::new(
                ErrorCode::WouldReapAccount,
                format!(
                    "this would leave less than {deposit} TAO, and the account would be closed; use at most {most} TAO, or send everything and let the account be closed"
                ),
            )
            .with_data("amount"));
        }
        Ok(())
    }

    /// What is due besides the amount, and how to say it.
    fn extra(&self, facts: &Facts) -> (Rao, String) {
        let fee = facts.fee.filter(|(payer, _)| *payer == self.account);
        let fee = fee.map_or(Rao::ZERO, |(_, fee)| fee);
        let mut extra = fee;
        let mut words = format!("the fee is {fee} TAO");
        for cost in &self.costs {
            let Some(amount) = facts.costs.get(cost) else {
                continue;
            };
            extra = extra.checked_add(*amount).unwrap_or(Rao(u64::MAX));
            words.push_str(&format!(", {amount} TAO are needed for {}", cost.words()));
        }
        (extra, words)
    }
}

/// Fails if the account would hold less than the chain keeps.
pub(super) fn check_receiver(facts: &Facts, account: &AccountId, amount: Rao) -> Result<(), Failure> {
    let Some(balance) = facts.accounts.get(account).and_then(|account| account.balance) else {
        return Ok(());
    };
    let total = balance.total().checked_add(amount);
    if total.is_some_and(|total| total < facts.existential_deposit) {
        return Err(Failure::new(
            ErrorCode::BelowExistentialDeposit,
            format!(
                "the receiver's account would hold less than {} TAO, which the chain does not keep; send more",
                facts.existential_deposit
            ),
        )
        .with_data("amount"));
    }
    Ok(())
}
