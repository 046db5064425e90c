//! A subnet's miners as somebody wants to see them, and those that are asked when nobody chooses one by one.

use taolight_primitives::AccountId;
use taolight_protocol::engine::miners::{MinerRow, Outcome};

use crate::paging::Page;
use crate::search::{finds, folded};
use crate::sort::{Sort, Sorted};

/// As many can be asked at once.
pub(crate) const MOST: usize = 64;
/// Rows of a page. Each is high, because it says what to expect.
const PAGE: usize = 16;

/// What the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// The number.
    Uid,
    /// What it earns as a miner.
    Incentive,
}

impl Sorted for Column {
    fn measures(self) -> bool {
        match self {
            Self::Uid => false,
            Self::Incentive => true,
        }
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct View {
    /// What is searched for, as typed.
    pub(crate) search: String,
    /// The order.
    pub(crate) sort: Sort<Column>,
    /// Whether those without an address are shown, too.
    pub(crate) all: bool,
    /// Which page, from 0.
    pub(crate) page: usize,
}

impl Default for View {
    fn default() -> Self {
        Self {
            search: String::new(),
            sort: Sort::by(Column::Incentive),
            all: false,
            page: 0,
        }
    }
}

impl View {
    /// The page of these miners. `name` says what a hotkey is called.
    pub(crate) fn of(&self, miners: &[MinerRow], name: impl Fn(AccountId) -> String) -> Page<MinerRow> {
        let search = folded(&self.search);
        let is_wanted = |row: &&MinerRow| {
            let address = row.axon.as_ref().map_or("", |axon| axon.address.as_str());
            let text = format!("{} {} {address} {}", row.uid, row.hotkey, name(row.hotkey));
            (self.all || row.axon.is_some()) && finds(&folded(&text), &search)
        };
        let mut found: Vec<_> = miners.iter().filter(is_wanted).collect();
        found.sort_by(|one, other| {
            let order = match self.sort.column {
                Column::Uid => one.uid.cmp(&other.uid),
                Column::Incentive => one.incentive.cmp(&other.incentive),
            };
            self.sort.ordered(order).then(one.uid.cmp(&other.uid))
        });
        Page::of(&found, self.page, PAGE)
    }
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
        assert_eq!(uids(&View::default().of(&miners, unnamed)), [2, 0]);
        let all = View {
            all: true,
            ..View::default()
        };
        assert_eq!(uids(&all.of(&miners, unnamed)), [1, 2, 0]);
    }

    #[test]
    fn a_page_at_a_time() {
        let miners: Vec<_> = (0..70).map(|uid| row(uid, 0, true)).collect();
        let view = View {
            page: 9,
            ..View::default()
        };
        let page = view.of(&miners, unnamed);
        assert_eq!(
            (page.rows.len(), page.number, page.pages, page.found),
            (6, 4, 5, 70)
        );
        let found = View {
            search: "69".to_owned(),
            ..View::default()
        };
        assert_eq!(uids(&found.of(&miners, unnamed)), [69]);
    }
}
