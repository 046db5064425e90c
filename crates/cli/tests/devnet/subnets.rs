//! The list of subnets, and all about one.

use std::collections::BTreeMap;

use scale_value::Value;
use taolight_bittensor::reads::{
    Hyperparameter, HyperparameterValue, Subnet, SubnetDetail, SubnetEmission, SubnetIdentity,
    SubnetSwitches, meaning,
};
use taolight_primitives::{NetUid, Price, Rao};
use taolight_protocol::engine::{ReadSubnet, ReadSubnetCost, ReadSubnetToPrune, ReadSubnets, WatchSubnets};

use crate::{
    engine::{ask, watch},
    node::{Node, SUBTENSOR, has_storage},
    seed::{self, CROWDED},
    told::Told,
};

const API: &str = "SubnetInfoRuntimeApi";

/// Fields of the selective metagraph by their numbers.
const REGISTRATION_ALLOWED: u16 = 34;
const NEURONS: u16 = 30;
const BURN: u16 = 32;
const MIN_BURN: u16 = 39;
const MAX_BURN: u16 = 40;

/// The subnet that nobody has started, and the one whose name is a trap.
const SLEEPING: NetUid = NetUid(12);
const TRAP: NetUid = NetUid(11);

/// What the runtime tells of a subnet's numbers.
fn metagraph(node: &Node, netuid: NetUid) -> Value {
    let fields = [0, REGISTRATION_ALLOWED, NEURONS, BURN, MIN_BURN, MAX_BURN].map(seed::number);
    let arguments = vec![seed::on(netuid), Value::unnamed_composite(fields)];
    let told = node.call(API, "get_selective_metagraph", arguments);
    told.option().expect("it is a subnet").clone()
}

fn identity(told: &Value) -> SubnetIdentity {
    let text = |name| told.field(name).text();
    SubnetIdentity {
        name: text("subnet_name"),
        github: text("github_repo"),
        contact: text("subnet_contact"),
        url: text("subnet_url"),
        discord: text("discord"),
        description: text("description"),
        logo: text("logo_url"),
        additional: text("additional"),
    }
}

/// A price with 32 binary digits after the point, rounded down.
fn moving_price(told: &Value) -> Price {
    let price = (told.signed() * 1_000_000_000) >> 32;
    Price(price.try_into().unwrap())
}

/// A subnet by the runtime's list of them.
fn subnet(node: &Node, told: &Value) -> Subnet {
    let netuid = told.field("netuid").netuid();
    let key = || vec![seed::on(netuid)];
    let stored = |entry| node.value(SUBTENSOR, entry, key());
    let numbers = metagraph(node, netuid);
    let number = |name| numbers.field(name).option().unwrap();
    let emission = "SubnetEmissionEnabled";
    Subnet {
        netuid,
        registered_at: told.field("network_registered_at").number(),
        identity: told.field("subnet_identity").option().map(identity),
        symbol: told.field("token_symbol").text(),
        owner: told.field("owner_coldkey").somebody(),
        owner_hotkey: told.field("owner_hotkey").somebody(),
        price: Price(node.call("SwapRuntimeApi", "current_alpha_price", key()).number()),
        moving_price: moving_price(told.field("moving_price")),
        tao_in_pool: told.field("tao_in").rao(),
        alpha_in_pool: told.field("alpha_in").alpha(),
        alpha_outside: told.field("alpha_out").alpha(),
        volume: told.field("subnet_volume").number(),
        emission: SubnetEmission {
            tao_in: told.field("tao_in_emission").rao(),
            alpha_in: told.field("alpha_in_emission").alpha(),
            alpha_out: told.field("alpha_out_emission").alpha(),
        },
        tempo: told.field("tempo").number(),
        last_epoch: stored("LastEpochBlock").number(),
        next_epoch: {
            let next = node.call(API, "get_next_epoch_start_block", key());
            next.option().unwrap().number()
        },
        neurons: number("num_uids").number(),
        registration_cost: number("burn").rao(),
        open: SubnetSwitches {
            trading: stored("SubtokenEnabled").flag(),
            transfers: stored("TransferToggle").flag(),
            registration: number("registration_allowed").flag(),
            emission: has_storage(SUBTENSOR, emission).then(|| stored(emission).flag()),
        },
    }
}

fn subnets(node: &Node) -> Vec<Subnet> {
    let all = node.call(API, "get_all_dynamic_info", vec![]);
    let all = all.list().into_iter().map(|told| told.option().unwrap());
    all.map(|told| subnet(node, told)).collect()
}

