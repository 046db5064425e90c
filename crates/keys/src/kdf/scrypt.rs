//! scrypt, as polkadot-js writes it into a keystore: salt and parameters stand before the encrypted part.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::memory;
use crate::{KeyError, random};

/// Bytes of salt, N, p and r.
pub(crate) const HEADER: usize = SALT + 3 * 4;
const SALT: usize = 32;

/// The (log₂ N, p, r) that polkadot-js accepts: `ALLOWED_PARAMS` of its util-crypto 14. Each takes 128 MiB at most.
const ALLOWED: [(u8, u32, u32); 6] = [
    (13, 10, 8),
    (14, 5, 8),
    (15, 3, 8),
    (15, 1, 8),
    (16, 2, 8),
    (17, 1, 8),
];

/// Parameters of scrypt.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scrypt {
    /// The salt.
    pub salt: [u8; SALT],
    /// The binary logarithm of N, the cost.
    pub log_n: u8,
    /// Parallelism.
    pub p: u32,
    /// Block size.
    pub r: u32,
}

impl Scrypt {
    /// A fresh salt, and N 32768, p 1, r 8, which every version of polkadot-js opens.
    pub(crate) fn new() -> Result<Self, KeyError> {
        let mut salt = [0; SALT];
        random::fill(&mut salt)?;
        Ok(Self {
            salt,
            log_n: 15,
            p: 1,
            r: 8,
        })
    }

    /// Reads salt, N, p and r (little-endian) from a keystore, and refuses what polkadot-js does.
    pub(crate) fn from_header(bytes: &[u8; HEADER]) -> Result<Self, KeyError> {
        let (salt, rest) = bytes.split_first_chunk::<SALT>().ok_or(KeyError::KdfRefused)?;
        let numbers: Vec<u32> = rest
            .chunks_exact(4)
            .map(|four| four.iter().rev().fold(0, |high, low| high << 8 | u32::from(*low)))
            .collect();
        let (log_n, p, r) = ALLOWED
            .into_iter()
            .find(|(log_n, p, r)| numbers == [1 << log_n, *p, *r])
            .ok_or(KeyError::KdfRefused)?;
        Ok(Self {
            salt: *salt,
            log_n,
            p,
            r,
        })
    }

    /// What [`Self::from_header`] reads.
    pub(crate) fn to_header(&self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        bytes[..SALT].copy_from_slice(&self.salt);
        bytes[SALT..SALT + 4].copy_from_slice(&(1_u32 << self.log_n).to_le_bytes());
        bytes[SALT + 4..SALT + 8].copy_from_slice(&self.p.to_le_bytes());
        bytes[SALT + 8..].copy_from_slice(&self.r.to_le_bytes());
        bytes
    }

    /// N blocks, p blocks of the result and one to work in, each of 128 r bytes.
    pub(super) fn memory_bytes(&self) -> u64 {
        let blocks = (1_u64 << self.log_n) + u64::from(self.p) + 1;
        128 * u64::from(self.r) * blocks
    }

    pub(super) fn derive(&self, password: &[u8], key: &mut [u8]) -> Result<(), KeyError> {
        let params =
            scrypt::Params::new(self.log_n, self.r, self.p, key.len()).map_err(|_| KeyError::KdfRefused)?;
        // The library takes its memory without asking whether it is there; so it is asked for here, and given back.
        let bytes = self.memory_bytes();
        drop(memory::reserve::<u8>(
            usize::try_from(bytes).map_err(|_| KeyError::Memory(bytes))?,
        )?);
        scrypt::scrypt(password, &self.salt, &params, key).map_err(|_| KeyError::KdfRefused)
    }
}

/// polkadot-js takes a text of `0x` and an even number of hexadecimal digits for bytes, wherever it meets one.
pub(super) fn password_bytes(password: &str) -> Zeroizing<Vec<u8>> {
    let digits = password.strip_prefix("0x").unwrap_or("?");
    let mut bytes = Zeroizing::new(vec![0; digits.len() / 2]);
    match hex::decode_to_slice(digits, &mut bytes) {
        Ok(()) => bytes,
        Err(_) => Zeroizing::new(password.as_bytes().to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(n: u32, p: u32, r: u32) -> [u8; HEADER] {
        let mut bytes = [7; HEADER];
        bytes[32..36].copy_from_slice(&n.to_le_bytes());
        bytes[36..40].copy_from_slice(&p.to_le_bytes());
        bytes[40..].copy_from_slice(&r.to_le_bytes());
        bytes
    }

    #[test]
    fn only_what_polkadot_js_accepts_is_read() {
        for (log_n, p, r) in ALLOWED {
            let bytes = header(1 << log_n, p, r);
            let scrypt = Scrypt::from_header(&bytes).unwrap();
            assert_eq!(scrypt.to_header(), bytes);
            assert!(scrypt.memory_bytes() < 129 << 20);
        }
        for (n, p, r) in [
            (1 << 30, 1, 8),
            (1 << 15, 1, 9),
            (1 << 15, 2, 8),
            (0, 1, 8),
            (32769, 1, 8),
        ] {
            assert_eq!(
                Scrypt::from_header(&header(n, p, r)).err(),
                Some(KeyError::KdfRefused)
            );
        }
    }

    #[test]
    fn passwords_that_look_like_bytes_are_bytes() {
        assert_eq!(*password_bytes("0x00fF"), [0, 0xff]);
        assert!(password_bytes("0x").is_empty());
        for text in ["0x0", "0xgg", "00ff", "", "password", "0X00"] {
            assert_eq!(*password_bytes(text), text.as_bytes());
        }
    }
}
