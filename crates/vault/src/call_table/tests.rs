#![allow(clippy::unwrap_used)]

use taolight_codec::{Metadata, Value};

use super::*;
use crate::fixtures::{all_calls, call, devnet, id, number, rao, real, reference};

/// What only other runtimes than the reference one have: older and newer ones.
const ELSEWHERE: Names = &[
    ("Balances", &["transfer"]),
    (
        "SubtensorModule",
        &[
            "claim_root_with_hotkey",
            "move_stake_limit",
            "pow_register",
            "stake_into_basket",
            "transfer_stake_and_hotkey",
        ],
    ),
];

/// Every name of every table, with the argument that the table reads.
fn rows() -> Vec<(&'static str, &'static str, Option<&'static str>)> {
    let named = [BATCHES, OF_HOTKEYS, MOVES_NOTHING].into_iter().flatten();
    let named = named.flat_map(|(pallet, calls)| calls.iter().map(|call| (*pallet, *call, None)));
    let read = [MOVES, RECEIVERS, PRINCIPALS].into_iter().flatten();
    let read = read.map(|(pallet, call, argument)| (*pallet, *call, Some(*argument)));
    named.chain(read).collect()
}

fn is_elsewhere(pallet: &str, name: &str) -> bool {
    has(ELSEWHERE, &call(pallet, name, &[]))
}

#[test]
fn no_call_is_in_two_tables_of_amounts() {
    let mut names: Vec<_> = [BATCHES, OF_HOTKEYS, MOVES_NOTHING]
        .into_iter()
        .flatten()
        .flat_map(|(pallet, calls)| calls.iter().map(|call| (*pallet, *call)))
        .chain(MOVES.iter().map(|(pallet, call, _)| (*pallet, *call)))
        .collect();
    let length = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), length);
}

#[test]
fn the_reference_runtime_has_every_name() {
    let Some(bytes) = reference() else { return };
    let metadata = Metadata::decode(&bytes).unwrap();
    for (pallet, name, argument) in rows() {
        assert_eq!(
            metadata.has_call(pallet, name),
            !is_elsewhere(pallet, name),
            "{pallet}.{name}"
        );
        let Some(argument) = argument else { continue };
        if is_elsewhere(pallet, name) {
            continue;
        }
        // The codec names an argument that a call does not have before it misses one that it wants.
        let unknown = taolight_codec::encode_call(&metadata, pallet, name, &[(argument, Value::Flag(true))]);
        let message = unknown.unwrap_err().to_string();
        assert!(
            !message.contains(&format!("{pallet}.{name}")),
            "{argument}: {message}"
        );
    }
}

#[test]
fn every_call_of_the_reference_runtime_is_in_a_class() {
    let Some(bytes) = reference() else { return };
    let calls = all_calls(&bytes);
    let mut unknown = Vec::new();
    for (pallet, name) in &calls {
        let plain = call(pallet, name, &[]);
        let is_known = moves(&plain).is_some() || MOVES.iter().any(|row| (row.0, row.1) == (pallet, name));
        if !is_known {
            unknown.push(format!("{pallet}.{name}"));
        }
    }
    eprintln!("nobody can tell how much these move: {}", unknown.join(", "));
    assert!(calls.len() > 250, "{}", calls.len());
    assert!(unknown.len() < calls.len());
    for name in [
        "Balances.transfer_all",
        "SubtensorModule.transfer_stake",
        "Proxy.add_proxy",
    ] {
        assert!(unknown.iter().any(|unknown| unknown == name), "{name}");
    }
}

#[test]
fn amounts_of_the_reference_runtime_are_read() {
    let Some(bytes) = reference() else { return };
    let metadata = Metadata::decode(&bytes).unwrap();
    let amount = |pallet: &str, name: &str, arguments: &[(&str, Value)]| {
        moves(&real(&metadata, pallet, name, arguments))
    };
    let (hotkey, netuid) = (("hotkey", id(1).into()), ("netuid", Value::from(7_u32)));
    let staked = ("amount_staked", Value::from(5_u64));
    assert_eq!(
        amount(
            "SubtensorModule",
            "add_stake",
            &[hotkey.clone(), netuid.clone(), staked.clone()]
        ),
        Some(Rao(5))
    );
    let limit = ("limit_price", Value::from(9_u64));
    let arguments = [
        hotkey.clone(),
        netuid.clone(),
        staked,
        limit.clone(),
        ("allow_partial", Value::Flag(false)),
    ];
    assert_eq!(
        amount("SubtensorModule", "add_stake_limit", &arguments),
        Some(Rao(5))
    );
    assert_eq!(
        amount(
            "SubtensorModule",
            "register_limit",
            &[hotkey.clone(), netuid.clone(), limit]
        ),
        Some(Rao(9))
    );
    assert_eq!(
        amount(
            "SubtensorModule",
            "burned_register",
            &[hotkey.clone(), netuid.clone()]
        ),
        None
    );
    let unstaked = ("amount_unstaked", Value::from(5_u64));
    assert_eq!(
        amount(
            "SubtensorModule",
            "remove_stake",
            &[hotkey.clone(), netuid.clone(), unstaked]
        ),
        Some(Rao::ZERO)
    );
    let arguments = [
        hotkey,
        netuid,
        ("amount", Value::from(6_u64)),
        ("limit", Value::unit("None")),
    ];
    assert_eq!(
        amount("SubtensorModule", "add_stake_burn", &arguments),
        Some(Rao(6))
    );
    let arguments = [
        ("crowdloan_id", Value::from(1_u32)),
        ("amount", Value::from(8_u64)),
    ];
    assert_eq!(amount("Crowdloan", "contribute", &arguments), Some(Rao(8)));
}

#[test]
fn amounts_of_transfers_are_read() {
    let metadata = Metadata::decode(&devnet()).unwrap();
    for name in ["transfer_keep_alive", "transfer_allow_death"] {
        let call = real(
            &metadata,
            "Balances",
            name,
            &[("dest", id(1).into()), ("value", Rao(3).into())],
        );
        assert_eq!((moves(&call), receiver(&call)), (Some(Rao(3)), Some(id(1))));
    }
    let arguments = [("dest", id(2).into()), ("keep_alive", Value::Flag(true))];
    let everything = real(&metadata, "Balances", "transfer_all", &arguments);
    assert_eq!((moves(&everything), receiver(&everything)), (None, Some(id(2))));
}

#[test]
fn what_has_another_shape_is_unknown() {
    let moved = |value| moves(&call("Balances", "burn", &[("value", value)]));
    assert_eq!(moved(rao(1)), Some(Rao(1)));
    assert_eq!(moved(number(1)), Some(Rao(1)));
    for odd in [
        HumanValue::Number("18446744073709551616".to_owned()),
        HumanValue::Number("-1".to_owned()),
        HumanValue::Empty,
        HumanValue::List(vec![rao(1)]),
    ] {
        assert_eq!(moved(odd), None);
    }
    assert_eq!(moves(&call("Balances", "burn", &[("amount", rao(1))])), None);
    assert_eq!(moves(&call("Balance", "burn", &[("value", rao(1))])), None);
    // An address that is no account.
    assert_eq!(
        receiver(&call("Balances", "transfer_all", &[("dest", number(5))])),
        None
    );
}
