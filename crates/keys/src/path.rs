//! Derivation paths: `//hard/soft`, a junction after every slash.

use blake2::{Blake2b, Digest, digest::consts::U32};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::KeyError;

/// A path, as it was written and as it is walked.
pub(crate) struct Path {
    text: Zeroizing<String>,
    junctions: Vec<Junction>,
}

/// One step of a derivation path.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Junction {
    /// Whether the public key of the parent is not enough to derive the child's.
    pub(crate) hard: bool,
    pub(crate) chain_code: [u8; 32],
}

impl Path {
    /// The path of a key that is not derived.
    pub(crate) fn empty() -> Self {
        Self {
            text: Zeroizing::default(),
            junctions: Vec::new(),
        }
    }

    /// Parses `//hard/soft`; nothing is the empty path.
    pub(crate) fn parse(text: &str) -> Result<Self, KeyError> {
        Ok(Self {
            text: Zeroizing::new(text.to_owned()),
            junctions: parse_junctions(text)?,
        })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn junctions(&self) -> &[Junction] {
        &self.junctions
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.junctions.is_empty()
    }

    /// Whether every junction is hard.
    pub(crate) fn is_hard(&self) -> bool {
        self.junctions.iter().all(|junction| junction.hard)
    }
}

fn parse_junctions(mut path: &str) -> Result<Vec<Junction>, KeyError> {
    let mut junctions = Vec::new();
    while !path.is_empty() {
        let after = path.strip_prefix('/').ok_or(KeyError::Path)?;
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
        for path in ["a", "/", "//", "/a/", "/a//", "//a//"] {
            assert_eq!(Path::parse(path).err(), Some(KeyError::Path), "{path}");
        }
        let hard: Vec<bool> = Path::parse("//a/b//0")
            .unwrap()
            .junctions()
            .iter()
            .map(|junction| junction.hard)
            .collect();
        assert_eq!(hard, [true, false, true]);
    }
}
