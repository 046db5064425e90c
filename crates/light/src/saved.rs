//! The light client's own verified state, kept on this device so that the next start is quick.
//!
//! smoldot's finalized database is kept without the runtime's code, which is two megabytes and changes rarely: the code
//! lies beside it as plain bytes under its own hash, and the two are put together again at the start. What cannot be
//! used is never deleted but set aside, and the client starts from the checkpoint.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use blake2::{Blake2b, Digest, digest::consts::U32};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use taolight_primitives::{BlockHash, BlockRef};

use crate::{
    header::HeaderFacts,
    network::Network,
    notice::Notice,
    runtime::CodeId,
    store::{Store, StoreError},
};

/// Space of the states, by genesis hash.
const CHAIN: &str = "chain";
/// Space of what could not be used, by genesis hash.
const SET_ASIDE: &str = "set-aside";
/// Space of runtime codes, by their hash.
const CODE: &str = "code";
/// Version of the envelope.
const VERSION: u32 = 1;

/// A saved state that fits its network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedState {
    pub(crate) database: String,
    pub(crate) code: Option<SavedCode>,
    pub(crate) code_bytes: Option<Vec<u8>>,
    facts: HeaderFacts,
    time_ms: u64,
}

/// What smoldot needs to recognize that the runtime's code is still the one that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SavedCode {
    pub(crate) hash: BlockHash,
    pub(crate) spec_version: u32,
    pub(crate) merkle_value: String,
    pub(crate) closest_ancestor: String,
}

/// What was found on this device.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// A state to start from.
    pub saved: Option<SavedState>,
    /// That a state was set aside, and why.
    pub notice: Option<Notice>,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    version: u32,
    database: Box<RawValue>,
    #[serde(default)]
    code: Option<SavedCode>,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// smoldot's database, as far as it matters here.
#[derive(Deserialize)]
struct Database {
    #[serde(rename = "genesisHash")]
    genesis_hash: String,
    chain: Box<RawValue>,
}

#[derive(Deserialize)]
struct Chain {
    finalized_block_header: String,
    #[serde(default)]
    aura_slot_duration: u64,
}

impl SavedState {
    /// Checks a database without code against the network.
    pub(crate) fn new(network: &Network, database: String, code: Option<SavedCode>) -> Result<Self, String> {
        let parsed: Database = serde_json::from_str(&database).map_err(|error| error.to_string())?;
        if parsed.genesis_hash != hex::encode(network.genesis.hash.0) {
            return Err("it is of another network".to_owned());
        }
        smoldot::database::finalized_serialize::decode_chain(
            parsed.chain.get(),
            crate::header::BLOCK_NUMBER_BYTES,
        )
        .map_err(|error| error.to_string())?;
        let chain: Chain = serde_json::from_str(parsed.chain.get()).map_err(|error| error.to_string())?;
        let header = hex::decode(&chain.finalized_block_header).map_err(|error| error.to_string())?;
        let facts = HeaderFacts::decode(&header)?;
        let checkpoint = network.checkpoint.block();
        if facts.block.number < checkpoint.number {
            return Err("it is older than the checkpoint".to_owned());
        }
        if facts.block.number == checkpoint.number && facts.block.hash != checkpoint.hash {
            return Err("it is of a fork that the checkpoint excludes".to_owned());
        }
        Ok(Self {
            time_ms: facts.time_ms(chain.aura_slot_duration),
            database,
            code,
            code_bytes: None,
            facts,
        })
    }

    /// The finalized block of the state.
    pub fn finalized(&self) -> BlockRef {
        self.facts.block
    }

    /// When that block was authored, in milliseconds since 1970.
    pub fn time_ms(&self) -> u64 {
        self.time_ms
    }

    /// Name of the runtime's code that was in force when the state was saved.
    pub fn code_id(&self) -> Option<CodeId> {
        let value = hex::decode(&self.code.as_ref()?.merkle_value).ok()?;
        value.try_into().ok().map(CodeId)
    }

    /// smoldot's database, with the runtime's code if it is here.
    pub(crate) fn smoldot_database(&self) -> String {
        let (Some(code), Some(bytes)) = (&self.code, &self.code_bytes) else {
            return self.database.clone();
        };
        let Some(start) = self.database.trim_end().strip_suffix('}') else {
            return self.database.clone();
        };
        let encoded = STANDARD_NO_PAD.encode(bytes);
        let (merkle, ancestor) = (&code.merkle_value, &code.closest_ancestor);
        format!(
            r#"{start},"runtimeCode":"{encoded}","codeMerkleValue":"{merkle}","codeClosestAncestor":"{ancestor}"}}"#
        )
    }
}

