//! The validators of a subnet as somebody wants to compare them: searched, sorted, a page at a time.

use taolight_bittensor::reads::{LastEpoch, Neuron, PositionKey, last_epoch_yield};
use taolight_primitives::{AccountId, Alpha, NetUid};

use crate::naming::ROOT;
use crate::paging::Page;
use crate::sort::Order;
use crate::table_view::{Row, View};

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

impl Row for Validator {
    /// Another hotkey with the same number is another validator.
    type Key = (u16, AccountId);
    const PAGE: usize = 32;

    fn key(&self) -> Self::Key {
        (self.neuron.uid, self.neuron.hotkey)
    }
}

/// The page of these validators. `name` says what a hotkey is called.
pub(crate) fn found(
    view: &View,
    order: Option<&Order<Validator>>,
    validators: &[Validator],
    name: impl Fn(AccountId) -> String,
) -> Page<Validator> {
    view.of(validators, order, |validator| {
        let Neuron { uid, hotkey, .. } = validator.neuron;
        format!("{uid} {hotkey} {}", name(hotkey))
    })
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
    use crate::sort::Sort;

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

    fn uids(view: &View, order: &Order<Validator>, validators: &[Validator]) -> Vec<u16> {
        let name = |hotkey: AccountId| {
            if hotkey.0[0] == 2 {
                "Deep Тhought".to_owned()
            } else {
                String::new()
            }
        };
        let page = found(view, Some(order), validators, name);
        page.rows.iter().map(|row| row.neuron.uid).collect()
    }

    #[test]
    fn the_best_stand_first_and_names_are_found() {
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
        let by_stake = Order::by(true, |row: &Validator| row.neuron.stake);
        let by_own = Order::by(true, |row: &Validator| row.own);
        let mut view = View::new(Sort::down("stake"));
        assert_eq!(uids(&view, &by_stake, &validators), [2, 3, 1]);
        assert_eq!(uids(&view, &by_own, &validators), [3, 2, 1]);
        view.look_for("deep thought".to_owned());
        assert_eq!(
            uids(&view, &by_stake, &validators),
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
