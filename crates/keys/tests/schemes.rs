//! Keys of both schemes against published ones.

#![allow(clippy::unwrap_used)]

use taolight_keys::{KeyError, Keypair, Scheme, Secret, SecretUri, Seed, verify};
use taolight_primitives::AccountId;

const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

fn secret(uri: &str, scheme: Scheme) -> Result<Secret, KeyError> {
    Secret::from_uri(SecretUri::parse(uri).unwrap(), scheme)
}

fn address(uri: &str, scheme: Scheme) -> String {
    secret(uri, scheme).unwrap().account().unwrap().to_string()
}

#[test]
fn development_accounts_of_ed25519() {
    let accounts = [
        ("", "5DFJF7tY4bpbpcKPJcBTQaKuCDEPCpiz8TRjpmLeTtweqmXL"),
        ("//Alice", "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu"),
        ("//Bob", "5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E"),
    ];
    for (path, expected) in accounts {
        assert_eq!(
            address(&format!("{DEVELOPMENT}{path}"), Scheme::Ed25519),
            expected
        );
    }
    let seed = secret("//Alice", Scheme::Ed25519)
        .unwrap()
        .seed()
        .unwrap()
        .unwrap();
    assert_eq!(
        *seed.to_hex(),
        "0xabf8e5bdbe30c65656c0a3cbd181ff8a56294a69dfedd27982aace4a76909115"
    );
}

/// RFC 8032, section 7.1, test 1.
#[test]
fn first_vector_of_the_rfc() {
    let seed = Seed::from_hex("0x9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    let pair = Secret::from_seed(seed.unwrap(), Scheme::Ed25519)
        .keypair()
        .unwrap();
    assert_eq!(
        hex::encode(pair.account().0),
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    );
    let signature = pair.sign(b"").unwrap();
    assert_eq!(
        hex::encode(signature),
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    );
    assert!(Scheme::Ed25519.verify(&pair.account(), b"", &signature));
    assert!(!Scheme::Ed25519.verify(&pair.account(), b"x", &signature));
    assert!(!Scheme::Sr25519.verify(&pair.account(), b"", &signature));
    assert!(!Scheme::Ed25519.verify(&AccountId([0xff; 32]), b"", &signature));
}

#[test]
fn soft_junctions_are_of_sr25519_only() {
    for path in ["/soft", "//hard/soft", "/soft//hard"] {
        let uri = format!("{DEVELOPMENT}{path}");
        assert_eq!(secret(&uri, Scheme::Ed25519).err(), Some(KeyError::SoftEd25519));
        assert_eq!(
            Keypair::derive(&SecretUri::parse(&uri).unwrap(), Scheme::Ed25519).err(),
            Some(KeyError::SoftEd25519)
        );
        let sr25519 = secret(&uri, Scheme::Sr25519).unwrap();
        assert_eq!(
            sr25519.with_scheme(Scheme::Ed25519).err(),
            Some(KeyError::SoftEd25519)
        );
    }
}

#[test]
fn a_keypair_knows_its_scheme() {
    let pair = secret("//Alice", Scheme::Sr25519).unwrap().keypair().unwrap();
    assert_eq!(pair.scheme(), Scheme::Sr25519);
    assert!(verify(&pair.account(), b"m", &pair.sign(b"m").unwrap()));
    let other = secret("//Alice", Scheme::Sr25519)
        .unwrap()
        .with_scheme(Scheme::Ed25519);
    assert_eq!(other.unwrap().keypair().unwrap().scheme(), Scheme::Ed25519);
}

/// The path that polkadot-js' own wallet proposes; its file of this account is among the vectors.
#[test]
fn soft_after_hard() {
    assert_eq!(
        address(&format!("{DEVELOPMENT}//polkadot/0"), Scheme::Sr25519),
        "5CkuU6MiTnL74VfHxLNnDoQ8JgsMWFfRSKK6Hm5c5YCdmRRv"
    );
}
