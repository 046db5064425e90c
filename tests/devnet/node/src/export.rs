//! The files that tell a client about a running network: our own network files,
//! and the chain specs that other clients read.

use crate::{
    chain::Chain,
    chain_spec::{self, Variety, hex},
    cli::ExportOptions,
};
use anyhow::{Context, ensure};
use codec::{Decode, DecodeAll, Encode};
use serde_json::{Value, json};
use sp_consensus_grandpa::{ConsensusLog, GRANDPA_ENGINE_ID};
use sp_runtime::DigestItem;
use std::{fs, path::Path};
use taolight_devnet_runtime::{
    BlockNumber, Hash, Header, Runtime, SLOT_DURATION,
    traps::{Salt, SeededSubnets},
};

type AuraKeys = Vec<[u8; 32]>;
type GrandpaKeys = Vec<([u8; 32], u64)>;

/// A network seen from one node, with the boot nodes to name.
pub struct Export {
    chain: Chain,
    boot_nodes: Vec<String>,
}

pub async fn run(options: ExportOptions) -> anyhow::Result<()> {
    let export = Export::connect(&options.rpc).await?;
    export.write(&options.out, options.old_block).await
}

impl Export {
    /// Connects to the first node, and asks each for its address.
    pub async fn connect(urls: &[String]) -> anyhow::Result<Self> {
        let mut boot_nodes = Vec::new();
        for url in urls {
            let addresses = Chain::connect(url).await?.listen_addresses().await?;
            boot_nodes.extend(addresses.into_iter().next());
        }
        let url = urls.first().context("no endpoint")?;
        Ok(Self {
            chain: Chain::connect(url).await?,
            boot_nodes,
        })
    }

    /// Writes every file, as soon as both authority changes are final.
    pub async fn write(&self, out: &Path, old_block: BlockNumber) -> anyhow::Result<()> {
        let last_change = crate::authorities::GRANDPA_CHANGES.into_iter().max().unwrap_or(0);
        let head = self.chain.finalized_from(last_change + 1).await?;
        let changes = self.grandpa_changes(head.number).await?;
        let old = self.header(old_block).await?;

        fs::create_dir_all(out)?;
        write_json(out, "network.json", &self.network(&head, &changes).await?)?;
        write_json(out, "network-old.json", &self.network(&old, &changes).await?)?;
        write_json(out, "spec-light.json", &self.light_spec(&changes).await?)?;
        write_json(out, "spec-raw.json", &self.raw_spec().await?)
    }

    /// Our own network file, with a checkpoint at `header`.
    async fn network(&self, header: &Header, changes: &[BlockNumber]) -> anyhow::Result<Value> {
        let genesis = self.header(0).await?;
        let at = header.hash();
        let aura: AuraKeys = self.chain.runtime(at, "AuraApi_authorities").await?;
        let grandpa: GrandpaKeys = self.chain.runtime(at, "GrandpaApi_grandpa_authorities").await?;
        let voters = grandpa
            .iter()
            .map(|(key, weight)| json!({ "key": hex(key), "weight": weight }));
        Ok(json!({
            "id": "devnet",
            "name": "Local devnet",
            "chain": {
                "name": chain_spec::NAME,
                "id": chain_spec::ID,
                "protocolId": chain_spec::PROTOCOL_ID,
                "forkId": null,
            },
            "genesis": { "stateRoot": hex(genesis.state_root), "hash": hex(genesis.hash()) },
            "token": { "symbol": chain_spec::TOKEN, "decimals": chain_spec::DECIMALS },
            "ss58Format": chain_spec::SS58_FORMAT,
            "bootnodes": self.boot_nodes,
            "checkpoint": {
                "header": hex(header.encode()),
                "slotDurationMs": SLOT_DURATION,
                "auraAuthorities": aura.iter().map(hex).collect::<Vec<_>>(),
                "grandpaSetId": set_after(header.number, changes),
                "grandpaAuthorities": voters.collect::<Vec<_>>(),
            },
        }))
    }

    /// A chain spec without the genesis state, with the non-standard checkpoint
    /// that Bittensor's own specs carry: a block that announces other voters,
    /// and the set that finalized it.
    async fn light_spec(&self, changes: &[BlockNumber]) -> anyhow::Result<Value> {
        let last = *changes.last().context("no authority change yet")?;
        let header = self.header(last).await?;
        let signers: GrandpaKeys = self
            .chain
            .runtime(header.parent_hash, "GrandpaApi_grandpa_authorities")
            .await?;
        let signing_set = (set_after(last - 1, changes), signers);

        let mut spec = chain_spec::header(&self.boot_nodes);
        let state_root = self.header(0).await?.state_root;
        spec.insert("genesis".into(), json!({ "stateRootHash": hex(state_root) }));
        spec.insert(
            "grandpaWarpSyncCheckpoint".into(),
            json!({
                "finalizedBlockHeader": hex(header.encode()),
                "grandpaAuthoritySet": hex(signing_set.encode()),
            }),
        );
        Ok(spec.into())
    }

    /// The full spec, built again from what the genesis state says of itself.
    async fn raw_spec(&self) -> anyhow::Result<Value> {
        let variety = Variety {
            salt: self.genesis_item(Salt::<Runtime>::hashed_key()).await?,
            seed: self.genesis_item(SeededSubnets::<Runtime>::hashed_key()).await?,
        };
        chain_spec::raw(&variety, &self.boot_nodes)
    }

    async fn genesis_item<T: Decode>(&self, key: [u8; 32]) -> anyhow::Result<T> {
        let genesis = self.chain.block_hash(0).await?;
        let value = self.chain.storage(genesis, &key).await?.context("not a devnet")?;
        Ok(T::decode_all(&mut value.as_slice())?)
    }

    /// The blocks up to `last` that announce another GRANDPA set, oldest first.
    async fn grandpa_changes(&self, last: BlockNumber) -> anyhow::Result<Vec<BlockNumber>> {
        let mut changes = Vec::new();
        for number in 1..=last {
            if announces_grandpa_change(&self.header(number).await?)? {
                changes.push(number);
            }
        }
        Ok(changes)
    }

    async fn header(&self, number: BlockNumber) -> anyhow::Result<Header> {
        let hash: Hash = self.chain.block_hash(number).await?;
        self.chain.header(hash).await
    }
}

/// The id of the set that votes after a block: the changes up to it, counted.
/// The runtime cannot be asked, it always answers 0.
fn set_after(number: BlockNumber, changes: &[BlockNumber]) -> u64 {
    changes.iter().filter(|&&change| change <= number).count() as u64
}

fn announces_grandpa_change(header: &Header) -> anyhow::Result<bool> {
    for item in header.digest.logs() {
        let DigestItem::Consensus(GRANDPA_ENGINE_ID, log) = item else {
            continue;
        };
        if let ConsensusLog::ScheduledChange(change) =
            ConsensusLog::<BlockNumber>::decode(&mut log.as_slice())?
        {
            ensure!(change.delay == 0, "a delayed authority change is not expected");
            return Ok(true);
        }
    }
    Ok(false)
}

fn write_json(out: &Path, name: &str, value: &Value) -> anyhow::Result<()> {
    let path = out.join(name);
    fs::write(&path, format!("{value:#}\n")).with_context(|| format!("cannot write {}", path.display()))
}
