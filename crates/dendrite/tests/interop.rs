//! Requests of `btauth/1` as they arrive at a socket, before the verifier of `bittensor` 11.3.0 itself.
//! `cargo xtask test interop` runs it with `TAOLIGHT_INTEROP_PYTHON`, a Python that has it.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod common;

use std::{
    env,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use common::{
    client_with,
    clock::SystemClock,
    keys::{self, Key},
    miner,
    server::{self, Request, Server},
};
use ed25519_dalek::{Signer as _, SigningKey};
use futures::{
    executor::block_on,
    future::{FutureExt as _, LocalBoxFuture},
};
use serde_json::{Value, json};
use taolight_dendrite::{Ask, Http, Json, Limits, PlainCall, Scheme, SignedHttp, Signer};
use taolight_primitives::{AccountId, Failure};

/// The verifier in a process of its own.
struct Verifier(Child);

impl Verifier {
    fn start() -> Self {
        let python = env::var_os("TAOLIGHT_INTEROP_PYTHON").expect("TAOLIGHT_INTEROP_PYTHON names a Python");
        let script = Path::new("../../tests/interop/http_auth.py");
        let child = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut verifier = Self(child.unwrap());
        let version = verifier.asks(&json!({"do": "version", "package": "bittensor"}));
        assert_eq!(version, Ok(json!("11.3.0")));
        verifier
    }

    fn asks(&mut self, question: &Value) -> Result<Value, String> {
        writeln!(self.0.stdin.as_mut().unwrap(), "{question}").unwrap();
        let mut line = String::new();
        let stdout = self.0.stdout.as_mut().unwrap();
        // One answer for each question, so that nothing is left in the buffer.
        BufReader::new(stdout).read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        match answer.get("error") {
            Some(error) => Err(error.as_str().unwrap().to_owned()),
            None => Ok(answer["ok"].clone()),
        }
    }

    /// What it says of a request to the miner.
    fn verifies(&mut self, request: &Request, receiver: &AccountId, bound: bool) -> Result<Value, String> {
        self.asks(&json!({
            "do": "verify",
            "headers": request.headers,
            "body": hex::encode(&request.body),
            "method": request.method,
            "path": request.target,
            "receiver": receiver,
            "require_receiver": bound,
        }))
    }
}

impl Drop for Verifier {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// An account whose scheme is Ed25519.
struct Edwards(SigningKey);

impl Signer for Edwards {
    fn account(&self) -> AccountId {
        AccountId(self.0.verifying_key().to_bytes())
    }

    fn scheme(&self) -> Scheme {
        Scheme::Ed25519
    }

    fn sign(&self, message: Vec<u8>) -> LocalBoxFuture<'_, Result<[u8; 64], Failure>> {
        async move { Ok(self.0.sign(&message).to_bytes()) }.boxed_local()
    }
}

/// The request as it arrived.
fn arrived(client: &SignedHttp, call: &PlainCall) -> Request {
    let server = Server::of(server::json("200 OK", "{}"));
    block_on(client.ask(&miner(&server, &keys::miner()), Ask::BtAuth(call))).unwrap();
    server.requests().remove(0)
}

fn client(key: Key, behind: Duration) -> SignedHttp {
    client_with(key, Limits::default(), SystemClock::behind(behind))
}

fn calls() -> Vec<PlainCall> {
    let body = Json::parse(r#"{"prompt":"ünï τ","n":1.0}"#).unwrap();
    vec![
        PlainCall::get("/").unwrap(),
        PlainCall::get("/a%20b?q=1&r=%2F").unwrap(),
        PlainCall::post("/v1/generate?stream=false", &body).unwrap(),
    ]
}

#[test]
#[ignore = "needs other people's implementation"]
fn what_is_sent_is_verified() {
    let mut verifier = Verifier::start();
    let miner = keys::miner().account();
    let sr25519 = client(keys::caller(), Duration::ZERO);
    let edwards = SigningKey::from_bytes(&[3; 32]);
    let edwards_account = AccountId(edwards.verifying_key().to_bytes());
    let http = Http::new(
        std::rc::Rc::new(common::native::Native),
        std::rc::Rc::new(SystemClock::right()),
        Limits::default(),
    );
    let ed25519 = SignedHttp::new(http, std::rc::Rc::new(Edwards(edwards)));
    for call in calls() {
        for (client, account) in [(&sr25519, keys::caller().account()), (&ed25519, edwards_account)] {
            let request = arrived(client, &call);
            let caller = verifier.verifies(&request, &miner, true).unwrap();
            assert_eq!(caller["hotkey"], account.to_string());
            let again = verifier.verifies(&request, &miner, true).unwrap_err();
            assert!(again.starts_with("ReplayedRequest"), "{again}");
        }
    }
    let anybodys = PlainCall::get("/").unwrap().for_any_miner();
    let request = arrived(&sr25519, &anybodys);
    let refused = verifier.verifies(&request, &miner, true).unwrap_err();
    assert!(refused.starts_with("WrongReceiver"), "{refused}");
    verifier.verifies(&request, &miner, false).unwrap();
}

#[test]
#[ignore = "needs other people's implementation"]
fn what_is_changed_late_or_for_another_is_not() {
    let mut verifier = Verifier::start();
    let miner = keys::miner().account();
    let right = client(keys::caller(), Duration::ZERO);
    let post = calls().remove(2);
    let mut refusal = |request: &Request, receiver: &AccountId| {
        let refused = verifier.verifies(request, receiver, true).unwrap_err();
        refused.split(':').next().unwrap().to_owned()
    };
    let mut request = arrived(&right, &post);
    assert_eq!(refusal(&request, &keys::caller().account()), "WrongReceiver");
    request.body.push(b' ');
    assert_eq!(refusal(&request, &miner), "BadSignature");
    request.body.pop();
    request.target.push('x');
    assert_eq!(refusal(&request, &miner), "BadSignature");
    let late = arrived(&client(keys::caller(), Duration::from_secs(60)), &post);
    assert_eq!(refusal(&late, &miner), "StaleRequest");
}
