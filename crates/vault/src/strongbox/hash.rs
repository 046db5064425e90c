//! The hash that turns the vault's password into its key: Argon2id, as much of it as this device does in half a second.

use std::{rc::Rc, time::Duration};

use serde::{Deserialize, Serialize};
use taolight_keys::{Argon2id, Kdf, KeyError, Work};
use taolight_primitives::{Bytes, Failure};
use zeroize::Zeroizing;

use super::cipher::{Cipher, CipherKey, KEY_BYTES};
use crate::{Clock, Hasher};

/// How long unlocking should take.
const TARGET: Duration = Duration::from_millis(500);
/// The most memory that calibration asks for; more would fail on small devices that the vault is moved to.
const MOST_MEMORY_KIB: u32 = 256 * 1024;

/// Parameters of the hash, as they are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PasswordHash {
    salt: Bytes,
    passes: u32,
    memory_kib: u32,
    lanes: u32,
}

impl PasswordHash {
    /// Parameters that take this device about half a second, over a fresh salt.
    pub(super) async fn calibrated(hasher: &dyn Hasher, clock: &dyn Clock) -> Result<Self, Failure> {
        let floor = Argon2id::fresh(Argon2id::FLOOR)?;
        let began = clock.monotonic();
        hasher.derive(&Kdf::Argon2id(floor), "calibration").await?;
        let took = clock.monotonic().saturating_sub(began);
        let hash = Argon2id::fresh(scaled(took))?;
        let work = hash.work();
        Ok(Self {
            salt: Bytes(hash.salt().to_vec()),
            passes: work.passes,
            memory_kib: work.memory_kib,
            lanes: work.lanes,
        })
    }

    /// Whether a vault may have written it. What is not is damaged.
    pub(super) fn is_possible(&self) -> bool {
        self.argon2id().is_ok()
    }

    /// The key of a password.
    pub(super) async fn key(
        &self,
        hasher: &dyn Hasher,
        cipher: &dyn Cipher,
        password: &str,
    ) -> Result<Rc<dyn CipherKey>, Failure> {
        let kdf = Kdf::Argon2id(self.argon2id()?);
        let derived = hasher.derive(&kdf, password).await?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        if derived.bytes().len() != KEY_BYTES {
            return Err(KeyError::DerivedKey.into());
        }
        key.copy_from_slice(derived.bytes());
        cipher.import(key).await
    }

    fn argon2id(&self) -> Result<Argon2id, KeyError> {
        let work = Work {
            passes: self.passes,
            memory_kib: self.memory_kib,
            lanes: self.lanes,
        };
        let salt = self.salt.0.as_slice().try_into();
        Argon2id::new(salt.map_err(|_| KeyError::KdfRefused)?, work)
    }

    /// Some hash with this byte for its salt.
    #[cfg(test)]
    pub(super) fn of_salt(byte: u8) -> Self {
        let Work {
            passes,
            memory_kib,
            lanes,
        } = Argon2id::FLOOR;
        Self {
            salt: Bytes(vec![byte; 16]),
            passes,
            memory_kib,
            lanes,
        }
    }
}

/// As much work as takes the target, if the floor took so long: memory first, because that is what makes guessing
/// expensive, then passes.
fn scaled(floor_took: Duration) -> Work {
    let Work {
        mut passes,
        mut memory_kib,
        lanes,
    } = Argon2id::FLOOR;
    let mut takes = floor_took.max(Duration::from_millis(1));
    while takes * 2 <= TARGET && memory_kib * 2 <= MOST_MEMORY_KIB {
        memory_kib *= 2;
        takes *= 2;
    }
    let one_pass = takes / passes;
    while takes + one_pass <= TARGET && passes < Argon2id::CEILING.passes {
        passes += 1;
        takes += one_pass;
    }
    Work {
        passes,
        memory_kib,
        lanes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_grows_until_it_takes_half_a_second() {
        let work = |milliseconds| scaled(Duration::from_millis(milliseconds));
        assert_eq!(work(2_000), Argon2id::FLOOR);
        assert_eq!(work(500), Argon2id::FLOOR);
        assert_eq!(
            work(300),
            Work {
                passes: 5,
                ..Argon2id::FLOOR
            }
        );
        assert_eq!(
            work(120),
            Work {
                memory_kib: 256 * 1024,
                ..Argon2id::FLOOR
            }
        );
        assert_eq!(
            work(60),
            Work {
                passes: 6,
                memory_kib: 256 * 1024,
                lanes: 1
            }
        );
        assert_eq!(work(0).passes, Argon2id::CEILING.passes);
    }
}
