//! Read proofs of a real chain: every key has the value that the proof is of, under the header's state root.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{env, fs, path::PathBuf};

use parity_scale_codec::Encode;
use serde_json::Value;
use smoldot::{
    header,
    trie::proof_decode::{Config, decode_and_verify_proof},
};

/// Names the folder of recordings. The test passes without it, and says so.
const REFERENCE: &str = "TAOLIGHT_REFERENCE_DIR";

fn bytes(json: &Value) -> Vec<u8> {
    let text = json.as_str().expect("a text");
    hex::decode(text.strip_prefix("0x").expect("a 0x")).unwrap()
}

#[test]
fn proofs_hold_what_they_are_of() {
    let Some(folder) = env::var_os(REFERENCE) else {
        eprintln!("skipped: {REFERENCE} is not set");
        return;
    };
    let file = fs::read(PathBuf::from(folder).join("recordings/proofs.json")).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let mut values = 0;
    for case in file["cases"].as_array().unwrap() {
        let encoded = bytes(&case["block"]["header_scale_hex"]);
        let header = header::decode(&encoded, 4).unwrap();
        assert_eq!(header.hash(4).to_vec(), bytes(&case["block"]["hash"]));
        for proof in case["read_proofs"].as_array().unwrap() {
            let what = &proof["what"];
            let root: [u8; 32] = bytes(&proof["state_root"]).try_into().unwrap();
            assert_eq!(header.state_root, &root, "{what}");
            let nodes: Vec<_> = proof["proof_nodes"]
                .as_array()
                .unwrap()
                .iter()
                .map(bytes)
                .collect();
            let decoded = decode_and_verify_proof(Config {
                proof: nodes.encode(),
            })
            .unwrap();
            for entry in proof["entries"].as_array().unwrap() {
                let proven = decoded.storage_value(&root, &bytes(&entry["key"])).unwrap();
                let value = entry["value"].is_string().then(|| bytes(&entry["value"]));
                assert_eq!(proven.map(|(value, _)| value.to_vec()), value, "{what}");
                values += 1;
            }
        }
    }
    assert!(values > 10);
}
