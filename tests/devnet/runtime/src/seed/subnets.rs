//! The subnets: owners, pools, names, and the neurons that validate nothing.

use super::{path, signed};
use crate::{
    Balance, Runtime, SubtensorModule, TAO,
    subtensor::{
        Call, SubnetAlphaIn, SubnetMovingPrice, SubnetTAO, Tempo, TotalStake,
        types::{I96F32, NetUid, SubnetIdentityV3},
    },
    swap::{Balancer, FeeRate, SwapBalancer},
};
use sp_runtime::{
    DispatchResult, Perquintill,
    traits::{BlakeTwo256, Hash},
};
use std::borrow::Cow;

/// The subnet with many neurons and short epochs.
pub const CROWDED: NetUid = 1;
/// The subnet that nobody has started.
pub const SLEEPING: NetUid = 12;
/// How many neurons [`CROWDED`] has, and how many the others.
pub const CROWD: u16 = 64;
pub const FEW: u16 = 7;
/// The first miners, all of [`CROWDED`], are where whoever runs this network can start them: on its own device.
pub const LOCAL: u16 = 8;

const SHORT_TEMPO: u16 = 20;
const OWNER_FUNDS: Balance = 500 * TAO;

/// How many subnets are planned one by one, and how many there can be.
pub const PLANNED: NetUid = 12;
pub const MOST: NetUid = 128;

/// A subnet's name, what is in its pool in TAO and alpha, the weight of TAO there in percent and the fee in parts of
/// 65535.
struct Plan {
    name: Cow<'static, str>,
    tao: u64,
    alpha: u64,
    quote: u64,
    fee_rate: u16,
}

const fn plan(name: &'static str, tao: u64, alpha: u64, quote: u64) -> Plan {
    Plan {
        name: Cow::Borrowed(name),
        tao,
        alpha,
        quote,
        fee_rate: 33,
    }
}

impl Plan {
    fn of(netuid: NetUid) -> Self {
        let planned = netuid
            .checked_sub(1)
            .and_then(|index| PLANS.get(usize::from(index)));
        match planned {
            Some(plan) => Self {
                name: plan.name.clone(),
                ..*plan
            },
            None => Self::drawn(netuid),
        }
    }

    /// Draws the pool of a subnet that nobody has planned. Every such pool is another one: reserves of all sizes, weights
    /// far from each other, any fee.
    fn drawn(netuid: NetUid) -> Self {
        let lots = BlakeTwo256::hash_of(&("pool", netuid)).0;
        let lot = |place: usize| u64::from(lots[place]) << 8 | u64::from(lots[place + 1]);
        // From one TAO on, doubled up to so many times.
        let reserve = |doublings: u64, part: u64| (1 << doublings) + ((part << doublings) >> 16);
        Self {
            name: format!("Subnet {netuid}").into(),
            tao: reserve(lot(0) % 18, lot(2)),
            alpha: reserve(lot(4) % 22, lot(6)),
            quote: 2 + lot(8) % 97,
            fee_rate: (lot(10) % 10_001) as u16,
        }
    }
}

/// The subnets from 1 on. One name has Cyrillic letters, a character that turns the direction of writing and a line
/// break.
static PLANS: [Plan; PLANNED as usize] = [
    plan("Aurora", 20_000, 400_000, 50),
    plan("Basalt", 12_000, 300_000, 50),
    plan("Cirrus", 8_000, 250_000, 52),
    plan("Delta", 5_000, 200_000, 48),
    plan("Ember", 3_000, 150_000, 50),
    plan("Fjord", 2_000, 125_000, 50),
    plan("Grove", 1_500, 120_000, 55),
    plan("Harbor", 1_000, 100_000, 50),
    plan("Iris", 800, 90_000, 50),
    plan("Juniper", 500, 75_000, 45),
    plan("\u{420}\u{430}yp\u{430}l\u{202e}ton\n", 300, 60_000, 50),
    plan("Lagoon", 100, 50_000, 50),
];

pub fn plant(subnets: NetUid) -> DispatchResult {
    for netuid in 1..=subnets {
        let plan = Plan::of(netuid);
        let coldkey = path::account(&path::owner(netuid));
        let hotkey = path::account(&path::hotkey(&path::owner(netuid)));
        SubtensorModule::emit_tao(&coldkey, OWNER_FUNDS)?;
        SubtensorModule::create_hotkey(&coldkey, &hotkey);
        SubtensorModule::create_subnet(netuid, &coldkey, &hotkey);
        fill_pool(netuid, &plan)?;
        signed(&coldkey, set_identity(netuid, &plan.name))?;
        if netuid != SLEEPING {
            signed(&coldkey, Call::start_call { netuid })?;
        }
    }
    Tempo::<Runtime>::insert(CROWDED, SHORT_TEMPO);
    Ok(())
}

