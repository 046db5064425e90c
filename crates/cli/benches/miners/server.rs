//! An echo that checks what an axon checks of a signed request, as fast as it can: a thread for each connection.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
};

use taolight_keys::{Keypair, SecretUri, verify};
use taolight_primitives::AccountId;

/// The hotkey of the miner.
pub(crate) fn hotkey() -> AccountId {
    let uri = SecretUri::parse("//Miner").unwrap();
    Keypair::from_uri(&uri).unwrap().account()
}

/// Starts it; returns where it listens.
pub(crate) fn start() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let miner = hotkey().to_string();
        for stream in listener.incoming().map_while(Result::ok) {
            let miner = miner.clone();
            thread::spawn(move || serve(stream, &miner));
        }
    });
    address
}

fn serve(mut stream: TcpStream, miner: &str) {
    stream.set_nodelay(true).unwrap();
    let mut buffer = Vec::new();
    while let Some(length) = head(&mut stream, &mut buffer) {
        let text = String::from_utf8_lossy(&buffer[..length]).into_owned();
        let body = header(&text, "content-length").parse().unwrap_or(0);
        while buffer.len() < length + body {
            if more(&mut stream, &mut buffer).is_none() {
                return;
            }
        }
        let answer = match is_signed(&text, miner) {
            true => response("200 OK", &text, &buffer[length..length + body]),
            false => response("401 Unauthorized", &text, br#"{"message":"Signature mismatch"}"#),
        };
        buffer.drain(..length + body);
        if stream.write_all(&answer).is_err() {
            return;
        }
    }
}

/// Reads to the end of a request's head; its length with the empty line.
fn head(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<usize> {
    loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            return Some(end + 4);
        }
        more(stream, buffer)?;
    }
}

fn more(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<()> {
    let mut bytes = [0; 8192];
    let length = stream.read(&mut bytes).ok().filter(|length| *length > 0)?;
    buffer.extend(&bytes[..length]);
    Some(())
}

/// The value of a header; empty if it is not there.
fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let mut lines = head.split("\r\n");
    let found = lines.find_map(|line| {
        let (header, value) = line.split_once(':')?;
        header.eq_ignore_ascii_case(name).then_some(value.trim())
    });
    found.unwrap_or_default()
}

fn is_signed(head: &str, miner: &str) -> bool {
    let dendrite = |name: &str| header(head, &format!("bt_header_dendrite_{name}"));
    let (nonce, caller, uuid) = (dendrite("nonce"), dendrite("hotkey"), dendrite("uuid"));
    let hash = header(head, "computed_body_hash");
    let message = format!("{nonce}.{caller}.{miner}.{uuid}.{hash}");
    let signature = hex::decode(dendrite("signature").trim_start_matches("0x")).unwrap_or_default();
    let (Ok(caller), Ok(signature)) = (AccountId::from_ss58(caller), signature.try_into()) else {
        return false;
    };
    verify(&caller, message.as_bytes(), &signature)
}

fn response(status: &str, head: &str, body: &[u8]) -> Vec<u8> {
    let name = header(head, "name");
    let code = &status[..3];
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nname: {name}\r\nbt_header_axon_status_code: {code}\r\nbt_header_axon_status_message: Success\r\nbt_header_axon_process_time: 0.0001\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}
