//! Calls that somebody wants to have signed. What can be described can be signed, and the signed extrinsic holds exactly
//! that call.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_codec::{
    CallNode, Era, HumanValue, Parameters, Payload, Signature, SignedExtrinsic, decode_extrinsic,
    describe_call,
};
use taolight_fuzz::{alice, metadata};
use taolight_primitives::{BlockHash, Rao};

/// A call, and calls within calls, as many as are ever described.
const DEEPEST: usize = 1 + 8;

fuzz_target!(|call: &[u8]| {
    let Ok(described) = describe_call(metadata(), call) else {
        return;
    };
    assert!(depth(&described) <= DEEPEST);
    let parameters = Parameters {
        nonce: 7,
        tip: Rao(11),
        era: Era::mortal(64, 100),
        birth_hash: BlockHash([1; 32]),
        genesis: BlockHash([2; 32]),
        spec_version: metadata().runtime().spec_version,
        transaction_version: metadata().runtime().transaction_version,
        metadata_digest: Some([3; 32]),
    };
    let payload = Payload::new(metadata(), call, &parameters).expect("what is described is a call");
    let signature = Signature::Sr25519([4; 64]);
    let extrinsic = payload
        .signed(metadata(), &alice(), &signature)
        .expect("a known form");
    let read = decode_extrinsic(metadata(), &extrinsic);
    let meant = SignedExtrinsic {
        account: alice(),
        signature,
        nonce: parameters.nonce,
        tip: parameters.tip,
        era: parameters.era,
        checks_metadata: true,
        call: call.to_vec(),
    };
    assert_eq!(read, Ok(meant));
});

fn depth(call: &CallNode) -> usize {
    1 + call
        .arguments
        .iter()
        .map(|argument| depth_of(&argument.value))
        .max()
        .unwrap_or(0)
}

fn depth_of(value: &HumanValue) -> usize {
    match value {
        HumanValue::Call(call) => depth(call),
        HumanValue::List(items) => items.iter().map(depth_of).max().unwrap_or(0),
        HumanValue::Fields(fields) => fields
            .iter()
            .map(|field| depth_of(&field.value))
            .max()
            .unwrap_or(0),
        HumanValue::Account(_)
        | HumanValue::Amount(_)
        | HumanValue::Number(_)
        | HumanValue::Text(_)
        | HumanValue::Bytes(_)
        | HumanValue::Flag(_)
        | HumanValue::Empty => 0,
    }
}
