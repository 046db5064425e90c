//! How much TAO there is and how much each block adds.

use serde::{Deserialize, Serialize};
use taolight_codec::CodecError;
use taolight_primitives::{Failure, Rao, Verified};

use super::{Batch, batch::Later, emission, fields::SUBTENSOR, read};
use crate::View;

/// The supply of TAO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Supply {
    /// The chain's own count, which decides about halvings. Recycled TAO is not in it and can be made again.
    pub issued: Rao,
    /// What all accounts have together.
    pub in_accounts: Rao,
    /// In the pools of all subnets, and staked on the root.
    pub staked: Rao,
    /// The most that can ever be.
    pub cap: Rao,
    /// What a block adds now.
    pub per_block: Rao,
    /// How often that was halved already. `None` when nothing is made any more.
    pub halvings: Option<u32>,
    /// What has to be issued for the next halving.
    pub next_halving_at: Option<Rao>,
}

/// Asks for the supply.
pub fn ask_supply<'m>(batch: &mut Batch<'m>) -> Result<Later<'m, Supply>, CodecError> {
    let issued = batch.item(SUBTENSOR, "TotalIssuance", &[])?;
    let staked = batch.item(SUBTENSOR, "TotalStake", &[])?;
    let in_accounts = batch.item("Balances", "TotalIssuance", &[])?;
    Ok(Box::new(move |answers| {
        let issued = answers.value(&issued)?.rao()?;
        Ok(Supply {
            issued,
            in_accounts: answers.value(&in_accounts)?.rao()?,
            staked: answers.value(&staked)?.rao()?,
            cap: Rao(emission::CAP),
            per_block: Rao(emission::per_block(issued.0)),
            halvings: emission::halvings(issued.0),
            next_halving_at: emission::next_halving_at(issued.0).map(Rao),
        })
    }))
}

/// The supply of TAO.
pub async fn supply(view: &impl View) -> Result<Verified<Supply>, Failure> {
    read(view, ask_supply).await
}
