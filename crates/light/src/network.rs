//! A network: the genesis state root that names it, the peers to dial first and the block to start from. About five
//! kilobytes stand for the whole chain; the chain spec's twelve megabytes of genesis storage are never needed.

use serde::{Deserialize, Serialize};
use taolight_primitives::BlockHash;

use crate::{
    checkpoint::{Checkpoint, CheckpointFile},
    error::NetworkError,
    fields::Fields,
    header::{HeaderFacts, genesis_hash},
};

/// What the app ships for Finney: the official checkpoint and the one published bootnode.
const FINNEY: &str = include_str!("../networks/finney.json");

/// A network that the light client can open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Stable name for programs, such as `finney`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// How the chain calls itself.
    pub chain: ChainId,
    /// What really tells networks apart.
    pub genesis: Genesis,
    /// Symbol of the token.
    pub token: String,
    /// Decimals of the token.
    pub decimals: u8,
    /// Prefix of SS58 addresses.
    pub ss58: u16,
    /// Peers to dial first, as multiaddresses that end in `/p2p/…`.
    pub bootnodes: Vec<String>,
    /// Where the light client starts; block 0 for a custom chain that is synchronized from its genesis.
    pub checkpoint: Checkpoint,
}

/// How a chain calls itself in its spec. Subtensor's main and test networks have the same names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChainId {
    /// `name` of the chain spec.
    pub name: String,
    /// `id` of the chain spec.
    pub id: String,
    /// `protocolId` of the chain spec; legacy, and no longer part of any protocol name.
    #[serde(default)]
    pub protocol_id: Option<String>,
    /// `forkId` of the chain spec: part of the protocol names if there is one.
    #[serde(default)]
    pub fork_id: Option<String>,
}

/// The genesis block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Genesis {
    /// Root of the state trie.
    pub state_root: [u8; 32],
    /// Hash of the header; always the one that follows from the state root.
    pub hash: BlockHash,
}

/// A network of the list that a person chooses from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// It can be opened.
    Available(Box<Network>),
    /// It exists and cannot be opened.
    Unavailable {
        /// Stable name for programs.
        id: &'static str,
        /// Name for people.
        name: &'static str,
        /// Genesis hash.
        genesis: BlockHash,
        /// Symbol of the token.
        token: &'static str,
        /// Peers that it publishes.
        bootnodes: &'static [&'static str],
        /// Why not, in a sentence for people.
        reason: &'static str,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NetworkFile {
    id: String,
    name: String,
    chain: ChainId,
    genesis: GenesisFile,
    token: TokenFile,
    ss58_format: u16,
    bootnodes: Vec<String>,
    checkpoint: CheckpointFile,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct GenesisFile {
    state_root: BlockHash,
    hash: BlockHash,
}

#[derive(Serialize)]
struct TokenFile {
    symbol: String,
    decimals: u8,
}

impl Genesis {
    /// The genesis block with this state root, which must have the pinned hash if one is pinned.
    pub(crate) fn new(state_root: [u8; 32], pinned: Option<BlockHash>) -> Result<Self, NetworkError> {
        let hash = genesis_hash(&state_root);
        match pinned {
            Some(pinned) if pinned != hash => Err(NetworkError::GenesisMismatch {
                computed: hash,
                pinned,
            }),
            _ => Ok(Self { state_root, hash }),
        }
    }
}

impl Network {
    /// Finney, Bittensor's main network.
    pub fn finney() -> Result<Self, NetworkError> {
        Self::from_file(FINNEY)
    }

    /// Every network that the app knows.
    pub fn known() -> Result<Vec<Known>, NetworkError> {
        Ok(vec![Known::Available(Box::new(Self::finney()?)), testnet()?])
    }

    /// The shipped network of that id.
    pub fn by_id(id: &str) -> Result<Self, NetworkError> {
        match Self::known()?.into_iter().find(|known| known.id() == id) {
            Some(Known::Available(network)) => Ok(*network),
            Some(Known::Unavailable { reason, .. }) => Err(NetworkError::Unavailable(reason.to_owned())),
            None => Err(NetworkError::Unknown(id.to_owned())),
        }
    }

