//! Secrets as they are made, kept and opened again.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use taolight_keys::{
    DerivedKey, Expanded, KeyError, Keypair, Mnemonic, Scheme, Secret, SecretUri, Seed, WordCount,
    formats::{BareSecret, ImportedSecret},
};
use taolight_primitives::AccountId;

const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
const ROOT_SEED: &str = "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e";
const ROOT_CANONICAL: &str = "05d65584630d16cd4af6d0bec10f34bb504a5dcb62dba2122d49f5a663763d0afd190cce74df356432b410bd64682309d6dedb27c76845daf388557cbac3ca34";
const ALICE_CANONICAL: &str = "33a6f3093f158a7109f679410bef1a0c54168145e0cecb4df006c1c2fffb1f09925a225d97aa00682d6a59b95b18780c10d7032336e88f3442b42361f4a66011";
const ALICE_ED25519_FORM: &str = "98319d4ff8a9508c4bb0cf0b5a78d760a0b2082c02775e6e82370816fedfff48925a225d97aa00682d6a59b95b18780c10d7032336e88f3442b42361f4a66011";
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

fn secret(uri: &str, scheme: Scheme) -> Secret {
    Secret::from_uri(SecretUri::parse(uri).unwrap(), scheme).unwrap()
}

fn alice() -> AccountId {
    AccountId::from_ss58(ALICE).unwrap()
}

fn bare(digits: &str) -> BareSecret {
    let mut bytes = [0; 64];
    hex::decode_to_slice(digits, &mut bytes).unwrap();
    BareSecret::from_bytes(&bytes)
}

fn stored(secret: &Secret) -> Secret {
    Secret::from_bytes(&secret.to_bytes()).unwrap()
}

/// Fails to compile if the type has the trait: then there are two ways to infer the hole.
macro_rules! has_none_of {
    ($type:ty: $($trait:path),+) => {
        const _: fn() = || {
            trait Ambiguous<Marker> {
                fn item() {}
            }
            impl<T: ?Sized> Ambiguous<()> for T {}
            $({
                struct Marker;
                impl<T: ?Sized + $trait> Ambiguous<Marker> for T {}
            })+
            let _ = <$type as Ambiguous<_>>::item;
        };
    };
}

macro_rules! are_secret {
    ($($type:ty),+ $(,)?) => {
        $(has_none_of!($type: core::fmt::Debug, core::fmt::Display, Clone, serde::Serialize);)+
    };
}

are_secret!(
    BareSecret,
    DerivedKey,
    Expanded,
    ImportedSecret,
    Keypair,
    Mnemonic,
    Secret,
    SecretUri,
    Seed,
);

#[test]
fn generated_mnemonics_have_their_length_and_differ() {
    let lengths = [
        (WordCount::Twelve, 12),
        (WordCount::Fifteen, 15),
        (WordCount::Eighteen, 18),
        (WordCount::TwentyOne, 21),
        (WordCount::TwentyFour, 24),
    ];
    for (count, length) in lengths {
        let words = Mnemonic::generate(count).unwrap().words();
        assert_eq!(words.split(' ').count(), length);
        assert_eq!(*Mnemonic::parse(&words).unwrap().words(), *words);
        assert_ne!(*Mnemonic::generate(count).unwrap().words(), *words);
    }
}

#[test]
fn mnemonics_are_normalised() {
    let shouted = format!("\u{3000} {}\r\n", DEVELOPMENT.replace(' ', "  \t").to_uppercase());
    assert_eq!(*Mnemonic::parse(&shouted).unwrap().words(), DEVELOPMENT);
    let thirteen = format!("{DEVELOPMENT} walk");
    assert_eq!(Mnemonic::parse(&thirteen).err(), Some(KeyError::Length(13)));
}

#[test]
fn a_mnemonic_secret_has_everything() {
    let secret = stored(&secret(DEVELOPMENT, Scheme::Sr25519));
    assert_eq!(*secret.mnemonic().unwrap().words(), DEVELOPMENT);
    assert!(secret.is_bare_mnemonic());
    assert_eq!(*secret.uri().unwrap(), DEVELOPMENT);
    assert_eq!(*secret.seed().unwrap().unwrap().to_hex(), ROOT_SEED);
    let expanded = secret.expanded().unwrap().unwrap();
    assert_eq!(hex::encode(*expanded.canonical()), ROOT_CANONICAL);
}

#[test]
fn derivation_keeps_its_origin() {
    let secret = stored(&secret("//Alice", Scheme::Sr25519));
    assert_eq!(*secret.uri().unwrap(), format!("{DEVELOPMENT}//Alice"));
    assert!(!secret.is_bare_mnemonic());
    assert_eq!(
        *secret.seed().unwrap().unwrap().to_hex(),
        "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a"
    );
    let expanded = secret.expanded().unwrap().unwrap();
    assert_eq!(hex::encode(*expanded.canonical()), ALICE_CANONICAL);
    assert_eq!(hex::encode(*expanded.ed25519_form()), ALICE_ED25519_FORM);
}

