//! Proven reads at a block. A block that is pinned here is read through the follow subscription; an older one through
//! smoldot's plain requests, which fetch its header by hash first. Both check proofs against the header's state root.

use std::time::Duration;

use futures::StreamExt;
use serde_json::json;
use taolight_primitives::{BlockHash, Bytes};

use crate::{
    backend::Backend,
    error::LightError,
    events::{Progress, Started, StorageItem},
    follow::Follow,
};

/// JSON-RPC error of smoldot: the block is not pinned.
const NOT_PINNED: i64 = -32801;
/// How often a storage read is tried when peers do not give the proof.
const STORAGE_ATTEMPTS: u32 = 4;
/// The same for runtime calls, where the call itself is more often the reason.
const CALL_ATTEMPTS: u32 = 2;
/// How often to ask for one of smoldot's 32 slots for operations, and how long to wait in between.
const SLOT_ATTEMPTS: u32 = 200;
const SLOT_WAIT: Duration = Duration::from_millis(50);

/// What of a storage key to prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Value,
    Descendants,
    MerkleValue,
}

impl Wanted {
    fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Descendants => "descendantsValues",
            Self::MerkleValue => "closestDescendantMerkleValue",
        }
    }
}

/// Reads one key, or all below it, at a pinned block.
///
/// One key per operation: smoldot 3.0.0 takes a slot per key and gives back one per operation, so operations with
/// several keys would use up the slots.
pub(crate) async fn storage(
    backend: &dyn Backend,
    follow: &Follow,
    block: BlockHash,
    key: &[u8],
    wanted: Wanted,
) -> Result<Vec<StorageItem>, LightError> {
    let item = json!([{ "key": Bytes(key.to_vec()), "type": wanted.name() }]);
    let start = |subscription: String| json!([subscription, block, item, null]);
    let finished = operate(
        backend,
        follow,
        block,
        "chainHead_v1_storage",
        STORAGE_ATTEMPTS,
        start,
    )
    .await?;
    Ok(finished.items)
}

/// Runs a function of the block's runtime.
pub(crate) async fn call(
    backend: &dyn Backend,
    follow: &Follow,
    block: BlockHash,
    name: &str,
    arguments: &[u8],
) -> Result<Vec<u8>, LightError> {
    let arguments = Bytes(arguments.to_vec());
    let start = |subscription: String| json!([subscription, block, name, arguments]);
    let finished = operate(backend, follow, block, "chainHead_v1_call", CALL_ATTEMPTS, start).await?;
    Ok(finished.output)
}

/// Reads one key at a block that need not be pinned.
pub(crate) async fn old_storage(
    follow: &Follow,
    block: BlockHash,
    key: &[u8],
) -> Result<Option<Vec<u8>>, LightError> {
    let params = json!([Bytes(key.to_vec()), block]);
    let value: Option<Bytes> = follow
        .rpc()
        .request("state_getStorage", params)
        .await
        .map_err(unavailable(block))?;
    Ok(value.map(|value| value.0))
}

/// Reads several keys with one proof.
pub(crate) async fn many(
    follow: &Follow,
    block: BlockHash,
    keys: &[Vec<u8>],
) -> Result<Vec<Option<Vec<u8>>>, LightError> {
    #[derive(serde::Deserialize)]
    struct ChangeSet {
        changes: Vec<(Bytes, Option<Bytes>)>,
    }
    let named: Vec<Bytes> = keys.iter().cloned().map(Bytes).collect();
    let method = "state_queryStorageAt";
    let sets: Vec<ChangeSet> = follow
        .rpc()
        .request(method, json!([named, block]))
        .await
        .map_err(unavailable(block))?;
    let mut found: std::collections::HashMap<Vec<u8>, Option<Vec<u8>>> = sets
        .into_iter()
        .flat_map(|set| set.changes)
        .map(|(key, value)| (key.0, value.map(|value| value.0)))
        .collect();
    keys.iter()
        .map(|key| {
            found
                .get_mut(key)
                .map(Option::take)
                .ok_or_else(|| LightError::Answer {
                    method,
                    problem: "it leaves out a key".to_owned(),
                })
        })
        .collect()
}

/// Turns smoldot's refusal of an old block into our error for it.
pub(crate) fn unavailable(block: BlockHash) -> impl Fn(LightError) -> LightError {
    move |error| match error {
        LightError::Rpc { .. } => LightError::BlockUnavailable(block),
        other => other,
    }
}

/// What an operation brought.
#[derive(Default)]
struct Finished {
    items: Vec<StorageItem>,
    output: Vec<u8>,
}

enum End {
    Finished(Finished),
    /// No peer gave the proof.
    Inaccessible,
    /// The subscription stopped in the middle.
    Gone,
}

async fn operate(
    backend: &dyn Backend,
    follow: &Follow,
    block: BlockHash,
    method: &'static str,
    attempts: u32,
    params: impl Fn(String) -> serde_json::Value,
) -> Result<Finished, LightError> {
    let mut refused = 0;
    let mut failed = 0;
    loop {
        let subscription = follow
            .subscription_of(block)
            .ok_or(LightError::BlockUnavailable(block))?;
        let started = follow.rpc().request(method, params(subscription.clone())).await;
        let id = match started {
            Ok(Started::Started { operation_id }) => operation_id,
            Ok(Started::LimitReached) if refused < SLOT_ATTEMPTS => {
                refused += 1;
                backend.sleep(SLOT_WAIT).await;
                continue;
            }
            Ok(Started::LimitReached) => return Err(LightError::Inaccessible),
            Err(LightError::Rpc { code: NOT_PINNED, .. }) => return Err(LightError::BlockUnavailable(block)),
            Err(error) => return Err(error),
        };
        let operation = Operation {
            follow,
            subscription,
            id,
            ended: false,
        };
        match operation.finish().await? {
            End::Finished(finished) => return Ok(finished),
            End::Gone => return Err(LightError::BlockUnavailable(block)),
            End::Inaccessible if failed + 1 < attempts => {
                backend.sleep(Duration::from_millis(300 << failed)).await;
                failed += 1;
            }
            End::Inaccessible => return Err(LightError::Inaccessible),
        }
    }
}

/// An operation that smoldot runs for us. Dropping it early tells smoldot to stop.
struct Operation<'a> {
    follow: &'a Follow,
    subscription: String,
    id: String,
    ended: bool,
}

impl Operation<'_> {
    async fn finish(mut self) -> Result<End, LightError> {
        let mut progress = self.follow.operation(self.id.clone());
        let mut finished = Finished::default();
        while let Some(progress) = progress.next().await {
            match progress {
                Progress::Items(items) => {
                    finished.items.extend(items);
                    continue;
                }
                Progress::Output(output) => finished.output = output,
                Progress::Done => {}
                Progress::Inaccessible => {
                    self.ended = true;
                    return Ok(End::Inaccessible);
                }
                Progress::Failed(problem) => {
                    self.ended = true;
                    return Err(LightError::Call(problem));
                }
            }
            self.ended = true;
            return Ok(End::Finished(finished));
        }
        self.ended = true;
        if self.follow.rpc().is_closed() {
            Err(LightError::Closed)
        } else {
            Ok(End::Gone)
        }
    }
}

impl Drop for Operation<'_> {
    fn drop(&mut self) {
        self.follow.forget_operation(&self.id);
        if !self.ended {
            let params = json!([self.subscription, self.id]).to_string();
            self.follow.rpc().tell("chainHead_v1_stopOperation", &params);
        }
    }
}
