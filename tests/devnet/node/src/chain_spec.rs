//! The raw chain spec. Its genesis state is built natively, which takes no time,
//! where the usual way would first compile the runtime.

use crate::authorities::{AURA_CHANGE, GRANDPA_CHANGES, aura_ids, grandpa_ids};
use anyhow::Context;
use sc_chain_spec::{GenericChainSpec, NoExtension};
use serde_json::{Map, Value, json};
use sp_core::{Pair, sr25519, storage::well_known_keys::CODE};
use sp_runtime::{BuildStorage, Storage, traits::IdentifyAccount};
use taolight_devnet_runtime::{AccountId, RuntimeGenesisConfig, Signature, TAO, genesis, wasm};

pub type ChainSpec = GenericChainSpec<NoExtension>;

pub const NAME: &str = "Bittensor devnet";
pub const ID: &str = "taolight_devnet";
pub const PROTOCOL_ID: &str = "taolight-devnet";
pub const TOKEN: &str = "TAO";
pub const DECIMALS: u8 = 9;
pub const SS58_FORMAT: u16 = 42;

/// The phrase from which every Substrate tool derives its development keys.
const DEV_PHRASE: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// The accounts with funds at genesis, and what each has.
const FUNDED: [&str; 5] = [DEV_PHRASE, "//Alice", "//Bob", "//Charlie", "//Dave"];
const ENDOWMENT: u64 = 1_000 * TAO;

/// The owner of the sudo key.
pub const SUDO: &str = "//Alice";

/// The spec without a genesis: what the raw and the light one have in common.
pub fn header(boot_nodes: &[String]) -> Map<String, Value> {
    let Value::Object(fields) = json!({
        "name": NAME,
        "id": ID,
        "chainType": "Local",
        "bootNodes": boot_nodes,
        "telemetryEndpoints": null,
        "protocolId": PROTOCOL_ID,
        "properties": {
            "ss58Format": SS58_FORMAT,
            "tokenDecimals": DECIMALS,
            "tokenSymbol": TOKEN,
        },
        "codeSubstitutes": {},
    }) else {
        unreachable!("it is written as an object")
    };
    fields
}

/// What makes one chain another than the next one.
pub struct Variety {
    pub salt: Vec<u8>,
    /// The number of subnets of its seed, if it has one.
    pub seed: Option<u16>,
}

/// The whole spec of a chain.
pub fn raw(variety: &Variety, boot_nodes: &[String]) -> anyhow::Result<Value> {
    let mut spec = header(boot_nodes);
    let storage = genesis_storage(variety)?;
    let top: Map<_, _> = storage
        .top
        .iter()
        .map(|(key, value)| (hex(key), hex(value).into()))
        .collect();
    spec.insert(
        "genesis".into(),
        json!({ "raw": { "top": top, "childrenDefault": {} } }),
    );
    Ok(spec.into())
}

/// The account of a secret key URI.
pub fn account(suri: &str) -> AccountId {
    let pair = sr25519::Pair::from_string(suri, None).expect("the path is well-formed");
    <Signature as sp_runtime::traits::Verify>::Signer::from(pair.public()).into_account()
}

fn genesis_storage(variety: &Variety) -> anyhow::Result<Storage> {
    let mut storage = genesis_config(&variety.salt)
        .build_storage()
        .map_err(anyhow::Error::msg)?;
    genesis::complete(&mut storage, variety.seed)
        .map_err(|error| anyhow::anyhow!("the seed is not sound: {error:?}"))?;
    let code = wasm::genesis::WASM_BINARY.context("built without the runtime's wasm")?;
    storage.top.insert(CODE.to_vec(), code.to_vec());
    Ok(storage)
}

fn genesis_config(salt: &[u8]) -> RuntimeGenesisConfig {
    let mut config = RuntimeGenesisConfig::default();
    config.balances.balances = FUNDED.map(|suri| (account(suri), ENDOWMENT)).into();
    config.sudo.key = Some(account(SUDO));
    config.aura.authorities = aura_ids();
    config.grandpa.authorities = grandpa_ids(0).into_iter().map(|id| (id, 1)).collect();
    config.traps.salt = salt.to_vec();
    config.traps.aura_changes = vec![(AURA_CHANGE, aura_ids_in_other_order())];
    config.traps.grandpa_changes = (1..)
        .zip(GRANDPA_CHANGES)
        .map(|(set, block)| (block, grandpa_ids(set)))
        .collect();
    config
}

fn aura_ids_in_other_order<Ids: TryFrom<Vec<taolight_devnet_runtime::AuraId>>>() -> Ids {
    let ids = aura_ids().into_iter().rev().collect::<Vec<_>>();
    Ids::try_from(ids)
        .ok()
        .expect("two authorities are within the limit")
}

/// Bytes as JSON-RPC and chain specs write them.
pub fn hex(bytes: impl AsRef<[u8]>) -> String {
    format!("0x{}", ::hex::encode(bytes))
}
