//! Neurons of a subnet, in rows, from storage.
//!
//! Three round trips: what the chain keeps as one list for all neurons with their hotkeys, then what it keeps per hotkey,
//! then what their owners say of themselves. The second and third grow with the rows that are asked for, so that a page
//! or the validators alone cost a part of the whole.

use core::ops::Range;

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Rao, Verified};

use super::{
    Axon, Identity, PerU16, ask_identities,
    batch::{Answers, Item},
    fields::{Read, SUBTENSOR, key},
    read, round,
};
use crate::View;

/// A neuron: a hotkey that is registered on a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Neuron {
    /// Its number on the subnet.
    pub uid: u16,
    /// Its hotkey.
    pub hotkey: AccountId,
    /// The coldkey that owns it.
    pub owner: Option<AccountId>,
    /// What the owner says of itself. Many say nothing.
    pub identity: Option<Identity>,
    /// What it keeps of its stakers' dividends.
    pub take: PerU16,
    /// Alpha that is staked to it here, by everybody. What parents lend it is not in this.
    pub stake: Alpha,
    /// TAO that is staked to it on the root.
    pub root_stake: Rao,
    /// Whether it may set weights that count.
    pub validator_permit: bool,
    /// Whether it has set weights lately.
    pub active: bool,
    /// What it earned in the last epoch, before it was shared out.
    pub emission: Alpha,
    /// What its stakers got of that in the last epoch, its take already off.
    pub dividends_paid: Alpha,
    /// Its share of the validators' rewards.
    pub dividends: PerU16,
    /// Its share of the miners' rewards.
    pub incentive: PerU16,
    /// What the validators agree on for it.
    pub consensus: PerU16,
    /// How well it agrees with the other validators.
    pub validator_trust: PerU16,
    /// The block in which it last set weights.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub last_update: u64,
    /// Where it can be reached.
    pub axon: Option<Axon>,
}

/// What the chain keeps per subnet: a row for each neuron.
struct Rows(Vec<Neuron>);

/// The neurons with these numbers. Three round trips.
pub async fn neurons(
    view: &impl View,
    netuid: NetUid,
    uids: Range<u16>,
) -> Result<Verified<Vec<Neuron>>, Failure> {
    let Rows(mut rows) = rows(view, netuid).await?;
    rows.retain(|row| uids.contains(&row.uid));
    complete(view, netuid, rows).await
}

/// The neurons that may set weights that count, most alpha first. Three round trips.
pub async fn validators(view: &impl View, netuid: NetUid) -> Result<Verified<Vec<Neuron>>, Failure> {
    let Rows(mut rows) = rows(view, netuid).await?;
    rows.retain(|row| row.validator_permit);
    let mut validators = complete(view, netuid, rows).await?;
    validators
        .value
        .sort_by_key(|validator| core::cmp::Reverse(validator.stake));
    Ok(validators)
}

async fn rows(view: &impl View, netuid: NetUid) -> Result<Rows, Failure> {
    round(view, |batch| {
        let first = [Value::from(netuid)];
        let hotkeys = batch.items(SUBTENSOR, "Keys", &first)?;
        let mut list = |entry| batch.item(SUBTENSOR, entry, &first);
        let permits = list("ValidatorPermit")?;
        let active = list("Active")?;
        let emissions = list("Emission")?;
        let dividends = list("Dividends")?;
        let incentives = list("Incentive")?;
        let consensus = list("Consensus")?;
        let trust = list("ValidatorTrust")?;
        let updates = list("LastUpdate")?;
        Ok(Box::new(move |answers| {
            let permits = answers.value(&permits)?.list(|row| row.flag())?;
            let active = answers.value(&active)?.list(|row| row.flag())?;
            let emissions = answers.value(&emissions)?.list(|row| row.alpha())?;
            let dividends = answers.value(&dividends)?.list(|row| row.per_u16())?;
            let incentives = answers.value(&incentives)?.list(|row| row.per_u16())?;
            let consensus = answers.value(&consensus)?.list(|row| row.per_u16())?;
            let trust = answers.value(&trust)?.list(|row| row.per_u16())?;
            let updates = answers.value(&updates)?.list(|row| row.block())?;
            let hotkeys = answers.entries(&hotkeys)?;
            let rows = hotkeys.iter().map(|(keys, hotkey)| {
                let uid: u16 = key(keys, 1)?.unsigned()?;
                let row = usize::from(uid);
                Ok(Neuron {
                    uid,
                    hotkey: hotkey.account()?,
                    owner: None,
                    identity: None,
                    take: PerU16::ZERO,
                    stake: Alpha::ZERO,
                    root_stake: Rao::ZERO,
                    validator_permit: of_row(&permits, row),
                    active: of_row(&active, row),
                    emission: of_row(&emissions, row),
                    dividends_paid: Alpha::ZERO,
                    dividends: of_row(&dividends, row),
                    incentive: of_row(&incentives, row),
                    consensus: of_row(&consensus, row),
                    validator_trust: of_row(&trust, row),
                    last_update: of_row(&updates, row),
                    axon: None,
                })
            });
            let mut rows = rows.collect::<Result<Vec<_>, CodecError>>()?;
            rows.sort_by_key(|row| row.uid);
            Ok(Rows(rows))
        }))
    })
    .await
}

