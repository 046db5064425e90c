#![allow(clippy::unwrap_used)]

use std::{env, fs, path::PathBuf};

use serde::Deserialize;
use taolight_codec::{Era, Metadata, Parameters, Payload, Value, encode_call};
use taolight_keys as keys;
use taolight_primitives::{Bytes, Rao};

use super::*;
use crate::message::Message;

/// A message that a real client signed and a real verifier accepted.
#[derive(Deserialize)]
struct Vector {
    what: String,
    account: AccountId,
    scheme: Scheme,
    message: String,
    signature: Bytes,
    auth: MinerAuth,
}

fn vectors() -> Vec<Vector> {
    serde_json::from_str(include_str!("../../tests/vectors/miner-auth.json")).unwrap()
}

fn accepted(vector: &Vector) -> MinerAuth {
    parse(vector.message.as_bytes(), &vector.account, vector.scheme).unwrap()
}

/// The field that is refused; empty if the message is of no form.
fn refused(message: impl AsRef<[u8]>, account: &AccountId, scheme: Scheme) -> String {
    let message = message.as_ref();
    let failure = parse(message, account, scheme).expect_err(&String::from_utf8_lossy(message));
    assert_eq!(failure.code, ErrorCode::InvalidMinerMessage);
    failure.data.unwrap_or_default()
}

/// The message that has this reading.
fn write(auth: &MinerAuth, sender: &AccountId) -> String {
    let hex = |hash: &BlockHash| hash.to_string()[2..].to_owned();
    let or = |receiver: &Option<AccountId>, nobody: &str| match receiver {
        Some(receiver) => receiver.to_string(),
        None => nobody.to_owned(),
    };
    match auth {
        MinerAuth::AxonV10 {
            nonce,
            receiver,
            uuid,
            body_hash,
        } => format!("{nonce}.{sender}.{receiver}.{uuid}.{}", hex(body_hash)),
        MinerAuth::BtAuth1 {
            scheme,
            method,
            target,
            body_hash,
            nonce,
            receiver,
        } => {
            let scheme = match scheme {
                Scheme::Sr25519 => "sr25519",
                Scheme::Ed25519 => "ed25519",
            };
            let (body, receiver) = (hex(body_hash), or(receiver, "-"));
            format!("btauth/1\n{scheme}\n{method}\n{target}\n{body}\n{nonce}\n{sender}\n{receiver}")
        }
        MinerAuth::Epistula2 {
            body_hash,
            uuid,
            timestamp,
            receiver,
        } => format!("{}.{uuid}.{timestamp}.{}", hex(body_hash), or(receiver, "")),
    }
}

#[test]
fn what_real_clients_sign_is_read() {
    for vector in vectors() {
        assert_eq!(accepted(&vector), vector.auth, "{}", vector.what);
        let scheme = match vector.scheme {
            Scheme::Sr25519 => keys::Scheme::Sr25519,
            Scheme::Ed25519 => keys::Scheme::Ed25519,
        };
        let signature = vector.signature.0.as_slice().try_into().unwrap();
        let is_genuine = scheme.verify(&vector.account, vector.message.as_bytes(), signature);
        assert!(is_genuine, "signed as it is: {}", vector.what);
    }
}

/// Bytes at the borders of what the fields may have.
const BYTES: &[u8] = b"\0\n -./09:AZagz\x7f\xff";

/// Wherever a byte is changed, put in or left out: the message is refused, or read as exactly what it says now.
#[test]
fn one_message_has_one_reading() {
    for vector in vectors() {
        let (account, scheme) = (&vector.account, vector.scheme);
        let check = |message: Vec<u8>| {
            if let Ok(auth) = parse(&message, account, scheme) {
                assert_eq!(write(&auth, account).into_bytes(), message);
            }
        };
        let genuine = vector.message.as_bytes();
        check(genuine.to_vec());
        for at in 0..=genuine.len() {
            let (before, after) = genuine.split_at(at);
            check(before.to_vec());
            check(after.to_vec());
            let Some((_, rest)) = after.split_first() else {
                continue;
            };
            check([before, rest].concat());
            for byte in BYTES {
                check([before, &[*byte], rest].concat());
                check([before, &[*byte], after].concat());
            }
        }
    }
}

