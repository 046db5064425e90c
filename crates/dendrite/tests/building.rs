//! Requests with fixed inputs, whole: what each protocol signs and sends, letter by letter. The hashes were computed with
//! Python's hashlib.

#![allow(clippy::unwrap_used)]

use taolight_dendrite::{
    Ask, Endpoint, HttpRequest, Json, Link, Method, Miner, PlainCall, Scheme, Sender, Stamp, Synapse,
};
use taolight_primitives::AccountId;

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
const UUID: &str = "13c49efb-a7d3-4bfe-a3d1-39397f48820e";

fn sender(scheme: Scheme) -> Sender {
    Sender {
        account: AccountId::from_ss58(ALICE).unwrap(),
        scheme,
        stamp: Stamp {
            nonce: 1_795_772_891_579_170_420,
            uuid: UUID.to_owned(),
        },
    }
}

fn miner(link: Link) -> Miner {
    let endpoint = Endpoint {
        ip: [8, 8, 8, 8].into(),
        port: 8091,
    };
    Miner {
        hotkey: AccountId::from_ss58(BOB).unwrap(),
        address: endpoint.dial(link).unwrap(),
    }
}

fn build(ask: Ask<'_>, scheme: Scheme) -> (String, HttpRequest) {
    let request = ask.unsigned(miner(Link::Plain), sender(scheme));
    (
        String::from_utf8(request.message()).unwrap(),
        request.signed("0xabcd"),
    )
}

