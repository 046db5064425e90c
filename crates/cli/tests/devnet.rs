//! The terminal against a running development network: what it prints is what a node says of the same block.
//!
//! `TAOLIGHT_DEVNET_DIR` names the directory with the network files, `TAOLIGHT_DEVNET_RPC` a node's RPC. Without them the
//! tests say that they are skipped.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../light/tests/common/mod.rs"]
mod common;

use std::{env, path::PathBuf, process::Command};

use common::node_rpc;
use serde_json::{Value, json};
use taolight_codec::{Metadata, account_key, decode_account, unwrap_metadata};
use taolight_primitives::{AccountId, Bytes};

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const NOBODY: &str = "5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM";

/// What the terminal prints for programs; none without a network.
fn taolight(arguments: &[&str]) -> Option<Value> {
    let Some(directory) = env::var_os("TAOLIGHT_DEVNET_DIR") else {
        println!("skipped: TAOLIGHT_DEVNET_DIR names no devnet");
        return None;
    };
    let directory = PathBuf::from(directory);
    let output = Command::new(env!("CARGO_BIN_EXE_taolight"))
        .arg("--json")
        .arg("--network")
        .arg(directory.join("network.json"))
        .arg("--state")
        .arg(directory.join(arguments.join("-")))
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// The metadata of the node's runtime.
fn metadata() -> Metadata {
    let answer = node_rpc(
        "state_call",
        json!(["Metadata_metadata_at_version", "0x0f000000"]),
    )
    .unwrap();
    let answer = Bytes::from_hex(answer.as_str().unwrap()).unwrap();
    Metadata::decode(&unwrap_metadata(&answer.0).unwrap()).unwrap()
}

/// A storage value as the node has it at a block.
fn stored(key: Vec<u8>, block: &Value) -> Option<Vec<u8>> {
    let value = node_rpc("state_getStorage", json!([Bytes(key), block])).unwrap();
    value.as_str().map(|hex| Bytes::from_hex(hex).unwrap().0)
}

#[test]
fn a_balance_is_the_nodes() {
    for address in [ALICE, NOBODY] {
        let Some(printed) = taolight(&["balance", address]) else {
            return;
        };
        assert_eq!(printed["level"], "finalized");
        let metadata = metadata();
        let account = AccountId::from_ss58(address).unwrap();
        let value = stored(
            account_key(&metadata, &account).unwrap(),
            &printed["block"]["hash"],
        );
        let expected = decode_account(&metadata, value.as_deref()).unwrap();
        let printed = &printed["value"];
        assert_eq!(printed["free"], json!(expected.free));
        assert_eq!(printed["reserved"], json!(expected.reserved));
        assert_eq!(printed["frozen"], json!(expected.frozen));
    }
}

#[test]
fn who_has_no_proxies_has_no_deposit() {
    let Some(printed) = taolight(&["proxies", ALICE]) else {
        return;
    };
    assert_eq!(printed["value"]["proxies"], json!([]));
    assert_eq!(printed["value"]["deposit"], "0");
}
