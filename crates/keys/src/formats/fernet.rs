//! btcli's first encrypted key file: a Fernet token, which is AES-128-CBC and HMAC-SHA-256 in base64. Read only.

use aes::Aes128;
use base64::{Engine, prelude::BASE64_URL_SAFE};
use cbc::{
    Decryptor,
    cipher::{BlockDecryptMut, KeyIvInit, block_padding::Pkcs7},
};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Imported, content};
use crate::{DerivedKey, Kdf, KeyError, Pbkdf2Sha256};

/// What a token begins with: the version, and the first bytes of a time before the year 2106.
pub(super) const MAGIC: &str = "gAAAAA";

/// Bytes of the version and of the time, which stand before the initialisation vector.
const HEAD: usize = 1 + 8;
const VECTOR: usize = 16;
const CODE: usize = 32;
const BLOCK: usize = 16;

/// A token: version, time, vector, ciphertext, authentication code.
pub(super) struct Fernet(Vec<u8>);

impl Fernet {
    pub(super) fn parse(text: &str) -> Result<Self, KeyError> {
        let token = BASE64_URL_SAFE
            .decode(text)
            .map_err(|_| KeyError::Damaged("base64"))?;
        let ciphertext = token.len().saturating_sub(HEAD + VECTOR + CODE);
        if ciphertext == 0 || !ciphertext.is_multiple_of(BLOCK) {
            return Err(KeyError::Damaged("length"));
        }
        if token.first() != Some(&0x80) {
            return Err(KeyError::Damaged("version"));
        }
        Ok(Self(token))
    }

    pub(super) fn kdf() -> Kdf {
        Kdf::Pbkdf2Sha256(Pbkdf2Sha256::fernet())
    }

    pub(super) fn open(&self, key: &DerivedKey) -> Result<Vec<Imported>, KeyError> {
        let keys: &[u8; 32] = key.bytes().try_into().map_err(|_| KeyError::DerivedKey)?;
        let (signing, encryption) = keys.split_at(16);
        let (signed, code) = self.0.split_at(self.0.len() - CODE);
        Hmac::<Sha256>::new_from_slice(signing)
            .map_err(|_| KeyError::DerivedKey)?
            .chain_update(signed)
            .verify_slice(code)
            .map_err(|_| KeyError::WrongPassword)?;
        let (vector, ciphertext) = signed[HEAD..].split_at(VECTOR);
        let mut message = Zeroizing::new(ciphertext.to_vec());
        let message = Decryptor::<Aes128>::new_from_slices(encryption, vector)
            .map_err(|_| KeyError::DerivedKey)?
            .decrypt_padded_mut::<Pkcs7>(&mut message)
            .map_err(|_| KeyError::Damaged("padding"))?;
        content::read(message)
    }
}
