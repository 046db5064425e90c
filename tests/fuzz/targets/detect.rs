//! Whatever is pasted or dropped: it is named, and what is in clear is read, without a password and without much work.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_fuzz::says_nothing_of;
use taolight_keys::formats::{Imported, Kind, detect};
use taolight_primitives::Failure;

fuzz_target!(|input: &[u8]| {
    let detected = match detect(input) {
        Ok(detected) => detected,
        Err(error) => return says_nothing_of(&format!("{:?}", Failure::from(error)), input),
    };
    let imported = detected.imported;
    let fits = match &imported {
        Imported::Secret(_) => is_secret(detected.kind) || is_keystore(detected.kind),
        Imported::Watch(_) => is_watched(detected.kind) || is_keystore(detected.kind),
        Imported::Bare(_) => matches!(detected.kind, Kind::ExpandedSecret | Kind::BtcliSecret),
        Imported::Locked(locked) => {
            // No file asks for more than the most expensive of those that wallets write.
            assert!(locked.kdf().memory_bytes() <= 512 << 20);
            locked.kind() == detected.kind && (is_locked(detected.kind) || is_keystore(detected.kind))
        }
        Imported::Refused(_) => false,
    };
    assert!(fits, "{:?}", detected.kind);
    if let Imported::Secret(found) = &imported {
        assert_eq!(found.secret.account().ok(), Some(found.known.account));
    }
    let claimed = imported.accounts().first().map(|known| known.account);
    if let Ok(secret) = imported.into_secret(claimed.as_ref()) {
        assert_eq!(secret.account().ok(), claimed);
    }
});

fn is_secret(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Mnemonic | Kind::SecretUri | Kind::Seed | Kind::BtcliSecret
    )
}

fn is_watched(kind: Kind) -> bool {
    matches!(kind, Kind::Address | Kind::BtcliPublic)
}

fn is_locked(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::BtcliNacl | Kind::BtcliAnsible | Kind::BtcliFernet | Kind::PolkadotJsBatch
    )
}

/// One that may be in clear, encrypted, or without a secret.
fn is_keystore(kind: Kind) -> bool {
    kind == Kind::PolkadotJs
}
