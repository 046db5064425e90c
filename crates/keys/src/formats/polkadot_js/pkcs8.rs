//! The key pair inside a keystore: a fixed prefix, the secret, a divider, the public key. It resembles PKCS #8.

use taolight_primitives::AccountId;
use zeroize::Zeroizing;

use super::super::{
    BareSecret,
    part::{Claim, Part},
};
use crate::{KeyError, Scheme, Secret, Seed};

const HEADER: [u8; 16] = [
    0x30, 0x53, 0x02, 0x01, 0x01, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];
const DIVIDER: [u8; 5] = [0xa1, 0x23, 0x03, 0x21, 0x00];
const PUBLIC: usize = 32;

/// Bytes with a seed, as versions 0 and 1 have it, and with a 64-byte secret.
pub(super) const LENGTHS: [usize; 2] = [length(32), length(64)];

const fn length(secret: usize) -> usize {
    HEADER.len() + secret + DIVIDER.len() + PUBLIC
}

/// The secret, which must be of the public key beside it and of the account that is expected. Where no scheme is named,
/// the public key tells it.
pub(super) fn read(
    bytes: &[u8],
    scheme: Option<Scheme>,
    expected: Option<AccountId>,
) -> Result<Secret, KeyError> {
    let (part, account) = split(bytes).ok_or(KeyError::Damaged("private key"))?;
    if expected.is_some_and(|expected| expected != account) {
        return Err(KeyError::AddressMismatch);
    }
    part.of(
        &account,
        scheme.map_or(Claim::Either(Scheme::Ed25519), Claim::Only),
    )
}

fn split(bytes: &[u8]) -> Option<(Part, AccountId)> {
    let rest = bytes.strip_prefix(&HEADER)?;
    let (rest, public) = rest.split_last_chunk::<PUBLIC>()?;
    let secret = rest.strip_suffix(&DIVIDER)?;
    let part = match <&[u8; 32]>::try_from(secret) {
        Ok(seed) => Part::Seed(Seed::from_bytes(seed)),
        Err(_) => Part::Bare(BareSecret::from_bytes(secret.try_into().ok()?)),
    };
    Some((part, AccountId(*public)))
}

/// Writes what [`read`] reads: an sr25519 scalar times eight with its nonce seed, or an ed25519 seed with its public
/// key.
pub(super) fn write(secret: &Secret) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let account = secret.account()?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(length(64)));
    bytes.extend_from_slice(&HEADER);
    match (secret.expanded()?, secret.seed()?) {
        (Some(expanded), _) => bytes.extend_from_slice(&*expanded.ed25519_form()),
        // ed25519 has no expanded secret, and always a seed.
        (None, Some(seed)) => {
            bytes.extend_from_slice(seed.bytes());
            bytes.extend_from_slice(&account.0);
        }
        (None, None) => return Err(KeyError::NoSecret),
    }
    bytes.extend_from_slice(&DIVIDER);
    bytes.extend_from_slice(&account.0);
    Ok(bytes)
}
