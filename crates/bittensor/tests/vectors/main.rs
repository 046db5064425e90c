//! Every read over state of a development network that is kept in `tests/vectors/reads`: what it brings is what was kept
//! beside it. `cargo xtask vectors` makes them anew; there, each answer is also compared with the node's own word.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod named;
mod replay;
mod vector;

use std::{collections::BTreeSet, fs, path::Path};

use futures::executor::block_on;
use taolight_codec::Metadata;

use crate::{
    replay::Replay,
    vector::{METADATA, Vectors},
};

/// The names of the reads that have vectors.
const READS: [&str; 23] = [
    "quote",
    "read.autoStake",
    "read.chainRules",
    "read.coldkeySwap",
    "read.contributions",
    "read.crowdloans",
    "read.hotkey",
    "read.lastEpoch",
    "read.locks",
    "read.metagraph",
    "read.multisig",
    "read.neurons",
    "read.ownHotkeys",
    "read.portfolio",
    "read.proxies",
    "read.rootClaims",
    "read.shareSamples",
    "read.subnet",
    "read.subnetCost",
    "read.subnetToPrune",
    "read.subnets",
    "read.supply",
    "read.validators",
];

fn folder() -> &'static Path {
    Path::new("../../tests/vectors/reads")
}

#[test]
fn every_read_brings_what_it_brought() {
    let metadata = Metadata::decode(&fs::read(folder().join(METADATA)).unwrap()).unwrap();
    for name in READS {
        let text = fs::read(folder().join(format!("{name}.json"))).unwrap();
        let file: Vectors = serde_json::from_slice(&text).unwrap();
        assert!(!file.vectors.is_empty(), "{name}");
        for vector in &file.vectors {
            let view = Replay {
                metadata: &metadata,
                block: vector.block,
                state: &vector.state,
            };
            let answer = block_on(vector.read.answer(&view)).unwrap();
            assert_eq!(answer, vector.answer, "{:?}", vector.read);
        }
    }
}

#[test]
fn every_read_has_vectors() {
    let files = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name());
    let files: BTreeSet<_> = files.filter_map(|name| name.into_string().ok()).collect();
    let wanted = READS.iter().map(|name| format!("{name}.json"));
    let wanted: BTreeSet<_> = wanted.chain([METADATA.to_owned()]).collect();
    assert_eq!(files, wanted);
}
