//! The RFC-78 digest of a runtime's metadata: what `CheckMetadataHash` compares.
//!
//! It covers the types of calls, addresses, signatures and transaction extensions, the runtime's name and version and
//! the token. It does not cover constants, storage and documentation, so nothing that is shown to a signer may come from
//! those.

use frame_metadata::RuntimeMetadataPrefixed;
use merkleized_metadata::{ExtraInfo, generate_metadata_digest};
use parity_scale_codec::Decode;

use crate::{CodecError, RuntimeVersion};

/// What the digest needs besides the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    /// Prefix of SS58 addresses.
    pub ss58: u16,
    /// Decimals of the token.
    pub decimals: u8,
    /// Symbol of the token.
    pub symbol: String,
}

/// Computes the digest of metadata of version 15, which takes some milliseconds.
pub fn metadata_digest(
    bytes: &[u8],
    runtime: &RuntimeVersion,
    token: &TokenInfo,
) -> Result<[u8; 32], CodecError> {
    let RuntimeMetadataPrefixed(_, metadata) = RuntimeMetadataPrefixed::decode(&mut &bytes[..])
        .map_err(|_| CodecError::Metadata("its bytes are malformed"))?;
    let info = ExtraInfo {
        spec_version: runtime.spec_version,
        spec_name: runtime.spec_name.clone(),
        base58_prefix: token.ss58,
        decimals: token.decimals,
        token_symbol: token.symbol.clone(),
    };
    generate_metadata_digest(&metadata, info)
        .map(|digest| digest.hash())
        .map_err(CodecError::Digest)
}
