//! The light client against a running development network: a real node, with the real chain's traps.
//!
//! `TAOLIGHT_DEVNET_DIR` names the directory with the network files, `TAOLIGHT_DEVNET_RPC` (optional) a node's RPC, such
//! as `ws://127.0.0.1:9944`. Without them the tests say that they are skipped.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fs,
    future::Future,
    path::PathBuf,
    time::{Duration, Instant, SystemTime},
};

mod common;

use futures::{
    StreamExt,
    executor::block_on,
    future::{Either, select},
    pin_mut,
};
use serde_json::{Value, json};
use smoldot_light::platform::PlatformRef;
use subxt_rpcs::rpc_params;
use taolight_light::{
    Head, Lifecycle, LightClient, LightError, MemoryStore, Network, Origin, Phase, Stall, load,
    platform::native,
};

use common::node_rpc;

/// twox128("System") ‖ twox128("Number").
const SYSTEM_NUMBER: &str = "26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac";

fn file(name: &str) -> Option<String> {
    let Some(directory) = std::env::var_os("TAOLIGHT_DEVNET_DIR") else {
        println!("skipped: TAOLIGHT_DEVNET_DIR names no devnet");
        return None;
    };
    Some(fs::read_to_string(PathBuf::from(directory).join(name)).unwrap())
}

fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    u64::try_from(since.as_millis()).unwrap()
}

fn network(name: &str) -> Option<Network> {
    Some(Network::parse(&file(name)?, now_ms()).unwrap())
}

/// Runs a future, but not for ever.
fn run<T>(seconds: u64, future: impl Future<Output = T>) -> T {
    let timeout = native().sleep(Duration::from_secs(seconds));
    pin_mut!(future);
    pin_mut!(timeout);
    match block_on(select(future, timeout)) {
        Either::Left((value, _)) => value,
        Either::Right(_) => panic!("nothing after {seconds} s"),
    }
}

fn start(network: &Network) -> LightClient {
    LightClient::start(network, native(), None).unwrap()
}

async fn finalized_past(client: &LightClient, number: u32) -> Head {
    let mut heads = client.finalized().stream();
    loop {
        match heads.next().await.expect("the client closed") {
            Some(head) if head.block.number > number => return head,
            _ => {}
        }
    }
}

