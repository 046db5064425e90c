//! XSalsa20-Poly1305, as NaCl's secretbox has it: the authentication code stands before the ciphertext.

use crypto_secretbox::{AeadInPlace, Key, KeyInit, Nonce, Tag, XSalsa20Poly1305};
use zeroize::Zeroizing;

use crate::{DerivedKey, KeyError, random};

const NONCE: usize = 24;
const TAG: usize = 16;

/// What encryption adds to a message, in bytes.
pub(crate) const OVERHEAD: usize = NONCE + TAG;

/// A nonce, an authentication code and a ciphertext.
pub(crate) struct SecretBox {
    nonce: [u8; NONCE],
    tag: [u8; TAG],
    ciphertext: Vec<u8>,
}

impl SecretBox {
    /// Takes the box apart; none if it is too short to be one.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let (nonce, rest) = bytes.split_first_chunk::<NONCE>()?;
        let (tag, ciphertext) = rest.split_first_chunk::<TAG>()?;
        Some(Self {
            nonce: *nonce,
            tag: *tag,
            ciphertext: ciphertext.to_vec(),
        })
    }

    /// The message, if the key is the right one.
    pub(crate) fn open(&self, key: &DerivedKey) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        let mut message = Zeroizing::new(self.ciphertext.clone());
        cipher(key)?
            .decrypt_in_place_detached(
                Nonce::from_slice(&self.nonce),
                b"",
                &mut message,
                Tag::from_slice(&self.tag),
            )
            .map_err(|_| KeyError::WrongPassword)?;
        Ok(message)
    }
}

/// Encrypts a message under a fresh nonce, behind a prefix that stays readable.
pub(crate) fn seal(prefix: &[u8], message: &[u8], key: &DerivedKey) -> Result<Vec<u8>, KeyError> {
    let mut nonce = [0; NONCE];
    random::fill(&mut nonce)?;
    let start = prefix.len() + OVERHEAD;
    let mut bytes = Vec::with_capacity(start + message.len());
    bytes.extend_from_slice(prefix);
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(&[0; TAG]);
    bytes.extend_from_slice(message);
    let tag = cipher(key)?
        .encrypt_in_place_detached(Nonce::from_slice(&nonce), b"", &mut bytes[start..])
        .map_err(|_| KeyError::DerivedKey)?;
    bytes[start - TAG..start].copy_from_slice(&tag);
    Ok(bytes)
}

fn cipher(key: &DerivedKey) -> Result<XSalsa20Poly1305, KeyError> {
    if key.bytes().len() != 32 {
        return Err(KeyError::DerivedKey);
    }
    Ok(XSalsa20Poly1305::new(Key::from_slice(key.bytes())))
}
