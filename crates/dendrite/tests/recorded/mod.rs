//! One recording: a request, its answer, and what is needed to build and to play them again.

#![allow(unreachable_pub, missing_docs, clippy::unwrap_used)]

use std::{cell::RefCell, fs, path::PathBuf, rc::Rc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::VerifyingKey;
use futures::{
    StreamExt as _,
    executor::block_on,
    future::{FutureExt as _, LocalBoxFuture},
    stream,
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use taolight_dendrite::{
    Answer, Ask, AskError, AxonSignature, Endpoint, Http, HttpRequest, HttpResponse, Item, Json, Limits,
    Link, Miner, Scheme, Sender, SignedHttp, Stamp, Transport, TransportError, verify,
};
use taolight_primitives::AccountId;

use crate::common::{clock::SystemClock, keys, reference};

pub struct Recording {
    pub name: String,
    pub json: Value,
    pub headers: Vec<(String, String)>,
}

/// All recordings that have a request.
pub fn all() -> Option<Vec<Recording>> {
    reference("dendrite-vectors/mini-echo.json")?;
    let folder = PathBuf::from(std::env::var_os("TAOLIGHT_REFERENCE_DIR")?).join("dendrite-vectors");
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| {
            ["mini-", "real-", "btauth-"]
                .iter()
                .any(|kind| name.starts_with(kind))
        })
        .filter(|name| name != "btauth-golden.json")
        .collect();
    names.sort();
    Some(
        names
            .iter()
            .map(|name| one(name.trim_end_matches(".json")).unwrap())
            .collect(),
    )
}

pub fn one(name: &str) -> Option<Recording> {
    let json = reference(&format!("dendrite-vectors/{name}.json"))?;
    let headers = pairs(&json["request"]["headers"]);
    Some(Recording {
        name: name.to_owned(),
        json,
        headers,
    })
}

fn pairs(json: &Value) -> Vec<(String, String)> {
    let text = |json: &Value| json.as_str().unwrap().to_owned();
    let pair = |pair: &Value| (text(&pair[0]), text(&pair[1]));
    json.as_array().into_iter().flatten().map(pair).collect()
}

impl Recording {
    pub fn of_epistula(json: &Value, headers: &str) -> Self {
        let headers = json[headers].as_object().unwrap();
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
        Self {
            name: "epistula".to_owned(),
            headers: headers.collect(),
            json: json.clone(),
        }
    }

    pub fn is_btauth(&self) -> bool {
        self.name.starts_with("btauth")
    }

    pub fn path(&self) -> &str {
        let request = &self.json["request"];
        let path = request.get("path").or_else(|| request.get("target"));
        path.unwrap().as_str().unwrap()
    }

    /// The value of a header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        let found = self
            .headers
            .iter()
            .find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    pub fn caller(&self) -> AccountId {
        let names = [
            "bt_header_dendrite_hotkey",
            "X-Bittensor-Hotkey",
            "Epistula-Signed-By",
        ];
        let text = names
            .iter()
            .map(|name| self.header(name))
            .find(|text| !text.is_empty());
        AccountId::from_ss58(text.unwrap()).unwrap()
    }

    /// A key that is not the miner's.
    pub fn caller_key(&self) -> AccountId {
        account(&self.json["keys"]["caller-hotkey"]["ss58"])
    }

    pub fn miner(&self) -> Miner {
        let header = ["X-Bittensor-Receiver", "Epistula-Signed-For"]
            .iter()
            .map(|name| self.header(name));
        let named = header
            .filter(|text| !text.is_empty())
            .map(|text| AccountId::from_ss58(text).unwrap())
            .next();
        let endpoint = Endpoint {
            ip: [127, 0, 0, 1].into(),
            port: self.header("bt_header_axon_port").parse().unwrap_or(1),
        };
        Miner {
            hotkey: named.unwrap_or_else(|| account(&self.json["keys"]["miner-hotkey"]["ss58"])),
            address: endpoint.dial_with_consent(Link::Plain),
        }
    }

    pub fn sender(&self) -> Sender {
        let time = |name: &str| self.header(name).parse::<u64>().ok();
        let milliseconds = time("Epistula-Timestamp").map(|time| time * 1_000_000);
        let nonce = time("bt_header_dendrite_nonce")
            .or(time("X-Bittensor-Nonce"))
            .or(milliseconds);
        let uuid = [
            self.header("bt_header_dendrite_uuid"),
            self.header("Epistula-Uuid"),
        ]
        .concat();
        let is_ed25519 = self.header("X-Bittensor-Crypto") == "ed25519";
        Sender {
            account: self.caller(),
            scheme: if is_ed25519 {
                Scheme::Ed25519
            } else {
                Scheme::Sr25519
            },
            stamp: Stamp {
                nonce: nonce.unwrap(),
                uuid,
            },
        }
    }

    pub fn body(&self) -> Json {
        Json::parse(self.json["request"]["body"]["utf8"].as_str().unwrap()).unwrap()
    }

    /// What the body has beside what every synapse has.
    pub fn own_fields(&self) -> Vec<(String, Json)> {
        const ENVELOPE: [&str; 7] = [
            "name",
            "timeout",
            "total_size",
            "header_size",
            "dendrite",
            "axon",
            "computed_body_hash",
        ];
        match self.body() {
            Json::Object(members) => members
                .into_iter()
                .filter(|(key, _)| !ENVELOPE.contains(&key.as_str()))
                .collect(),
            other => panic!("{other}"),
        }
    }

    pub fn answer_body(&self) -> Json {
        Json::parse(self.json["response"]["body"]["utf8"].as_str().unwrap()).unwrap()
    }

    pub fn axon_signature(&self) -> AxonSignature {
        let headers = pairs(&self.json["response"]["headers"]);
        let get = |name: &str| {
            headers
                .iter()
                .find(|(header, _)| header == name)
                .unwrap()
                .1
                .clone()
        };
        AxonSignature {
            nonce: get("bt_header_axon_nonce"),
            uuid: get("bt_header_axon_uuid"),
            signature: bytes64(&Value::String(get("bt_header_axon_signature"))),
        }
    }

    pub fn is_btauth_signed(&self, payload: &str) -> bool {
        let signature = bytes64(&Value::String(self.header("X-Bittensor-Signature").to_owned()));
        match self.sender().scheme {
            Scheme::Ed25519 => verify_ed25519(&self.caller(), payload, &signature),
            Scheme::Sr25519 => {
                let wrapped = format!("<Bytes>{payload}</Bytes>");
                let message = if self.name == "btauth-bytes-wrapped" {
                    &wrapped
                } else {
                    payload
                };
                verify(&self.caller(), message.as_bytes(), &signature)
            }
        }
    }

    fn player(&self) -> SignedHttp {
        let response = &self.json["response"];
        let player = response.is_object().then(|| Played {
            status: response["status"].as_u64().unwrap().try_into().unwrap(),
            headers: match response.get("headers") {
                Some(headers) if headers.as_array().is_some_and(|list| !list.is_empty()) => pairs(headers),
                _ => vec![("content-type".to_owned(), "application/json".to_owned())],
            },
            chunks: match (response.get("chunks"), response["body"].get("utf8")) {
                (Some(chunks), _) => {
                    let chunks = chunks.as_array().unwrap().iter();
                    chunks
                        .map(|chunk| chunk.as_str().unwrap().as_bytes().to_vec())
                        .collect()
                }
                (None, Some(text)) => vec![text.as_str().unwrap().as_bytes().to_vec()],
                (None, None) => vec![response["body"].to_string().into_bytes()],
            },
        });
        let transport = Player(RefCell::new(player));
        let http = Http::new(
            Rc::new(transport),
            Rc::new(SystemClock::right()),
            Limits::default(),
        );
        SignedHttp::new(http, Rc::new(keys::caller()))
    }

    /// What becomes of the recorded answer.
    pub fn play(&self, ask: Ask<'_>) -> Result<Answer, AskError> {
        block_on(self.player().ask(&self.miner(), ask))
    }

    pub fn play_stream(&self, ask: Ask<'_>) -> Vec<Item> {
        block_on(async {
            let streaming = self.player().stream(&self.miner(), ask).await.unwrap();
            streaming.items.map(Result::unwrap).collect().await
        })
    }
}

struct Played {
    status: u16,
    headers: Vec<(String, String)>,
    chunks: Vec<Vec<u8>>,
}

/// Plays one recorded answer; none was sent by an axon that closed the connection.
struct Player(RefCell<Option<Played>>);

impl Transport for Player {
    fn send(&self, _: HttpRequest) -> LocalBoxFuture<'static, Result<HttpResponse, TransportError>> {
        let played = self.0.take();
        async {
            let played = played.ok_or(TransportError::ClosedEarly)?;
            Ok(HttpResponse {
                status: played.status,
                headers: played.headers,
                body: stream::iter(played.chunks.into_iter().map(Ok)).boxed_local(),
            })
        }
        .boxed_local()
    }
}

