//! What the tests of reads share: views of one block that answer from the recordings of a real runtime, or with anything.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

pub mod hostile;
pub mod json;
pub mod newer;
pub mod recorded;

use std::{fs, path::PathBuf};

use serde_json::Value as Json;
use taolight_codec::Metadata;

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

/// The bytes of the metadata by which the recordings were made.
pub fn reference_metadata() -> Option<Vec<u8>> {
    reference("reference/metadata-425-v15.scale")
}

/// The same, decoded.
pub fn metadata() -> Option<Metadata> {
    Some(Metadata::decode(&reference_metadata()?).unwrap())
}

/// A JSON file of the recordings.
pub fn recording(name: &str) -> Option<Json> {
    Some(serde_json::from_slice(&reference(&format!("recordings/{name}"))?).unwrap())
}
