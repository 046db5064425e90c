//! Storage, events, runtime APIs and the metadata's digest, as a real runtime had them.

#![allow(clippy::unwrap_used)]

mod common;

use common::{array, bytes, number};
use taolight_codec::{
    DispatchError, account_key, decode_account, decode_dispatch_info, events_key, extrinsic_events,
    metadata_digest, unwrap_metadata,
};
use taolight_codec::{Metadata, TokenInfo, Value};
use taolight_primitives::{AccountId, Rao};

#[test]
fn digest() {
    let Some(raw) = common::reference_metadata() else {
        return;
    };
    let metadata = Metadata::decode(&raw).unwrap();
    let runtime = metadata.runtime();
    assert_eq!(
        (runtime.spec_name.as_str(), runtime.spec_version),
        ("node-subtensor", 425)
    );
    assert_eq!(runtime.transaction_version, 1);
    let token = TokenInfo {
        ss58: 42,
        decimals: 9,
        symbol: "TAO".to_owned(),
    };
    let digest = metadata_digest(&raw, runtime, &token).unwrap();
    assert_eq!(
        hex::encode(digest),
        "3f225dbec9b786de4caf4a44b2e10ab4901bccc256e1b6ea080e4bc23afac721"
    );
    assert_eq!(metadata.existential_deposit(), Ok(Rao(500)));
    assert!(metadata.block_hash_count().unwrap() > 256);
    assert!(unwrap_metadata(&[0]).is_err());
}

#[test]
fn storage() {
    let Some((metadata, file)) = common::recording("storage.json") else {
        return;
    };
    let mut accounts = 0;
    for item in file["items"].as_array().unwrap() {
        let name = item["item"].as_str().unwrap();
        let (pallet, entry_name) = name.split_once('.').unwrap();
        let entry = metadata.storage(pallet, entry_name).unwrap();
        let arguments = item["args"].as_array().unwrap();
        let keys: Vec<_> = arguments
            .iter()
            .map(|argument| Value::Encoded(bytes(&argument["arg_scale"])))
            .collect();
        let key = bytes(&item["key"]);
        assert_eq!(entry.prefix(), bytes(&item["prefix"]), "{name}");
        assert_eq!(entry.key(&keys).unwrap(), key, "{name}");
        let value = item["value"].is_string().then(|| bytes(&item["value"]));
        let decoded = entry.decode(value.as_deref()).unwrap();
        assert_eq!(decoded.is_none(), item["decoded"].is_null(), "{name}");
        if name == "System.Account" {
            let account = AccountId(array(&arguments[0]["arg_scale"]));
            assert_eq!(account_key(&metadata, &account).unwrap(), key);
            let (info, want) = (
                decode_account(&metadata, value.as_deref()).unwrap(),
                &item["decoded"],
            );
            assert_eq!(u64::from(info.nonce), number(&want["nonce"]));
            assert_eq!(info.free.0, number(&want["data"]["free"]));
            assert_eq!(info.reserved.0, number(&want["data"]["reserved"]));
            assert_eq!(info.frozen.0, number(&want["data"]["frozen"]));
            accounts += 1;
        }
    }
    assert!(accounts > 1);
}

#[test]
fn keys_of_maps() {
    let Some((metadata, file)) = common::recording("storage.json") else {
        return;
    };
    let mut found = 0;
    for map in file["maps"].as_array().unwrap() {
        let name = map["item"].as_str().unwrap();
        let (pallet, entry_name) = name.split_once('.').unwrap();
        let entry = metadata.storage(pallet, entry_name).unwrap();
        for item in map["entries"].as_array().unwrap() {
            let key = bytes(&item["key"]);
            let keys = entry.decode_key(&key).unwrap();
            assert_eq!(keys.len(), item["key_args"].as_array().unwrap().len(), "{name}");
            assert_eq!(entry.key(&keys).unwrap(), key, "{name}");
            let first = entry.prefix_of(&keys[..1]).unwrap();
            assert!(key.starts_with(&first) && first.len() > entry.prefix().len());
            found += 1;
        }
    }
    assert!(found > 50, "{found} keys");
}

#[test]
fn events() {
    let (Some((metadata, storage)), Some((_, extrinsics))) = (
        common::recording("storage.json"),
        common::recording("extrinsics.json"),
    ) else {
        return;
    };
    let (mut succeeded, mut failed) = (0, 0);
    for block in storage["events_of_blocks"].as_array().unwrap() {
        let events = bytes(&block["events_hex"]);
        assert_eq!(events_key(&metadata).unwrap(), bytes(&block["events_key"]));
        let after_last = u32::try_from(block["extrinsics"].as_array().unwrap().len()).unwrap();
        assert_eq!(extrinsic_events(&metadata, &events, after_last), Ok(Vec::new()));
        for recorded in extrinsics["extrinsics"].as_array().unwrap() {
            let inclusion = &recorded["inclusion"];
            if !inclusion.is_object() || number(&inclusion["block_number"]) != number(&block["block_number"])
            {
                continue;
            }
            let id = recorded["id"].as_str().unwrap();
            let index = number(&inclusion["extrinsic_index"]).try_into().unwrap();
            let of_extrinsic = extrinsic_events(&metadata, &events, index).unwrap();
            let last = of_extrinsic.last().unwrap();
            assert_eq!(last.pallet, "System");
            if recorded["success"].as_bool().unwrap() {
                assert_eq!(last.name, "ExtrinsicSuccess", "{id}");
                succeeded += 1;
                continue;
            }
            assert_eq!(last.name, "ExtrinsicFailed", "{id}");
            let error = last.content.field("dispatch_error").unwrap();
            let error = DispatchError::read(&metadata, error).unwrap();
            let said = &recorded["dispatch_errors"][0];
            let (pallet, name) = (said["pallet"].as_str().unwrap(), said["name"].as_str().unwrap());
            assert_eq!(error.name, format!("{pallet}.{name}"), "{id}");
            failed += 1;
        }
    }
    assert!(
        succeeded > 0 && failed > 0,
        "{succeeded} succeeded, {failed} failed"
    );
}

#[test]
fn runtime_apis() {
    let Some((metadata, file)) = common::recording("runtime-apis.json") else {
        return;
    };
    for call in file["calls"].as_array().unwrap() {
        let name = call["method"].as_str().unwrap();
        let (api, method) = name.split_once('_').unwrap();
        let output = bytes(&call["output_hex"]);
        let answer = metadata.api(api, method).unwrap().decode(&output);
        assert!(answer.is_ok(), "{name}: {answer:?}");
        if name == "TransactionPaymentApi_query_info" {
            let info = decode_dispatch_info(&metadata, &output).unwrap();
            assert_eq!(info.fee.0, number(&call["decoded"]["partial_fee"]));
        }
    }
}
