//! Everything that coldkeys have: TAO, and alpha of each subnet, and what it is worth.
//!
//! Two round trips, one more than a balance, however many coldkeys and positions there are. The first asks the runtime for
//! all positions, in one call, beside the balances; the second reads the pools of the subnets that turned up, and asks
//! the runtime what is locked there. From storage alone it would take three: which hotkeys, which of their rows, which
//! pools. A runtime call costs a proof of the entries that it reads, and these are the same. It also costs time, by the
//! entry: so the second call names the subnets. Over all subnets it would look at many times as much.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Price, Verified};

use super::{
    Balance, Batch, Worth, ask_balances, ask_pools,
    batch::Later,
    fields::{Read, SUBTENSOR},
    round,
    worth::Market,
};
use crate::View;

const API: &str = "StakeInfoRuntimeApi";

/// What several coldkeys have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Portfolio {
    /// Each of them once, in the order that was asked for.
    pub holders: Vec<Holder>,
    /// All of them together, by subnet.
    pub subnets: Vec<SubnetTotal>,
    /// All of it, TAO included. The alpha of all coldkeys on a subnet counts as sold in one go.
    pub worth: Worth,
}

/// What a coldkey has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Holder {
    /// The coldkey.
    pub coldkey: AccountId,
    /// Its TAO.
    pub balance: Balance,
    /// Its alpha, by subnet; the root's is TAO.
    pub holdings: Vec<Holding>,
    /// All of it, TAO included.
    pub worth: Worth,
}

/// What a coldkey has on a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Holding {
    /// The subnet.
    pub netuid: NetUid,
    /// All its alpha there.
    pub total: Alpha,
    /// What of it is locked. It cannot leave the coldkey or the subnet.
    pub locked: Alpha,
    /// What can.
    pub available: Alpha,
    /// What an alpha costs.
    pub price: Price,
    /// The worth of the total, sold in one go, locked or not.
    pub worth: Worth,
    /// With which hotkeys it is.
    pub positions: Vec<Position>,
}

/// What a coldkey has staked to a hotkey on a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Position {
    /// The hotkey.
    pub hotkey: AccountId,
    /// How much.
    pub alpha: Alpha,
    /// The worth of this position alone.
    pub worth: Worth,
    /// What the hotkey earned there in the last epoch, for everybody.
    pub hotkey_emission: Alpha,
    /// Whether the hotkey is registered there. Stake with one that is not earns nothing.
    pub registered: bool,
}

/// What several coldkeys have on a subnet together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubnetTotal {
    /// The subnet.
    pub netuid: NetUid,
    /// All their alpha there.
    pub total: Alpha,
    /// What of it is locked.
    pub locked: Alpha,
    /// Its worth, sold in one go.
    pub worth: Worth,
}

/// A position as the runtime tells it.
struct Stake {
    coldkey: AccountId,
    hotkey: AccountId,
    netuid: NetUid,
    alpha: Alpha,
    hotkey_emission: Alpha,
    registered: bool,
}

/// What the first round brings.
struct Found {
    balances: Vec<Balance>,
    stakes: Vec<Stake>,
}

/// What the second round brings, of the subnets that turned up in the first.
struct There {
    markets: BTreeMap<NetUid, Market>,
    locked: Locked,
}

/// What each coldkey has locked on each subnet.
type Locked = BTreeMap<(AccountId, NetUid), Alpha>;

impl Stake {
    fn read(value: &Value<'_>) -> Result<Self, CodecError> {
        Ok(Self {
            coldkey: value.field("coldkey")?.account()?,
            hotkey: value.field("hotkey")?.account()?,
            netuid: value.field("netuid")?.netuid()?,
            alpha: value.field("stake")?.alpha()?,
            hotkey_emission: value.field("emission")?.alpha()?,
            registered: value.field("is_registered")?.flag()?,
        })
    }
}

/// What these coldkeys have, and what it is worth. Two round trips.
pub async fn portfolio(view: &impl View, coldkeys: &[AccountId]) -> Result<Verified<Portfolio>, Failure> {
    let mut asked = BTreeSet::new();
    let coldkeys: Vec<_> = coldkeys
        .iter()
        .copied()
        .filter(|coldkey| asked.insert(*coldkey))
        .collect();
    let found = round(view, |batch| ask_stakes_of(batch, &coldkeys)).await?;
    let there = round(view, |batch| ask_what_is_there(batch, &found.stakes)).await?;
    Ok(view.verified(assemble(&coldkeys, &found, &there)))
}

fn ask_stakes_of<'m>(batch: &mut Batch<'m>, coldkeys: &[AccountId]) -> Result<Later<'m, Found>, CodecError> {
    let balances = ask_balances(batch, coldkeys)?;
    let coldkeys = list(coldkeys.iter().copied());
    let stakes = batch.call(API, "get_stake_info_for_coldkeys", &[coldkeys])?;
    Ok(Box::new(move |answers| {
        Ok(Found {
            balances: balances(answers)?,
            stakes: stakes_of(&answers.answer(&stakes)?)?,
        })
    }))
}

