//! A node of the development network, asked over JSON-RPC: what the light client's answers are compared with.

#![allow(unreachable_pub, clippy::unwrap_used)]

use std::{
    io::{Read, Write},
    net::TcpStream,
};

use serde_json::{Value, json};

/// Asks the node that `TAOLIGHT_DEVNET_RPC` names; none where no node is named.
pub fn node_rpc(method: &str, params: Value) -> Option<Value> {
    let url = std::env::var("TAOLIGHT_DEVNET_RPC").ok()?;
    let address = url.trim_start_matches("ws://").trim_end_matches('/').to_owned();
    let body = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params }).to_string();
    let mut stream = TcpStream::connect(&address).unwrap();
    let length = body.len();
    write!(
        stream,
        "POST / HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let from = answer.find("\r\n\r\n").unwrap();
    let body = &answer[from..];
    let (start, end) = (body.find('{').unwrap(), body.rfind('}').unwrap());
    let answer: Value = serde_json::from_str(&body[start..=end]).unwrap();
    Some(answer["result"].clone())
}
