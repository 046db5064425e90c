//! Form, licences and the rules between crates.

use std::process::Command;

use anyhow::Result;

use super::{Suite, exists};
use crate::{
    arrows,
    install::{self, CARGO_DENY, Need},
    process,
    report::Tally,
    workspace::{self, Package},
};

pub const SUITE: Suite = Suite {
    name: "lint",
    about: "form, licences, and which crate may use which",
    needs,
    run,
};

const TARGET: &str = "wasm32-unknown-unknown";
/// The workspaces beside the main one. The node is only checked for its form: linting it takes half an hour.
const XTASK: &str = "xtask/Cargo.toml";
const DEVNET: &str = "tests/devnet/Cargo.toml";

fn needs() -> Vec<Need> {
    vec![Need::Target(TARGET), Need::Tool(&CARGO_DENY)]
}

fn run() -> Result<Tally> {
    let mut tally = Tally::default();
    // First, because any other command would bring it up to date.
    tally.check("the lock file is up to date", locked());
    let packages = workspace::packages()?;
    tally.check("rustfmt", process::run(workspace::cargo("fmt")?.arg("--check")));
    for (name, manifest) in [("xtask", XTASK), ("devnet", DEVNET)] {
        if exists(manifest) {
            tally.check(
                &format!("rustfmt {name}"),
                process::run(other("fmt", manifest).args(["--all", "--check"])),
            );
        }
    }

    tally.check(
        "clippy",
        clippy(
            &packages,
            |package| !package.only_browser(),
            &["--features", "taolight-protocol/ts"],
        ),
    );
    tally.check(
        "clippy in the browser",
        clippy(
            &packages,
            Package::also_browser,
            &["--target", TARGET, "--features", "taolight-browser/crypto"],
        ),
    );
    tally.check(
        "clippy xtask",
        process::run(other("clippy", XTASK).args(["--all-targets", "--", "-Dwarnings"])),
    );

    for what in ["licenses", "bans", "sources"] {
        tally.check(&format!("cargo deny {what}"), deny(what));
    }
    tally += arrows::check()?;
    Ok(tally)
}

fn locked() -> Result<()> {
    process::capture(workspace::cargo("metadata")?.args(["--locked", "--format-version=1"])).map(drop)
}

fn clippy(packages: &[Package], wanted: fn(&Package) -> bool, arguments: &[&str]) -> Result<()> {
    let mut cargo = workspace::cargo("clippy")?;
    cargo.args(["--all-targets", "--workspace"]).args(arguments);
    for package in packages.iter().filter(|package| !wanted(package)) {
        cargo.args(["--exclude", &package.name]);
    }
    process::run(cargo.args(["--", "-Dwarnings"]))
}

fn deny(what: &str) -> Result<()> {
    let mut cargo = workspace::cargo("deny")?;
    process::run(cargo.args([
        "--log-level=warn",
        "--workspace",
        "--locked",
        "check",
        "--hide-inclusion-graph",
        what,
    ]))
}

/// A cargo command on another workspace than the main one.
fn other(command: &str, manifest: &str) -> Command {
    let mut cargo = install::command("cargo");
    cargo.args([command, "--manifest-path", manifest]);
    cargo
}
