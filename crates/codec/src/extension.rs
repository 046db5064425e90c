//! Transaction extensions: what a transaction says besides its call, extension by extension in the runtime's order.
//!
//! Each has a part in the extrinsic (extra) and a part in the signed payload only (implicit). One that is not known
//! here may pass only if both parts are empty, because then there is nothing to say.

use taolight_primitives::{BlockHash, Rao};

use crate::{
    CodecError, Era, Metadata, Value,
    decode::{decode, decode_all},
    encode::encode,
    metadata::Extension,
    types,
};

/// Identifier of the extension by which the chain checks a signature's metadata digest.
pub const CHECK_METADATA_HASH: &str = "CheckMetadataHash";

/// What goes into a transaction's extensions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    /// Nonce of the account.
    pub nonce: u32,
    /// Paid on top of the fee.
    pub tip: Rao,
    /// How long the transaction stays valid.
    pub era: Era,
    /// Hash of the first block of the era; the genesis hash if immortal.
    pub birth_hash: BlockHash,
    /// Genesis hash of the chain.
    pub genesis: BlockHash,
    /// Version of the runtime.
    pub spec_version: u32,
    /// Version of the transaction format.
    pub transaction_version: u32,
    /// RFC-78 digest of the metadata. With it, the chain refuses the signature if its own metadata differs.
    pub metadata_digest: Option<[u8; 32]>,
}

/// What an extrinsic's extensions say; `None` where the runtime has no such extension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Extra {
    pub(crate) nonce: Option<u32>,
    pub(crate) tip: Option<Rao>,
    pub(crate) era: Option<Era>,
    pub(crate) checks_metadata: bool,
}

/// The two parts of one extension, `None` where it is empty.
struct Said<'a> {
    extra: Option<Value<'a>>,
    implicit: Option<Value<'a>>,
}

fn extra(value: impl Into<Value<'static>>) -> Said<'static> {
    Said {
        extra: Some(value.into()),
        implicit: None,
    }
}

fn implicit(value: impl Into<Value<'static>>) -> Said<'static> {
    Said {
        extra: None,
        implicit: Some(value.into()),
    }
}

fn say(identifier: &str, parameters: &Parameters) -> Said<'static> {
    match identifier {
        "CheckSpecVersion" => implicit(parameters.spec_version),
        "CheckTxVersion" => implicit(parameters.transaction_version),
        "CheckGenesis" => implicit(parameters.genesis),
        "CheckMortality" | "CheckEra" => Said {
            extra: Some(Value::Encoded(parameters.era.encode())),
            implicit: Some(parameters.birth_hash.into()),
        },
        "CheckNonce" => extra(parameters.nonce),
        "ChargeTransactionPayment" => extra(parameters.tip),
        CHECK_METADATA_HASH => {
            let (mode, digest) = match parameters.metadata_digest {
                Some(digest) => {
                    let digest = crate::Field::unnamed(Value::Bytes(digest.to_vec()));
                    ("Enabled", Value::Variant("Some", vec![digest]))
                }
                None => ("Disabled", Value::unit("None")),
            };
            Said {
                extra: Some(Value::unit(mode)),
                implicit: Some(digest),
            }
        }
        _ => Said {
            extra: None,
            implicit: None,
        },
    }
}

/// Writes the extra and the implicit parts of all extensions.
pub(crate) fn write(metadata: &Metadata, parameters: &Parameters) -> Result<(Vec<u8>, Vec<u8>), CodecError> {
    let (mut all_extra, mut all_implicit) = (Vec::new(), Vec::new());
    for extension in &metadata.parts.extrinsic.extensions {
        let said = say(&extension.identifier, parameters);
        write_part(metadata, extension, extension.extra, said.extra, &mut all_extra)?;
        write_part(
            metadata,
            extension,
            extension.implicit,
            said.implicit,
            &mut all_implicit,
        )?;
    }
    Ok((all_extra, all_implicit))
}

fn write_part(
    metadata: &Metadata,
    extension: &Extension,
    ty: u32,
    value: Option<Value<'_>>,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    let types = &metadata.parts.types;
    match value {
        None if types::is_empty(types, ty)? => Ok(()),
        None => Err(CodecError::Extension(extension.identifier.clone())),
        Some(value) => {
            let start = out.len();
            encode(types, ty, &extension.identifier, &value, out)?;
            // Bytes that were written as they are (the era) have to be of the runtime's type too.
            decode_all(types, ty, &out[start..]).map(drop)
        }
    }
}

/// Reads the extra parts of all extensions from the start of `input`.
pub(crate) fn read(metadata: &Metadata, input: &mut &[u8]) -> Result<Extra, CodecError> {
    let mut all = Extra::default();
    for extension in &metadata.parts.extrinsic.extensions {
        let mut start = *input;
        let value = decode(&metadata.parts.types, extension.extra, input)?;
        match extension.identifier.as_str() {
            "CheckMortality" | "CheckEra" => all.era = Some(Era::decode(&mut start)?),
            "CheckNonce" => all.nonce = Some(value.unsigned()?),
            "ChargeTransactionPayment" => all.tip = Some(value.rao()?),
            CHECK_METADATA_HASH => all.checks_metadata = value.field("mode")?.variant()?.0 == "Enabled",
            _ => {}
        }
    }
    Ok(all)
}
