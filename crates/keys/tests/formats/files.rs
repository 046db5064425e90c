//! What third parties wrote is read as what they wrote.

use crypto_secretbox::{AeadInPlace, KeyInit, XSalsa20Poly1305};
use taolight_keys::{
    KeyError, Scheme,
    formats::{Imported, Kind, detect},
};

use crate::{
    ALICE, BOB, BTCLI_PASSWORD, DEVELOPMENT, ED25519_ALICE, ED25519_ROOT, POLKADOT_PASSWORD, ROOT, SOFT,
    account, error, fernet_key, found, is, locked, nacl_key, only, unlocked, vector,
};

#[test]
fn btcli_in_clear() {
    let files = [
        ("btcli-mnemonic.json", ROOT, Scheme::Sr25519),
        ("btcli-seed.json", ROOT, Scheme::Sr25519),
        ("btcli-uri.json", ALICE, Scheme::Sr25519),
        ("btcli-ed25519-mnemonic.json", ED25519_ROOT, Scheme::Ed25519),
        ("btcli-ed25519-uri.json", ED25519_ALICE, Scheme::Ed25519),
    ];
    for (name, address, scheme) in files {
        let detected = detect(&vector(name)).unwrap();
        assert_eq!(detected.kind, Kind::BtcliSecret, "{name}");
        assert!(!detected.imported.needs_password() && detected.imported.holds_secret());
        let secret = found(detected.imported).secret;
        is(&secret, address, scheme);
        assert_eq!(secret.mnemonic().is_some(), name.contains("mnemonic"), "{name}");
    }
}

#[test]
fn btcli_public_is_watched() {
    let detected = detect(&vector("coldkeypub.txt")).unwrap();
    assert_eq!(detected.kind, Kind::BtcliPublic);
    assert!(!detected.imported.holds_secret());
    assert_eq!(detected.imported.accounts()[0].account, account(ALICE));
    assert_eq!(error(detected.imported.into_secret(None)), KeyError::NoSecret);
}

#[test]
fn btcli_nacl() {
    let locked = locked(detect(&vector("btcli-nacl")).unwrap());
    assert_eq!(locked.kind(), Kind::BtcliNacl);
    assert_eq!(locked.kdf().memory_bytes(), 512 << 20);
    let secret = only(locked.open(nacl_key()).unwrap()).secret;
    is(&secret, ROOT, Scheme::Sr25519);
    assert_eq!(*secret.mnemonic().unwrap().words(), DEVELOPMENT);
}

#[test]
fn btcli_fernet() {
    let locked = locked(detect(&vector("btcli-fernet")).unwrap());
    assert_eq!(locked.kind(), Kind::BtcliFernet);
    let secret = only(locked.open(fernet_key()).unwrap()).secret;
    is(&secret, ROOT, Scheme::Sr25519);
    assert_eq!(*secret.mnemonic().unwrap().words(), DEVELOPMENT);
}

#[test]
fn btcli_ansible() {
    for name in ["btcli-ansible", "btcli-ansible-quoted"] {
        let secret = unlocked(name, BTCLI_PASSWORD).secret;
        is(&secret, ROOT, Scheme::Sr25519);
        assert_eq!(*secret.mnemonic().unwrap().words(), DEVELOPMENT);
    }
    // As a Windows editor would leave it.
    let text = String::from_utf8(vector("btcli-ansible")).unwrap();
    let text = format!("\u{feff}{}\r\n", text.replace('\n', "\r\n"));
    let locked = locked(detect(text.as_bytes()).unwrap());
    is(
        &only(locked.unlock(BTCLI_PASSWORD).unwrap()).secret,
        ROOT,
        Scheme::Sr25519,
    );
}

#[test]
fn polkadot_js_of_every_version() {
    let files = [
        ("polkadot-v3-n131072.json", ALICE, Scheme::Sr25519),
        ("polkadot-v3-n32768.json", ALICE, Scheme::Sr25519),
        ("polkadot-v3-prefix0.json", ALICE, Scheme::Sr25519),
        ("polkadot-v3-soft.json", SOFT, Scheme::Sr25519),
        ("polkadot-v3-ed25519.json", ED25519_ALICE, Scheme::Ed25519),
        ("polkadot-v2-sr25519.json", ALICE, Scheme::Sr25519),
        ("polkadot-v2-ed25519.json", ED25519_ALICE, Scheme::Ed25519),
        ("polkadot-v1-sr25519.json", ALICE, Scheme::Sr25519),
        ("polkadot-v1-ed25519.json", ED25519_ALICE, Scheme::Ed25519),
        ("polkadot-v0-ed25519.json", ED25519_ALICE, Scheme::Ed25519),
    ];
    for (name, address, scheme) in files {
        let detected = detect(&vector(name)).unwrap();
        assert_eq!(detected.kind, Kind::PolkadotJs, "{name}");
        assert!(detected.imported.needs_password());
        let [known] = detected.imported.accounts() else {
            panic!("{name} names one account");
        };
        assert_eq!(known.account, account(address), "{name}");
        let opened = unlocked(name, POLKADOT_PASSWORD);
        assert_eq!(opened.known, *known);
        is(&opened.secret, address, scheme);
    }
    let label = unlocked("polkadot-v3-soft.json", POLKADOT_PASSWORD).known.label;
    assert_eq!(label.as_deref(), Some("Soft"));
}

