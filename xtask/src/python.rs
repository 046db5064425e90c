//! Python packages of a requirements file: in an environment in the cache folder, exactly those that the file names.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};

use crate::{cache, install, process, workspace};

const BY_HAND: &str = "install Python 3.11 to 3.14 with its module venv, as python3";

/// Whether a Python is one that the packages are for.
const FITS: &str = "import sys; print((3, 11) <= sys.version_info < (3, 15))";
/// Fails without the modules that make an environment. Then tells version and platform: an environment is of no use to
/// any other Python.
const IDENTIFY: &str = "import ensurepip, sys, sysconfig, venv; print(sys.version, sysconfig.get_platform())";

/// Whether there is a Python that is new enough, with what makes environments.
pub fn is_there() -> bool {
    fits() == Some(true) && identity().is_ok()
}

/// Installs what is missing of it. There may be another Python, which is not ours to replace.
pub fn install() -> Result<()> {
    ensure!(
        fits() != Some(false),
        "the Python here is too old or too new; {BY_HAND}"
    );
    install::debian_package("python3-venv", BY_HAND)
}

/// Whether the packages of a folder's `requirements.txt` are installed.
pub fn has_packages(folder: &str) -> bool {
    program(folder).is_ok_and(|program| program.is_file()) && mark(folder).is_ok_and(|mark| mark.is_file())
}

/// The Python that has the packages of a folder's `requirements.txt`.
pub fn program(folder: &str) -> Result<PathBuf> {
    Ok(environment(folder)?.join("bin/python"))
}

/// Makes the environment and installs the packages into it.
pub fn install_packages(folder: &str) -> Result<()> {
    let environment = environment(folder)?;
    let mut venv = install::command("python3");
    venv.args(["-m", "venv", "--clear"]).arg(&environment);
    process::run(&mut venv)?;
    let mut pip = install::command(program(folder)?);
    // Only what is built already: to build a package is to run what it brings. Compiled when it is first imported,
    // which most of it never is.
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
        "--no-compile",
        "--requirement",
    ])
    .arg(requirements(folder));
    process::run(&mut pip)?;
    Ok(fs::write(mark(folder)?, "")?)
}

/// What says that an environment is complete.
fn mark(folder: &str) -> Result<PathBuf> {
    Ok(environment(folder)?.join("complete"))
}

fn environment(folder: &str) -> Result<PathBuf> {
    let file = requirements(folder);
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let hash = cache::hash([bytes.as_slice(), identity()?.as_bytes()]);
    Ok(cache::path("python")?.join(hash))
}

fn requirements(folder: &str) -> PathBuf {
    workspace::root().join(folder).join("requirements.txt")
}

/// Nothing if there is no Python at all.
fn fits() -> Option<bool> {
    Some(install::output("python3", &["-c", FITS])?.trim() == "True")
}

fn identity() -> Result<String> {
    install::output("python3", &["-c", IDENTIFY]).context(BY_HAND)
}
