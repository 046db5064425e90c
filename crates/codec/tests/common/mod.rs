//! What the tests share: the recordings of a real runtime, where they are at hand, and the checked-in metadata.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

use std::{fs, path::PathBuf};

use serde_json::Value as Json;
use taolight_codec::{Metadata, encode_call};
use taolight_primitives::{AccountId, BlockHash, Rao};

/// Names the folder of recordings. Tests that need them pass without it, and say so.
const REFERENCE: &str = "TAOLIGHT_REFERENCE_DIR";

/// A file of the recordings.
pub fn reference(path: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os(REFERENCE) else {
        eprintln!("skipped: {REFERENCE} is not set");
        return None;
    };
    Some(fs::read(PathBuf::from(folder).join(path)).expect("the reference folder has the file"))
}

/// A JSON file of the recordings, with the metadata by which they were made.
pub fn recording(name: &str) -> Option<(Metadata, Json)> {
    let metadata = Metadata::decode(&reference_metadata()?).unwrap();
    let json = serde_json::from_slice(&reference(&format!("recordings/{name}"))?).unwrap();
    Some((metadata, json))
}

pub fn reference_metadata() -> Option<Vec<u8>> {
    reference("reference/metadata-425-v15.scale")
}

pub fn bytes(json: &Json) -> Vec<u8> {
    let text = json.as_str().expect("a text");
    hex::decode(text.strip_prefix("0x").expect("a 0x")).unwrap()
}

pub fn array<const N: usize>(json: &Json) -> [u8; N] {
    bytes(json).try_into().unwrap()
}

pub fn block_hash(json: &Json) -> BlockHash {
    BlockHash(array(json))
}

pub fn number(json: &Json) -> u64 {
    match json {
        Json::String(text) => text.parse().unwrap(),
        other => other.as_u64().expect("a number"),
    }
}

/// The devnet's metadata in version 15, which is checked in.
pub fn fixture() -> Vec<u8> {
    include_bytes!("../fixtures/devnet-metadata-v15.scale").to_vec()
}

/// The same runtime's metadata in version 16.
pub fn fixture_16() -> Vec<u8> {
    include_bytes!("../fixtures/devnet-metadata-v16.scale").to_vec()
}

/// A call that sends TAO and keeps the sender's account alive.
pub fn transfer(metadata: &Metadata, destination: AccountId, amount: Rao) -> Vec<u8> {
    let arguments = [("dest", destination.into()), ("value", amount.into())];
    encode_call(metadata, "Balances", "transfer_keep_alive", &arguments).unwrap()
}
