//! The light client of one network: smoldot, started from a checkpoint or a saved state, and everything that is read
//! from it. Nothing is trusted but the network's description.

use std::{
    sync::{Arc, Mutex, OnceLock},
    time::Duration,
};

use futures::{
    StreamExt,
    future::{Either, select},
};
use serde_json::json;
use smoldot_light::platform::PlatformRef;
use taolight_primitives::BlockHash;

use crate::{
    backend::{Backend, Smoldot},
    error::LightError,
    follow::Follow,
    heads::Head,
    lifecycle::{self, Lifecycle, Origin, StartPoint},
    network::Network,
    notice::Notice,
    reads::{self, Wanted},
    rpc::Rpc,
    runtime::{self, CodeId, RuntimeInfo},
    saved::{self, SavedCode, SavedState},
    store::Store,
    watch::{Watch, lock},
};

/// Finalized blocks that stay readable behind the newest one.
const KEEP: u32 = 16;
/// The same with runtime, where smoldot allows 32 in all.
const KEEP_WITH_RUNTIME: u32 = 8;
/// More keys than this are proven together.
const SEPARATE_KEYS: usize = 2;
/// How long a runtime call waits for its block to be known with its runtime.
const RUNTIME_BLOCK: Duration = Duration::from_secs(20);
/// Most bytes of a saved state without code; known peers are left out if there are too many.
const SAVED_BYTES: u32 = 256 * 1024;

/// A light client. Clones are handles to the same one; it closes with the last of them.
#[derive(Clone)]
pub struct LightClient(Arc<Inner>);

struct Inner {
    network: Network,
    started_from: StartPoint,
    notices: Vec<Notice>,
    backend: Arc<dyn Backend>,
    control: Rpc,
    public: Rpc,
    counters: Rpc,
    heads: Follow,
    runtime: OnceLock<Follow>,
    lifecycle: Watch<Lifecycle>,
    /// The code that the device has, so that it is exported only when it changes.
    code: Mutex<Option<SavedCode>>,
}

impl LightClient {
    /// Starts a client from its saved state, or from the network's checkpoint.
    pub fn start<P: PlatformRef>(
        network: &Network,
        platform: P,
        saved: Option<SavedState>,
    ) -> Result<Self, LightError> {
        let specification = network.smoldot_spec();
        let smoldot = Smoldot::new(platform);
        let mut notices = Vec::new();
        let opened = match &saved {
            Some(state) => match smoldot.open(&specification, &state.smoldot_database()) {
                Ok(opened) => Some((opened, state)),
                Err(error) => {
                    notices.push(Notice::SavedStateSetAside {
                        reason: error.to_string(),
                    });
                    None
                }
            },
            None => None,
        };
        let (control, started_from, code) = match opened {
            Some((opened, state)) => {
                let point = StartPoint {
                    block: state.finalized(),
                    origin: Origin::Saved,
                };
                (
                    opened,
                    point,
                    state.code.clone().filter(|_| state.code_bytes.is_some()),
                )
            }
            None => {
                let block = network.checkpoint.block();
                let origin = if block.number == 0 {
                    Origin::Genesis
                } else {
                    Origin::Checkpoint
                };
                let database = network.checkpoint.database(network.genesis.hash);
                (
                    smoldot.open(&specification, &database)?,
                    StartPoint { block, origin },
                    None,
                )
            }
        };
        // The same chain twice more. subxt has subscriptions of its own, and smoldot allows two of a kind per front end.
        // And a front end that follows heads answers nothing else until smoldot has proven its first block, which is
        // just when the counters are needed.
        let public = smoldot.open(&specification, "")?;
        let counters = smoldot.open(&specification, "")?;

        let smoldot = Arc::new(smoldot);
        let backend: Arc<dyn Backend> = smoldot.clone();
        let front_ends = [control, public, counters];
        let [(control, front_end), (public, _), (counters, _)] = front_ends.map(|(front_end, responses)| {
            let rpc = Rpc::new(Arc::clone(&backend), front_end);
            smoldot.pump(rpc.clone(), responses);
            (rpc, front_end)
        });
        let slot_duration_ms = network.checkpoint.slot_duration_ms;
        let heads = Follow::start(&backend, control.clone(), false, slot_duration_ms, KEEP);
        let lifecycle = lifecycle::start(
            &backend,
            counters.clone(),
            front_end,
            started_from.block,
            heads.finalized(),
        );
        Ok(Self(Arc::new(Inner {
            network: network.clone(),
            started_from,
            notices,
            backend,
            control,
            public,
            counters,
            heads,
            runtime: OnceLock::new(),
            lifecycle,
            code: Mutex::new(code),
        })))
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.0.network
    }

