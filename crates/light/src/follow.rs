//! One `chainHead_v1_follow` subscription, kept alive for ever: it is opened again whenever smoldot stops it, which
//! happens after a warp sync or when we read too slowly.
//!
//! Without runtime, its heads and storage proofs need nothing but headers. With runtime, smoldot also downloads and
//! compiles the chain's runtime, says which one each block has and runs calls in it.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures::{StreamExt, channel::mpsc};
use serde_json::json;
use taolight_primitives::{BlockHash, Bytes};

use crate::{
    backend::Backend,
    error::LightError,
    events::{FollowEvent, Progress, Runtime},
    heads::Head,
    rpc::{Rpc, Subscription},
    runtime::RuntimeInfo,
    watch::{Watch, WatchSender, lock},
};

/// How long to wait before opening the subscription again.
const REOPEN: Duration = Duration::from_millis(200);
/// Operations that report before we know that they are ours: their start's answer is a message of its own.
const EARLY_OPERATIONS: usize = 64;

/// A follow subscription and the blocks it pins.
#[derive(Clone)]
pub(crate) struct Follow(Arc<Shared>);

struct Shared {
    rpc: Rpc,
    with_runtime: bool,
    slot_duration_ms: u64,
    /// Finalized blocks that stay pinned behind the newest, so that reads that have just begun can end.
    keep: u32,
    state: Mutex<State>,
    finalized: Watch<Option<Head>>,
    best: Watch<Option<Head>>,
    runtime: Watch<Option<RuntimeInfo>>,
}

#[derive(Default)]
struct State {
    subscription: Option<String>,
    blocks: HashMap<BlockHash, Block>,
    operations: HashMap<String, mpsc::UnboundedSender<Progress>>,
    early: Vec<(String, Vec<Progress>)>,
}

#[derive(Clone)]
struct Block {
    head: Head,
    runtime: Option<Arc<Result<RuntimeInfo, String>>>,
}

/// Writing sides of what a follow subscription says.
struct Senders {
    finalized: WatchSender<Option<Head>>,
    best: WatchSender<Option<Head>>,
    runtime: WatchSender<Option<RuntimeInfo>>,
}

impl Follow {
    /// Starts following.
    pub(crate) fn start(
        backend: &Arc<dyn Backend>,
        rpc: Rpc,
        with_runtime: bool,
        slot_duration_ms: u64,
        keep: u32,
    ) -> Self {
        let senders = Senders {
            finalized: WatchSender::new(None),
            best: WatchSender::new(None),
            runtime: WatchSender::new(None),
        };
        let follow = Self(Arc::new(Shared {
            rpc,
            with_runtime,
            slot_duration_ms,
            keep,
            state: Mutex::default(),
            finalized: senders.finalized.watch(),
            best: senders.best.watch(),
            runtime: senders.runtime.watch(),
        }));
        let task = follow.clone().run(Arc::clone(backend), senders);
        backend.spawn("taolight-follow", Box::pin(task));
        follow
    }

    pub(crate) fn finalized(&self) -> Watch<Option<Head>> {
        self.0.finalized.clone()
    }

    pub(crate) fn best(&self) -> Watch<Option<Head>> {
        self.0.best.clone()
    }

    pub(crate) fn runtime(&self) -> Watch<Option<RuntimeInfo>> {
        self.0.runtime.clone()
    }

    pub(crate) fn rpc(&self) -> &Rpc {
        &self.0.rpc
    }

    /// A block that is pinned now.
    pub(crate) fn pinned(&self, block: BlockHash) -> Option<Head> {
        lock(&self.0.state).blocks.get(&block).map(|block| block.head)
    }

    /// smoldot's id of the subscription, if it pins the block.
    pub(crate) fn subscription_of(&self, block: BlockHash) -> Option<String> {
        let state = lock(&self.0.state);
        state
            .blocks
            .contains_key(&block)
            .then(|| state.subscription.clone())
            .flatten()
    }

    /// What smoldot reports about an operation that it started; ends if the subscription does.
    pub(crate) fn operation(&self, id: String) -> mpsc::UnboundedReceiver<Progress> {
        let (sender, receiver) = mpsc::unbounded();
        let mut state = lock(&self.0.state);
        if let Some(at) = state.early.iter().position(|(early, _)| *early == id) {
            for progress in state.early.swap_remove(at).1 {
                let _ = sender.unbounded_send(progress);
            }
        }
        state.operations.insert(id, sender);
        receiver
    }

    /// The caller has read the end of the operation, or does not care for it any more.
    pub(crate) fn forget_operation(&self, id: &str) {
        lock(&self.0.state).operations.remove(id);
    }

    async fn run(self, backend: Arc<dyn Backend>, senders: Senders) {
        let params = json!([self.0.with_runtime]).to_string();
        while !self.0.rpc.is_closed() {
            let unsubscribe = Cow::Borrowed("chainHead_v1_unfollow");
            if let Ok(events) = self
                .0
                .rpc
                .subscribe("chainHead_v1_follow", Some(&params), unsubscribe)
                .await
            {
                lock(&self.0.state).subscription = Some(events.id().to_owned());
                self.read(events, &senders).await;
                // Dropping the senders of operations ends them; their readers ask again.
                *lock(&self.0.state) = State::default();
            }
            if !self.0.rpc.is_closed() {
                backend.sleep(REOPEN).await;
            }
        }
    }

