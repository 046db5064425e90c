//! A block's time, and what accounts had in TAO then: all that tells whether a block touched them.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, Failure, Verified};

use super::{Balance, ask_balances, read};
use crate::View;

/// A block's time and the balances of accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The chain's clock, in milliseconds since 1970.
    pub time_ms: u64,
    /// The balances, in the order in which the accounts were named.
    pub balances: Vec<Balance>,
}

/// The block's time and the balances of these accounts, in one proof.
pub async fn moment(view: &impl View, accounts: &[AccountId]) -> Result<Verified<Moment>, Failure> {
    read(view, |batch| {
        let time = batch.item("Timestamp", "Now", &[])?;
        let balances = ask_balances(batch, accounts)?;
        Ok(Box::new(move |answers| {
            Ok(Moment {
                time_ms: answers.value(&time)?.unsigned()?,
                balances: balances(answers)?,
            })
        }))
    })
    .await
}