/// The runtime's code as smoldot exports it.
pub(crate) struct ExportedCode {
    pub(crate) saved: SavedCode,
    pub(crate) bytes: Vec<u8>,
}

/// Splits an export of smoldot into the database without code, and the code.
pub(crate) fn split_export(
    export: &str,
    spec_version: u32,
) -> Result<(String, Option<ExportedCode>), String> {
    let mut fields: BTreeMap<String, Box<RawValue>> =
        serde_json::from_str(export).map_err(|error| error.to_string())?;
    let mut take = |name: &str| {
        fields
            .remove(name)
            .and_then(|value| serde_json::from_str::<String>(value.get()).ok())
    };
    let (code, merkle_value, ancestor) = (
        take("runtimeCode"),
        take("codeMerkleValue"),
        take("codeClosestAncestor"),
    );
    let database = serde_json::to_string(&fields).map_err(|error| error.to_string())?;
    let (Some(code), Some(merkle_value), Some(closest_ancestor)) = (code, merkle_value, ancestor) else {
        return Ok((database, None));
    };
    let bytes = STANDARD_NO_PAD.decode(code).map_err(|error| error.to_string())?;
    let hash = code_hash(&bytes);
    let saved = SavedCode {
        hash,
        spec_version,
        merkle_value,
        closest_ancestor,
    };
    Ok((database, Some(ExportedCode { saved, bytes })))
}

fn code_hash(code: &[u8]) -> BlockHash {
    BlockHash(Blake2b::<U32>::digest(code).into())
}

/// Reads the state of a network. What cannot be used is set aside.
pub async fn load(store: &dyn Store, network: &Network) -> Result<Loaded, StoreError> {
    let key = network.genesis.hash.to_string();
    let Some(bytes) = store.get(CHAIN, &key).await? else {
        return Ok(Loaded::default());
    };
    let mut saved = match read_envelope(network, &bytes) {
        Ok(saved) => saved,
        Err(reason) => {
            store.put(SET_ASIDE, &key, &bytes).await?;
            store.delete(CHAIN, &key).await?;
            return Ok(Loaded {
                saved: None,
                notice: Some(Notice::SavedStateSetAside { reason }),
            });
        }
    };
    if let Some(code) = &saved.code {
        let bytes = store.get(CODE, &code.hash.to_string()).await?;
        // Without its code the state is still good: smoldot downloads the code again.
        saved.code_bytes = bytes.filter(|bytes| code_hash(bytes) == code.hash);
    }
    Ok(Loaded {
        saved: Some(saved),
        notice: None,
    })
}

fn read_envelope(network: &Network, bytes: &[u8]) -> Result<SavedState, String> {
    let version: Version =
        serde_json::from_slice(bytes).map_err(|error| format!("it is damaged: {error}"))?;
    if version.version != VERSION {
        return Err(format!("it was written by another version ({})", version.version));
    }
    let envelope: Envelope =
        serde_json::from_slice(bytes).map_err(|error| format!("it is damaged: {error}"))?;
    SavedState::new(network, envelope.database.get().to_owned(), envelope.code)
}

/// Writes the state of a network, and its code if that is new.
pub(crate) async fn write(
    store: &dyn Store,
    network: &Network,
    state: &SavedState,
) -> Result<(), StoreError> {
    let key = network.genesis.hash.to_string();
    let failed = |error: serde_json::Error| StoreError(error.to_string());
    let old_code = match store.get(CHAIN, &key).await? {
        Some(bytes) => serde_json::from_slice::<Envelope>(&bytes)
            .ok()
            .and_then(|envelope| envelope.code),
        None => None,
    };
    if let (Some(code), Some(bytes)) = (&state.code, &state.code_bytes) {
        store.put(CODE, &code.hash.to_string(), bytes).await?;
    }
    let envelope = Envelope {
        version: VERSION,
        database: RawValue::from_string(state.database.clone()).map_err(failed)?,
        code: state.code.clone(),
    };
    store
        .put(CHAIN, &key, &serde_json::to_vec(&envelope).map_err(failed)?)
        .await?;
    // The state now names the new code, so the old one is no longer needed.
    match (old_code, &state.code) {
        (Some(old), Some(new)) if old.hash != new.hash => store.delete(CODE, &old.hash.to_string()).await,
        _ => Ok(()),
    }
}

/// Sets the state of a network aside, for a client that cannot prove anything from it.
pub async fn set_aside(store: &dyn Store, network: &Network) -> Result<(), StoreError> {
    let key = network.genesis.hash.to_string();
    if let Some(bytes) = store.get(CHAIN, &key).await? {
        store.put(SET_ASIDE, &key, &bytes).await?;
        store.delete(CHAIN, &key).await?;
    }
    Ok(())
}

#[cfg(test)]
#[path = "saved_tests.rs"]
mod tests;
