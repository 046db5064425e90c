//! Limits of an account as they are typed, and as the vault keeps them.

use taolight_locales::say;
use taolight_primitives::{NetUid, Rao};
use taolight_protocol::vault::Policy;

use crate::format;
use crate::transfer::amount_problem;

/// What stands in the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    /// The most that one transaction may move, in TAO; nothing for no limit, here and below.
    pub(crate) per_transaction: String,
    /// The most that 24 hours may move, in TAO.
    pub(crate) per_day: String,
    /// Allowed calls, one a line.
    pub(crate) calls: String,
    /// Allowed subnets: numbers, with spaces or commas between them.
    pub(crate) netuids: String,
}

/// What is wrong with what was typed, field by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    /// With the limit of one transaction.
    pub(crate) per_transaction: Option<String>,
    /// With the limit of 24 hours.
    pub(crate) per_day: Option<String>,
    /// With the subnets.
    pub(crate) netuids: Option<String>,
}

impl Typed {
    /// The fields of a policy that is set.
    pub(crate) fn of(policy: &Policy) -> Self {
        let amount = |limit: Option<Rao>| limit.map(format::amount).unwrap_or_default();
        let netuids = policy.netuids.iter().flatten().map(NetUid::to_string);
        Self {
            per_transaction: amount(policy.per_transaction),
            per_day: amount(policy.per_day),
            calls: policy.calls.as_deref().unwrap_or_default().join("\n"),
            netuids: netuids.collect::<Vec<_>>().join(", "),
        }
    }

    /// The policy that was typed, or everything that is wrong with it. What a call may be is for the vault to say.
    pub(crate) fn policy(&self) -> Result<Policy, Problems> {
        let calls: Vec<String> = self.calls.split_whitespace().map(str::to_owned).collect();
        match (
            amount(&self.per_transaction),
            amount(&self.per_day),
            netuids(&self.netuids),
        ) {
            (Ok(per_transaction), Ok(per_day), Ok(netuids)) => Ok(Policy {
                per_transaction,
                per_day,
                calls: (!calls.is_empty()).then_some(calls),
                netuids,
            }),
            (per_transaction, per_day, netuids) => Err(Problems {
                per_transaction: per_transaction.err(),
                per_day: per_day.err(),
                netuids: netuids.err(),
            }),
        }
    }
}

fn amount(typed: &str) -> Result<Option<Rao>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    Rao::parse_tao(typed).map(Some).map_err(amount_problem)
}

fn netuids(typed: &str) -> Result<Option<Vec<NetUid>>, String> {
    let numbers = typed
        .split(|character: char| character == ',' || character.is_whitespace())
        .filter(|number| !number.is_empty());
    let netuids: Result<Vec<_>, _> = numbers.map(|number| number.parse().map(NetUid)).collect();
    match netuids {
        Ok(netuids) => Ok((!netuids.is_empty()).then_some(netuids)),
        Err(_) => Err(say!(settings.limits.subnets_wrong).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_no_limit() {
        assert_eq!(Typed::default().policy(), Ok(Policy::default()));
        assert_eq!(Typed::of(&Policy::default()), Typed::default());
    }

    #[test]
    fn a_policy_can_be_typed_again() {
        let policy = Policy {
            per_transaction: Some(Rao(1_500_000_000)),
            per_day: Some(Rao(1_204_118_203_500)),
            calls: Some(vec!["Balances.*".to_owned(), "Staking.bond".to_owned()]),
            netuids: Some(vec![NetUid(1), NetUid(64)]),
        };
        assert_eq!(Typed::of(&policy).policy(), Ok(policy));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let typed = Typed {
            per_transaction: "1,5".to_owned(),
            per_day: "all".to_owned(),
            calls: String::new(),
            netuids: "1, 65536".to_owned(),
        };
        let problems = typed.policy().unwrap_err();
        assert!(problems.per_transaction.is_some() && problems.per_day.is_some());
        assert!(problems.netuids.unwrap().contains("65535"));
    }
}
