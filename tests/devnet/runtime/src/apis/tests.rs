//! The APIs on the seeded chain.

use super::*;
use crate::{
    seed::{path, tests::on_chain},
    subtensor::{Emission, MechanismCountCurrent},
};
use codec::Encode;
use dynamic_info::DynamicInfo;
use metagraph::SelectiveMetagraph;

/// The highest index of a selective metagraph's field.
const LAST: u16 = 73;

fn validator(number: u16) -> AccountId {
    path::account(&path::hotkey(&path::validator(number)))
}

#[test]
fn a_metagraph_has_what_was_asked_for() {
    on_chain(|| {
        // Each absent field is one byte.
        let empty = SelectiveMetagraph::of(1, 0, &[])
            .expect("it is a subnet")
            .encode()
            .len();
        assert_eq!(empty, 1 + usize::from(LAST));
        for index in 1..=LAST {
            let one = SelectiveMetagraph::of(1, 0, &[index]).expect("it is a subnet");
            assert!(one.encode().len() > empty, "index {index}");
        }
        let all: Vec<u16> = (0..=LAST).collect();
        let all = SelectiveMetagraph::of(1, 0, &all).expect("it is a subnet");
        assert_eq!(all.hotkeys.map(|hotkeys| hotkeys.len()), Some(64));
        assert_eq!(all.axons.map(|axons| axons.len()), Some(64));
        // From the least stake to the most: the first validator has the most on root, and lends the fifth a half of it.
        let validators = all.validators.expect("it was asked for");
        assert_eq!(validators.len(), 8);
        assert_eq!(validators.last(), Some(&codec::Compact(5)));
        assert_eq!(SelectiveMetagraph::of(99, 0, &[1]), None);
    });
}

#[test]
fn a_metagraph_is_of_a_mechanism_that_exists() {
    on_chain(|| {
        assert_eq!(MechanismCountCurrent::<Runtime>::get(1), 1);
        assert!(SelectiveMetagraph::of(1, 0, &[62]).is_some());
        assert_eq!(SelectiveMetagraph::of(1, 1, &[62]), None);
    });
}

#[test]
fn names_are_spelled_in_compact_bytes() {
    on_chain(|| {
        let info = DynamicInfo::of(1).expect("it is a subnet");
        assert_eq!(info.subnet_name, text::text(b"Aurora"));
        let root = DynamicInfo::of(0).expect("root is one, too");
        assert_eq!(root.subnet_name, text::text(b"root"));
        assert_eq!(DynamicInfo::of(99), None);
    });
}

#[test]
fn hyperparameters_are_listed_by_name() {
    on_chain(|| {
        let list = hyperparameters::of(1).expect("it is a subnet");
        assert_eq!(list.len(), 33);
        let value = |name: &str| {
            list.iter()
                .find(|entry| entry.name == name.as_bytes())
                .map(|entry| &entry.value)
        };
        assert_eq!(
            value("tempo"),
            Some(&hyperparameters::HyperparamValue::U16(codec::Compact(20)))
        );
        // 20 blocks times 13.889.
        assert_eq!(
            value("activity_cutoff"),
            Some(&hyperparameters::HyperparamValue::U64(codec::Compact(277)))
        );
    });
}

#[test]
fn positions_and_their_nominators_agree() {
    on_chain(|| {
        let holder = path::account(path::HOLDER);
        for position in stake_info::of_coldkey(&holder) {
            let delegate = delegate_info::of(position.hotkey.clone()).expect("it is a hotkey");
            let (_, stakes) = delegate
                .nominators
                .iter()
                .find(|(nominator, _)| *nominator == holder)
                .expect("the holder is among them");
            assert!(stakes.contains(&(position.netuid, position.stake)));
        }
    });
}

#[test]
fn locked_and_available_add_up() {
    on_chain(|| {
        let locker = path::account(path::LOCKER);
        let availability = stake_info::availability(&locker, None);
        assert_eq!(availability.len(), 3);
        for (netuid, part) in availability {
            assert!(part.locked.0 > 0);
            assert_eq!(part.locked.0 + part.available.0, part.total.0);
            let position = stake_info::of_position(&validator(1), &locker, netuid).expect("it is a subnet");
            assert_eq!(position.locked, part.locked);
        }
    });
}

#[test]
fn a_delegates_return_is_by_the_last_epoch() {
    on_chain(|| {
        let delegate = |number| delegate_info::of(validator(number)).expect("it is a hotkey");
        assert_eq!(delegate(1).registrations.len(), 13);
        assert_eq!(delegate(1).total_daily_return.0, 0);
        // 1 alpha in an epoch of 20 blocks is 360 alpha a day; the take is 0, and 8000 TAO are on root.
        Emission::<Runtime>::mutate(1, |emission| emission[1] = crate::TAO);
        assert_eq!(delegate(1).total_daily_return.0, 360 * crate::TAO);
        assert_eq!(delegate(1).return_per_1000.0, 45 * crate::TAO);
    });
}

#[test]
fn a_fee_is_by_the_destinations_rate() {
    on_chain(|| {
        let at = |netuid| Some((validator(1), netuid));
        let fee = |origin, destination| {
            let holder = path::account(path::HOLDER);
            stake_info::fee(origin, &holder, destination, &holder, crate::TAO)
        };
        assert_eq!(fee(None, at(2)), 503_547);
        assert_eq!(fee(at(2), None), 503_547);
        assert_eq!(fee(None, at(0)), 0);
        assert_eq!(fee(at(2), at(2)), 0);
    });
}

#[test]
fn neurons_come_with_their_axons() {
    on_chain(|| {
        let neurons = neuron_info::all(1);
        assert_eq!(neurons.len(), 64);
        assert_eq!(neurons[0].axon_info, metagraph::NO_AXON);
        assert_eq!(neurons[63].axon_info.port, 8_063);
        assert!(neurons[1].validator_permit && !neurons[63].validator_permit);
        assert_eq!(neuron_info::of(1, 64), None);
    });
}

#[test]
fn the_next_epoch_is_a_tempo_away() {
    on_chain(|| {
        assert_eq!(subnet_info::next_epoch(1), Some(20));
        crate::subtensor::PendingEpochAt::<Runtime>::insert(1, 7);
        assert_eq!(subnet_info::next_epoch(1), Some(7));
        assert_eq!(subnet_info::next_epoch(99), None);
    });
}
