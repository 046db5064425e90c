//! From what is typed to a trade, and from a trade with its quote to what is signed. The limit that is signed is the
//! quote's own: what was seen is the worst that can happen.

use taolight_bittensor::intents::{
    AddStake, Intent, MoveStake, PriceLimit, RateLimited, RemoveAllStake, RemoveStake, SwapStake,
};
use taolight_bittensor::reads::Trade;
use taolight_bittensor::{Amount, PriceImpact, Protection, Quote, Rate, Tolerance};
use taolight_locales::say;
use taolight_primitives::{Alpha, Price, Rao, Ratio};

use crate::naming::ROOT;
use crate::transfer::amount_problem;

/// TAO that was typed; what is wrong with it otherwise.
pub(crate) fn typed_tao(text: &str) -> Result<Rao, String> {
    match Rao::parse_tao(text).map_err(amount_problem)? {
        Rao::ZERO => Err(say!(stake.above_zero).to_owned()),
        amount => Ok(amount),
    }
}

/// Alpha that was typed; what is wrong with it otherwise.
pub(crate) fn typed_alpha(text: &str) -> Result<Alpha, String> {
    match Alpha::parse_alpha(text).map_err(amount_problem)? {
        Alpha::ZERO => Err(say!(stake.above_zero).to_owned()),
        amount => Ok(amount),
    }
}

/// What was promised of a trade, or of several in one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Promise {
    /// The least that comes back; none where there is no limit.
    pub(crate) least: Option<Amount>,
    /// What comes back if nobody trades before.
    pub(crate) out: Amount,
    /// By how much it moves the price; none of several, which move several.
    pub(crate) impact: Option<PriceImpact>,
}

impl From<&Quote> for Promise {
    fn from(quote: &Quote) -> Self {
        Self {
            least: quote.minimum_out,
            out: quote.amount_out,
            impact: Some(quote.price_impact),
        }
    }
}

/// Billionths of a percent in a millionth of the whole.
const BILLIONTHS: u64 = 100_000;

/// A tolerance that was typed as a percentage; what is wrong with it otherwise.
pub(crate) fn typed_tolerance(text: &str) -> Result<Tolerance, String> {
    let percent = Rao::parse_tao(text).map_err(amount_problem)?;
    if !percent.0.is_multiple_of(BILLIONTHS) {
        return Err(say!(stake.tolerance_decimals).to_owned());
    }
    let millionths = u32::try_from(percent.0 / BILLIONTHS).unwrap_or(u32::MAX);
    Tolerance::new(millionths).map_err(|_| say!(stake.tolerance_range).to_owned())
}

/// A tolerance as it is typed: `5`, `0.5`.
pub(crate) fn tolerance_text(tolerance: Tolerance) -> String {
    Rao(u64::from(tolerance.millionths()) * BILLIONTHS).to_string()
}

/// Whether a pool is traded with, so that the price can get worse. Staking on the root and moving within a subnet is not.
pub(crate) fn is_priced(trade: &Trade) -> bool {
    match trade {
        Trade::Buy { to, .. } => to.netuid != ROOT,
        Trade::Sell { from, .. } => from.netuid != ROOT,
        Trade::Move { from, to, .. } => from.netuid != to.netuid,
    }
}

/// How a trade is protected: whole within the tolerance, or not at all.
pub(crate) fn protection(trade: &Trade, tolerance: Tolerance) -> Protection {
    if is_priced(trade) {
        Protection::Whole { tolerance }
    } else {
        Protection::None
    }
}

/// What is signed for a trade as it was quoted. None where the quote has no limit though it needs one, or an obstacle.
pub(crate) fn intent(trade: &Trade, quote: &Quote) -> Option<Intent> {
    if quote.obstacle.is_some() || quote.limit.is_some() != is_priced(trade) {
        return None;
    }
    match *trade {
        Trade::Buy { to, amount, .. } => Some(Intent::from(AddStake {
            hotkey: to.hotkey,
            netuid: to.netuid,
            amount,
            limit: price_of(quote).map(whole),
        })),
        Trade::Sell {
            from, amount: None, ..
        } => Some(Intent::from(RemoveAllStake {
            hotkey: from.hotkey,
            netuid: from.netuid,
            limit: price_of(quote),
        })),
        Trade::Sell {
            from,
            amount: Some(amount),
            ..
        } => Some(Intent::from(RemoveStake {
            hotkey: from.hotkey,
            netuid: from.netuid,
            amount,
            limit: price_of(quote).map(whole),
        })),
        // Stake that goes to another coldkey has no limit, and is not asked for here.
        Trade::Move {
            receiver: Some(_), ..
        } => None,
        Trade::Move {
            from,
            to,
            amount,
            receiver: None,
            ..
        } => {
            let amount = amount.or(alpha_in(quote))?;
            let limit = ratio_of(quote).map(|ratio| RateLimited {
                minimum_per_alpha: Alpha(ratio.0),
                allow_partial: false,
            });
            let (origin_netuid, destination_netuid) = (from.netuid, to.netuid);
            Some(if from.hotkey == to.hotkey {
                Intent::from(SwapStake {
                    hotkey: from.hotkey,
                    origin_netuid,
                    destination_netuid,
                    amount,
                    limit,
                })
            } else {
                Intent::from(MoveStake {
                    origin_hotkey: from.hotkey,
                    destination_hotkey: to.hotkey,
                    origin_netuid,
                    destination_netuid,
                    amount,
                    limit,
                })
            })
        }
    }
}