fn headers(request: &HttpRequest) -> Vec<(&str, &str)> {
    let headers = request.headers.iter();
    headers
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

#[test]
fn a_synapse() {
    let synapse = Synapse::parse(
        r#"{"name": "Echo", "timeout": 30, "hash": ["text", "repeat", "heat", "tags"], "fields": [
            {"name": "text", "type": "text", "required": true},
            {"name": "repeat", "type": "integer", "default": 1},
            {"name": "heat", "type": "number", "required": true},
            {"name": "tags", "type": {"list": "text"}, "default": []},
            {"name": "reply", "type": "text", "nullable": true, "answer": true}]}"#,
    );
    let values = vec![
        ("heat".into(), Json::parse("1").unwrap()),
        ("tags".into(), Json::parse(r#"["a", "b's"]"#).unwrap()),
        ("repeat".into(), Json::parse("7").unwrap()),
        ("text".into(), Json::text("it's λ")),
    ];
    let call = synapse.unwrap().fill(values).unwrap();
    let (message, request) = build(Ask::Synapse(&call), Scheme::Sr25519);
    let hash = "9925fd1b523a530d7b48cd4ef0a6f371f925dcc708072b80a5026a1f61fbc25d";
    assert_eq!(
        message,
        format!("1795772891579170420.{ALICE}.{BOB}.{UUID}.{hash}")
    );
    assert_eq!(
        (request.method, request.url.as_str()),
        (Method::Post, "http://8.8.8.8:8091/Echo")
    );
    assert_eq!(
        headers(&request),
        [
            ("name", "Echo"),
            ("timeout", "30.0"),
            ("bt_header_axon_ip", "8.8.8.8"),
            ("bt_header_axon_port", "8091"),
            ("bt_header_axon_hotkey", BOB),
            ("bt_header_dendrite_ip", "0.0.0.0"),
            ("bt_header_dendrite_version", "10005000"),
            ("bt_header_dendrite_nonce", "1795772891579170420"),
            ("bt_header_dendrite_uuid", UUID),
            ("bt_header_dendrite_hotkey", ALICE),
            ("bt_header_dendrite_signature", "0xabcd"),
            ("bt_header_input_obj_text", "IiI="),
            ("bt_header_input_obj_heat", "MC4w"),
            ("header_size", "0"),
            ("total_size", "0"),
            ("computed_body_hash", hash),
            ("Content-Type", "application/json"),
        ]
    );
    let dendrite = format!(
        r#"{{"status_code":null,"status_message":null,"process_time":null,"ip":"0.0.0.0","port":null,"version":10005000,"nonce":1795772891579170420,"uuid":"{UUID}","hotkey":"{ALICE}","signature":"0xabcd"}}"#
    );
    let axon = format!(
        r#"{{"status_code":null,"status_message":null,"process_time":null,"ip":"8.8.8.8","port":8091,"version":null,"nonce":null,"uuid":null,"hotkey":"{BOB}","signature":null}}"#
    );
    let body = format!(
        r#"{{"name":"Echo","timeout":30.0,"total_size":0,"header_size":0,"dendrite":{dendrite},"axon":{axon},"computed_body_hash":"","text":"it's λ","repeat":7,"heat":1,"tags":["a","b's"]}}"#
    );
    assert_eq!(String::from_utf8(request.body).unwrap(), body);
}

fn call() -> PlainCall {
    PlainCall::post(
        "/generate?stream=false",
        &Json::parse(r#"{"prompt": "héllo"}"#).unwrap(),
    )
    .unwrap()
}

const HASH: &str = "058aea6066111027ce462f0c3f3940d68a85de60439dd76b6b703640fb66fb1d";

#[test]
fn a_call_of_btauth() {
    let (message, request) = build(Ask::BtAuth(&call()), Scheme::Sr25519);
    assert_eq!(
        message,
        format!(
            "btauth/1\nsr25519\nPOST\n/generate?stream=false\n{HASH}\n1795772891579170420\n{ALICE}\n{BOB}"
        )
    );
    assert_eq!(
        headers(&request),
        [
            ("Content-Type", "application/json"),
            ("X-Bittensor-Version", "1"),
            ("X-Bittensor-Hotkey", ALICE),
            ("X-Bittensor-Nonce", "1795772891579170420"),
            ("X-Bittensor-Signature", "0xabcd"),
            ("X-Bittensor-Receiver", BOB),
        ]
    );
    assert_eq!(request.body, "{\"prompt\":\"héllo\"}".as_bytes());
    let (message, request) = build(Ask::BtAuth(&call().for_any_miner()), Scheme::Ed25519);
    assert!(message.starts_with("btauth/1\ned25519\nPOST\n") && message.ends_with(&format!("\n{ALICE}\n-")));
    let names: Vec<_> = headers(&request)
        .into_iter()
        .filter(|(name, _)| name.starts_with('X'))
        .collect();
    assert_eq!(names[4..], [("X-Bittensor-Crypto", "ed25519")]);
}

#[test]
fn a_call_of_epistula() {
    let (message, request) = build(Ask::Epistula(&call()), Scheme::Sr25519);
    assert_eq!(message, format!("{HASH}.{UUID}.1795772891579.{BOB}"));
    assert_eq!(
        headers(&request),
        [
            ("Content-Type", "application/json"),
            ("Epistula-Version", "2"),
            ("Epistula-Timestamp", "1795772891579"),
            ("Epistula-Uuid", UUID),
            ("Epistula-Signed-By", ALICE),
            ("Epistula-Request-Signature", "0xabcd"),
            ("Epistula-Signed-For", BOB),
        ]
    );
    let (message, request) = build(
        Ask::Epistula(&PlainCall::get("/").unwrap().for_any_miner()),
        Scheme::Sr25519,
    );
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(message, format!("{empty}.{UUID}.1795772891579."));
    assert_eq!(
        (request.method, request.body.len(), request.headers.len()),
        (Method::Get, 0, 5)
    );
}

#[test]
fn with_tls_the_url_says_so() {
    let call = Synapse::ping().fill(Vec::new()).unwrap();
    let request = Ask::Synapse(&call).unsigned(miner(Link::Tls), sender(Scheme::Sr25519));
    assert_eq!(request.signed("").url, "https://8.8.8.8:8091/Synapse");
}
