//! The 32 bytes out of which a key is made.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{KeyError, hex_text::hex_text};

/// A seed (a mini secret key in schnorrkel's words). Boxed, so that moving it leaves no copy behind.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Seed(Box<[u8; 32]>);

impl Seed {
    /// Reads `0x` and 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        let digits = text.strip_prefix("0x").ok_or(KeyError::Seed)?;
        let mut seed = Self::zero();
        hex::decode_to_slice(digits, seed.bytes_mut()).map_err(|_| KeyError::Seed)?;
        Ok(seed)
    }

    /// Copies 32 bytes; wiping the original is the caller's.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        let mut seed = Self::zero();
        seed.bytes_mut().copy_from_slice(bytes);
        seed
    }

    /// `0x` and 64 lowercase hexadecimal digits.
    pub fn to_hex(&self) -> Zeroizing<String> {
        hex_text(self.bytes())
    }

    /// The 32 bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn zero() -> Self {
        Self(Box::new([0; 32]))
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }
}
