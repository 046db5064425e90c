//! Signed extrinsics. What is read of one makes the same one again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_codec::{Parameters, Payload, decode_extrinsic};
use taolight_fuzz::metadata;
use taolight_primitives::BlockHash;

fuzz_target!(|input: &[u8]| {
    let Ok(read) = decode_extrinsic(metadata(), input) else {
        return;
    };
    let parameters = Parameters {
        nonce: read.nonce,
        tip: read.tip,
        era: read.era,
        birth_hash: BlockHash([1; 32]),
        genesis: BlockHash([2; 32]),
        spec_version: metadata().runtime().spec_version,
        transaction_version: metadata().runtime().transaction_version,
        metadata_digest: read.checks_metadata.then_some([3; 32]),
    };
    let payload = Payload::new(metadata(), &read.call, &parameters).expect("it has been read");
    let written = payload
        .signed(metadata(), &read.account, &read.signature)
        .expect("it has been read");
    assert_eq!(written, input);
});