pub fn account(json: &Value) -> AccountId {
    AccountId::from_ss58(json.as_str().unwrap()).unwrap()
}

pub fn bytes64(json: &Value) -> [u8; 64] {
    let text = json.as_str().unwrap();
    hex::decode(text.strip_prefix("0x").unwrap())
        .unwrap()
        .try_into()
        .unwrap()
}

pub fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

pub fn of_base64(text: &str) -> Json {
    Json::parse(&String::from_utf8(STANDARD.decode(text).unwrap()).unwrap()).unwrap()
}

/// The body of the recorded calls.
pub fn spaced_body() -> Json {
    Json::parse(r#"{"prompt": "hello"}"#).unwrap()
}

pub fn verify_ed25519(account: &AccountId, message: &str, signature: &[u8; 64]) -> bool {
    let key = VerifyingKey::from_bytes(&account.0).unwrap();
    key.verify_strict(message.as_bytes(), &signature.into()).is_ok()
}

/// A body without what only Python can know: sizes of its objects, and the client's own address.
pub fn comparable(body: Json) -> Json {
    let Json::Object(members) = body else {
        panic!("{body} is no body");
    };
    let members = members.into_iter().filter(|(key, _)| key != "total_size");
    Json::Object(
        members
            .map(|(key, value)| match (key.as_str(), value) {
                ("dendrite", Json::Object(inner)) => {
                    let inner = inner.into_iter().filter(|(key, _)| key != "ip").collect();
                    (key, Json::Object(inner))
                }
                (_, value) => (key, value),
            })
            .collect(),
    )
}
