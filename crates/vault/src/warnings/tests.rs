#![allow(clippy::unwrap_used)]

use std::slice;

use proptest::prelude::*;
use taolight_codec::{Metadata, Value, encode_call};
use taolight_protocol::vault::{Account, Role};

use super::*;
use crate::{
    destinations::Destinations,
    fixtures::{
        COLDKEY, PROVEN, account, any_call, batch, call, devnet, id, own, proxied, rao, raw, read, real,
        reference, shown, transfer,
    },
};

/// The vault's own: coldkey 1 with hotkey 11, hotkey 12, and 3, which it only watches.
fn accounts() -> Vec<Account> {
    let hotkeys = vec![id(11)];
    vec![
        own(1, Role::Coldkey { hotkeys }),
        own(12, Role::Hotkey),
        own(3, Role::WatchOnly),
    ]
}

fn destinations(accounts: &[AccountId]) -> Destinations {
    let mut destinations = Destinations::default();
    for account in accounts {
        destinations.add(*account);
    }
    destinations
}

/// The warnings of a call when funds went to 2 before.
fn warnings(call: CallNode) -> Vec<Warning> {
    warnings_of(&shown(call), &PROVEN)
}

fn warnings_of(call: &ShownCall, check: &MetadataCheck) -> Vec<Warning> {
    let known = Known {
        accounts: &accounts(),
        destinations: &destinations(&[id(2)]),
    };
    of(call, check, &known)
}

fn first_use(destination: u8) -> Warning {
    Warning::FirstUse {
        destination: id(destination),
    }
}

fn to_hotkey(destination: u8) -> Warning {
    Warning::ToHotkey {
        destination: id(destination),
    }
}

fn add_proxy(delegate: u8, kind: &str) -> CallNode {
    let kind = HumanValue::Text(kind.to_owned());
    call(
        "Proxy",
        "add_proxy",
        &[("delegate", account(delegate)), ("proxy_type", kind)],
    )
}

#[test]
fn strangers_and_hotkeys_are_pointed_out() {
    for known in [1, 2, 3] {
        assert_eq!(warnings(transfer(known, 1)), [], "{known}");
    }
    assert_eq!(warnings(transfer(9, 1)), [first_use(9)]);
    assert_eq!(warnings(transfer(11, 1)), [to_hotkey(11)]);
    assert_eq!(warnings(transfer(12, 1)), [to_hotkey(12)]);
    let many = batch(vec![
        transfer(9, 1),
        proxied(2, transfer(12, 1)),
        transfer(9, 2),
        transfer(8, 1),
    ]);
    assert_eq!(receivers(&shown(many.clone())), [id(9), id(12), id(8)]);
    assert_eq!(warnings(many), [first_use(9), to_hotkey(12), first_use(8)]);
    // What only names an account gives it nothing.
    let staked = call(
        "SubtensorModule",
        "add_stake",
        &[("hotkey", account(9)), ("amount_staked", rao(1))],
    );
    assert_eq!(warnings(staked), []);
    assert_eq!(
        warnings(call("Proxy", "remove_proxy", &[("delegate", account(9))])),
        []
    );
}

#[test]
fn control_is_given_like_funds() {
    assert_eq!(warnings(add_proxy(9, "Transfer")), [first_use(9)]);
    assert_eq!(
        warnings(add_proxy(12, "Any")),
        [Warning::GivesFullControl, to_hotkey(12)]
    );
    let swap = call(
        "SubtensorModule",
        "swap_coldkey_announced",
        &[("new_coldkey", account(9))],
    );
    assert_eq!(warnings(swap), [Warning::SwapsColdkey, first_use(9)]);
    let stake = call(
        "SubtensorModule",
        "transfer_stake",
        &[("destination_coldkey", account(9))],
    );
    assert_eq!(warnings(stake), [first_use(9)]);
}

/// Addresses like Alice's, found by trying keys until the ends were hers.
const FORGED: [&str; 2] = [
    "5GrwvaEF5zXayn1Dob3USZQPve2rc7iAaKHMVYQSC9j8ocQy",
    "5GrwpHBYT1gFRxU81uRz8sg4tEAYVuLHJRDJLUrmwtWSFTQY",
];

#[test]
fn forged_addresses_are_pointed_out() {
    let real = AccountId::from_ss58("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").unwrap();
    let forged = FORGED.map(|text| AccountId::from_ss58(text).unwrap());
    let to = |account| {
        call(
            "Balances",
            "transfer_keep_alive",
            &[("dest", HumanValue::Account(account))],
        )
    };
    let warnings = |accounts: &[Account], before: &[AccountId], destination: AccountId| {
        let known = Known {
            accounts,
            destinations: &destinations(before),
        };
        of(&shown(to(destination)), &PROVEN, &known)
    };
    for destination in forged {
        let looks_like = Warning::LooksLike {
            destination,
            known: real,
        };
        let strange = Warning::FirstUse { destination };
        let own = Account {
            address: real,
            ..own(1, COLDKEY.clone())
        };
        assert_eq!(
            warnings(slice::from_ref(&own), &[], destination),
            [strange, looks_like]
        );
        assert_eq!(warnings(&[], &[real], destination), [strange, looks_like]);
        // Somebody fell for it: it is said again, and the real one stays the real one.
        assert_eq!(warnings(&[], &[real, destination], destination), [looks_like]);
        assert_eq!(warnings(&[], &[real, destination], real), []);
        assert_eq!(warnings(&[own], &[destination], real), []);
    }
}

