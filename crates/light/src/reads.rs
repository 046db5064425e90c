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
    rpc::Rpc,
};

/// JSON-RPC error of smoldot: the block is not pinned.
const NOT_PINNED: i64 = -32801;
/// The same of its plain requests: no peer has the block, or its runtime.
const NOT_RETRIEVED: i64 = -32800;
/// The same: the block is there, and what was asked of it failed.
const FAILED: i64 = -32000;
/// How smoldot begins to say that peers did not prove what a runtime call reads. It has one code for all its failures.
const UNPROVEN_CALL: &str = "Error trying to access the storage";
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
    backend: &dyn Backend,
    follow: &Follow,
    block: BlockHash,
    key: &[u8],
) -> Result<Option<Vec<u8>>, LightError> {
    let params = json!([Bytes(key.to_vec()), block]);
    let value: Option<Bytes> = insist(backend, STORAGE_ATTEMPTS, async || {
        let read = follow.rpc().request("state_getStorage", params.clone()).await;
        read.map_err(|error| storage_failed(block, error))
    })
    .await?;
    Ok(value.map(|value| value.0))
}

/// Reads several keys with one proof.
pub(crate) async fn many(
    backend: &dyn Backend,
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
    let sets: Vec<ChangeSet> = insist(backend, STORAGE_ATTEMPTS, async || {
        let read = follow.rpc().request(method, json!([named, block])).await;
        read.map_err(|error| storage_failed(block, error))
    })
    .await?;
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

/// Runs a function of the runtime of a block that need not be pinned.
pub(crate) async fn old_call(
    backend: &dyn Backend,
    rpc: &Rpc,
    block: BlockHash,
    name: &str,
    arguments: &[u8],
) -> Result<Vec<u8>, LightError> {
    let params = json!([name, Bytes(arguments.to_vec()), block]);
    let output: Bytes = insist(backend, CALL_ATTEMPTS, async || {
        let called = rpc.request("state_call", params.clone()).await;
        called.map_err(|error| call_failed(block, error))
    })
    .await?;
    Ok(output.0)
}

/// Asks again, after a pause, for what no peer proved.
async fn insist<T>(
    backend: &dyn Backend,
    attempts: u32,
    mut ask: impl AsyncFnMut() -> Result<T, LightError>,
) -> Result<T, LightError> {
    for failed in 0..attempts.saturating_sub(1) {
        match ask().await {
            Err(LightError::Inaccessible) => backend.sleep(pause(failed)).await,
            done => return done,
        }
    }
    ask().await
}

/// How long to wait after so many failures before.
fn pause(failed: u32) -> Duration {
    Duration::from_millis(300 << failed)
}

/// What an error of a plain read of storage means.
fn storage_failed(block: BlockHash, error: LightError) -> LightError {
    match error {
        LightError::Rpc {
            code: NOT_RETRIEVED, ..
        } => LightError::BlockUnavailable(block),
        LightError::Rpc { code: FAILED, .. } => LightError::Inaccessible,
        other => other,
    }
}

/// What an error of a plain runtime call means.
fn call_failed(block: BlockHash, error: LightError) -> LightError {
    match error {
        LightError::Rpc {
            code: FAILED,
            message,
        } if !message.starts_with(UNPROVEN_CALL) => LightError::Call(message),
        other => storage_failed(block, other),
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
                backend.sleep(pause(failed)).await;
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

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: BlockHash = BlockHash([7; 32]);

    fn rpc(code: i64, message: &str) -> LightError {
        LightError::Rpc {
            code,
            message: message.to_owned(),
        }
    }

    #[test]
    fn only_a_block_that_nobody_has_is_unavailable() {
        let gone = rpc(
            NOT_RETRIEVED,
            "Failed to retrieve block information from the network",
        );
        for failed in [storage_failed, call_failed] {
            assert_eq!(failed(BLOCK, gone.clone()), LightError::BlockUnavailable(BLOCK));
            let wrong = rpc(-32602, "invalid params");
            assert_eq!(failed(BLOCK, wrong.clone()), wrong);
            assert_eq!(failed(BLOCK, LightError::Closed), LightError::Closed);
        }
    }

    #[test]
    fn what_peers_do_not_prove_is_not_what_the_runtime_refuses() {
        let unproven = rpc(FAILED, "Storage query errors:\n- timeout");
        assert_eq!(storage_failed(BLOCK, unproven), LightError::Inaccessible);
        let unproven = rpc(
            FAILED,
            "Error trying to access the storage required for the runtime call",
        );
        assert_eq!(call_failed(BLOCK, unproven), LightError::Inaccessible);
        let trapped = "Error during the execution of the runtime: trapped";
        assert_eq!(
            call_failed(BLOCK, rpc(FAILED, trapped)),
            LightError::Call(trapped.to_owned())
        );
    }
}
