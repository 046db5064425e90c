//! A subnet's miners as somebody wants to see them, and those that are asked when nobody chooses one by one.

use taolight_primitives::AccountId;
use taolight_protocol::engine::miners::{MinerRow, Outcome};

use crate::paging::Page;
use crate::sort::Order;
use crate::table_view::{Row, View};

/// As many can be asked at once.
pub(crate) const MOST: usize = 64;

impl Row for MinerRow {
    /// Another hotkey with the same number is another miner.
    type Key = (u16, AccountId);
    /// Each row is high, because it says what to expect.
    const PAGE: usize = 16;

    fn key(&self) -> Self::Key {
        (self.uid, self.hotkey)
    }
}

/// The page of these miners; those without an address only if all are wanted. `name` says what a hotkey is called.
pub(crate) fn found(
    view: &View,
    order: Option<&Order<MinerRow>>,
    miners: &[MinerRow],
    all: bool,
    name: impl Fn(AccountId) -> String,
) -> Page<MinerRow> {
    let wanted = miners.iter().filter(|row| all || row.axon.is_some());
    view.of(wanted, order, |row| {
        let address = row.axon.as_ref().map_or("", |axon| axon.address.as_str());
        format!("{} {} {address} {}", row.uid, row.hotkey, name(row.hotkey))
    })
}

/// The miners with the most incentive of those that can be asked.
pub(crate) fn top(miners: &[MinerRow], count: usize) -> Vec<u16> {
    let mut rows: Vec<_> = miners
        .iter()
        .filter(|row| row.verdict.outcome != Outcome::CannotBeSent)
        .collect();
    rows.sort_by(|one, other| other.incentive.cmp(&one.incentive).then(one.uid.cmp(&other.uid)));
    rows.iter().take(count).map(|row| row.uid).collect()
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::PerU16;
    use taolight_primitives::AccountId;
    use taolight_protocol::engine::miners::{AxonEndpoint, Speaks, Verdict};

    use super::*;
    use crate::sort::Sort;

    fn row(uid: u16, incentive: u16, serves: bool) -> MinerRow {
        let outcome = if serves {
            Outcome::Unclear
        } else {
            Outcome::CannotBeSent
        };
        MinerRow {
            uid,
            hotkey: AccountId([3; 32]),
            incentive: PerU16(incentive),
            permit: false,
            axon: serves.then(|| AxonEndpoint {
                address: "192.0.2.1:80".to_owned(),
                version: 10_005_000,
                speaks: Speaks::Synapses,
                special: None,
            }),
            verdict: Verdict {
                outcome,
                findings: Vec::new(),
            },
        }
    }

    fn unnamed(_: AccountId) -> String {
        String::new()
    }

    fn uids(page: &Page<MinerRow>) -> Vec<u16> {
        page.rows.iter().map(|row| row.uid).collect()
    }

    #[test]
    fn those_that_earn_most_and_serve_come_first() {
        let miners = [row(0, 5, true), row(1, 9, false), row(2, 7, true)];
        assert_eq!(top(&miners, 8), [2, 0]);
        assert_eq!(top(&miners, 1), [2]);
        let by_incentive = Order::by(true, |row: &MinerRow| row.incentive);
        let view = View::new(Sort::down("incentive"));
        let page = |all| found(&view, Some(&by_incentive), &miners, all, unnamed);
        assert_eq!(uids(&page(false)), [2, 0]);
        assert_eq!(uids(&page(true)), [1, 2, 0]);
    }

    #[test]
    fn a_page_at_a_time() {
        let miners: Vec<_> = (0..70).map(|uid| row(uid, 0, true)).collect();
        let mut view = View::new(Sort::up("uid"));
        view.page = 9;
        let page = found(&view, None, &miners, false, unnamed);
        assert_eq!(
            (page.rows.len(), page.number, page.pages, page.found),
            (6, 4, 5, 70)
        );
        view.look_for("69".to_owned());
        assert_eq!(uids(&found(&view, None, &miners, false, unnamed)), [69]);
    }
}
