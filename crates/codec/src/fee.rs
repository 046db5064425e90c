//! What a transaction will cost and weigh, as the runtime itself answers.

use taolight_primitives::{AccountId, Rao};

use crate::{CodecError, Metadata, Payload, Signature, StateCall, Value};

const API: &str = "TransactionPaymentApi";
const METHOD: &str = "query_info";

/// Asks for the fee of a payload. The extrinsic carries an empty signature, which is as long as a real one and which
/// this API does not check.
pub fn fee_call(
    metadata: &Metadata,
    account: &AccountId,
    payload: &Payload,
) -> Result<StateCall, CodecError> {
    let extrinsic = payload.signed(metadata, account, &Signature::Sr25519([0; 64]))?;
    let length = Value::Unsigned(extrinsic.len() as u128);
    metadata
        .api(API, METHOD)?
        .call(&[Value::Encoded(extrinsic), length])
}

/// What the runtime says of a transaction before it is in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DispatchInfo {
    /// The fee without the tip.
    pub fee: Rao,
    /// What its call may take, in picoseconds.
    pub ref_time: u64,
    /// What its call may take, in bytes of proof.
    pub proof_size: u64,
}

/// Reads the answer to [`fee_call`].
pub fn decode_dispatch_info(metadata: &Metadata, bytes: &[u8]) -> Result<DispatchInfo, CodecError> {
    let answer = metadata.api(API, METHOD)?.decode(bytes)?;
    let weight = answer.field("weight")?;
    Ok(DispatchInfo {
        fee: answer.field("partial_fee")?.rao()?,
        ref_time: weight.field("ref_time")?.unsigned()?,
        proof_size: weight.field("proof_size")?.unsigned()?,
    })
}
