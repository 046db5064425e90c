//! Items out of bytes, by the format of the stream.

use super::{StreamFormat, events::Events, objects::Objects, utf8::Utf8};
use crate::{AskError, Item};

pub(super) struct Decoder {
    utf8: Utf8,
    format: Format,
}

enum Format {
    Text,
    Objects(Objects),
    Events(Events),
}

impl Decoder {
    pub(super) fn new(format: StreamFormat) -> Self {
        Self {
            utf8: Utf8::default(),
            format: match format {
                StreamFormat::Text => Format::Text,
                StreamFormat::Objects => Format::Objects(Objects::default()),
                StreamFormat::Events => Format::Events(Events::default()),
            },
        }
    }

    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<Vec<Item>, AskError> {
        let text = self.utf8.push(bytes)?;
        if text.is_empty() {
            return Ok(Vec::new());
        }
        match &mut self.format {
            Format::Text => Ok(vec![Item::Text(text)]),
            Format::Objects(objects) => objects.push(&text),
            Format::Events(events) => events.push(&text),
        }
    }

    /// Whether what comes from now on says nothing.
    pub(super) fn is_over(&self) -> bool {
        match &self.format {
            Format::Text | Format::Objects(_) => false,
            Format::Events(events) => events.is_over(),
        }
    }

    pub(super) fn finish(self) -> Result<Vec<Item>, AskError> {
        self.utf8.finish()?;
        match self.format {
            Format::Text => Ok(Vec::new()),
            Format::Objects(objects) => objects.finish(),
            Format::Events(events) => Ok(events.finish()),
        }
    }
}
