//! Text out of bytes whose pieces may end within a character.

use crate::AskError;

/// Bytes that are no whole character yet.
#[derive(Default)]
pub(super) struct Utf8 {
    rest: Vec<u8>,
    /// Bytes before the rest.
    read: usize,
}

impl Utf8 {
    /// The text so far, without a character that has only begun.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<String, AskError> {
        self.rest.extend(bytes);
        let whole = match str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(error) => {
                let at = self.read + error.valid_up_to();
                return Err(AskError::NotUtf8 { at });
            }
        };
        let rest = self.rest.split_off(whole);
        let whole = core::mem::replace(&mut self.rest, rest);
        self.read += whole.len();
        String::from_utf8(whole).map_err(|_| AskError::NotUtf8 { at: self.read })
    }

    /// Nothing may be left in the end.
    pub(super) fn finish(self) -> Result<(), AskError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        Err(AskError::NotUtf8 { at: self.read })
    }
}
