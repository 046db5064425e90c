//! Form, licences and the rules between crates.

use std::{env, process::Command};

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
const FUZZ: &str = "tests/fuzz/Cargo.toml";

fn needs() -> Vec<Need> {
    vec![Need::Target(TARGET), Need::Tool(&CARGO_DENY)]
}

fn run() -> Result<Tally> {
    let mut tally = Tally::default();
    // First, because any other command would bring it up to date.
    tally.check(
        "the lock file is up to date",
        locked(workspace::cargo("metadata")?),
    );
    tally.check(
        "the lock file of fuzz is up to date",
        locked(other("metadata", FUZZ)),
    );
    let packages = workspace::packages()?;
    tally.check("rustfmt", process::run(workspace::cargo("fmt")?.arg("--check")));
    for (name, manifest) in [("xtask", XTASK), ("devnet", DEVNET), ("fuzz", FUZZ)] {
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

    tally.check("clippy fuzz", clippy_fuzz());

    for what in ["licenses", "bans", "sources"] {
        tally.check(
            &format!("cargo deny {what}"),
            deny(workspace::cargo("deny")?, what),
        );
        tally.check(
            &format!("cargo deny {what} of fuzz"),
            deny(other("deny", FUZZ), what),
        );
    }
    tally += arrows::check()?;
    Ok(tally)
}

fn locked(mut metadata: Command) -> Result<()> {
    process::capture(metadata.args(["--locked", "--format-version=1"])).map(drop)
}

fn clippy(packages: &[Package], wanted: fn(&Package) -> bool, arguments: &[&str]) -> Result<()> {
    let mut cargo = workspace::cargo("clippy")?;
    cargo.args(["--all-targets", "--workspace"]).args(arguments);
    for package in packages.iter().filter(|package| !wanted(package)) {
        cargo.args(["--exclude", &package.name]);
    }
    process::run(cargo.args(["--", "-Dwarnings"]))
}

/// Without the fuzzer, which takes a C++ compiler.
fn clippy_fuzz() -> Result<()> {
    let mut cargo = workspace::cargo("clippy")?;
    // Built where the main workspace is, because nearly all of it is the same.
    if workspace::shared_target()?.is_none() && env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.env("CARGO_TARGET_DIR", workspace::root().join("target"));
    }
    cargo.args(["--manifest-path", FUZZ, "--all-targets", "--no-default-features"]);
    process::run(cargo.args(["--", "-Dwarnings"]))
}

fn deny(mut deny: Command, what: &str) -> Result<()> {
    process::run(deny.args([
        "--log-level=warn",
        "--workspace",
        "--locked",
        "--config=deny.toml",
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
