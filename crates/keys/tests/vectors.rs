//! Well-known keys, and what is said about wrong ones.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use taolight_keys::{KeyError, Keypair, Mnemonic, SecretUri, verify};
use taolight_primitives::{ErrorCode, Failure};

const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

fn address(uri: &str) -> String {
    Keypair::from_uri(&SecretUri::parse(uri).unwrap())
        .unwrap()
        .account()
        .to_string()
}

fn error(uri: &str) -> KeyError {
    SecretUri::parse(uri).err().unwrap()
}

#[test]
fn development_accounts() {
    let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
    assert_eq!(address("//Alice"), alice);
    assert_eq!(address(&format!("{DEVELOPMENT}//Alice")), alice);
    assert_eq!(
        address("//Bob"),
        "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"
    );
    assert_eq!(
        address("//Charlie"),
        "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y"
    );
    assert_eq!(
        address("//Alice//stash"),
        "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY"
    );
}

#[test]
fn root_of_the_development_mnemonic() {
    let root = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";
    assert_eq!(address(DEVELOPMENT), root);
    assert_eq!(
        address(&format!(
            "  {}\n",
            DEVELOPMENT.replace(' ', "\t\n ").to_uppercase()
        )),
        root
    );
    assert_eq!(
        address("0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e"),
        root
    );
}

#[test]
fn junctions_and_passwords() {
    // The pairs that Substrate's own sr25519 tests call known.
    assert_eq!(
        hex::encode(
            Keypair::from_uri(&SecretUri::parse("/Alice").unwrap())
                .unwrap()
                .account()
                .0
        ),
        "d6c71059dbbe9ad2b0ed3f289738b800836eb425544ce694825285b958ca755e"
    );
    assert_eq!(address(&format!("{DEVELOPMENT}/Alice")), address("/Alice"));
    let seed = "0x9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    assert_eq!(
        hex::encode(
            Keypair::from_uri(&SecretUri::parse(seed).unwrap())
                .unwrap()
                .account()
                .0
        ),
        "44a996beb1eef7bdcab976ab6d2ca26104834164ecf28fb375600576fcc6eb0f"
    );
    // Hard after soft does not depend on the soft key's fresh nonce seed; leading zeros do not change a number.
    assert_eq!(address("/soft//hard/7"), address("/soft//hard/007"));
    assert_ne!(
        address(&format!("{DEVELOPMENT}///password")),
        address(DEVELOPMENT)
    );
    assert_eq!(address("//Alice///"), address("//Alice"));
}

/// Seeds of `substrate-bip39`, whose vectors all take the password "Substrate".
#[test]
fn substrate_seeds() {
    let vectors = [
        (
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
            "0x44e9d125f037ac1d51f0a7d3649689d422c2af8b1ec8e00d71db4d7bf6d127e3",
        ),
        (
            "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal will",
            "0xcb1d50e14101024a88905a098feb1553d4306d072d7460e167a60ccb3439a681",
        ),
        (
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art",
            "0x44e9d125f037ac1d51f0a7d3649689d422c2af8b1ec8e00d71db4d7bf6d127e3",
        ),
    ];
    for (words, seed) in vectors {
        assert_eq!(address(&format!("{words}///Substrate")), address(seed), "{words}");
    }
}

#[test]
fn wrong_mnemonics_are_explained() {
    assert_eq!(error(""), KeyError::Length(0));
    assert_eq!(error("bottom drive obey"), KeyError::Length(3));
    assert_eq!(error(&DEVELOPMENT.replace("race", "raze")), KeyError::Word(9));
    assert_eq!(
        error(&DEVELOPMENT.replace("fit walk", "walk fit")),
        KeyError::Checksum
    );
    assert_eq!(error("0x1234"), KeyError::Seed);
    assert_eq!(
        error(&format!("0x{}///password", "11".repeat(32))),
        KeyError::SeedPassword
    );
    assert_eq!(error(&format!("{DEVELOPMENT}//")), KeyError::Path);
    assert_eq!(error(&format!("{DEVELOPMENT}//a//")), KeyError::Path);
}

#[test]
fn errors_name_the_position_and_never_the_word() {
    let failure = Failure::from(error(&DEVELOPMENT.replace("race", "hunter2")));
    assert_eq!(failure.code, ErrorCode::MnemonicWord);
    assert_eq!(failure.data.as_deref(), Some("9"));
    assert!(!failure.message.contains("hunter2"));
}

#[test]
fn signatures_verify_and_differ() {
    let alice = Keypair::from_uri(&SecretUri::parse("//Alice").unwrap()).unwrap();
    let (first, second) = (alice.sign(b"message").unwrap(), alice.sign(b"message").unwrap());
    assert!(verify(&alice.account(), b"message", &first));
    assert!(verify(&alice.account(), b"message", &second));
    assert_ne!(first, second);
    assert!(!verify(&alice.account(), b"massage", &first));
    assert!(!verify(&alice.account(), b"message", &[0xff; 64]));
}

proptest! {
    #[test]
    fn any_text_is_parsed_or_refused(text in ".*") {
        let _ = SecretUri::parse(&text);
        let _ = Mnemonic::parse(&text);
    }
}