fn fill_pool(netuid: NetUid, plan: &Plan) -> DispatchResult {
    let (tao, alpha) = (plan.tao * TAO, plan.alpha * TAO);
    SubtensorModule::emit_tao(&SubtensorModule::subnet_account(netuid), tao)?;
    SubnetTAO::<Runtime>::insert(netuid, tao);
    SubnetAlphaIn::<Runtime>::insert(netuid, alpha);
    TotalStake::<Runtime>::mutate(|stake| *stake += tao);
    let quote = Perquintill::from_percent(plan.quote);
    SwapBalancer::<Runtime>::insert(netuid, Balancer { quote });
    FeeRate::<Runtime>::insert(netuid, plan.fee_rate);
    // The moving price begins at the price.
    let bits = (i128::from(SubtensorModule::price(netuid)) << 32) / i128::from(TAO);
    SubnetMovingPrice::<Runtime>::insert(netuid, I96F32 { bits });
    Ok(())
}

fn set_identity(netuid: NetUid, name: &str) -> Call<Runtime> {
    let identity = identity(netuid, name);
    Call::set_subnet_identity {
        netuid,
        subnet_name: identity.subnet_name,
        github_repo: identity.github_repo,
        subnet_contact: identity.subnet_contact,
        subnet_url: identity.subnet_url,
        discord: identity.discord,
        description: identity.description,
        logo_url: identity.logo_url,
        additional: identity.additional,
    }
}

fn identity(netuid: NetUid, name: &str) -> SubnetIdentityV3 {
    let bytes = |text: &str| text.as_bytes().to_vec();
    SubnetIdentityV3 {
        subnet_name: bytes(name),
        github_repo: bytes(&format!("https://github.com/example/subnet-{netuid}")),
        subnet_contact: bytes(&format!("subnet-{netuid}@example.org")),
        subnet_url: bytes(&format!("https://subnet-{netuid}.example.org")),
        discord: bytes(&format!("subnet-{netuid}")),
        description: bytes(&format!("Subnet {netuid} of the development network")),
        logo_url: bytes(&format!("https://subnet-{netuid}.example.org/logo.png")),
        additional: Vec::new(),
    }
}

/// Fills up the subnets with miners, each with an axon. A miner is on one subnet.
pub fn plant_miners(subnets: NetUid) -> DispatchResult {
    let mut number = 0;
    for netuid in 1..=subnets {
        let size = match netuid {
            CROWDED => CROWD,
            _ => FEW,
        };
        for uid in crate::subtensor::SubnetworkN::<Runtime>::get(netuid)..size {
            number += 1;
            let coldkey = path::account(&path::miner(number));
            let hotkey = path::account(&path::hotkey(&path::miner(number)));
            SubtensorModule::create_hotkey(&coldkey, &hotkey);
            SubtensorModule::put_neuron(netuid, uid, &hotkey);
            let axon = match number {
                1..=LOCAL => serve_local_axon(netuid, number),
                _ => serve_axon(netuid, uid),
            };
            signed(&hotkey, axon)?;
        }
    }
    Ok(())
}

/// An address of the block 203.0.113.0/24, which is for documentation.
pub fn serve_axon(netuid: NetUid, uid: u16) -> Call<Runtime> {
    const DOCUMENTATION: u128 = 0xcb00_7100;
    serve(netuid, 1, DOCUMENTATION + u128::from(uid), 8_000 + uid)
}

/// An address of the device itself, and the version that the SDK 10.5.0 writes. The chain refuses 127.0.0.1 and nothing
/// else of the block.
fn serve_local_axon(netuid: NetUid, number: u16) -> Call<Runtime> {
    const LOOPBACK: u128 = 0x7f00_0002;
    serve(netuid, 10_005_000, LOOPBACK, 9_100 + number)
}

fn serve(netuid: NetUid, version: u32, ip: u128, port: u16) -> Call<Runtime> {
    Call::serve_axon {
        netuid,
        version,
        ip,
        port,
        ip_type: 4,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
    }
}
