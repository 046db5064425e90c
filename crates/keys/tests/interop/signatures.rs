//! Signatures of libraries that only sign: from the same seed, the same account and signatures that both sides take.

use serde_json::json;
use taolight_keys::Scheme;

use crate::{
    agree::agree,
    keys::{name, origins, secret},
    party::Party,
    programs::{NOBLE, Program, SCURE, WASM_CRYPTO},
};

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn wasm_crypto_sr25519() {
    signs_as_we_do(&WASM_CRYPTO, Scheme::Sr25519);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn wasm_crypto_ed25519() {
    signs_as_we_do(&WASM_CRYPTO, Scheme::Ed25519);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn scure_sr25519() {
    signs_as_we_do(&SCURE, Scheme::Sr25519);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn noble_ed25519() {
    signs_as_we_do(&NOBLE, Scheme::Ed25519);
}

fn signs_as_we_do(program: &Program, scheme: Scheme) {
    let mut party = Party::start(program);
    let mut count = 0;
    for (origin, _) in origins().iter().filter(|(_, other)| *other == scheme) {
        let ours = secret(origin, scheme);
        // After a soft junction there is none.
        let Some(seed) = ours.seed().unwrap() else {
            continue;
        };
        let seed = hex::encode(seed.bytes());
        let question = json!({ "do": "load", "seed": seed, "scheme": name(scheme) });
        assert_eq!(party.ask_bytes(question), ours.account().unwrap().0);
        agree(&mut party, &ours);
        count += 1;
    }
    assert_eq!(count, 4);
}
