//! Writes into the service worker of a built site which files it keeps, so that the app opens without a connection.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{cache, fingerprint};

const WORKER: &str = "service-worker.js";
/// What stands in the worker where the list goes.
const PLACEHOLDER: &str = "/* shell */ { version: '', files: {} }";
/// What is kept besides all that is named after its content.
const OTHERS: [&str; 4] = ["index.html", "favicon.svg", "about.json", "licences.txt"];

/// Writes the list. The files of the site must have their last names and contents, and nothing compressed beside them.
pub fn write(site: &Path) -> Result<()> {
    let mut files = BTreeMap::new();
    for path in cache::files(site)? {
        let name = path.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        let file = name.rsplit('/').next().unwrap_or_default();
        if fingerprint::is_fingerprinted(file) || OTHERS.contains(&name.as_str()) {
            let hash = BASE64_STANDARD.encode(Sha256::digest(fs::read(&path)?));
            files.insert(name, format!("sha256-{hash}"));
        }
    }
    for name in OTHERS {
        ensure!(files.contains_key(name), "the site lacks {name}");
    }
    let path = site.join(WORKER);
    let worker = fs::read_to_string(&path).with_context(|| format!("the site lacks {WORKER}"))?;
    fs::write(&path, listed(&worker, &files)?)?;
    Ok(())
}

/// The worker, with the list instead of the placeholder. Its version is one for each set of contents.
fn listed(worker: &str, files: &BTreeMap<String, String>) -> Result<String> {
    ensure!(worker.contains(PLACEHOLDER), "{WORKER} has no place for the list");
    let version = cache::hash(
        files
            .iter()
            .flat_map(|(name, hash)| [name.as_bytes(), hash.as_bytes()]),
    );
    let list = json!({ "version": version, "files": files });
    Ok(worker.replace(PLACEHOLDER, &list.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_is_another_version() {
        let of = |hash: &str| {
            let files = BTreeMap::from([("index.html".to_owned(), hash.to_owned())]);
            listed(&format!("const shell = {PLACEHOLDER};"), &files).unwrap()
        };
        assert!(of("sha256-a").contains(r#""index.html":"sha256-a""#));
        let version = |text: String| text.split("\"version\":").nth(1).unwrap().to_owned();
        assert_ne!(version(of("sha256-a")), version(of("sha256-b")));
        assert!(listed("no place", &BTreeMap::new()).is_err());
    }
}
