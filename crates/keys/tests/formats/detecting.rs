//! What is pasted is named before anything else is asked.

use taolight_keys::{
    KeyError, Scheme,
    formats::{Imported, Kind, MAX_BYTES, detect},
};
use taolight_primitives::{ErrorCode, Failure};

use crate::{ALICE, DEVELOPMENT, ED25519_ALICE, ROOT, account, error, found, is};

const SEED: &str = "fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e";
const ALICE_EXPANDED: &str = "33a6f3093f158a7109f679410bef1a0c54168145e0cecb4df006c1c2fffb1f09925a225d97aa00682d6a59b95b18780c10d7032336e88f3442b42361f4a66011";

fn refusal(text: &str) -> KeyError {
    error(detect(text.as_bytes()))
}

#[test]
fn secrets_as_text() {
    let texts = [
        (DEVELOPMENT.to_owned(), Kind::Mnemonic, ROOT),
        (
            DEVELOPMENT.to_uppercase().replace(' ', "  "),
            Kind::Mnemonic,
            ROOT,
        ),
        (format!("\u{feff}{DEVELOPMENT}\r\n"), Kind::Mnemonic, ROOT),
        (format!("{DEVELOPMENT}//Alice"), Kind::SecretUri, ALICE),
        ("//Alice".to_owned(), Kind::SecretUri, ALICE),
        (SEED.to_owned(), Kind::Seed, ROOT),
        (format!(" 0x{} ", SEED.to_uppercase()), Kind::Seed, ROOT),
        (format!("0x{SEED}//Alice"), Kind::SecretUri, ALICE),
    ];
    for (text, kind, address) in texts {
        let detected = detect(text.as_bytes()).unwrap();
        assert_eq!(detected.kind, kind, "{text}");
        assert_eq!(detected.imported.accounts()[0].account, account(address));
        is(&found(detected.imported).secret, address, Scheme::Sr25519);
    }
}

#[test]
fn an_address_is_watched() {
    let detected = detect(format!("{ALICE}\n").as_bytes()).unwrap();
    assert_eq!(detected.kind, Kind::Address);
    assert!(matches!(detected.imported, Imported::Watch(known) if known.account == account(ALICE)));
}

#[test]
fn sixty_four_bytes_ask_for_an_address() {
    let read = || detect(ALICE_EXPANDED.as_bytes()).unwrap();
    assert_eq!(read().kind, Kind::ExpandedSecret);
    assert!(read().imported.holds_secret() && read().imported.accounts().is_empty());
    assert_eq!(error(read().imported.into_secret(None)), KeyError::AddressNeeded);
    let other = account(ROOT);
    assert_eq!(
        error(read().imported.into_secret(Some(&other))),
        KeyError::AddressMismatch
    );
    let secret = read().imported.into_secret(Some(&account(ALICE))).unwrap();
    is(&secret, ALICE, Scheme::Sr25519);
}

#[test]
fn a_given_address_is_checked() {
    let read = || detect(DEVELOPMENT.as_bytes()).unwrap().imported;
    assert!(read().into_secret(Some(&account(ROOT))).is_ok());
    assert_eq!(
        error(read().into_secret(Some(&account(ALICE)))),
        KeyError::AddressMismatch
    );
}

