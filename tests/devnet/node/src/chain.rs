//! A running chain, seen through one node's JSON-RPC endpoint.

use anyhow::{Context, ensure};
use codec::{Decode, DecodeAll};
use jsonrpsee::{
    core::{
        client::{ClientT, SubscriptionClientT},
        params::ArrayParams,
    },
    rpc_params,
    ws_client::{WsClient, WsClientBuilder},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use sp_core::Bytes;
use std::{ops::Deref, time::Duration};
use taolight_devnet_runtime::{AccountId, Hash, Header, Nonce};

const MAX_MESSAGE: u32 = 32 * 1024 * 1024;
const POLL: Duration = Duration::from_millis(100);

pub struct Chain(WsClient);

/// What a transaction says about the runtime it is meant for.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    pub spec_version: u32,
    pub transaction_version: u32,
}

#[derive(Deserialize)]
struct Health {
    peers: usize,
}

impl Chain {
    pub async fn connect(url: &str) -> anyhow::Result<Self> {
        let client = WsClientBuilder::default()
            .max_request_size(MAX_MESSAGE)
            .max_response_size(MAX_MESSAGE)
            .build(url)
            .await
            .with_context(|| format!("cannot reach {url}"))?;
        Ok(Self(client))
    }

    pub async fn block_hash(&self, number: u32) -> anyhow::Result<Hash> {
        let hash: Option<Hash> = self.call("chain_getBlockHash", rpc_params![number]).await?;
        hash.with_context(|| format!("there is no block {number}"))
    }

    /// The header of a block, checked against the hash.
    pub async fn header(&self, hash: Hash) -> anyhow::Result<Header> {
        let header: Option<Header> = self.call("chain_getHeader", rpc_params![hash]).await?;
        let header = header.with_context(|| format!("there is no block {hash}"))?;
        ensure!(header.hash() == hash, "the header of {hash} has another hash");
        Ok(header)
    }

    pub async fn finalized(&self) -> anyhow::Result<Header> {
        let hash = self.call("chain_getFinalizedHead", rpc_params![]).await?;
        self.header(hash).await
    }

    /// Waits until some block from `number` on is final, and returns its header.
    pub async fn finalized_from(&self, number: u32) -> anyhow::Result<Header> {
        loop {
            let header = self.finalized().await?;
            if header.number >= number {
                return Ok(header);
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until the node has a peer.
    pub async fn peered(&self) -> anyhow::Result<()> {
        while self.call::<Health>("system_health", rpc_params![]).await?.peers == 0 {
            tokio::time::sleep(POLL).await;
        }
        Ok(())
    }

    /// The result of a runtime API that takes no argument.
    pub async fn runtime<T: Decode>(&self, at: Hash, method: &str) -> anyhow::Result<T> {
        let answer: Bytes = self.call("state_call", rpc_params![method, "0x", at]).await?;
        T::decode_all(&mut answer.deref()).with_context(|| format!("{method} does not decode"))
    }

    pub async fn storage(&self, at: Hash, key: &[u8]) -> anyhow::Result<Option<Vec<u8>>> {
        let key = Bytes::from(key.to_vec());
        let value: Option<Bytes> = self.call("state_getStorage", rpc_params![key, at]).await?;
        Ok(value.map(|bytes| bytes.0))
    }

    pub async fn version(&self, at: Option<Hash>) -> anyhow::Result<Version> {
        self.call("state_getRuntimeVersion", rpc_params![at]).await
    }

    pub async fn next_nonce(&self, account: &AccountId) -> anyhow::Result<Nonce> {
        self.call("system_accountNextIndex", rpc_params![account]).await
    }

    pub async fn listen_addresses(&self) -> anyhow::Result<Vec<String>> {
        self.call("system_localListenAddresses", rpc_params![]).await
    }

    /// Submits a transaction, and returns the hash of the block that includes it.
    pub async fn include(&self, extrinsic: Vec<u8>) -> anyhow::Result<Hash> {
        let mut statuses = self
            .0
            .subscribe::<Value, _>(
                "author_submitAndWatchExtrinsic",
                rpc_params![Bytes(extrinsic)],
                "author_unwatchExtrinsic",
            )
            .await?;
        while let Some(status) = statuses.next().await {
            let status = status?;
            if let Some(hash) = status.get("inBlock") {
                return Ok(Hash::deserialize(hash)?);
            }
            let pending =
                ["ready", "future"].iter().any(|&name| status == name) || status.get("broadcast").is_some();
            ensure!(pending, "the transaction was dropped: {status}");
        }
        anyhow::bail!("the node stopped reporting about the transaction")
    }

    async fn call<T: DeserializeOwned>(&self, method: &str, params: ArrayParams) -> anyhow::Result<T> {
        self.0
            .request(method, params)
            .await
            .with_context(|| format!("{method} failed"))
    }
}
