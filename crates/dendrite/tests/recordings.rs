//! Recorded requests of real clients and answers of real axons: what is built here equals them where that is determined,
//! and what they signed verifies. Skipped, and said so, without the recordings.

#![allow(clippy::unwrap_used)]

mod common;
mod recorded;

use std::{net::Ipv4Addr, time::Duration};

use common::reference;
use recorded::{Recording, all};
use taolight_dendrite::{
    Ask, AskError, AxonRecord, Item, Json, Kind, PlainCall, Reason, Synapse, SynapseError, TransportError,
    Unverified, verify,
};

/// The classes of the axon that was recorded.
fn synapse(name: &str) -> Synapse {
    let description = match name {
        "Synapse" => r#"{"name": "Synapse"}"#,
        "EchoText" => {
            r#"{"name": "EchoText", "hash": ["text", "repeat", "temperature", "loud", "tags", "options", "note"], "fields": [
                {"name": "text", "type": "text", "required": true},
                {"name": "repeat", "type": "integer", "default": 1},
                {"name": "temperature", "type": "number", "default": 1.0},
                {"name": "loud", "type": "boolean", "default": false},
                {"name": "tags", "type": {"list": "text"}, "default": []},
                {"name": "options", "type": "any", "default": {}},
                {"name": "note", "type": "text", "nullable": true},
                {"name": "reply", "type": "text", "nullable": true, "answer": true}]}"#
        }
        "OptionalOnly" => {
            r#"{"name": "OptionalOnly", "fields": [
                {"name": "question", "type": "text", "nullable": true},
                {"name": "answer", "type": "text", "nullable": true, "answer": true}]}"#
        }
        "Guarded" => {
            r#"{"name": "Guarded", "hash": ["question"], "fields": [
                {"name": "question", "type": "text", "required": true},
                {"name": "answer", "type": "text", "nullable": true, "answer": true}]}"#
        }
        "StreamText" => {
            r#"{"name": "StreamText", "stream": "text", "hash": ["prompt"], "fields": [
                {"name": "prompt", "type": "text", "required": true},
                {"name": "completion", "type": "text", "default": "", "answer": true}]}"#
        }
        "Boom" => r#"{"name": "Boom", "fields": [{"name": "kind", "type": "text", "default": "plain"}]}"#,
        "TensorSyn" => {
            r#"{"name": "TensorSyn", "fields": [
                {"name": "x", "type": "tensor", "required": true},
                {"name": "y", "type": "tensor", "nullable": true, "answer": true}]}"#
        }
        "TensorSyn with the dummy" => {
            r#"{"name": "TensorSyn", "fields": [
                {"name": "x", "type": "tensor", "required": true, "header": "dummy"},
                {"name": "y", "type": "tensor", "nullable": true, "answer": true}]}"#
        }
        other => panic!("{other} is not described"),
    };
    Synapse::parse(description).unwrap()
}

/// Headers that only the recorded client has, or whose value is its own.
const OF_THE_CLIENT: [&str; 9] = [
    "host",
    "content-length",
    "connection",
    "accept",
    "accept-encoding",
    "user-agent",
    "header_size",
    "total_size",
    "bt_header_dendrite_ip",
];

/// What our requests have of a recorded one.
fn check_request(recording: &Recording, synapse: &Synapse) {
    let name = &recording.name;
    let timeout = recording.header("timeout").parse().unwrap();
    let call = synapse.fill(recording.own_fields()).unwrap();
    let call = call.with_timeout(Duration::from_secs_f64(timeout));
    assert_eq!(call.body_hash(), recording.header("computed_body_hash"), "{name}");
    let unsigned = Ask::Synapse(&call).unsigned(recording.miner(), recording.sender());
    let message = recording.json["request_signature"]["signed_message"]
        .as_str()
        .unwrap();
    assert_eq!(String::from_utf8(unsigned.message()).unwrap(), message, "{name}");
    let ours = unsigned.signed(recording.header("bt_header_dendrite_signature"));
    assert!(ours.url.ends_with(recording.path()), "{name}");
    let is_ours = |header: &str| !OF_THE_CLIENT.contains(&header.to_ascii_lowercase().as_str());
    for (header, value) in recording.headers.iter().filter(|(header, _)| is_ours(header)) {
        let found = ours
            .headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(header));
        let (_, our_value) = found.unwrap_or_else(|| panic!("{name} has {header}"));
        if header == "bt_header_input_obj_x" {
            assert_eq!(
                recorded::of_base64(our_value),
                recorded::of_base64(value),
                "{name}"
            );
        } else {
            assert_eq!(our_value, value, "{name}: {header}");
        }
    }
    if name != "mini-echo-fewest-headers" {
        assert_eq!(
            ours.headers.len(),
            recording
                .headers
                .iter()
                .filter(|(header, _)| is_ours(header))
                .count()
                + 3
        );
        let body = Json::parse(str::from_utf8(&ours.body).unwrap()).unwrap();
        assert_eq!(
            recorded::comparable(body),
            recorded::comparable(recording.body()),
            "{name}"
        );
    }
}

