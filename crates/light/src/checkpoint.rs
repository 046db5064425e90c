//! The block from which everything else is proven. A light client trusts it because the app, or the user's own file,
//! names it; nothing older is ever looked at.
//!
//! The GRANDPA set id never comes from the chain's runtime: on Subtensor the runtime does not count authority changes
//! that happen without sessions. It comes from a client's own verified state, or from counting changes in headers.

use serde::{Deserialize, Serialize};
use serde_json::json;
use taolight_primitives::{BlockHash, BlockRef, Bytes};

use crate::{error::NetworkError, fields::Fields, header::HeaderFacts};

/// A voter of GRANDPA.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrandpaAuthority {
    /// ed25519 key.
    pub key: [u8; 32],
    /// Votes that it has.
    pub weight: u64,
}

/// A trusted block, and who may author and finalize the blocks after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub(crate) header: Vec<u8>,
    pub(crate) facts: HeaderFacts,
    /// Duration of an Aura slot.
    pub slot_duration_ms: u64,
    /// Aura authorities after the block.
    pub aura_authorities: Vec<[u8; 32]>,
    /// GRANDPA set id after the block.
    pub grandpa_set_id: u64,
    /// GRANDPA voters after the block.
    pub grandpa_authorities: Vec<GrandpaAuthority>,
}

/// A checkpoint as a network file writes it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckpointFile {
    pub(crate) header: Bytes,
    pub(crate) slot_duration_ms: u64,
    pub(crate) aura_authorities: Vec<BlockHash>,
    pub(crate) grandpa_set_id: u64,
    pub(crate) grandpa_authorities: Vec<AuthorityFile>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct AuthorityFile {
    pub(crate) key: BlockHash,
    pub(crate) weight: u64,
}

impl Checkpoint {
    /// Checks that the parts make a block from which something can be proven.
    pub(crate) fn new(
        header: Vec<u8>,
        slot_duration_ms: u64,
        aura_authorities: Vec<[u8; 32]>,
        grandpa_set_id: u64,
        grandpa_authorities: Vec<GrandpaAuthority>,
    ) -> Result<Self, NetworkError> {
        let refuse =
            |field: &str, problem: &str| Err(NetworkError::malformed(format!("checkpoint.{field}"), problem));
        let facts = HeaderFacts::decode(&header)
            .map_err(|problem| NetworkError::malformed("checkpoint.header", problem))?;
        if slot_duration_ms == 0 {
            return refuse("slotDurationMs", "must not be zero");
        }
        if aura_authorities.is_empty() {
            return refuse("auraAuthorities", "must not be empty");
        }
        if grandpa_authorities.is_empty() {
            return refuse("grandpaAuthorities", "must not be empty");
        }
        if grandpa_authorities.iter().any(|authority| authority.weight == 0) {
            return refuse("grandpaAuthorities", "a weight must not be zero");
        }
        if facts.block.number != 0 && facts.aura_slot.is_none() {
            return refuse("header", "the block has no Aura slot");
        }
        if facts
            .aura_authorities
            .as_ref()
            .is_some_and(|list| *list != aura_authorities)
        {
            return refuse("auraAuthorities", "the header announces other authorities");
        }
        match &facts.grandpa_change {
            Some(change) if change.delay != 0 => {
                return refuse(
                    "header",
                    "the GRANDPA change of this block is not in force at the next one",
                );
            }
            Some(change) if change.authorities != grandpa_authorities => {
                return refuse("grandpaAuthorities", "the header announces other authorities");
            }
            Some(_) | None => {}
        }
        Ok(Self {
            header,
            facts,
            slot_duration_ms,
            aura_authorities,
            grandpa_set_id,
            grandpa_authorities,
        })
    }

    /// The block itself.
    pub fn block(&self) -> BlockRef {
        self.facts.block
    }

    /// When it was authored, in milliseconds since 1970, from its Aura slot; zero for genesis.
    pub fn time_ms(&self) -> u64 {
        self.facts.time_ms(self.slot_duration_ms)
    }

    /// SCALE header of the block.
    pub fn header(&self) -> &[u8] {
        &self.header
    }

    /// The state of the chain at this block in the words of smoldot's database.
    pub(crate) fn chain_information(&self) -> serde_json::Value {
        let aura: Vec<_> = self
            .aura_authorities
            .iter()
            .map(|key| json!({ "public_key": hex::encode(key) }))
            .collect();
        let grandpa = self
            .grandpa_authorities
            .iter()
            .map(|authority| json!({ "public_key": hex::encode(authority.key), "weight": authority.weight }));
        json!({
            "version": "1",
            "finalized_block_header": hex::encode(&self.header),
            "aura_slot_duration": self.slot_duration_ms,
            "aura_finalized_authorities": aura,
            "grandpa_after_finalized_block_authorities_set_id": self.grandpa_set_id,
            "grandpa_finalized_triggered_authorities": grandpa.collect::<Vec<_>>(),
        })
    }

    /// smoldot's database of a client that has just verified this block and knows nothing else.
    pub fn database(&self, genesis: BlockHash) -> String {
        json!({
            "genesisHash": hex::encode(genesis.0),
            "nodes": {},
            "chain": self.chain_information(),
        })
        .to_string()
    }

    /// The checkpoint as a network file writes it.
    pub(crate) fn to_file(&self) -> CheckpointFile {
        CheckpointFile {
            header: Bytes(self.header.clone()),
            slot_duration_ms: self.slot_duration_ms,
            aura_authorities: self.aura_authorities.iter().copied().map(BlockHash).collect(),
            grandpa_set_id: self.grandpa_set_id,
            grandpa_authorities: self
                .grandpa_authorities
                .iter()
                .map(|authority| AuthorityFile {
                    key: BlockHash(authority.key),
                    weight: authority.weight,
                })
                .collect(),
        }
    }

    /// Reads the checkpoint of a network file.
    pub(crate) fn from_fields(fields: &Fields<'_>) -> Result<Self, NetworkError> {
        let header: Bytes = fields.required("header")?;
        let aura: Vec<BlockHash> = fields.required("auraAuthorities")?;
        let grandpa: Vec<AuthorityFile> = fields.required("grandpaAuthorities")?;
        Self::new(
            header.0,
            fields.required("slotDurationMs")?,
            aura.into_iter().map(|key| key.0).collect(),
            fields.required("grandpaSetId")?,
            grandpa
                .into_iter()
                .map(|authority| GrandpaAuthority {
                    key: authority.key.0,
                    weight: authority.weight,
                })
                .collect(),
        )
    }
}
