//! The runtimes whose metadata the vault has been given, and the digest by which the chain proves each.

use taolight_codec::{CHECK_METADATA_HASH, Metadata, TokenInfo, metadata_digest};
use taolight_primitives::{BlockHash, ErrorCode, Failure};
use taolight_protocol::{
    engine::{MetadataRef, RuntimeMetadata, Unsigned},
    vault::MetadataCheck,
};

/// Runtimes that are kept. Two are in use around an upgrade of the chain.
const MAX_RUNTIMES: usize = 4;

/// Amounts are shown in TAO of nine decimals, so a chain that counts otherwise would be shown wrongly.
const DECIMALS: u8 = 9;

/// A runtime, by metadata that the vault itself has hashed.
pub(crate) struct Runtime {
    named: MetadataRef,
    pub(crate) metadata: Metadata,
    /// RFC-78 digest, if the runtime has the extension that checks it.
    digest: Option<[u8; 32]>,
}

#[derive(Default)]
pub(crate) struct Runtimes(Vec<Runtime>);

impl Runtimes {
    pub(crate) fn has(&self, named: &MetadataRef) -> bool {
        self.0.iter().any(|runtime| runtime.named == *named)
    }

    pub(crate) fn get(&self, named: &MetadataRef) -> Result<&Runtime, Failure> {
        self.0
            .iter()
            .find(|runtime| runtime.named == *named)
            .ok_or_else(|| {
                let message = "the vault does not have this runtime's metadata yet; add it first";
                Failure::new(ErrorCode::MetadataMissing, message).retryable()
            })
    }

    /// Decodes metadata, checks that it is what it is said to be, and computes its digest.
    pub(crate) fn add(&mut self, given: RuntimeMetadata) -> Result<(), Failure> {
        let metadata = Metadata::decode(&given.bytes.0)?;
        if metadata.hash() != given.metadata.hash {
            return Err(Failure::new(
                ErrorCode::MalformedMetadata,
                "the metadata does not have the hash that it is said to have",
            ));
        }
        if metadata.runtime().spec_version != given.metadata.spec_version {
            return Err(Failure::new(
                ErrorCode::RuntimeChanged,
                "the metadata is of another version of the runtime than it is said to be",
            ));
        }
        if given.decimals != DECIMALS {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                "this chain's token does not have the nine decimals of TAO",
            ));
        }
        let token = TokenInfo {
            ss58: given.ss58,
            decimals: given.decimals,
            symbol: given.token,
        };
        let digest = if metadata.has_extension(CHECK_METADATA_HASH) {
            Some(metadata_digest(&given.bytes.0, metadata.runtime(), &token)?)
        } else {
            None
        };
        // The same metadata again may come with a corrected token, which only changes the digest.
        self.0.retain(|runtime| runtime.named != given.metadata);
        if self.0.len() == MAX_RUNTIMES {
            self.0.remove(0);
        }
        self.0.push(Runtime {
            named: given.metadata,
            metadata,
            digest,
        });
        Ok(())
    }
}

impl Runtime {
    pub(crate) fn digest(&self) -> Option<[u8; 32]> {
        self.digest
    }

    /// What makes the decoding of this runtime's calls trustworthy.
    pub(crate) fn check(&self) -> MetadataCheck {
        match self.digest {
            Some(digest) => MetadataCheck::Enabled {
                digest: BlockHash(digest),
            },
            None => MetadataCheck::Unsupported,
        }
    }

    /// Refuses a transaction that says other versions than the metadata itself.
    pub(crate) fn must_be_of(&self, unsigned: &Unsigned) -> Result<(), Failure> {
        let runtime = self.metadata.runtime();
        let said = (unsigned.spec_version, unsigned.transaction_version);
        if said == (runtime.spec_version, runtime.transaction_version) {
            return Ok(());
        }
        Err(Failure::new(
            ErrorCode::RuntimeChanged,
            "the transaction is for another version of the runtime than its metadata; prepare it again",
        ))
    }
}