    /// The block from which this client started.
    pub fn started_from(&self) -> StartPoint {
        self.0.started_from
    }

    /// What the user should know about how it started.
    pub fn notices(&self) -> &[Notice] {
        &self.0.notices
    }

    /// How far the client is.
    pub fn lifecycle(&self) -> Watch<Lifecycle> {
        self.0.lifecycle.clone()
    }

    /// The newest finalized block; none before the first one is verified. Needs no runtime.
    pub fn finalized(&self) -> Watch<Option<Head>> {
        self.0.heads.finalized()
    }

    /// The best block, which may still be replaced. Needs no runtime.
    pub fn best(&self) -> Watch<Option<Head>> {
        self.0.heads.best()
    }

    /// The newest finalized block, waiting for the first one.
    pub async fn finalized_head(&self) -> Result<Head, LightError> {
        wait(&self.finalized()).await
    }

    /// A JSON-RPC front end for subxt, apart from the client's own.
    pub fn rpc(&self) -> Rpc {
        self.0.public.clone()
    }

    /// A storage value, with proof; none if the block's state has no such key.
    pub async fn storage_value(&self, block: BlockHash, key: &[u8]) -> Result<Option<Vec<u8>>, LightError> {
        match reads::storage(&*self.0.backend, &self.0.heads, block, key, Wanted::Value).await {
            Ok(items) => Ok(items.into_iter().find_map(|item| item.value).map(|value| value.0)),
            Err(LightError::BlockUnavailable(_)) => {
                reads::old_storage(&*self.0.backend, &self.0.heads, block, key).await
            }
            Err(error) => Err(error),
        }
    }

    /// Several storage values of one block; more than two share one proof.
    pub async fn storage_values(
        &self,
        block: BlockHash,
        keys: &[Vec<u8>],
    ) -> Result<Vec<Option<Vec<u8>>>, LightError> {
        if keys.len() > SEPARATE_KEYS {
            return reads::many(&*self.0.backend, &self.0.heads, block, keys).await;
        }
        futures::future::try_join_all(keys.iter().map(|key| self.storage_value(block, key))).await
    }

    /// Every key below a prefix and its value, with proof. The block must be a recent one.
    pub async fn storage_descendants(
        &self,
        block: BlockHash,
        prefix: &[u8],
    ) -> Result<Vec<(Vec<u8>, Vec<u8>)>, LightError> {
        let items = reads::storage(
            &*self.0.backend,
            &self.0.heads,
            block,
            prefix,
            Wanted::Descendants,
        )
        .await?;
        let pairs = items
            .into_iter()
            .filter_map(|item| item.value.map(|value| (item.key.0, value.0)));
        Ok(pairs.collect())
    }

    /// Which code a recent block's runtime has: about one kilobyte of proof, and no runtime.
    pub async fn code_id(&self, block: BlockHash) -> Result<CodeId, LightError> {
        runtime::code_id(&*self.0.backend, &self.0.heads, block).await
    }

    /// The runtime of the newest finalized block. The first use makes smoldot report runtimes; none before it has
    /// compiled the first one.
    pub fn runtime(&self) -> Watch<Option<RuntimeInfo>> {
        self.with_runtime().runtime()
    }

    /// Runs a function of a block's runtime on proven storage.
    ///
    /// Look the function up in the metadata first: peers do not answer calls of a function that is not there, and
    /// smoldot avoids a peer that does not answer.
    pub async fn runtime_call(
        &self,
        block: BlockHash,
        name: &str,
        arguments: &[u8],
    ) -> Result<Vec<u8>, LightError> {
        let follow = self.with_runtime();
        if self.known_with_runtime(follow, block).await? {
            if let Some(Err(problem)) = follow.runtime_of(block) {
                return Err(LightError::Runtime(problem));
            }
            match reads::call(&*self.0.backend, follow, block, name, arguments).await {
                Err(LightError::BlockUnavailable(_)) => {}
                answered => return answered,
            }
        }
        reads::old_call(&*self.0.backend, &self.0.control, block, name, arguments).await
    }