#[test]
fn only_who_sends_signs() {
    let other = AccountId([7; 32]);
    for vector in vectors() {
        let (message, account) = (&vector.message, &vector.account);
        let (is_epistula, is_btauth) = match vector.auth {
            MinerAuth::AxonV10 { .. } => (false, false),
            MinerAuth::BtAuth1 { .. } => (false, true),
            MinerAuth::Epistula2 { .. } => (true, false),
        };
        // Epistula's message does not name who sends it.
        if !is_epistula {
            assert_eq!(refused(message, &other, vector.scheme), "sender");
        }
        let other_scheme = match vector.scheme {
            Scheme::Sr25519 => Scheme::Ed25519,
            Scheme::Ed25519 => Scheme::Sr25519,
        };
        assert_eq!(refused(message, account, other_scheme), "scheme");
        if is_btauth {
            let (own, others) = match vector.scheme {
                Scheme::Sr25519 => ("\nsr25519\n", "\ned25519\n"),
                Scheme::Ed25519 => ("\ned25519\n", "\nsr25519\n"),
            };
            let message = message.replace(own, others);
            assert!(parse(message.as_bytes(), account, other_scheme).is_ok());
            assert_eq!(refused(&message, account, vector.scheme), "scheme");
        }
    }
}

const ME: &str = "5Gp8v5W7ZbwHHU1TB98Xajgo5qLeTXxP5atyK1DRnkAsZ9F7";
const MINER: &str = "5EU7xUFHCxnvDejonv5MekRMxCAags9F9Fv3LzoXnLW5Sd7x";
/// The miner's address on Polkadot and on Kusama.
const ELSEWHERE: [&str; 2] = [
    "13QR6oWM4k4PfBkKkZ8MnuFWopAEPAhPDkeXWHntLRXbcuzU",
    "Eyjcnb9qKoqyJZFZctQYhnN6nSpVXxRbdknjf5VG8iaBdJk",
];
const HASH: &str = "341c57448e531310fbbe83f44cea2a5e838bd9e8a6b82b269f01d0dbbc23c3cc";
const UUID_1: &str = "749970ec-e651-11f1-b1d3-02fc00000001";
const UUID_4: &str = "aa1d4991-84b9-43af-a450-c359ad0950b8";

fn axon(nonce: &str, axon: &str, uuid: &str, hash: &str) -> String {
    format!("{nonce}.{ME}.{axon}.{uuid}.{hash}")
}

fn btauth(method: &str, target: &str, hash: &str, nonce: &str, receiver: &str) -> String {
    format!("btauth/1\nsr25519\n{method}\n{target}\n{hash}\n{nonce}\n{ME}\n{receiver}")
}

fn epistula(hash: &str, uuid: &str, timestamp: &str, receiver: &str) -> String {
    format!("{hash}.{uuid}.{timestamp}.{receiver}")
}

/// Asserts that each of these texts is refused in the place of a field.
fn refuses(field: &str, texts: &[&str], message: impl Fn(&str) -> String) {
    let me = AccountId::from_ss58(ME).unwrap();
    for text in texts {
        assert_eq!(refused(message(text), &me, Scheme::Sr25519), field, "{text:?}");
    }
}

