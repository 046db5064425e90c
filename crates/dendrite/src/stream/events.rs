//! Server-sent events, as far as miners have them: lines that begin with `data:`, and an empty line behind each event.

use crate::{AskError, Item, Json, limits::MAX_ITEM_BYTES};

/// What OpenAI's shape ends with.
const DONE: &str = "[DONE]";

/// An event that may not be whole yet.
#[derive(Default)]
pub(super) struct Events {
    line: String,
    data: Option<String>,
    is_over: bool,
}

impl Events {
    pub(super) fn push(&mut self, text: &str) -> Result<Vec<Item>, AskError> {
        let mut items = Vec::new();
        for piece in text.split_inclusive('\n') {
            self.line.push_str(piece);
            if self.line.ends_with('\n') {
                let line = core::mem::take(&mut self.line);
                items.extend(self.take(line.trim_end_matches(['\r', '\n'])));
            }
            let size = self.line.len() + self.data.as_ref().map_or(0, String::len);
            if size > MAX_ITEM_BYTES {
                return Err(AskError::TooLarge(MAX_ITEM_BYTES));
            }
        }
        Ok(items)
    }

    /// Many miners leave out the last empty line.
    pub(super) fn finish(mut self) -> Vec<Item> {
        let line = core::mem::take(&mut self.line);
        let last = self.take(line.trim_end_matches('\r'));
        last.into_iter().chain(self.event()).collect()
    }

    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    fn take(&mut self, line: &str) -> Option<Item> {
        if line.is_empty() {
            return self.event();
        }
        // Comments and other fields say nothing about the answer.
        let data = line.strip_prefix("data:")?;
        let data = data.strip_prefix(' ').unwrap_or(data);
        match &mut self.data {
            Some(earlier) => {
                earlier.push('\n');
                earlier.push_str(data);
            }
            None => self.data = Some(data.to_owned()),
        }
        None
    }

    fn event(&mut self) -> Option<Item> {
        let data = self.data.take().filter(|_| !self.is_over)?;
        if data.trim() == DONE {
            self.is_over = true;
            return None;
        }
        Some(match Json::parse(&data) {
            Ok(json) => Item::Json(json),
            Err(_) => Item::Text(data),
        })
    }
}
