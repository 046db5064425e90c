//! Ports and IndexedDB in a real browser.
#![cfg(target_arch = "wasm32")]
// Clippy knows tests by #[test]; this harness has its own attribute.
#![allow(clippy::unwrap_used)]

use futures::StreamExt;
use taolight_browser::{IndexedDb, bridge};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::MessageChannel;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
async fn texts_cross_a_message_channel_in_order() {
    let channel = MessageChannel::new().unwrap();
    let left = bridge(channel.port1());
    let mut right = bridge(channel.port2());
    for number in 0..100 {
        left.outgoing.unbounded_send(number.to_string()).unwrap();
    }
    for number in 0..100 {
        assert_eq!(right.incoming.next().await, Some(number.to_string()));
    }
    right.outgoing.unbounded_send("back".to_owned()).unwrap();
    let mut incoming = left.incoming;
    assert_eq!(incoming.next().await.as_deref(), Some("back"));
}

#[wasm_bindgen_test]
async fn what_is_not_text_is_ignored() {
    let channel = MessageChannel::new().unwrap();
    let mut end = bridge(channel.port1());
    channel.port2().post_message(&5.into()).unwrap();
    channel.port2().post_message(&"text".into()).unwrap();
    assert_eq!(end.incoming.next().await.as_deref(), Some("text"));
}

#[wasm_bindgen_test]
async fn bytes_stay_in_indexed_db_until_deleted() {
    let name = "test-bytes";
    let database = IndexedDb::open(name).await.unwrap();
    assert_eq!(database.get("a").await.unwrap(), None);
    database.put("a", &[0, 255, 7]).await.unwrap();
    database.put("b/1", &[]).await.unwrap();
    database.put("b/2", &[1]).await.unwrap();
    drop(database);

    let again = IndexedDb::open(name).await.unwrap();
    assert_eq!(again.get("a").await.unwrap(), Some(vec![0, 255, 7]));
    assert_eq!(again.get("b/1").await.unwrap(), Some(vec![]));
    assert_eq!(again.keys("b/").await.unwrap(), ["b/1", "b/2"]);
    again.delete("a").await.unwrap();
    assert_eq!(again.get("a").await.unwrap(), None);
}
