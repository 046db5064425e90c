//! One open chain: the light client with the runtimes it met, asked in the engine's own terms.

use std::{rc::Rc, time::Duration};

use futures::{
    Stream, StreamExt,
    future::{Either, LocalBoxFuture, select},
};
use serde::Deserialize;
use subxt_rpcs::{RpcClient, rpc_params};
use taolight_light::{CodeId, LightClient, Network};
use taolight_primitives::{BlockHash, BlockRef, Bytes, ErrorCode, Failure};
use taolight_protocol::engine::MetadataRef;

use crate::{
    failure::light_failed,
    host::Host,
    runtime::{Runtime, Runtimes},
};

/// One open chain.
pub(crate) struct Chain {
    client: LightClient,
    rpc: RpcClient,
    runtimes: Runtimes,
    host: Rc<dyn Host>,
}

impl Chain {
    pub(crate) fn new(client: LightClient, host: Rc<dyn Host>) -> Self {
        let genesis = client.network().genesis.hash;
        Self {
            rpc: RpcClient::new(client.rpc()),
            runtimes: Runtimes::new(client.clone(), host.store(), genesis),
            client,
            host,
        }
    }

    pub(crate) fn client(&self) -> &LightClient {
        &self.client
    }

    pub(crate) fn network(&self) -> &Network {
        self.client.network()
    }

    pub(crate) fn genesis(&self) -> BlockHash {
        self.network().genesis.hash
    }

    pub(crate) fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        self.host.sleep(duration)
    }

    /// The highest finalized block; waits for the first one.
    pub(crate) async fn finalized(&self) -> Result<BlockRef, Failure> {
        Ok(self.client.finalized_head().await.map_err(light_failed)?.block)
    }

    /// The highest block of the best chain; never one below the highest finalized block, which may be told before it.
    pub(crate) async fn best(&self) -> Result<BlockRef, Failure> {
        let finalized = self.finalized().await?;
        let best = self.client.best().get().map(|head| head.block);
        Ok(best
            .filter(|best| best.number > finalized.number)
            .unwrap_or(finalized))
    }

    /// The runtime that will execute the next transactions: the one in the best block's state.
    pub(crate) async fn runtime(&self) -> Result<Rc<Runtime>, Failure> {
        self.runtimes.at(self.best().await?).await
    }

    /// The same, or the one that was used last if no peer answers in time.
    pub(crate) async fn runtime_within(&self, patience: Duration) -> Result<Rc<Runtime>, Failure> {
        let current = Box::pin(self.runtime());
        match select(current, self.sleep(patience)).await {
            Either::Left((Ok(runtime), _)) => Ok(runtime),
            Either::Left((Err(failure), _)) => self.guessed_runtime().await.ok_or(failure),
            Either::Right(_) => self.guessed_runtime().await.ok_or_else(no_answer),
        }
    }

    /// The runtime whose code a block's state holds, where that code is known already.
    pub(crate) async fn runtime_of_code(
        &self,
        code: CodeId,
        block: BlockRef,
    ) -> Result<Rc<Runtime>, Failure> {
        self.runtimes.of_code(code, block).await
    }

    /// The runtime that was used last; a guess until its code identity is confirmed.
    pub(crate) async fn guessed_runtime(&self) -> Option<Rc<Runtime>> {
        self.runtimes.guess().await
    }

    /// A runtime by what a prepared transaction named.
    pub(crate) async fn named_runtime(&self, reference: MetadataRef) -> Result<Rc<Runtime>, Failure> {
        self.runtimes.named(reference).await
    }

    /// Identity of the code in a block's state.
    pub(crate) async fn code(&self, block: BlockRef) -> Result<CodeId, Failure> {
        self.client.code_id(block.hash).await.map_err(light_failed)
    }

    /// A storage value, proven against the block's state root.
    pub(crate) async fn storage(&self, block: BlockRef, key: Vec<u8>) -> Result<Option<Vec<u8>>, Failure> {
        self.client
            .storage_value(block.hash, &key)
            .await
            .map_err(light_failed)
    }

    /// Answer of a runtime call, executed here over proven state.
    pub(crate) async fn call(
        &self,
        block: BlockRef,
        method: &str,
        parameters: Vec<u8>,
    ) -> Result<Vec<u8>, Failure> {
        self.client
            .runtime_call(block.hash, method, &parameters)
            .await
            .map_err(light_failed)
    }

    /// The block before a block.
    pub(crate) async fn parent(&self, block: BlockRef) -> Result<BlockRef, Failure> {
        let header = header(&self.rpc, block.hash).await?;
        Ok(BlockRef {
            number: block.number.saturating_sub(1),
            hash: header.parent_hash,
        })
    }

    /// The extrinsics of a block, each with its length prefix. The light client checks them against the block's header.
    pub(crate) async fn body(&self, block: BlockRef) -> Result<Vec<Vec<u8>>, Failure> {
        #[derive(Deserialize)]
        struct Answer {
            block: Body,
        }
        #[derive(Deserialize)]
        struct Body {
            extrinsics: Vec<Bytes>,
        }
        let answer: Option<Answer> = self
            .rpc
            .request("chain_getBlock", rpc_params![block.hash.to_string()])
            .await
            .map_err(rpc_failed)?;
        let answer = answer.ok_or_else(block_unavailable)?;
        Ok(answer
            .block
            .extrinsics
            .into_iter()
            .map(|extrinsic| extrinsic.0)
            .collect())
    }

    /// Hands a signed extrinsic to the network and follows it.
    pub(crate) async fn submit(
        &self,
        extrinsic: &Bytes,
    ) -> Result<impl Stream<Item = Result<WatchEvent, Failure>> + use<>, Failure> {
        let events = self
            .rpc
            .subscribe::<Status>(
                "transactionWatch_v1_submitAndWatch",
                rpc_params![extrinsic.to_hex()],
                "transactionWatch_v1_unwatch",
            )
            .await
            .map_err(rpc_failed)?;
        let rpc = self.rpc.clone();
        let located = events.filter_map(move |status| {
            let rpc = rpc.clone();
            async move {
                match status {
                    Ok(status) => status.located(&rpc).await.transpose(),
                    Err(error) => Some(Err(rpc_failed(error))),
                }
            }
        });
        Ok(located.boxed_local())
    }
}

