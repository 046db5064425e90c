//! Streamed answers. The pieces in which bytes come are not messages: they end anywhere, also within a character. What a
//! message is differs from synapse to synapse.

mod decoder;
mod events;
mod objects;
#[cfg(test)]
mod tests;
mod utf8;

use std::{collections::VecDeque, rc::Rc, time::Duration};

use futures::{
    Stream, StreamExt as _,
    stream::{self, LocalBoxStream},
};
use serde::Deserialize;

use crate::{
    AskError, Clock, Json, Limits, Meta, TransportError,
    clock::{Deadline, Late},
    limits::MAX_ITEMS,
    reply::Reply,
};
use decoder::Decoder;

/// Bytes that are decoded in one go.
const PART: usize = 64 * 1024;

/// How a miner frames what it streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StreamFormat {
    /// Text, piece by piece.
    Text,
    /// JSON objects, one behind the other.
    Objects,
    /// Server-sent events: lines that begin with `data:`.
    Events,
}

/// One piece of a streamed answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A piece of text, to be put behind the earlier ones; or an event that is no JSON.
    Text(String),
    /// An object, or an event that is JSON.
    Json(Json),
}

/// A streamed answer.
pub struct Streaming {
    /// What is known of the answer. Its status says nothing about how it ends.
    pub meta: Meta,
    /// What comes. Ends behind the first error. Dropping it closes the connection.
    pub items: LocalBoxStream<'static, Result<Item, AskError>>,
}

impl Streaming {
    pub(crate) fn new(reply: Reply, format: StreamFormat, clock: Rc<dyn Clock>, limits: Limits) -> Self {
        let reading = Reading {
            body: reply.body,
            decoder: Some(Decoder::new(format)),
            ready: VecDeque::new(),
            bytes: 0,
            items: 0,
            end: Deadline::new(clock.as_ref(), limits.stream_time),
            clock,
            limits,
        };
        Self {
            meta: reply.meta,
            items: reading.items().boxed_local(),
        }
    }
}

struct Reading {
    body: LocalBoxStream<'static, Result<Vec<u8>, TransportError>>,
    /// None once everything was read.
    decoder: Option<Decoder>,
    ready: VecDeque<Item>,
    bytes: usize,
    /// Items that were given out.
    items: usize,
    end: Deadline,
    clock: Rc<dyn Clock>,
    limits: Limits,
}

impl Reading {
    fn items(self) -> impl Stream<Item = Result<Item, AskError>> {
        stream::unfold(Some(self), |reading| async {
            let mut reading = reading?;
            match reading.next().await {
                Ok(item) => item.map(|item| (Ok(item), Some(reading))),
                Err(error) => Some((Err(error), None)),
            }
        })
    }

    async fn next(&mut self) -> Result<Option<Item>, AskError> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                self.items += 1;
                return Ok(Some(item));
            }
            let Some(decoder) = &mut self.decoder else {
                return Ok(None);
            };
            let pause = Deadline::new(self.clock.as_ref(), self.limits.pause);
            let waiting = pause
                .or_earlier(self.end)
                .bound(self.clock.as_ref(), self.body.next());
            let chunk = waiting
                .await
                .map_err(|Late(after)| self.limits.late(after))?
                .transpose()?;
            let Some(chunk) = chunk else {
                let rest = self.decoder.take().map(Decoder::finish).transpose()?;
                self.ready.extend(rest.unwrap_or_default());
                continue;
            };
            self.bytes = self.bytes.saturating_add(chunk.len());
            if self.bytes > self.limits.stream_bytes {
                return Err(AskError::TooLarge(self.limits.stream_bytes));
            }
            // In parts, so that a large piece full of small items is noticed before it takes much memory.
            for part in chunk.chunks(PART) {
                self.ready.extend(decoder.push(part)?);
                if self.items + self.ready.len() > MAX_ITEMS {
                    return Err(AskError::TooMany(MAX_ITEMS));
                }
            }
            if decoder.is_over() {
                self.decoder = None;
            }
        }
    }
}

impl Limits {
    fn late(&self, after: Duration) -> AskError {
        if after == self.stream_time {
            return AskError::Late(after);
        }
        AskError::Paused(after)
    }
}
