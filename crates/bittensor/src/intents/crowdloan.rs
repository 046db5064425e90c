//! Crowdloans: money that several accounts raise together.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Failure, Rao};

use super::{
    CrowdloanNeed, Effect, Flaw, Funds, Intent, Need, Quantity, Setting, Warning, call::Call, flaw,
    operation::Operation,
};

const PALLET: &str = "Crowdloan";

/// A new crowdloan. What is raised goes to an account, or pays for a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct CreateCrowdloan {
    /// What its creator gives at once.
    pub deposit: Rao,
    /// The least that others can give.
    pub min_contribution: Rao,
    /// What is to be raised.
    pub cap: Rao,
    /// The block at which it ends.
    pub end: u32,
    /// What is done when everything is raised, if no account gets it.
    pub inner: Option<Box<Intent>>,
    /// Who gets it, if nothing is done with it.
    pub target: Option<AccountId>,
}

/// TAO goes into a crowdloan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ContributeToCrowdloan {
    /// The crowdloan's number.
    pub id: u32,
    /// How much. What would be more than is to be raised stays.
    pub amount: Rao,
}

/// What this account has given to a crowdloan comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct WithdrawFromCrowdloan {
    /// The crowdloan's number.
    pub id: u32,
}

/// A crowdloan of this account that has raised everything does what it was made for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct FinalizeCrowdloan {
    /// The crowdloan's number.
    pub id: u32,
}

/// Contributors of a crowdloan of this account get back what they gave, some at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RefundCrowdloan {
    /// The crowdloan's number.
    pub id: u32,
}

/// A crowdloan of this account ends, and the deposit comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct DissolveCrowdloan {
    /// The crowdloan's number.
    pub id: u32,
}

/// Terms of a crowdloan of this account change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct UpdateCrowdloan {
    /// The crowdloan's number.
    pub id: u32,
    /// What changes.
    pub to: CrowdloanTerm,
}

/// A term of a crowdloan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "term", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "term", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum CrowdloanTerm {
    /// The least that can be given at once.
    MinContribution {
        /// How much.
        amount: Rao,
    },
    /// The block at which it ends.
    End {
        /// Its number.
        block: u32,
    },
    /// What is to be raised.
    Cap {
        /// How much.
        amount: Rao,
    },
    /// The most that one account can give.
    MaxContribution {
        /// How much; no limit if none.
        amount: Option<Rao>,
    },
}

fn call(name: &'static str, id: u32) -> Call<'static> {
    Call::of(PALLET, name).with("crowdloan_id", id)
}

impl Operation for CreateCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let intent = self.inner.as_ref().map(|intent| intent.build(metadata));
        Call::of(PALLET, "create")
            .with("deposit", self.deposit)
            .with("min_contribution", self.min_contribution)
            .with("cap", self.cap)
            .with("end", self.end)
            .with("call", Value::option(intent.transpose()?.map(Value::Encoded)))
            .with("target_address", Value::option(self.target))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let what = match (&self.inner, self.target) {
            (Some(intent), _) => format!("to do this: {}", intent.summary()),
            (None, Some(target)) => format!("for {target}"),
            (None, None) => "for nobody".to_owned(),
        };
        format!(
            "Raise {} TAO until block {}, of which {} TAO are yours, {what}",
            self.cap, self.end, self.deposit
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::TaoOut {
                amount: Quantity::Exactly(self.deposit),
                to: None,
            },
            Effect::Set {
                setting: Setting::Crowdloan,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::DepositStays]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let purposes = usize::from(self.inner.is_some()) + usize::from(self.target.is_some());
        let purpose = "name either who gets the money or what is done with it";
        let cap = "the deposit is as much as is to be raised; raise more or deposit less";
        [
            flaw(purposes != 1, Flaw::Crowdloan(purpose)),
            flaw(self.cap <= self.deposit, Flaw::Crowdloan(cap)),
            Some(Need::Funds(Funds::of(who, self.deposit))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Operation for ContributeToCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        call("contribute", self.id)
            .with("amount", self.amount)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Give up to {} TAO to crowdloan {}", self.amount, self.id)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::TaoOut {
            amount: Quantity::UpTo(self.amount),
            to: None,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        flaw(self.amount == Rao::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain([
                Need::Crowdloan(self.id, CrowdloanNeed::Takes(self.amount)),
                Need::Funds(Funds::of(who, self.amount)),
            ])
            .collect()
    }
}

impl Operation for WithdrawFromCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        call("withdraw", self.id).encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Take back what this account gave to crowdloan {}", self.id)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::TaoIn {
            amount: Quantity::Everything,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Crowdloan(self.id, CrowdloanNeed::Withdrawable(who))]
    }
}

impl Operation for FinalizeCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        call("finalize", self.id).encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Finish crowdloan {} and do what it was made for", self.id)
    }

    /// What was agreed on is done in the name of the creator.
    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Anything]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::RunsAgreedCall]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Crowdloan(self.id, CrowdloanNeed::FinalizableBy(who))]
    }
}

impl Operation for RefundCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        call("refund", self.id).encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Give contributors of crowdloan {} their money back", self.id)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Crowdloan,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Crowdloan(self.id, CrowdloanNeed::OpenOf(who))]
    }
}

impl Operation for DissolveCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        call("dissolve", self.id).encode(metadata)
    }

    fn summary(&self) -> String {
        format!("End crowdloan {} and take the deposit back", self.id)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::TaoIn {
            amount: Quantity::Everything,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Crowdloan(self.id, CrowdloanNeed::DissolvableBy(who))]
    }
}

impl Operation for UpdateCrowdloan {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match self.to {
            CrowdloanTerm::MinContribution { amount } => {
                call("update_min_contribution", self.id).with("new_min_contribution", amount)
            }
            CrowdloanTerm::End { block } => call("update_end", self.id).with("new_end", block),
            CrowdloanTerm::Cap { amount } => call("update_cap", self.id).with("new_cap", amount),
            CrowdloanTerm::MaxContribution { amount } => {
                call("set_max_contribution", self.id).with("new_max_contribution", Value::option(amount))
            }
        };
        call.encode(metadata)
    }

    fn summary(&self) -> String {
        let id = self.id;
        match self.to {
            CrowdloanTerm::MinContribution { amount } => {
                format!("Let crowdloan {id} take no less than {amount} TAO at once")
            }
            CrowdloanTerm::End { block } => format!("Let crowdloan {id} end at block {block}"),
            CrowdloanTerm::Cap { amount } => format!("Let crowdloan {id} raise {amount} TAO"),
            CrowdloanTerm::MaxContribution { amount: Some(amount) } => {
                format!("Let crowdloan {id} take no more than {amount} TAO of one account")
            }
            CrowdloanTerm::MaxContribution { amount: None } => {
                format!("Let crowdloan {id} take any amount of one account")
            }
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Crowdloan,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Crowdloan(self.id, CrowdloanNeed::OpenOf(who))]
    }
}
