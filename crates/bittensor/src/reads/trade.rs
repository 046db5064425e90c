//! What a trade would give, with everything that decides it read at one block.

use serde::{Deserialize, Serialize};
use taolight_codec::CodecError;
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Rao, Verified};

use super::{
    Batch, Later, PositionKey, ask_available, ask_balances, ask_pools, ask_stakes, ask_subnet_exists,
    chain_constants,
    fields::{Read, SUBTENSOR},
    locks::ACCEPTS_LOCKED,
    read,
};
use crate::{BuyContext, Holding, MoveContext, Place, Protection, Quote, SellContext, View};

/// Stake of a hotkey on a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct StakePlace {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
}

/// A trade that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "trade", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "trade", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum Trade {
    /// TAO into a subnet's alpha.
    Buy {
        /// Who pays; nobody whose funds set a limit if none.
        coldkey: Option<AccountId>,
        /// Where the stake goes.
        to: StakePlace,
        /// How much TAO.
        amount: Rao,
    },
    /// A subnet's alpha into TAO.
    Sell {
        /// Whose stake.
        coldkey: AccountId,
        /// Where it is.
        from: StakePlace,
        /// How much; all of the position if none.
        amount: Option<Alpha>,
    },
    /// Stake that stays stake: to another subnet, hotkey or coldkey.
    Move {
        /// Whose stake.
        coldkey: AccountId,
        /// Where it is.
        from: StakePlace,
        /// Where it goes.
        to: StakePlace,
        /// Whose it is then, if not the same coldkey's.
        receiver: Option<AccountId>,
        /// How much; all of the position if none.
        amount: Option<Alpha>,
    },
}

/// What a trade would come to. One round trip: storage, and a call beside it where stake is taken.
pub async fn quote(
    view: &impl View,
    trade: &Trade,
    protection: Protection,
) -> Result<Verified<Quote>, Failure> {
    read(view, |batch| ask_quote(batch, *trade, protection)).await
}

fn ask_quote<'m>(
    batch: &mut Batch<'m>,
    trade: Trade,
    protection: Protection,
) -> Result<Later<'m, Quote>, CodecError> {
    match trade {
        Trade::Buy { coldkey, to, amount } => ask_purchase(batch, coldkey, to, amount, protection),
        Trade::Sell {
            coldkey,
            from,
            amount,
        } => {
            let minimum_stake = chain_constants(batch.metadata())?.min_stake;
            let (place, holding) = (ask_place(batch, from)?, ask_holding(batch, coldkey, from)?);
            Ok(Box::new(move |answers| {
                let context = SellContext {
                    minimum_stake,
                    holding: holding(answers)?,
                    from: place(answers)?,
                };
                Ok(context.quote(amount.unwrap_or(context.holding.stake), protection))
            }))
        }
        Trade::Move {
            coldkey,
            from,
            to,
            receiver,
            amount,
        } => {
            let receiver = receiver.filter(|receiver| *receiver != coldkey);
            let constants = chain_constants(batch.metadata())?;
            let minimum = match receiver {
                Some(_) => constants.min_transfer.unwrap_or(constants.min_stake),
                None => constants.min_stake,
            };
            let holding = ask_holding(batch, coldkey, from)?;
            let places = (ask_place(batch, from)?, ask_place(batch, to)?);
            let accepts = ask_accepts_locked(batch, receiver.unwrap_or(coldkey))?;
            Ok(Box::new(move |answers| {
                let context = MoveContext {
                    minimum,
                    holding: holding(answers)?,
                    from: places.0(answers)?,
                    to: places.1(answers)?,
                    hotkey_changes: from.hotkey != to.hotkey,
                    coldkey_changes: receiver.is_some(),
                    receiver_accepts_locked: receiver.is_none() || accepts(answers)?,
                };
                Ok(context.quote(amount.unwrap_or(context.holding.stake), protection))
            }))
        }
    }
}

fn ask_purchase<'m>(
    batch: &mut Batch<'m>,
    coldkey: Option<AccountId>,
    to: StakePlace,
    amount: Rao,
    protection: Protection,
) -> Result<Later<'m, Quote>, CodecError> {
    let minimum_stake = chain_constants(batch.metadata())?.min_stake;
    let payer: Vec<_> = coldkey.into_iter().collect();
    let (place, balances) = (ask_place(batch, to)?, ask_balances(batch, &payer)?);
    Ok(Box::new(move |answers| {
        let balance = balances(answers)?.pop();
        let context = BuyContext {
            minimum_stake,
            spendable: balance.map_or(Rao(u64::MAX), |balance| balance.transferable),
            to: place(answers)?,
        };
        Ok(context.quote(amount, protection))
    }))
}

pub(super) fn ask_place<'m>(
    batch: &mut Batch<'m>,
    place: StakePlace,
) -> Result<Later<'m, Place>, CodecError> {
    let StakePlace { hotkey, netuid } = place;
    let exists = ask_subnet_exists(batch, netuid)?;
    let pools = ask_pools(batch, &[netuid])?;
    let started = batch.item(SUBTENSOR, "SubtokenEnabled", &[netuid.into()])?;
    let transfers = batch.item(SUBTENSOR, "TransferToggle", &[netuid.into()])?;
    let owner = batch.item(SUBTENSOR, "Owner", &[hotkey.into()])?;
    Ok(Box::new(move |answers| {
        let pool = pools(answers)?.pop();
        Ok(Place {
            netuid,
            exists: exists(answers)?,
            subtoken_enabled: answers.value(&started)?.flag()?,
            transfer_enabled: answers.value(&transfers)?.flag()?,
            hotkey_exists: answers.value(&owner)?.somebody()?.is_some(),
            pool: pool.ok_or(CodecError::TooShort)?,
        })
    }))
}

fn ask_holding<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    place: StakePlace,
) -> Result<Later<'m, Holding>, CodecError> {
    let StakePlace { hotkey, netuid } = place;
    let position = PositionKey {
        hotkey,
        coldkey,
        netuid,
    };
    let stakes = ask_stakes(batch, &[position])?;
    let available = ask_available(batch, coldkey, netuid)?;
    Ok(Box::new(move |answers| {
        Ok(Holding {
            stake: stakes(answers)?.pop().unwrap_or_default(),
            available: available(answers)?,
        })
    }))
}

/// Whether an account accepts locked alpha from others.
fn ask_accepts_locked<'m>(batch: &mut Batch<'m>, account: AccountId) -> Result<Later<'m, bool>, CodecError> {
    let flags = batch.item(SUBTENSOR, "AccountFlags", &[account.into()])?;
    Ok(Box::new(move |answers| {
        Ok(answers.value(&flags)?.unsigned::<u128>()? & ACCEPTS_LOCKED != 0)
    }))
}
