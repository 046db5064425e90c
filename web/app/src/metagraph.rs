//! A subnet's neurons as somebody wants to see them: searched, sorted, a page at a time.

use std::cmp::Ordering;

use taolight_bittensor::reads::Neuron;
use taolight_primitives::AccountId;

use crate::paging::Page;
use crate::search::{finds, folded};
use crate::sort::{Sort, Sorted};

/// Rows of a page: as many as are drawn at once without a stutter.
const PAGE: usize = 64;

/// What the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// The number.
    Uid,
    /// Alpha that is staked to it.
    Stake,
    /// What it earned as a miner.
    Incentive,
    /// What it earned as a validator.
    Dividends,
    /// What it earned in the last epoch.
    Emission,
    /// How well it agrees with other validators.
    Trust,
    /// When it last set weights.
    Updated,
}

impl Sorted for Column {
    fn measures(self) -> bool {
        match self {
            Self::Uid => false,
            Self::Stake
            | Self::Incentive
            | Self::Dividends
            | Self::Emission
            | Self::Trust
            | Self::Updated => true,
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
    /// Which page, from 0.
    pub(crate) page: usize,
}

impl Default for View {
    fn default() -> Self {
        Self {
            search: String::new(),
            sort: Sort::by(Column::Uid),
            page: 0,
        }
    }
}

impl View {
    /// The page of these neurons. `name` says what a hotkey is called.
    pub(crate) fn of(&self, neurons: &[Neuron], name: impl Fn(AccountId) -> String) -> Page<Neuron> {
        let search = folded(&self.search);
        let is_wanted = |neuron: &&Neuron| {
            let text = format!("{} {} {}", neuron.uid, neuron.hotkey, name(neuron.hotkey));
            finds(&folded(&text), &search)
        };
        let mut found: Vec<_> = neurons.iter().filter(is_wanted).collect();
        found.sort_by(|one, other| {
            let order = self.sort.ordered(compare(one, other, self.sort.column));
            order.then(one.uid.cmp(&other.uid))
        });
        Page::of(&found, self.page, PAGE)
    }
}

fn compare(one: &Neuron, other: &Neuron, column: Column) -> Ordering {
    match column {
        Column::Uid => one.uid.cmp(&other.uid),
        Column::Stake => one.stake.cmp(&other.stake),
        Column::Incentive => one.incentive.cmp(&other.incentive),
        Column::Dividends => one.dividends.cmp(&other.dividends),
        Column::Emission => one.emission.cmp(&other.emission),
        Column::Trust => one.validator_trust.cmp(&other.validator_trust),
        Column::Updated => one.last_update.cmp(&other.last_update),
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::PerU16;
    use taolight_primitives::{Alpha, Rao};

    use super::*;

    fn neuron(uid: u16, stake: u64) -> Neuron {
        Neuron {
            uid,
            hotkey: AccountId([u8::try_from(uid % 256).unwrap(); 32]),
            owner: None,
            identity: None,
            take: PerU16::ZERO,
            stake: Alpha(stake),
            root_stake: Rao(0),
            validator_permit: false,
            active: true,
            emission: Alpha(0),
            dividends_paid: Alpha(0),
            dividends: PerU16::ZERO,
            incentive: PerU16::ZERO,
            consensus: PerU16::ZERO,
            validator_trust: PerU16::ZERO,
            last_update: 0,
            axon: None,
        }
    }

    fn uids(page: &Page<Neuron>) -> Vec<u16> {
        page.rows.iter().map(|neuron| neuron.uid).collect()
    }

    #[test]
    fn most_stake_first_and_names_are_found() {
        let neurons = [neuron(0, 5), neuron(1, 9), neuron(2, 7)];
        let view = View {
            sort: Sort::by(Column::Uid).chosen(Column::Stake),
            ..View::default()
        };
        assert_eq!(uids(&view.of(&neurons, |_| String::new())), [1, 2, 0]);
        let named = |hotkey: AccountId| {
            if hotkey.0[0] == 2 {
                "Αlpha".to_owned()
            } else {
                String::new()
            }
        };
        let view = View {
            search: "alpha".to_owned(),
            ..View::default()
        };
        assert_eq!(uids(&view.of(&neurons, named)), [2]);
        assert_eq!(view.of(&[], named).pages, 1);
    }
}
