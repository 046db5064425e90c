//! The validators: takes, identities, stake on root and on their subnets.

use super::{path, signed, stake, subnets};
use crate::{
    Balance, Runtime, SubtensorModule, TAO,
    subtensor::{
        Call, Delegates, SubnetworkN, ValidatorPermit,
        types::{NetUid, ROOT},
    },
};
use sp_runtime::DispatchResult;

/// How many there are; all are on the crowded subnet.
pub const COUNT: u16 = 8;
/// How many of them are on each of the other subnets: the first ones.
pub const ELSEWHERE: u16 = 4;
/// How many of them have an identity: the first ones.
pub const NAMED: usize = 6;

const NAMES: [&str; NAMED] = [
    "Northwind",
    "Oakhill",
    "Pinewood",
    "Quarry",
    "Riverside",
    "Stonebridge",
];
const FUNDS: Balance = 20_000 * TAO;
const TAO_STAKE: Balance = 1_000 * TAO;

/// The takes, in parts of 65535: from 0 to the highest, 18 %.
fn take(number: u16) -> u16 {
    const HIGHEST: u16 = 11_796;
    HIGHEST / (COUNT - 1) * (number - 1)
}

pub fn plant(subnets: NetUid) -> DispatchResult {
    for number in 1..=COUNT {
        let coldkey = path::account(&path::validator(number));
        let hotkey = path::account(&path::hotkey(&path::validator(number)));
        SubtensorModule::emit_tao(&coldkey, FUNDS)?;
        SubtensorModule::create_hotkey(&coldkey, &hotkey);
        Delegates::<Runtime>::insert(&hotkey, take(number));
        SubtensorModule::put_neuron(ROOT, number - 1, &hotkey);
        stake(
            &coldkey,
            &hotkey,
            ROOT,
            TAO_STAKE * Balance::from(COUNT + 1 - number),
        )?;
        for netuid in subnets_of(number, subnets) {
            register(netuid, number)?;
        }
        if let Some(name) = NAMES.get(usize::from(number) - 1) {
            signed(&coldkey, identity(name))?;
        }
    }
    Ok(())
}

fn subnets_of(number: u16, subnets: NetUid) -> impl Iterator<Item = NetUid> {
    let last = match number <= ELSEWHERE {
        true => subnets,
        false => subnets::CROWDED,
    };
    1..=last
}

/// Makes a validator the next neuron of a subnet, with some stake.
fn register(netuid: NetUid, number: u16) -> DispatchResult {
    let coldkey = path::account(&path::validator(number));
    let hotkey = path::account(&path::hotkey(&path::validator(number)));
    let uid = SubnetworkN::<Runtime>::get(netuid);
    SubtensorModule::put_neuron(netuid, uid, &hotkey);
    ValidatorPermit::<Runtime>::mutate(netuid, |permits| {
        if let Some(permit) = permits.get_mut(usize::from(uid)) {
            *permit = true;
        }
    });
    signed(&hotkey, subnets::serve_axon(netuid, uid))?;
    if netuid == subnets::SLEEPING || netuid > subnets::PLANNED {
        return Ok(());
    }
    stake(&coldkey, &hotkey, netuid, TAO * Balance::from(10 + number))
}

fn identity(name: &str) -> Call<Runtime> {
    let site = format!("https://{}.example.org", name.to_lowercase());
    Call::set_identity {
        name: name.into(),
        url: site.clone().into_bytes(),
        github_repo: Vec::new(),
        image: format!("{site}/logo.png").into_bytes(),
        discord: name.to_lowercase().into_bytes(),
        description: b"A validator of the development network".to_vec(),
        additional: Vec::new(),
    }
}
