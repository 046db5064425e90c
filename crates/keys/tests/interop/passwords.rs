//! The passwords that are exchanged, and the keys of those whose hash is slow, each derived once.

use std::sync::OnceLock;

use taolight_keys::{DerivedKey, formats::NaclExport};

pub(crate) const PASSWORD: &str = "Correct-horse-7";
pub(crate) const WRONG: &str = "Correct-horse-8";

/// The key of every `$NACL` file with the password.
pub(crate) fn nacl_key() -> &'static DerivedKey {
    static KEY: OnceLock<DerivedKey> = OnceLock::new();
    KEY.get_or_init(|| NaclExport::kdf().derive(PASSWORD).unwrap())
}

/// The key of every `$NACL` file with the wrong one.
pub(crate) fn wrong_nacl_key() -> &'static DerivedKey {
    static KEY: OnceLock<DerivedKey> = OnceLock::new();
    KEY.get_or_init(|| NaclExport::kdf().derive(WRONG).unwrap())
}
