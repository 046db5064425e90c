//! btcli's encrypted key file: `$NACL`, then a secretbox of its JSON. The key comes from Argon2i with one salt for all.

use super::{Imported, btcli_json, content};
use crate::{
    Argon2i, DerivedKey, Kdf, KeyError, Secret,
    secretbox::{self, SecretBox},
};

/// What the file begins with.
pub(super) const MAGIC: &[u8] = b"$NACL";

pub(super) struct Nacl(SecretBox);

impl Nacl {
    /// Reads what stands behind the first bytes.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, KeyError> {
        SecretBox::parse(bytes)
            .map(Self)
            .ok_or(KeyError::Damaged("length"))
    }

    pub(super) fn kdf() -> Kdf {
        Kdf::Argon2i(Argon2i::BTCLI)
    }

    pub(super) fn open(&self, key: &DerivedKey) -> Result<Vec<Imported>, KeyError> {
        content::read(&self.0.open(key)?)
    }
}

/// Writes an encrypted key file that btcli opens.
pub struct NaclExport;

impl NaclExport {
    /// How the password becomes the key of the file.
    pub fn kdf() -> Kdf {
        Nacl::kdf()
    }

    /// The bytes of the file.
    pub fn write(secret: &Secret, key: &DerivedKey) -> Result<Vec<u8>, KeyError> {
        secretbox::seal(MAGIC, btcli_json(secret)?.as_bytes(), key)
    }
}
