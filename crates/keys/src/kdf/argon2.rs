//! Argon2, version 1.3: Argon2i as libsodium's "sensitive" preset has it, which is the hash of btcli's current key
//! files, and Argon2id for what is stored here.

use ::argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use super::memory;
use crate::{KeyError, random};

/// Bytes of a salt.
const SALT: usize = 16;

/// Parameters of Argon2i.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argon2i {
    /// The salt.
    pub salt: [u8; SALT],
    /// The work.
    pub work: Work,
}

impl Argon2i {
    /// What every btcli key file uses; the salt is one for all of them.
    pub const BTCLI: Self = Self {
        salt: [
            0x13, 0x71, 0x83, 0xdf, 0xf1, 0x5a, 0x09, 0xbc, 0x9c, 0x90, 0xb5, 0x51, 0x87, 0x39, 0xe9, 0xb1,
        ],
        work: Work {
            passes: 8,
            memory_kib: 512 * 1024,
            lanes: 1,
        },
    };

    pub(super) fn derive(&self, password: &[u8], key: &mut [u8]) -> Result<(), KeyError> {
        self.work.hash(Algorithm::Argon2i, &self.salt, password, key)
    }
}

/// Parameters of Argon2id, never cheaper than [`Argon2id::FLOOR`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argon2id {
    salt: [u8; SALT],
    work: Work,
}

impl Argon2id {
    /// The least work that protects a stored secret.
    pub const FLOOR: Work = Work {
        passes: 3,
        memory_kib: 64 * 1024,
        lanes: 1,
    };
    /// The most work that is ever asked for, so that damaged parameters cannot take a device for hours.
    pub const CEILING: Work = Work {
        passes: 64,
        memory_kib: 1024 * 1024,
        lanes: 1,
    };

    /// Refuses parameters that no vault writes.
    pub fn new(salt: [u8; SALT], work: Work) -> Result<Self, KeyError> {
        let within = |least: u32, value: u32, most: u32| (least..=most).contains(&value);
        let (floor, ceiling) = (Self::FLOOR, Self::CEILING);
        let usual = within(floor.passes, work.passes, ceiling.passes)
            && within(floor.memory_kib, work.memory_kib, ceiling.memory_kib)
            && within(floor.lanes, work.lanes, ceiling.lanes);
        usual.then_some(Self { salt, work }).ok_or(KeyError::KdfRefused)
    }

    /// The same work over a fresh salt.
    pub fn fresh(work: Work) -> Result<Self, KeyError> {
        let mut salt = [0; SALT];
        random::fill(&mut salt)?;
        Self::new(salt, work)
    }

    /// The salt.
    pub fn salt(&self) -> &[u8; SALT] {
        &self.salt
    }

    /// The work.
    pub fn work(&self) -> Work {
        self.work
    }

    pub(super) fn derive(&self, password: &[u8], key: &mut [u8]) -> Result<(), KeyError> {
        self.work.hash(Algorithm::Argon2id, &self.salt, password, key)
    }
}

/// What a hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Passes over the memory (libsodium: opslimit).
    pub passes: u32,
    /// Memory in KiB (libsodium: memlimit, in bytes).
    pub memory_kib: u32,
    /// Parallel lanes.
    pub lanes: u32,
}

impl Work {
    pub(super) fn memory_bytes(self) -> u64 {
        u64::from(self.memory_kib) << 10
    }

    fn hash(
        self,
        algorithm: Algorithm,
        salt: &[u8; SALT],
        password: &[u8],
        key: &mut [u8],
    ) -> Result<(), KeyError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(key.len()))
            .map_err(|_| KeyError::KdfRefused)?;
        let count = params.block_count();
        let mut blocks = memory::reserve::<Block>(count)?;
        blocks.resize(count, Block::default());
        let hashed = Argon2::new(algorithm, Version::V0x13, params).hash_password_into_with_memory(
            password,
            salt,
            key,
            &mut blocks,
        );
        blocks.zeroize();
        hashed.map_err(|_| KeyError::KdfRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_usual_parameters_are_taken() {
        let floor = Argon2id::FLOOR;
        assert!(Argon2id::new([0; SALT], floor).is_ok());
        assert!(Argon2id::new([0; SALT], Argon2id::CEILING).is_ok());
        for work in [
            Work { passes: 2, ..floor },
            Work { passes: 65, ..floor },
            Work {
                memory_kib: 64 * 1024 - 1,
                ..floor
            },
            Work {
                memory_kib: 1024 * 1024 + 1,
                ..floor
            },
            Work { lanes: 0, ..floor },
            Work { lanes: 2, ..floor },
        ] {
            assert_eq!(Argon2id::new([0; SALT], work).err(), Some(KeyError::KdfRefused));
        }
    }
}
