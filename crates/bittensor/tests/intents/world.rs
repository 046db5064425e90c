//! What the tests know of a chain: two people, a hotkey, a subnet.

use std::collections::BTreeMap;

use taolight_bittensor::{
    intents::*,
    reads::{Balance, ColdkeySwap},
};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Alpha, NetUid, Price, Rao};

pub const ME: AccountId = AccountId([1; 32]);
pub const YOU: AccountId = AccountId([2; 32]);
pub const HOTKEY: AccountId = AccountId([3; 32]);
pub const SUBNET: NetUid = NetUid(7);

/// A runtime without any pallet of Bittensor's own.
pub fn plain_metadata() -> Metadata {
    Metadata::decode(include_bytes!(
        "../../../codec/tests/fixtures/devnet-metadata-v15.scale"
    ))
    .unwrap()
}

pub fn transfer(amount: u64, keep_alive: bool) -> Intent {
    Transfer {
        destination: YOU,
        amount: Rao(amount),
        keep_alive,
    }
    .into()
}

pub fn stake(amount: u64) -> Intent {
    AddStake {
        hotkey: HOTKEY,
        netuid: SUBNET,
        amount: Rao(amount),
        limit: None,
    }
    .into()
}

pub fn unstake(amount: u64) -> Intent {
    RemoveStake {
        hotkey: HOTKEY,
        netuid: SUBNET,
        amount: Alpha(amount),
        limit: None,
    }
    .into()
}

/// A chain on which everything is in order.
pub fn facts() -> Facts {
    let mut facts = Facts {
        block: 1_000,
        fee: Some((ME, Rao(100))),
        existential_deposit: Rao(500),
        minimum_out: Some(Rao(2_000_000)),
        maximum_take: Some(11_796),
        ..Facts::default()
    };
    let balance = Balance {
        free: Rao(10_000_000_000),
        transferable_in_full: Rao(10_000_000_000),
        ..Balance::default()
    };
    for account in [ME, YOU] {
        let known = AccountFacts {
            balance: Some(balance),
            swap: Some(ColdkeySwap::None),
            proxies: Some(Vec::new()),
            ..AccountFacts::default()
        };
        facts.accounts.insert(account, known);
    }
    let hotkey = HotkeyFacts {
        owner: Some(ME),
        take: Some(6_000),
        registered: BTreeMap::from([(SUBNET, true)]),
    };
    facts.hotkeys.insert(HOTKEY, hotkey);
    let subnet = SubnetFacts {
        trading: Some(true),
        transfers: Some(true),
        owner: Some(ME),
        registration: Some(true),
        startable_from: None,
        price: Some(Price(500_000_000)),
        minimum_stake: Some(Rao(2_001_007)),
    };
    facts.subnets.insert(SUBNET, Some(subnet));
    facts.positions.insert((ME, HOTKEY, SUBNET), Alpha(50_000_000));
    let availability = Availability {
        available: Alpha(30_000_000),
        lock: Some(HOTKEY),
    };
    facts.availability.insert((ME, SUBNET), availability);
    facts
}

/// The data of what is in the way.
pub fn unmet(intent: &Intent, facts: &Facts) -> Vec<String> {
    let failures = intent.unmet(ME, facts);
    for failure in &failures {
        assert!(failure.message.len() > 20, "{failure:?}");
    }
    failures
        .into_iter()
        .map(|failure| failure.data.unwrap())
        .collect()
}

#[track_caller]
pub fn fails(intent: &Intent, facts: &Facts, need: &str) {
    assert_eq!(unmet(intent, facts), [need], "{}", intent.summary());
}

#[track_caller]
pub fn passes(intent: &Intent, facts: &Facts) {
    assert_eq!(unmet(intent, facts), [""; 0], "{}", intent.summary());
}
