//! What makes the published files small: wasm-opt over the WebAssembly, and brotli beside everything that is text or
//! WebAssembly. Both take minutes, so that their results are kept by the hash of what went in.

use std::{
    ffi::OsStr,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};

use crate::{build, cache, install, process};

/// Smaller before faster: what a browser compiles while it starts is what it waits for.
const LEVEL: &str = "-Os";

/// What every browser has that has what we need anyway, and what rustc emits for this target.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimises every WebAssembly file of the site.
pub fn wasm_files(site: &Path) -> Result<()> {
    for file in files(site, &["wasm"])? {
        let before = fs::read(&file)?;
        let after = wasm_opt(&file, &before)?;
        eprintln!(
            "      {}: {} kB -> {} kB",
            name(&file),
            before.len() / 1000,
            after.len() / 1000
        );
        fs::write(&file, &after)?;
        // Pages name the hash of what they load.
        for page in files(site, &["html"])? {
            let text = fs::read_to_string(&page)?;
            fs::write(&page, text.replace(&integrity(&before), &integrity(&after)))?;
        }
    }
    Ok(())
}

/// Puts a compressed copy beside every file that gains by it.
pub fn compress(site: &Path) -> Result<()> {
    for file in files(site, &["wasm", "js", "html", "css", "svg", "json"])? {
        let compressed = brotli(&fs::read(&file)?)?;
        let mut beside = file.into_os_string();
        beside.push(".br");
        fs::write(beside, compressed)?;
    }
    Ok(())
}

/// Compresses as far as it goes.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    cache::made("brotli", &cache::hash([bytes, b"11 24"]), || {
        let mut compressed = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 24);
        writer.write_all(bytes)?;
        drop(writer);
        Ok(compressed)
    })
}

fn wasm_opt(file: &Path, bytes: &[u8]) -> Result<Vec<u8>> {
    let lock = install::node_modules(build::NPM)?;
    let mut parts = vec![bytes, LEVEL.as_bytes(), lock.as_os_str().as_encoded_bytes()];
    parts.extend(FEATURES.map(str::as_bytes));
    cache::made("wasm-opt", &cache::hash(parts), || {
        eprintln!(
            "      {}: wasm-opt (about half a minute for each megabyte)",
            name(file)
        );
        let output = file.with_extension("optimised");
        let mut node = install::command("node");
        node.arg(lock.join("binaryen/bin/wasm-opt"))
            .args([LEVEL, "--strip-producers"])
            .args(FEATURES);
        process::run(node.arg(file).arg("-o").arg(&output))?;
        let optimised = fs::read(&output).context("wasm-opt wrote nothing")?;
        fs::remove_file(output)?;
        Ok(optimised)
    })
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn files(site: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let wanted = |file: &PathBuf| {
        let extension = file.extension().and_then(OsStr::to_str);
        extension.is_some_and(|extension| extensions.contains(&extension))
    };
    Ok(cache::files(site)?.into_iter().filter(wanted).collect())
}

fn name(file: &Path) -> String {
    file.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
