//! The two patches to smoldot do what they are for: the Aura test and the database test fail with the stock crates.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::num::NonZero;

use smoldot::{
    chain::chain_information::{
        ChainInformationConsensusRef,
        build::{ChainInformationBuild, Config, ConfigFinalizedBlockHeader, Error},
    },
    executor::{
        host::{self, HostVmPrototype},
        vm::{ExecHint, HeapPages},
    },
};
use smoldot_light::{
    AddChainConfig, AddChainConfigJsonRpc, AddChainError, Client, platform::DefaultPlatform,
};
use taolight_light::Network;

/// A runtime that has AuraApi, a BabeApi that traps when it is called, and GrandpaApi.
fn runtime() -> HostVmPrototype {
    // Aura slots of 12 s; one Aura authority; one GRANDPA authority of weight 1; set id 7.
    let key = "\\01\\02\\03\\04\\05\\06\\07\\08\\01\\02\\03\\04\\05\\06\\07\\08\\01\\02\\03\\04\\05\\06\\07\\08\\01\\02\\03\\04\\05\\06\\07\\08";
    let eight = |value: u8| format!("\\{value:02x}\\00\\00\\00\\00\\00\\00\\00");
    let text = format!(
        r#"(module
            (import "env" "memory" (memory 20))
            (global (export "__heap_base") i32 (i32.const 4096))
            (data (i32.const 0) "\e0\2e\00\00\00\00\00\00")
            (data (i32.const 100) "\04{key}")
            (data (i32.const 200) "\04{key}{weight}")
            (data (i32.const 300) "{set_id}")
            (func (export "AuraApi_slot_duration") (param i32 i32) (result i64) (i64.const {slot}))
            (func (export "AuraApi_authorities") (param i32 i32) (result i64) (i64.const {aura}))
            (func (export "GrandpaApi_grandpa_authorities") (param i32 i32) (result i64) (i64.const {grandpa}))
            (func (export "GrandpaApi_current_set_id") (param i32 i32) (result i64) (i64.const {set}))
            (func (export "BabeApi_configuration") (param i32 i32) (result i64) unreachable)
            (func (export "BabeApi_current_epoch") (param i32 i32) (result i64) unreachable)
            (func (export "BabeApi_next_epoch") (param i32 i32) (result i64) unreachable))"#,
        weight = eight(1),
        set_id = eight(7),
        slot = 8_u64 << 32,
        aura = (33_u64 << 32) | 100,
        grandpa = (41_u64 << 32) | 200,
        set = (8_u64 << 32) | 300,
    );
    let mut module = wat::parse_str(text).unwrap();
    // Names, authoring, spec and implementation versions, an empty list of APIs, transaction version, state version.
    let mut version = vec![4, b't', 4, b't'];
    for number in [1_u32, 1, 1] {
        version.extend(number.to_le_bytes());
    }
    version.push(0);
    version.extend(1_u32.to_le_bytes());
    version.push(1);
    add_section(&mut module, "runtime_version", &version);
    let mut apis = Vec::new();
    for (name, version) in [("AuraApi", 1_u32), ("BabeApi", 2), ("GrandpaApi", 3), ("Core", 4)] {
        apis.extend(api_id(name));
        apis.extend(version.to_le_bytes());
    }
    add_section(&mut module, "runtime_apis", &apis);
    HostVmPrototype::new(host::Config {
        module,
        heap_pages: HeapPages::from(1024),
        exec_hint: ExecHint::ValidateAndExecuteOnce,
        allow_unresolved_imports: false,
    })
    .unwrap()
}

/// Substrate names a runtime API by the first eight bytes of blake2b-64.
fn api_id(name: &str) -> [u8; 8] {
    use blake2::{Blake2b, Digest, digest::consts::U8};
    Blake2b::<U8>::digest(name.as_bytes()).into()
}

fn add_section(module: &mut Vec<u8>, name: &str, content: &[u8]) {
    let leb128 = |mut number: usize| {
        let mut bytes = Vec::new();
        while number >= 128 {
            bytes.push(u8::try_from(number % 128).unwrap() | 128);
            number /= 128;
        }
        bytes.push(u8::try_from(number).unwrap());
        bytes
    };
    let mut section = leb128(name.len());
    section.extend(name.as_bytes());
    section.extend(content);
    module.push(0);
    module.extend(leb128(section.len()));
    module.extend(section);
}

