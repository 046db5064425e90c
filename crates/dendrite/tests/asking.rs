//! Requests over a real socket to a server that verifies them by itself, as the protocols' texts say.

#![allow(clippy::unwrap_used)]

mod common;

use std::{collections::HashSet, io::Write as _, sync::mpsc, time::Duration};

use common::{
    client, client_with,
    clock::{SystemClock, now_ns},
    echo,
    keys::{self, Key},
    miner,
    server::{Request, STREAM, Server, chunk, json, response},
    streamed,
};
use futures::{StreamExt as _, executor::block_on};
use sha2::{Digest as _, Sha256};
use sha3::Sha3_256;
use taolight_dendrite::{
    Answer, Ask, AskError, Identity, Item, Json, Limits, PlainCall, Reason, Scheme, SignedHttp, StreamFormat,
    Synapse, Unverified, verify,
};
use taolight_primitives::{AccountId, ErrorCode};

fn sha3(text: &str) -> String {
    hex::encode(Sha3_256::digest(text))
}

fn signature(text: &str) -> [u8; 64] {
    let bytes = hex::decode(text.strip_prefix("0x").unwrap()).unwrap();
    bytes.try_into().unwrap()
}

/// Whether the header is the caller's signature of this message.
fn is_signed(request: &Request, header: &str, message: &str) -> bool {
    let signature = signature(request.header(header));
    verify(&keys::caller().account(), message.as_bytes(), &signature)
}

fn axon_message(request: &Request) -> String {
    let get = |name: &str| request.header(&format!("bt_header_dendrite_{name}")).to_owned();
    let miner = keys::miner().account();
    let (nonce, hotkey, uuid) = (get("nonce"), get("hotkey"), get("uuid"));
    format!(
        "{nonce}.{hotkey}.{miner}.{uuid}.{}",
        request.header("computed_body_hash")
    )
}

/// Verifies as an axon does.
fn accepts(request: &Request) -> bool {
    is_signed(request, "bt_header_dendrite_signature", &axon_message(request))
}

fn ask(client: &SignedHttp, server: &Server, ask: Ask<'_>) -> Result<Answer, AskError> {
    block_on(client.ask(&miner(server, &keys::miner()), ask))
}

#[test]
fn an_axon_gets_what_it_verifies() {
    let server = Server::start(|request, stream| {
        assert!(accepts(request));
        let body = str::from_utf8(&request.body).unwrap();
        stream.write_all(&json("200 OK", body)).unwrap();
    });
    let before = now_ns();
    let answer = ask(&client(keys::caller()), &server, Ask::Synapse(&echo("it's λ"))).unwrap();
    assert_eq!(answer.json.get("text"), Some(&Json::text("it's λ")));
    let requests = server.requests();
    let [request] = requests.as_slice() else {
        panic!("one request, not {}", requests.len());
    };
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("POST", "/Echo")
    );
    assert_eq!(request.header("computed_body_hash"), sha3(&sha3("it's λ")));
    assert_eq!(request.header("bt_header_input_obj_text"), "IiI=");
    assert_eq!(request.header("timeout"), "12.0");
    assert_eq!(request.header("bt_header_dendrite_version"), "10005000");
    assert_eq!(request.header("content-type"), "application/json");
    let nonce: u64 = request.header("bt_header_dendrite_nonce").parse().unwrap();
    assert!((before..=now_ns()).contains(&nonce));
    // A miner's own code reads who asks from the body.
    let body = Json::parse(str::from_utf8(&request.body).unwrap()).unwrap();
    let caller = body.get("dendrite").and_then(|dendrite| dendrite.get("hotkey"));
    assert_eq!(caller, Some(&Json::text(keys::caller().account().to_string())));
    // Nothing says which client this is.
    assert_eq!(request.header("user-agent"), "");
}

