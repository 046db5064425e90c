//! What positions would bring if they were sold in one transaction, one after the other: each finds the price that those
//! before it on its subnet leave behind.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use taolight_codec::CodecError;
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Verified};

use super::{
    Batch, Later, PositionKey, StakePlace, ask_stakes, available::ask_availability, chain_constants, read,
    trade::ask_place,
};
use crate::{Fee, Holding, Pool, Protection, Quote, SellContext, Tolerance, View};

const ROOT: NetUid = NetUid(0);

/// A position that may be sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Leaving {
    /// Which.
    pub from: StakePlace,
    /// Whether it is sold with the others, so that those after it find another price. What is not is quoted as if it were
    /// sold alone.
    pub together: bool,
}

/// What selling a position would bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Exit {
    /// The position.
    pub leaving: Leaving,
    /// What is there.
    pub stake: Alpha,
    /// How much of it would be sold: what no lock holds. All of the position if none.
    pub amount: Option<Alpha>,
    /// What that would give. With an obstacle, nothing of it is sold.
    pub quote: Quote,
}

/// What a coldkey's positions would bring, sold in this order, each within the tolerance of the price that it finds. One
/// round trip: storage, and a call beside it.
pub async fn exits(
    view: &impl View,
    coldkey: AccountId,
    leaving: &[Leaving],
    tolerance: Tolerance,
) -> Result<Verified<Vec<Exit>>, Failure> {
    read(view, |batch| ask_exits(batch, coldkey, leaving, tolerance)).await
}

fn ask_exits<'m>(
    batch: &mut Batch<'m>,
    coldkey: AccountId,
    leaving: &[Leaving],
    tolerance: Tolerance,
) -> Result<Later<'m, Vec<Exit>>, CodecError> {
    let minimum_stake = chain_constants(batch.metadata())?.min_stake;
    let netuids: BTreeSet<_> = leaving.iter().map(|one| one.from.netuid).collect();
    let available = ask_availability(batch, coldkey, netuids)?;
    let key = |one: &Leaving| PositionKey {
        hotkey: one.from.hotkey,
        coldkey,
        netuid: one.from.netuid,
    };
    let stakes = ask_stakes(batch, &leaving.iter().map(key).collect::<Vec<_>>())?;
    let places = leaving.iter().map(|one| ask_place(batch, one.from));
    let places = places.collect::<Result<Vec<_>, _>>()?;
    let leaving = leaving.to_vec();
    Ok(Box::new(move |answers| {
        let (available, stakes) = (available(answers)?, stakes(answers)?);
        let mut contexts = Vec::new();
        for ((one, stake), place) in leaving.into_iter().zip(stakes).zip(places) {
            let available = available.get(&one.from.netuid).copied().unwrap_or_default();
            let context = SellContext {
                minimum_stake,
                holding: Holding { stake, available },
                from: place(answers)?,
            };
            contexts.push((one, context));
        }
        Ok(one_after_the_other(contexts, tolerance))
    }))
}

/// What those before leave on a subnet.
#[derive(Clone, Copy)]
struct Left {
    pool: Pool,
    available: Alpha,
}

fn one_after_the_other(contexts: Vec<(Leaving, SellContext)>, tolerance: Tolerance) -> Vec<Exit> {
    let mut left = BTreeMap::<NetUid, Left>::new();
    let exit = |(leaving, mut context): (Leaving, SellContext)| {
        let there = left.entry(leaving.from.netuid).or_insert(Left {
            pool: context.from.pool,
            available: context.holding.available,
        });
        if leaving.together {
            context.from.pool = there.pool;
            context.holding.available = there.available;
        }
        let Holding { stake, available } = context.holding;
        // Where everything is locked, the quote of all of it says so.
        let amount = Some(available).filter(|available| Alpha::ZERO < *available && *available < stake);
        let sold = amount.unwrap_or(stake);
        let protection = match leaving.from.netuid {
            ROOT => Protection::None,
            NetUid(_) => Protection::Whole { tolerance },
        };
        let quote = context.quote(sold, protection);
        if leaving.together && quote.obstacle.is_none() {
            there.pool = after_selling(there.pool, sold);
            there.available = there.available.saturating_sub(sold);
        }
        Exit {
            leaving,
            stake,
            amount,
            quote,
        }
    };
    contexts.into_iter().map(exit).collect()
}

