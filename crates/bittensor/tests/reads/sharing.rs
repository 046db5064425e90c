//! Reads that share a round trip.

use taolight_bittensor::reads::{self, Batch};
use taolight_codec::Value;
use taolight_primitives::ErrorCode;

use crate::{
    ALICE,
    common::{
        json::{account, address, list, text},
        recorded::Recorded,
        recording,
    },
    now,
};

#[test]
fn several_reads_take_one_proof() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let alice = address(ALICE);
    let mut batch = Batch::new(&view.metadata);
    let balances = reads::ask_balances(&mut batch, &[alice, alice]).unwrap();
    let proxies = reads::ask_proxies(&mut batch, &alice).unwrap();
    let swap = reads::ask_coldkey_swap(&mut batch, &alice).unwrap();
    let netuids = reads::ask_netuids(&mut batch).unwrap();
    let answers = now(batch.fetch(&view)).unwrap();
    assert_eq!(*view.round_trips.borrow(), ["values", "below"]);
    let balances = balances(&answers).unwrap();
    assert_eq!(balances[0], balances[1]);
    assert_eq!(balances[0], now(reads::balance(&view, &alice)).unwrap().value);
    assert_eq!(
        proxies(&answers).unwrap(),
        now(reads::proxies(&view, &alice)).unwrap().value
    );
    assert_eq!(
        swap(&answers).unwrap(),
        now(reads::coldkey_swap(&view, &alice)).unwrap().value
    );
    assert_eq!(netuids(&answers).unwrap().len(), 5);
}

#[test]
fn what_is_wrong_is_said_before_anything_is_fetched() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let mut batch = Batch::new(&view.metadata);
    let missing = batch.item("SubtensorModule", "Nothing", &[]).unwrap_err();
    assert_eq!(missing.code(), ErrorCode::NotInRuntime);
    assert!(
        batch
            .item_if_any("SubtensorModule", "Nothing", &[])
            .unwrap()
            .is_none()
    );
    assert!(batch.item("System", "Account", &[Value::Flag(true)]).is_err());
    assert!(batch.items("System", "Account", &[Value::Flag(true)]).is_err());
    assert!(
        batch
            .call("StakeInfoRuntimeApi", "get_coldkey_lock", &[])
            .is_err()
    );
    now(batch.fetch(&view)).unwrap();
    assert!(view.round_trips.borrow().is_empty());
}

#[test]
fn identities() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let mut maps = list(&storage["maps"]).iter();
    let map = maps
        .find(|map| map["item"] == "SubtensorModule.IdentitiesV2")
        .unwrap();
    let entries = list(&map["entries"]);
    let coldkeys: Vec<_> = entries
        .iter()
        .map(|entry| account(&entry["key_args"][0]))
        .collect();
    let got = now(reads::read(&view, |batch| {
        reads::ask_identities(batch, &coldkeys)
    }))
    .unwrap()
    .value;
    for (got, want) in got.iter().zip(entries) {
        let (got, want) = (got.as_ref().unwrap(), &want["decoded"]);
        assert_eq!(got.name.text, text(&want["name"]));
        assert_eq!(got.description.text, text(&want["description"]).trim());
        assert!(!got.name.cleaned && !got.name.mixed);
    }
    assert_eq!(got.len(), 4);
}
