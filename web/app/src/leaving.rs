//! Taking several positions out in one transaction: which leave, what they bring together, and what is signed. What comes
//! back is TAO and is summed; the alpha of two subnets never is.

use taolight_bittensor::intents::{Batch, Intent};
use taolight_bittensor::reads::{Exit, Leaving, Portfolio, StakePlace, Trade};
use taolight_bittensor::{Amount, Protection, Tolerance};
use taolight_primitives::{AccountId, Rao, Verified};

use crate::holdings::{Row, rows};
use crate::trading::{Promise, intent};

/// Positions of one transaction. Each is several entries of the chain's state, and a block is only so long.
pub(crate) const MOST: usize = 32;

/// What several sales come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Sum {
    /// How many positions leave.
    pub(crate) count: usize,
    /// What they bring at the present prices.
    pub(crate) out: Rao,
    /// What they bring at least, or none of them leaves.
    pub(crate) least: Rao,
}

/// The positions of an account, in the order of the portfolio, which is the order in which they are sold.
pub(crate) fn places(portfolio: &Portfolio, coldkey: AccountId) -> Vec<StakePlace> {
    let place = |row| match row {
        Row::Position {
            coldkey: whose,
            netuid,
            hotkey,
        } if whose == coldkey => Some(StakePlace { hotkey, netuid }),
        Row::Position { .. } | Row::Holding { .. } => None,
    };
    rows(portfolio).into_iter().filter_map(place).collect()
}

/// Whether a position leaves: it was chosen, and nothing stands in its way.
pub(crate) fn leaves(exit: &Exit) -> bool {
    exit.leaving.together && exit.quote.obstacle.is_none()
}

/// What a position brings at least, if it leaves at all.
pub(crate) fn least(exit: &Exit) -> Rao {
    tao(exit.quote.minimum_out.unwrap_or(exit.quote.amount_out))
}

/// What a position brings at the present price.
pub(crate) fn out(exit: &Exit) -> Rao {
    tao(exit.quote.amount_out)
}

/// What all that leave come to.
pub(crate) fn sum(exits: &[Exit]) -> Sum {
    exits
        .iter()
        .filter(|exit| leaves(exit))
        .fold(Sum::default(), |sum, exit| Sum {
            count: sum.count + 1,
            out: Rao(sum.out.0.saturating_add(out(exit).0)),
            least: Rao(sum.least.0.saturating_add(least(exit).0)),
        })
}

/// Whether this is the answer to what is asked now, and not to what was asked before.
pub(crate) fn answers(exits: &[Exit], asked: &[Leaving], tolerance: Tolerance) -> bool {
    let is_within = |exit: &Exit| match exit.quote.protection {
        Protection::Whole { tolerance: of } => of == tolerance,
        Protection::None => true,
        Protection::Part { .. } => false,
    };
    exits.iter().map(|exit| &exit.leaving).eq(asked) && exits.iter().all(is_within)
}

/// What is signed, and what it was promised to bring. None if nothing leaves.
pub(crate) fn signed(coldkey: AccountId, exits: &Verified<Vec<Exit>>) -> Option<(Intent, Verified<Promise>)> {
    let sales = exits.value.iter().filter(|exit| leaves(exit));
    let sale = |exit: &Exit| intent(&trade(coldkey, exit), &exit.quote);
    let mut intents = sales.map(sale).collect::<Option<Vec<_>>>()?;
    let Sum { out, least, .. } = sum(&exits.value);
    let promise = Verified {
        value: Promise {
            least: Some(Amount::Tao { amount: least }),
            out: Amount::Tao { amount: out },
            impact: None,
        },
        block: exits.block,
        level: exits.level,
    };
    let intent = match intents.len() {
        0 => return None,
        1 => intents.pop()?,
        _ => Intent::from(Batch { intents }),
    };
    Some((intent, promise))
}

/// The sale of a position.
fn trade(coldkey: AccountId, exit: &Exit) -> Trade {
    Trade::Sell {
        coldkey,
        from: exit.leaving.from,
        amount: exit.amount,
    }
}

