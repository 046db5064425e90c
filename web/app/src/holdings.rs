//! A portfolio in the order in which it is shown, and its sums. TAO is summed; alpha of two subnets never is.

use taolight_bittensor::reads::{Holding, Portfolio, Position};
use taolight_primitives::{AccountId, NetUid, Rao};

use crate::naming::ROOT;

/// What all of it comes to, in TAO.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    /// At the present prices.
    pub(crate) at_spot: Rao,
    /// If all of it were sold now.
    pub(crate) if_sold: Rao,
    /// Whether all of it could be sold now.
    pub(crate) sellable: bool,
    /// TAO that is not staked and not reserved.
    pub(crate) free: Rao,
    /// TAO that deposits hold.
    pub(crate) reserved: Rao,
    /// TAO that is staked on the root.
    pub(crate) root: Rao,
    /// Stake on all other subnets, at the present prices.
    pub(crate) subnets: Rao,
    /// On how many.
    pub(crate) subnet_count: u32,
    /// Whether some of the stake is locked.
    pub(crate) has_locked: bool,
}

impl Totals {
    /// Of a portfolio.
    pub(crate) fn of(portfolio: &Portfolio) -> Self {
        let balances = || portfolio.holders.iter().map(|holder| holder.balance);
        let on = |is_root: bool| {
            let subnets = portfolio.subnets.iter();
            subnets.filter(move |subnet| (subnet.netuid == ROOT) == is_root)
        };
        Self {
            at_spot: portfolio.worth.at_spot,
            if_sold: portfolio.worth.if_sold,
            sellable: portfolio.worth.sellable,
            free: sum(balances().map(|balance| balance.free)),
            reserved: sum(balances().map(|balance| balance.reserved)),
            root: sum(on(true).map(|subnet| subnet.worth.at_spot)),
            subnets: sum(on(false).map(|subnet| subnet.worth.at_spot)),
            subnet_count: u32::try_from(on(false).count()).unwrap_or(u32::MAX),
            has_locked: portfolio.subnets.iter().any(|subnet| subnet.locked.0 > 0),
        }
    }
}

fn sum(amounts: impl Iterator<Item = Rao>) -> Rao {
    amounts.fold(Rao::ZERO, |sum, amount| Rao(sum.0.saturating_add(amount.0)))
}

/// A row of the table: what an account has on a subnet, then with whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Row {
    /// All of an account on a subnet.
    Holding {
        /// Whose.
        coldkey: AccountId,
        /// Where.
        netuid: NetUid,
    },
    /// One part of that.
    Position {
        /// Whose.
        coldkey: AccountId,
        /// Where.
        netuid: NetUid,
        /// With whom.
        hotkey: AccountId,
    },
}

/// The rows of a portfolio, account by account, the root first.
pub(crate) fn rows(portfolio: &Portfolio) -> Vec<Row> {
    let mut rows = Vec::new();
    for holder in &portfolio.holders {
        let coldkey = holder.coldkey;
        let mut holdings: Vec<_> = holder.holdings.iter().collect();
        // Prices move at every block, and rows that jump cannot be read: the number decides.
        holdings.sort_by_key(|holding| holding.netuid);
        for holding in holdings {
            let netuid = holding.netuid;
            rows.push(Row::Holding { coldkey, netuid });
            rows.extend(holding.positions.iter().map(|position| Row::Position {
                coldkey,
                netuid,
                hotkey: position.hotkey,
            }));
        }
    }
    rows
}

/// What an account has on a subnet.
pub(crate) fn holding(portfolio: &Portfolio, coldkey: AccountId, netuid: NetUid) -> Option<&Holding> {
    let holder = portfolio
        .holders
        .iter()
        .find(|holder| holder.coldkey == coldkey)?;
    holder.holdings.iter().find(|holding| holding.netuid == netuid)
}

/// What of that is with one hotkey.
pub(crate) fn position(
    portfolio: &Portfolio,
    coldkey: AccountId,
    netuid: NetUid,
    hotkey: AccountId,
) -> Option<Position> {
    let holding = holding(portfolio, coldkey, netuid)?;
    let mut positions = holding.positions.iter();
    positions.find(|position| position.hotkey == hotkey).copied()
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::{Balance, Holder, SubnetTotal, Worth};
    use taolight_primitives::{Alpha, Price};

    use super::*;

    const WHO: AccountId = AccountId([1; 32]);
    const HOTKEY: AccountId = AccountId([2; 32]);

    fn held(netuid: u16, alpha: u64) -> Holding {
        let worth = Worth::of_tao(Rao(alpha));
        Holding {
            netuid: NetUid(netuid),
            total: Alpha(alpha),
            locked: Alpha(1),
            available: Alpha(alpha - 1),
            price: Price::ONE,
            worth,
            positions: vec![Position {
                hotkey: HOTKEY,
                alpha: Alpha(alpha),
                worth,
                hotkey_emission: Alpha::ZERO,
                registered: true,
            }],
        }
    }

    fn sample() -> Portfolio {
        let total = |netuid, alpha| SubnetTotal {
            netuid: NetUid(netuid),
            total: Alpha(alpha),
            locked: Alpha(1),
            worth: Worth::of_tao(Rao(alpha)),
        };
        let worth = Worth::of_tao(Rao(1_000 + 7 + 30 + 50));
        Portfolio {
            holders: vec![Holder {
                coldkey: WHO,
                balance: Balance {
                    free: Rao(1_000),
                    reserved: Rao(7),
                    ..Balance::default()
                },
                holdings: vec![held(5, 50), held(0, 30)],
                worth,
            }],
            subnets: vec![total(0, 30), total(5, 50)],
            worth,
        }
    }

    #[test]
    fn the_root_is_told_apart_from_the_other_subnets() {
        let totals = Totals::of(&sample());
        assert_eq!((totals.free, totals.reserved), (Rao(1_000), Rao(7)));
        assert_eq!((totals.root, totals.subnets), (Rao(30), Rao(50)));
        assert_eq!((totals.subnet_count, totals.has_locked), (1, true));
        assert_eq!(totals.at_spot, Rao(1_087));
    }

    #[test]
    fn rows_stay_in_the_order_of_numbers() {
        let portfolio = sample();
        let root = NetUid(0);
        let first = Row::Holding {
            coldkey: WHO,
            netuid: root,
        };
        let second = Row::Position {
            coldkey: WHO,
            netuid: root,
            hotkey: HOTKEY,
        };
        assert_eq!(rows(&portfolio)[..2], [first, second]);
        assert_eq!(rows(&portfolio).len(), 4);
        let found = position(&portfolio, WHO, NetUid(5), HOTKEY).unwrap();
        assert_eq!(found.alpha, Alpha(50));
        assert_eq!(position(&portfolio, HOTKEY, NetUid(5), HOTKEY), None);
    }
}
