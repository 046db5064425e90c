//! Keeps what the engine answers as vectors, where `TAOLIGHT_VECTORS` names a folder: each answer with the state that it
//! is computed from, at the same block. The test that asked compares the answer with the node's own word; only a run in
//! which all tests pass leaves vectors that are worth anything.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    sync::{LazyLock, Mutex, PoisonError},
};

use futures::executor::block_on;
use serde::Serialize;
use serde_json::{Value as Json, json};
use taolight_primitives::BlockRef;
use taolight_protocol::Method;

use crate::{
    named::Named,
    node::metadata,
    recording::Recording,
    vector::{METADATA, Vector, Vectors},
};

/// What is said of reads whose answers do not come from the node.
const OURS: [(&str, &str); 3] = [
    (
        "read.locks",
        "What is locked now, and its conviction, are computed here from what is stored, within 4 rao of what the runtime says.",
    ),
    (
        "read.rootClaims",
        "No runtime API tells what can be claimed: a test computes it from the node's storage in its own way.",
    ),
    (
        "quote",
        "The runtime simulated the trades without their limits: what the limits lead to is computed here.",
    ),
];

/// What is said of the others.
const THEIRS: &str =
    "The answers were compared with what a node says of the same block, decoded by another library.";

static FOLDER: LazyLock<Option<PathBuf>> =
    LazyLock::new(|| env::var_os("TAOLIGHT_VECTORS").map(PathBuf::from));

/// Vectors by read, then by parameters.
type Kept = BTreeMap<&'static str, BTreeMap<String, Vector>>;

static KEPT: Mutex<Kept> = Mutex::new(BTreeMap::new());

/// What was asked, for as long as it takes to answer.
pub(crate) struct Asked(Option<Json>);

impl Asked {
    pub(crate) fn new(method: &impl Method) -> Self {
        Self(FOLDER.as_ref().map(|_| json(method)))
    }

    /// Keeps the answer.
    pub(crate) fn answered<M: Method>(self, reply: &M::Reply) {
        let (Some(folder), Some(of)) = (FOLDER.as_ref(), self.0) else {
            return;
        };
        let reply = json(reply);
        let block: BlockRef = serde_json::from_value(reply["block"].clone()).unwrap();
        let parameters = of.to_string();
        let read: Named = serde_json::from_value(json!({ "read": M::NAME, "of": of })).unwrap();
        let recording = Recording::at(block);
        let answer = block_on(read.answer(&recording)).unwrap();
        // Over any view that tells the truth a read brings the same.
        assert_eq!(answer, reply["value"], "{read:?}");
        let vector = Vector {
            read,
            block,
            state: recording.state(),
            answer,
        };
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        let of_read = kept.entry(M::NAME).or_default();
        of_read.insert(parameters, vector);
        write(folder, M::NAME, of_read);
    }
}

fn json(value: &impl Serialize) -> Json {
    serde_json::to_value(value).unwrap()
}

fn write(folder: &Path, name: &str, vectors: &BTreeMap<String, Vector>) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(METADATA), metadata()).unwrap();
    let about = OURS.iter().find(|(ours, _)| *ours == name);
    let about = about.map_or(THEIRS, |(_, about)| about);
    let lines: Vec<_> = vectors.values().map(|vector| json(vector).to_string()).collect();
    let text = format!(
        "{{\"about\":{},\"vectors\":[\n{}\n]}}\n",
        json!(about),
        lines.join(",\n")
    );
    // It has to be what it is read back as.
    let _: Vectors = serde_json::from_str(&text).unwrap();
    fs::write(folder.join(format!("{name}.json")), text).unwrap();
}
