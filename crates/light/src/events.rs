//! The events of `chainHead_v1_follow`, as far as they matter here.

use serde::Deserialize;
use taolight_primitives::{BlockHash, Bytes};

/// One event of a follow subscription.
#[derive(Debug, Deserialize)]
#[serde(tag = "event", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum FollowEvent {
    Initialized {
        finalized_block_hashes: Vec<BlockHash>,
        #[serde(default)]
        finalized_block_runtime: Option<Runtime>,
    },
    NewBlock {
        block_hash: BlockHash,
        parent_block_hash: BlockHash,
        #[serde(default)]
        new_runtime: Option<Runtime>,
    },
    BestBlockChanged {
        best_block_hash: BlockHash,
    },
    Finalized {
        finalized_block_hashes: Vec<BlockHash>,
        pruned_block_hashes: Vec<BlockHash>,
    },
    OperationStorageItems {
        operation_id: String,
        items: Vec<StorageItem>,
    },
    OperationStorageDone {
        operation_id: String,
    },
    OperationCallDone {
        operation_id: String,
        output: Bytes,
    },
    OperationInaccessible {
        operation_id: String,
    },
    OperationError {
        operation_id: String,
        error: String,
    },
    Stop,
    #[serde(other)]
    Other,
}

/// What smoldot says about a runtime.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum Runtime {
    Valid { spec: RuntimeSpec },
    Invalid { error: String },
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RuntimeSpec {
    pub(crate) spec_name: String,
    pub(crate) spec_version: u32,
    #[serde(default)]
    pub(crate) transaction_version: u32,
}

/// One proven storage item.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StorageItem {
    pub(crate) key: Bytes,
    #[serde(default)]
    pub(crate) value: Option<Bytes>,
    #[serde(default)]
    pub(crate) closest_descendant_merkle_value: Option<Bytes>,
}

/// How an operation gets on.
#[derive(Debug)]
pub(crate) enum Progress {
    Items(Vec<StorageItem>),
    Output(Vec<u8>),
    Done,
    Inaccessible,
    Failed(String),
}

impl FollowEvent {
    /// The operation that the event is about and how it gets on; the event itself if it is about blocks.
    pub(crate) fn operation(self) -> Result<(String, Progress), Self> {
        Ok(match self {
            Self::OperationStorageItems { operation_id, items } => (operation_id, Progress::Items(items)),
            Self::OperationStorageDone { operation_id } => (operation_id, Progress::Done),
            Self::OperationCallDone { operation_id, output } => (operation_id, Progress::Output(output.0)),
            Self::OperationInaccessible { operation_id } => (operation_id, Progress::Inaccessible),
            Self::OperationError { operation_id, error } => (operation_id, Progress::Failed(error)),
            other => return Err(other),
        })
    }
}

/// Answer to the request that starts an operation.
#[derive(Debug, Deserialize)]
#[serde(tag = "result", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum Started {
    Started { operation_id: String },
    LimitReached,
}