/// Header of block 5 with these SCALE digest items.
fn header(items: &[&[u8]]) -> Vec<u8> {
    let mut header = vec![9; 32];
    header.push(5 << 2);
    header.extend([7; 64]);
    header.push(u8::try_from(items.len()).unwrap() << 2);
    header.extend(items.concat());
    header
}

const AURA_SLOT: &[u8] = b"\x06aura\x20\x05\0\0\0\0\0\0\0";
const AURA_SEAL: &[u8] = &{
    let mut seal = [0; 71];
    let prefix = *b"\x05aura\x01\x01";
    let mut at = 0;
    while at < prefix.len() {
        seal[at] = prefix[at];
        at += 1;
    }
    seal
};
const BABE_SLOT: &[u8] = b"\x06BABE\x34\x02\0\0\0\0\x05\0\0\0\0\0\0\0";

fn build(header: Vec<u8>) -> ChainInformationBuild {
    ChainInformationBuild::new(Config {
        finalized_block_header: ConfigFinalizedBlockHeader::Any {
            scale_encoded_header: header,
            known_finality: None,
        },
        runtime: runtime(),
        block_number_bytes: 4,
    })
}

#[test]
fn a_runtime_with_aura_and_babe_is_aura_if_the_header_says_so() {
    let ChainInformationBuild::Finished { result, .. } = build(header(&[AURA_SLOT, AURA_SEAL])) else {
        panic!("the runtime needs no storage");
    };
    let information = result.unwrap();
    let ChainInformationConsensusRef::Aura { slot_duration, .. } = information.as_ref().consensus else {
        panic!("not Aura");
    };
    assert_eq!(Some(slot_duration), NonZero::new(12_000));
}

#[test]
fn a_header_without_any_slot_stays_ambiguous() {
    // The BABE calls trap, and they are still made: nothing was decided.
    let ChainInformationBuild::Finished { result, .. } = build(header(&[])) else {
        panic!("the runtime needs no storage");
    };
    assert!(matches!(
        result,
        Err(Error::WasmVm { .. } | Error::MultipleConsensusAlgorithms)
    ));
}

#[test]
fn a_babe_header_makes_the_babe_calls() {
    let ChainInformationBuild::Finished { result, .. } = build(header(&[BABE_SLOT])) else {
        panic!("the runtime needs no storage");
    };
    let Err(Error::WasmVm { call, .. }) = result else {
        panic!("the BABE calls of this runtime trap");
    };
    assert!(call.function_name().starts_with("BabeApi"));
}

fn add_chain(database: &str) -> Result<(), AddChainError> {
    let network = Network::finney().unwrap();
    let spec = format!(
        r#"{{"name":"Bittensor","id":"bittensor","bootNodes":[],"genesis":{{"stateRootHash":"0x{}"}}}}"#,
        network
            .genesis
            .state_root
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    );
    let platform = DefaultPlatform::new("test".to_owned(), "0".to_owned());
    Client::<_, ()>::new(platform)
        .add_chain(AddChainConfig {
            user_data: (),
            specification: &spec,
            database_content: database,
            potential_relay_chains: std::iter::empty(),
            json_rpc: AddChainConfigJsonRpc::Disabled,
            statement_protocol_config: None,
        })
        .map(drop)
}

#[test]
fn a_database_of_the_same_genesis_is_enough_to_start_from() {
    let network = Network::finney().unwrap();
    let database = network.checkpoint.database(network.genesis.hash);
    add_chain(&database).unwrap();
}

#[test]
fn a_database_of_another_genesis_is_not() {
    let network = Network::finney().unwrap();
    let mut other = network.genesis.hash;
    other.0[0] ^= 1;
    for database in [network.checkpoint.database(other), String::new()] {
        let refused = add_chain(&database).unwrap_err();
        assert!(matches!(
            refused,
            AddChainError::ChainSpecNeitherGenesisStorageNorCheckpoint
        ));
    }
}
