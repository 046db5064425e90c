//! What is secret on its way through a port: never printed, wiped when it is dropped.

use core::fmt;

use serde::{Deserialize, Serialize};
use taolight_primitives::Bytes;
use zeroize::Zeroize;

/// A text that is secret: never printed, not even by `{:?}`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Secret(String);

impl Secret {
    /// Takes a text in.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text. Do not keep a copy.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Bytes that are secret: never printed, not even by `{:?}`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "`0x${string}`"))]
pub struct SecretBytes(Bytes);

impl SecretBytes {
    /// Takes bytes in.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Bytes(bytes))
    }

    /// The bytes. Do not keep a copy.
    pub fn expose(&self) -> &[u8] {
        &self.0.0
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        self.0.0.zeroize();
    }
}