    /// Metadata of a block's runtime in that format; none if the runtime does not offer it.
    pub async fn metadata(&self, block: BlockHash, version: u32) -> Result<Option<Vec<u8>>, LightError> {
        let output = self
            .runtime_call(block, "Metadata_metadata_at_version", &version.to_le_bytes())
            .await?;
        runtime::read_metadata(&output)
    }

    /// The header of a recent block.
    pub fn recent(&self, block: BlockHash) -> Option<Head> {
        self.0.heads.pinned(block)
    }

    /// Writes the client's verified state to this device. Before the first verified head there is nothing to write.
    pub async fn save(&self, store: &dyn Store) -> Result<(), LightError> {
        // A client whom no peer answers would let whoever closes it wait for a minute.
        if self.finalized().get().is_none() {
            return Ok(());
        }
        let spec_version = self.0.runtime.get().and_then(|follow| follow.runtime().get());
        let spec_version = spec_version.map(|runtime| runtime.spec_version);
        let known = lock(&self.0.code).clone();
        let new_code = spec_version
            .is_some_and(|version| known.as_ref().is_none_or(|known| known.spec_version != version));
        // Without a limit the export holds the code: megabytes, so only when the runtime is another one.
        let limit = (!new_code).then_some(SAVED_BYTES);
        let method = "chainHead_unstable_finalizedDatabase";
        let export: String = self.0.control.request(method, json!([limit])).await?;
        let unreadable = |problem: String| LightError::Answer { method, problem };
        let (database, exported) =
            saved::split_export(&export, spec_version.unwrap_or(0)).map_err(unreadable)?;
        let (code, code_bytes) = match exported.filter(|_| new_code) {
            Some(exported) => (Some(exported.saved), Some(exported.bytes)),
            None => (known, None),
        };
        let mut state = SavedState::new(&self.0.network, database, code).map_err(unreadable)?;
        state.code_bytes = code_bytes;
        saved::write(store, &self.0.network, &state)
            .await
            .map_err(|error| LightError::Store(error.0))?;
        *lock(&self.0.code) = state.code;
        Ok(())
    }

    /// Stops the client. Whatever is still waiting fails.
    pub fn close(&self) {
        self.0.close();
    }

    fn with_runtime(&self) -> &Follow {
        self.0.runtime.get_or_init(|| {
            let slot_duration_ms = self.0.network.checkpoint.slot_duration_ms;
            Follow::start(
                &self.0.backend,
                self.0.control.clone(),
                true,
                slot_duration_ms,
                KEEP_WITH_RUNTIME,
            )
        })
    }

    /// Waits until the block is known with its runtime; false if it will not be.
    async fn known_with_runtime(&self, follow: &Follow, block: BlockHash) -> Result<bool, LightError> {
        wait(&follow.finalized()).await?;
        // A block that the heads do not have either is an old one.
        let Some(wanted) = self.0.heads.pinned(block) else {
            return Ok(follow.pinned(block).is_some());
        };
        let finalized = follow.finalized();
        // What was finalized before the follow began is never reported to it.
        let is_past = || {
            let head = finalized.get();
            head.is_some_and(|head| head.block.number >= wanted.block.number)
        };
        if follow.pinned(block).is_some() || is_past() {
            return Ok(follow.pinned(block).is_some());
        }
        let mut best = follow.best().stream();
        let mut timeout = self.0.backend.sleep(RUNTIME_BLOCK);
        loop {
            match select(best.next(), timeout).await {
                Either::Left((None, _)) => return Err(LightError::Closed),
                Either::Left((Some(_), rest)) => timeout = rest,
                Either::Right(_) => return Ok(false),
            }
            if follow.pinned(block).is_some() || is_past() {
                return Ok(follow.pinned(block).is_some());
            }
        }
    }
}

/// The first value of a watch that has none yet.
async fn wait<T: Clone>(watch: &Watch<Option<T>>) -> Result<T, LightError> {
    watch
        .stream()
        .filter_map(core::future::ready)
        .next()
        .await
        .ok_or(LightError::Closed)
}

impl Inner {
    fn close(&self) {
        self.backend.close();
        self.control.close();
        self.public.close();
        self.counters.close();
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.close();
    }
}
