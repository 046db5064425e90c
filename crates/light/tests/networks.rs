//! Networks: the shipped ones, network files and chain specs, good and bad.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use serde_json::{Value, json};
use taolight_light::{Known, Network, NetworkError};
use taolight_primitives::ErrorCode;

/// 2026-11-22.
const NOW_MS: u64 = 1_795_305_600_000;

const FINNEY_GENESIS: &str = "0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03";
const FINNEY_CHECKPOINT: &str = "0x511948e96e1d479d0a92d89bb976638780f2c65a93a5d5be710f22ee15c60200";

fn finney() -> Value {
    serde_json::from_str(include_str!("../networks/finney.json")).unwrap()
}

/// Finney as Subtensor's own kind of light spec. The signers are not looked at beyond their form.
fn light_spec() -> Value {
    let finney = finney();
    let signers = format!(
        "0x0500000000000000{}{}{}",
        "04",
        "11".repeat(32),
        "0100000000000000"
    );
    json!({
        "name": "Bittensor", "id": "bittensor", "chainType": "Live",
        "bootNodes": finney["bootnodes"], "telemetryEndpoints": null, "protocolId": "bittensor",
        "properties": { "ss58Format": 42, "tokenDecimals": 9, "tokenSymbol": "TAO" },
        "codeSubstitutes": { "2585476": "0x00" }, "somethingNew": { "a": [1, 2] },
        "genesis": { "stateRootHash": finney["genesis"]["stateRoot"] },
        "grandpaWarpSyncCheckpoint": {
            "finalizedBlockHeader": finney["checkpoint"]["header"], "grandpaAuthoritySet": signers
        },
    })
}

fn parse(value: &Value) -> Result<Network, NetworkError> {
    Network::parse(&value.to_string(), NOW_MS)
}

fn field_of(value: &Value) -> String {
    match parse(value) {
        Err(NetworkError::Malformed { field, .. }) => field,
        other => panic!("{other:?}"),
    }
}

#[test]
fn finney_is_what_it_claims_to_be() {
    let network = Network::finney().unwrap();
    assert_eq!(network.genesis.hash.to_string(), FINNEY_GENESIS);
    let checkpoint = network.trusted_checkpoint().unwrap();
    assert_eq!(checkpoint.block().number, 8_867_448);
    assert_eq!(checkpoint.block().hash.to_string(), FINNEY_CHECKPOINT);
    assert_eq!(checkpoint.grandpa_set_id, 6);
    assert_eq!(checkpoint.grandpa_authorities.len(), 20);
    assert_eq!(checkpoint.aura_authorities.len(), 20);
    // 2026-08-18T05:15:36Z
    assert_eq!(checkpoint.time_ms(), 148_917_178 * 12_000);
}

#[test]
fn the_database_holds_the_checkpoint() {
    let network = Network::finney().unwrap();
    let database: Value = serde_json::from_str(&network.checkpoint.database(network.genesis.hash)).unwrap();
    assert_eq!(database["genesisHash"], FINNEY_GENESIS.trim_start_matches("0x"));
    let chain = &database["chain"];
    assert_eq!(chain["grandpa_after_finalized_block_authorities_set_id"], 6);
    assert_eq!(chain["aura_slot_duration"], 12_000);
    let decoded = smoldot::database::finalized_serialize::decode_chain(&chain.to_string(), 4).unwrap();
    let header = decoded.chain_information.as_ref().finalized_block_header.hash(4);
    assert_eq!(
        taolight_primitives::BlockHash(header).to_string(),
        FINNEY_CHECKPOINT
    );
}

#[test]
fn the_testnet_is_listed_with_the_reason() {
    let known = Network::known().unwrap();
    assert!(matches!(&known[0], Known::Available(network) if network.id == "finney"));
    assert!(matches!(&known[1], Known::Unavailable { reason, .. } if reason.contains("TCP")));
    assert_eq!(
        Network::by_id("testnet").unwrap_err().code(),
        ErrorCode::NetworkUnavailable
    );
    assert_eq!(
        Network::by_id("nonet").unwrap_err().code(),
        ErrorCode::UnknownNetwork
    );
}

#[test]
fn a_network_file_round_trips() {
    let network = Network::finney().unwrap();
    assert_eq!(Network::parse(&network.to_file(), NOW_MS).unwrap(), network);
}

#[test]
fn a_forged_state_root_is_refused() {
    let mut file = finney();
    file["genesis"]["stateRoot"] = json!(FINNEY_CHECKPOINT);
    assert_eq!(parse(&file).unwrap_err().code(), ErrorCode::GenesisMismatch);
}

#[test]
fn a_checkpoint_that_contradicts_its_header_is_refused() {
    let mut file = finney();
    file["checkpoint"]["grandpaAuthorities"]
        .as_array_mut()
        .unwrap()
        .pop();
    assert_eq!(field_of(&file), "checkpoint.grandpaAuthorities");
    let mut file = finney();
    file["checkpoint"]["auraAuthorities"]
        .as_array_mut()
        .unwrap()
        .swap(0, 1);
    assert_eq!(field_of(&file), "checkpoint.auraAuthorities");
}