fn hyperparameter(told: &Value) -> Hyperparameter {
    let name = String::from_utf8(told.field("name").bytes()).unwrap();
    let value = told.field("value");
    let held = value.option().unwrap();
    Hyperparameter {
        meaning: meaning(&name).map(str::to_owned),
        name,
        value: match value.variant() {
            "Bool" => HyperparameterValue::Flag(held.flag()),
            "TaoBalance" => HyperparameterValue::Amount(held.rao()),
            "I32F32" => HyperparameterValue::Fixed32(held.signed()),
            "U64F64" => HyperparameterValue::Fixed64(held.number()),
            _ => HyperparameterValue::Number(held.number()),
        },
    }
}

#[test]
fn the_list_is_the_nodes() {
    let Some(read) = ask(ReadSubnets {}) else { return };
    let by_number = |subnets: Vec<Subnet>| -> BTreeMap<NetUid, Subnet> {
        subnets
            .into_iter()
            .map(|subnet| (subnet.netuid, subnet))
            .collect()
    };
    let (ours, theirs) = (by_number(read.value), by_number(subnets(&Node::at(read.block))));
    assert!(ours.keys().eq(theirs.keys()));
    for (netuid, subnet) in &ours {
        assert_eq!(subnet, &theirs[netuid]);
    }
    assert!(ours.len() > 12);
    assert!(!ours[&SLEEPING].open.trading && ours[&CROWDED].open.trading);
    assert!(ours[&CROWDED].emission.tao_in > Rao::ZERO);
    assert!(ours[&CROWDED].last_epoch > 0);
    let name = &ours[&TRAP].identity.as_ref().unwrap().name;
    assert!(
        name.mixed && name.cleaned && !name.text.contains(['\u{202e}', '\n']),
        "{name:?}"
    );
}

#[test]
fn the_list_is_followed_block_after_block() {
    let Some(items) = watch(WatchSubnets {}, 2) else {
        return;
    };
    assert!(items[0].block.number < items[1].block.number);
    for item in items {
        let all = Node::at(item.block).call(API, "get_all_dynamic_info", vec![]);
        let pools = all.list().into_iter().map(|told| {
            let told = told.option().unwrap();
            (
                told.field("netuid").netuid(),
                told.field("tao_in").rao(),
                told.field("alpha_in").alpha(),
            )
        });
        let ours = item
            .value
            .iter()
            .map(|ours| (ours.netuid, ours.tao_in_pool, ours.alpha_in_pool));
        assert!(ours.eq(pools));
    }
}

#[test]
fn all_about_one_is_the_nodes() {
    for netuid in [NetUid(0), CROWDED, NetUid(2), SLEEPING] {
        let Some(read) = ask(ReadSubnet { netuid }) else {
            return;
        };
        let node = Node::at(read.block);
        let key = || vec![seed::on(netuid)];
        let told = node.call(API, "get_dynamic_info", key());
        let numbers = metagraph(&node, netuid);
        let hyperparameters = node.call(API, "get_subnet_hyperparams_v3", key());
        let hyperparameters = hyperparameters.option().unwrap().list();
        let emission_from = node.item(SUBTENSOR, "FirstEmissionBlockNumber", key());
        let expected = SubnetDetail {
            subnet: subnet(&node, told.option().unwrap()),
            hyperparameters: hyperparameters.into_iter().map(hyperparameter).collect(),
            emission_from: emission_from.as_ref().map(Told::number),
            min_registration_cost: numbers.field("min_burn").option().unwrap().rao(),
            max_registration_cost: numbers.field("max_burn").option().unwrap().rao(),
        };
        assert!(expected.hyperparameters.len() > 30);
        assert!(
            expected
                .hyperparameters
                .iter()
                .all(|parameter| parameter.meaning.is_some())
        );
        assert_eq!(read.value, Some(expected), "subnet {netuid}");
    }
}

#[test]
fn a_subnet_that_is_not_there_is_none() {
    let Some(read) = ask(ReadSubnet { netuid: NetUid(999) }) else {
        return;
    };
    assert_eq!(read.value, None);
}

#[test]
fn the_next_subnet_costs_what_the_node_says() {
    let Some(read) = ask(ReadSubnetCost {}) else {
        return;
    };
    let node = Node::at(read.block);
    let told = node.call(
        "SubnetRegistrationRuntimeApi",
        "get_network_registration_cost",
        vec![],
    );
    assert_eq!(read.value, told.rao());
    assert!(read.value > Rao::ZERO);
}

#[test]
fn the_subnet_that_makes_room_is_the_nodes() {
    let Some(read) = ask(ReadSubnetToPrune {}) else {
        return;
    };
    let told = Node::at(read.block).call(API, "get_subnet_to_prune", vec![]);
    assert_eq!(read.value, told.option().map(Told::netuid));
}
