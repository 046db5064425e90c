//! Something that is read of the chain while a page shows it: the last answer with its proof, or why there is none.

use std::time::Duration;

use leptos::prelude::*;
use taolight_primitives::{Failure, Level, Verified};
use taolight_protocol::engine::{JournalEntry, TransactionState};
use taolight_protocol::{Method, Topic};

use crate::feed::{Feed, ask, follow};
use crate::store::Store;

/// An answer that is kept up to date while somebody looks. Copying it copies handles.
pub(crate) struct Reading<T: 'static> {
    value: RwSignal<Option<Verified<T>>>,
    failure: RwSignal<Option<Failure>>,
    feed: StoredValue<Option<Feed>, LocalStorage>,
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl<T: Clone + Send + Sync + 'static> Reading<T> {
    /// Nothing is read yet.
    pub(crate) fn new() -> Self {
        Self {
            value: RwSignal::new(None),
            failure: RwSignal::new(None),
            feed: StoredValue::new_local(None),
        }
    }

    /// Follows a topic from now on. What was read before stays until the first item.
    pub(crate) fn follow<W>(self, store: Store, topic: impl Fn() -> W + 'static)
    where
        W: Topic<Item = Verified<T>> + 'static,
    {
        self.follow_after(store, Duration::ZERO, topic);
    }

    /// Follows a topic once nothing else was asked for so long: for what changes with every key.
    pub(crate) fn follow_after<W>(self, store: Store, pause: Duration, topic: impl Fn() -> W + 'static)
    where
        W: Topic<Item = Verified<T>> + 'static,
    {
        let feed = store.clients().map(|clients| {
            let (take, trouble) = self.sinks();
            follow(&clients.engine, pause, topic, take, trouble)
        });
        self.keep(feed);
    }

    /// Asks, and asks again from time to time.
    pub(crate) fn ask<M>(self, store: Store, method: M)
    where
        M: Method<Reply = Verified<T>> + Clone + 'static,
    {
        let feed = store.clients().map(|clients| {
            let (take, trouble) = self.sinks();
            ask(&clients.engine, method, take, trouble)
        });
        self.keep(feed);
    }

    /// Reads no more. What was read stays.
    pub(crate) fn stop(self) {
        self.feed.set_value(None);
    }

    /// Reads no more, and forgets what was read.
    pub(crate) fn clear(self) {
        self.stop();
        self.value.set(None);
        self.failure.set(None);
    }

    /// What was read, tracked.
    pub(crate) fn get(self) -> Option<Verified<T>> {
        self.value.get()
    }

    /// What was read, looked at without copying it; tracked.
    pub(crate) fn with<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        self.value
            .with(|read| read.as_ref().map(|read| look(&read.value)))
    }

    /// Whether anything was read, tracked.
    pub(crate) fn is_known(self) -> bool {
        self.value.read().is_some()
    }

    /// How well it is proven, tracked.
    pub(crate) fn level(self) -> Level {
        self.value
            .read()
            .as_ref()
            .map_or(Level::Unverified, |read| read.level)
    }

    /// The number of the block of which it was read, tracked.
    pub(crate) fn block(self) -> Option<u32> {
        self.value.read().as_ref().map(|read| read.block.number)
    }

    /// Why it cannot be read, tracked.
    pub(crate) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    fn sinks(self) -> (impl Fn(Verified<T>) + 'static, impl Fn(Failure) + 'static) {
        let take = move |item| {
            self.failure.set(None);
            self.value.set(Some(item));
        };
        (take, move |failure| self.failure.set(Some(failure)))
    }

    fn keep(self, feed: Result<Feed, Failure>) {
        // The one before ends first.
        self.stop();
        match feed {
            Ok(feed) => self.feed.set_value(Some(feed)),
            Err(failure) => self.failure.set(Some(failure)),
        }
    }
}

impl Store {
    /// Runs as soon as a network is open, whenever what it tracks changes, and after each transaction that may have changed
    /// what the chain says.
    pub(crate) fn after_each_change(self, run: impl Fn() + 'static) {
        let finished = Memo::new(move |_| self.finished());
        Effect::new(move |_| {
            // Read, not only tracked: a memo that nobody reads computes nothing, and so hears of nothing.
            finished.get();
            if self.opened.get() > 0 {
                run();
            }
        });
    }

    /// How many transactions are older than the finalized block, tracked: what is read from here on knows of them.
    fn finished(self) -> usize {
        let head = self.heads.read().finalized.map_or(0, |head| head.block.number);
        let is_older = |entry: &&JournalEntry| matches!(entry.state, TransactionState::Finalized { block, .. } if block.number < head);
        self.journal.read().iter().flatten().filter(is_older).count()
    }
}
