//! What a keystore says about its own encoding.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::super::hex_bytes;
use crate::{Kdf, KeyError, Scheme, Scrypt, kdf::SCRYPT_HEADER};

#[derive(Deserialize)]
pub(super) struct Encoding {
    content: OneOrMany,
    #[serde(rename = "type")]
    kind: OneOrMany,
    version: String,
}

/// A list, which older versions wrote as a text if it had one item.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// What is encoded.
pub(super) enum Content {
    /// One key pair, of a scheme that version 0 did not name.
    Pkcs8(Option<Scheme>),
    /// A JSON list of keystores.
    Batch,
}

/// How it is encrypted.
#[derive(Clone, Copy)]
pub(super) enum Cipher {
    None,
    /// A secretbox whose key is the password itself.
    Padded,
    /// Parameters of scrypt, then a secretbox.
    Scrypt,
}

impl OneOrMany {
    fn items(&self) -> Vec<&str> {
        match self {
            Self::One(item) => vec![item],
            Self::Many(items) => items.iter().map(String::as_str).collect(),
        }
    }
}

impl Encoding {
    pub(super) fn content(&self) -> Result<Content, KeyError> {
        if !["0", "1", "2", "3"].contains(&self.version.as_str()) {
            return Err(KeyError::Unsupported("its version is another than 0 to 3"));
        }
        match self.content.items()[..] {
            ["pkcs8"] => Ok(Content::Pkcs8(None)),
            ["pkcs8", "sr25519"] => Ok(Content::Pkcs8(Some(Scheme::Sr25519))),
            ["pkcs8", "ed25519"] => Ok(Content::Pkcs8(Some(Scheme::Ed25519))),
            ["pkcs8", "ecdsa" | "ethereum"] => Err(KeyError::Unsupported("its key is an ECDSA key")),
            ["batch-pkcs8"] => Ok(Content::Batch),
            _ => Err(KeyError::Unsupported("its content is of an unknown kind")),
        }
    }

    pub(super) fn cipher(&self) -> Result<Cipher, KeyError> {
        match self.kind.items()[..] {
            ["none"] => Ok(Cipher::None),
            ["xsalsa20-poly1305"] => Ok(Cipher::Padded),
            ["scrypt", "xsalsa20-poly1305"] => Ok(Cipher::Scrypt),
            _ => Err(KeyError::Unsupported("its encryption is of an unknown kind")),
        }
    }

    /// Versions 0 to 2 wrote hexadecimal digits after `0x`, version 3 writes base64.
    pub(super) fn decode(&self, encoded: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        if encoded.starts_with("0x") {
            return hex_bytes::decode(encoded).ok_or(KeyError::Damaged("encoded"));
        }
        BASE64_STANDARD
            .decode(encoded)
            .map(Zeroizing::new)
            .map_err(|_| KeyError::Damaged("encoded"))
    }
}

impl Cipher {
    /// The password hash, and the secretbox behind its parameters. None if nothing is encrypted.
    pub(super) fn kdf(self, bytes: &[u8]) -> Result<Option<(Kdf, &[u8])>, KeyError> {
        match self {
            Self::None => Ok(None),
            Self::Padded => Ok(Some((Kdf::PaddedPassword, bytes))),
            Self::Scrypt => {
                let (header, sealed) = bytes
                    .split_first_chunk::<SCRYPT_HEADER>()
                    .ok_or(KeyError::Damaged("encoded"))?;
                Ok(Some((Kdf::Scrypt(Scrypt::from_header(header)?), sealed)))
            }
        }
    }
}
