//! Puts the stock crates that we change, with our changes, where the workspace expects them: `patches/applied/`.
//!
//! Cargo downloads the stock sources and checks them against `patches/Cargo.lock`; `patches/<crate>-<version>.patch` is
//! applied to a copy. This runs before any cargo command on the main workspace, which cannot be read without it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{cache, install, process, times, workspace};

/// Makes `patches/applied/` what the patches say, if it is not already.
pub fn prepare() -> Result<()> {
    let top = workspace::root().join("patches");
    let shared = workspace::shared_target()?;
    let hash = cache::hash_files(&top, &names(&top)?)?;
    // Times restored for the shared target folder would mislead cargo in another one.
    let made_from = format!("{hash} {}", if shared.is_some() { "shared" } else { "own" });
    let applied = top.join("applied");
    let stamp = applied.join(".made-from");
    if fs::read_to_string(&stamp).is_ok_and(|text| text == made_from) {
        return Ok(());
    }
    install::ensure_all(&[install::GIT])?;
    if applied.exists() {
        fs::remove_dir_all(&applied)?;
    }
    for package in stock(&top)? {
        let copy = applied.join(&package.name);
        copy_folder(&package.source, &copy)?;
        let patch = top.join(format!("{}-{}.patch", package.name, package.version));
        apply(&patch, &copy).with_context(|| format!("cannot apply {}", patch.display()))?;
        eprintln!("      patched {} {}", package.name, package.version);
    }
    if let Some(shared) = shared {
        times::restore(&shared.folder.join("times-of-patches"), &top, &["applied"])?;
    }
    Ok(fs::write(stamp, made_from)?)
}

/// The names of what decides what `applied` holds.
fn names(top: &Path) -> Result<Vec<String>> {
    let mut names = vec!["Cargo.toml".to_owned(), "Cargo.lock".to_owned()];
    for entry in fs::read_dir(top)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".patch") {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

struct Stock {
    name: String,
    version: String,
    source: PathBuf,
}

/// The stock crates that have a patch.
fn stock(top: &Path) -> Result<Vec<Stock>> {
    let manifest = top.join("Cargo.toml");
    let cargo = |command: &str| {
        let mut cargo = install::command("cargo");
        cargo
            .args([command, "--locked", "--quiet", "--manifest-path"])
            .arg(&manifest);
        cargo
    };
    process::run(&mut cargo("fetch")).context("cannot download the stock crates that are to be patched")?;
    let metadata: Value =
        serde_json::from_str(&process::capture(cargo("metadata").arg("--format-version=1"))?)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let found: Vec<_> = packages
        .iter()
        .filter_map(|package| {
            let (name, version) = (
                package["name"].as_str()?.to_owned(),
                package["version"].as_str()?.to_owned(),
            );
            let source = Path::new(package["manifest_path"].as_str()?).parent()?.to_owned();
            let patched = top.join(format!("{name}-{version}.patch")).is_file();
            patched.then_some(Stock {
                name,
                version,
                source,
            })
        })
        .collect();
    let patches = names(top)?.iter().filter(|name| name.ends_with(".patch")).count();
    ensure!(
        found.len() == patches,
        "{patches} patches, but {} of them are for a crate in patches/Cargo.lock",
        found.len()
    );
    Ok(found)
}

/// Applies a patch with git, which every clone has; whether the copy lies in a repository must make no difference.
fn apply(patch: &Path, copy: &Path) -> Result<()> {
    let git = |arguments: &[&str]| -> Command {
        let mut git = install::command("git");
        git.args(["apply", "-p1"])
            .args(arguments)
            .arg(patch)
            .current_dir(copy);
        git.env("GIT_CEILING_DIRECTORIES", copy.parent().unwrap_or(copy));
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            git.env_remove(name);
        }
        git
    };
    // In a repository git skips, without a word, what it thinks lies elsewhere.
    let changes = process::capture(&mut git(&["--numstat"]))?;
    ensure!(!changes.trim().is_empty(), "git sees nothing in it to apply");
    process::run(&mut git(&["--whitespace=nowarn"]))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in cache::files(from)? {
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        // Not `fs::copy`: the copy is ours to write, whatever the original allows.
        fs::write(target, fs::read(&file)?)?;
    }
    Ok(())
}
