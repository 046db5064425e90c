//! Builds the web app into `target/dist`: patched crates, the two workers' WebAssembly, the app, and what has to be
//! done to them before they are served.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    about, fingerprint,
    install::{self, Need, TRUNK, WASM_BINDGEN, WASM_PACK},
    optimise, patches, process,
    report::Steps,
    seal, shell, styles, workspace,
};

/// How much a build does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Quick to build: no optimisation across crates, nothing compressed.
    Dev,
    /// What is published.
    Full,
}

/// How many steps `build` reports.
pub const STEPS: usize = 4;

/// What a build takes from npm.
pub const NPM: &str = "xtask/npm";

/// The workers that stand beside the app.
const WORKERS: [&str; 3] = ["engine", "vault", "scan"];

const PACKER: [Need; 3] = [
    Need::Target("wasm32-unknown-unknown"),
    Need::Tool(&WASM_BINDGEN),
    Need::Tool(&WASM_PACK),
];
const PACKAGES: [Need; 2] = [Need::Node, Need::Npm(NPM)];

/// What has to be installed for a build.
pub fn needs() -> Vec<Need> {
    [&PACKER[..], &[Need::Tool(&TRUNK)], &PACKAGES].concat()
}

/// What has to be installed for a program beside the site.
pub fn beside_needs() -> Vec<Need> {
    [&PACKER[..], &PACKAGES].concat()
}

/// Where the built site is.
pub fn dist() -> PathBuf {
    workspace::root().join("target/dist")
}

/// Builds everything. What it needs must be installed.
pub fn build(mode: Mode, steps: &mut Steps) -> Result<()> {
    steps.begin("putting the patched crates in place", "");
    prepare()?;

    steps.begin(
        "compiling the workers to WebAssembly",
        "about 5 min the first time",
    );
    for worker in WORKERS {
        wasm_pack(&format!("crates/wasm/{worker}"), worker, mode)?;
    }
    steps.begin("compiling the app", "about 3 min the first time");
    styles::write()?;
    trunk(mode)?;
    for worker in WORKERS {
        collect(&web().join(worker), &dist().join("wasm").join(worker))?;
    }

    steps.begin(
        "finishing",
        if mode == Mode::Full {
            "about 3 min the first time"
        } else {
            ""
        },
    );
    if mode == Mode::Full {
        optimise::wasm_files(&dist())?;
    }
    fingerprint::files(&dist())?;
    seal::pages(&dist())?;
    about::write(&dist())?;
    shell::write(&dist())?;
    if mode == Mode::Full {
        optimise::compress(&dist())?;
    }
    Ok(())
}

/// Builds a program that is no part of the site as its workers are built, into a folder of this name. What it needs
/// must be installed.
pub fn beside(package: &str, name: &str) -> Result<()> {
    prepare()?;
    wasm_pack(package, name, Mode::Full)?;
    optimise::wasm_files(&web().join(name))
}

fn prepare() -> Result<()> {
    patches::prepare()?;
    // Trunk and wasm-pack are told to stay offline, so that they never go and fetch tools of their own.
    process::run(workspace::cargo("fetch")?.args([
        "--quiet",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
    ]))
}

/// Where programs are put as they are built.
pub fn web() -> PathBuf {
    workspace::root().join("target/web")
}

fn wasm_pack(package: &str, name: &str, mode: Mode) -> Result<()> {
    let mut command = tool("wasm-pack", mode)?;
    command
        .args(["--log-level=error", "build"])
        .arg(workspace::root().join(package));
    command.args([
        "--target=web",
        "--profile=wasm",
        "--mode=no-install",
        "--no-pack",
        "--no-opt",
        "--no-typescript",
    ]);
    command
        .args(["--out-name", name, "--out-dir"])
        .arg(web().join(name))
        .args(["--", "--locked", "--offline"]);
    process::run(&mut command)
}

fn trunk(mode: Mode) -> Result<()> {
    let mut command = tool("trunk", mode)?;
    // Trunk reads this variable as one of its own flags, and refuses the values that everybody uses.
    command.env_remove("NO_COLOR");
    command
        .args(["--offline", "--skip-version-check", "build", "--locked", "--dist"])
        .arg(dist());
    process::run(&mut command)
}

/// A tool that calls cargo, with the settings of cargo that such a build needs.
fn tool(program: &str, mode: Mode) -> Result<Command> {
    let mut command = install::command(program);
    for (name, value) in workspace::cargo("build")?.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    if mode == Mode::Dev {
        command
            .env("CARGO_PROFILE_WASM_LTO", "off")
            .env("CARGO_PROFILE_WASM_CODEGEN_UNITS", "16");
    }
    Ok(command)
}

/// Copies what a page loads of a worker.
fn collect(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let mut count = 0;
    for entry in fs::read_dir(from).with_context(|| format!("nothing was built in {}", from.display()))? {
        let path = entry?.path();
        let wanted = path
            .extension()
            .is_some_and(|extension| extension == "js" || extension == "wasm");
        if let (true, Some(name)) = (wanted, path.file_name()) {
            fs::copy(&path, to.join(name))?;
            count += 1;
        }
    }
    ensure!(count >= 2, "{} lacks a script or its WebAssembly", from.display());
    Ok(())
}