async fn until(client: &LightClient, wanted: impl Fn(Lifecycle) -> bool) -> Lifecycle {
    let mut states = client.lifecycle().stream();
    loop {
        let state = states.next().await.expect("the client closed");
        println!("{state:?}");
        if wanted(state) {
            return state;
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn heads_advance_and_reads_are_the_nodes() {
    let Some(network) = network("network.json") else {
        return;
    };
    let began = Instant::now();
    let client = start(&network);
    assert_eq!(client.started_from().origin, Origin::Checkpoint);
    run(60, async {
        let first = client.finalized_head().await.unwrap();
        println!(
            "first finalized head {} after {:?}",
            first.block.number,
            began.elapsed()
        );
        assert!(
            first.time_ms.abs_diff(now_ms()) < 120_000,
            "{} is not now",
            first.time_ms
        );
        let read = Instant::now();
        let number = client
            .storage_value(first.block.hash, &unhex(SYSTEM_NUMBER))
            .await
            .unwrap()
            .unwrap();
        println!("one storage proof after {:?}", read.elapsed());
        assert_eq!(number, first.block.number.to_le_bytes());

        let head = finalized_past(&client, first.block.number).await;
        println!("finalized head {} after {:?}", head.block.number, began.elapsed());
        let best = client.best().get().unwrap();
        assert!(best.block.number >= head.block.number);
        until(&client, |state| state.phase == Phase::Ready && state.peers > 0).await;

        let hash = head.block.hash;
        let id = client.code_id(hash).await.unwrap();
        println!("code id {id}");
        let keys = [SYSTEM_NUMBER, "00", "3a686561707061676573"].map(unhex);
        let values = client.storage_values(hash, &keys).await.unwrap();
        assert_eq!(values[0].as_deref(), Some(&head.block.number.to_le_bytes()[..]));
        assert_eq!(values[1..], [None, None]);
        let below = client
            .storage_descendants(hash, &unhex(&SYSTEM_NUMBER[..32]))
            .await
            .unwrap();
        assert!(
            below
                .iter()
                .any(|(key, value)| hex(key) == SYSTEM_NUMBER && *value == head.block.number.to_le_bytes())
        );
        for (key, value) in below.iter().take(20) {
            if let Some(answer) = node_rpc("state_getStorage", json!([format!("0x{}", hex(key)), hash])) {
                assert_eq!(answer, json!(format!("0x{}", hex(value))));
            }
        }
        // A block that was never pinned here: the one before the first.
        let old = client
            .storage_value(first.parent, &unhex(SYSTEM_NUMBER))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(old, (first.block.number - 1).to_le_bytes());

        let runtime = client.runtime();
        let call = Instant::now();
        let metadata = client.metadata(hash, 15).await.unwrap().unwrap();
        println!(
            "runtime and {} bytes of metadata after {:?}",
            metadata.len(),
            call.elapsed()
        );
        assert_eq!(&metadata[..5], b"meta\x0f");
        println!("{:?}", runtime.get().unwrap());
        // A block that may have been finalized before the runtime was asked for the first time.
        let call = Instant::now();
        client.runtime_call(hash, "Core_version", &[]).await.unwrap();
        println!("a runtime call takes {:?}", call.elapsed());
        assert!(call.elapsed() < Duration::from_secs(10));
        // Nodes do not prove calls of a function that is not there.
        let hash = finalized_past(&client, head.block.number).await.block.hash;
        let error = client.runtime_call(hash, "Nothing_here", &[]).await.unwrap_err();
        assert_eq!(error, LightError::Inaccessible);
    });
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn many_reads_at_once_all_end() {
    let Some(network) = network("network.json") else {
        return;
    };
    let client = start(&network);
    run(60, async {
        let head = client.finalized_head().await.unwrap();
        let key = unhex(SYSTEM_NUMBER);
        let reads = (0..100).map(|_| client.storage_value(head.block.hash, &key));
        for read in futures::future::join_all(reads).await {
            assert_eq!(read.unwrap().unwrap(), head.block.number.to_le_bytes());
        }
    });
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn an_old_checkpoint_is_warp_synced_past_a_set_change() {
    let Some(network) = network("network-old.json") else {
        return;
    };
    let began = Instant::now();
    let client = start(&network);
    run(90, async {
        let start = network.checkpoint.block().number;
        let head = finalized_past(&client, start).await;
        println!(
            "from {start} to {} after {:?}",
            head.block.number,
            began.elapsed()
        );
        until(&client, |state| state.phase == Phase::Ready).await;
    });
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn chain_specs_open_the_same_chain() {
    for name in ["spec-light.json", "spec-raw.json"] {
        let (Some(expected), Some(network)) = (network("network.json"), network(name)) else {
            return;
        };
        assert_eq!(network.genesis, expected.genesis);
        assert_eq!(
            network.checkpoint.slot_duration_ms,
            expected.checkpoint.slot_duration_ms
        );
        let began = Instant::now();
        let client = start(&network);
        run(90, async {
            let start = network.checkpoint.block().number;
            let head = finalized_past(&client, start).await;
            println!(
                "{name}: from {start} to {} after {:?}",
                head.block.number,
                began.elapsed()
            );
        });
    }
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn a_wrong_set_id_is_an_unproven_checkpoint() {
    for name in ["network.json", "network-old.json"] {
        let Some(text) = file(name) else { return };
        let mut file: Value = serde_json::from_str(&text).unwrap();
        let right = file["checkpoint"]["grandpaSetId"].as_u64().unwrap();
        file["checkpoint"]["grandpaSetId"] = json!(right + 5);
        let network = Network::from_file(&file.to_string()).unwrap();
        let began = Instant::now();
        let client = start(&network);
        run(90, async {
            let unproven = Phase::Stalled {
                reason: Stall::CheckpointUnproven,
            };
            until(&client, |state| state.phase == unproven).await;
            println!("{name}: unproven after {:?}", began.elapsed());
        });
    }
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn nobody_to_dial_is_no_peers() {
    let Some(mut network) = network("network.json") else {
        return;
    };
    network.bootnodes.clear();
    let client = start(&network);
    run(60, async {
        let no_peers = Phase::Stalled {
            reason: Stall::NoPeers,
        };
        until(&client, |state| state.phase == no_peers).await;
    });
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn a_saved_state_is_where_the_next_run_starts() {
    let Some(network) = network("network-old.json") else {
        return;
    };
    let store = MemoryStore::default();
    let client = start(&network);
    let (head, code) = run(90, async {
        client.finalized_head().await.unwrap();
        let mut runtime = client.runtime().stream();
        while runtime.next().await.expect("the client closed").is_none() {}
        let head = client.finalized().get().unwrap();
        let code = client.code_id(head.block.hash).await.unwrap();
        client.save(&store).await.unwrap();
        (head, code)
    });
    drop(client);

    let loaded = block_on(load(&store, &network)).unwrap();
    assert_eq!(loaded.notice, None);
    let saved = loaded.saved.unwrap();
    assert!(saved.finalized().number >= head.block.number);
    assert_eq!(saved.code_id(), Some(code));
    let began = Instant::now();
    let client = LightClient::start(&network, native(), Some(saved.clone())).unwrap();
    assert_eq!(client.started_from().origin, Origin::Saved);
    assert_eq!(client.started_from().block, saved.finalized());
    run(60, async {
        let head = client.finalized_head().await.unwrap();
        println!(
            "warm: finalized head {} after {:?}",
            head.block.number,
            began.elapsed()
        );
        assert_eq!(client.code_id(head.block.hash).await.unwrap(), code);
        println!("warm: runtime known to be the same after {:?}", began.elapsed());
        client.save(&store).await.unwrap();
    });
    assert_eq!(
        block_on(load(&store, &network)).unwrap().saved.unwrap().code_id(),
        Some(code)
    );
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn subxt_speaks_through_it() {
    let Some(network) = network("network.json") else {
        return;
    };
    let client = start(&network);
    let rpc = subxt_rpcs::RpcClient::new(client.rpc());
    run(60, async {
        let head = client.finalized_head().await.unwrap();
        let genesis: Value = rpc
            .request("chainSpec_v1_genesisHash", rpc_params![])
            .await
            .unwrap();
        assert_eq!(genesis, json!(network.genesis.hash));
        // A block by hash, which smoldot checks against the header.
        let block: Value = rpc
            .request("chain_getBlock", rpc_params![head.block.hash])
            .await
            .unwrap();
        assert_eq!(block["block"]["header"]["parentHash"], json!(head.parent));
        // Two follow subscriptions of its own, beside the two of the client.
        client.runtime();
        for _ in 0..3 {
            let with_runtime = rpc_params![true];
            let mut first = rpc
                .subscribe::<Value>(
                    "chainHead_v1_follow",
                    with_runtime.clone(),
                    "chainHead_v1_unfollow",
                )
                .await
                .unwrap();
            let mut second = rpc
                .subscribe::<Value>("chainHead_v1_follow", with_runtime, "chainHead_v1_unfollow")
                .await
                .unwrap();
            assert_eq!(first.next().await.unwrap().unwrap()["event"], "initialized");
            assert_eq!(second.next().await.unwrap().unwrap()["event"], "initialized");
        }
        let unknown = rpc.request::<Value>("no_such_method", rpc_params![]).await;
        assert!(matches!(unknown, Err(subxt_rpcs::Error::User(_))), "{unknown:?}");
    });
}

#[test]
#[ignore = "needs a running network: cargo xtask test devnet"]
fn closing_ends_what_waits() {
    let Some(mut network) = network("network.json") else {
        return;
    };
    network.bootnodes.clear();
    let client = start(&network);
    let waiting = client.clone();
    let thread = std::thread::spawn(move || run(30, waiting.finalized_head()));
    std::thread::sleep(Duration::from_millis(300));
    client.close();
    assert_eq!(thread.join().unwrap(), Err(LightError::Closed));
    let read = run(10, client.storage_value(network.genesis.hash, b"x"));
    assert_eq!(read, Err(LightError::Closed));
    assert_eq!(run(10, client.lifecycle().stream().skip(1).next()), None);
}
