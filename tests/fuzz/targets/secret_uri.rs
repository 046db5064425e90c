//! Secret URIs: what is read is written again as the same secret, by both schemes, and stored as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_fuzz::says_nothing_of;
use taolight_keys::{KeyError, Scheme, Secret, SecretUri};

fuzz_target!(|input: &[u8]| {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
        match read(text, scheme) {
            Ok(secret) => {
                let written = secret.uri().expect("it came from one");
                let again = read(&written, scheme).expect("its own text");
                let bytes = secret.to_bytes();
                assert_eq!(*again.to_bytes(), *bytes);
                assert_eq!(*again.uri().expect("the same"), *written);
                let stored = Secret::from_bytes(&bytes).expect("its own bytes");
                assert_eq!(*stored.uri().expect("the same"), *written);
                assert_eq!(stored.scheme(), scheme);
            }
            Err(error) => says_nothing_of(&error.to_string(), input),
        }
    }
});

fn read(text: &str, scheme: Scheme) -> Result<Secret, KeyError> {
    Secret::from_uri(SecretUri::parse(text)?, scheme)
}
