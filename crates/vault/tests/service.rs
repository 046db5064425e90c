//! The vault over a port, as an app speaks to it, and what must never be printed.

#![allow(clippy::unwrap_used)]

mod common;

use std::rc::Rc;

use common::{ALICE, Device, PASSWORD, coldkey, import, import_request, runtime, secret, transfer_to_bob};
use futures::{StreamExt, executor::LocalPool, task::LocalSpawnExt};
use serde_json::json;
use taolight_codec::Metadata;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    Client, Port, Role, Service, serve,
    vault::{
        AddMetadata, AutoLock, CreateVault, Describe, DetectImport, HasMetadata, ListAccounts, ListPolicies,
        LockState, LockVault, Secret, SecretBytes, Sign, UnlockVault, WatchVault,
    },
};
use taolight_vault::{
    VaultService,
    strongbox::{VaultStorage, Write},
};

fn service() -> Rc<VaultService> {
    Rc::new(VaultService::new(Device::default().tab()))
}

#[test]
fn the_whole_conversation() {
    let mut pool = LocalPool::new();
    let (ours, theirs) = Port::pair();
    pool.spawner().spawn_local(serve(theirs, service())).unwrap();
    let (client, answers) = Client::new(ours, Role::App, "test");
    pool.spawner()
        .spawn_local(async move { drop(answers.await) })
        .unwrap();
    pool.run_until(async {
        let mut states = client.subscribe(WatchVault {});
        assert_eq!(states.next().await.unwrap().unwrap().state, LockState::Empty);
        let password = secret(PASSWORD);
        client.call(CreateVault { password }).await.unwrap();
        let unlocked = states.next().await.unwrap().unwrap();
        assert_eq!(
            (unlocked.state, unlocked.auto_lock),
            (LockState::Unlocked, Some(AutoLock::After(15)))
        );
        let content = SecretBytes::new(b"//Alice".to_vec());
        let detected = client.call(DetectImport { content }).await.unwrap();
        let request = import_request(detected.import, "Alice", coldkey());
        let outcome = client.call(request).await.unwrap();
        assert_eq!(outcome.added[0].address.to_string(), ALICE);
        let listed = client.call(ListAccounts {}).await.unwrap();
        assert_eq!(listed.accounts, outcome.added);

        let bytes = common::metadata();
        let metadata = Metadata::decode(&bytes).unwrap();
        let given = runtime(bytes);
        let named = HasMetadata {
            metadata: given.metadata,
        };
        let unsigned = transfer_to_bob(&metadata, true);
        let too_early = client
            .call(Describe {
                unsigned: unsigned.clone(),
                intent: None,
                origin: None,
            })
            .await
            .unwrap_err();
        assert_eq!(
            (too_early.code, too_early.retryable),
            (ErrorCode::MetadataMissing, true)
        );
        assert!(!client.call(named.clone()).await.unwrap());
        client.call(AddMetadata { metadata: given }).await.unwrap();
        assert!(client.call(named.clone()).await.unwrap());

        let summary = client
            .call(Describe {
                unsigned,
                intent: None,
                origin: None,
            })
            .await
            .unwrap();
        let sign = Sign {
            approval: summary.approval,
            payload_hash: summary.payload_hash,
        };
        client.call(sign.clone()).await.unwrap();
        assert_eq!(client.call(sign).await.unwrap_err().code, ErrorCode::NotApproved);
        client.call(LockVault {}).await.unwrap();
        assert_eq!(states.next().await.unwrap().unwrap().state, LockState::Locked);
    });
}

#[test]
fn whoever_follows_hears_that_the_device_was_cleared() {
    let mut pool = LocalPool::new();
    let device = Device::default();
    let (ours, theirs) = Port::pair();
    let service = Rc::new(VaultService::new(device.tab()));
    pool.spawner().spawn_local(serve(theirs, service)).unwrap();
    let (client, answers) = Client::new(ours, Role::App, "test");
    pool.spawner()
        .spawn_local(async move { drop(answers.await) })
        .unwrap();
    pool.run_until(async {
        let mut states = client.subscribe(WatchVault {});
        let password = secret(PASSWORD);
        client.call(CreateVault { password }).await.unwrap();
        let mut state = async || states.next().await.unwrap().unwrap().state;
        while state().await != LockState::Unlocked {}
        let records = device.storage.read().await.unwrap();
        let clear = records.values.into_keys().map(Write::Delete).collect();
        device.storage.commit(records.revision, clear).await.unwrap();
        let refused = client.call(ListPolicies {}).await.unwrap_err();
        assert_eq!(refused.code, ErrorCode::VaultLocked);
        assert_eq!(state().await, LockState::Empty);
    });
}

fn ask(service: &Rc<VaultService>, method: &str, params: serde_json::Value) -> Failure {
    LocalPool::new()
        .run_until(service.clone().call(method.to_owned(), params))
        .unwrap_err()
}

#[test]
fn no_secret_is_ever_printed() {
    let secret = "bottom drive obey lake curtain smoke basket hold rabbit lonely fit walk//s3cret///hunter2";
    let service = service();
    let typo = format!("0x{}", hex::encode(secret.replace("rabbit", "raaabbit")));
    for (method, params) in [
        ("import.detect", json!({ "content": typo })),
        ("import.detect", json!({ "content": secret })),
        ("import.detect", json!({ "content": [secret] })),
        ("vault.unlock", json!({ "password": secret })),
        ("vault.unlock", json!({ "password": [secret] })),
        ("backup.reveal", json!({ "address": secret, "password": secret })),
        ("vault.create", json!(secret)),
    ] {
        let printed = format!("{:?}", ask(&service, method, params));
        for word in ["bottom", "rabbit", "s3cret", "hunter2"] {
            assert!(!printed.contains(word), "{printed}");
        }
    }
    let mut vault = Device::default().made();
    let request = UnlockVault {
        password: Secret::new("s3cret".to_owned()),
    };
    assert!(!format!("{request:?}").contains("s3cret"));
    let content = SecretBytes::new(b"s3cret".to_vec());
    let printed = format!("{:?}", DetectImport { content });
    assert!(!printed.contains("733363726574"), "{printed}");
    import(&mut vault, "//s3cret", "a", coldkey()).unwrap();
    assert_eq!(format!("{vault:?}"), "Vault(secret)");
    assert_eq!(
        ask(&service, "accounts.steal", json!({})).code,
        ErrorCode::UnknownMethod
    );
}
