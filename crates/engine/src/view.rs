//! One block of the open chain, as the Bittensor domain asks it: every answer is proven against that block's state root.

use std::rc::Rc;

use futures::future::try_join_all;
use taolight_bittensor::View;
use taolight_codec::{Metadata, StateCall};
use taolight_primitives::{BlockRef, Failure, Level};

use crate::{chain::Chain, failure::light_failed, runtime::Runtime};

/// A block, read by the metadata of a runtime.
pub(crate) struct BlockView {
    chain: Rc<Chain>,
    runtime: Rc<Runtime>,
    block: BlockRef,
    level: Level,
}

impl BlockView {
    pub(crate) fn new(chain: Rc<Chain>, runtime: Rc<Runtime>, block: BlockRef, level: Level) -> Self {
        Self {
            chain,
            runtime,
            block,
            level,
        }
    }
}

impl View for BlockView {
    fn block(&self) -> BlockRef {
        self.block
    }

    fn level(&self) -> Level {
        self.level
    }

    fn metadata(&self) -> &Metadata {
        &self.runtime.metadata
    }

    async fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        self.chain
            .client()
            .storage_values(self.block.hash, keys)
            .await
            .map_err(light_failed)
    }

    async fn below(&self, prefixes: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Failure> {
        let client = self.chain.client();
        let each = prefixes
            .iter()
            .map(|prefix| client.storage_descendants(self.block.hash, prefix));
        let found = try_join_all(each).await.map_err(light_failed)?;
        Ok(found.into_iter().flatten().collect())
    }

    async fn call(&self, call: &StateCall) -> Result<Vec<u8>, Failure> {
        self.chain
            .call(self.block, &call.method, call.parameters.clone())
            .await
    }
}
