//! Recorded values: numbers are decimal strings, bytes hexadecimal, accounts addresses.

use serde_json::Value as Json;
use taolight_primitives::AccountId;

pub fn bytes(json: &Json) -> Vec<u8> {
    let text = json.as_str().expect("a text");
    hex::decode(text.strip_prefix("0x").expect("a 0x")).unwrap()
}

pub fn number<N: std::str::FromStr<Err: std::fmt::Debug>>(json: &Json) -> N {
    json.as_str().expect("a decimal string").parse().unwrap()
}

pub fn account(json: &Json) -> AccountId {
    address(json.as_str().expect("an address"))
}

pub fn address(text: &str) -> AccountId {
    AccountId::from_ss58(text).unwrap()
}

pub fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

/// A text, or the numbers of its bytes.
pub fn text(json: &Json) -> String {
    match json {
        Json::Array(bytes) => String::from_utf8(bytes.iter().map(number::<u8>).collect()).unwrap(),
        other => other.as_str().expect("a text").to_owned(),
    }
}

/// Asserts that a number is the recorded one.
#[track_caller]
pub fn assert_number<N: std::str::FromStr<Err: std::fmt::Debug> + PartialEq + std::fmt::Debug>(
    got: N,
    want: &Json,
) {
    assert_eq!(got, number::<N>(want));
}