#[test]
fn btcli_json_of_any_age() {
    let public = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
    let texts = [
        (format!(r#"{{"ss58Address":"{ALICE}"}}"#), Kind::BtcliPublic),
        (format!(r#"{{" ss58Address":"{ALICE}"}}"#), Kind::BtcliPublic),
        (
            format!(r#"{{"publicKey":"{public}","secretPhrase":null,"secretSeed":""}}"#),
            Kind::BtcliPublic,
        ),
        (
            format!(r#"{{"accountId":"{public}","privateKey":"0x{ALICE_EXPANDED}","cryptoType":"1"}}"#),
            Kind::BtcliSecret,
        ),
        // A wrong scheme: the address decides.
        (
            format!(r#"{{"ss58Address":"{ALICE}","privateKey":"0x{ALICE_EXPANDED}","cryptoType":0}}"#),
            Kind::BtcliSecret,
        ),
    ];
    for (text, kind) in texts {
        let detected = detect(text.as_bytes()).unwrap();
        assert_eq!(detected.kind, kind, "{text}");
        assert_eq!(detected.imported.accounts()[0].account, account(ALICE));
    }
    // Without any public part, the scheme is as the file says, and sr25519 where it says nothing.
    let seed = "0xabf8e5bdbe30c65656c0a3cbd181ff8a56294a69dfedd27982aace4a76909115";
    let ed25519 = format!(r#"{{"secretSeed":"{seed}","cryptoType":0}}"#);
    let found_there = found(detect(ed25519.as_bytes()).unwrap().imported);
    is(&found_there.secret, ED25519_ALICE, Scheme::Ed25519);
    let unknown = format!(r#"{{"privateKey":"0x{ALICE_EXPANDED}"}}"#);
    let unknown = detect(unknown.as_bytes()).unwrap().imported;
    assert_eq!(error(unknown.into_secret(None)), KeyError::AddressNeeded);
}

#[test]
fn files_that_say_two_things_are_refused() {
    let texts = [
        (
            format!(r#"{{"ss58Address":"{ALICE}","secretPhrase":"{DEVELOPMENT}"}}"#),
            KeyError::AddressMismatch,
        ),
        (
            format!(
                r#"{{"ss58Address":"{ALICE}","publicKey":"0x{}"}}"#,
                "11".repeat(32)
            ),
            KeyError::AddressMismatch,
        ),
        (
            format!(
                r#"{{"secretPhrase":"{DEVELOPMENT}","secretSeed":"0x{}"}}"#,
                "11".repeat(32)
            ),
            KeyError::SecretsDisagree,
        ),
        (
            format!(r#"{{"secretSeed":"0x{SEED}","privateKey":"0x{ALICE_EXPANDED}"}}"#),
            KeyError::SecretsDisagree,
        ),
    ];
    for (text, expected) in texts {
        assert_eq!(refusal(&text), expected, "{text}");
    }
}

#[test]
fn what_is_wrong_is_said() {
    assert_eq!(refusal(""), KeyError::Empty);
    assert_eq!(refusal(" \n"), KeyError::Empty);
    assert_eq!(refusal("hello"), KeyError::Unrecognised);
    assert_eq!(error(detect(&[0xff, 0xfe, 0])), KeyError::Unrecognised);
    assert_eq!(refusal("{}"), KeyError::Unrecognised);
    assert_eq!(refusal("{"), KeyError::Damaged("JSON"));
    assert_eq!(refusal(&format!("{DEVELOPMENT} walk")), KeyError::Length(13));
    assert_eq!(refusal(&DEVELOPMENT.replace("race", "raze")), KeyError::Word(9));
    assert_eq!(refusal(&ALICE.replace("Fz9r", "Fz8r")), KeyError::Address);
    assert_eq!(
        refusal("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"),
        KeyError::Address
    );
    assert_eq!(refusal("0x1234"), KeyError::Seed);
    assert_eq!(refusal(&"5".repeat(100_000)), KeyError::Unrecognised);
    assert_eq!(refusal(&"//a".repeat(100_000)), KeyError::Unrecognised);
    assert_eq!(
        error(detect(&vec![b'a'; MAX_BYTES + 1])),
        KeyError::TooLarge(MAX_BYTES)
    );
    assert_eq!(
        refusal(&format!("{{\"a\":{}", "[".repeat(500_000))),
        KeyError::Damaged("JSON")
    );
    let long = format!(r#"{{"ss58Address":"{}"}}"#, "5".repeat(1_000_000));
    assert_eq!(refusal(&long), KeyError::Damaged("ss58Address"));
}

#[test]
fn errors_repeat_nothing() {
    let secret = "hunter2";
    for text in [
        secret.to_owned(),
        format!("{secret} {DEVELOPMENT}"),
        DEVELOPMENT.replace("race", secret),
        format!(r#"{{"secretPhrase":"{secret}"}}"#),
        format!(r#"{{"secretSeed":"{secret}"}}"#),
        format!(r#"{{"privateKey":"{secret}"}}"#),
        format!(
            r#"{{"encoded":"{secret}","encoding":{{"content":["{secret}"],"type":"none","version":"3"}}}}"#
        ),
        format!(r#"{{"secretSeed":{secret}}}"#),
    ] {
        let failure = Failure::from(refusal(&text));
        let all = format!("{failure:?}");
        assert!(!all.contains(secret), "{all}");
    }
    let failure = Failure::from(KeyError::Damaged("secretSeed"));
    assert_eq!(failure.code, ErrorCode::DamagedKeyFile);
    assert_eq!(failure.data.as_deref(), Some("secretSeed"));
}