#[test]
fn polkadot_js_in_clear() {
    for name in ["polkadot-v3-none.json", "polkadot-v2-none.json"] {
        let detected = detect(&vector(name)).unwrap();
        assert_eq!(detected.kind, Kind::PolkadotJs);
        assert!(!detected.imported.needs_password());
        is(&found(detected.imported).secret, ALICE, Scheme::Sr25519);
    }
}

#[test]
fn polkadot_js_takes_some_passwords_for_bytes() {
    is(
        &unlocked("polkadot-v3-hex-password.json", "0x00ff").secret,
        ALICE,
        Scheme::Sr25519,
    );
}

#[test]
fn polkadot_js_of_ethereum_is_refused() {
    let refused = detect(&vector("polkadot-v3-ecdsa.json"));
    assert!(matches!(error(refused), KeyError::Unsupported(_)));
}

#[test]
fn polkadot_js_batch() {
    let detected = detect(&vector("polkadot-batch.json")).unwrap();
    assert_eq!(detected.kind, Kind::PolkadotJsBatch);
    let batch = locked(detected);
    let named: Vec<_> = batch
        .accounts()
        .iter()
        .map(|known| (known.account, known.label.as_deref()))
        .collect();
    assert_eq!(
        named,
        [(account(ALICE), Some("Alice")), (account(BOB), Some("Bob"))]
    );
    let inner = batch.unlock("batch correct horse").unwrap();
    let passwords = [(POLKADOT_PASSWORD, ALICE), ("battery staple", BOB)];
    for (imported, (password, address)) in inner.into_iter().zip(passwords) {
        let Imported::Locked(keystore) = imported else {
            panic!("each has a password of its own");
        };
        assert_eq!(keystore.unlock("other").err(), Some(KeyError::WrongPassword));
        is(
            &only(keystore.unlock(password).unwrap()).secret,
            address,
            Scheme::Sr25519,
        );
    }
}

/// A batch whose key is the password itself.
fn batch_of(accounts: &serde_json::Value, password: &[u8]) -> Vec<u8> {
    let mut key = [0; 32];
    key[..password.len()].copy_from_slice(password);
    let mut content = serde_json::to_vec(accounts).unwrap();
    let nonce = [7; 24];
    let tag = XSalsa20Poly1305::new(&key.into())
        .encrypt_in_place_detached(&nonce.into(), b"", &mut content)
        .unwrap();
    let encoded = hex::encode([&nonce[..], &tag, &content].concat());
    let listed: Vec<_> = accounts
        .as_array()
        .unwrap()
        .iter()
        .map(|account| serde_json::json!({ "address": account["address"] }))
        .collect();
    let batch = serde_json::json!({
        "encoded": format!("0x{encoded}"),
        "encoding": { "content": ["batch-pkcs8"], "type": ["xsalsa20-poly1305"], "version": "3" },
        "accounts": listed,
    });
    serde_json::to_vec(&batch).unwrap()
}

#[test]
fn a_batch_gives_what_can_be_used() {
    let json = |name| serde_json::from_slice::<serde_json::Value>(&vector(name)).unwrap();
    let accounts = serde_json::json!([
        json("polkadot-v3-none.json"),
        json("polkadot-v3-ecdsa.json"),
        { "address": BOB, "meta": { "name": "watched" } },
        json("polkadot-batch.json"),
    ]);
    let batch = locked(detect(&batch_of(&accounts, b"secret")).unwrap());
    assert_eq!(batch.accounts().len(), 2, "those that are accounts of ours");
    let mut inner = batch.unlock("secret").unwrap().into_iter();
    is(&found(inner.next().unwrap()).secret, ALICE, Scheme::Sr25519);
    let Some(Imported::Refused(ecdsa)) = inner.next() else {
        panic!("an ECDSA key is none of ours");
    };
    assert_eq!(ecdsa.label.as_deref(), Some("Alice"));
    let Some(Imported::Watch(watched)) = inner.next() else {
        panic!("an account without a key is watched");
    };
    assert_eq!(
        (watched.account, watched.label.as_deref()),
        (account(BOB), Some("watched"))
    );
    assert!(
        matches!(inner.next(), Some(Imported::Refused(_))),
        "a batch in a batch"
    );
}

#[test]
fn wrong_passwords_are_told() {
    for name in [
        "btcli-ansible",
        "polkadot-v3-n32768.json",
        "polkadot-v2-sr25519.json",
        "polkadot-batch.json",
    ] {
        let locked = locked(detect(&vector(name)).unwrap());
        assert_eq!(
            locked.unlock("wrong").err(),
            Some(KeyError::WrongPassword),
            "{name}"
        );
        assert_eq!(locked.unlock("").err(), Some(KeyError::EmptyPassword), "{name}");
    }
}
