//! What scripts that drive a browser get: the test packages, and where the app, the network and the browser are.

use std::{fs, os::unix::fs::symlink, process::Command};

use anyhow::Result;

use crate::{
    build, devnet,
    install::{self, Need},
    workspace,
};

/// The manifest of the test packages.
const NPM: &str = "tests/e2e";

pub fn needs() -> Vec<Need> {
    [&[Need::Chromium, Need::Node, Need::Npm(NPM)], &devnet::NEEDS[..]].concat()
}

/// Tells a script where everything is.
pub fn environment(command: &mut Command) -> Result<()> {
    link_packages()?;
    command.env("TAOLIGHT_DIST", build::dist());
    command.env("TAOLIGHT_DEVNET", devnet::binary()?);
    command.env("TAOLIGHT_CHROMIUM", install::chromium()?);
    Ok(())
}

/// Puts links to the packages where every script below `tests/` finds them.
fn link_packages() -> Result<()> {
    let folder = workspace::root().join("tests/node_modules");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(install::node_modules(NPM)?)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let link = folder.join(name);
        let _ = fs::remove_file(&link);
        symlink(entry.path(), link)?;
    }
    Ok(())
}
