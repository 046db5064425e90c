//! A subnet: what it is called, who owns it, its pool and its emission.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, NetUid, Price, Rao};

use super::{
    Batch, SafeText, SubnetIdentity,
    batch::{Answers, Item, Later},
    decimal,
    fields::{Read, SUBTENSOR, price_of_i96f32},
    pool::PoolItems,
};

/// A subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Subnet {
    /// Its number. Numbers are used again after a subnet is gone: `registered_at` tells two apart.
    pub netuid: NetUid,
    /// The block in which it was registered.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub registered_at: u64,
    /// What its owner says of it.
    pub identity: Option<SubnetIdentity>,
    /// The symbol of its alpha.
    pub symbol: SafeText,
    /// The coldkey that owns it; none for the root.
    pub owner: Option<AccountId>,
    /// The hotkey of the owner.
    pub owner_hotkey: Option<AccountId>,
    /// What an alpha costs now.
    pub price: Price,
    /// The chain's moving average of the price, which decides about emission.
    pub moving_price: Price,
    /// TAO in the pool.
    pub tao_in_pool: Rao,
    /// Alpha in the pool.
    pub alpha_in_pool: Alpha,
    /// Alpha outside the pool.
    pub alpha_outside: Alpha,
    /// TAO that was ever traded.
    #[serde(with = "decimal")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub volume: u128,
    /// What each block adds.
    pub emission: SubnetEmission,
    /// Blocks between two epochs.
    pub tempo: u16,
    /// The block of the last epoch.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub last_epoch: u64,
    /// The block of the next epoch. The chain may put it off for some blocks when many subnets are due at once.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub next_epoch: u64,
    /// Neurons that are registered.
    pub neurons: u16,
    /// What registering a neuron costs.
    pub registration_cost: Rao,
    /// What can be done on it.
    pub open: SubnetSwitches,
}

/// What each block adds to a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubnetEmission {
    /// TAO that goes into the pool.
    pub tao_in: Rao,
    /// Alpha that goes into the pool.
    pub alpha_in: Alpha,
    /// Alpha that is paid to the owner, miners, validators and stakers.
    pub alpha_out: Alpha,
}

/// What can be done on a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubnetSwitches {
    /// Its alpha can be traded: the owner has started it.
    pub trading: bool,
    /// Stake can be transferred to other coldkeys.
    pub transfers: bool,
    /// Neurons can be registered.
    pub registration: bool,
    /// It gets emission of TAO. `None` where the runtime has no such switch.
    pub emission: Option<bool>,
}

/// Where the parts of a subnet are.
struct Items<'m> {
    registered_at: Item<'m>,
    identity: Item<'m>,
    symbol: Item<'m>,
    owner: Item<'m>,
    owner_hotkey: Item<'m>,
    pool: PoolItems<'m>,
    moving_price: Item<'m>,
    alpha_outside: Item<'m>,
    volume: Item<'m>,
    tao_in: Item<'m>,
    alpha_in: Item<'m>,
    alpha_out: Item<'m>,
    tempo: Item<'m>,
    last_epoch: Item<'m>,
    pending_epoch: Option<Item<'m>>,
    neurons: Item<'m>,
    burn: Item<'m>,
    trading: Item<'m>,
    transfers: Item<'m>,
    registration: Item<'m>,
    emission: Option<Item<'m>>,
}

