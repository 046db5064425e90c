//! What a person pastes: a mnemonic, a secret URI, hexadecimal digits, or an address.

use taolight_primitives::AccountId;

use super::{BareSecret, Detected, Imported, ImportedSecret, Kind, KnownAccount, hex_bytes};
use crate::{KeyError, Scheme, Secret, SecretUri, Seed};

/// The longest text that is read, in bytes: every junction of a path takes work.
const LONGEST: usize = 4096;

/// Lengths of text near that of an address, which is 48 characters: one that lost or gained a few is still meant as one.
const ADDRESS_LIKE: std::ops::RangeInclusive<usize> = 44..=52;

/// Reads a text without white space around it. Secrets are taken to be of sr25519, as all of Bittensor's wallets do;
/// [`Secret::with_scheme`] makes them another.
pub(super) fn read(text: &str) -> Result<Detected, KeyError> {
    if text.len() > LONGEST {
        return Err(KeyError::Unrecognised);
    }
    if let Some(digits) = hex_bytes::digits(text) {
        return read_digits(digits);
    }
    if let Some(account) = address(text) {
        return Ok(Detected {
            kind: Kind::Address,
            imported: Imported::Watch(KnownAccount::unnamed(account)),
        });
    }
    refuse_other_text(text)?;
    let secret = Secret::from_uri(SecretUri::parse(text)?, Scheme::Sr25519)?;
    let kind = if secret.is_bare_mnemonic() {
        Kind::Mnemonic
    } else {
        Kind::SecretUri
    };
    found(kind, secret)
}

/// The account of an address. Base58 takes time by the square of its length, so no longer text is decoded.
pub(super) fn address(text: &str) -> Option<AccountId> {
    if !ADDRESS_LIKE.contains(&text.len()) {
        return None;
    }
    AccountId::from_ss58(text).ok()
}

fn read_digits(digits: &str) -> Result<Detected, KeyError> {
    if let Some(seed) = hex_bytes::decode_array(digits) {
        return found(
            Kind::Seed,
            Secret::from_seed(Seed::from_bytes(&seed), Scheme::Sr25519),
        );
    }
    match hex_bytes::decode_array(digits) {
        Some(bytes) => Ok(Detected {
            kind: Kind::ExpandedSecret,
            imported: Imported::Bare(BareSecret::from_bytes(&bytes)),
        }),
        None => Err(KeyError::Seed),
    }
}

/// A single word is no mnemonic, so to count its words would not help.
fn refuse_other_text(text: &str) -> Result<(), KeyError> {
    if text.starts_with("0x") || text.contains(|letter: char| letter == '/' || letter.is_whitespace()) {
        return Ok(());
    }
    if ADDRESS_LIKE.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(KeyError::Address);
    }
    Err(KeyError::Unrecognised)
}

fn found(kind: Kind, secret: Secret) -> Result<Detected, KeyError> {
    Ok(Detected {
        kind,
        imported: Imported::Secret(ImportedSecret::new(secret, None)?),
    })
}
