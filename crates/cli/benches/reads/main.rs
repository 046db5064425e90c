//! What reads cost: time, round trips and bytes, on a development network with 128 subnets.
//!
//! Nothing is assumed. Between the light client and its peers lie links of ours, which count the bytes that peers send and
//! can be made long. A read's round trips are how much longer it takes on a long link, measured by how much longer one
//! proven storage value does. Bytes are what peers sent meanwhile: proofs, and whatever little gossip came in between.
//!
//! `TAOLIGHT_DEVNET_DIR` names the directory with the network files. Prints the figures as JSON.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_arithmetic)]

mod cost;
mod figure;
mod link;
mod reads;
mod start;

use std::{env, fs, path::PathBuf};

use futures::executor::LocalPool;
use serde_json::json;

use crate::link::Links;

fn main() {
    let Some(directory) = env::var_os("TAOLIGHT_DEVNET_DIR").map(PathBuf::from) else {
        eprintln!("TAOLIGHT_DEVNET_DIR names no devnet");
        return;
    };
    let runs = env::var("TAOLIGHT_BENCH_RUNS").map_or(20, |runs| runs.parse().unwrap());
    let (network, links) = Links::before(&fs::read_to_string(directory.join("network.json")).unwrap());
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    let figures = pool.run_until(async {
        let mut figures = start::measure(&network, &spawner, runs).await;
        figures.extend(cost::measure(&network, &links, &spawner, runs).await);
        figures
    });
    println!("{:#}", json!({ "name": "reads", "figures": figures }));
}
