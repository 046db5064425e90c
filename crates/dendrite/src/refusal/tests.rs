use std::time::Duration;

use super::*;
use crate::{AxonHeaders, Skew};

const AXON: [(&str, &str); 2] = [
    ("bt_header_axon_status_code", "500"),
    ("bt_header_axon_signature", "0x00"),
];

fn read(status: u16, headers: &[(&str, &str)], body: &str) -> Refusal {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let headers = Headers::new(headers.iter().map(own).collect());
    let meta = Meta {
        status,
        latency: Duration::ZERO,
        skew: None,
        axon: AxonHeaders::default(),
    };
    Refusal::read(&headers, body.as_bytes(), &meta)
}

fn unverified(message: &str) -> Unverified {
    let body = format!(r#"{{"message": "Not Verified with error: {message}"}}"#);
    match read(401, &[], &body).reason {
        Reason::NotVerified(unverified) => unverified,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_axon_says_why_it_does_not_verify() {
    assert_eq!(
        unverified("Nonce is too old: acceptable delta is 16.00 seconds but request was 17.00 seconds old"),
        Unverified::Stale
    );
    assert_eq!(
        unverified("Nonce is too old, a newer one was last processed"),
        Unverified::Replayed
    );
    assert_eq!(
        unverified("Signature mismatch with 1.5G.5F.u.h and 0x00"),
        Unverified::Signature
    );
    assert_eq!(unverified("Missing Signature"), Unverified::Malformed);
    assert_eq!(unverified("My own reason"), Unverified::Other);
}

#[test]
fn btauth_names_its_errors() {
    let reason = |name: &str| {
        let refusal = read(401, &[], &format!(r#"{{"error": "{name}", "detail": "why"}}"#));
        assert_eq!(refusal.message, "why");
        refusal.reason
    };
    for (name, want) in [
        ("StaleRequest", Unverified::Stale),
        ("ReplayedRequest", Unverified::Replayed),
        ("BadSignature", Unverified::Signature),
        ("WrongReceiver", Unverified::Receiver),
        ("MalformedAuth", Unverified::Malformed),
        ("Whatever", Unverified::Other),
    ] {
        assert_eq!(reason(name), Reason::NotVerified(want), "{name}");
    }
}

#[test]
fn miners_of_epistula_have_words_of_their_own() {
    let reason = |status, detail: &str| {
        let refusal = read(status, &[], &format!(r#"{{"detail": "{detail}"}}"#));
        assert!(!refusal.may_ask_again());
        refusal.reason
    };
    for (words, want) in [
        ("Signature Mismatch", Unverified::Signature),
        ("Request is too stale", Unverified::Stale),
        (
            "Bad Request, message is not intended for self",
            Unverified::Receiver,
        ),
    ] {
        assert_eq!(reason(400, words), Reason::NotVerified(want), "{words}");
    }
    assert_eq!(reason(400, "prompt is empty"), Reason::Other);
    assert_eq!(reason(401, "Signer not in metagraph"), Reason::Blacklisted);
    assert_eq!(reason(401, "Stake below minimum: 20000"), Reason::Blacklisted);
}

#[test]
fn each_status_means_something() {
    assert_eq!(
        read(
            403,
            &[],
            r#"{"message": "Forbidden. Key is blacklisted: no stake."}"#
        )
        .to_string(),
        "the miner answered with status 403: Forbidden. Key is blacklisted: no stake."
    );
    assert_eq!(
        read(404, &[], r#"{"message": "Available synapses ['A']"}"#).reason,
        Reason::UnknownSynapse {
            has: vec!["A".to_owned()]
        }
    );
    assert_eq!(read(408, &[], "").reason, Reason::Busy);
    assert_eq!(read(422, &[], r#"{"detail": []}"#).reason, Reason::Shape);
    assert_eq!(read(500, &AXON[..1], "").reason, Reason::Headers);
    assert_eq!(read(500, &AXON, "").reason, Reason::Failed);
    assert_eq!(read(500, &[], "Internal Server Error").reason, Reason::Failed);
    assert_eq!(
        read(418, &[], "<html>").to_string(),
        "the miner answered with status 418"
    );
    // A synapse with a status that its code has set has its words in a header.
    let slow = read(
        429,
        &[("bt_header_axon_status_message", "slow down")],
        r#"{"name": "Boom"}"#,
    );
    assert_eq!(
        (slow.reason, slow.message.as_str()),
        (Reason::TooMany, "slow down")
    );
}

#[test]
fn a_failure_of_an_unregistered_hotkey_is_probably_a_refusal() {
    let failed = read(500, &AXON, "");
    assert!(failed.advice(Some(false)).contains("unregistered"));
    assert!(!failed.advice(Some(true)).contains("unregistered"));
    assert!(!failed.advice(None).contains("unregistered"));
}

#[test]
fn who_was_refused_is_not_told_to_insist() {
    for (status, again) in [
        (401, false),
        (403, false),
        (404, false),
        (408, true),
        (422, false),
        (429, true),
        (500, false),
        (503, false),
    ] {
        assert_eq!(read(status, &[], "").may_ask_again(), again, "{status}");
    }
}

#[test]
fn a_wrong_clock_is_explained() {
    let skew = Skew {
        behind: true,
        by: Duration::from_secs(300),
    };
    let body = r#"{"message": "Not Verified with error: Nonce is too old: acceptable delta is"}"#;
    let mut stale = read(401, &[], body);
    stale.meta.skew = Some(skew);
    assert_eq!(
        stale.advice(None),
        "Your clock is 5 min behind the miner's. Set your clock by the network, then ask again."
    );
}
