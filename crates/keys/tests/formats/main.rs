//! The files of other wallets, whole and damaged, and the files that are written for them. One program, so that the
//! slow password hashes run once.

#![allow(clippy::unwrap_used)]

mod damage;
mod detecting;
mod exports;
mod files;

use std::{fs, path::Path, sync::OnceLock};

use taolight_keys::{
    DerivedKey, KeyError, Scheme, Secret,
    formats::{Detected, Imported, ImportedSecret, Locked, detect},
};
use taolight_primitives::AccountId;

const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
const ROOT: &str = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
const ED25519_ROOT: &str = "5DFJF7tY4bpbpcKPJcBTQaKuCDEPCpiz8TRjpmLeTtweqmXL";
const ED25519_ALICE: &str = "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu";
const SOFT: &str = "5CkuU6MiTnL74VfHxLNnDoQ8JgsMWFfRSKK6Hm5c5YCdmRRv";

const BTCLI_PASSWORD: &str = "Correct-horse-7";
const POLKADOT_PASSWORD: &str = "correct horse";

fn vector(name: &str) -> Vec<u8> {
    let path = Path::new("../../tests/vectors/keys");
    fs::read(path.join(name)).unwrap()
}

fn account(address: &str) -> AccountId {
    AccountId::from_ss58(address).unwrap()
}

fn error<T>(result: Result<T, KeyError>) -> KeyError {
    result.err().unwrap()
}

fn locked(detected: Detected) -> Locked {
    match detected.imported {
        Imported::Locked(locked) => locked,
        _ => panic!("not locked"),
    }
}

fn found(imported: Imported) -> ImportedSecret {
    match imported {
        Imported::Secret(found) => found,
        _ => panic!("no secret"),
    }
}

fn only(imported: Vec<Imported>) -> ImportedSecret {
    assert_eq!(imported.len(), 1);
    found(imported.into_iter().next().unwrap())
}

fn unlocked(name: &str, password: &str) -> ImportedSecret {
    only(locked(detect(&vector(name)).unwrap()).unlock(password).unwrap())
}

fn is(secret: &Secret, address: &str, scheme: Scheme) {
    assert_eq!(secret.account().unwrap(), account(address));
    assert_eq!(secret.scheme(), scheme);
    let pair = secret.keypair().unwrap();
    assert!(scheme.verify(&account(address), b"m", &pair.sign(b"m").unwrap()));
}

/// The key of btcli's NaCl files, which takes 512 MiB and some seconds.
fn nacl_key() -> &'static DerivedKey {
    static KEY: OnceLock<DerivedKey> = OnceLock::new();
    KEY.get_or_init(|| derived("btcli-nacl"))
}

/// The key of btcli's Fernet files, which takes ten million rounds.
fn fernet_key() -> &'static DerivedKey {
    static KEY: OnceLock<DerivedKey> = OnceLock::new();
    KEY.get_or_init(|| derived("btcli-fernet"))
}

fn derived(name: &str) -> DerivedKey {
    let locked = locked(detect(&vector(name)).unwrap());
    locked.kdf().derive(BTCLI_PASSWORD).unwrap()
}
