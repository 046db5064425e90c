//! Argon2i, as libsodium's "sensitive" preset has it: the hash of btcli's current key files.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroize;

use super::memory;
use crate::KeyError;

/// Parameters of Argon2i, version 1.3.
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argon2i {
    /// The salt.
    pub salt: [u8; 16],
    /// Passes over the memory (libsodium: opslimit).
    pub passes: u32,
    /// Memory in KiB (libsodium: memlimit, in bytes).
    pub memory_kib: u32,
    /// Parallel lanes.
    pub lanes: u32,
}

impl Argon2i {
    /// What every btcli key file uses; the salt is one for all of them.
    pub const BTCLI: Self = Self {
        salt: [
            0x13, 0x71, 0x83, 0xdf, 0xf1, 0x5a, 0x09, 0xbc, 0x9c, 0x90, 0xb5, 0x51, 0x87, 0x39, 0xe9, 0xb1,
        ],
        passes: 8,
        memory_kib: 512 * 1024,
        lanes: 1,
    };

    pub(super) fn memory_bytes(&self) -> u64 {
        u64::from(self.memory_kib) << 10
    }

    pub(super) fn derive(&self, password: &[u8], key: &mut [u8]) -> Result<(), KeyError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(key.len()))
            .map_err(|_| KeyError::KdfRefused)?;
        let count = params.block_count();
        let mut blocks = memory::reserve::<Block>(count)?;
        blocks.resize(count, Block::default());
        let hashed = Argon2::new(Algorithm::Argon2i, Version::V0x13, params).hash_password_into_with_memory(
            password,
            &self.salt,
            key,
            &mut blocks,
        );
        blocks.zeroize();
        hashed.map_err(|_| KeyError::KdfRefused)
    }
}
