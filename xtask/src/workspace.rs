//! The main workspace: where it is, which packages it has, and how cargo is called on it.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{cache, install, process, times};

/// Where the sources of the main workspace are.
const SOURCES: [&str; 3] = ["crates", "web", "tests/bench"];

/// The top of the clone.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map(Path::to_owned).unwrap_or_default()
}

/// A cargo command on the main workspace. Call `patches::prepare` before the first one.
pub fn cargo(command: &str) -> Result<Command> {
    let mut cargo = install::command("cargo");
    cargo.arg(command);
    if let Some(shared) = shared_target()? {
        cargo
            .env("CARGO_TARGET_DIR", &shared.folder)
            .env("CARGO_INCREMENTAL", "0");
    }
    Ok(cargo)
}

/// A target folder in the cache, which one clone after the other builds in.
pub struct SharedTarget {
    pub folder: PathBuf,
    _ours: File,
}

/// Where `CI` is set every run is in a fresh clone: it builds in the cache, so that dependencies are built only once.
/// Nothing otherwise, or while another clone builds there: cargo's own choice.
pub fn shared_target() -> Result<Option<&'static SharedTarget>> {
    static SHARED: OnceLock<Option<SharedTarget>> = OnceLock::new();
    if let Some(shared) = SHARED.get() {
        return Ok(shared.as_ref());
    }
    let wanted = env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
        && env::var_os("CARGO_TARGET_DIR").is_none();
    let ours = if wanted { cache::try_lock("target")? } else { None };
    let shared = match ours {
        Some(ours) => Some(SharedTarget {
            folder: cache::folder("target")?,
            _ours: ours,
        }),
        None => None,
    };
    if let Some(shared) = &shared {
        let record = shared.folder.join("times");
        // Where cargo has built in the clone itself as well, times that go back would mislead it there: everything is new.
        if root().join("target/CACHEDIR.TAG").exists() && record.exists() {
            fs::remove_file(&record)?;
        }
        times::restore(&record, &root(), &SOURCES)?;
    }
    Ok(SHARED.get_or_init(|| shared).as_ref())
}

/// A package of the main workspace.
pub struct Package {
    pub name: String,
    /// Its folder, from the top of the clone.
    pub folder: String,
    pub dependencies: Vec<Dependency>,
}

/// What a manifest asks for.
pub struct Dependency {
    pub name: String,
    pub dev: bool,
}

impl Package {
    /// Can only be built for a browser.
    pub fn only_browser(&self) -> bool {
        self.folder == "crates/browser" || self.folder.starts_with("crates/wasm/")
    }

    /// Has code of its own for the browser.
    pub fn also_browser(&self) -> bool {
        let glue = ["wasm-bindgen", "js-sys", "web-sys", "leptos"];
        self.only_browser()
            || self
                .dependencies
                .iter()
                .any(|dependency| glue.contains(&dependency.name.as_str()))
    }

    /// Has tests that run in a browser.
    pub fn tests_in_browser(&self) -> bool {
        self.dependencies
            .iter()
            .any(|dependency| dependency.name == "wasm-bindgen-test")
    }
}

/// The packages of the main workspace, as their manifests describe them.
pub fn packages() -> Result<Vec<Package>> {
    let text = process::capture(cargo("metadata")?.args(["--format-version=1", "--no-deps"]))?;
    let metadata: Value = serde_json::from_str(&text)?;
    let top = metadata["workspace_root"].as_str().context("no workspace root")?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let package = |package: &Value| {
        let manifest = text(&package["manifest_path"]);
        let folder = manifest
            .trim_start_matches(top)
            .trim_end_matches("Cargo.toml")
            .trim_matches('/')
            .to_owned();
        let dependency = |dependency: &Value| Dependency {
            name: text(&dependency["name"]),
            dev: dependency["kind"] == "dev",
        };
        let dependencies = list(&package["dependencies"]).iter().map(dependency).collect();
        Package {
            name: text(&package["name"]),
            folder,
            dependencies,
        }
    };
    Ok(list(&metadata["packages"]).iter().map(package).collect())
}
