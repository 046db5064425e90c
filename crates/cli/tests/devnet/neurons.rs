//! Neurons of a subnet in rows.

use scale_value::Value;
use taolight_bittensor::reads::Neuron;
use taolight_primitives::{Alpha, NetUid};
use taolight_protocol::engine::{ReadNeurons, ReadValidators};

use crate::{
    engine::ask,
    metagraph::{axon, identity, neurons},
    node::{Node, SUBTENSOR},
    seed::{self, CROWDED},
    told::Told,
};

fn neuron(node: &Node, netuid: NetUid, told: &Value) -> Neuron {
    let (hotkey, owner) = (told.field("hotkey").account(), told.field("coldkey").account());
    let of_hotkey = |entry, keys: Vec<Value>| node.value(SUBTENSOR, entry, keys);
    let key = || seed::of(hotkey);
    Neuron {
        uid: told.field("uid").number(),
        hotkey,
        owner: Some(owner),
        identity: identity(node, owner),
        take: of_hotkey("Delegates", vec![key()]).per_u16(),
        stake: of_hotkey("TotalHotkeyAlpha", vec![key(), seed::on(netuid)]).alpha(),
        root_stake: of_hotkey("TotalHotkeyAlpha", vec![key(), seed::number(0_u16)]).rao(),
        validator_permit: told.field("validator_permit").flag(),
        active: told.field("active").flag(),
        emission: told.field("emission").alpha(),
        dividends_paid: of_hotkey("AlphaDividendsPerSubnet", vec![seed::on(netuid), key()]).alpha(),
        dividends: told.field("dividends").per_u16(),
        incentive: told.field("incentive").per_u16(),
        consensus: told.field("consensus").per_u16(),
        validator_trust: told.field("validator_trust").per_u16(),
        last_update: told.field("last_update").number(),
        axon: axon(told.field("axon_info")),
    }
}

fn all(node: &Node, netuid: NetUid) -> Vec<Neuron> {
    let told = neurons(node, netuid);
    told.iter().map(|told| neuron(node, netuid, told)).collect()
}

#[test]
fn pages_are_the_nodes() {
    for (from, count) in [(0, 32), (60, 32), (64, 1), (0, u16::MAX)] {
        let Some(read) = ask(ReadNeurons {
            netuid: CROWDED,
            from,
            count,
        }) else {
            return;
        };
        let expected = all(&Node::at(read.block), CROWDED);
        let page = expected.into_iter().skip(from.into()).take(count.into());
        assert_eq!(read.value, page.collect::<Vec<_>>(), "{count} from {from}");
        assert_eq!(read.value.len(), usize::from(count.min(64 - from)));
    }
}

#[test]
fn validators_are_the_nodes_most_stake_first() {
    for netuid in [CROWDED, NetUid(2)] {
        let Some(read) = ask(ReadValidators { netuid }) else {
            return;
        };
        let mut expected = all(&Node::at(read.block), netuid);
        expected.retain(|neuron| neuron.validator_permit);
        expected.sort_by_key(|neuron| core::cmp::Reverse(neuron.stake));
        assert_eq!(read.value, expected, "subnet {netuid}");
        assert!(read.value.len() >= 4);
        let is_named = |neuron: &Neuron| neuron.identity.is_some();
        assert!(read.value.iter().any(is_named));
        if netuid == CROWDED {
            assert!(!read.value.iter().all(is_named));
            assert!(
                read.value
                    .iter()
                    .any(|neuron| neuron.dividends_paid > Alpha::ZERO)
            );
        }
    }
}