/// What is needed of a header as JSON-RPC has it. The light client checks headers against their hash.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Header {
    parent_hash: BlockHash,
    /// `0x` and hexadecimal digits without leading zeros.
    number: String,
}

async fn header(rpc: &RpcClient, block: BlockHash) -> Result<Header, Failure> {
    let header: Option<Header> = rpc
        .request("chain_getHeader", rpc_params![block.to_string()])
        .await
        .map_err(rpc_failed)?;
    header.ok_or_else(block_unavailable)
}

fn no_answer() -> Failure {
    Failure::new(
        ErrorCode::NoPeers,
        "no peer answers, so nothing was sent; try again once peers are back",
    )
    .retryable()
}

fn block_unavailable() -> Failure {
    Failure::new(ErrorCode::BlockUnavailable, "no peer has this block any more").retryable()
}

fn rpc_failed(error: subxt_rpcs::Error) -> Failure {
    Failure::new(ErrorCode::LightClient, error).retryable()
}

/// What the light client says about a transaction that it follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WatchEvent {
    Broadcast { peers: u32 },
    InBlock { block: BlockRef, index: u32 },
    Retracted,
    Finalized { block: BlockRef, index: u32 },
    Invalid { reason: String },
    Lost,
}

/// The same, as JSON-RPC has it.
#[derive(Deserialize)]
#[serde(tag = "event", rename_all = "camelCase")]
enum Status {
    Validated,
    #[serde(rename_all = "camelCase")]
    Broadcasted {
        num_peers: u32,
    },
    BestChainBlockIncluded {
        block: Option<Place>,
    },
    Finalized {
        block: Place,
    },
    Invalid {
        error: String,
    },
    Error {},
    Dropped {},
}

#[derive(Deserialize)]
struct Place {
    hash: BlockHash,
    index: u32,
}

impl Place {
    async fn located(&self, rpc: &RpcClient) -> Result<BlockRef, Failure> {
        let header = header(rpc, self.hash).await?;
        let digits = header.number.strip_prefix("0x").unwrap_or(&header.number);
        let number = u32::from_str_radix(digits, 16)
            .map_err(|_| Failure::new(ErrorCode::LightClient, "a header without a block number"))?;
        Ok(BlockRef {
            number,
            hash: self.hash,
        })
    }
}

impl Status {
    async fn located(self, rpc: &RpcClient) -> Result<Option<WatchEvent>, Failure> {
        Ok(Some(match self {
            Self::Validated => return Ok(None),
            Self::Broadcasted { num_peers } => WatchEvent::Broadcast { peers: num_peers },
            Self::BestChainBlockIncluded { block: None } => WatchEvent::Retracted,
            Self::BestChainBlockIncluded { block: Some(place) } => WatchEvent::InBlock {
                block: place.located(rpc).await?,
                index: place.index,
            },
            Self::Finalized { block: place } => WatchEvent::Finalized {
                block: place.located(rpc).await?,
                index: place.index,
            },
            Self::Invalid { error } => WatchEvent::Invalid { reason: error },
            Self::Error {} | Self::Dropped {} => WatchEvent::Lost,
        }))
    }
}
