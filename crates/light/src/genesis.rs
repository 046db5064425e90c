//! A full genesis: its state root, and the authorities of block 1, which smoldot asks the genesis runtime for.

use std::collections::BTreeMap;

use serde::{Deserialize, de::IgnoredAny};
use serde_json::value::RawValue;
use smoldot::chain::chain_information::{ChainInformationConsensusRef, ChainInformationFinalityRef};

use crate::{
    checkpoint::{Checkpoint, GrandpaAuthority},
    error::NetworkError,
    header::genesis_header,
};

/// Facts of a genesis that a spec holds in full.
pub(crate) struct RawGenesis {
    pub(crate) state_root: [u8; 32],
    pub(crate) slot_duration_ms: u64,
    aura_authorities: Vec<[u8; 32]>,
    grandpa_authorities: Vec<GrandpaAuthority>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shape {
    top: BTreeMap<String, IgnoredAny>,
    #[serde(default)]
    children_default: BTreeMap<String, IgnoredAny>,
}

impl RawGenesis {
    /// Computes what follows from `genesis.raw` of a chain spec.
    pub(crate) fn read(raw: &RawValue) -> Result<Self, NetworkError> {
        let problem = |problem: String| NetworkError::malformed("genesis.raw", problem);
        let shape: Shape = serde_json::from_str(raw.get()).map_err(|error| problem(error.to_string()))?;
        if !shape.children_default.is_empty() {
            return Err(problem("child tries in the genesis are not supported".to_owned()));
        }
        if shape.top.is_empty() {
            return Err(problem("is empty".to_owned()));
        }
        let spec = serde_json::json!({ "name": "", "id": "", "bootNodes": [], "genesis": { "raw": raw } })
            .to_string();
        let spec = smoldot::chain_spec::ChainSpec::from_json_bytes(&spec)
            .map_err(|error| problem(error.to_string()))?;
        let (information, _runtime) = spec
            .to_chain_information()
            .map_err(|error| problem(error.to_string()))?;
        let information = information.as_ref();
        let ChainInformationConsensusRef::Aura {
            finalized_authorities_list,
            slot_duration,
        } = information.consensus
        else {
            return Err(problem(
                "the genesis runtime does not author blocks with Aura".to_owned(),
            ));
        };
        let ChainInformationFinalityRef::Grandpa {
            finalized_triggered_authorities,
            ..
        } = information.finality
        else {
            return Err(problem(
                "the genesis runtime does not finalize blocks with GRANDPA".to_owned(),
            ));
        };
        Ok(Self {
            state_root: *information.finalized_block_header.state_root,
            slot_duration_ms: slot_duration.get(),
            aura_authorities: finalized_authorities_list
                .map(|authority| *authority.public_key)
                .collect(),
            grandpa_authorities: finalized_triggered_authorities
                .iter()
                .map(|authority| GrandpaAuthority {
                    key: authority.public_key,
                    weight: authority.weight.get(),
                })
                .collect(),
        })
    }

    /// The genesis block as the block to start from.
    pub(crate) fn checkpoint(self) -> Result<Checkpoint, NetworkError> {
        Checkpoint::new(
            genesis_header(&self.state_root),
            self.slot_duration_ms,
            self.aura_authorities,
            0,
            self.grandpa_authorities,
        )
    }
}
