//! The journal: every signed transaction, written to this device before it leaves it, and what became of it. One key
//! per transaction, so that a torn write can spoil no other entry.

use std::{cmp::Reverse, rc::Rc};

use eyeball::{SharedObservable, Subscriber};
use serde::{Deserialize, Serialize};
use taolight_light::Store;
use taolight_primitives::{AccountId, BlockHash, ErrorCode, Failure};
use taolight_protocol::engine::{JournalEntry, TransactionState};

use crate::failure::storage_failed;

/// Space of the store that holds every journal.
const SPACE: &str = "journal";
/// Version of a stored entry. A newer one is left alone for the newer app that wrote it.
const VERSION: u32 = 2;

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    entry: JournalEntry,
}

/// The journal of one chain.
pub(crate) struct Journal {
    store: Rc<dyn Store>,
    genesis: BlockHash,
    /// Latest first.
    entries: SharedObservable<Vec<JournalEntry>>,
}

impl Journal {
    /// Reads the journal of a chain. Entries that cannot be read stay where they are.
    pub(crate) async fn open(store: Rc<dyn Store>, genesis: BlockHash) -> Result<Self, Failure> {
        let mut entries = Vec::new();
        let own = prefix(genesis);
        let keys = store.keys(SPACE).await.map_err(storage_failed)?;
        for key in keys.iter().filter(|key| key.starts_with(&own)) {
            let Some(bytes) = store.get(SPACE, key).await.map_err(storage_failed)? else {
                continue;
            };
            if let Ok(Stored {
                version: VERSION,
                entry,
            }) = serde_json::from_slice(&bytes)
            {
                entries.push(entry);
            }
        }
        entries.sort_by_key(|entry: &JournalEntry| Reverse(entry.written_ms));
        Ok(Self {
            store,
            genesis,
            entries: SharedObservable::new(entries),
        })
    }

    /// Follows the whole journal, beginning with what it holds now.
    pub(crate) fn watch(&self) -> Subscriber<Vec<JournalEntry>> {
        self.entries.subscribe_reset()
    }

    /// The entries, latest first.
    pub(crate) fn entries(&self) -> Vec<JournalEntry> {
        self.entries.get()
    }

    /// One entry.
    pub(crate) fn find(&self, hash: BlockHash) -> Option<JournalEntry> {
        self.entries
            .read()
            .iter()
            .find(|entry| entry.hash == hash)
            .cloned()
    }

    /// The lowest nonce that no transaction under way has taken.
    pub(crate) fn next_nonce(&self, account: &AccountId, on_chain: u32) -> u32 {
        self.entries
            .read()
            .iter()
            .filter(|entry| entry.unsigned.account == *account && !entry.state.is_final())
            .map(|entry| entry.unsigned.nonce.saturating_add(1))
            .fold(on_chain, u32::max)
    }

    /// Writes a new transaction; returns once it is on the device. Refuses one that is there already, and one whose
    /// nonce another transaction under way has taken.
    pub(crate) async fn add(&self, entry: JournalEntry) -> Result<(), Failure> {
        let taken = self.entries.read().iter().any(|other| {
            let same_slot = other.unsigned.account == entry.unsigned.account
                && other.unsigned.nonce == entry.unsigned.nonce;
            other.hash == entry.hash || (same_slot && !other.state.is_final())
        });
        if taken {
            return Err(Failure::new(
                ErrorCode::AlreadySubmitted,
                "this transaction, or another one with the same nonce, is under way already; nothing new was sent",
            ));
        }
        self.write(&entry).await?;
        self.entries.update(|entries| entries.insert(0, entry));
        Ok(())
    }

    /// Records what became of a transaction. The display is right even where the device cannot store it: the state is
    /// found again on the chain after a reload.
    pub(crate) async fn set_state(&self, hash: BlockHash, state: TransactionState) -> Result<(), Failure> {
        let Some(mut entry) = self.find(hash) else {
            return Ok(());
        };
        if entry.state == state {
            return Ok(());
        }
        entry.state = state.clone();
        self.entries.update(|entries| {
            if let Some(entry) = entries.iter_mut().find(|entry| entry.hash == hash) {
                entry.state = state;
            }
        });
        self.write(&entry).await
    }

    /// Removes a transaction to which nothing can happen any more.
    pub(crate) async fn forget(&self, hash: BlockHash) -> Result<(), Failure> {
        let entry = self.find(hash).ok_or_else(|| {
            Failure::new(
                ErrorCode::UnknownTransaction,
                "the journal has no such transaction",
            )
        })?;
        if !entry.state.is_final() {
            return Err(Failure::new(
                ErrorCode::AlreadySubmitted,
                "this transaction is still under way; it can be removed once it is final",
            ));
        }
        self.store
            .delete(SPACE, &self.key(hash))
            .await
            .map_err(storage_failed)?;
        self.entries
            .update(|entries| entries.retain(|entry| entry.hash != hash));
        Ok(())
    }

    async fn write(&self, entry: &JournalEntry) -> Result<(), Failure> {
        let stored = Stored {
            version: VERSION,
            entry: entry.clone(),
        };
        let bytes = serde_json::to_vec(&stored).map_err(|error| Failure::new(ErrorCode::Internal, error))?;
        self.store
            .put(SPACE, &self.key(entry.hash), &bytes)
            .await
            .map_err(storage_failed)
    }

    fn key(&self, hash: BlockHash) -> String {
        format!("{}{hash}", prefix(self.genesis))
    }
}

fn prefix(genesis: BlockHash) -> String {
    format!("{genesis}/")
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;
    use taolight_bittensor::intents::Transfer;
    use taolight_light::MemoryStore;
    use taolight_primitives::{BlockRef, Rao};
    use taolight_protocol::engine::{MetadataRef, Mortality, Unsigned};

    use super::*;

    fn entry(genesis: BlockHash) -> JournalEntry {
        let account = AccountId([1; 32]);
        let metadata = MetadataRef {
            hash: BlockHash([3; 32]),
            spec_version: 425,
        };
        let transfer = Transfer {
            destination: account,
            amount: Rao(1),
            keep_alive: true,
        };
        let birth = BlockRef {
            number: 0,
            hash: genesis,
        };
        JournalEntry {
            hash: BlockHash([9; 32]),
            intent: transfer.into(),
            unsigned: Unsigned {
                account,
                call: Vec::new().into(),
                nonce: 4,
                tip: Rao::ZERO,
                mortality: Mortality { period: 64, birth },
                genesis,
                spec_version: 425,
                transaction_version: 1,
                metadata,
            },
            extrinsic: Vec::new().into(),
            written_ms: 0,
            state: TransactionState::Signed,
        }
    }

    #[test]
    fn chains_have_journals_of_their_own() {
        // Nothing but the genesis block tells them apart: both networks call themselves by the same id.
        let [mainnet, testnet] = [BlockHash([1; 32]), BlockHash([2; 32])];
        let store = Rc::new(MemoryStore::default());
        block_on(async {
            let journal = Journal::open(store.clone(), mainnet).await.unwrap();
            journal.add(entry(mainnet)).await.unwrap();
            let [again, other] = [mainnet, testnet].map(|genesis| Journal::open(store.clone(), genesis));
            let (again, other) = (again.await.unwrap(), other.await.unwrap());
            assert_eq!(again.entries().len(), 1);
            assert!(other.entries().is_empty());
            let account = AccountId([1; 32]);
            assert_eq!(again.next_nonce(&account, 0), 5);
            assert_eq!(other.next_nonce(&account, 0), 0);
        });
    }
}
