//! Records that say which version wrote them.

use serde::{Deserialize, de::DeserializeOwned};

use super::sealed::VERSION;

/// Why a record cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strange {
    /// It is not what was written.
    Damaged,
    /// A newer version wrote it.
    Newer,
}

#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// Reads a record. Its version comes first: a newer form may have nothing else in common with ours.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Strange> {
    let Versioned { version } = serde_json::from_slice(bytes).map_err(|_| Strange::Damaged)?;
    if version > VERSION {
        return Err(Strange::Newer);
    }
    serde_json::from_slice(bytes).map_err(|_| Strange::Damaged)
}