#[test]
fn recorded_requests_are_built_alike() {
    let Some(recordings) = all() else { return };
    let mut seen = 0;
    for recording in &recordings {
        // Without a signature, changed after signing, or of a class that cannot be asked.
        let is_odd = matches!(
            recording.name.as_str(),
            "mini-missing-signature" | "mini-tampered-body" | "real-camelcase-required-fails"
        );
        if is_odd || recording.json.get("request_signature").is_none() || recording.is_btauth() {
            continue;
        }
        let name = match recording.name.as_str() {
            "real-tensor-official-dummy-fails" => "TensorSyn with the dummy",
            _ => &recording.path()[1..],
        };
        check_request(recording, &synapse(name));
        seen += 1;
    }
    assert_eq!(seen, 24);
}

#[test]
fn recorded_signatures_verify() {
    let Some(recordings) = all() else { return };
    let (mut requests, mut answers) = (0, 0);
    for recording in &recordings {
        if let Some(signed) = recording.json.get("request_signature") {
            let message = signed
                .get("signed_bytes")
                .or_else(|| signed.get("signed_message"));
            let message = message.unwrap().as_str().unwrap();
            let signature = recorded::bytes64(&signed["signature"]);
            let is_genuine = verify(&recording.caller(), message.as_bytes(), &signature);
            assert_eq!(
                is_genuine,
                signed["verifies"].as_bool().unwrap(),
                "{}",
                recording.name
            );
            requests += 1;
        }
        if recording.json.get("response_signature").is_some() {
            let signature = recording.axon_signature();
            let caller = recording.header("bt_header_dendrite_hotkey");
            assert!(
                signature.is_of(&recording.miner().hotkey, caller),
                "{}",
                recording.name
            );
            assert!(!signature.is_of(&recording.miner().hotkey, "another challenge"));
            assert!(!signature.is_of(&recording.caller_key(), caller));
            answers += 1;
        }
    }
    assert!(requests >= 26 && answers >= 9, "{requests} {answers}");
}

/// What became of a recorded question, over a transport that plays the answer.
#[test]
fn recorded_answers_are_read() {
    let Some(recordings) = all() else { return };
    for recording in &recordings {
        if recording.is_btauth() || recording.path() == "/CamelCase" {
            continue;
        }
        let call = synapse("Synapse").fill(Vec::new()).unwrap();
        let outcome = recording.play(Ask::Synapse(&call));
        let name = recording.name.as_str();
        let reason = match &outcome {
            Err(AskError::Refused(refusal)) => Some(refusal.reason.clone()),
            Ok(_) | Err(_) => None,
        };
        match name {
            "mini-newline-in-error" => assert_eq!(outcome, Err(TransportError::ClosedEarly.into())),
            "mini-blacklisted" | "real-guarded-blacklisted" => assert_eq!(reason, Some(Reason::Blacklisted)),
            "mini-nonce-too-old" => assert_eq!(reason, Some(Reason::NotVerified(Unverified::Stale))),
            "mini-replay-2-rejected" => assert_eq!(reason, Some(Reason::NotVerified(Unverified::Replayed))),
            "mini-wrong-axon" | "mini-wrong-signer" => {
                assert_eq!(reason, Some(Reason::NotVerified(Unverified::Signature)));
            }
            "mini-missing-signature" | "mini-identity-probe" => {
                assert_eq!(reason, Some(Reason::NotVerified(Unverified::Malformed)));
            }
            "mini-unknown-synapse" => match reason {
                Some(Reason::UnknownSynapse { has }) => {
                    assert_eq!((has.len(), has[1].as_str()), (10, "EchoText"))
                }
                other => panic!("{other:?}"),
            },
            "mini-forward-sets-429" => assert_eq!(reason, Some(Reason::TooMany)),
            "mini-tampered-body" | "mini-forward-raises" => assert_eq!(reason, Some(Reason::Failed)),
            "mini-options-preflight" | "real-tensor-official-dummy-fails" => {
                assert_eq!(reason, Some(Reason::Headers));
            }
            "mini-stream" | "real-stream" => {
                assert!(matches!(outcome, Err(AskError::ContentType { .. })));
                let chunks =
                    ["echo: ", "tell ", "me ", "a ", "story"].map(|text| Item::Text(text.to_owned()));
                assert_eq!(recording.play_stream(Ask::Synapse(&call)), chunks);
            }
            _ => {
                let answer = outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(answer.json, recording.answer_body(), "{name}");
                assert_eq!(answer.meta.axon.message.as_deref(), Some("Success"), "{name}");
            }
        }
    }
}