#[test]
fn each_request_has_a_name_of_its_own_and_a_later_nonce() {
    let server = Server::of(json("200 OK", "{}"));
    let client = client(keys::caller());
    for _ in 0..5 {
        ask(&client, &server, Ask::Synapse(&echo("a"))).unwrap();
    }
    let requests = server.requests();
    let all = |name: &str| {
        requests
            .iter()
            .map(|request| request.header(name).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        all("bt_header_dendrite_uuid")
            .into_iter()
            .collect::<HashSet<_>>()
            .len(),
        5
    );
    let nonces: Vec<u64> = all("bt_header_dendrite_nonce")
        .iter()
        .map(|nonce| nonce.parse().unwrap())
        .collect();
    assert!(nonces.is_sorted_by(|one, other| one < other), "{nonces:?}");
}

#[test]
fn btauth_gets_what_it_verifies() {
    let server = Server::start(|request, stream| {
        let get = |name: &str| request.header(&format!("X-Bittensor-{name}"));
        let receiver = if get("Receiver").is_empty() {
            "-"
        } else {
            get("Receiver")
        };
        let message = [
            "btauth/1",
            "sr25519",
            &request.method,
            &request.target,
            &hex::encode(Sha256::digest(&request.body)),
            get("Nonce"),
            get("Hotkey"),
            receiver,
        ]
        .join("\n");
        assert_eq!((get("Version"), get("Crypto")), ("1", ""));
        assert!(is_signed(request, "X-Bittensor-Signature", &message));
        stream
            .write_all(&json("200 OK", &format!("{{\"receiver\":\"{receiver}\"}}")))
            .unwrap();
    });
    let client = client(keys::caller());
    let receiver = |call: &PlainCall| {
        let answer = ask(&client, &server, Ask::BtAuth(call)).unwrap();
        answer.json.get("receiver").unwrap().as_text().unwrap().to_owned()
    };
    let body = Json::parse(r#"{"prompt": "héllo"}"#).unwrap();
    let post = PlainCall::post("/generate?stream=false", &body).unwrap();
    assert_eq!(receiver(&post), keys::miner().account().to_string());
    assert_eq!(
        receiver(&PlainCall::get("/a%20b?q=1").unwrap()),
        keys::miner().account().to_string()
    );
    assert_eq!(receiver(&post.for_any_miner()), "-");
}

#[test]
fn epistula_gets_what_it_verifies() {
    let server = Server::start(|request, stream| {
        let get = |name: &str| request.header(&format!("Epistula-{name}"));
        let hash = hex::encode(Sha256::digest(&request.body));
        let message = format!(
            "{hash}.{}.{}.{}",
            get("Uuid"),
            get("Timestamp"),
            get("Signed-For")
        );
        assert_eq!(get("Version"), "2");
        assert_eq!(get("Timestamp").len(), 13, "milliseconds");
        assert!(is_signed(request, "Epistula-Request-Signature", &message));
        stream
            .write_all(&json("200 OK", &format!("{{\"for\":\"{}\"}}", get("Signed-For"))))
            .unwrap();
    });
    let client = client(keys::caller());
    let post = PlainCall::post("/v1/chat/completions", &Json::parse("{}").unwrap()).unwrap();
    let answer = ask(&client, &server, Ask::Epistula(&post)).unwrap();
    assert_eq!(
        answer.json.get("for"),
        Some(&Json::text(keys::miner().account().to_string()))
    );
    let answer = ask(
        &client,
        &server,
        Ask::Epistula(&PlainCall::get("/").unwrap().for_any_miner()),
    )
    .unwrap();
    assert_eq!(answer.json.get("for"), Some(&Json::text("")));
}

/// The server sends the rest only once the client has the beginning.
#[test]
fn streamed_answers_come_as_they_are_sent() {
    let (go_on, may_go_on) = mpsc::channel();
    let may_go_on = std::sync::Mutex::new(may_go_on);
    let server = Server::start(move |_, stream| {
        let lambda = "λ".as_bytes();
        stream.write_all(STREAM).unwrap();
        stream.write_all(&chunk(b"echo: ")).unwrap();
        may_go_on
            .lock()
            .unwrap()
            .recv_timeout(Duration::from_secs(10))
            .unwrap();
        stream.write_all(&chunk(&lambda[..1])).unwrap();
        stream.write_all(&chunk(&lambda[1..])).unwrap();
        stream.write_all(b"0\r\n\r\n").unwrap();
    });
    let client = client(keys::caller());
    block_on(async {
        let call = streamed("text");
        let streaming = client
            .stream(&miner(&server, &keys::miner()), Ask::Synapse(&call))
            .await;
        let mut items = streaming.unwrap().items;
        assert_eq!(items.next().await, Some(Ok(Item::Text("echo: ".into()))));
        go_on.send(()).unwrap();
        assert_eq!(items.next().await, Some(Ok(Item::Text("λ".into()))));
        assert_eq!(items.next().await, None);
    });
}

#[test]
fn a_stream_of_openais_shape_is_read() {
    let mut answer = STREAM.to_vec();
    answer.extend(chunk(b"data: {\"delta\":\"a\"}\n\nda"));
    answer.extend(chunk(b"ta: {\"delta\":\"b\"}\n\ndata: [DONE]\n\n"));
    let server = Server::of(answer);
    let call = PlainCall::post("/v1/chat/completions", &Json::parse("{}").unwrap()).unwrap();
    let call = call.streamed(StreamFormat::Events);
    let client = client(keys::caller());
    let items = block_on(async {
        let streaming = client
            .stream(&miner(&server, &keys::miner()), Ask::Epistula(&call))
            .await;
        streaming.unwrap().items.collect::<Vec<_>>().await
    });
    let deltas: Vec<_> = items
        .into_iter()
        .map(|item| match item {
            Ok(Item::Json(json)) => json.get("delta").unwrap().as_text().unwrap().to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(deltas, ["a", "b"]);
}

#[test]
fn a_ping_measures_the_way() {
    let server = Server::start(|request, stream| {
        assert!(accepts(request));
        assert_eq!(request.target, "/Synapse");
        assert_eq!(request.header("computed_body_hash"), sha3(""));
        std::thread::sleep(Duration::from_millis(50));
        let headers = [
            ("Content-Type", "application/json"),
            ("bt_header_axon_status_message", "Success"),
        ];
        stream.write_all(&response("200 OK", &headers, b"{}")).unwrap();
    });
    let meta = block_on(client(keys::caller()).ping(&miner(&server, &keys::miner()))).unwrap();
    assert!(meta.latency >= Duration::from_millis(50) && meta.latency < Duration::from_secs(10));
    assert_eq!(meta.axon.message.as_deref(), Some("Success"));
}

#[test]
fn discovery_needs_no_signature() {
    let server = Server::start(|request, stream| {
        let name = &request.target[1..];
        assert_eq!(
            (
                request.method.as_str(),
                request.header("bt_header_dendrite_signature")
            ),
            ("GET", "")
        );
        let body = format!(
            "{{\"message\":\"Synapse name '{name}' not found. Available synapses ['Synapse', 'Echo']\"}}"
        );
        stream.write_all(&json("404 Not Found", &body)).unwrap();
    });
    let client = client(Key {
        locked: true,
        ..keys::caller()
    });
    let found = block_on(client.http().discover(&miner(&server, &keys::miner()))).unwrap();
    assert_eq!(found.synapses, ["Synapse", "Echo"]);
}

#[test]
fn what_is_no_axon_is_not_discovered() {
    let discover = |answer: Vec<u8>| {
        let server = Server::of(answer);
        block_on(
            client(keys::caller())
                .http()
                .discover(&miner(&server, &keys::miner())),
        )
        .unwrap_err()
    };
    assert_eq!(
        discover(json("200 OK", "{}")),
        AskError::NotAnAxon { status: 200 }
    );
    assert_eq!(
        discover(response(
            "404 Not Found",
            &[("Content-Type", "text/html")],
            b"<h1>nginx</h1>"
        )),
        AskError::NotAnAxon { status: 404 }
    );
}

/// Answers a probe as an axon does, with a key.
fn signs_probes(key: Key) -> Server {
    Server::start(move |request, stream| {
        let (challenge, hotkey) = (
            request.header("bt_header_dendrite_hotkey"),
            request.header("bt_header_axon_hotkey"),
        );
        let (nonce, uuid) = (now_ns().to_string(), "edea1c54-e650-11f1-b43c-02fc00000001");
        let message = format!("{nonce}.{challenge}.{hotkey}.{uuid}");
        let signature = format!("0x{}", hex::encode(key.sign_now(message.as_bytes())));
        let headers = [
            ("Content-Type", "application/json"),
            ("bt_header_axon_nonce", &nonce),
            ("bt_header_axon_uuid", uuid),
            ("bt_header_axon_version", "10005000"),
            ("bt_header_axon_signature", &signature),
        ];
        stream
            .write_all(&response("401 Unauthorized", &headers, b"{\"message\":\"no\"}"))
            .unwrap();
    })
}

#[test]
fn a_probe_tells_whose_endpoint_it_is() {
    let probe = |server: &Server| {
        let client = client(keys::caller());
        block_on(client.http().probe(&miner(server, &keys::miner()))).unwrap()
    };
    let genuine = signs_probes(keys::miner());
    let seen = probe(&genuine);
    assert_eq!((seen.identity, seen.meta.status), (Identity::Proven, 401));
    assert_eq!(seen.meta.axon.version, Some(10_005_000));
    assert!(seen.meta.skew.is_some_and(|skew| !skew.is_notable()));
    // Every probe has a challenge of its own, which nobody can have had signed before.
    probe(&genuine);
    let challenges: HashSet<_> = genuine
        .requests()
        .iter()
        .map(|request| request.header("bt_header_dendrite_hotkey").to_owned())
        .collect();
    assert_eq!(challenges.len(), 2);
    assert!(
        challenges
            .iter()
            .all(|challenge| challenge.len() == 74 && AccountId::from_ss58(challenge).is_err())
    );

    assert_eq!(
        probe(&signs_probes(Key::of_seed([9; 32]))).identity,
        Identity::Another
    );
    let unsigned = Server::of(json("200 OK", "{}"));
    assert_eq!(probe(&unsigned).identity, Identity::Unsigned);
}

#[test]
fn nothing_is_sent_while_the_wallet_is_locked() {
    let server = Server::of(json("200 OK", "{}"));
    let locked = client(Key {
        locked: true,
        ..keys::caller()
    });
    match ask(&locked, &server, Ask::Synapse(&echo("a"))) {
        Err(AskError::NotSigned(failure)) => assert_eq!(failure.code, ErrorCode::VaultLocked),
        other => panic!("{other:?}"),
    }
    let other = client(Key {
        scheme: Scheme::Ed25519,
        ..keys::caller()
    });
    assert_eq!(
        ask(&other, &server, Ask::Synapse(&echo("a"))),
        Err(AskError::Scheme)
    );
    assert_eq!(server.requests().len(), 0);
}

/// Miners keep lists of who insists.
#[test]
fn who_is_refused_is_not_asked_twice() {
    for (status, reason) in [
        ("401 Unauthorized", Reason::NotVerified(Unverified::Signature)),
        ("403 Forbidden", Reason::Blacklisted),
        ("429 Too Many Requests", Reason::TooMany),
        ("500 Internal Server Error", Reason::Failed),
    ] {
        let body = r#"{"message": "Not Verified with error: Signature mismatch with a and b"}"#;
        let server = Server::of(json(status, body));
        match ask(&client(keys::caller()), &server, Ask::Synapse(&echo("a"))) {
            Err(AskError::Refused(refusal)) => assert_eq!(refusal.reason, reason),
            other => panic!("{other:?}"),
        }
        assert_eq!(server.requests().len(), 1, "{status}");
    }
}

#[test]
fn a_clock_that_is_minutes_behind_is_found_out() {
    let server = Server::start(|request, stream| {
        let theirs = now_ns();
        let ours: u64 = request.header("bt_header_dendrite_nonce").parse().unwrap();
        assert!(theirs - ours > 16_000_000_000);
        let body = r#"{"message": "Not Verified with error: Nonce is too old: acceptable delta is 16.00 seconds but request was 300.00 seconds old"}"#;
        let headers = [
            ("Content-Type", "application/json"),
            ("bt_header_axon_nonce", &theirs.to_string()),
        ];
        stream
            .write_all(&response("401 Unauthorized", &headers, body.as_bytes()))
            .unwrap();
    });
    let behind = SystemClock::behind(Duration::from_secs(300));
    let client = client_with(keys::caller(), Limits::default(), behind);
    let Err(AskError::Refused(refusal)) = ask(&client, &server, Ask::Synapse(&echo("a"))) else {
        panic!("refused");
    };
    assert_eq!(refusal.reason, Reason::NotVerified(Unverified::Stale));
    let advice = refusal.advice(Some(true));
    assert!(
        advice.starts_with("Your clock is 4 min behind") || advice.starts_with("Your clock is 5 min behind"),
        "{advice}"
    );
}

#[test]
fn a_command_for_a_terminal_has_no_signature() {
    let server = Server::of(Vec::new());
    let call = Synapse::ping().fill(Vec::new()).unwrap();
    let curl = client(keys::caller())
        .curl(&miner(&server, &keys::miner()), Ask::Synapse(&call))
        .unwrap();
    assert!(
        curl.starts_with(&format!("curl -X POST 'http://{}/Synapse'", server.address)),
        "{curl}"
    );
    assert!(curl.contains("-H 'bt_header_dendrite_signature: SIGNATURE'"));
    assert!(curl.contains("\"signature\":\"SIGNATURE\""));
    assert!(!curl.contains("0x"));
    assert_eq!(server.requests().len(), 0);
}
