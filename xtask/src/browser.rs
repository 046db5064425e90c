//! What scripts that drive a browser get: the test packages, and where the app, the network and the browser are.

use std::process::Command;

use anyhow::Result;

use crate::{
    build, devnet,
    install::{self, Need},
};

/// The manifest of the test packages.
const NPM: &str = "tests/e2e";

/// What a script needs that drives a browser over pages of its own.
pub const DRIVER: [Need; 3] = [Need::Chromium, Need::Node, Need::Npm(NPM)];

/// What a script needs besides that drives other browsers than Chromium.
pub const OTHERS: [Need; 4] = [
    Need::Tool(&install::GECKODRIVER),
    install::FIREFOX,
    install::WEBKIT_DRIVER,
    install::XVFB,
];

pub fn needs() -> Vec<Need> {
    [&DRIVER[..], &devnet::NEEDS].concat()
}

/// Tells a script where the browser is.
pub fn driver(command: &mut Command) -> Result<()> {
    install::link_packages(NPM, "tests")?;
    command.env("TAOLIGHT_CHROMIUM", install::chromium()?);
    Ok(())
}

/// Tells a script where everything is.
pub fn environment(command: &mut Command) -> Result<()> {
    driver(command)?;
    command.env("TAOLIGHT_DIST", build::dist());
    command.env("TAOLIGHT_DEVNET", devnet::binary()?);
    Ok(())
}