/// The pool after a sale, whose fee the chain sells there, too.
fn after_selling(pool: Pool, amount: Alpha) -> Pool {
    let sold = |pool: Pool, amount, fee| pool.sell(amount, None, fee).ok();
    let Some(fill) = sold(pool, amount, Fee::Charged) else {
        return pool;
    };
    let pool = pool.after_selling(&fill);
    sold(pool, fill.fee, Fee::Waived).map_or(pool, |fee| pool.after_selling(&fee))
}

#[cfg(test)]
mod tests {
    use taolight_primitives::Rao;

    use super::*;
    use crate::{Amount, Mechanism, Obstacle, Place, TaoWeight};

    fn context(netuid: u16, stake: u64, available: u64) -> SellContext {
        SellContext {
            minimum_stake: Rao(2_000_000),
            holding: Holding {
                stake: Alpha(stake),
                available: Alpha(available),
            },
            from: Place {
                netuid: NetUid(netuid),
                exists: true,
                subtoken_enabled: true,
                transfer_enabled: true,
                hotkey_exists: true,
                pool: Pool {
                    mechanism: Mechanism::Dynamic,
                    tao: Rao(1_000_000_000_000),
                    alpha: Alpha(2_000_000_000_000),
                    tao_weight: TaoWeight::HALF,
                    fee_rate: 33,
                    minimum_reserve: 1_000_000,
                },
            },
        }
    }

    fn leaving(netuid: u16, hotkey: u8, together: bool) -> Leaving {
        Leaving {
            from: StakePlace {
                hotkey: AccountId([hotkey; 32]),
                netuid: NetUid(netuid),
            },
            together,
        }
    }

    fn received(exit: &Exit) -> u64 {
        match exit.quote.amount_out {
            Amount::Tao { amount } => amount.0,
            Amount::Alpha { .. } => panic!("a sale brings TAO"),
        }
    }

    const MUCH: u64 = 20_000_000_000;

    #[test]
    fn a_second_sale_finds_the_price_that_the_first_leaves() {
        let sell = |together| {
            let both = vec![
                (leaving(5, 1, together), context(5, MUCH, 2 * MUCH)),
                (leaving(5, 2, true), context(5, MUCH, 2 * MUCH)),
                (leaving(6, 1, true), context(6, MUCH, MUCH)),
            ];
            let exits = one_after_the_other(both, Tolerance::DEFAULT);
            exits.iter().map(received).collect::<Vec<_>>()
        };
        let (alone, together) = (sell(false), sell(true));
        assert_eq!(alone[0], alone[1], "what is not sold changes nothing");
        assert_eq!(together[0], alone[0]);
        assert!(together[1] < together[0]);
        assert_eq!(together[2], together[0], "another subnet has another pool");
        // Both together bring what one sale of all of it does, but for rounding.
        let at_once = context(5, 2 * MUCH, 2 * MUCH).quote(Alpha(2 * MUCH), Protection::None);
        let Amount::Tao { amount } = at_once.amount_out else {
            panic!("a sale brings TAO");
        };
        assert!((together[0] + together[1]).abs_diff(amount.0) < amount.0 / 100_000);
    }

    #[test]
    fn what_is_locked_stays() {
        let sell = |available| {
            let both = vec![
                (leaving(5, 1, true), context(5, MUCH, available)),
                (leaving(5, 2, true), context(5, MUCH, available)),
            ];
            let exits = one_after_the_other(both, Tolerance::DEFAULT);
            exits
                .iter()
                .map(|exit| (exit.amount, exit.quote.obstacle))
                .collect::<Vec<_>>()
        };
        let locked = Some(Obstacle::StakeLocked {
            available: Alpha::ZERO,
        });
        assert_eq!(sell(2 * MUCH), [(None, None), (None, None)]);
        assert_eq!(
            sell(MUCH + 5_000_000_000),
            [(None, None), (Some(Alpha(5_000_000_000)), None)]
        );
        assert_eq!(sell(MUCH), [(None, None), (None, locked)]);
        assert_eq!(sell(0), [(None, locked), (None, locked)]);
    }

    #[test]
    fn what_cannot_be_sold_does_not_move_the_price() {
        let mut first = context(5, MUCH, 2 * MUCH);
        first.from.hotkey_exists = false;
        let both = vec![
            (leaving(5, 1, true), first),
            (leaving(5, 2, true), context(5, MUCH, 2 * MUCH)),
        ];
        let exits = one_after_the_other(both, Tolerance::DEFAULT);
        assert_eq!(exits[0].quote.obstacle, Some(Obstacle::HotkeyNotExists));
        assert_eq!(received(&exits[1]), received(&exits[0]));
    }
}
