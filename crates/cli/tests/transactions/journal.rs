//! The engine's journal, read once for everybody who waits for a transaction: each of its items is the whole journal.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use futures::{
    StreamExt,
    channel::oneshot::{self, Sender},
    executor::LocalSpawner,
    task::LocalSpawnExt,
};
use taolight_primitives::BlockHash;
use taolight_protocol::{
    Client,
    engine::{TransactionState, WatchJournal},
};

/// Transactions that came to their end, and who waits for the others.
#[derive(Clone, Default)]
pub(crate) struct Journal(Rc<RefCell<Transactions>>);

#[derive(Default)]
struct Transactions {
    ended: HashMap<BlockHash, TransactionState>,
    waiting: HashMap<BlockHash, Sender<TransactionState>>,
}

impl Journal {
    /// Begins to read the journal.
    pub(crate) fn read(engine: &Client, spawner: &LocalSpawner) -> Self {
        let journal = Self::default();
        let (told, mut items) = (journal.clone(), engine.subscribe(WatchJournal {}));
        let reading = async move {
            while let Some(entries) = items.next().await {
                for entry in entries.unwrap() {
                    if entry.state.is_final() {
                        told.0.borrow_mut().end(entry.hash, entry.state);
                    }
                }
            }
        };
        spawner.spawn_local(reading).unwrap();
        journal
    }

    /// Waits for the end of a transaction.
    pub(crate) async fn end_of(&self, hash: BlockHash) -> TransactionState {
        let (sender, end) = oneshot::channel();
        if let Some(state) = self.0.borrow_mut().wait(hash, sender) {
            return state;
        }
        end.await.expect("the journal is read")
    }
}

impl Transactions {
    fn end(&mut self, hash: BlockHash, state: TransactionState) {
        if let Some(waiting) = self.waiting.remove(&hash) {
            let _ = waiting.send(state.clone());
        }
        self.ended.insert(hash, state);
    }

    fn wait(&mut self, hash: BlockHash, sender: Sender<TransactionState>) -> Option<TransactionState> {
        let ended = self.ended.get(&hash).cloned();
        if ended.is_none() {
            self.waiting.insert(hash, sender);
        }
        ended
    }
}