#[test]
fn malformed_files_name_the_field() {
    for (pointer, value, field) in [
        ("/name", json!(5), "name"),
        ("/genesis/hash", json!("0x12"), "genesis.hash"),
        ("/genesis", json!(null), "genesis"),
        ("/bootnodes", json!("one"), "bootnodes"),
        ("/token/decimals", json!(300), "token.decimals"),
        ("/checkpoint", json!(null), "checkpoint"),
        ("/checkpoint/header", json!("0x00"), "checkpoint.header"),
        (
            "/checkpoint/slotDurationMs",
            json!(0),
            "checkpoint.slotDurationMs",
        ),
        ("/checkpoint/grandpaSetId", json!(-1), "checkpoint.grandpaSetId"),
        (
            "/checkpoint/grandpaAuthorities/3/weight",
            json!(0),
            "checkpoint.grandpaAuthorities",
        ),
        (
            "/checkpoint/auraAuthorities",
            json!([]),
            "checkpoint.auraAuthorities",
        ),
    ] {
        let mut file = finney();
        *file.pointer_mut(pointer).unwrap() = value;
        assert_eq!(field_of(&file), field);
    }
    assert!(matches!(
        Network::parse("[1", NOW_MS),
        Err(NetworkError::Malformed { field, .. }) if field == "(document)"
    ));
}

#[test]
fn a_light_spec_with_subtensors_checkpoint_is_finney() {
    let network = parse(&light_spec()).unwrap();
    let finney = Network::finney().unwrap();
    assert_eq!(network.genesis, finney.genesis);
    // The set given is the one that signed the block; the header announces the one after it. The slot's duration
    // follows from the slot and the date.
    assert_eq!(network.checkpoint, finney.checkpoint);
    assert_eq!(network.bootnodes, finney.bootnodes);
    assert_eq!(network.id, "bittensor-2f0555cc");
}

#[test]
fn a_finney_spec_without_checkpoint_gets_the_shipped_one() {
    let mut spec = light_spec();
    spec.as_object_mut().unwrap().remove("grandpaWarpSyncCheckpoint");
    assert_eq!(
        parse(&spec).unwrap().checkpoint,
        Network::finney().unwrap().checkpoint
    );
}

#[test]
fn an_explicit_slot_duration_wins() {
    let mut spec = light_spec();
    spec["grandpaWarpSyncCheckpoint"]["slotDurationMs"] = json!(250);
    assert_eq!(parse(&spec).unwrap().checkpoint.slot_duration_ms, 250);
}

#[test]
fn malformed_specs_name_the_field() {
    let checkpoint = "grandpaWarpSyncCheckpoint";
    for (pointer, value, field) in [
        ("/bootNodes", json!({}), "bootNodes"),
        ("/genesis/stateRootHash", json!("0x12"), "genesis.stateRootHash"),
        ("/genesis", json!({}), "genesis.stateRootHash"),
        ("/genesis", json!({ "raw": { "top": {} } }), "genesis.raw"),
        (
            "/genesis",
            json!({ "raw": { "top": { "0x00": "0x00" } } }),
            "genesis.raw",
        ),
        (
            "/genesis",
            json!({ "raw": { "top": { "0x00": "0x00" }, "childrenDefault": { "0x00": {} } } }),
            "genesis.raw",
        ),
        (
            "/properties",
            json!({ "tokenDecimals": "9" }),
            "properties.tokenDecimals",
        ),
        (
            "/grandpaWarpSyncCheckpoint/finalizedBlockHeader",
            json!("0x00"),
            "grandpaWarpSyncCheckpoint.finalizedBlockHeader",
        ),
        (
            "/grandpaWarpSyncCheckpoint/grandpaAuthoritySet",
            json!("0x00"),
            "grandpaWarpSyncCheckpoint.grandpaAuthoritySet",
        ),
        (
            "/grandpaWarpSyncCheckpoint/grandpaAuthoritySet",
            json!("0x050000000000000000"),
            "grandpaWarpSyncCheckpoint.grandpaAuthoritySet",
        ),
        (
            "/grandpaWarpSyncCheckpoint/grandpaAuthoritySet",
            json!("0x0500000000000000fcffffff"),
            "grandpaWarpSyncCheckpoint.grandpaAuthoritySet",
        ),
        ("/grandpaWarpSyncCheckpoint", json!([]), checkpoint),
    ] {
        let mut spec = light_spec();
        *spec.pointer_mut(pointer).unwrap() = value;
        assert_eq!(field_of(&spec), field);
    }
    // Another chain, so that no shipped checkpoint fits.
    let mut spec = light_spec();
    spec["genesis"]["stateRootHash"] = json!(FINNEY_CHECKPOINT);
    spec.as_object_mut().unwrap().remove(checkpoint);
    assert_eq!(field_of(&spec), checkpoint);
    // A date from which no duration follows.
    assert!(Network::parse(&light_spec().to_string(), 0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_parsed_or_refused(text in ".*") {
        let _ = Network::parse(&text, NOW_MS);
    }

    #[test]
    fn any_damage_is_parsed_or_refused(at in 0_usize..9_000, with in "[ -~]", spec: bool) {
        let mut text = if spec { light_spec() } else { finney() }.to_string();
        let at = at % text.len();
        text.replace_range(at..=at, &with);
        let _ = Network::parse(&text, NOW_MS);
    }

    #[test]
    fn any_header_is_parsed_or_refused(header: Vec<u8>, now: u64) {
        let mut spec = light_spec();
        let hex: String = header.iter().map(|byte| format!("{byte:02x}")).collect();
        spec["grandpaWarpSyncCheckpoint"]["finalizedBlockHeader"] = json!(format!("0x{hex}"));
        let _ = Network::parse(&spec.to_string(), now);
    }
}
