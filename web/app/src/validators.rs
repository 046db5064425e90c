//! The validators of a subnet as somebody wants to compare them: searched, sorted, a page at a time.

use std::cmp::Ordering;

use taolight_bittensor::reads::{LastEpoch, Neuron, PositionKey, last_epoch_yield};
use taolight_primitives::{AccountId, Alpha, NetUid};

use crate::naming::ROOT;
use crate::paging::Page;
use crate::search::{finds, folded};
use crate::sort::{Sort, Sorted};

/// Rows of a page.
const PAGE: usize = 32;

/// A validator, with what is computed or read beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Validator {
    /// What the chain says of it.
    pub(crate) neuron: Neuron,
    /// What its owner has staked with it here, once that is read.
    pub(crate) own: Option<Alpha>,
    /// What stakers would get in a year if every epoch were as the last one, in millionths. None on the root, where
    /// dividends come from other subnets, and where nothing is staked.
    pub(crate) yearly: Option<i64>,
}

/// What the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// What it keeps of its stakers' dividends.
    Take,
    /// All that is staked with it.
    Stake,
    /// What its owner staked.
    Own,
    /// What is staked with it on the root.
    Root,
    /// The estimate.
    Yearly,
}

impl Sorted for Column {
    fn measures(self) -> bool {
        match self {
            // The smallest is the best.
            Self::Take => false,
            Self::Stake | Self::Own | Self::Root | Self::Yearly => true,
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
            sort: Sort::by(Column::Stake),
            page: 0,
        }
    }
}

impl View {
    /// The page of these validators. `name` says what a hotkey is called.
    pub(crate) fn of(&self, validators: &[Validator], name: impl Fn(AccountId) -> String) -> Page<Validator> {
        let search = folded(&self.search);
        let is_wanted = |validator: &&Validator| {
            let Neuron { uid, hotkey, .. } = validator.neuron;
            finds(&folded(&format!("{uid} {hotkey} {}", name(hotkey))), &search)
        };
        let mut found: Vec<_> = validators.iter().filter(is_wanted).collect();
        found.sort_by(|one, other| {
            let order = self.sort.ordered(compare(one, other, self.sort.column));
            order.then(one.neuron.uid.cmp(&other.neuron.uid))
        });
        Page::of(&found, self.page, PAGE)
    }
}

fn compare(one: &Validator, other: &Validator, column: Column) -> Ordering {
    match column {
        Column::Take => one.neuron.take.cmp(&other.neuron.take),
        Column::Stake => one.neuron.stake.cmp(&other.neuron.stake),
        Column::Own => one.own.cmp(&other.own),
        Column::Root => one.neuron.root_stake.cmp(&other.neuron.root_stake),
        Column::Yearly => one.yearly.cmp(&other.yearly),
    }
}

/// Where the owners' own stake is.
pub(crate) fn own_positions(netuid: NetUid, neurons: &[Neuron]) -> Vec<PositionKey> {
    let position = |neuron: &Neuron| {
        Some(PositionKey {
            hotkey: neuron.hotkey,
            coldkey: neuron.owner?,
            netuid,
        })
    };
    let mut positions: Vec<_> = neurons.iter().filter_map(position).collect();
    // The list moves with every epoch, and the question is the same.
    positions.sort_by_key(|position| position.hotkey);
    positions
}

/// The validators with what their owners staked, as far as that was read. `tempo` is that of the subnet, once it is known.
pub(crate) fn compared(
    netuid: NetUid,
    neurons: Vec<Neuron>,
    own: &[(PositionKey, Alpha)],
    tempo: Option<u16>,
) -> Vec<Validator> {
    let compare = |neuron: Neuron| {
        let is_own = |(position, _): &&(PositionKey, Alpha)| {
            (position.hotkey, Some(position.coldkey), position.netuid)
                == (neuron.hotkey, neuron.owner, netuid)
        };
        let epoch = tempo.filter(|_| netuid != ROOT).map(|tempo| LastEpoch {
            dividends: neuron.dividends_paid,
            stake: neuron.stake,
            tempo,
        });
        Validator {
            own: own.iter().find(is_own).map(|(_, alpha)| *alpha),
            yearly: epoch
                .and_then(|epoch| last_epoch_yield(&epoch))
                .map(|estimate| estimate.millionths),
            neuron,
        }
    };
    neurons.into_iter().map(compare).collect()
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::PerU16;
    use taolight_primitives::Rao;

    use super::*;

    const OWNER: AccountId = AccountId([9; 32]);
    const SUBNET: NetUid = NetUid(5);

    fn neuron(uid: u8, take: u16, stake: u64) -> Neuron {
        Neuron {
            uid: uid.into(),
            hotkey: AccountId([uid; 32]),
            owner: Some(OWNER),
            identity: None,
            take: PerU16(take),
            stake: Alpha(stake),
            root_stake: Rao(stake),
            validator_permit: true,
            active: true,
            emission: Alpha::ZERO,
            dividends_paid: Alpha(stake / 1_000),
            dividends: PerU16::ZERO,
            incentive: PerU16::ZERO,
            consensus: PerU16::ZERO,
            validator_trust: PerU16::ZERO,
            last_update: 0,
            axon: None,
        }
    }

    fn uids(view: &View, validators: &[Validator]) -> Vec<u16> {
        let name = |hotkey: AccountId| {
            if hotkey.0[0] == 2 {
                "Deep Тhought".to_owned()
            } else {
                String::new()
            }
        };
        view.of(validators, name)
            .rows
            .iter()
            .map(|row| row.neuron.uid)
            .collect()
    }

    #[test]
    fn the_best_stand_first_whatever_it_is_measured_by() {
        let neurons = vec![
            neuron(1, 900, 7_000),
            neuron(2, 100, 9_000),
            neuron(3, 500, 8_000),
        ];
        let mut own: Vec<_> = own_positions(SUBNET, &neurons)
            .into_iter()
            .map(|position| (position, Alpha(position.hotkey.0[0].into())))
            .collect();
        own.reverse();
        let validators = compared(SUBNET, neurons, &own, Some(360));
        assert_eq!(uids(&View::default(), &validators), [2, 3, 1]);
        let by = |column| View {
            sort: Sort::by(column),
            ..View::default()
        };
        assert_eq!(uids(&by(Column::Take), &validators), [2, 3, 1]);
        assert_eq!(uids(&by(Column::Own), &validators), [3, 2, 1]);
        let search = View {
            search: "deep thought".to_owned(),
            ..View::default()
        };
        assert_eq!(
            uids(&search, &validators),
            [2],
            "letters that look alike are found"
        );
    }

    #[test]
    fn the_estimate_is_of_the_last_epoch_and_not_of_the_root() {
        let of = |netuid, tempo| compared(netuid, vec![neuron(1, 0, 1_000_000)], &[], tempo)[0].yearly;
        // A thousandth in each of 7300 epochs.
        assert_eq!(of(SUBNET, Some(360)), Some(7_300_000));
        assert_eq!(of(SUBNET, None), None);
        assert_eq!(of(ROOT, Some(360)), None);
        assert_eq!(
            compared(SUBNET, vec![neuron(1, 0, 0)], &[], Some(360))[0].yearly,
            None
        );
        assert_eq!(compared(SUBNET, vec![neuron(1, 0, 0)], &[], None)[0].own, None);
    }
}
