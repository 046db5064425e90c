use proptest::prelude::*;

use super::*;

fn malformed(text: &str) -> usize {
    match Json::parse(text) {
        Err(JsonError::Malformed { at }) => at,
        other => panic!("{text:?} gave {other:?}"),
    }
}

#[test]
fn order_and_spelling_are_kept() {
    let text =
        r#"{"b":1,"a":1.0,"n":null,"z":[true,"é\n",-0,1e400,340282366920938463463374607431768211456]}"#;
    assert_eq!(Json::parse(text).unwrap().to_string(), text);
    assert_eq!(
        Json::parse(" [ 1 , { \"k\" : false } ] ").unwrap().to_string(),
        r#"[1,{"k":false}]"#
    );
}

#[test]
fn the_last_value_of_a_key_counts_at_the_first_place() {
    let read = Json::parse(r#"{"a":1,"b":2,"a":3}"#).unwrap();
    assert_eq!(read.to_string(), r#"{"a":3,"b":2}"#);
}

#[test]
fn what_is_no_json_is_refused_where_it_goes_wrong() {
    assert_eq!(malformed(""), 0);
    assert_eq!(malformed("[1,]"), 3);
    assert_eq!(malformed("{\"a\" 1}"), 5);
    assert_eq!(malformed("1 2"), 2);
    assert_eq!(malformed("\"open"), 0);
    assert_eq!(malformed("\"half a pair \\ud83d\""), 0);
    assert_eq!(malformed("01"), 0);
    assert_eq!(malformed("NaN"), 0);
    assert_eq!(malformed("<html>"), 0);
    assert_eq!(malformed(&"1".repeat(MAX_NUMBER + 1)), 0);
}

#[test]
fn deep_nesting_ends_early() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(Json::parse(&nested(MAX_JSON_DEPTH)).is_ok());
    assert_eq!(Json::parse(&nested(MAX_JSON_DEPTH + 1)), Err(JsonError::TooDeep));
    assert_eq!(Json::parse(&"{\"a\":".repeat(1_000_000)), Err(JsonError::TooDeep));
}

#[test]
fn values_are_counted() {
    let list = |values: usize| format!("[{}0]", "0,".repeat(values - 2));
    assert!(Json::parse(&list(MAX_JSON_VALUES)).is_ok());
    assert_eq!(Json::parse(&list(MAX_JSON_VALUES + 1)), Err(JsonError::TooMany));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in r#"[\[\]{}",:0-9a-z\\ .-]{0,60}"#) {
        let ours = Json::parse(&text);
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        // The two differ only in how large a number may be, and no such number fits the length.
        prop_assert_eq!(ours.is_ok(), theirs.is_ok(), "{}", text);
        if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&ours.to_string()).unwrap(), theirs);
        }
    }
}
