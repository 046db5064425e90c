//! Native tests of the local network's runtime, and against a running local network.

use anyhow::Result;

use super::{Suite, cargo_test, exists};
use crate::{
    devnet::{self, Devnet},
    install::Need,
    report::Tally,
    temporary::Temporary,
    workspace,
};

pub const SUITE: Suite = Suite {
    name: "devnet",
    about: "the local network's runtime, and the light client on it",
    needs,
    run,
};

/// The crates that may have such tests, in `tests/devnet.rs`.
const CRATES: [&str; 3] = ["light", "engine", "cli"];

fn needs() -> Vec<Need> {
    devnet::NEEDS.to_vec()
}

fn run() -> Result<Tally> {
    let folder = Temporary::new("test")?;
    // First the node, with which most of what the tests are made of is built.
    devnet::binary()?;
    let mut tally = devnet::test_runtime(cargo_test)?;
    let mut network = Devnet::start()?;
    network.export(folder.path())?;
    let mut cargo = workspace::cargo("test")?;
    cargo.args(["--test", "devnet", "--no-fail-fast"]);
    for name in CRATES
        .iter()
        .filter(|name| exists(format!("crates/{name}/tests/devnet.rs")))
    {
        cargo.args(["--package", &format!("taolight-{name}")]);
    }
    cargo
        .env("TAOLIGHT_DEVNET_DIR", folder.path())
        .env("TAOLIGHT_DEVNET_RPC", network.rpc());
    // Without a network these tests have nothing to do, so they may be marked as ignored.
    tally += cargo_test(cargo.args(["--", "--include-ignored"]))?;
    Ok(tally)
}
