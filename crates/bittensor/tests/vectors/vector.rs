//! A vector: a read, the state that it looks at, and what it brings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use taolight_primitives::{BlockRef, Bytes};

use crate::named::Named;

/// The metadata of the runtime that all vectors are of.
pub(crate) const METADATA: &str = "metadata-v15.scale";

/// All vectors of one read.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Vectors {
    /// What whoever opens the file should know.
    pub(crate) about: String,
    pub(crate) vectors: Vec<Vector>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Vector {
    #[serde(flatten)]
    pub(crate) read: Named,
    pub(crate) block: BlockRef,
    pub(crate) state: State,
    pub(crate) answer: Json,
}

/// What a read looked at.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    /// Single values by their keys; none for a key that the state does not have.
    pub(crate) values: BTreeMap<Bytes, Option<Bytes>>,
    /// Everything below a prefix.
    pub(crate) below: BTreeMap<Bytes, Vec<(Bytes, Bytes)>>,
    /// Answers of the runtime, by what was called.
    pub(crate) calls: BTreeMap<String, Bytes>,
}

impl State {
    /// The name of a call: its function and its arguments.
    pub(crate) fn call(method: &str, parameters: &[u8]) -> String {
        format!("{method} {}", Bytes(parameters.to_vec()).to_hex())
    }
}
