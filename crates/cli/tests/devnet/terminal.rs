//! The terminal itself: what it prints is what a node says of the same block.

use std::process::Command;

use serde_json::{Value, json};
use taolight_primitives::{AccountId, BlockRef};

use crate::{balances::balance, engine::directory, node::Node};

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

/// What the terminal prints for programs; none without a network.
fn taolight(arguments: &[&str]) -> Option<Value> {
    let directory = directory()?;
    let output = Command::new(env!("CARGO_BIN_EXE_taolight"))
        .arg("--json")
        .arg("--network")
        .arg(directory.join("network.json"))
        .arg("--state")
        .arg(directory.join(arguments.join("-")))
        .args(arguments)
        .output()
        .unwrap();
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {problem}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn a_balance_is_printed_with_its_block() {
    // Once from nothing, once with what the first run saved.
    for _ in 0..2 {
        let Some(printed) = taolight(&["balance", ALICE]) else {
            return;
        };
        assert_eq!(printed["level"], "finalized");
        let block: BlockRef = serde_json::from_value(printed["block"].clone()).unwrap();
        let expected = balance(&Node::at(block), AccountId::from_ss58(ALICE).unwrap());
        assert_eq!(printed["value"], json!(expected));
    }
}
