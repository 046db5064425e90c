//! One position's alpha, computed from storage as the chain computes it: the holder's part of the shares of a hotkey's
//! pool on a subnet.
//!
//! Runtimes differ. Those from 467 on close pools and count them, and shares of a closed pool are worth nothing; older
//! ones still have shares in a former format, which count where there are none in the new one. The metadata says which.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Verified};

use super::{
    Batch,
    batch::{Answers, Item, Later},
    fields::{Read, SUBTENSOR},
    read,
};
use crate::{SafeFloat, View};

/// Which position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct PositionKey {
    /// The hotkey that is staked to.
    pub hotkey: AccountId,
    /// The coldkey that stakes.
    pub coldkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
}

/// Where the parts of a position are.
struct Items<'m> {
    total: Item<'m>,
    shares: Item<'m>,
    all_shares: Item<'m>,
    epochs: Option<(Item<'m>, Item<'m>)>,
    former: Option<(Item<'m>, Item<'m>)>,
}

impl<'m> Items<'m> {
    fn of(batch: &mut Batch<'m>, key: &PositionKey) -> Result<Self, CodecError> {
        let (hotkey, coldkey) = (Value::from(key.hotkey), Value::from(key.coldkey));
        let pool = [hotkey.clone(), key.netuid.into()];
        let row = [hotkey, coldkey, key.netuid.into()];
        let pool_epoch = batch.item_if_any(SUBTENSOR, "AlphaSharePoolEpoch", &pool)?;
        let row_epoch = batch.item_if_any(SUBTENSOR, "AlphaShareEpoch", &row)?;
        let former_shares = batch.item_if_any(SUBTENSOR, "Alpha", &row)?;
        let former_all_shares = batch.item_if_any(SUBTENSOR, "TotalHotkeyShares", &pool)?;
        Ok(Self {
            total: batch.item(SUBTENSOR, "TotalHotkeyAlpha", &pool)?,
            shares: batch.item(SUBTENSOR, "AlphaV2", &row)?,
            all_shares: batch.item(SUBTENSOR, "TotalHotkeySharesV2", &pool)?,
            epochs: pool_epoch.zip(row_epoch),
            former: former_shares.zip(former_all_shares),
        })
    }

    fn read(&self, answers: &Answers) -> Result<Alpha, CodecError> {
        if self.is_of_a_closed_pool(answers)? {
            return Ok(Alpha::ZERO);
        }
        let total = answers.value(&self.total)?.alpha()?;
        let (former_shares, former_all_shares) = self.former.unzip();
        let shares = Shares::read(answers, &self.shares, former_shares)?;
        let all_shares = Shares::read(answers, &self.all_shares, former_all_shares)?;
        let part = match (shares, all_shares) {
            (Shares::Former(shares), Shares::Former(all)) => bits(shares).part_of(total, bits(all)),
            (shares, all) => shares.converted().part_of(total, all.converted()),
        };
        part.ok_or(CodecError::Malformed(
            "a position is worth more than there can be",
        ))
    }

    fn is_of_a_closed_pool(&self, answers: &Answers) -> Result<bool, CodecError> {
        let Some((pool, row)) = &self.epochs else {
            return Ok(false);
        };
        let pool = answers.value(pool)?.block()?;
        Ok(pool != 0 && pool != answers.value(row)?.block()?)
    }
}

/// A number of shares, in whichever format the chain has it.
enum Shares {
    Decimal(SafeFloat),
    /// With 64 fractional bits.
    Former(u128),
}

impl Shares {
    /// Reads what there is: the former format counts where there is nothing in the new one.
    fn read(answers: &Answers, shares: &Item<'_>, former: Option<Item<'_>>) -> Result<Self, CodecError> {
        match former {
            Some(former) if answers.bytes(shares).is_none() => {
                answers.value(&former)?.unsigned_bits().map(Self::Former)
            }
            Some(_) | None => read_shares(&answers.value(shares)?).map(Self::Decimal),
        }
    }

    /// In the new format. The fraction of the former one is less than a billionth of an alpha.
    fn converted(self) -> SafeFloat {
        match self {
            Self::Decimal(shares) => shares,
            Self::Former(shares) => bits(shares >> 64),
        }
    }
}

fn bits(mantissa: u128) -> SafeFloat {
    SafeFloat {
        mantissa,
        exponent: 0,
    }
}

/// Reads a number of shares.
pub(super) fn read_shares(value: &Value<'_>) -> Result<SafeFloat, CodecError> {
    Ok(SafeFloat {
        mantissa: value.field("mantissa")?.unsigned()?,
        exponent: value.field("exponent")?.signed()?,
    })
}

/// Asks for the alpha of positions, in their order; TAO for those on the root.
pub fn ask_stakes<'m>(
    batch: &mut Batch<'m>,
    positions: &[PositionKey],
) -> Result<Later<'m, Vec<Alpha>>, CodecError> {
    let items = positions.iter().map(|position| Items::of(batch, position));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |answers| {
        items.iter().map(|items| items.read(answers)).collect()
    }))
}

/// How much alpha these positions hold, each with which it is. One round trip.
pub async fn stakes(
    view: &impl View,
    positions: &[PositionKey],
) -> Result<Verified<Vec<(PositionKey, Alpha)>>, Failure> {
    read(view, |batch| {
        let stakes = ask_stakes(batch, positions)?;
        let positions = positions.to_vec();
        Ok(Box::new(move |answers| {
            Ok(positions.into_iter().zip(stakes(answers)?).collect())
        }))
    })
    .await
}

/// The alpha of one position, from storage. One round trip.
pub async fn stake(view: &impl View, position: &PositionKey) -> Result<Verified<Alpha>, Failure> {
    read(view, |batch| {
        let stakes = ask_stakes(batch, std::slice::from_ref(position))?;
        Ok(Box::new(|answers| Ok(stakes(answers)?.pop().unwrap_or_default())))
    })
    .await
}
