//! Ports, IndexedDB and WebCrypto in a real browser.
#![cfg(target_arch = "wasm32")]
// Clippy knows tests by #[test]; this harness has its own attribute.
#![allow(clippy::unwrap_used)]

use futures::StreamExt;
use taolight_browser::{IndexedDb, WebCryptoKey, bridge};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::MessageChannel;
use zeroize::Zeroizing;

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

#[wasm_bindgen_test]
async fn changes_are_made_together_and_only_on_what_was_seen() {
    let database = IndexedDb::open("test-changes").await.unwrap();
    let put = |key: &str, byte: u8| (key.to_owned(), Some(vec![byte]));
    let change = async |holds: Option<&[u8]>, changes: &[(String, Option<Vec<u8>>)]| {
        database.change_if("revision", holds, changes).await.unwrap()
    };
    assert!(change(None, &[put("revision", 1), put("a", 1), put("b", 1)]).await);
    assert!(!change(None, &[put("revision", 2), put("a", 2)]).await);
    assert!(change(Some(&[1]), &[put("revision", 2), ("b".to_owned(), None)]).await);
    let entries = [("a".to_owned(), vec![1]), ("revision".to_owned(), vec![2])];
    assert_eq!(database.entries().await.unwrap(), entries);
}

#[wasm_bindgen_test]
async fn the_browser_encrypts_as_the_standard_says() {
    // Test case 16 of "The Galois/Counter Mode of Operation" (McGrew, Viega).
    let bytes = |text: &str| hex::decode(text).unwrap();
    let key = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
    let nonce = bytes("cafebabefacedbaddecaf888").try_into().unwrap();
    let plain = bytes(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
         1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    );
    let associated = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let sealed = bytes(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
         8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b",
    );
    let key = Zeroizing::new(bytes(key).try_into().unwrap());
    let key = WebCryptoKey::import(key).await.unwrap();
    assert_eq!(key.encrypt(&nonce, &associated, &plain).await.unwrap(), sealed);
    let opened = key.decrypt(&nonce, &associated, &sealed).await.unwrap();
    assert_eq!(opened.as_deref(), Some(&plain));

    assert_eq!(key.decrypt(&nonce, b"other", &sealed).await.unwrap(), None);
    assert_eq!(key.decrypt(&[0; 12], &associated, &sealed).await.unwrap(), None);
    for at in [0, plain.len(), sealed.len() - 1] {
        let mut flipped = sealed.clone();
        flipped[at] ^= 1;
        assert_eq!(
            key.decrypt(&nonce, &associated, &flipped).await.unwrap(),
            None,
            "byte {at}"
        );
    }
    assert_eq!(key.decrypt(&nonce, &associated, &[]).await.unwrap(), None);
}
