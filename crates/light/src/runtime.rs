//! The chain's runtime: which one it is, how to name it cheaply, and its metadata.
//!
//! The cheapest verified name of a runtime is the Merkle value of the `:code` node in the state trie: a proof of about
//! one kilobyte, no runtime needed. It commits to the code (with state version 1 the node holds the code's
//! blake2b-256), so what was once computed from the code, such as its metadata, can be cached under it. The code's own
//! hash would cost a download of the whole code, because a peer's proof of a value contains the value.

use core::fmt;

use parity_scale_codec::{Compact, Decode};
use taolight_primitives::BlockHash;

use crate::{
    backend::Backend,
    error::LightError,
    follow::Follow,
    reads::{self, Wanted},
};

/// The version of a runtime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeInfo {
    /// Name of the runtime.
    pub spec_name: String,
    /// Grows with every upgrade.
    pub spec_version: u32,
    /// Grows when the format of transactions changes.
    pub transaction_version: u32,
}

/// Name of a runtime's code: the Merkle value of `:code`. Text form: `0x` and 64 digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeId(pub [u8; 32]);

impl fmt::Display for CodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        BlockHash(self.0).fmt(f)
    }
}

impl fmt::Debug for CodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Proves which code a block has.
pub(crate) async fn code_id(
    backend: &dyn Backend,
    follow: &Follow,
    block: BlockHash,
) -> Result<CodeId, LightError> {
    let items = reads::storage(backend, follow, block, b":code", Wanted::MerkleValue).await?;
    let value = items
        .into_iter()
        .find_map(|item| item.closest_descendant_merkle_value);
    value
        .and_then(|value| <[u8; 32]>::try_from(value.0).ok())
        .map(CodeId)
        .ok_or_else(|| LightError::Runtime("the block has no runtime code".to_owned()))
}

/// Takes the metadata out of what `Metadata_metadata_at_version` returned; none if the runtime does not have that
/// version of it.
pub(crate) fn read_metadata(output: &[u8]) -> Result<Option<Vec<u8>>, LightError> {
    let malformed = || LightError::Runtime("its metadata has an unknown envelope".to_owned());
    match output.split_first() {
        Some((0, [])) => Ok(None),
        Some((1, mut rest)) => {
            let Compact(length) = Compact::<u32>::decode(&mut rest).map_err(|_| malformed())?;
            let whole = usize::try_from(length).is_ok_and(|length| length == rest.len());
            if whole {
                Ok(Some(rest.to_vec()))
            } else {
                Err(malformed())
            }
        }
        _ => Err(malformed()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_unwrapped() {
        assert_eq!(read_metadata(&[0]), Ok(None));
        assert_eq!(read_metadata(&[1, 8, 7, 9]), Ok(Some(vec![7, 9])));
        assert!(read_metadata(&[1, 12, 7, 9]).is_err());
        assert!(read_metadata(&[]).is_err());
        assert!(read_metadata(&[2]).is_err());
    }
}
