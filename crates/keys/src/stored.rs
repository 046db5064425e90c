//! The bytes by which a secret is kept in a vault: a version, what it began as, its scheme, then its parts.
//!
//! Mnemonic: 1, 0, scheme, entropy length, entropy, path length (four bytes, little-endian), path, password.
//! Seed: 1, 1, scheme, 32 bytes, path. Expanded: 1, 2, scheme 1, 64 bytes. Scheme: 0 ed25519, 1 sr25519.

use zeroize::Zeroizing;

use crate::{
    Expanded, KeyError, Mnemonic, Scheme, Secret, SecretUri, Seed, path::Path, secret::Origin, uri::Root,
};

/// The version that is written, and the only one there has been.
const VERSION: u8 = 1;

const MNEMONIC: u8 = 0;
const SEED: u8 = 1;
const EXPANDED: u8 = 2;

const ED25519: u8 = 0;
const SR25519: u8 = 1;

impl Secret {
    /// The bytes to keep, which are the secret itself: encrypt them.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        match &self.0 {
            Origin::Uri { uri, scheme } => match uri.root() {
                Root::Mnemonic { mnemonic, password } => {
                    let entropy = mnemonic.entropy();
                    let path = uri.path().text().as_bytes();
                    // Little-endian, so that what is cut off is zero: entropy has 32 bytes at most, and no path is
                    // longer than memory of 32 bits.
                    let [entropy_length, ..] = entropy.len().to_le_bytes();
                    let path_length = &path.len().to_le_bytes()[..4];
                    let head = [VERSION, MNEMONIC, scheme_byte(*scheme), entropy_length];
                    join(&[&head, &entropy, path_length, path, password.as_bytes()])
                }
                Root::Seed(seed) => {
                    let head = [VERSION, SEED, scheme_byte(*scheme)];
                    join(&[&head, seed.bytes(), uri.path().text().as_bytes()])
                }
            },
            Origin::Expanded(expanded) => {
                join(&[&[VERSION, EXPANDED, SR25519], expanded.canonical().as_slice()])
            }
        }
    }

    /// Reads what [`Self::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let (version, rest) = bytes.split_first().ok_or(KeyError::StoredSecret)?;
        if *version > VERSION {
            return Err(KeyError::StoredVersion);
        }
        if *version != VERSION {
            return Err(KeyError::StoredSecret);
        }
        read(rest).ok_or(KeyError::StoredSecret)
    }
}

/// One piece of memory, taken at once, so that no part is left behind by growing.
fn join(parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(parts.iter().map(|part| part.len()).sum()));
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    bytes
}

fn scheme_byte(scheme: Scheme) -> u8 {
    match scheme {
        Scheme::Ed25519 => ED25519,
        Scheme::Sr25519 => SR25519,
    }
}

fn read(bytes: &[u8]) -> Option<Secret> {
    let (&[kind, scheme], rest) = bytes.split_first_chunk::<2>()?;
    let scheme = match scheme {
        ED25519 => Scheme::Ed25519,
        SR25519 => Scheme::Sr25519,
        _ => return None,
    };
    match kind {
        MNEMONIC => read_mnemonic(rest, scheme),
        SEED => {
            let (seed, path) = rest.split_first_chunk::<32>()?;
            of(Root::Seed(Seed::from_bytes(seed)), path, scheme)
        }
        EXPANDED if scheme == Scheme::Sr25519 => {
            Expanded::from_canonical(rest.try_into().ok()?).map(Secret::from_expanded)
        }
        _ => None,
    }
}

fn read_mnemonic(bytes: &[u8], scheme: Scheme) -> Option<Secret> {
    let (length, rest) = bytes.split_first()?;
    let (entropy, rest) = rest.split_at_checked(usize::from(*length))?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (path, password) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    let root = Root::Mnemonic {
        mnemonic: Mnemonic::from_entropy(entropy).ok()?,
        password: Zeroizing::new(str::from_utf8(password).ok()?.to_owned()),
    };
    of(root, path, scheme)
}

fn of(root: Root, path: &[u8], scheme: Scheme) -> Option<Secret> {
    let path = Path::parse(str::from_utf8(path).ok()?).ok()?;
    Secret::from_uri(SecretUri::new(root, path), scheme).ok()
}
