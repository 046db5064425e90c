//! The vault over a port, as an app speaks to it, and what must never be printed.

#![allow(clippy::unwrap_used)]

mod common;

use std::rc::Rc;

use common::{ALICE, TestClock, add_alice, runtime, transfer_to_bob};
use futures::{executor::LocalPool, task::LocalSpawnExt};
use serde_json::json;
use taolight_codec::Metadata;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    Client, Port, Role, Service, serve,
    vault::{AddAccount, AddMetadata, Describe, HasMetadata, ListAccounts, Secret, Sign},
};
use taolight_vault::{Vault, VaultService};

fn service() -> Rc<VaultService> {
    Rc::new(VaultService::new(Vault::new(Rc::new(TestClock::default()))))
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
        let account = client.call(add_alice()).await.unwrap();
        assert_eq!(account.address.to_string(), ALICE);
        assert_eq!(client.call(ListAccounts {}).await.unwrap(), [account]);

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

        let summary = client.call(Describe { unsigned }).await.unwrap();
        let sign = Sign {
            approval: summary.approval,
            payload_hash: summary.payload_hash,
        };
        client.call(sign.clone()).await.unwrap();
        assert_eq!(client.call(sign).await.unwrap_err().code, ErrorCode::NotApproved);
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
    for params in [
        json!({ "secret": secret, "label": "a" }),
        json!({ "secret": secret.replace("rabbit", "raaabbit"), "label": "a" }),
        json!({ "secret": secret, "label": 5 }),
        json!({ "secret": [secret] }),
        json!(secret),
    ] {
        let printed = format!("{:?}", ask(&service, "accounts.add", params));
        for word in ["bottom", "rabbit", "s3cret", "hunter2"] {
            assert!(!printed.contains(word), "{printed}");
        }
    }
    let mut vault = Vault::new(Rc::new(TestClock::default()));
    let request = AddAccount {
        secret: Secret("//s3cret".to_owned()),
        label: "a".to_owned(),
    };
    assert!(!format!("{request:?}").contains("s3cret"));
    vault.add_account(request).unwrap();
    assert_eq!(format!("{vault:?}"), "Vault(secret)");
    assert_eq!(
        ask(&service, "accounts.steal", json!({})).code,
        ErrorCode::UnknownMethod
    );
}
