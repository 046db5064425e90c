//! What the engine can be asked: networks, the light client's state, chain reads and transactions.

mod chain;
mod network;
mod transaction;

pub use chain::{
    AccountNonce, Balance, GetMetadata, Head, Heads, MetadataRef, RuntimeMetadata, WatchBalance, WatchHeads,
};
pub use network::{
    Availability, CheckpointInfo, CloseNetwork, Lifecycle, ListNetworks, NetworkInfo, NetworkSource, Notice,
    OpenNetwork, Phase, SaveState, Stall, WatchLifecycle, WatchNotices,
};
pub use transaction::{
    Estimate, EstimateFee, ForgetTransaction, Intent, JournalEntry, Mortality, Outcome, PrepareTransaction,
    Prepared, SubmitTransaction, Submitted, TransactionState, Unsigned, WatchJournal,
};

use crate::method::{methods, topics};

methods! {
    /// Every call that the engine answers.
    EngineCall {
        "network.list" ListNetworks -> Vec<NetworkInfo>,
        "network.open" OpenNetwork -> NetworkInfo,
        "network.close" CloseNetwork -> (),
        "state.save" SaveState -> (),
        "account.nonce" AccountNonce -> taolight_primitives::Verified<u32>,
        "metadata" GetMetadata -> RuntimeMetadata,
        "fee" EstimateFee -> Estimate,
        "tx.prepare" PrepareTransaction -> Prepared,
        "tx.submit" SubmitTransaction -> Submitted,
        "journal.forget" ForgetTransaction -> (),
    }
}

topics! {
    /// Every subscription that the engine serves.
    EngineTopic {
        "lifecycle" WatchLifecycle -> Lifecycle, latest_only: true;
        "notices" WatchNotices -> Vec<Notice>, latest_only: true;
        "heads" WatchHeads -> Heads, latest_only: true;
        "balance.watch" WatchBalance -> taolight_primitives::Verified<Balance>, latest_only: true;
        "journal" WatchJournal -> Vec<JournalEntry>, latest_only: true;
    }
}
