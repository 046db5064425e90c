//! What is inside encrypted key files of every kind. It is encrypted here under a known key, because no fuzzer gets past
//! an authentication code.
//!
//! The first byte chooses the form; for a batch, the second byte says how many of the addresses that the content names
//! are listed in clear.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_fuzz::{Sealed, says_nothing_of, seal};
use taolight_keys::{
    KeyError,
    formats::{Imported, Locked, detect},
};

fuzz_target!(|input: &[u8]| {
    let [form, listed, content @ ..] = input else {
        return;
    };
    let addresses = addresses(content);
    let listed = addresses.len().min(usize::from(*listed));
    let Sealed { file, key, wrong } = seal(*form, content, &addresses[..listed]);
    let locked = match detect(&file).map(|detected| detected.imported) {
        Ok(Imported::Locked(locked)) => locked,
        Ok(_) => panic!("an encrypted file is locked"),
        // Keystores of one account are recognised by their length, and no padding fills an empty file.
        Err(error) => return says_nothing_of(&error.to_string(), content),
    };
    assert_eq!(locked.open(&wrong).err(), Some(KeyError::WrongPassword));
    match locked.open(&key) {
        Ok(found) => found.into_iter().for_each(check),
        Err(error) => {
            assert_ne!(error, KeyError::WrongPassword);
            says_nothing_of(&error.to_string(), content);
        }
    }
});

fn check(imported: Imported) {
    match imported {
        Imported::Secret(found) => assert_eq!(found.secret.account().ok(), Some(found.known.account)),
        Imported::Locked(locked) => check_locked(&locked),
        Imported::Watch(_) | Imported::Bare(_) | Imported::Refused(_) => {}
    }
}

/// An account of a batch that has a password of its own. The oldest form takes the password as the key.
fn check_locked(locked: &Locked) {
    assert!(locked.kdf().memory_bytes() <= 128 << 20);
    if locked.kdf() == taolight_keys::Kdf::PaddedPassword {
        locked
            .unlock("password")
            .map_or_else(|_| {}, |found| found.into_iter().for_each(check));
    }
}

/// The texts behind `"address":"`, as a batch has them.
fn addresses(content: &[u8]) -> Vec<&str> {
    let text = str::from_utf8(content).unwrap_or_default();
    let mut parts = text.split("\"address\":\"");
    parts.next();
    parts.filter_map(|part| Some(part.split_once('"')?.0)).collect()
}