#[test]
fn a_class_that_no_axon_can_serve_is_refused() {
    let Some(recording) = recorded::one("real-camelcase-required-fails") else {
        return;
    };
    let description =
        r#"{"name": "CamelCase", "fields": [{"name": "userPrompt", "type": "text", "required": true}]}"#;
    assert_eq!(
        Synapse::parse(description),
        Err(SynapseError::UpperCase("userPrompt".into()))
    );
    assert_eq!(recording.json["response"]["status"], 500);
}

#[test]
fn recorded_calls_of_btauth_are_built_alike() {
    let Some(recordings) = all() else { return };
    let mut seen = 0;
    for recording in recordings.iter().filter(|recording| recording.is_btauth()) {
        let call = match recording.json["request"]["method"].as_str().unwrap() {
            "GET" => PlainCall::get(recording.path()),
            _ => PlainCall::post(recording.path(), &recorded::spaced_body()),
        };
        let mut call = call.unwrap();
        if recording.header("X-Bittensor-Receiver").is_empty() {
            call = call.for_any_miner();
        }
        let unsigned = Ask::BtAuth(&call).unsigned(recording.miner(), recording.sender());
        let ours = String::from_utf8(unsigned.message()).unwrap();
        let recorded = recording.json["signed_payload_utf8"].as_str().unwrap();
        // The recorded client has a space in its JSON, and one recording was signed for another path.
        let is_same = |(line, (one, other)): (usize, (&str, &str))| {
            one == other || line == 4 || (line == 3 && recording.name == "btauth-other-path")
        };
        assert!(
            ours.split('\n')
                .zip(recorded.split('\n'))
                .enumerate()
                .all(is_same),
            "{ours}"
        );
        assert_eq!(
            recorded::sha256(recording.json["request"]["body_utf8"].as_str().unwrap()),
            recorded.split('\n').nth(4).unwrap()
        );
        let signed = unsigned.signed(recording.header("X-Bittensor-Signature"));
        for header in &recording.headers {
            assert!(signed.headers.contains(header), "{}: {header:?}", recording.name);
        }
        assert!(recording.is_btauth_signed(recorded), "{}", recording.name);
        let reason = match recording.play(Ask::BtAuth(&call)) {
            Err(AskError::Refused(refusal)) => Some(refusal.reason),
            Ok(_) => None,
            Err(other) => panic!("{other}"),
        };
        let expected = match recording.name.as_str() {
            "btauth-future" | "btauth-stale" => Some(Unverified::Stale),
            "btauth-other-path" => Some(Unverified::Signature),
            "btauth-replay" => Some(Unverified::Replayed),
            "btauth-unbound" | "btauth-wrong-receiver" => Some(Unverified::Receiver),
            _ => None,
        };
        assert_eq!(reason, expected.map(Reason::NotVerified), "{}", recording.name);
        seen += 1;
    }
    assert_eq!(seen, 10);
}

#[test]
fn the_published_call_of_btauth_verifies() {
    let Some(json) = reference("dendrite-vectors/btauth-golden.json") else {
        return;
    };
    let payload = json["payload_ed25519_utf8"].as_str().unwrap();
    let account = recorded::account(&json["sender_ed25519"]);
    assert!(recorded::verify_ed25519(
        &account,
        payload,
        &recorded::bytes64(&json["ed25519_signature"])
    ));
}

#[test]
fn recorded_calls_of_epistula_are_built_alike() {
    let Some(json) = reference("dendrite-vectors/epistula-v2.json") else {
        return;
    };
    for (headers, message, is_bound) in [
        ("headers", "signed_message", true),
        ("reference_headers", "reference_signed_message", true),
        ("unbound_reference_headers", "unbound_signed_message", false),
    ] {
        let recording = Recording::of_epistula(&json, headers);
        let message = json[message].as_str().unwrap();
        let signature = recorded::bytes64(&json[headers]["Epistula-Request-Signature"]);
        assert!(verify(&recording.caller(), message.as_bytes(), &signature));
        let mut call = PlainCall::get("/v1/chat/completions").unwrap();
        if !is_bound {
            call = call.for_any_miner();
        }
        let unsigned = Ask::Epistula(&call).unsigned(recording.miner(), recording.sender());
        let ours = String::from_utf8(unsigned.message()).unwrap();
        // All but the hash of the body, which has spaces of its own there.
        assert_eq!(
            ours.split_once('.').unwrap().1,
            message.split_once('.').unwrap().1
        );
        assert_eq!(
            recorded::sha256(json["body_utf8"].as_str().unwrap()),
            message.split('.').next().unwrap()
        );
        let signed = unsigned.signed(recording.header("Epistula-Request-Signature"));
        for header in recording
            .headers
            .iter()
            .filter(|(name, _)| !name.contains("Secret"))
        {
            assert!(signed.headers.contains(header), "{header:?}");
        }
    }
}

