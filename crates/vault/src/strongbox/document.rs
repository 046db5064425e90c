//! What the vault remembers besides accounts: settings and what was signed. Sealed like a secret, not because it is one,
//! but so that only the vault can write it.

use serde::{Serialize, de::DeserializeOwned};
use taolight_primitives::{ErrorCode, Failure};

use super::{
    cipher::CipherKey,
    json,
    sealed::Sealed,
    storage::{Records, Write},
};

/// Records of this prefix are documents.
const PREFIX: &str = "document/";

/// A kind of document. There is one of each.
pub(crate) trait Document: Serialize + DeserializeOwned + Default {
    /// Name of its record, behind the prefix.
    const NAME: &'static str;
}

/// Reads the document; a fresh one if there is none yet. Fails if anything of it was changed.
pub(super) async fn read<D: Document>(records: &Records, key: &dyn CipherKey) -> Result<D, Failure> {
    let name = format!("{PREFIX}{}", D::NAME);
    let Some(bytes) = records.values.get(&name) else {
        return Ok(D::default());
    };
    let plain = open(&name, bytes, key).await?;
    serde_json::from_slice(&plain).map_err(|_| damaged(&name))
}

/// Writes the document over the one before.
pub(super) async fn write<D: Document>(document: &D, key: &dyn CipherKey) -> Result<Write, Failure> {
    let name = format!("{PREFIX}{}", D::NAME);
    let sealed = Sealed::seal(key, &name, &json(document)?).await?;
    Ok(Write::Put(name, json(&sealed)?))
}

/// Every document, under another key.
pub(super) async fn reseal(
    records: &Records,
    old: &dyn CipherKey,
    new: &dyn CipherKey,
) -> Result<Vec<Write>, Failure> {
    let mut writes = Vec::new();
    for (name, bytes) in records.values.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
        let plain = open(name, bytes, old).await?;
        let sealed = Sealed::seal(new, name, &plain).await?;
        writes.push(Write::Put(name.clone(), json(&sealed)?));
    }
    Ok(writes)
}

async fn open(name: &str, bytes: &[u8], key: &dyn CipherKey) -> Result<zeroize::Zeroizing<Vec<u8>>, Failure> {
    let sealed: Sealed = serde_json::from_slice(bytes).map_err(|_| damaged(name))?;
    sealed.open(key, name).await?.ok_or_else(|| damaged(name))
}

fn damaged(name: &str) -> Failure {
    let message =
        format!("the stored vault is damaged: {name:?} was changed by something else than the vault");
    Failure::new(ErrorCode::Storage, message)
}
