//! Crowdloans, and what an account has given to them.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Failure, Rao, Verified};

use super::{fields::key, read, round};
use crate::View;

/// A crowdloan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Crowdloan {
    /// Its number.
    pub id: u32,
    /// Who made it.
    pub creator: AccountId,
    /// What the creator gave at first and gets back only when it is dissolved.
    pub deposit: Rao,
    /// The least that can be given at once.
    pub min_contribution: Rao,
    /// The most that one account can give, if there is such a limit.
    pub max_contribution: Option<Rao>,
    /// The block in which giving ends.
    pub end: u32,
    /// What is wanted in all.
    pub cap: Rao,
    /// The account that holds what was given.
    pub funds: AccountId,
    /// What was given so far.
    pub raised: Rao,
    /// Who gets it in the end, if it is not used by a call.
    pub target: Option<AccountId>,
    /// Whether it ends with a call instead.
    pub has_call: bool,
    /// Whether it has reached its aim and is over.
    pub finalized: bool,
    /// How many accounts gave.
    pub contributors: u32,
}

/// What an account gave to a crowdloan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Contribution {
    /// Number of the crowdloan.
    pub crowdloan: u32,
    /// What the account gave.
    pub amount: Rao,
}

impl Crowdloan {
    pub(crate) fn read(
        id: u32,
        value: &Value<'_>,
        max_contribution: Option<Rao>,
    ) -> Result<Self, CodecError> {
        let target = value.field("target_address")?.optional()?;
        Ok(Self {
            id,
            creator: value.field("creator")?.account()?,
            deposit: value.field("deposit")?.rao()?,
            min_contribution: value.field("min_contribution")?.rao()?,
            max_contribution,
            end: value.field("end")?.unsigned()?,
            cap: value.field("cap")?.rao()?,
            funds: value.field("funds_account")?.account()?,
            raised: value.field("raised")?.rao()?,
            target: target.map(Value::account).transpose()?,
            has_call: value.field("call")?.optional()?.is_some(),
            finalized: value.field("finalized")?.flag()?,
            contributors: value.field("contributors_count")?.unsigned()?,
        })
    }
}

/// All crowdloans, by number.
pub async fn crowdloans(view: &impl View) -> Result<Verified<Vec<Crowdloan>>, Failure> {
    read(view, |batch| {
        let loans = batch.items("Crowdloan", "Crowdloans", &[])?;
        let limits = match batch.metadata().has_storage("Crowdloan", "MaxContributions") {
            true => Some(batch.items("Crowdloan", "MaxContributions", &[])?),
            false => None,
        };
        Ok(Box::new(move |answers| {
            let limits = match &limits {
                Some(limits) => answers.entries(limits)?,
                None => Vec::new(),
            };
            let limit_of = |id: u32| -> Result<Option<Rao>, CodecError> {
                for (keys, limit) in &limits {
                    if key(keys, 0)?.unsigned::<u32>()? == id {
                        return limit.rao().map(Some);
                    }
                }
                Ok(None)
            };
            let loans = answers.entries(&loans)?;
            let loans = loans.iter().map(|(keys, loan)| {
                let id = key(keys, 0)?.unsigned()?;
                Crowdloan::read(id, loan, limit_of(id)?)
            });
            let mut loans = loans.collect::<Result<Vec<_>, _>>()?;
            loans.sort_by_key(|loan| loan.id);
            Ok(loans)
        }))
    })
    .await
}

/// What an account gave to each of these crowdloans; those that it gave nothing to are left out.
pub async fn contributions(
    view: &impl View,
    account: &AccountId,
    crowdloans: &[u32],
) -> Result<Verified<Vec<Contribution>>, Failure> {
    let found = round(view, |batch| {
        let items = crowdloans.iter().map(|id| {
            let item = batch.item("Crowdloan", "Contributions", &[(*id).into(), (*account).into()])?;
            Ok((*id, item))
        });
        let items = items.collect::<Result<Vec<_>, CodecError>>()?;
        Ok(Box::new(move |answers| {
            let mut found = Vec::new();
            for (crowdloan, item) in &items {
                if let Some(amount) = answers.get(item)? {
                    found.push(Contribution {
                        crowdloan: *crowdloan,
                        amount: amount.rao()?,
                    });
                }
            }
            Ok(found)
        }))
    })
    .await?;
    Ok(view.verified(found))
}
