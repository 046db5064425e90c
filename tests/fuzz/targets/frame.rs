//! The messages on a port. What is read is written as the same message, and no error quotes one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use taolight_protocol::Frame;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    // The error has no place for a text.
    let Ok(frame) = Frame::decode(text) else {
        return;
    };
    let written = frame.encode();
    let again = Frame::decode(&written).expect("its own text");
    if !has_fraction(&serde_json::from_str(text).unwrap_or_default()) {
        assert_eq!(again, frame);
        assert_eq!(again.encode(), written);
    }
});

/// Whether a number may lose its last digit when it is written; no payload of ours has one.
fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(has_fraction),
        Value::Object(fields) => fields.values().any(has_fraction),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}