    /// Reads a network file of ours.
    pub fn from_file(text: &str) -> Result<Self, NetworkError> {
        Self::from_fields(&Fields::of_document(text)?)
    }

    pub(crate) fn from_fields(fields: &Fields<'_>) -> Result<Self, NetworkError> {
        let genesis = fields.object("genesis")?;
        let state_root: BlockHash = genesis.required("stateRoot")?;
        let token = fields.object("token")?;
        let network = Self {
            id: fields.required("id")?,
            name: fields.required("name")?,
            chain: fields.required("chain")?,
            genesis: Genesis::new(state_root.0, Some(genesis.required("hash")?))?,
            token: token.required("symbol")?,
            decimals: token.required("decimals")?,
            ss58: fields.required("ss58Format")?,
            bootnodes: fields.required("bootnodes")?,
            checkpoint: Checkpoint::from_fields(&fields.object("checkpoint")?)?,
        };
        network.check_start()?;
        Ok(network)
    }

    /// A start at block 0 must be the genesis block itself.
    pub(crate) fn check_start(&self) -> Result<(), NetworkError> {
        let HeaderFacts { block, .. } = &self.checkpoint.facts;
        if block.number == 0 && block.hash != self.genesis.hash {
            return Err(NetworkError::GenesisMismatch {
                computed: block.hash,
                pinned: self.genesis.hash,
            });
        }
        Ok(())
    }

    /// The network as a network file, such as a person shares with others.
    pub fn to_file(&self) -> String {
        let file = NetworkFile {
            id: self.id.clone(),
            name: self.name.clone(),
            chain: self.chain.clone(),
            genesis: GenesisFile {
                state_root: BlockHash(self.genesis.state_root),
                hash: self.genesis.hash,
            },
            token: TokenFile {
                symbol: self.token.clone(),
                decimals: self.decimals,
            },
            ss58_format: self.ss58,
            bootnodes: self.bootnodes.clone(),
            checkpoint: self.checkpoint.to_file(),
        };
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    /// The checkpoint as something that a person trusts: none if the client starts at genesis.
    pub fn trusted_checkpoint(&self) -> Option<&Checkpoint> {
        (self.checkpoint.block().number != 0).then_some(&self.checkpoint)
    }

    /// The smallest chain spec that smoldot accepts for this network.
    pub(crate) fn smoldot_spec(&self) -> String {
        let mut spec = serde_json::json!({
            "name": self.chain.name,
            "id": self.chain.id,
            "chainType": "Live",
            "bootNodes": self.bootnodes,
            "properties": { "ss58Format": self.ss58, "tokenDecimals": self.decimals, "tokenSymbol": self.token },
            "genesis": { "stateRootHash": BlockHash(self.genesis.state_root).to_string() },
        });
        if let (Some(fork_id), Some(fields)) = (&self.chain.fork_id, spec.as_object_mut()) {
            fields.insert("forkId".to_owned(), fork_id.clone().into());
        }
        spec.to_string()
    }
}

impl Known {
    /// Stable name for programs.
    pub fn id(&self) -> &str {
        match self {
            Self::Available(network) => &network.id,
            Self::Unavailable { id, .. } => id,
        }
    }
}

/// The test network: listed, so that nobody wonders where it is.
fn testnet() -> Result<Known, NetworkError> {
    let hash = "0x8f9cf856bf558a14440e75569c9e58594757048d7b3a84b5d25f6bd978263105";
    Ok(Known::Unavailable {
        id: "testnet",
        name: "Bittensor testnet",
        genesis: BlockHash::from_hex(hash).map_err(|error| NetworkError::malformed("genesis.hash", error))?,
        token: "testTAO",
        bootnodes: &[
            "/dns/bootnode.test.chain.opentensor.ai/tcp/30333/p2p/12D3KooWPM4mLcKJGtyVtkggqdG84zWrd7Rij6PGQDoijh1X86Vr",
        ],
        reason: "The testnet's only published peer speaks raw TCP, which a browser cannot dial, and nobody publishes a \
                 checkpoint from which a light client could start.",
    })
}
