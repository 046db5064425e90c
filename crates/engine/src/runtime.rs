//! Runtimes and their metadata. Metadata comes from the verified runtime and is kept on the device under the identity of
//! its code, so that a warm start needs one small proof and no runtime call.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use taolight_codec::Metadata;
use taolight_light::{CodeId, LightClient, Store};
use taolight_primitives::{BlockHash, BlockRef, ErrorCode, Failure};
use taolight_protocol::engine::MetadataRef;

use crate::failure::{codec_failed, light_failed, storage_failed};

/// Space of the store that holds metadata by code identity, and per chain which code was seen last.
const SPACE: &str = "metadata";
/// Metadata version that RFC-78 digests are made of.
const VERSION: u32 = 15;

/// A runtime, by its metadata.
pub(crate) struct Runtime {
    pub(crate) code: CodeId,
    pub(crate) reference: MetadataRef,
    pub(crate) bytes: Vec<u8>,
    pub(crate) metadata: Metadata,
}

impl Runtime {
    fn decode(code: CodeId, bytes: Vec<u8>) -> Result<Self, Failure> {
        let metadata = Metadata::decode(&bytes).map_err(codec_failed)?;
        let reference = MetadataRef {
            hash: metadata.hash(),
            spec_version: metadata.runtime().spec_version,
        };
        Ok(Self {
            code,
            reference,
            bytes,
            metadata,
        })
    }
}

/// Every runtime of one chain that this engine met, in memory and on the device.
pub(crate) struct Runtimes {
    client: LightClient,
    store: Rc<dyn Store>,
    genesis: BlockHash,
    loaded: RefCell<HashMap<CodeId, Rc<Runtime>>>,
    latest: RefCell<Option<Rc<Runtime>>>,
}

impl Runtimes {
    pub(crate) fn new(client: LightClient, store: Rc<dyn Store>, genesis: BlockHash) -> Self {
        Self {
            client,
            store,
            genesis,
            loaded: RefCell::default(),
            latest: RefCell::default(),
        }
    }

    /// The runtime that was used last, in this run or an earlier one: a guess to be confirmed by its code identity.
    pub(crate) async fn guess(&self) -> Option<Rc<Runtime>> {
        if let Some(latest) = self.latest.borrow().clone() {
            return Some(latest);
        }
        let code = self.store.get(SPACE, &self.latest_key()).await.ok()??;
        let code = CodeId(code.try_into().ok()?);
        self.stored(code).await.ok()?
    }

    /// The runtime whose code a block's state holds.
    pub(crate) async fn at(&self, block: BlockRef) -> Result<Rc<Runtime>, Failure> {
        let code = self.client.code_id(block.hash).await.map_err(light_failed)?;
        self.of_code(code, block).await
    }

    /// The runtime with this code, which this block's state holds.
    pub(crate) async fn of_code(&self, code: CodeId, block: BlockRef) -> Result<Rc<Runtime>, Failure> {
        let runtime = match self.stored(code).await? {
            Some(runtime) => runtime,
            None => self.fetched(code, block).await?,
        };
        self.remember(&runtime).await;
        Ok(runtime)
    }

    /// A runtime by what a prepared transaction named.
    pub(crate) async fn named(&self, reference: MetadataRef) -> Result<Rc<Runtime>, Failure> {
        let found = self
            .loaded
            .borrow()
            .values()
            .find(|runtime| runtime.reference == reference)
            .cloned();
        if let Some(runtime) = found {
            return Ok(runtime);
        }
        let code = self
            .store
            .get(SPACE, &reference_key(reference))
            .await
            .map_err(storage_failed)?;
        let code = code.and_then(|code| Some(CodeId(code.try_into().ok()?)));
        let runtime = match code {
            Some(code) => self.stored(code).await?,
            None => None,
        };
        runtime.ok_or_else(|| {
            Failure::new(
                ErrorCode::MetadataMissing,
                format!(
                    "the metadata of runtime {} is no longer on this device",
                    reference.spec_version
                ),
            )
        })
    }

    async fn stored(&self, code: CodeId) -> Result<Option<Rc<Runtime>>, Failure> {
        if let Some(runtime) = self.loaded.borrow().get(&code) {
            return Ok(Some(runtime.clone()));
        }
        let Some(bytes) = self
            .store
            .get(SPACE, &code.to_string())
            .await
            .map_err(storage_failed)?
        else {
            return Ok(None);
        };
        // What cannot be decoded any more is fetched again.
        let Ok(runtime) = Runtime::decode(code, bytes) else {
            return Ok(None);
        };
        Ok(Some(self.keep(runtime)))
    }

    async fn fetched(&self, code: CodeId, block: BlockRef) -> Result<Rc<Runtime>, Failure> {
        let bytes = self
            .client
            .metadata(block.hash, VERSION)
            .await
            .map_err(light_failed)?;
        let bytes = bytes.ok_or_else(|| {
            Failure::new(
                ErrorCode::NotInRuntime,
                "this runtime does not offer metadata version 15, without which nothing can be read or signed safely",
            )
        })?;
        let runtime = self.keep(Runtime::decode(code, bytes)?);
        // A device that cannot store it fetches it again next time.
        let _ = self.store.put(SPACE, &code.to_string(), &runtime.bytes).await;
        let _ = self
            .store
            .put(SPACE, &reference_key(runtime.reference), &code.0)
            .await;
        Ok(runtime)
    }

    fn keep(&self, runtime: Runtime) -> Rc<Runtime> {
        let runtime = Rc::new(runtime);
        self.loaded.borrow_mut().insert(runtime.code, runtime.clone());
        runtime
    }

    async fn remember(&self, runtime: &Rc<Runtime>) {
        let known = self
            .latest
            .borrow()
            .as_ref()
            .is_some_and(|latest| latest.code == runtime.code);
        if known {
            return;
        }
        *self.latest.borrow_mut() = Some(runtime.clone());
        let _ = self.store.put(SPACE, &self.latest_key(), &runtime.code.0).await;
    }

    fn latest_key(&self) -> String {
        format!("latest/{}", self.genesis)
    }
}

fn reference_key(reference: MetadataRef) -> String {
    format!("of/{}", reference.hash)
}