fn ask_what_is_there<'m>(batch: &mut Batch<'m>, stakes: &[Stake]) -> Result<Later<'m, There>, CodecError> {
    let netuids: BTreeSet<_> = stakes.iter().map(|stake| stake.netuid).collect();
    let markets = ask_markets(batch, &netuids)?;
    let coldkeys: BTreeSet<_> = stakes.iter().map(|stake| stake.coldkey).collect();
    if coldkeys.is_empty() {
        return Ok(Box::new(move |answers| {
            Ok(There {
                markets: markets(answers)?,
                locked: Locked::new(),
            })
        }));
    }
    let arguments = [list(coldkeys), Value::option(Some(list(netuids)))];
    let availability = batch.call(API, "get_stake_availability_for_coldkeys", &arguments)?;
    Ok(Box::new(move |answers| {
        Ok(There {
            markets: markets(answers)?,
            locked: locked(&answers.answer(&availability)?)?,
        })
    }))
}

fn list<'m>(items: impl IntoIterator<Item: Into<Value<'m>>>) -> Value<'m> {
    Value::List(items.into_iter().map(Into::into).collect())
}

/// All positions that hold anything. The runtime also lists some that do not any more.
fn stakes_of(answer: &Value<'_>) -> Result<Vec<Stake>, CodecError> {
    let mut stakes = Vec::new();
    for of_coldkey in answer.items()? {
        let (_, list) = of_coldkey.pair()?;
        stakes.extend(list.list(Stake::read)?);
    }
    stakes.retain(|stake| stake.alpha > Alpha::ZERO);
    Ok(stakes)
}

fn locked(answer: &Value<'_>) -> Result<Locked, CodecError> {
    let mut locked = Locked::new();
    for of_coldkey in answer.items()? {
        let (coldkey, subnets) = of_coldkey.pair()?;
        let coldkey = coldkey.account()?;
        for of_subnet in subnets.items()? {
            let (netuid, availability) = of_subnet.pair()?;
            locked.insert(
                (coldkey, netuid.netuid()?),
                availability.field("locked")?.alpha()?,
            );
        }
    }
    Ok(locked)
}

fn ask_markets<'m>(
    batch: &mut Batch<'m>,
    netuids: &BTreeSet<NetUid>,
) -> Result<Later<'m, BTreeMap<NetUid, Market>>, CodecError> {
    let netuids: Vec<_> = netuids.iter().copied().collect();
    let pools = ask_pools(batch, &netuids)?;
    let open = netuids
        .iter()
        .map(|netuid| batch.item(SUBTENSOR, "SubtokenEnabled", &[(*netuid).into()]));
    let open = open.collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |answers| {
        let markets = netuids.iter().zip(pools(answers)?).zip(&open);
        markets
            .map(|((netuid, pool), open)| {
                let open = answers.value(open)?.flag()?;
                Ok((*netuid, Market { pool, open }))
            })
            .collect()
    }))
}

fn assemble(coldkeys: &[AccountId], found: &Found, there: &There) -> Portfolio {
    let holders = coldkeys.iter().zip(&found.balances);
    let holders: Vec<_> = holders
        .map(|(coldkey, balance)| holder(*coldkey, *balance, found, there))
        .collect();
    let markets = there.markets.iter();
    let subnets: Vec<_> = markets
        .map(|(netuid, market)| subnet_total(*netuid, market, &holders))
        .collect();
    let tao = holders.iter().map(|holder| Worth::of_tao(holder.balance.total()));
    let alpha = subnets.iter().map(|subnet| subnet.worth);
    let worth = tao.chain(alpha).fold(Worth::NOTHING, Worth::and);
    Portfolio {
        holders,
        subnets,
        worth,
    }
}

fn holder(coldkey: AccountId, balance: Balance, found: &Found, there: &There) -> Holder {
    let holdings = there.markets.iter().filter_map(|(netuid, market)| {
        let stakes = found.stakes.iter();
        let stakes: Vec<_> = stakes
            .filter(|stake| (stake.coldkey, stake.netuid) == (coldkey, *netuid))
            .collect();
        let locked = there.locked.get(&(coldkey, *netuid)).copied();
        (!stakes.is_empty()).then(|| holding(*netuid, market, &stakes, locked.unwrap_or_default()))
    });
    let holdings: Vec<_> = holdings.collect();
    let worth = holdings
        .iter()
        .fold(Worth::of_tao(balance.total()), |worth, holding| {
            worth.and(holding.worth)
        });
    Holder {
        coldkey,
        balance,
        holdings,
        worth,
    }
}

fn holding(netuid: NetUid, market: &Market, stakes: &[&Stake], locked: Alpha) -> Holding {
    let positions = stakes.iter().map(|stake| Position {
        hotkey: stake.hotkey,
        alpha: stake.alpha,
        worth: market.worth(stake.alpha),
        hotkey_emission: stake.hotkey_emission,
        registered: stake.registered,
    });
    let total = sum(stakes.iter().map(|stake| stake.alpha));
    Holding {
        netuid,
        total,
        locked,
        available: total.saturating_sub(locked),
        price: market.pool.price(),
        worth: market.worth(total),
        positions: positions.collect(),
    }
}

fn subnet_total(netuid: NetUid, market: &Market, holders: &[Holder]) -> SubnetTotal {
    let holdings = || {
        let all = holders.iter().flat_map(|holder| &holder.holdings);
        all.filter(|holding| holding.netuid == netuid)
    };
    let total = sum(holdings().map(|holding| holding.total));
    SubnetTotal {
        netuid,
        total,
        locked: sum(holdings().map(|holding| holding.locked)),
        worth: market.worth(total),
    }
}

fn sum(amounts: impl Iterator<Item = Alpha>) -> Alpha {
    amounts.fold(Alpha::ZERO, |sum, amount| Alpha(sum.0.saturating_add(amount.0)))
}
