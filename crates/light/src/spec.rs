//! A custom network from text: a network file of ours, or a Substrate chain spec with a full genesis (raw) or only its
//! state root (light).
//!
//! smoldot refuses specs with fields that it does not know, so only what is understood here is carried over. Fields that
//! it would ignore, such as `codeSubstitutes`, are dropped with the rest.

use parity_scale_codec::DecodeAll;
use taolight_primitives::{BlockHash, Bytes};

use crate::{
    checkpoint::{Checkpoint, GrandpaAuthority},
    error::NetworkError,
    fields::Fields,
    genesis::RawGenesis,
    header::HeaderFacts,
    network::{ChainId, Genesis, Network},
};

/// Slot durations in use on Substrate chains, in milliseconds. Each is far enough from the next that a slot number gives
/// a plausible date for one of them only.
const SLOT_DURATIONS: [u64; 8] = [250, 500, 1_000, 2_000, 3_000, 6_000, 12_000, 24_000];
/// 2020-06-01: no Aura chain with a GRANDPA checkpoint is older.
const EARLIEST_MS: u64 = 1_590_969_600_000;
/// How far ahead of this device's clock a checkpoint may be dated.
const CLOCK_SKEW_MS: u64 = 86_400_000;

impl Network {
    /// Reads a network file of ours or a Substrate chain spec. `now_ms` is this device's clock, in milliseconds since
    /// 1970.
    pub fn parse(text: &str, now_ms: u64) -> Result<Self, NetworkError> {
        let fields = Fields::of_document(text)?;
        if fields.has("bootNodes") || !fields.has("chain") {
            return from_chain_spec(&fields, now_ms);
        }
        Self::from_fields(&fields)
    }
}

fn from_chain_spec(fields: &Fields<'_>, now_ms: u64) -> Result<Network, NetworkError> {
    let chain = ChainId {
        name: fields.required("name")?,
        id: fields.required("id")?,
        protocol_id: fields.optional("protocolId")?,
        fork_id: fields.optional("forkId")?,
    };
    let bootnodes = fields.required("bootNodes")?;
    let genesis_field = fields.object("genesis")?;
    let raw = match genesis_field.raw("raw") {
        Some(raw) => Some(RawGenesis::read(raw)?),
        None => None,
    };
    let state_root = match &raw {
        Some(raw) => raw.state_root,
        None => genesis_field.required::<BlockHash>("stateRootHash")?.0,
    };
    let genesis = Genesis::new(state_root, None)?;
    let shipped = Network::finney()
        .ok()
        .filter(|shipped| shipped.genesis == genesis);
    let checkpoint = match (fields.optional_object("grandpaWarpSyncCheckpoint")?, shipped, raw) {
        (Some(checkpoint), _, raw) => {
            let known = match fields.optional("slotDurationMs")? {
                Some(explicit) => Some(explicit),
                None => checkpoint
                    .optional("slotDurationMs")?
                    .or(raw.map(|raw| raw.slot_duration_ms)),
            };
            warp_sync_checkpoint(&checkpoint, known, now_ms)?
        }
        (None, Some(shipped), _) => shipped.checkpoint,
        (None, None, Some(raw)) => raw.checkpoint()?,
        (None, None, None) => {
            return Err(NetworkError::malformed(
                "grandpaWarpSyncCheckpoint",
                "is missing; a spec without its full genesis needs a checkpoint to start from",
            ));
        }
    };
    let (token, decimals, ss58) = properties(fields)?;
    let network = Network {
        id: format!("{}-{}", chain.id, hex::encode(&genesis.hash.0[..4])),
        name: chain.name.clone(),
        chain,
        genesis,
        token,
        decimals,
        ss58,
        bootnodes,
        checkpoint,
    };
    network.check_start()?;
    Ok(network)
}

/// Token, decimals and address prefix, with Bittensor's where the spec is silent.
fn properties(fields: &Fields<'_>) -> Result<(String, u8, u16), NetworkError> {
    let Some(properties) = fields.optional_object("properties")? else {
        return Ok(("TAO".to_owned(), 9, 42));
    };
    Ok((
        properties
            .optional("tokenSymbol")?
            .unwrap_or_else(|| "TAO".to_owned()),
        properties.optional("tokenDecimals")?.unwrap_or(9),
        properties.optional("ss58Format")?.unwrap_or(42),
    ))
}

/// Subtensor's own extension: a block, and the set that *signed* it. The block must itself announce the authorities of
/// the next one, so that nothing about them is taken from anywhere else.
fn warp_sync_checkpoint(
    fields: &Fields<'_>,
    slot_duration_ms: Option<u64>,
    now_ms: u64,
) -> Result<Checkpoint, NetworkError> {
    let header: Bytes = fields.required("finalizedBlockHeader")?;
    let header_problem =
        |problem: &str| NetworkError::malformed(fields.path_of("finalizedBlockHeader"), problem);
    let facts = HeaderFacts::decode(&header.0).map_err(|problem| header_problem(&problem))?;

    let set: Bytes = fields.required("grandpaAuthoritySet")?;
    let set_problem = |problem: &str| NetworkError::malformed(fields.path_of("grandpaAuthoritySet"), problem);
    let (signing_set_id, signers) = <(u64, Vec<([u8; 32], u64)>)>::decode_all(&mut &set.0[..])
        .map_err(|_| set_problem("is not a set id with a list of keys and weights"))?;
    if signers.is_empty() || signers.iter().any(|(_, weight)| *weight == 0) {
        return Err(set_problem("must have keys, each with a weight"));
    }
    let grandpa_set_id = signing_set_id
        .checked_add(1)
        .ok_or_else(|| set_problem("the set id is too high"))?;

    let change = facts
        .grandpa_change
        .as_ref()
        .filter(|change| change.delay == 0)
        .ok_or_else(|| {
            header_problem("announces no GRANDPA authorities that are in force at the next block")
        })?;
    let grandpa: Vec<GrandpaAuthority> = change.authorities.clone();
    let aura = facts
        .aura_authorities
        .clone()
        .ok_or_else(|| header_problem("announces no Aura authorities"))?;
    let slot = facts
        .aura_slot
        .ok_or_else(|| header_problem("has no Aura slot"))?;
    let slot_duration_ms = match slot_duration_ms {
        Some(duration) => duration,
        None => slot_duration_of(slot, now_ms).ok_or_else(|| {
            NetworkError::malformed(
                "slotDurationMs",
                "is missing and does not follow from the checkpoint's slot",
            )
        })?,
    };
    Checkpoint::new(header.0, slot_duration_ms, aura, grandpa_set_id, grandpa)
}

/// The only duration in use that dates the slot between the first such chains and now.
fn slot_duration_of(slot: u64, now_ms: u64) -> Option<u64> {
    let latest = now_ms.saturating_add(CLOCK_SKEW_MS);
    let mut plausible = SLOT_DURATIONS.into_iter().filter(|duration| {
        slot.checked_mul(*duration)
            .is_some_and(|time| (EARLIEST_MS..=latest).contains(&time))
    });
    match (plausible.next(), plausible.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}