fn tao(amount: Amount) -> Rao {
    match amount {
        Amount::Tao { amount } => amount,
        Amount::Alpha { .. } => Rao::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::{Obstacle, PriceImpact, Quote, Rate};
    use taolight_primitives::{Alpha, BlockHash, BlockRef, Level, NetUid, Price};

    use super::*;

    const WHO: AccountId = AccountId([1; 32]);
    const TOLERANCE: Tolerance = Tolerance::DEFAULT;

    fn exit(netuid: u16, together: bool, amount: Option<u64>, obstacle: Option<Obstacle>) -> Exit {
        let is_root = netuid == 0;
        let tao = |amount| Amount::Tao { amount: Rao(amount) };
        Exit {
            leaving: Leaving {
                from: StakePlace {
                    hotkey: AccountId([2; 32]),
                    netuid: NetUid(netuid),
                },
                together,
            },
            stake: Alpha(100),
            amount: amount.map(Alpha),
            quote: Quote {
                amount_in: Amount::Alpha {
                    netuid: NetUid(netuid),
                    amount: Alpha(100),
                },
                fee: tao(0),
                amount_out: tao(60),
                minimum_out: (!is_root).then(|| tao(55)),
                spot: Rate::Price(Price::ONE),
                effective: None,
                limit: (!is_root).then_some(Rate::Price(Price(7))),
                price_impact: PriceImpact::default(),
                protection: if is_root {
                    Protection::None
                } else {
                    Protection::Whole { tolerance: TOLERANCE }
                },
                obstacle,
            },
        }
    }

    fn read(exits: Vec<Exit>) -> Verified<Vec<Exit>> {
        Verified {
            value: exits,
            block: BlockRef {
                number: 1,
                hash: BlockHash([7; 32]),
            },
            level: Level::Finalized,
        }
    }

    #[test]
    fn only_what_was_chosen_and_can_leave_is_signed_with_its_limit() {
        let exits = read(vec![
            exit(0, true, None, None),
            exit(5, true, None, None),
            exit(5, false, None, None),
            exit(6, true, Some(30), None),
            exit(7, true, None, Some(Obstacle::SubtokenDisabled)),
        ]);
        let (intent, promise) = signed(WHO, &exits).unwrap();
        let Intent::Batch(Batch { intents }) = intent else {
            panic!("several are a batch");
        };
        let [
            Intent::RemoveAllStake(root),
            Intent::RemoveAllStake(all),
            Intent::RemoveStake(part),
        ] = intents.as_slice()
        else {
            panic!("{intents:?}");
        };
        assert_eq!((root.netuid, root.limit), (NetUid(0), None));
        assert_eq!((all.netuid, all.limit), (NetUid(5), Some(Price(7))));
        assert_eq!(part.amount, Alpha(30));
        assert!(part.limit.is_some_and(|limit| !limit.allow_partial));
        let expected = Sum {
            count: 3,
            out: Rao(180),
            least: Rao(170),
        };
        assert_eq!(sum(&exits.value), expected);
        assert_eq!(promise.value.least, Some(Amount::Tao { amount: Rao(170) }));
    }

    #[test]
    fn one_alone_needs_no_batch_and_none_nothing() {
        let one = read(vec![exit(5, true, None, None)]);
        let intent = signed(WHO, &one).map(|(intent, _)| intent);
        assert!(matches!(intent, Some(Intent::RemoveAllStake(_))));
        assert_eq!(signed(WHO, &read(vec![exit(5, false, None, None)])), None);
    }

    #[test]
    fn an_answer_to_another_question_is_told_apart() {
        let exits = [exit(0, true, None, None), exit(5, false, None, None)];
        let asked = exits.map(|exit| exit.leaving);
        assert!(answers(&exits, &asked, TOLERANCE));
        assert!(!answers(&exits, &asked[..1], TOLERANCE));
        assert!(!answers(&exits, &asked, Tolerance::new(1).unwrap()));
        let other = [
            asked[0],
            Leaving {
                together: true,
                ..asked[1]
            },
        ];
        assert!(!answers(&exits, &other, TOLERANCE));
    }
}