/// Lists are shorter than the subnet until the epoch after a registration.
fn of_row<T: Copy + Default>(list: &[T], row: usize) -> T {
    list.get(row).copied().unwrap_or_default()
}

/// Where what the chain keeps per hotkey is.
struct HotkeyItems<'m> {
    owner: Item<'m>,
    take: Item<'m>,
    stake: Item<'m>,
    root_stake: Item<'m>,
    dividends_paid: Item<'m>,
    axon: Item<'m>,
}

impl HotkeyItems<'_> {
    fn read(&self, neuron: &mut Neuron, answers: &Answers) -> Result<(), CodecError> {
        neuron.owner = answers.value(&self.owner)?.somebody()?;
        neuron.take = answers.value(&self.take)?.per_u16()?;
        neuron.stake = answers.value(&self.stake)?.alpha()?;
        neuron.root_stake = answers.value(&self.root_stake)?.rao()?;
        neuron.dividends_paid = answers.value(&self.dividends_paid)?.alpha()?;
        let axon = answers.get(&self.axon)?;
        neuron.axon = axon.as_ref().map(Axon::read).transpose()?.flatten();
        Ok(())
    }
}

async fn complete(
    view: &impl View,
    netuid: NetUid,
    rows: Vec<Neuron>,
) -> Result<Verified<Vec<Neuron>>, Failure> {
    let mut rows = round(view, |batch| {
        let items = rows.iter().map(|row| {
            let hotkey = Value::from(row.hotkey);
            let (subnet, root) = (Value::from(netuid), Value::from(NetUid(0)));
            Ok(HotkeyItems {
                owner: batch.item(SUBTENSOR, "Owner", std::slice::from_ref(&hotkey))?,
                take: batch.item(SUBTENSOR, "Delegates", std::slice::from_ref(&hotkey))?,
                root_stake: batch.item(SUBTENSOR, "TotalHotkeyAlpha", &[hotkey.clone(), root])?,
                stake: batch.item(SUBTENSOR, "TotalHotkeyAlpha", &[hotkey.clone(), subnet.clone()])?,
                dividends_paid: batch.item(
                    SUBTENSOR,
                    "AlphaDividendsPerSubnet",
                    &[subnet.clone(), hotkey.clone()],
                )?,
                axon: batch.item(SUBTENSOR, "Axons", &[subnet, hotkey])?,
            })
        });
        let items = items.collect::<Result<Vec<_>, CodecError>>()?;
        Ok(Box::new(move |answers| {
            let mut rows = rows;
            for (row, items) in rows.iter_mut().zip(&items) {
                items.read(row, answers)?;
            }
            Ok(rows)
        }))
    })
    .await?;
    let mut owners: Vec<_> = rows.iter().filter_map(|row| row.owner).collect();
    owners.sort();
    owners.dedup();
    let named = read(view, |batch| ask_identities(batch, &owners)).await?;
    Ok(named.map(|identities| {
        for row in &mut rows {
            let place = row.owner.and_then(|owner| owners.binary_search(&owner).ok());
            row.identity = place.and_then(|place| identities.get(place).cloned().flatten());
        }
        rows
    }))
}
