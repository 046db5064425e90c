//! What a transaction will cost, as the runtime itself answers.

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

/// Reads the answer to [`fee_call`]: the fee without the tip.
pub fn decode_fee(metadata: &Metadata, bytes: &[u8]) -> Result<Rao, CodecError> {
    metadata
        .api(API, METHOD)?
        .decode(bytes)?
        .field("partial_fee")?
        .rao()
}
