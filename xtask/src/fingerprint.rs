//! Names the files of a built site after their content, so that a browser may keep them, and the machine code that it
//! made of the WebAssembly, for ever, and never mixes the files of two versions. Trunk does so for the app; this does it
//! for the workers and what starts them.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::cache;

/// What gets a name, each file before those that name it.
const FILES: [&str; 13] = [
    "wasm/engine/engine_bg.wasm",
    "wasm/engine/engine.js",
    "wasm/vault/vault_bg.wasm",
    "wasm/vault/vault.js",
    "wasm/scan/scan_bg.wasm",
    "wasm/scan/scan.js",
    "scan-worker.js",
    "scan.js",
    "engine-worker.js",
    "vault.html",
    "hosts.js",
    "theme.js",
    "install.js",
];
/// Where names stand.
const NAMED_IN: [&str; 5] = [
    "scan-worker.js",
    "scan.js",
    "engine-worker.js",
    "hosts.js",
    "index.html",
];
/// Digits of a fingerprint, enough that no two versions share one.
const DIGITS: usize = 16;

/// Renames the files, and what names them.
pub fn files(site: &Path) -> Result<()> {
    for file in FILES {
        let path = site.join(file);
        let content = fs::read(&path).with_context(|| format!("the site lacks {file}"))?;
        let name = fingerprinted(file, &content)?;
        let mut references = 0;
        for naming in NAMED_IN.map(|naming| site.join(naming)) {
            // Renamed already, so nothing that comes later stands in it.
            let Ok(text) = fs::read_to_string(&naming) else {
                continue;
            };
            references += text.matches(file).count();
            fs::write(&naming, text.replace(file, &name))?;
        }
        ensure!(references > 0, "nothing names {file}");
        fs::rename(&path, site.join(name))?;
    }
    Ok(())
}

/// Whether a file is named after its content, so that it never changes.
pub fn is_fingerprinted(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let (_, last) = stem.rsplit_once('-').unwrap_or_default();
    // Trunk leaves leading zeros out.
    (DIGITS - 4..=DIGITS).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn fingerprinted(file: &str, content: &[u8]) -> Result<String> {
    let (stem, extension) = file.rsplit_once('.').context("a file without an extension")?;
    let digits = cache::hash([content]);
    Ok(format!("{stem}-{}.{extension}", &digits[..DIGITS]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_after_its_content_is_known() {
        let name = fingerprinted("wasm/engine/engine_bg.wasm", b"code").unwrap();
        for name in [
            name.rsplit('/').next().unwrap(),
            "taolight-app-6b52aa5cc9c3a1_bg.wasm",
        ] {
            assert!(is_fingerprinted(name), "{name}");
        }
        for name in ["index.html", "engine-worker.js", "a-b.js", "network-old.json"] {
            assert!(!is_fingerprinted(name), "{name}");
        }
    }
}
