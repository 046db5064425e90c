//! What the vault remembers besides accounts: settings and what was signed. Sealed like a secret, not because it is one,
//! but so that only the vault can write it. Each document is stored twice: without its limits nothing is signed.

use std::collections::BTreeSet;

use serde::{Serialize, de::DeserializeOwned};
use taolight_primitives::{ErrorCode, Failure};
use zeroize::Zeroizing;

use super::{
    cipher::CipherKey,
    json,
    sealed::Sealed,
    storage::{COPY_PREFIX, Records, Write, copy_of},
};

/// Records of this prefix are documents.
const PREFIX: &str = "document/";

/// A kind of document. There is one of each.
pub(crate) trait Document: Serialize + DeserializeOwned + Default {
    /// Name of its record, behind the prefix.
    const NAME: &'static str;
}

/// Reads the document; a fresh one if there is none yet. Fails if anything of it was changed, and of its copy.
pub(super) async fn read<D: Document>(records: &Records, key: &dyn CipherKey) -> Result<D, Failure> {
    let name = format!("{PREFIX}{}", D::NAME);
    if stored(records, &name).next().is_none() {
        return Ok(D::default());
    }
    let plain = open(records, &name, key).await?.ok_or_else(|| damaged(&name))?;
    serde_json::from_slice(&plain).map_err(|_| damaged(&name))
}

/// Writes the document over the one before.
pub(super) async fn write<D: Document>(document: &D, key: &dyn CipherKey) -> Result<[Write; 2], Failure> {
    let name = format!("{PREFIX}{}", D::NAME);
    seal(name, &json(document)?, key).await
}

/// Every document, under another key.
pub(super) async fn reseal(
    records: &Records,
    old: &dyn CipherKey,
    new: &dyn CipherKey,
) -> Result<Vec<Write>, Failure> {
    let mut writes = Vec::new();
    for name in names(records) {
        let plain = open(records, name, old).await?.ok_or_else(|| damaged(name))?;
        writes.extend(seal(name.to_owned(), &plain, new).await?);
    }
    Ok(writes)
}

/// Whether this key opens any of them.
pub(super) async fn is_any_opened_by(records: &Records, key: &dyn CipherKey) -> Result<bool, Failure> {
    for name in names(records) {
        if open(records, name, key).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes every document.
pub(super) fn forget(records: &Records) -> impl Iterator<Item = Write> {
    let both = |name: &str| [Write::Delete(copy_of(name)), Write::Delete(name.to_owned())];
    names(records).into_iter().flat_map(both)
}

fn names(records: &Records) -> BTreeSet<&str> {
    let names = records.values.keys();
    names
        .map(|name| name.strip_prefix(COPY_PREFIX).unwrap_or(name))
        .filter(|name| name.starts_with(PREFIX))
        .collect()
}

fn stored<'a>(records: &'a Records, name: &str) -> impl Iterator<Item = &'a Vec<u8>> {
    let names = [name.to_owned(), copy_of(name)];
    names.into_iter().filter_map(|name| records.values.get(&name))
}

async fn seal(name: String, plain: &[u8], key: &dyn CipherKey) -> Result<[Write; 2], Failure> {
    let bytes = json(&Sealed::seal(key, &name, plain).await?)?;
    Ok([copy_of(&name), name].map(|name| Write::Put(name, bytes.clone())))
}

/// What is sealed in the first that opens; none if neither does.
async fn open(
    records: &Records,
    name: &str,
    key: &dyn CipherKey,
) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    for bytes in stored(records, name) {
        if let Ok(sealed) = serde_json::from_slice::<Sealed>(bytes)
            && let Some(plain) = sealed.open(key, name).await?
        {
            return Ok(Some(plain));
        }
    }
    Ok(None)
}

fn damaged(name: &str) -> Failure {
    let message =
        format!("the stored vault is damaged: {name:?} was changed by something else than the vault");
    Failure::new(ErrorCode::Storage, message)
}
