//! Secrets as they are stored: one form for each, so what is read is written as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_fuzz::says_nothing_of;
use taolight_keys::Secret;

fuzz_target!(|input: &[u8]| {
    match Secret::from_bytes(input) {
        Ok(secret) => assert_eq!(*secret.to_bytes(), *input),
        Err(error) => says_nothing_of(&error.to_string(), input),
    }
});
