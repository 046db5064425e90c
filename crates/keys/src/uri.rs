//! Secret URIs: a mnemonic or seed, then junctions, then a password: `word … word//hard/soft///password`.

use blake2::{Blake2b, Digest, digest::consts::U32};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{KeyError, Mnemonic, Seed};

/// The mnemonic that Substrate's tools assume where a URI has none, as in `//Alice`. Known to everyone.
const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// A parsed secret URI.
pub struct SecretUri {
    root: Seed,
    junctions: Vec<Junction>,
}

/// One step of a derivation path.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Junction {
    /// Whether the public key of the parent is not enough to derive the child's.
    pub(crate) hard: bool,
    pub(crate) chain_code: [u8; 32],
}

impl SecretUri {
    /// Parses a secret URI, and derives the seed if it has a mnemonic, which takes some milliseconds.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        let (rest, password) = match text.split_once("///") {
            Some((rest, password)) => (rest, Some(password)),
            None => (text, None),
        };
        let (secret, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let secret = secret.trim();
        let root = if secret.starts_with("0x") {
            if password.is_some() {
                return Err(KeyError::SeedPassword);
            }
            Seed::from_hex(secret)?
        } else {
            // `//Alice` is short for the development mnemonic; an empty text is not.
            let words = if secret.is_empty() && !path.is_empty() {
                DEVELOPMENT
            } else {
                secret
            };
            Mnemonic::parse(words)?.seed(password.unwrap_or_default())
        };
        Ok(Self {
            root,
            junctions: parse_path(path)?,
        })
    }

    pub(crate) fn root(&self) -> &Seed {
        &self.root
    }

    pub(crate) fn junctions(&self) -> &[Junction] {
        &self.junctions
    }
}

/// Parses `//hard/soft`.
fn parse_path(mut path: &str) -> Result<Vec<Junction>, KeyError> {
    let mut junctions = Vec::new();
    while let Some(after) = path.strip_prefix('/') {
        let (hard, named) = match after.strip_prefix('/') {
            Some(named) => (true, named),
            None => (false, after),
        };
        let (name, rest) = named.split_at(named.find('/').unwrap_or(named.len()));
        if name.is_empty() {
            return Err(KeyError::Path);
        }
        junctions.push(Junction {
            hard,
            chain_code: chain_code(name),
        });
        path = rest;
    }
    Ok(junctions)
}

/// A junction's 32 bytes: a number as eight little-endian bytes, a name as a SCALE string, either padded with zeros;
/// what is longer is hashed by blake2b-256.
fn chain_code(name: &str) -> [u8; 32] {
    let mut encoded = Zeroizing::new(Vec::new());
    match name.parse::<u64>() {
        Ok(number) => encoded.extend(number.to_le_bytes()),
        Err(_) => {
            encoded.extend(compact_length(name.len()));
            encoded.extend(name.as_bytes());
        }
    }
    let mut code = [0; 32];
    match code.get_mut(..encoded.len()) {
        Some(start) => start.copy_from_slice(&encoded),
        None => code = Blake2b::<U32>::digest(&*encoded).into(),
    }
    code
}

/// SCALE's compact form of a length. Names of 2³⁰ bytes do not fit into memory twice, so its last form is not needed.
fn compact_length(length: usize) -> Vec<u8> {
    let wide = (length as u64) << 2;
    match length {
        0..0x40 => vec![wide.to_le_bytes()[0]],
        0x40..0x4000 => (wide | 0b01).to_le_bytes()[..2].to_vec(),
        _ => (wide | 0b10).to_le_bytes()[..4].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_hashed() {
        assert_eq!(chain_code("1")[..9], [1, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(chain_code("Alice")[..7], *b"\x14Alice\0");
        assert_eq!(chain_code(&"a".repeat(31))[31], b'a');
        let hashed = Blake2b::<U32>::digest([&[32 << 2][..], &[b'a'; 32]].concat());
        assert_eq!(chain_code(&"a".repeat(32)), <[u8; 32]>::from(hashed));
        assert_eq!(compact_length(100), [0x91, 0x01]);
        assert_eq!(compact_length(0x4000), [2, 0, 1, 0]);
    }

    #[test]
    fn paths_have_names() {
        for path in ["/", "//", "/a/", "/a//", "//a//"] {
            assert_eq!(parse_path(path).err(), Some(KeyError::Path), "{path}");
        }
        let hard: Vec<bool> = parse_path("//a/b//0")
            .unwrap()
            .iter()
            .map(|junction| junction.hard)
            .collect();
        assert_eq!(hard, [true, false, true]);
    }
}
