//! What asking miners costs: against a bare HTTP client, and against the dendrite of the SDK 10.5.0, all on the same server
//! in the same run. The server echoes and checks every signature.
//!
//! `TAOLIGHT_MINER_PYTHON` names a Python that has the SDK. Prints the figures as JSON.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_arithmetic)]

#[path = "../reads/figure.rs"]
mod figure;
mod ours;
mod python;
mod server;

use std::env;

use futures::executor::LocalPool;
use serde_json::json;

use crate::{
    figure::{Figures, figure, median},
    ours::Asker,
};

/// Requests that are out at the same time.
const AT_ONCE: usize = 64;
/// Runs of each side, taken in turns.
const ROUNDS: usize = 5;
/// Requests of a run: ours, and the slower side's.
const OURS: usize = 4096;
const PYTHONS: usize = 512;
/// Single requests, with and without everything around the bare client.
const SINGLES: usize = 400;

fn main() {
    let Some(python) = env::var_os("TAOLIGHT_MINER_PYTHON") else {
        eprintln!("TAOLIGHT_MINER_PYTHON names no Python");
        return;
    };
    let server = server::start();
    let mut pool = LocalPool::new();
    let asker = Asker::new(server, pool.spawner());
    let mut python = python::Dendrite::start(&python, server);
    let mut figures = Figures::new();

    let (asked, bare) = pool.run_until(asker.singles(SINGLES));
    let overhead: Vec<_> = asked
        .iter()
        .zip(&bare)
        .map(|(asked, bare)| asked - bare)
        .collect();
    figures.insert("ask_ms".to_owned(), figure("ms", &asked));
    figures.insert("bare_ms".to_owned(), figure("ms", &bare));
    figures.insert("overhead_ms".to_owned(), figure("ms", &overhead));

    // Once without counting, so that neither side is measured while it warms up.
    pool.run_until(asker.per_second(AT_ONCE * 4, AT_ONCE));
    python.per_second(AT_ONCE, AT_ONCE);
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let one = pool.run_until(asker.per_second(OURS, AT_ONCE));
        let other = python.per_second(PYTHONS, AT_ONCE);
        ratios.push(one / other);
        ours.push(one);
        theirs.push(other);
    }
    eprintln!(
        "{:.1} times as many requests as the SDK's dendrite",
        median(&ratios)
    );
    figures.insert("throughput_per_s".to_owned(), figure("1/s", &ours));
    figures.insert("throughput_python_per_s".to_owned(), figure("1/s", &theirs));
    figures.insert("throughput_ratio_python".to_owned(), figure("×", &ratios));
    println!("{:#}", json!({ "name": "miners", "figures": figures }));
}
