//! The keys against other people's implementations, both ways, and requests to miners against the SDK's own verifier.

use anyhow::{Context, Result};

use super::{Suite, cargo_test};
use crate::{
    install::{self, Need},
    python,
    report::Tally,
    workspace,
};

pub const SUITE: Suite = Suite {
    name: "interop",
    about: "keys, signatures and requests to miners with other people's implementations",
    needs,
    run,
};

/// Where the scripts are that drive them, and what pins their versions.
pub(super) const FOLDER: &str = "tests/interop";

fn needs() -> Vec<Need> {
    vec![
        Need::Node,
        Need::Npm(FOLDER),
        Need::Python,
        Need::PythonPackages(FOLDER),
    ]
}

fn run() -> Result<Tally> {
    install::link_packages(FOLDER, FOLDER)?;
    let mut cargo = workspace::cargo("test")?;
    cargo.args(["--package", "taolight-keys", "--package", "taolight-dendrite"]);
    cargo
        .args(["--test", "interop"])
        .env("TAOLIGHT_INTEROP_PYTHON", python::program(FOLDER)?)
        .env(
            "TAOLIGHT_INTEROP_NODE",
            install::find(&["node"]).context("no node")?,
        );
    // Without other implementations these tests have nothing to do, so they are marked as ignored.
    cargo_test(cargo.args(["--", "--include-ignored"]))
}
