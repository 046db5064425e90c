//! What is written is read again as the same key.

use taolight_keys::{
    DerivedKey, KeyError, Scheme, Secret, SecretUri,
    formats::{Imported, KeystoreExport, Kind, NaclExport, btcli_json, btcli_public_json, detect},
};
use zeroize::Zeroizing;

use crate::{ALICE, DEVELOPMENT, account, error, found, locked, only};

/// Every kind of origin, in every scheme that has it.
fn secrets() -> Vec<Secret> {
    let parse = |uri: &str, scheme| Secret::from_uri(SecretUri::parse(uri).unwrap(), scheme).unwrap();
    let soft = parse("//polkadot/0", Scheme::Sr25519);
    let expanded = Secret::from_expanded(soft.expanded().unwrap().unwrap());
    let mut secrets = vec![soft, expanded];
    for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
        secrets.push(parse(DEVELOPMENT, scheme));
        secrets.push(parse(&format!("{DEVELOPMENT}//Alice///password"), scheme));
        secrets.push(parse(&format!("0x{}", "11".repeat(32)), scheme));
    }
    secrets
}

fn key(byte: u8) -> DerivedKey {
    DerivedKey::from_bytes(Zeroizing::new(vec![byte; 32]))
}

fn same(written: &Secret, read: &Secret) {
    assert_eq!(read.account().unwrap(), written.account().unwrap());
    assert_eq!(read.scheme(), written.scheme());
}

#[test]
fn btcli_in_clear() {
    for secret in secrets() {
        let text = btcli_json(&secret).unwrap();
        let detected = detect(text.as_bytes()).unwrap();
        assert_eq!(detected.kind, Kind::BtcliSecret);
        let read = found(detected.imported).secret;
        same(&secret, &read);
        assert_eq!(read.mnemonic().is_some(), secret.is_bare_mnemonic());
    }
}

#[test]
fn btcli_public() {
    for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
        let text = btcli_public_json(&account(ALICE), scheme);
        let detected = detect(text.as_bytes()).unwrap();
        assert_eq!(detected.kind, Kind::BtcliPublic);
        assert!(matches!(detected.imported, Imported::Watch(known) if known.account == account(ALICE)));
    }
}

#[test]
fn btcli_nacl() {
    for secret in secrets() {
        let bytes = NaclExport::write(&secret, &key(7)).unwrap();
        let locked = locked(detect(&bytes).unwrap());
        assert_eq!(locked.kdf(), NaclExport::kdf());
        same(&secret, &only(locked.open(&key(7)).unwrap()).secret);
        assert_eq!(locked.open(&key(8)).err(), Some(KeyError::WrongPassword));
        assert_ne!(
            NaclExport::write(&secret, &key(7)).unwrap(),
            bytes,
            "a nonce is used once"
        );
    }
}

#[test]
fn polkadot_js() {
    for secret in secrets() {
        let export = KeystoreExport::new().unwrap();
        let text = export
            .write(&secret, &key(7), Some("a \"name\"\n"), Some(1_700_000_000_000))
            .unwrap();
        let locked = locked(detect(text.as_bytes()).unwrap());
        assert_eq!(locked.kdf(), export.kdf());
        let read = only(locked.open(&key(7)).unwrap());
        same(&secret, &read.secret);
        assert_eq!(read.known.label.as_deref(), Some("a \"name\"\n"));
    }
}

#[test]
fn polkadot_js_with_a_password() {
    let secret = Secret::from_uri(SecretUri::parse("//Alice").unwrap(), Scheme::Sr25519).unwrap();
    let export = KeystoreExport::new().unwrap();
    let key = export.kdf().derive("correct horse").unwrap();
    let text = export.write(&secret, &key, None, None).unwrap();
    let locked = locked(detect(text.as_bytes()).unwrap());
    same(&secret, &only(locked.unlock("correct horse").unwrap()).secret);
    assert_eq!(
        locked.unlock("Correct horse").err(),
        Some(KeyError::WrongPassword)
    );
    assert_eq!(error(export.kdf().derive("")), KeyError::EmptyPassword);
}

#[test]
fn a_key_of_another_length_is_told() {
    let secret = &secrets()[0];
    let short = DerivedKey::from_bytes(Zeroizing::new(vec![7; 31]));
    assert_eq!(error(NaclExport::write(secret, &short)), KeyError::DerivedKey);
    let bytes = NaclExport::write(secret, &key(7)).unwrap();
    let locked = locked(detect(&bytes).unwrap());
    assert_eq!(locked.open(&short).err(), Some(KeyError::DerivedKey));
}