#[test]
fn fields_have_one_spelling() {
    let me = AccountId::from_ss58(ME).unwrap();
    for good in [
        axon("18446744073709551615", MINER, UUID_1, HASH),
        axon("1", ME, UUID_4, HASH),
        btauth("GET", "/", HASH, "1", "-"),
        btauth("DELETE", "/a/%2e?b=[c]&d={}<Bytes>", HASH, "1", MINER),
        epistula(HASH, UUID_4, "1", ""),
    ] {
        assert!(parse(good.as_bytes(), &me, Scheme::Sr25519).is_ok(), "{good}");
    }

    let numbers = [
        "",
        "01",
        "00",
        "+1",
        "-1",
        "0x1",
        "1e9",
        "18446744073709551616",
        "111111111111111111111",
    ];
    refuses("nonce", &numbers, |text| axon(text, MINER, UUID_1, HASH));
    refuses("nonce", &numbers, |text| btauth("GET", "/", HASH, text, MINER));
    refuses("timestamp", &numbers, |text| epistula(HASH, UUID_4, text, MINER));

    let capitals = HASH.to_uppercase();
    let with_prefix = format!("0x{}", &HASH[2..]);
    let longer = format!("{HASH}0");
    let hashes = ["", &HASH[1..], &HASH[2..], &longer, &capitals, &with_prefix];
    refuses("hash", &hashes, |text| axon("1", MINER, UUID_1, text));
    refuses("hash", &hashes, |text| btauth("GET", "/", text, "1", MINER));
    refuses("hash", &hashes, |text| epistula(text, UUID_4, "1", MINER));

    let capitals = UUID_4.to_uppercase();
    let bare = UUID_4.replace('-', "");
    let braced = format!("{{{UUID_4}}}");
    let uuids = [
        "",
        &capitals,
        &bare,
        &braced,
        "aa1d4991-84b9-33af-a450-c359ad0950b8",
        "aa1d4991-84b9-43af-c450-c359ad0950b8",
        "aa1d499184b9--43af-a450-c359ad0950b8",
        "session",
    ];
    refuses("uuid", &uuids, |text| axon("1", MINER, text, HASH));
    refuses("uuid", &uuids, |text| epistula(HASH, text, "1", MINER));
    refuses("uuid", &[UUID_1], |text| epistula(HASH, text, "1", MINER));

    let key = "0x6a543d388cafcd30661ad32305eba26b9ba2055a11900a0d70df1e3917747360";
    let twice = format!("{MINER}{MINER}");
    let mistyped = MINER.replace("xUF", "xUG");
    let accounts = [
        ELSEWHERE[0],
        ELSEWHERE[1],
        key,
        &MINER[..47],
        &twice,
        &mistyped,
        "None",
    ];
    refuses("receiver", &accounts, |text| axon("1", text, UUID_1, HASH));
    refuses("receiver", &accounts, |text| btauth("GET", "/", HASH, "1", text));
    refuses("receiver", &accounts, |text| epistula(HASH, UUID_4, "1", text));
    // Each form has its own word for nobody, and an axon has none.
    refuses("receiver", &["", "-"], |text| axon("1", text, UUID_1, HASH));
    refuses("receiver", &[""], |text| btauth("GET", "/", HASH, "1", text));
    refuses("receiver", &["-"], |text| epistula(HASH, UUID_4, "1", text));

    let methods = ["", "get", "Get", "GET/", "G-T", "0", "ABCDEFGHIJKLMNOPQRSTU"];
    refuses("method", &methods, |text| btauth(text, "/", HASH, "1", MINER));
    refuses("target", &["", "generate", "http://a/", "*", "?/"], |text| {
        btauth("GET", text, HASH, "1", MINER)
    });
}

#[test]
fn everything_else_is_refused_whole() {
    let bound = format!("{HASH}.{UUID_4}.1.{MINER}");
    let lines = btauth("GET", "/", HASH, "1", MINER);
    let long = btauth("GET", &format!("/{}", "a".repeat(LONGEST)), HASH, "1", MINER);
    let texts = [
        // What else miners are sent: an axon's own answer, Epistula's other two signatures, Fiber, Epistula 1.
        &format!("1795337296173622073.{ME}.{MINER}.{UUID_1}"),
        &format!("1795338220000.0.{MINER}"),
        &format!("1795338218203741270_AbCdEf0123:{MINER}:{HASH}"),
        r#"{"data":{},"nonce":1,"signed_by":"a","signed_for":"b","version":1}"#,
        // Almost.
        "",
        ".",
        "....",
        &format!(" {bound}"),
        &format!("{bound}."),
        &format!("{bound}\0"),
        &format!("<Bytes>{lines}</Bytes>"),
        &format!("{lines}\n"),
        &lines.replace('\n', "\r\n"),
        &lines.replace("btauth/1", "btauth/2"),
        &lines.replace("btauth/1", "BTAUTH/1"),
        &lines.replace("GET\n/", "GET\n/a b"),
        &lines.replace("GET\n/", "GET\n/ä"),
        &lines.replace("GET\n/", "GET\n/\u{7f}"),
        &lines.replace("GET\n/", "GET\n/a\nb"),
        &long,
    ];
    let refuses = |text: &str| {
        let me = AccountId::from_ss58(ME).unwrap();
        refused(text, &me, Scheme::Sr25519)
    };
    for text in texts {
        let field = refuses(text);
        // An axon's answer has as many parts as Epistula; a trailing dot makes five of its four.
        let looks_like_one = text.split('.').count() >= 4 && !text.contains(['\n', '\0', ' ']);
        assert_eq!(field.is_empty(), !looks_like_one, "{field} of {text:?}");
    }
    let me = AccountId::from_ss58(ME).unwrap();
    assert_eq!(refused([0xff; 64], &me, Scheme::Sr25519), "");
}

#[test]
fn refusals_repeat_nothing() {
    let vector = vectors().remove(0);
    let secret = "correct-horse-battery-staple";
    for message in [
        vector.message.replace(UUID_1, secret),
        format!("{secret}.{}", vector.message),
        secret.to_owned(),
        btauth(secret, secret, secret, secret, secret),
    ] {
        let failure = parse(message.as_bytes(), &vector.account, vector.scheme).unwrap_err();
        assert!(!format!("{failure:?}").contains(secret), "{failure:?}");
    }
}

