//! Files that are damaged, cut short or made up: an error, or the right key, and never another.

use base64::{Engine, prelude::BASE64_STANDARD};
use proptest::prelude::*;
use taolight_keys::{
    DerivedKey, Kdf, KeyError,
    formats::{Imported, detect},
};
use taolight_primitives::AccountId;

use crate::{
    ALICE, BTCLI_PASSWORD, POLKADOT_PASSWORD, ROOT, account, error, fernet_key, locked, nacl_key, vector,
};

/// The accounts whose keys the bytes give, if they give any.
fn keys(bytes: &[u8], key: Option<&DerivedKey>) -> Result<Vec<AccountId>, KeyError> {
    let imported = match (detect(bytes)?.imported, key) {
        (Imported::Locked(locked), Some(key)) => locked.open(key)?,
        (other, _) => vec![other],
    };
    let mut accounts = Vec::new();
    for imported in imported {
        match imported {
            Imported::Secret(found) => accounts.push(found.secret.account()?),
            Imported::Watch(known) => accounts.push(known.account),
            // What needs an address or a password yet gave no key.
            Imported::Bare(_) | Imported::Locked(_) | Imported::Refused(_) => {}
        }
    }
    Ok(accounts)
}

/// Changes every byte of a file, one at a time. Returns how many changes went unnoticed.
fn flip(name: &str, address: &str, key: Option<&DerivedKey>) -> usize {
    let bytes = vector(name);
    let mut unnoticed = 0;
    for index in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[index] ^= if index % 2 == 0 { 1 } else { 0x10 };
        if let Ok(accounts) = keys(&changed, key) {
            assert!(
                accounts.iter().all(|found| *found == account(address)),
                "{name} {index}"
            );
            unnoticed += 1;
        }
    }
    unnoticed
}

fn cut(name: &str, address: &str, key: Option<&DerivedKey>) {
    let bytes = vector(name);
    for length in 0..bytes.len() {
        if let Ok(accounts) = keys(&bytes[..length], key) {
            // What is cut may be a line break at the end.
            assert_eq!(accounts, [account(address)], "{name} {length}");
            assert!(
                bytes[length..].iter().all(u8::is_ascii_whitespace),
                "{name} {length}"
            );
        }
    }
}

fn password_key(name: &str, password: &str) -> DerivedKey {
    locked(detect(&vector(name)).unwrap())
        .kdf()
        .derive(password)
        .unwrap()
}

#[test]
fn btcli_encrypted() {
    assert_eq!(flip("btcli-nacl", ROOT, Some(nacl_key())), 0);
    cut("btcli-nacl", ROOT, Some(nacl_key()));
    assert_eq!(flip("btcli-fernet", ROOT, Some(fernet_key())), 0);
    cut("btcli-fernet", ROOT, Some(fernet_key()));
}

#[test]
fn btcli_ansible() {
    // With the right key at hand, a changed salt is of no effect. It would lead to another key.
    let key = password_key("btcli-ansible", BTCLI_PASSWORD);
    let salt_digits = 4 * 32 + 2;
    assert!(flip("btcli-ansible", ROOT, Some(&key)) < salt_digits);
    cut("btcli-ansible", ROOT, Some(&key));
    let mut salted = vector("btcli-ansible");
    let first = salted.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    assert_ne!(salted[first..first + 2], *b"31");
    // The first hexadecimal digit of the salt, itself in hexadecimal: a 1.
    salted[first..first + 2].copy_from_slice(b"31");
    let locked = locked(detect(&salted).unwrap());
    assert_eq!(locked.unlock(BTCLI_PASSWORD).err(), Some(KeyError::WrongPassword));
}

#[test]
fn polkadot_js() {
    for name in ["polkadot-v3-n32768.json", "polkadot-v2-sr25519.json"] {
        let key = password_key(name, POLKADOT_PASSWORD);
        flip(name, ALICE, Some(&key));
        cut(name, ALICE, Some(&key));
    }
    flip("polkadot-v3-none.json", ALICE, None);
    cut("polkadot-v3-none.json", ALICE, None);
}

#[test]
fn in_clear() {
    for (name, address) in [
        ("btcli-uri.json", ALICE),
        ("btcli-mnemonic.json", ROOT),
        ("coldkeypub.txt", ALICE),
    ] {
        flip(name, address, None);
        cut(name, address, None);
    }
}

/// Changes bytes of the encoded part of a keystore.
fn encoded(change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut json: serde_json::Value = serde_json::from_slice(&vector("polkadot-v3-n32768.json")).unwrap();
    let mut bytes = BASE64_STANDARD.decode(json["encoded"].as_str().unwrap()).unwrap();
    change(&mut bytes);
    json["encoded"] = BASE64_STANDARD.encode(bytes).into();
    serde_json::to_vec(&json).unwrap()
}