fn whole(price: Price) -> PriceLimit {
    PriceLimit {
        price,
        allow_partial: false,
    }
}

fn price_of(quote: &Quote) -> Option<Price> {
    match quote.limit? {
        Rate::Price(price) => Some(price),
        Rate::Ratio(_) => None,
    }
}

fn ratio_of(quote: &Quote) -> Option<Ratio> {
    match quote.limit? {
        Rate::Ratio(ratio) => Some(ratio),
        Rate::Price(_) => None,
    }
}

fn alpha_in(quote: &Quote) -> Option<Alpha> {
    match quote.amount_in {
        Amount::Alpha { amount, .. } => Some(amount),
        Amount::Tao { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::Obstacle;
    use taolight_bittensor::reads::StakePlace;
    use taolight_primitives::{AccountId, NetUid};

    use super::*;

    const WHO: AccountId = AccountId([1; 32]);

    fn place(netuid: u16, hotkey: u8) -> StakePlace {
        StakePlace {
            hotkey: AccountId([hotkey; 32]),
            netuid: NetUid(netuid),
        }
    }

    fn quote(limit: Option<Rate>) -> Quote {
        Quote {
            amount_in: Amount::Alpha {
                netuid: NetUid(5),
                amount: Alpha(70),
            },
            fee: Amount::Tao { amount: Rao(1) },
            amount_out: Amount::Tao { amount: Rao(60) },
            minimum_out: None,
            spot: Rate::Price(Price::ONE),
            effective: None,
            limit,
            price_impact: PriceImpact::default(),
            protection: Protection::None,
            obstacle: None,
        }
    }

    fn moved(from: StakePlace, to: StakePlace) -> Trade {
        Trade::Move {
            coldkey: WHO,
            from,
            to,
            receiver: None,
            amount: None,
        }
    }

    #[test]
    fn the_limit_that_was_seen_is_signed() {
        let buy = Trade::Buy {
            coldkey: Some(WHO),
            to: place(5, 2),
            amount: Rao(9),
        };
        let Some(Intent::AddStake(stake)) = intent(&buy, &quote(Some(Rate::Price(Price(7))))) else {
            panic!("a purchase stakes");
        };
        assert_eq!(stake.limit, Some(whole(Price(7))));
        assert_eq!(intent(&buy, &quote(None)), None, "never without a limit");
        let on_root = Trade::Buy {
            coldkey: Some(WHO),
            to: place(0, 2),
            amount: Rao(9),
        };
        let Some(Intent::AddStake(stake)) = intent(&on_root, &quote(None)) else {
            panic!("the root has no price");
        };
        assert_eq!(stake.limit, None);
    }

    #[test]
    fn all_of_a_position_is_taken_out_whole() {
        let sell = |amount| Trade::Sell {
            coldkey: WHO,
            from: place(5, 2),
            amount,
        };
        let limited = quote(Some(Rate::Price(Price(7))));
        assert!(matches!(
            intent(&sell(None), &limited),
            Some(Intent::RemoveAllStake(_))
        ));
        let part = intent(&sell(Some(Alpha(3))), &limited);
        assert!(matches!(part, Some(Intent::RemoveStake(part)) if part.amount == Alpha(3)));
    }

    #[test]
    fn moves_keep_the_hotkey_or_change_it() {
        let rate = quote(Some(Rate::Ratio(Ratio(8))));
        let swapped = intent(&moved(place(5, 2), place(6, 2)), &rate);
        let Some(Intent::SwapStake(swap)) = swapped else {
            panic!("the same hotkey swaps");
        };
        assert_eq!(swap.amount, Alpha(70));
        assert_eq!(swap.limit.map(|limit| limit.minimum_per_alpha), Some(Alpha(8)));
        let within = intent(&moved(place(5, 2), place(5, 3)), &quote(None));
        assert!(matches!(within, Some(Intent::MoveStake(moved)) if moved.limit.is_none()));
    }

    #[test]
    fn nothing_is_signed_against_an_obstacle() {
        let buy = Trade::Buy {
            coldkey: None,
            to: place(5, 2),
            amount: Rao(9),
        };
        let mut stopped = quote(Some(Rate::Price(Price(7))));
        stopped.obstacle = Some(Obstacle::SubtokenDisabled);
        assert_eq!(intent(&buy, &stopped), None);
    }

    #[test]
    fn tolerances_are_percentages() {
        assert_eq!(typed_tolerance("5"), Ok(Tolerance::DEFAULT));
        assert_eq!(typed_tolerance("0.5").map(Tolerance::millionths), Ok(5_000));
        assert!(typed_tolerance("0.00001").is_err());
        assert!(typed_tolerance("101").is_err());
        assert!(typed_tolerance("a").is_err());
        assert_eq!(tolerance_text(Tolerance::DEFAULT), "5");
        assert_eq!(typed_tao("0"), Err("Type an amount above zero.".to_owned()));
        assert_eq!(typed_alpha("1.5"), Ok(Alpha(1_500_000_000)));
    }
}