#[test]
fn every_origin_is_kept() {
    let uris = [
        (DEVELOPMENT.to_owned(), Scheme::Ed25519),
        (format!("{DEVELOPMENT}//a/b//3///pass/word ///"), Scheme::Sr25519),
        (format!("{DEVELOPMENT}///пароль"), Scheme::Ed25519),
        (ROOT_SEED.to_owned(), Scheme::Sr25519),
        (format!("{ROOT_SEED}//hard"), Scheme::Ed25519),
    ];
    for (uri, scheme) in uris {
        let secret = secret(&uri, scheme);
        let again = stored(&secret);
        assert_eq!(*again.uri().unwrap(), uri.trim());
        assert_eq!(again.scheme(), scheme);
        assert_eq!(again.account().unwrap(), secret.account().unwrap());
    }
    let expanded = bare(ALICE_CANONICAL).of(&alice()).unwrap();
    let again = stored(&expanded);
    assert_eq!(again.account().unwrap(), alice());
    assert!(again.uri().is_none() && again.mnemonic().is_none() && again.seed().unwrap().is_none());
    assert!(again.with_scheme(Scheme::Ed25519).is_err());
}

#[test]
fn a_soft_key_has_no_seed() {
    let secret = secret("//polkadot/0", Scheme::Sr25519);
    assert!(secret.seed().unwrap().is_none());
    let expanded = Secret::from_expanded(secret.expanded().unwrap().unwrap());
    assert_eq!(expanded.account().unwrap(), secret.account().unwrap());
}

#[test]
fn sixty_four_bytes_are_told_apart_by_the_address() {
    for digits in [ALICE_CANONICAL, ALICE_ED25519_FORM] {
        let secret = bare(digits).of(&alice()).unwrap();
        let canonical = secret.expanded().unwrap().unwrap().canonical();
        assert_eq!(hex::encode(*canonical), ALICE_CANONICAL);
        let wrong = bare(digits).of(&AccountId([1; 32]));
        assert_eq!(wrong.err(), Some(KeyError::AddressMismatch));
    }
    let ed25519 = secret("//Alice", Scheme::Ed25519);
    let account = ed25519.account().unwrap();
    let seed = ed25519.seed().unwrap().unwrap();
    let both = hex::encode([*seed.bytes(), account.0].concat());
    let found = bare(&both).of(&account).unwrap();
    assert_eq!(found.scheme(), Scheme::Ed25519);
    assert_eq!(found.account().unwrap(), account);
    // A scalar of zero has a public key too, of zeros.
    let zero = bare(&"00".repeat(64)).of(&AccountId([0; 32]));
    assert_eq!(zero.err(), Some(KeyError::AddressMismatch));
}

#[test]
fn stored_bytes_are_stable() {
    let seed = Secret::from_seed(Seed::from_bytes(&[7; 32]), Scheme::Sr25519);
    assert_eq!(
        hex::encode(&*seed.to_bytes()),
        format!("010101{}", "07".repeat(32))
    );
    let uri = secret(&format!("{DEVELOPMENT}//a///b"), Scheme::Ed25519);
    let bytes = uri.to_bytes();
    assert_eq!(hex::encode(&bytes[..4]), "01000010");
    assert_eq!(hex::encode(&bytes[20..]), "030000002f2f6162");
}

#[test]
fn other_stored_bytes_are_refused() {
    let bytes = secret("//Alice", Scheme::Sr25519).to_bytes();
    let mut newer = bytes.to_vec();
    newer[0] = 2;
    assert_eq!(Secret::from_bytes(&newer).err(), Some(KeyError::StoredVersion));
    for (index, value) in [(0, 0), (1, 9), (2, 9), (3, 15), (20, 0xff)] {
        let mut wrong = bytes.to_vec();
        wrong[index] = value;
        assert_eq!(
            Secret::from_bytes(&wrong).err(),
            Some(KeyError::StoredSecret),
            "{index}"
        );
    }
    let expanded = bare(ALICE_CANONICAL).of(&alice()).unwrap().to_bytes();
    for bytes in [&expanded[..66], &[], &bytes[..10]] {
        assert_eq!(Secret::from_bytes(bytes).err(), Some(KeyError::StoredSecret));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_seed_and_path_is_kept(
        seed: [u8; 32],
        path in "(//?[a-z0-9]{1,40}){0,4}",
        ed25519: bool,
    ) {
        let scheme = if ed25519 { Scheme::Ed25519 } else { Scheme::Sr25519 };
        let uri = format!("{}{path}", *Seed::from_bytes(&seed).to_hex());
        if let Ok(secret) = Secret::from_uri(SecretUri::parse(&uri).unwrap(), scheme) {
            let again = stored(&secret);
            prop_assert_eq!(again.account().unwrap(), secret.account().unwrap());
            prop_assert_eq!(&*again.uri().unwrap(), &*secret.uri().unwrap());
        }
    }

    #[test]
    fn any_stored_bytes_are_read_or_refused(bytes: Vec<u8>, version in 0_u8..3, kind in 0_u8..4) {
        let _ = Secret::from_bytes(&bytes);
        let _ = Secret::from_bytes(&[&[version, kind, 1], &bytes[..]].concat());
    }
}
