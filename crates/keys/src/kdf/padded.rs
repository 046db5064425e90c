//! The key of polkadot-js' first keystores: the password itself.

/// The first bytes of the password; zeros where it has no more.
pub(super) fn derive(password: &[u8], key: &mut [u8]) {
    let length = password.len().min(key.len());
    key[..length].copy_from_slice(&password[..length]);
}
