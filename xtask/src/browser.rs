//! What scripts that drive a browser get: the test packages, and where the app, the network and the browser are.

use std::process::Command;

use anyhow::Result;

use crate::{
    build, devnet,
    install::{self, Need},
};

/// The manifest of the test packages.
const NPM: &str = "tests/e2e";

pub fn needs() -> Vec<Need> {
    [&[Need::Chromium, Need::Node, Need::Npm(NPM)], &devnet::NEEDS[..]].concat()
}

/// Tells a script where everything is.
pub fn environment(command: &mut Command) -> Result<()> {
    install::link_packages(NPM, "tests")?;
    command.env("TAOLIGHT_DIST", build::dist());
    command.env("TAOLIGHT_DEVNET", devnet::binary()?);
    command.env("TAOLIGHT_CHROMIUM", install::chromium()?);
    Ok(())
}
