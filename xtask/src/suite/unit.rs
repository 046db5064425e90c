//! Everything that needs neither a browser nor a network.

use anyhow::Result;

use super::{Suite, cargo_test};
use crate::{install, report::Tally, workspace};

pub const SUITE: Suite = Suite {
    name: "unit",
    about: "native tests of every crate",
    needs: Vec::new,
    run,
};

fn run() -> Result<Tally> {
    let mut cargo = workspace::cargo("test")?;
    cargo.args([
        "--workspace",
        "--no-fail-fast",
        "--features",
        "taolight-protocol/ts",
    ]);
    for package in workspace::packages()?
        .iter()
        .filter(|package| package.only_browser())
    {
        cargo.args(["--exclude", &package.name]);
    }
    let mut tally = cargo_test(&mut cargo)?;
    let mut ours = install::command("cargo");
    tally += cargo_test(ours.args([
        "test",
        "--quiet",
        "--locked",
        "--manifest-path",
        "xtask/Cargo.toml",
    ]))?;
    Ok(tally)
}