#[test]
fn every_field_of_a_keystore_counts() {
    let key = password_key("polkadot-v3-n32768.json", POLKADOT_PASSWORD);
    let fields = [
        ("N", 32, KeyError::KdfRefused),
        ("p", 36, KeyError::KdfRefused),
        ("r", 40, KeyError::KdfRefused),
        ("nonce", 44, KeyError::WrongPassword),
        ("authentication code", 68, KeyError::WrongPassword),
        ("ciphertext", 84, KeyError::WrongPassword),
    ];
    for (field, index, expected) in fields {
        let changed = encoded(|bytes| bytes[index] ^= 0x40);
        assert_eq!(error(keys(&changed, Some(&key))), expected, "{field}");
    }
    let salted = locked(detect(&encoded(|bytes| bytes[0] ^= 1)).unwrap());
    assert_eq!(
        salted.unlock(POLKADOT_PASSWORD).err(),
        Some(KeyError::WrongPassword)
    );
    let longer = encoded(|bytes| bytes.push(0));
    assert_eq!(error(detect(&longer)), KeyError::Damaged("encoded"));
}

#[test]
fn work_without_end_is_refused_before_it_begins() {
    for n in [1_u32 << 30, 0, 1, 1 << 20, 32767] {
        let changed = encoded(|bytes| bytes[32..36].copy_from_slice(&n.to_le_bytes()));
        assert_eq!(error(detect(&changed)), KeyError::KdfRefused);
    }
}

#[test]
fn another_address_on_a_keystore_is_told() {
    let text = String::from_utf8(vector("polkadot-v3-n32768.json")).unwrap();
    let text = text.replace(ALICE, ROOT);
    let locked = locked(detect(text.as_bytes()).unwrap());
    assert_eq!(
        locked.unlock(POLKADOT_PASSWORD).err(),
        Some(KeyError::AddressMismatch)
    );
}

#[test]
fn another_list_on_a_batch_is_told() {
    let text = String::from_utf8(vector("polkadot-batch.json")).unwrap();
    let batch = locked(detect(text.as_bytes()).unwrap());
    let key = batch.kdf().derive("batch correct horse").unwrap();
    assert_eq!(batch.open(&key).unwrap().len(), 2);
    let text = text.replace(ALICE, ROOT);
    let batch = locked(detect(text.as_bytes()).unwrap());
    assert_eq!(batch.open(&key).err(), Some(KeyError::AddressMismatch));
}

#[test]
fn hashes_are_those_of_the_formats() {
    let kdf = |name| locked(detect(&vector(name)).unwrap()).kdf();
    let bits = |kdf: &Kdf| match kdf {
        Kdf::Argon2i(argon2i) => (argon2i.work.passes, argon2i.work.memory_kib),
        Kdf::Scrypt(scrypt) => (u32::from(scrypt.log_n), scrypt.p),
        Kdf::Pbkdf2Sha256(pbkdf2) => (pbkdf2.rounds, 0),
        Kdf::PaddedPassword => (0, 0),
        Kdf::Argon2id(_) => unreachable!("no file of another wallet has it"),
    };
    assert_eq!(bits(&kdf("btcli-nacl")), (8, 512 * 1024));
    assert_eq!(bits(&kdf("btcli-ansible")), (10_000, 0));
    assert_eq!(bits(&kdf("btcli-fernet")), (10_000_000, 0));
    assert_eq!(bits(&kdf("polkadot-v3-n131072.json")), (17, 1));
    assert_eq!(bits(&kdf("polkadot-v3-n32768.json")), (15, 1));
    assert_eq!(bits(&kdf("polkadot-v0-ed25519.json")), (0, 0));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = detect(&bytes);
        for prefix in ["$NACL", "$ANSIBLE_VAULT;1.1;AES256\n", "gAAAAA", "{\"encoding\":", "0x", "5"] {
            let _ = detect(&[prefix.as_bytes(), &bytes].concat());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", digits in "[0-9a-f]{0,200}") {
        let _ = detect(text.as_bytes());
        let _ = detect(digits.as_bytes());
        let hexadecimal = hex::encode(format!("{digits}\n{digits}\n{digits}"));
        let _ = detect(format!("$ANSIBLE_VAULT;1.1;AES256\n{hexadecimal}").as_bytes());
        for version in ["0", "3"] {
            let kind = if version == "0" { "\"none\"" } else { "[\"scrypt\",\"xsalsa20-poly1305\"]" };
            let json = format!(
                r#"{{"encoded":"0x{digits}","encoding":{{"content":["pkcs8","sr25519"],"type":{kind},"version":"{version}"}}}}"#
            );
            let _ = detect(json.as_bytes());
        }
    }

    #[test]
    fn any_key_opens_nothing(key: [u8; 32], extra in 0_usize..60) {
        for name in ["btcli-nacl", "btcli-fernet", "btcli-ansible", "polkadot-v3-n32768.json", "polkadot-batch.json"] {
            let locked = locked(detect(&vector(name)).unwrap());
            let mut bytes = key.to_vec();
            bytes.resize(32 + extra, 0);
            let opened = locked.open(&DerivedKey::from_bytes(bytes.into()));
            prop_assert!(opened.is_err());
        }
    }
}
