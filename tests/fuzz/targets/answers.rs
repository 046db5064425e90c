//! What peers answer: an account, a block's events, a fee, a validity. Storage is proven and calls are run here, but the
//! bytes are the chain's.
//!
//! The first byte chooses the question.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_codec::{
    decode_account, decode_dispatch_info, decode_validity, extrinsic_events, unwrap_metadata,
};
use taolight_fuzz::metadata;

fuzz_target!(|input: &[u8]| {
    let Some((question, answer)) = input.split_first() else {
        return;
    };
    match question % 5 {
        0 => {
            if let Ok(account) = decode_account(metadata(), Some(answer)) {
                // Four counters, then free, reserved and frozen of eight bytes each.
                assert_eq!(answer[..4], account.nonce.to_le_bytes());
                assert_eq!(answer[16..24], account.free.0.to_le_bytes());
                assert_eq!(answer[24..32], account.reserved.0.to_le_bytes());
                assert_eq!(answer[32..40], account.frozen.0.to_le_bytes());
            }
        }
        1 => {
            let outcome = |index| extrinsic_events(metadata(), answer, index);
            // Whether the events can be read does not depend on whose they are.
            let readable = (0..4).map(|index| outcome(index).is_ok()).collect::<Vec<_>>();
            assert!(readable.iter().all(|ok| *ok == readable[0]), "{readable:?}");
        }
        2 => {
            let _ = decode_dispatch_info(metadata(), answer);
        }
        3 => {
            let _ = decode_validity(metadata(), answer);
        }
        _ => {
            if let Ok(inner) = unwrap_metadata(answer) {
                assert!(answer.ends_with(&inner));
            }
        }
    }
});
