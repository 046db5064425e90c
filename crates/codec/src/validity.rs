//! Whether the runtime would take a transaction into a block, and why not.

use taolight_primitives::BlockHash;

use crate::{CodecError, Field, Metadata, StateCall, Value};

const API: &str = "TaggedTransactionQueue";
const METHOD: &str = "validate_transaction";

/// What the runtime thinks of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Validity {
    /// It can be included.
    Valid,
    /// It cannot.
    Invalid {
        /// The runtime's own name of the reason, such as `Payment`, `Stale`, `BadProof` or `Custom`.
        reason: String,
        /// The runtime's own number, if the reason is `Custom`.
        custom: Option<u8>,
    },
    /// The runtime cannot tell.
    Unknown {
        /// The runtime's own name of the reason, such as `CannotLookup`.
        reason: String,
    },
}

/// Asks about a signed extrinsic with its length in front, on top of a block.
pub fn validity_call(
    metadata: &Metadata,
    extrinsic: &[u8],
    block: &BlockHash,
) -> Result<StateCall, CodecError> {
    let extrinsic = Value::Encoded(extrinsic.to_vec());
    metadata
        .api(API, METHOD)?
        .call(&[Value::unit("External"), extrinsic, (*block).into()])
}

/// Reads the answer to [`validity_call`].
pub fn decode_validity(metadata: &Metadata, bytes: &[u8]) -> Result<Validity, CodecError> {
    let answer = metadata.api(API, METHOD)?.decode(bytes)?;
    let (result, fields) = answer.variant()?;
    if result == "Ok" {
        return Ok(Validity::Valid);
    }
    let (kind, fields) = single(fields)?.variant()?;
    let (reason, details) = single(fields)?.variant()?;
    let reason = reason.to_owned();
    match kind {
        "Invalid" => Ok(Validity::Invalid {
            reason,
            custom: details.first().and_then(|field| field.value.unsigned().ok()),
        }),
        "Unknown" => Ok(Validity::Unknown { reason }),
        _ => Err(CodecError::wants("the answer", "valid, invalid or unknown")),
    }
}

fn single<'v, 'a>(fields: &'v [Field<'a>]) -> Result<&'v Value<'a>, CodecError> {
    match fields {
        [field] => Ok(&field.value),
        _ => Err(CodecError::wants("the answer", "a reason")),
    }
}
