//! What something is, told from its bytes alone.

use serde::{Deserialize, de::IgnoredAny};

use super::{Imported, Kind, Locked, ansible, btcli, fernet, locked::Sealed, nacl, polkadot_js, text};
use crate::KeyError;

/// The most that is looked at, in bytes. Key files have some hundred, a batch of accounts some thousand.
pub const MAX_BYTES: usize = 1 << 20;

/// What was pasted or dropped.
pub struct Detected {
    /// Its format.
    pub kind: Kind,
    /// What it holds, as far as that can be read without a password.
    pub imported: Imported,
}

impl Detected {
    pub(super) fn locked(sealed: Sealed) -> Self {
        let locked = Locked(sealed);
        Self {
            kind: locked.kind(),
            imported: Imported::Locked(locked),
        }
    }
}

/// The two JSON formats differ in that only polkadot-js says how it encodes.
#[derive(Deserialize)]
struct Shape {
    encoding: Option<IgnoredAny>,
}

/// Names what was pasted or dropped, and reads what is not encrypted. No password is asked for and none hashed, so it
/// takes some milliseconds at most. Wiping the bytes is the caller's.
pub fn detect(bytes: &[u8]) -> Result<Detected, KeyError> {
    if bytes.len() > MAX_BYTES {
        return Err(KeyError::TooLarge(MAX_BYTES));
    }
    if let Some(sealed) = bytes.strip_prefix(nacl::MAGIC) {
        return nacl::Nacl::parse(sealed).map(Sealed::Nacl).map(Detected::locked);
    }
    let text = str::from_utf8(bytes).map_err(|_| KeyError::Unrecognised)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(KeyError::Empty);
    }
    if let Some(sealed) = text.strip_prefix(ansible::MAGIC) {
        return ansible::Ansible::parse(sealed)
            .map(Sealed::Ansible)
            .map(Detected::locked);
    }
    if text.starts_with(fernet::MAGIC) {
        return fernet::Fernet::parse(text)
            .map(Sealed::Fernet)
            .map(Detected::locked);
    }
    if text.starts_with('{') {
        return detect_json(text);
    }
    text::read(text)
}

fn detect_json(text: &str) -> Result<Detected, KeyError> {
    let shape: Shape = serde_json::from_str(text).map_err(|_| KeyError::Damaged("JSON"))?;
    match shape.encoding {
        Some(_) => polkadot_js::read(text),
        None => btcli::read(text),
    }
}
