//! The one folder outside the clone where everything lives that takes long to make: tools, npm packages, the
//! development network's node, optimised wasm files. What is in it is named after the hash of what it was made from, so
//! that every clone shares it and nothing in it is ever out of date.

use std::{
    env, fs,
    fs::File,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// A path in the cache folder: `~/.cache/taolight`, or what `TAOLIGHT_CACHE` says.
pub fn path(inside: impl AsRef<Path>) -> Result<PathBuf> {
    let folder = match env::var_os("TAOLIGHT_CACHE") {
        Some(folder) => std::path::absolute(folder)?,
        None => PathBuf::from(env::var_os("HOME").context("HOME is not set; set TAOLIGHT_CACHE")?)
            .join(".cache/taolight"),
    };
    Ok(folder.join(inside))
}

/// The same, made if it is not there.
pub fn folder(inside: impl AsRef<Path>) -> Result<PathBuf> {
    let folder = path(inside)?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    Ok(folder)
}

/// Waits until no other clone is busy with the thing of this name; it is ours until the result is dropped.
pub fn lock(name: &str) -> Result<File> {
    let file = lock_file(name)?;
    if file.try_lock().is_err() {
        eprintln!("      waiting for another `cargo xtask` that is busy with the same ({name})");
        file.lock()?;
    }
    Ok(file)
}

/// The same without waiting: nothing when another clone is busy with it.
pub fn try_lock(name: &str) -> Result<Option<File>> {
    let file = lock_file(name)?;
    Ok(file.try_lock().is_ok().then_some(file))
}

fn lock_file(name: &str) -> Result<File> {
    Ok(File::create(folder("locks")?.join(name))?)
}

/// The bytes made from `input` by `make`, or those that the same input gave before.
pub fn made(kind: &str, input: &str, make: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let file = folder(kind)?.join(input);
    if let Ok(bytes) = fs::read(&file) {
        return Ok(bytes);
    }
    let bytes = make()?;
    write(&file, &bytes)?;
    Ok(bytes)
}

/// Writes a file in one step, so that nobody ever reads half of it.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let mut partial = file.as_os_str().to_owned();
    partial.push(format!(".{}", std::process::id()));
    fs::write(&partial, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(fs::rename(&partial, file)?)
}

/// The SHA-256 of some parts, in hex; where one part ends and the next begins counts as well.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize()
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The hash of these files and folders: names, contents and nothing else.
pub fn hash_files(top: &Path, names: &[impl AsRef<str>]) -> Result<String> {
    let mut parts = Vec::new();
    for name in names {
        for file in files(&top.join(name.as_ref()))? {
            parts.push(file.strip_prefix(top)?.as_os_str().as_encoded_bytes().to_vec());
            parts.push(fs::read(&file)?);
        }
    }
    Ok(hash(parts.iter().map(Vec::as_slice)))
}

/// All files below a folder in the order of their names, or the file itself; build outputs and hidden files are none.
pub fn files(top: &Path) -> Result<Vec<PathBuf>> {
    if top.is_file() {
        return Ok(vec![top.to_owned()]);
    }
    let mut found = Vec::new();
    let entries = fs::read_dir(top).with_context(|| format!("cannot read {}", top.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let hidden = name.as_encoded_bytes().starts_with(b".");
        if hidden || name == "target" || name == "node_modules" || entry.file_type()?.is_symlink() {
            continue;
        }
        found.extend(files(&entry.path())?);
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_kept_apart() {
        let parts = |parts: &[&str]| hash(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(parts(&["ab", "c"]), parts(&["ab", "c"]));
        assert_ne!(parts(&["ab", "c"]), parts(&["a", "bc"]));
    }
}