    /// Reads events until the subscription stops.
    async fn read(&self, mut events: Subscription, senders: &Senders) {
        while let Some(event) = events.next().await {
            let Ok(event) = serde_json::from_str::<FollowEvent>(event.get()) else {
                continue;
            };
            match event.operation() {
                Ok((operation, progress)) => self.progress(operation, progress),
                Err(FollowEvent::Stop) => return,
                Err(event) => {
                    if self.block_event(events.id(), event, senders).await.is_err() {
                        return;
                    }
                }
            }
        }
    }

    fn progress(&self, operation: String, progress: Progress) {
        let mut state = lock(&self.0.state);
        if let Some(sender) = state.operations.get(&operation) {
            let _ = sender.unbounded_send(progress);
            return;
        }
        if let Some((_, early)) = state.early.iter_mut().find(|(early, _)| *early == operation) {
            early.push(progress);
            return;
        }
        if state.early.len() >= EARLY_OPERATIONS {
            state.early.remove(0);
        }
        state.early.push((operation, vec![progress]));
    }

    async fn block_event(
        &self,
        subscription: &str,
        event: FollowEvent,
        senders: &Senders,
    ) -> Result<(), LightError> {
        match event {
            FollowEvent::Initialized {
                finalized_block_hashes,
                finalized_block_runtime,
            } => {
                let runtime = finalized_block_runtime.map(read_runtime);
                for hash in &finalized_block_hashes {
                    self.add(subscription, *hash, runtime.clone()).await?;
                }
                if let Some(newest) = finalized_block_hashes.last() {
                    self.set_finalized(*newest, senders);
                    self.set_best(*newest, senders);
                }
            }
            FollowEvent::NewBlock {
                block_hash,
                parent_block_hash,
                new_runtime,
            } => {
                let runtime = match new_runtime {
                    Some(runtime) => Some(read_runtime(runtime)),
                    None => self.block(parent_block_hash).and_then(|parent| parent.runtime),
                };
                self.add(subscription, block_hash, runtime).await?;
            }
            FollowEvent::BestBlockChanged { best_block_hash } => self.set_best(best_block_hash, senders),
            FollowEvent::Finalized {
                finalized_block_hashes,
                pruned_block_hashes,
            } => {
                if let Some(newest) = finalized_block_hashes.last() {
                    self.set_finalized(*newest, senders);
                }
                self.unpin(subscription, &pruned_block_hashes);
            }
            _ => {}
        }
        Ok(())
    }

    async fn add(
        &self,
        subscription: &str,
        hash: BlockHash,
        runtime: Option<Arc<Result<RuntimeInfo, String>>>,
    ) -> Result<(), LightError> {
        let method = "chainHead_v1_header";
        let header: Option<Bytes> = self.0.rpc.request(method, json!([subscription, hash])).await?;
        let header = header.ok_or(LightError::BlockUnavailable(hash))?;
        let head = Head::decode(&header.0, self.0.slot_duration_ms)
            .map_err(|problem| LightError::Answer { method, problem })?;
        lock(&self.0.state).blocks.insert(hash, Block { head, runtime });
        Ok(())
    }

    fn block(&self, hash: BlockHash) -> Option<Block> {
        lock(&self.0.state).blocks.get(&hash).cloned()
    }

    /// The runtime of a pinned block.
    pub(crate) fn runtime_of(&self, hash: BlockHash) -> Option<Result<RuntimeInfo, String>> {
        self.block(hash)
            .and_then(|block| block.runtime)
            .map(|runtime| (*runtime).clone())
    }

    fn set_best(&self, hash: BlockHash, senders: &Senders) {
        if let Some(block) = self.block(hash) {
            senders.best.set(Some(block.head));
        }
    }

    fn set_finalized(&self, hash: BlockHash, senders: &Senders) {
        let Some(block) = self.block(hash) else {
            return;
        };
        senders.finalized.set(Some(block.head));
        if let Some(Ok(runtime)) = block.runtime.as_deref() {
            senders.runtime.set(Some(runtime.clone()));
        }
    }

    /// Unpins blocks of abandoned forks, and finalized blocks that are far enough behind.
    fn unpin(&self, subscription: &str, pruned: &[BlockHash]) {
        let newest = self.0.finalized.get().map_or(0, |head| head.block.number);
        let unpinned: Vec<BlockHash> = {
            let mut state = lock(&self.0.state);
            let old = state.blocks.values().map(|block| block.head.block);
            let old = old
                .filter(|block| block.number.saturating_add(self.0.keep) < newest)
                .map(|block| block.hash);
            let mut unpinned: Vec<BlockHash> = old.collect();
            unpinned.extend(pruned.iter().filter(|hash| state.blocks.contains_key(hash)));
            unpinned.sort_unstable();
            unpinned.dedup();
            for hash in &unpinned {
                state.blocks.remove(hash);
            }
            unpinned
        };
        if !unpinned.is_empty() {
            self.0
                .rpc
                .tell("chainHead_v1_unpin", &json!([subscription, unpinned]).to_string());
        }
    }
}

fn read_runtime(runtime: Runtime) -> Arc<Result<RuntimeInfo, String>> {
    Arc::new(match runtime {
        Runtime::Valid { spec } => Ok(RuntimeInfo {
            spec_name: spec.spec_name,
            spec_version: spec.spec_version,
            transaction_version: spec.transaction_version,
        }),
        Runtime::Invalid { error } => Err(error),
    })
}