#[test]
fn danger_is_found_wherever_it_hides() {
    let deadly = || {
        call(
            "Balances",
            "transfer_allow_death",
            &[("dest", account(2)), ("value", rao(1))],
        )
    };
    assert_eq!(warnings(deadly()), [Warning::AllowsDeath]);
    let hidden = batch(vec![transfer(2, 1), batch(vec![deadly()])]);
    assert_eq!(warnings(hidden), [Warning::AllowsDeath, Warning::Hidden]);
    assert_eq!(
        warnings(batch(vec![deadly(), add_proxy(2, "Any"), deadly()])),
        [Warning::AllowsDeath, Warning::Hidden, Warning::GivesFullControl]
    );
    assert_eq!(
        warnings(proxied(2, deadly())),
        [Warning::AllowsDeath, Warning::Hidden]
    );
    assert_eq!(warnings(batch(vec![transfer(2, 1)])), []);
    let dispute = call("SubtensorModule", "dispute_coldkey_swap", &[]);
    assert_eq!(warnings(dispute), [Warning::FreezesAccount]);
    let burn = |keep_alive| {
        call(
            "Balances",
            "burn",
            &[("keep_alive", HumanValue::Flag(keep_alive))],
        )
    };
    assert_eq!(warnings(burn(false)), [Warning::AllowsDeath]);
    assert_eq!(warnings(burn(true)), []);
}

#[test]
fn what_cannot_be_read_or_proven_is_said() {
    assert_eq!(warnings_of(&raw(), &PROVEN), [Warning::Blind]);
    assert_eq!(
        warnings_of(&raw(), &MetadataCheck::Unsupported),
        [Warning::Blind, Warning::UnprovenMetadata]
    );
    assert_eq!(
        warnings_of(&shown(transfer(9, 1)), &MetadataCheck::Unsupported),
        [Warning::UnprovenMetadata, first_use(9)]
    );
    assert_eq!(receivers(&raw()), []);
    let encrypted = call("MevShield", "store_encrypted", &[]);
    assert_eq!(
        warnings(batch(vec![encrypted])),
        [Warning::Blind, Warning::Hidden]
    );
}

#[test]
fn real_calls_of_the_devnet() {
    let metadata = Metadata::decode(&devnet()).unwrap();
    let everything = |keep_alive| {
        let arguments = [("dest", id(9).into()), ("keep_alive", Value::Flag(keep_alive))];
        encode_call(&metadata, "Balances", "transfer_all", &arguments).unwrap()
    };
    let proxy = |kind| {
        let arguments = [
            ("delegate", id(8).into()),
            ("proxy_type", Value::unit(kind)),
            ("delay", Value::from(0_u32)),
        ];
        encode_call(&metadata, "Proxy", "add_proxy", &arguments).unwrap()
    };
    let batch = |calls: Vec<Vec<u8>>| {
        let calls = Value::List(calls.into_iter().map(Value::Encoded).collect());
        encode_call(&metadata, "Utility", "batch", &[("calls", calls)]).unwrap()
    };
    let warnings = |bytes: Vec<u8>| warnings(read(&metadata, &bytes));
    assert_eq!(warnings(everything(false)), [Warning::AllowsDeath, first_use(9)]);
    assert_eq!(warnings(everything(true)), [first_use(9)]);
    assert_eq!(warnings(proxy("Any")), [Warning::GivesFullControl, first_use(8)]);
    assert_eq!(warnings(proxy("Staking")), [first_use(8)]);
    assert_eq!(
        warnings(batch(vec![batch(vec![proxy("Any")]), everything(true)])),
        [
            Warning::GivesFullControl,
            Warning::Hidden,
            first_use(8),
            first_use(9)
        ]
    );
}

#[test]
fn real_calls_of_the_reference_runtime() {
    let Some(bytes) = reference() else { return };
    let metadata = Metadata::decode(&bytes).unwrap();
    let warnings = |name: &str, arguments: &[(&str, Value)]| {
        warnings(real(&metadata, "SubtensorModule", name, arguments))
    };
    let hash = Value::Bytes(vec![7; 32]);
    assert_eq!(
        warnings("announce_coldkey_swap", &[("new_coldkey_hash", hash)]),
        [Warning::SwapsColdkey]
    );
    assert_eq!(
        warnings("swap_coldkey_announced", &[("new_coldkey", id(9).into())]),
        [Warning::SwapsColdkey, first_use(9)]
    );
    assert_eq!(
        warnings("schedule_swap_coldkey", &[("new_coldkey", id(12).into())]),
        [Warning::SwapsColdkey, to_hotkey(12)]
    );
    assert_eq!(warnings("dispute_coldkey_swap", &[]), [Warning::FreezesAccount]);
    let arguments = [
        ("destination_coldkey", id(9).into()),
        ("hotkey", id(11).into()),
        ("origin_netuid", Value::from(1_u32)),
        ("destination_netuid", Value::from(1_u32)),
        ("alpha_amount", Value::from(1_u64)),
    ];
    assert_eq!(warnings("transfer_stake", &arguments), [first_use(9)]);
}

proptest! {
    /// A batch has all the warnings and receivers of the calls in it, and each once.
    #[test]
    fn a_batch_hides_no_warning(call in any_call(), beside in any_call()) {
        let alone = warnings(call.clone());
        for nested in [batch(vec![call.clone()]), proxied(2, batch(vec![beside.clone(), call.clone()]))] {
            let nested = warnings(nested);
            for warning in &alone {
                prop_assert!(nested.contains(warning), "{:?}", warning);
            }
            for (position, warning) in nested.iter().enumerate() {
                prop_assert!(!nested[..position].contains(warning), "{:?}", warning);
            }
        }
    }
}
