//! What a built site says about itself: the hash of each WebAssembly file, and the licence of each library.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{cache, process, styles, workspace};

/// The files as they are served, for the page.
const FILES: &str = "about.json";
/// The licences, for people.
const LICENCES: &str = "licences.txt";

/// Writes both into the site. Its files must have their last names and contents.
pub fn write(site: &Path) -> Result<()> {
    fs::write(site.join(FILES), wasm_files(site)?)?;
    let metadata = process::capture(workspace::cargo("metadata")?.args([
        "--format-version=1",
        "--locked",
        "--offline",
        "--filter-platform=wasm32-unknown-unknown",
    ]))?;
    let notice = fs::read_to_string(workspace::root().join("NOTICE"))?;
    let libraries = libraries(&serde_json::from_str(&metadata)?)?;
    fs::write(
        site.join(LICENCES),
        format!(
            "{notice}\nLibraries that the parts of Taolight are built from:\n\n{libraries}\nLibraries that its styles are \
             built from:\n\n{}",
            styles::licences()?
        ),
    )?;
    Ok(())
}

/// Name, size and hash of each WebAssembly file, as JSON.
fn wasm_files(site: &Path) -> Result<String> {
    let mut files = Vec::new();
    for path in cache::files(site)? {
        if path.extension().is_none_or(|extension| extension != "wasm") {
            continue;
        }
        let content = fs::read(&path)?;
        let name = path.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        let sha256: String = Sha256::digest(&content)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        files.push((name, content.len(), sha256));
    }
    files.sort();
    let files: Vec<_> = files
        .into_iter()
        .map(|(name, bytes, sha256)| json!({ "name": name, "bytes": bytes, "sha256": sha256 }))
        .collect();
    Ok(serde_json::to_string_pretty(&json!({ "files": files }))?)
}

/// A line for each library that comes from elsewhere: name, version, licence.
fn libraries(metadata: &Value) -> Result<String> {
    let packages = metadata["packages"]
        .as_array()
        .context("no packages in the metadata")?;
    let lines: BTreeSet<_> = packages
        .iter()
        .filter(|package| !package["source"].is_null())
        .map(|package| {
            let text = |name: &str| package[name].as_str().unwrap_or("not said").to_owned();
            format!("{} {}: {}\n", text("name"), text("version"), text("license"))
        })
        .collect();
    Ok(lines.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_comes_from_elsewhere() {
        let metadata = json!({ "packages": [
            { "name": "b", "version": "2.0.0", "license": "MIT", "source": "registry" },
            { "name": "a", "version": "1.0.0", "license": null, "source": "registry" },
            { "name": "own", "version": "0.1.0", "license": "Apache-2.0", "source": null },
        ] });
        assert_eq!(libraries(&metadata).unwrap(), "a 1.0.0: not said\nb 2.0.0: MIT\n");
    }
}
