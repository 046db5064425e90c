//! What the tests share: a real server on a real socket, a real HTTP client, a clock and keys of their own.

#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used
)]

pub mod clock;
pub mod keys;
pub mod native;
pub mod server;

use std::{fs, path::PathBuf, rc::Rc};

use serde_json::Value;
use taolight_dendrite::{Call, Endpoint, Http, Json, Limits, Link, Miner, SignedHttp, Synapse};

use clock::SystemClock;
use keys::Key;
use native::Native;
use server::Server;

/// Names the folder of recordings. Tests that need them pass without it, and say so.
const REFERENCE: &str = "TAOLIGHT_REFERENCE_DIR";

/// A file of the recordings.
pub fn reference(path: &str) -> Option<Value> {
    let Some(folder) = std::env::var_os(REFERENCE) else {
        eprintln!("skipped: {REFERENCE} is not set");
        return None;
    };
    let bytes = fs::read(PathBuf::from(folder).join(path)).expect("the reference folder has the file");
    Some(serde_json::from_slice(&bytes).unwrap())
}

/// The miner at a server of the test, which is on this device and so needs consent.
pub fn miner(server: &Server, hotkey: &Key) -> Miner {
    let endpoint = Endpoint {
        ip: server.address.ip(),
        port: server.address.port(),
    };
    Miner {
        hotkey: hotkey.account(),
        address: endpoint.dial_with_consent(Link::Plain),
    }
}

/// A client over a real connection.
pub fn client(signer: Key) -> SignedHttp {
    client_with(signer, Limits::default(), SystemClock::right())
}

pub fn client_with(signer: Key, limits: Limits, clock: SystemClock) -> SignedHttp {
    let http = Http::new(Rc::new(Native), Rc::new(clock), limits);
    SignedHttp::new(http, Rc::new(signer))
}

/// A synapse with one required text, which is hashed.
pub fn echo(text: &str) -> Call {
    let synapse = Synapse::parse(
        r#"{"name": "Echo", "fields": [{"name": "text", "type": "text", "required": true}], "hash": ["text"]}"#,
    );
    synapse
        .unwrap()
        .fill(vec![("text".into(), Json::text(text))])
        .unwrap()
}

/// The same, whose answer is streamed.
pub fn streamed(format: &str) -> Call {
    let description = format!(r#"{{"name": "Stream", "stream": "{format}"}}"#);
    Synapse::parse(&description).unwrap().fill(Vec::new()).unwrap()
}
