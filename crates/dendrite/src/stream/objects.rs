//! JSON objects that stand one behind the other without anything between.

use crate::{AskError, Item, Json, JsonError, MAX_JSON_DEPTH, limits::MAX_ITEM_BYTES};

/// An object that may not be whole yet. Every byte is looked at once.
#[derive(Default)]
pub(super) struct Objects {
    text: String,
    /// How far the text was looked at.
    at: usize,
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Objects {
    pub(super) fn push(&mut self, text: &str) -> Result<Vec<Item>, AskError> {
        let mut items = Vec::new();
        let mut begin = 0;
        self.text.push_str(text);
        while let Some(end) = self.find_end(begin)? {
            items.push(Item::Json(Json::parse(&self.text[begin..end])?));
            begin = end;
        }
        self.text.drain(..begin);
        self.at -= begin;
        if self.text.len() > MAX_ITEM_BYTES {
            return Err(AskError::TooLarge(MAX_ITEM_BYTES));
        }
        Ok(items)
    }

    pub(super) fn finish(self) -> Result<Vec<Item>, AskError> {
        if self.text.trim().is_empty() {
            return Ok(Vec::new());
        }
        Err(AskError::Unfinished)
    }

    /// Where the object that begins here ends, if it does.
    fn find_end(&mut self, begin: usize) -> Result<Option<usize>, JsonError> {
        while let Some(byte) = self.text.as_bytes().get(self.at).copied() {
            self.at += 1;
            if self.in_text {
                self.in_text = self.escaped || byte != b'"';
                self.escaped = !self.escaped && byte == b'\\';
                continue;
            }
            match byte {
                b'{' | b'[' => self.depth += 1,
                _ if self.depth == 0 && !byte.is_ascii_whitespace() => {
                    return Err(JsonError::Malformed {
                        at: self.at - 1 - begin,
                    });
                }
                b'"' => self.in_text = true,
                b'}' | b']' if self.depth == 1 => {
                    self.depth = 0;
                    return Ok(Some(self.at));
                }
                b'}' | b']' => self.depth -= 1,
                _ => {}
            }
            if self.depth > MAX_JSON_DEPTH {
                return Err(JsonError::TooDeep);
            }
        }
        Ok(None)
    }
}
