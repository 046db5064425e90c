//! What root stake has earned and not yet claimed.
//!
//! Until 425 a hotkey has a rate per subnet, and what a holder may claim is its root stake times that rate, less what it
//! has had: alpha of each subnet. Later runtimes keep baskets, of which the runtime says what a holder would get, in TAO.
//! Which of the two a runtime has, its metadata says.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, ErrorCode, Failure, NetUid, Rao, Verified};

use super::{
    PositionKey, ask_stakes,
    fields::{Read, SUBTENSOR},
    read, round,
};
use crate::View;

const BASKETS: &str = "BetaBasketRuntimeApi";
const OWED: &str = "get_root_basket_owed";

/// What root stake has earned and not yet claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase", tag = "kind"))]
pub enum RootClaims {
    /// Alpha of single subnets.
    Alpha(AlphaClaims),
    /// A part of validators' baskets.
    Baskets(BasketClaims),
}

/// Claims in alpha of single subnets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AlphaClaims {
    /// What happens with what is claimed, by the runtime's own name, as `Swap` or `Keep`.
    pub claim_type: String,
    /// The subnets whose alpha is kept, where the type names them.
    pub kept: Vec<NetUid>,
    /// What can be claimed. Those of nothing are left out.
    pub claims: Vec<AlphaClaim>,
}

/// What can be claimed of one hotkey and subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AlphaClaim {
    /// The hotkey with the root stake.
    pub hotkey: AccountId,
    /// The subnet that it is alpha of.
    pub netuid: NetUid,
    /// How much.
    pub alpha: Alpha,
}

/// Claims on validators' baskets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct BasketClaims {
    /// What a claim would bring now. It becomes root stake.
    pub owed: Rao,
    /// Blocks that root stake cannot be taken out after it was put in, claims included. `None` where there is no such
    /// wait.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub unlock_blocks: Option<u64>,
}

/// What root stake of a coldkey has earned and not yet claimed. One call on runtimes with baskets, else three round
/// trips of storage.
pub async fn root_claims(view: &impl View, coldkey: &AccountId) -> Result<Verified<RootClaims>, Failure> {
    let metadata = view.metadata();
    if metadata.has_api(BASKETS, OWED) {
        let claims = basket_claims(view, coldkey).await?;
        return Ok(claims.map(RootClaims::Baskets));
    }
    if metadata.has_storage(SUBTENSOR, "RootClaimable") {
        let claims = alpha_claims(view, coldkey).await?;
        return Ok(view.verified(RootClaims::Alpha(claims)));
    }
    Err(Failure::new(
        ErrorCode::NotInRuntime,
        "this runtime has neither root claims nor baskets, so nothing can be claimed",
    ))
}

async fn basket_claims(view: &impl View, coldkey: &AccountId) -> Result<Verified<BasketClaims>, Failure> {
    read(view, |batch| {
        let owed = batch.call(BASKETS, OWED, &[(*coldkey).into()])?;
        let unlock = batch.item_if_any(SUBTENSOR, "RootStakeUnlockInterval", &[])?;
        Ok(Box::new(move |answers| {
            let unlock = unlock.as_ref().map(|item| answers.value(item)?.block());
            Ok(BasketClaims {
                owed: answers.answer(&owed)?.rao()?,
                unlock_blocks: unlock.transpose()?.filter(|blocks| *blocks > 0),
            })
        }))
    })
    .await
}

/// Root stake at a hotkey, and what an alpha rao of each subnet it has earned per rao, in parts of 2³².
struct Earned {
    hotkey: AccountId,
    stake: Alpha,
    rates: Vec<(NetUid, u128)>,
}

