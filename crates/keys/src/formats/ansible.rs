//! btcli's older encrypted key file: Ansible Vault, which is AES-256-CTR and HMAC-SHA-256 in hexadecimal. Read only.

use aes::Aes256;
use cbc::cipher::{
    KeyIvInit, StreamCipher,
    block_padding::{Pkcs7, RawPadding},
};
use ctr::Ctr128BE;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Imported, content, hex_bytes, yaml_quote};
use crate::{DerivedKey, Kdf, KeyError, Pbkdf2Sha256};

/// What the file begins with.
pub(super) const MAGIC: &str = "$ANSIBLE_VAULT";

const BLOCK: usize = 16;

/// A vault: a salt, an authentication code and a ciphertext.
pub(super) struct Ansible {
    salt: [u8; 32],
    code: [u8; 32],
    ciphertext: Vec<u8>,
}

impl Ansible {
    /// Reads what stands behind the first bytes: the rest of the header line, then hexadecimal lines.
    pub(super) fn parse(text: &str) -> Result<Self, KeyError> {
        let (header, body) = text.split_once('\n').ok_or(KeyError::Damaged("length"))?;
        let version: Vec<&str> = header.trim().split(';').collect();
        match version[..] {
            // 1.2 differs in that it has a label.
            ["", "1.1", "AES256"] | ["", "1.2", "AES256", _] => {}
            _ => return Err(KeyError::Unsupported("its version of Ansible Vault is another")),
        }
        let digits: String = body.split_whitespace().collect();
        let lines = hex::decode(digits).map_err(|_| KeyError::Damaged("hexadecimal digits"))?;
        let lines: Vec<&[u8]> = lines.split(|byte| *byte == b'\n').collect();
        let &[salt, code, ciphertext] = &lines[..] else {
            return Err(KeyError::Damaged("lines"));
        };
        let ciphertext = hex::decode(ciphertext).map_err(|_| KeyError::Damaged("ciphertext"))?;
        if ciphertext.is_empty() || !ciphertext.len().is_multiple_of(BLOCK) {
            return Err(KeyError::Damaged("ciphertext"));
        }
        Ok(Self {
            salt: array(salt).ok_or(KeyError::Damaged("salt"))?,
            code: array(code).ok_or(KeyError::Damaged("authentication code"))?,
            ciphertext,
        })
    }

    pub(super) fn kdf(&self) -> Kdf {
        Kdf::Pbkdf2Sha256(Pbkdf2Sha256::ansible(&self.salt))
    }

    pub(super) fn open(&self, key: &DerivedKey) -> Result<Vec<Imported>, KeyError> {
        let keys: &[u8; 80] = key.bytes().try_into().map_err(|_| KeyError::DerivedKey)?;
        let (cipher, rest) = keys.split_at(32);
        let (authentication, counter) = rest.split_at(32);
        Hmac::<Sha256>::new_from_slice(authentication)
            .map_err(|_| KeyError::DerivedKey)?
            .chain_update(&self.ciphertext)
            .verify_slice(&self.code)
            .map_err(|_| KeyError::WrongPassword)?;
        let mut message = Zeroizing::new(self.ciphertext.clone());
        Ctr128BE::<Aes256>::new_from_slices(cipher, counter)
            .map_err(|_| KeyError::DerivedKey)?
            .apply_keystream(&mut message);
        let message = unpad(&message).ok_or(KeyError::Damaged("padding"))?;
        match yaml_quote::unquote(message) {
            Some(unquoted) => content::read(unquoted.as_bytes()),
            None => content::read(message),
        }
    }
}

fn array(digits: &[u8]) -> Option<[u8; 32]> {
    hex_bytes::decode_array(str::from_utf8(digits).ok()?).map(|bytes| *bytes)
}

/// Takes the padding off the last block.
fn unpad(message: &[u8]) -> Option<&[u8]> {
    let (blocks, last) = message.split_at(message.len().checked_sub(BLOCK)?);
    let rest = Pkcs7::raw_unpad(last).ok()?;
    Some(&message[..blocks.len() + rest.len()])
}
