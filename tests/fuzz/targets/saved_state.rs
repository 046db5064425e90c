//! The state that the light client finds on the device. It is used if it fits the network, and set aside whole if not.
//!
//! The input is an envelope, a zero byte, and the code of a runtime, which is kept beside it.

#![no_main]

use std::sync::OnceLock;

use futures::executor::block_on;
use libfuzzer_sys::fuzz_target;
use taolight_light::{MemoryStore, Network, Store, load};
use taolight_primitives::BlockHash;

fuzz_target!(|input: &[u8]| block_on(check(input)));

async fn check(input: &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == 0);
    let envelope = parts.next().unwrap_or_default();
    let code = parts.next().unwrap_or_default();
    let store = MemoryStore::default();
    let key = finney().genesis.hash.to_string();
    store.put("chain", &key, envelope).await.expect("memory");
    store
        .put("code", &code_hash(code).to_string(), code)
        .await
        .expect("memory");

    let loaded = load(&store, finney()).await.expect("memory");
    let aside = store.get("set-aside", &key).await.expect("memory");
    let kept = store.get("chain", &key).await.expect("memory");
    match (loaded.saved, loaded.notice) {
        (Some(saved), None) => {
            assert!(saved.finalized().number >= finney().checkpoint.block().number);
            assert_eq!((kept.as_deref(), aside), (Some(envelope), None));
            let _ = (saved.time_ms(), saved.code_id());
        }
        (None, Some(_)) => assert_eq!((kept, aside.as_deref()), (None, Some(envelope))),
        (saved, notice) => panic!("neither used nor set aside: {saved:?} {notice:?}"),
    }
}

fn finney() -> &'static Network {
    static FINNEY: OnceLock<Network> = OnceLock::new();
    FINNEY.get_or_init(|| Network::finney().expect("it is shipped"))
}

fn code_hash(code: &[u8]) -> BlockHash {
    BlockHash(taolight_codec::blake2_256(code))
}