async fn alpha_claims(view: &impl View, coldkey: &AccountId) -> Result<AlphaClaims, Failure> {
    let (hotkeys, claim_type, kept) = staking(view, coldkey).await?;
    let earned = earned(view, coldkey, &hotkeys).await?;
    let claims = round(view, |batch| {
        let mut rows = Vec::new();
        for earned in &earned {
            for (netuid, rate) in &earned.rates {
                let keys = [(*netuid).into(), earned.hotkey.into(), (*coldkey).into()];
                let claimed = batch.item(SUBTENSOR, "RootClaimed", &keys)?;
                rows.push((earned.hotkey, *netuid, owed_in_all(earned.stake, *rate), claimed));
            }
        }
        Ok(Box::new(move |answers| {
            let mut claims = Vec::new();
            for (hotkey, netuid, in_all, claimed) in &rows {
                let claimed: u128 = answers.value(claimed)?.unsigned()?;
                let left = in_all.saturating_sub(claimed);
                let alpha = Alpha(u64::try_from(left).unwrap_or(u64::MAX));
                if alpha > Alpha::ZERO {
                    claims.push(AlphaClaim {
                        hotkey: *hotkey,
                        netuid: *netuid,
                        alpha,
                    });
                }
            }
            Ok(claims)
        }))
    })
    .await?;
    Ok(AlphaClaims {
        claim_type,
        kept,
        claims,
    })
}

async fn staking(
    view: &impl View,
    coldkey: &AccountId,
) -> Result<(Vec<AccountId>, String, Vec<NetUid>), Failure> {
    round(view, |batch| {
        let hotkeys = batch.item(SUBTENSOR, "StakingHotkeys", &[(*coldkey).into()])?;
        let claim_type = batch.item(SUBTENSOR, "RootClaimType", &[(*coldkey).into()])?;
        Ok(Box::new(move |answers| {
            let hotkeys = answers.value(&hotkeys)?.list(|hotkey| hotkey.account())?;
            let claim_type = answers.value(&claim_type)?;
            let (name, fields) = claim_type.variant()?;
            let kept = match fields {
                [subnets] => subnets.value.list(|row| row.netuid())?,
                _ => Vec::new(),
            };
            Ok((hotkeys, name.to_owned(), kept))
        }))
    })
    .await
}

async fn earned(
    view: &impl View,
    coldkey: &AccountId,
    hotkeys: &[AccountId],
) -> Result<Vec<Earned>, Failure> {
    round(view, |batch| {
        let on_root = |hotkey: &AccountId| PositionKey {
            hotkey: *hotkey,
            coldkey: *coldkey,
            netuid: NetUid(0),
        };
        let positions: Vec<_> = hotkeys.iter().map(on_root).collect();
        let stakes = ask_stakes(batch, &positions)?;
        let rates = hotkeys
            .iter()
            .map(|hotkey| batch.item(SUBTENSOR, "RootClaimable", &[(*hotkey).into()]));
        let rates = rates.collect::<Result<Vec<_>, CodecError>>()?;
        Ok(Box::new(move |answers| {
            let stakes = stakes(answers)?;
            let rows = positions.iter().zip(stakes).zip(&rates);
            rows.map(|((position, stake), rates)| {
                Ok(Earned {
                    hotkey: position.hotkey,
                    stake,
                    rates: answers.value(rates)?.list(rate)?,
                })
            })
            .collect()
        }))
    })
    .await
}

fn rate(entry: &Value<'_>) -> Result<(NetUid, u128), CodecError> {
    let (netuid, rate) = entry.pair()?;
    let rate = u128::try_from(rate.signed_bits()?).unwrap_or(0);
    Ok((netuid.netuid()?, rate))
}

/// Everything that root stake has earned of a subnet's alpha, claimed or not: stake times rate, rounded down.
fn owed_in_all(stake: Alpha, rate: u128) -> u128 {
    let stake = u128::from(stake.0);
    let (whole, fraction) = (rate >> 32, rate & u128::from(u32::MAX));
    whole
        .saturating_mul(stake)
        .saturating_add((fraction * stake) >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owed_is_stake_times_rate() {
        assert_eq!(owed_in_all(Alpha(1_000), 1 << 31), 500);
        assert_eq!(owed_in_all(Alpha(3), (5 << 32) | (1 << 31)), 16);
        assert_eq!(owed_in_all(Alpha(u64::MAX), u128::MAX), u128::MAX);
    }
}
