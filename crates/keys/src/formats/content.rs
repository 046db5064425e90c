//! What is inside btcli's encrypted key files: its JSON, or in the oldest a seed or a mnemonic as plain text.

use super::{Imported, btcli, text};
use crate::KeyError;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Imported>, KeyError> {
    let content = str::from_utf8(bytes)
        .map_err(|_| KeyError::Damaged("content"))?
        .trim();
    let found = if content.starts_with('{') {
        btcli::read(content)?
    } else {
        text::read(content)?
    };
    Ok(vec![found.imported])
}