/// The two facts by which nothing that is accepted can be taken for something else.
#[test]
fn accepted_is_no_transaction_and_no_message() {
    for vector in vectors() {
        let message = vector.message.as_bytes();
        assert!(message.iter().all(|byte| *byte >= b'\n'));
        assert!(message.len() > 32);
        assert!(matches!(message[0], b'0'..=b'9' | b'a'..=b'f'));

        let wrapped = Message::new(&Bytes(message.to_vec())).unwrap();
        assert_ne!(wrapped.signed(), message);
        assert!(parse(wrapped.signed(), &vector.account, vector.scheme).is_err());
    }
}

/// Whatever an attacker chooses: what is signed for a transaction is a hash, or holds the high byte of the runtime's
/// version, and no accepted message is or has that.
#[test]
fn transactions_are_refused() {
    let bytes = include_bytes!("../../../codec/tests/fixtures/devnet-metadata-v15.scale");
    let metadata = Metadata::decode(bytes).unwrap();
    let letters = 0x2e61_2e61;
    for vector in vectors() {
        let remark = Value::Bytes(vector.message.clone().into_bytes());
        let sent = [
            ("dest", vector.account.into()),
            ("value", Rao(u64::from(letters)).into()),
        ];
        let calls = [
            encode_call(&metadata, "Balances", "transfer_keep_alive", &sent).unwrap(),
            encode_call(&metadata, "System", "remark", &[("remark", remark)]).unwrap(),
        ];
        for (call, spec_version) in calls
            .iter()
            .flat_map(|call| [1, 425, 0x09ff_ffff].map(|version| (call, version)))
        {
            let parameters = Parameters {
                nonce: letters,
                tip: Rao(u64::from(letters)),
                era: Era::mortal(64, letters),
                birth_hash: BlockHash([b'a'; 32]),
                genesis: BlockHash([b'a'; 32]),
                spec_version,
                transaction_version: letters,
                metadata_digest: Some([b'a'; 32]),
            };
            let payload = Payload::new(&metadata, call, &parameters).unwrap();
            assert!(
                payload
                    .bytes()
                    .windows(4)
                    .any(|four| four == spec_version.to_le_bytes())
            );
            for bytes in [payload.bytes(), payload.message()] {
                assert_eq!(refused(bytes, &vector.account, vector.scheme), "");
            }
        }
    }
}

/// All that was recorded between real clients and real miners: requests are read, and everything else is refused.
#[test]
fn recorded_messages() {
    let Some(folder) = env::var_os("TAOLIGHT_REFERENCE_DIR") else {
        eprintln!("skipped: TAOLIGHT_REFERENCE_DIR is not set");
        return;
    };
    let (mut requests, mut others) = (0, 0);
    for entry in fs::read_dir(PathBuf::from(folder).join("dendrite-vectors")).unwrap() {
        let file = entry.unwrap().path();
        let vector: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        for (pointer, is_request) in RECORDED {
            let Some(message) = vector.pointer(pointer).and_then(serde_json::Value::as_str) else {
                continue;
            };
            // One recorded client named its session as no SDK does; Fiber is not of ours.
            let is_ours = !message.contains("replayed-uuid") && !file.ends_with("fiber-plain.json");
            assert_eq!(
                is_read(message),
                *is_request && is_ours,
                "{pointer} of {}",
                file.display()
            );
            *if *is_request { &mut requests } else { &mut others } += 1;
        }
    }
    assert!(requests > 40, "{requests} requests are there");
    assert!(others > 10, "{others} other messages are there");
}

/// Where recorded messages are, and whether those are requests.
const RECORDED: &[(&str, bool)] = &[
    ("/request_signature/signed_message", true),
    ("/signed_payload_utf8", true),
    ("/payload_ed25519_utf8", true),
    ("/signed_message", true),
    ("/reference_signed_message", true),
    ("/unbound_signed_message", true),
    ("/request_signature/signed_bytes", false),
    ("/response_signature/signed_message", false),
    ("/secret_signature_messages/0", false),
    ("/reference_secret_messages/2", false),
];

/// Whether a message can be signed by one of the accounts that it names, or by any other one.
fn is_read(message: &str) -> bool {
    let named = message
        .split(['.', '\n'])
        .filter_map(|field| AccountId::from_ss58(field).ok());
    named.chain([AccountId([7; 32])]).any(|account| {
        [Scheme::Sr25519, Scheme::Ed25519].into_iter().any(|scheme| {
            parse(message.as_bytes(), &account, scheme).is_ok_and(|auth| write(&auth, &account) == message)
        })
    })
}
