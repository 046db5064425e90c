//! Tests of what is kept on the device, and of what happens to what cannot be used.

use futures::executor::block_on;
use serde_json::{Value, json};

use super::*;
use crate::store::MemoryStore;

fn finney() -> Network {
    Network::finney().unwrap()
}

/// An export of smoldot that is still at the checkpoint, with this code.
fn export(code: &[u8]) -> String {
    let network = finney();
    let mut database: Value =
        serde_json::from_str(&network.checkpoint.database(network.genesis.hash)).unwrap();
    database["runtimeCode"] = json!(STANDARD_NO_PAD.encode(code));
    database["codeMerkleValue"] = json!("ab".repeat(32));
    database["codeClosestAncestor"] = json!("3a63");
    database.to_string()
}

fn state(code: &[u8], spec_version: u32) -> SavedState {
    let (database, code) = split_export(&export(code), spec_version).unwrap();
    let code = code.unwrap();
    let mut state = SavedState::new(&finney(), database, Some(code.saved)).unwrap();
    state.code_bytes = Some(code.bytes);
    state
}

fn key() -> String {
    finney().genesis.hash.to_string()
}

#[test]
fn a_state_is_read_back_with_its_code() {
    block_on(async {
        let store = MemoryStore::default();
        write(&store, &finney(), &state(b"code", 467)).await.unwrap();
        let envelope = store.get(CHAIN, &key()).await.unwrap().unwrap();
        assert!(!String::from_utf8(envelope).unwrap().contains("runtimeCode"));

        let loaded = load(&store, &finney()).await.unwrap();
        assert_eq!(loaded.notice, None);
        let saved = loaded.saved.unwrap();
        assert_eq!(saved.finalized(), finney().checkpoint.block());
        assert_eq!(saved.time_ms(), finney().checkpoint.time_ms());
        assert_eq!(saved.code_id(), Some(CodeId([0xab; 32])));
        let again: Value = serde_json::from_str(&saved.smoldot_database()).unwrap();
        assert_eq!(again, serde_json::from_str::<Value>(&export(b"code")).unwrap());
    });
}

#[test]
fn the_old_code_goes_when_a_new_one_comes() {
    block_on(async {
        let store = MemoryStore::default();
        write(&store, &finney(), &state(b"old", 1)).await.unwrap();
        write(&store, &finney(), &state(b"new", 2)).await.unwrap();
        let old = code_hash(b"old").to_string();
        let new = code_hash(b"new").to_string();
        assert_eq!(store.get(CODE, &old).await, Ok(None));
        assert_eq!(store.get(CODE, &new).await, Ok(Some(b"new".to_vec())));
    });
}

#[test]
fn a_state_without_its_code_is_still_good() {
    block_on(async {
        let store = MemoryStore::default();
        write(&store, &finney(), &state(b"code", 1)).await.unwrap();
        store
            .put(CODE, &code_hash(b"code").to_string(), b"damaged")
            .await
            .unwrap();
        let saved = load(&store, &finney()).await.unwrap().saved.unwrap();
        assert_eq!(saved.code_bytes, None);
        assert!(!saved.smoldot_database().contains("runtimeCode"));
    });
}

/// Writes something else than a good state and expects it to be set aside for that reason.
fn expect_set_aside(bytes: &[u8], reason: &str) {
    block_on(async {
        let store = MemoryStore::default();
        store.put(CHAIN, &key(), bytes).await.unwrap();
        let loaded = load(&store, &finney()).await.unwrap();
        assert_eq!(loaded.saved, None);
        let Some(Notice::SavedStateSetAside { reason: given }) = loaded.notice else {
            panic!("no notice");
        };
        assert!(given.contains(reason), "{given}");
        assert_eq!(store.get(CHAIN, &key()).await, Ok(None));
        assert_eq!(store.get(SET_ASIDE, &key()).await, Ok(Some(bytes.to_vec())));
        assert_eq!(load(&store, &finney()).await.unwrap(), Loaded::default());
    });
}

fn envelope(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let (database, _) = split_export(&export(b"code"), 1).unwrap();
    let database: Value = serde_json::from_str(&database).unwrap();
    let mut envelope = json!({ "version": VERSION, "database": database, "code": null });
    change(&mut envelope);
    envelope.to_string().into_bytes()
}

#[test]
fn what_cannot_be_used_is_set_aside() {
    expect_set_aside(b"{\"version\":1,\"data", "damaged");
    expect_set_aside(&[0, 159, 255], "damaged");
    expect_set_aside(
        &envelope(|envelope| envelope["version"] = json!(2)),
        "another version",
    );
    expect_set_aside(
        &envelope(|envelope| envelope["database"]["genesisHash"] = json!("00".repeat(32))),
        "another network",
    );
    expect_set_aside(
        &envelope(|envelope| envelope["database"]["chain"]["finalized_block_header"] = json!("00")),
        "",
    );
    expect_set_aside(
        &envelope(|envelope| envelope["database"]["chain"] = json!({})),
        "",
    );
}

#[test]
fn a_state_before_the_checkpoint_or_beside_it_is_set_aside() {
    // The checkpoint's header with another number, and with another parent.
    let header = hex::encode(finney().checkpoint.header());
    let older = header.replacen("e2391d02", "de391d02", 1);
    assert_ne!(older, header);
    expect_set_aside(
        &envelope(|envelope| envelope["database"]["chain"]["finalized_block_header"] = json!(older)),
        "older than the checkpoint",
    );
    let fork = format!("00{}", &header[2..]);
    expect_set_aside(
        &envelope(|envelope| envelope["database"]["chain"]["finalized_block_header"] = json!(fork)),
        "a fork",
    );
}

#[test]
fn a_rejected_state_can_be_set_aside_later() {
    block_on(async {
        let store = MemoryStore::default();
        write(&store, &finney(), &state(b"code", 1)).await.unwrap();
        set_aside(&store, &finney()).await.unwrap();
        assert_eq!(load(&store, &finney()).await.unwrap(), Loaded::default());
        assert!(store.get(SET_ASIDE, &key()).await.unwrap().is_some());
    });
}
