//! What the tests of this crate's judgements share: real metadata, and calls by hand.

#![allow(clippy::unwrap_used)]

use std::{env, fs, path::PathBuf};

use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use parity_scale_codec::Decode;
use proptest::prelude::*;
use taolight_codec::{Metadata, Value, describe_call, encode_call};
use taolight_primitives::{AccountId, BlockHash, Rao};
use taolight_protocol::vault::{
    Account, Argument, CallNode, HumanValue, MetadataCheck, Origin, Role, Scheme, ShownCall,
};

use crate::human;

pub(crate) const TAO: u64 = 1_000_000_000;
pub(crate) const PROVEN: MetadataCheck = MetadataCheck::Enabled {
    digest: BlockHash([0; 32]),
};

pub(crate) fn devnet() -> Vec<u8> {
    include_bytes!("../../codec/tests/fixtures/devnet-metadata-v15.scale").to_vec()
}

/// The reference runtime's metadata, if there is a reference folder.
pub(crate) fn reference() -> Option<Vec<u8>> {
    let Some(folder) = env::var_os("TAOLIGHT_REFERENCE_DIR") else {
        eprintln!("skipped: TAOLIGHT_REFERENCE_DIR is not set");
        return None;
    };
    Some(fs::read(PathBuf::from(folder).join("reference/metadata-425-v15.scale")).unwrap())
}

/// The pallet and name of every call that a runtime has.
pub(crate) fn all_calls(metadata: &[u8]) -> Vec<(String, String)> {
    let RuntimeMetadata::V15(metadata) = RuntimeMetadataPrefixed::decode(&mut &*metadata).unwrap().1 else {
        panic!("metadata of version 15");
    };
    let mut calls = Vec::new();
    for pallet in &metadata.pallets {
        let Some(ty) = &pallet.calls else { continue };
        let scale_info::TypeDef::Variant(variants) = &metadata.types.resolve(ty.ty.id).unwrap().type_def
        else {
            panic!("calls are an enum");
        };
        let names = variants.variants.iter().map(|variant| variant.name.clone());
        calls.extend(names.map(|name| (pallet.name.clone(), name)));
    }
    calls
}

/// A call as the vault reads it out of its bytes.
pub(crate) fn real(metadata: &Metadata, pallet: &str, name: &str, arguments: &[(&str, Value)]) -> CallNode {
    read(metadata, &encode_call(metadata, pallet, name, arguments).unwrap())
}

pub(crate) fn read(metadata: &Metadata, bytes: &[u8]) -> CallNode {
    human::call(describe_call(metadata, bytes).unwrap())
}

pub(crate) fn shown(call: CallNode) -> ShownCall {
    ShownCall::Decoded { call }
}

pub(crate) fn raw() -> ShownCall {
    ShownCall::Raw {
        bytes: vec![1, 2, 3].into(),
        why: "the metadata has no such call".to_owned(),
    }
}

pub(crate) fn id(number: u8) -> AccountId {
    AccountId([number; 32])
}

pub(crate) fn own(number: u8, role: Role) -> Account {
    Account {
        address: id(number),
        label: String::new(),
        role,
        scheme: Some(Scheme::Sr25519),
        origin: Origin::Created,
        added_ms: 0,
        backed_up: true,
    }
}

pub(crate) static COLDKEY: Role = Role::Coldkey { hotkeys: Vec::new() };

pub(crate) fn call(pallet: &str, name: &str, arguments: &[(&str, HumanValue)]) -> CallNode {
    let arguments = arguments.iter().map(|(name, value)| Argument {
        name: (*name).to_owned(),
        value: value.clone(),
    });
    CallNode {
        pallet: pallet.to_owned(),
        name: name.to_owned(),
        arguments: arguments.collect(),
    }
}

pub(crate) fn account(number: u8) -> HumanValue {
    HumanValue::Account(id(number))
}

pub(crate) fn rao(amount: u64) -> HumanValue {
    HumanValue::Amount(Rao(amount))
}

pub(crate) fn number(number: u64) -> HumanValue {
    HumanValue::Number(number.to_string())
}

pub(crate) fn transfer(to: u8, amount: u64) -> CallNode {
    let arguments = [("dest", account(to)), ("value", rao(amount))];
    call("Balances", "transfer_keep_alive", &arguments)
}

pub(crate) fn batch(calls: Vec<CallNode>) -> CallNode {
    let calls = calls.into_iter().map(HumanValue::Call).collect();
    call("Utility", "batch_all", &[("calls", HumanValue::List(calls))])
}

/// A call in the name of another account.
pub(crate) fn proxied(real: u8, inner: CallNode) -> CallNode {
    let arguments = [
        ("real", account(real)),
        ("force_proxy_type", HumanValue::Empty),
        ("call", HumanValue::Call(inner)),
    ];
    call("Proxy", "proxy", &arguments)
}

/// Calls of every kind, with others in them.
pub(crate) fn any_call() -> impl Strategy<Value = CallNode> {
    let amount = prop_oneof![0..10_u64, any::<u64>()];
    let plain = (0..11_u8, 0..4_u8, amount, 0..4_u64).prop_map(|(kind, to, amount, netuid)| match kind {
        0 => transfer(to, amount),
        1 => call(
            "Balances",
            "transfer_allow_death",
            &[("dest", account(to)), ("value", rao(amount))],
        ),
        2 => call("Balances", "transfer_all", &[("dest", account(to))]),
        3 => call(
            "SubtensorModule",
            "add_stake",
            &[("netuid", number(netuid)), ("amount_staked", rao(amount))],
        ),
        4 => call("SubtensorModule", "set_weights", &[("netuid", number(netuid))]),
        5 => call("SubtensorModule", "swap_hotkey", &[("netuid", HumanValue::Empty)]),
        6 => call(
            "SubtensorModule",
            "swap_coldkey_announced",
            &[("new_coldkey", account(to))],
        ),
        7 => call("SubtensorModule", "dispute_coldkey_swap", &[]),
        8 => call(
            "Proxy",
            "add_proxy",
            &[
                ("delegate", account(to)),
                ("proxy_type", HumanValue::Text("Any".to_owned())),
            ],
        ),
        9 => call("Unheard", "of", &[("value", rao(amount))]),
        _ => call("System", "remark", &[]),
    });
    plain.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(batch),
            (0..4_u8, inner).prop_map(|(real, inner)| proxied(real, inner)),
        ]
    })
}
