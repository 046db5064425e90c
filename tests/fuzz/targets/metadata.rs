//! A runtime's metadata. The light client proves that it is the chain's; a wallet that is given other metadata must not
//! break on it.
//!
//! The first byte chooses what the rest is: metadata, or changes of a small one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_codec::{
    Metadata, decode_account, decode_dispatch_info, decode_extrinsic, decode_validity, describe_call,
    encode_call, events_key, extrinsic_events, unwrap_metadata,
};
use taolight_fuzz::{bob, edited, small_15, small_16};
use taolight_primitives::Rao;

fuzz_target!(|input: &[u8]| {
    let Some((form, rest)) = input.split_first() else {
        return;
    };
    let bytes = match form % 3 {
        0 => rest.to_vec(),
        1 => edited(small_15(), rest),
        _ => edited(small_16(), rest),
    };
    let _ = unwrap_metadata(&bytes);
    let Ok(metadata) = Metadata::decode(&bytes) else {
        return;
    };
    // Nothing is said of the results: strange metadata makes strange sense, or none.
    let _ = (metadata.existential_deposit(), metadata.block_hash_count());
    let _ = (events_key(&metadata), extrinsic_events(&metadata, rest, 0));
    let _ = (
        decode_account(&metadata, None),
        decode_account(&metadata, Some(rest)),
    );
    let _ = (
        decode_dispatch_info(&metadata, rest),
        decode_validity(&metadata, rest),
    );
    let _ = (decode_extrinsic(&metadata, rest), describe_call(&metadata, rest));
    let arguments = [("dest", bob().into()), ("value", Rao(1).into())];
    if let Ok(call) = encode_call(&metadata, "Balances", "transfer_keep_alive", &arguments) {
        let _ = describe_call(&metadata, &call);
    }
});