impl<'m> Items<'m> {
    fn of(batch: &mut Batch<'m>, netuid: NetUid) -> Result<Self, CodecError> {
        let key = [Value::from(netuid)];
        Ok(Self {
            pool: PoolItems::of(batch, netuid)?,
            identity: SubnetIdentity::item(batch, netuid)?,
            pending_epoch: batch.item_if_any(SUBTENSOR, "PendingEpochAt", &key)?,
            emission: batch.item_if_any(SUBTENSOR, "SubnetEmissionEnabled", &key)?,
            registered_at: batch.item(SUBTENSOR, "NetworkRegisteredAt", &key)?,
            symbol: batch.item(SUBTENSOR, "TokenSymbol", &key)?,
            owner: batch.item(SUBTENSOR, "SubnetOwner", &key)?,
            owner_hotkey: batch.item(SUBTENSOR, "SubnetOwnerHotkey", &key)?,
            moving_price: batch.item(SUBTENSOR, "SubnetMovingPrice", &key)?,
            alpha_outside: batch.item(SUBTENSOR, "SubnetAlphaOut", &key)?,
            volume: batch.item(SUBTENSOR, "SubnetVolume", &key)?,
            tao_in: batch.item(SUBTENSOR, "SubnetTaoInEmission", &key)?,
            alpha_in: batch.item(SUBTENSOR, "SubnetAlphaInEmission", &key)?,
            alpha_out: batch.item(SUBTENSOR, "SubnetAlphaOutEmission", &key)?,
            tempo: batch.item(SUBTENSOR, "Tempo", &key)?,
            last_epoch: batch.item(SUBTENSOR, "LastEpochBlock", &key)?,
            neurons: batch.item(SUBTENSOR, "SubnetworkN", &key)?,
            burn: batch.item(SUBTENSOR, "Burn", &key)?,
            trading: batch.item(SUBTENSOR, "SubtokenEnabled", &key)?,
            transfers: batch.item(SUBTENSOR, "TransferToggle", &key)?,
            registration: batch.item(SUBTENSOR, "NetworkRegistrationAllowed", &key)?,
        })
    }

    fn read(&self, netuid: NetUid, answers: &Answers) -> Result<Subnet, CodecError> {
        let pool = self.pool.read(answers)?;
        let identity = answers.get(&self.identity)?;
        let emission = self.emission.as_ref().map(|item| answers.value(item)?.flag());
        let tempo = answers.value(&self.tempo)?.unsigned()?;
        let last_epoch = answers.value(&self.last_epoch)?.block()?;
        Ok(Subnet {
            netuid,
            registered_at: answers.value(&self.registered_at)?.block()?,
            identity: identity.as_ref().map(SubnetIdentity::read).transpose()?,
            symbol: answers.value(&self.symbol)?.safe_text()?,
            owner: answers.value(&self.owner)?.somebody()?,
            owner_hotkey: answers.value(&self.owner_hotkey)?.somebody()?,
            price: pool.price(),
            moving_price: price_of_i96f32(&answers.value(&self.moving_price)?)?,
            tao_in_pool: pool.tao,
            alpha_in_pool: pool.alpha,
            alpha_outside: answers.value(&self.alpha_outside)?.alpha()?,
            volume: answers.value(&self.volume)?.unsigned()?,
            emission: SubnetEmission {
                tao_in: answers.value(&self.tao_in)?.rao()?,
                alpha_in: answers.value(&self.alpha_in)?.alpha()?,
                alpha_out: answers.value(&self.alpha_out)?.alpha()?,
            },
            tempo,
            last_epoch,
            next_epoch: next_epoch(last_epoch, tempo, self.pending(answers)?),
            neurons: answers.value(&self.neurons)?.unsigned()?,
            registration_cost: answers.value(&self.burn)?.rao()?,
            open: SubnetSwitches {
                trading: answers.value(&self.trading)?.flag()?,
                transfers: answers.value(&self.transfers)?.flag()?,
                registration: answers.value(&self.registration)?.flag()?,
                emission: emission.transpose()?,
            },
        })
    }

    fn pending(&self, answers: &Answers) -> Result<Option<u64>, CodecError> {
        let Some(item) = &self.pending_epoch else {
            return Ok(None);
        };
        let block = answers.value(item)?.block()?;
        Ok((block != 0).then_some(block))
    }
}

/// An epoch follows the last one after a tempo, or earlier when the owner has asked for it.
fn next_epoch(last: u64, tempo: u16, asked_for: Option<u64>) -> u64 {
    let regular = last.saturating_add(tempo.into());
    asked_for.map_or(regular, |block| block.min(regular))
}

/// Asks for a subnet. One that does not exist has everything at the chain's defaults: see
/// [`ask_subnet_exists`](super::ask_subnet_exists).
pub fn ask_subnet<'m>(batch: &mut Batch<'m>, netuid: NetUid) -> Result<Later<'m, Subnet>, CodecError> {
    let items = Items::of(batch, netuid)?;
    Ok(Box::new(move |answers| items.read(netuid, answers)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epochs_come_after_a_tempo_or_when_asked_for() {
        assert_eq!(next_epoch(370, 20, None), 390);
        assert_eq!(next_epoch(370, 360, Some(400)), 400);
        assert_eq!(next_epoch(370, 20, Some(400)), 390);
        assert_eq!(next_epoch(u64::MAX, 360, None), u64::MAX);
    }
}
