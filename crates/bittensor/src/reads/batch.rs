//! One round trip: everything that a read wants at once, asked by name and answered together.
//!
//! A read is a function that puts what it wants into a [`Batch`] and returns what to do with the [`Answers`]. So several
//! reads can share one batch, and what they want twice is fetched once.

use std::collections::HashMap;

use futures::future::{try_join_all, try_join3};
use taolight_codec::{CodecError, Metadata, RuntimeApi, StateCall, StorageEntry, Value};
use taolight_primitives::{ErrorCode, Failure, Verified};

use crate::View;

/// What to do with the answers to a batch.
pub type Later<'m, T> = Box<dyn FnOnce(&Answers) -> Result<T, CodecError> + 'm>;

/// What is wanted of one block: single values, maps below a prefix, answers of the runtime.
#[derive(Debug)]
pub struct Batch<'m> {
    metadata: &'m Metadata,
    keys: Vec<Vec<u8>>,
    positions: HashMap<Vec<u8>, usize>,
    prefixes: Vec<Vec<u8>>,
    calls: Vec<StateCall>,
}

/// A value that was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Item<'m> {
    entry: StorageEntry<'m>,
    position: usize,
}

/// All values of a map that begin with the same keys.
#[derive(Debug, Clone)]
pub struct Items<'m> {
    entry: StorageEntry<'m>,
    prefix: Vec<u8>,
}

/// An answer of the runtime that was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'m> {
    api: RuntimeApi<'m>,
    position: usize,
}

/// The answers to a batch, all of the same block.
#[derive(Debug)]
pub struct Answers {
    values: Vec<Option<Vec<u8>>>,
    below: Vec<(Vec<u8>, Vec<u8>)>,
    answers: Vec<Vec<u8>>,
}

impl<'m> Batch<'m> {
    /// An empty batch for a runtime.
    pub fn new(metadata: &'m Metadata) -> Self {
        Self {
            metadata,
            keys: Vec::new(),
            positions: HashMap::new(),
            prefixes: Vec::new(),
            calls: Vec::new(),
        }
    }

    /// The runtime's metadata.
    pub fn metadata(&self) -> &'m Metadata {
        self.metadata
    }

    /// Asks for one value of a storage entry.
    pub fn item(&mut self, pallet: &str, entry: &str, keys: &[Value<'_>]) -> Result<Item<'m>, CodecError> {
        let entry = self.metadata.storage(pallet, entry)?;
        let key = entry.key(keys)?;
        let position = match self.positions.get(&key) {
            Some(position) => *position,
            None => {
                self.positions.insert(key.clone(), self.keys.len());
                self.keys.push(key);
                self.keys.len() - 1
            }
        };
        Ok(Item { entry, position })
    }

    /// The same for an entry that only some runtimes have.
    pub fn item_if_any(
        &mut self,
        pallet: &str,
        entry: &str,
        keys: &[Value<'_>],
    ) -> Result<Option<Item<'m>>, CodecError> {
        if !self.metadata.has_storage(pallet, entry) {
            return Ok(None);
        }
        self.item(pallet, entry, keys).map(Some)
    }

    /// Asks for all values of a map whose first keys are these.
    pub fn items(&mut self, pallet: &str, entry: &str, first: &[Value<'_>]) -> Result<Items<'m>, CodecError> {
        let entry = self.metadata.storage(pallet, entry)?;
        let prefix = entry.prefix_of(first)?;
        if !self.prefixes.contains(&prefix) {
            self.prefixes.push(prefix.clone());
        }
        Ok(Items { entry, prefix })
    }

    /// Asks for the answer of a runtime API.
    pub fn call(
        &mut self,
        api: &str,
        method: &str,
        arguments: &[Value<'_>],
    ) -> Result<Answer<'m>, CodecError> {
        let api = self.metadata.api(api, method)?;
        self.calls.push(api.call(arguments)?);
        Ok(Answer {
            api,
            position: self.calls.len() - 1,
        })
    }

    /// Fetches everything: one proof for all values, one for each prefix and one for each call, at the same time.
    pub async fn fetch<V: View>(self, view: &V) -> Result<Answers, Failure> {
        let values = async {
            match self.keys.as_slice() {
                [] => Ok(Vec::new()),
                keys => view.values(keys).await,
            }
        };
        let below = async {
            match self.prefixes.as_slice() {
                [] => Ok(Vec::new()),
                prefixes => view.below(prefixes).await,
            }
        };
        let calls = try_join_all(self.calls.iter().map(|call| view.call(call)));
        let (values, mut below, answers) = try_join3(values, below, calls).await?;
        // One prefix may be within another, whose entries then come twice.
        below.sort();
        below.dedup();
        if values.len() != self.keys.len() {
            let message = "the chain answered another number of values than were asked for";
            return Err(Failure::new(ErrorCode::Internal, message));
        }
        Ok(Answers {
            values,
            below,
            answers,
        })
    }
}

impl Answers {
    /// The value, or the entry's default. `None` where an optional entry has none.
    pub fn get<'m>(&self, item: &Item<'m>) -> Result<Option<Value<'m>>, CodecError> {
        item.entry.decode(self.bytes(item))
    }

    /// The value, or the entry's default. An error where an optional entry has none.
    pub fn value<'m>(&self, item: &Item<'m>) -> Result<Value<'m>, CodecError> {
        self.get(item)?.ok_or(CodecError::TooShort)
    }

    /// The bytes of a value as they are stored, if there are any.
    pub fn bytes(&self, item: &Item<'_>) -> Option<&[u8]> {
        self.values.get(item.position)?.as_deref()
    }

    /// The entries of a map, in the order of their storage keys: all keys of each, and its value.
    pub fn entries<'m>(&self, items: &Items<'m>) -> Result<Vec<(Vec<Value<'m>>, Value<'m>)>, CodecError> {
        let found = self
            .below
            .iter()
            .filter(|(key, _)| key.starts_with(&items.prefix));
        found
            .map(|(key, bytes)| {
                let value = items.entry.decode(Some(bytes))?;
                Ok((items.entry.decode_key(key)?, value.ok_or(CodecError::TooShort)?))
            })
            .collect()
    }

    /// What the runtime answered.
    pub fn answer<'m>(&self, answer: &Answer<'m>) -> Result<Value<'m>, CodecError> {
        let bytes = self.answers.get(answer.position).ok_or(CodecError::TooShort)?;
        answer.api.decode(bytes)
    }
}

/// A read of one round trip.
pub async fn read<'v, V: View, T>(
    view: &'v V,
    ask: impl FnOnce(&mut Batch<'v>) -> Result<Later<'v, T>, CodecError>,
) -> Result<Verified<T>, Failure> {
    Ok(view.verified(round(view, ask).await?))
}

/// One round trip of a read that has several.
pub(crate) async fn round<'v, V: View, T>(
    view: &'v V,
    ask: impl FnOnce(&mut Batch<'v>) -> Result<Later<'v, T>, CodecError>,
) -> Result<T, Failure> {
    let mut batch = Batch::new(view.metadata());
    let later = ask(&mut batch)?;
    Ok(later(&batch.fetch(view).await?)?)
}
