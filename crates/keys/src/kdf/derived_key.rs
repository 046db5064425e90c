//! The key that a password hash gave, here or elsewhere.

use zeroize::Zeroizing;

/// A derived key. Wiped when it is dropped.
pub struct DerivedKey(Zeroizing<Vec<u8>>);

impl DerivedKey {
    /// A key that was derived elsewhere, such as by WebCrypto; [`crate::Kdf::key_bytes`] is its length.
    pub fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// The bytes, to hand them from the worker that derived them.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub(super) fn zero(length: usize) -> Self {
        Self(Zeroizing::new(vec![0; length]))
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}