#[test]
fn other_recorded_signatures_verify() {
    let Some(json) = reference("dendrite-vectors/epistula-v1.json") else {
        return;
    };
    let caller = recorded::account(&json["keys"]["caller-hotkey"]["ss58"]);
    let body = json["body_utf8"].as_str().unwrap();
    assert!(verify(
        &caller,
        body.as_bytes(),
        &recorded::bytes64(&json["headers"]["Body-Signature"])
    ));
    let json = reference("dendrite-vectors/fiber-plain.json").unwrap();
    let message = json["signed_message"].as_str().unwrap();
    assert!(verify(
        &caller,
        message.as_bytes(),
        &recorded::bytes64(&json["headers"]["signature"])
    ));
}

#[test]
fn the_table_of_hashes_is_met() {
    let Some(json) = reference("dendrite-vectors/body-hash-vectors.json") else {
        return;
    };
    let mut seen = 0;
    for case in json["cases"].as_array().unwrap() {
        let (Some(value), name) = (case["json_text"].as_str(), case["name"].as_str().unwrap()) else {
            continue;
        };
        let color = r#"{"enumeration": {"class": "Color", "members": [{"name": "RED", "value": "red"}]}}"#;
        let role = r#"{"enumeration": {"class": "Role", "members": [{"name": "user", "value": "user"}]}}"#;
        let kind = match name {
            "Enum" => color.to_owned(),
            "str Enum" => role.to_owned(),
            "list of str Enum" => format!(r#"{{"list": {role}}}"#),
            "tuple" => r#"{"tuple": ["integer", "text"]}"#.to_owned(),
            "tuple of one" => r#"{"tuple": ["integer"]}"#.to_owned(),
            "float given as int on the wire" => "\"number\"".to_owned(),
            _ => "\"any\"".to_owned(),
        };
        let description =
            format!(r#"{{"name": "A", "hash": ["x"], "fields": [{{"name": "x", "type": {kind}}}]}}"#);
        let value = Json::parse(value).unwrap();
        let call = Synapse::parse(&description)
            .unwrap()
            .fill(vec![("x".into(), value)])
            .unwrap();
        assert_eq!(call.body_hash(), case["body_hash"].as_str().unwrap(), "{name}");
        seen += 1;
    }
    assert_eq!(seen, 41);
}

#[test]
fn recorded_endpoints_are_read() {
    let Some(json) = reference("dendrite-vectors/axon-info-scale.json") else {
        return;
    };
    for case in json["cases"].as_array().unwrap() {
        let bytes = hex::decode(&case["scale_hex"].as_str().unwrap()[2..]).unwrap();
        let record = AxonRecord {
            version: u32::from_le_bytes(bytes[8..12].try_into().unwrap()),
            ip: u128::from_le_bytes(bytes[12..28].try_into().unwrap()),
            port: u16::from_le_bytes(bytes[28..30].try_into().unwrap()),
            ip_type: bytes[30],
        };
        let (endpoint, decoded) = (record.endpoint(), &case["decoded"]);
        assert_eq!(endpoint.is_some(), case["is_serving_ours"].as_bool().unwrap());
        if let Some(endpoint) = endpoint {
            assert_eq!(endpoint.ip.to_string(), decoded["ip"].as_str().unwrap());
            assert_eq!(u64::from(endpoint.port), decoded["port"].as_u64().unwrap());
            assert_ne!(endpoint.ip, Ipv4Addr::UNSPECIFIED);
        }
    }
}

#[test]
fn tensors_of_recordings_are_tensors() {
    let Some(recording) = recorded::one("mini-tensor-real-header") else {
        return;
    };
    let answer = recording.answer_body();
    let tensor = taolight_dendrite::Tensor::from_json(answer.get("y").unwrap()).unwrap();
    let numbers: Vec<_> = tensor
        .data()
        .chunks_exact(4)
        .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()))
        .collect();
    assert_eq!(numbers, [2.0, 4.0, 6.0, 9.0]);
    let field = synapse("TensorSyn").fields()[0].clone();
    assert_eq!(field.kind, Kind::Tensor);
}
