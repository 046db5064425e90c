//! Bytes from anybody: refused or understood, never a panic, never much memory.

#![allow(clippy::unwrap_used)]

mod common;

use proptest::prelude::*;
use taolight_codec::{CodecError, HumanValue, Metadata, Value};
use taolight_codec::{
    decode_account, decode_dispatch_info, decode_extrinsic, decode_validity, describe_call, encode_call,
    extrinsic_events, unwrap_metadata,
};

fn metadata() -> Metadata {
    Metadata::decode(&common::fixture()).unwrap()
}

fn remark(metadata: &Metadata, remark: &[u8]) -> Vec<u8> {
    encode_call(
        metadata,
        "System",
        "remark",
        &[("remark", Value::Bytes(remark.to_vec()))],
    )
    .unwrap()
}

/// What a remark shows.
fn shown(metadata: &Metadata, text: &[u8]) -> HumanValue {
    describe_call(metadata, &remark(metadata, text))
        .unwrap()
        .arguments
        .remove(0)
        .value
}

#[test]
fn text_that_would_deceive_is_shown_as_bytes() {
    let metadata = metadata();
    assert_eq!(
        shown(&metadata, "τao\nis fine".as_bytes()),
        HumanValue::Text("τao\nis fine".to_owned())
    );
    for text in [
        "\u{202e}evil",
        "zero\u{200b}width",
        "nul\0",
        "\u{e0041}tag",
        "bell\u{7}",
    ] {
        assert!(
            matches!(shown(&metadata, text.as_bytes()), HumanValue::Bytes(_)),
            "{text:?}"
        );
    }
    assert!(matches!(shown(&metadata, &[0xff, 0xfe]), HumanValue::Bytes(_)));
}

#[test]
fn calls_nest_eight_deep() {
    let metadata = metadata();
    let wrap = |call: Vec<u8>| {
        let calls = Value::List(vec![Value::Encoded(call)]);
        encode_call(&metadata, "Utility", "batch_all", &[("calls", calls)]).unwrap()
    };
    let mut call = remark(&metadata, b"inside");
    for _ in 0..8 {
        call = wrap(call);
        describe_call(&metadata, &call).unwrap();
    }
    call = wrap(call);
    assert_eq!(describe_call(&metadata, &call), Err(CodecError::TooDeep));
    for _ in 0..1000 {
        call = wrap(call);
    }
    assert_eq!(describe_call(&metadata, &call), Err(CodecError::TooDeep));
}

#[test]
fn lengths_are_not_believed() {
    let metadata = metadata();
    let mut call = remark(&metadata, b"");
    // A list of 2³⁰ - 1 bytes of which there are none.
    call.truncate(call.len() - 1);
    call.extend([0xfe, 0xff, 0xff, 0xff]);
    assert_eq!(describe_call(&metadata, &call), Err(CodecError::TooShort));
}

#[test]
fn what_is_missing_is_named() {
    let metadata = metadata();
    let none: &[(&str, Value)] = &[];
    let error = encode_call(&metadata, "Balances", "give_me_all", none).unwrap_err();
    assert_eq!(error.to_string(), "this runtime has no call Balances.give_me_all");
    assert_eq!(
        encode_call(&metadata, "System", "remark", none),
        Err(CodecError::Argument("remark".to_owned()))
    );
    let wrong = encode_call(&metadata, "System", "remark", &[("remark", Value::Flag(true))]);
    assert_eq!(wrong.unwrap_err().to_string(), "remark should be a list");
    assert!(metadata.storage("System", "Nothing").is_err());
    assert!(metadata.constant("Nothing", "Nothing").is_err());
    assert!(metadata.api("Core", "nothing").is_err());
}

#[test]
fn keys_that_were_not_made_by_the_entry_are_refused() {
    let metadata = metadata();
    let entry = metadata.storage("System", "Account").unwrap();
    let account = Value::Bytes(vec![7; 32]);
    let key = entry.key(std::slice::from_ref(&account)).unwrap();
    assert_eq!(entry.decode_key(&key), Ok(vec![account]));
    assert_eq!(entry.decode_key(&key[..key.len() - 1]), Err(CodecError::TooShort));
    assert_eq!(
        entry.decode_key(&[&key[..], &[0]].concat()),
        Err(CodecError::LeftOver(1))
    );
    assert!(entry.decode_key(&key[1..]).is_err());
    let mut other = key;
    other[40] ^= 1;
    assert!(matches!(entry.decode_key(&other), Err(CodecError::Malformed(_))));
    assert!(entry.prefix_of(&[Value::Flag(true)]).is_err());
    assert!(metadata.has_storage("System", "Account") && !metadata.has_storage("System", "Nothing"));
    assert!(metadata.has_api("Core", "version") && !metadata.has_api("Core", "nothing"));
}

#[test]
fn damaged_metadata_is_refused() {
    let bytes = common::fixture();
    assert!(Metadata::decode(&[]).is_err());
    assert!(Metadata::decode(&bytes[1..]).is_err());
    assert!(Metadata::decode(&bytes[..bytes.len() / 2]).is_err());
    assert_eq!(
        Metadata::decode(&[&bytes[..], &[0]].concat()).err(),
        Some(CodecError::LeftOver(1))
    );
}

#[test]
fn arbitrary_bytes_never_panic() {
    let metadata = metadata();
    let config = ProptestConfig::with_cases(2000);
    let strategy = (proptest::collection::vec(any::<u8>(), 0..300), any::<u32>());
    proptest::test_runner::TestRunner::new(config)
        .run(&strategy, |(bytes, index)| {
            let _ = describe_call(&metadata, &bytes);
            let _ = decode_extrinsic(&metadata, &bytes);
            let _ = decode_account(&metadata, Some(&bytes));
            let _ = extrinsic_events(&metadata, &bytes, index);
            let _ = decode_dispatch_info(&metadata, &bytes);
            let _ = decode_validity(&metadata, &bytes);
            let _ = unwrap_metadata(&bytes);
            let _ = Metadata::decode(&bytes);
            let _ = metadata.storage("System", "Account").unwrap().decode_key(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn damaged_calls_never_panic() {
    let metadata = metadata();
    let call = {
        let inner = Value::List(vec![Value::Encoded(remark(&metadata, b"inside")); 3]);
        encode_call(&metadata, "Utility", "batch_all", &[("calls", inner)]).unwrap()
    };
    let strategy = (0..call.len(), any::<u8>(), any::<u8>());
    proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(2000))
        .run(&strategy, |(position, byte, first)| {
            let mut damaged = call.clone();
            damaged[position] = byte;
            let _ = describe_call(&metadata, &damaged);
            damaged[0] = first;
            let _ = describe_call(&metadata, &damaged);
            Ok(())
        })
        .unwrap();
}
