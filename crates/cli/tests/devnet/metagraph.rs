//! Columns of a metagraph, against the rows that the runtime tells of the same neurons.

use scale_value::Value;
use taolight_bittensor::reads::{Axon, Column, Identity, Metagraph};
use taolight_primitives::{AccountId, Alpha, NetUid};
use taolight_protocol::engine::ReadMetagraph;

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR},
    seed::{self, CROWDED},
    told::Told,
};

/// The numbers of the columns of stake, of which no other API tells.
const STAKES: [u16; 3] = [67, 68, 69];

/// What a coldkey says of itself.
pub(crate) fn identity(node: &Node, coldkey: AccountId) -> Option<Identity> {
    let told = node.item(SUBTENSOR, "IdentitiesV2", vec![seed::of(coldkey)])?;
    let text = |name| told.field(name).text();
    Some(Identity {
        name: text("name"),
        url: text("url"),
        github: text("github_repo"),
        image: text("image"),
        discord: text("discord"),
        description: text("description"),
        additional: text("additional"),
    })
}

/// Where a neuron says it is. All are of version 4 here.
pub(crate) fn axon(told: &Value) -> Option<Axon> {
    let ip: u32 = told.field("ip").number();
    (ip != 0).then(|| Axon {
        block: told.field("block").number(),
        version: told.field("version").number(),
        ip: std::net::Ipv4Addr::from_bits(ip).into(),
        port: told.field("port").number(),
        protocol: told.field("protocol").number(),
    })
}

/// All neurons of a subnet as the runtime tells them one by one.
pub(crate) fn neurons(node: &Node, netuid: NetUid) -> Vec<Value> {
    let told = node.call("NeuronInfoRuntimeApi", "get_neurons_lite", vec![seed::on(netuid)]);
    told.list().into_iter().cloned().collect()
}

fn metagraph(node: &Node, netuid: NetUid) -> Metagraph {
    let neurons = neurons(node, netuid);
    let indexes = Value::unnamed_composite([0].into_iter().chain(STAKES).map(seed::number));
    let arguments = vec![seed::on(netuid), indexes];
    let stakes = node.call("SubnetInfoRuntimeApi", "get_selective_metagraph", arguments);
    let stakes = |name| stakes.option().unwrap().field(name).option().unwrap().list();
    let registered_at = |neuron: &Value| {
        let key = vec![seed::on(netuid), neuron.field("uid").clone()];
        node.value(SUBTENSOR, "BlockAtRegistration", key).number()
    };
    fn column<T>(neurons: &[Value], of: impl Fn(&Value) -> T) -> Option<Vec<T>> {
        Some(neurons.iter().map(of).collect())
    }
    Metagraph {
        hotkeys: column(&neurons, |neuron| neuron.field("hotkey").account()),
        coldkeys: column(&neurons, |neuron| neuron.field("coldkey").account()),
        identities: column(&neurons, |neuron| {
            identity(node, neuron.field("coldkey").account())
        }),
        axons: column(&neurons, |neuron| axon(neuron.field("axon_info"))),
        active: column(&neurons, |neuron| neuron.field("active").flag()),
        validator_permits: column(&neurons, |neuron| neuron.field("validator_permit").flag()),
        last_updates: column(&neurons, |neuron| neuron.field("last_update").number()),
        emissions: column(&neurons, |neuron| neuron.field("emission").alpha()),
        dividends: column(&neurons, |neuron| neuron.field("dividends").per_u16()),
        incentives: column(&neurons, |neuron| neuron.field("incentive").per_u16()),
        consensus: column(&neurons, |neuron| neuron.field("consensus").per_u16()),
        registrations: column(&neurons, registered_at),
        alpha_stakes: Some(stakes("alpha_stake").into_iter().map(Told::alpha).collect()),
        tao_stakes: Some(stakes("tao_stake").into_iter().map(Told::rao).collect()),
        total_stakes: Some(stakes("total_stake").into_iter().map(Told::alpha).collect()),
    }
}

#[test]
fn all_columns_are_the_nodes() {
    let Some(read) = ask(ReadMetagraph {
        netuid: CROWDED,
        columns: Column::ALL.to_vec(),
    }) else {
        return;
    };
    let expected = metagraph(&Node::at(read.block), CROWDED);
    assert_eq!(expected.hotkeys.as_ref().map(Vec::len), Some(64));
    let some = |amounts: &Option<Vec<Alpha>>| amounts.iter().flatten().any(|amount| *amount > Alpha::ZERO);
    assert!(some(&expected.emissions) && some(&expected.alpha_stakes));
    assert_eq!(read.value, Some(expected));
}

#[test]
fn columns_that_were_not_asked_for_are_not_told() {
    let netuid = NetUid(2);
    let Some(read) = ask(ReadMetagraph {
        netuid,
        columns: vec![Column::Hotkeys, Column::Axons],
    }) else {
        return;
    };
    let Metagraph { hotkeys, axons, .. } = metagraph(&Node::at(read.block), netuid);
    let expected = Metagraph {
        hotkeys,
        axons,
        ..Metagraph::default()
    };
    assert_eq!(read.value, Some(expected));
}
