//! How a password becomes the key of an encrypted file: apart from decryption, so that a host may do it in another
//! worker or with the browser's own implementation.
//!
//! The parameters come from a list of what wallets write; a file cannot ask for other work than that.

mod argon2;
mod derived_key;
mod memory;
mod padded;
mod pbkdf2;
mod scrypt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

pub use argon2::{Argon2i, Argon2id, Work};
pub use derived_key::DerivedKey;
pub use pbkdf2::Pbkdf2Sha256;
pub(crate) use scrypt::HEADER as SCRYPT_HEADER;
pub use scrypt::Scrypt;

use crate::KeyError;

/// A password hash with all its parameters. It crosses from the worker that needs a key to the one that derives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kdf {
    /// Argon2i: 512 MiB and some seconds.
    Argon2i(Argon2i),
    /// Argon2id: from 64 MiB and three passes on, for what is stored on this device.
    Argon2id(Argon2id),
    /// scrypt: up to 128 MiB.
    Scrypt(Scrypt),
    /// PBKDF2 with HMAC-SHA-256: no memory, up to ten million rounds. WebCrypto has it.
    Pbkdf2Sha256(Pbkdf2Sha256),
    /// No hash: the password itself, cut or padded with zeros to 32 bytes.
    PaddedPassword,
}

impl Kdf {
    /// The memory that deriving takes, in bytes. WebAssembly never gives memory back while an instance lives, so a
    /// large one is best derived in a worker of its own.
    pub fn memory_bytes(&self) -> u64 {
        match self {
            Self::Argon2i(argon2i) => argon2i.work.memory_bytes(),
            Self::Argon2id(argon2id) => argon2id.work().memory_bytes(),
            Self::Scrypt(scrypt) => scrypt.memory_bytes(),
            Self::Pbkdf2Sha256(_) | Self::PaddedPassword => 0,
        }
    }

    /// The length of the derived key in bytes.
    pub fn key_bytes(&self) -> usize {
        match self {
            Self::Argon2i(_) | Self::Argon2id(_) | Self::Scrypt(_) | Self::PaddedPassword => 32,
            Self::Pbkdf2Sha256(pbkdf2) => pbkdf2.key_bytes,
        }
    }

    /// The bytes of a password that the hash takes. They are the password's UTF-8, except that polkadot-js, whose
    /// files alone use scrypt, takes a password of `0x` and hexadecimal digits for the bytes that these stand for.
    pub fn password_bytes(&self, password: &str) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Scrypt(_) => scrypt::password_bytes(password),
            Self::Argon2i(_) | Self::Argon2id(_) | Self::Pbkdf2Sha256(_) | Self::PaddedPassword => {
                Zeroizing::new(password.as_bytes().to_vec())
            }
        }
    }

    /// Derives the key of a password. Fails if the password is empty, or if the device does not give the memory.
    pub fn derive(&self, password: &str) -> Result<DerivedKey, KeyError> {
        if password.is_empty() {
            return Err(KeyError::EmptyPassword);
        }
        let password = self.password_bytes(password);
        let mut key = DerivedKey::zero(self.key_bytes());
        match self {
            Self::Argon2i(argon2i) => argon2i.derive(&password, key.bytes_mut())?,
            Self::Argon2id(argon2id) => argon2id.derive(&password, key.bytes_mut())?,
            Self::Scrypt(scrypt) => scrypt.derive(&password, key.bytes_mut())?,
            Self::Pbkdf2Sha256(pbkdf2) => pbkdf2.derive(&password, key.bytes_mut()),
            Self::PaddedPassword => padded::derive(&password, key.bytes_mut()),
        }
        Ok(key)
    }
}
