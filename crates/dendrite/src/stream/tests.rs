use proptest::prelude::*;

use super::*;
use crate::JsonError;

/// What comes of a text that arrives in pieces of this many bytes.
fn decode(format: StreamFormat, bytes: &[u8], size: usize) -> Result<Vec<Item>, AskError> {
    let mut decoder = Decoder::new(format);
    let mut items = Vec::new();
    for piece in bytes.chunks(size) {
        items.extend(decoder.push(piece)?);
        if decoder.is_over() {
            return Ok(items);
        }
    }
    items.extend(decoder.finish()?);
    Ok(items)
}

fn shown(items: &[Item]) -> Vec<String> {
    let show = |item: &Item| match item {
        Item::Text(text) => format!("text {text}"),
        Item::Json(json) => json.to_string(),
    };
    items.iter().map(show).collect()
}

#[test]
fn characters_are_put_together() {
    let text = "echo: λ 😀 é!";
    for size in 1..8 {
        let items = decode(StreamFormat::Text, text.as_bytes(), size).unwrap();
        let whole: String = items
            .iter()
            .map(|item| match item {
                Item::Text(text) => text.as_str(),
                Item::Json(_) => panic!("no JSON here"),
            })
            .collect();
        assert_eq!(whole, text);
    }
}

#[test]
fn what_is_no_text_is_found_where_it_is() {
    let wrong = |bytes: &[u8]| decode(StreamFormat::Text, bytes, 2).unwrap_err();
    assert_eq!(wrong(b"abc\xffd"), AskError::NotUtf8 { at: 3 });
    assert_eq!(wrong(b"abc\xc3"), AskError::NotUtf8 { at: 3 });
    assert_eq!(wrong(b"ab\xed\xa0\x80"), AskError::NotUtf8 { at: 2 });
}

#[test]
fn objects_are_told_apart() {
    let text = "{\"type\":\"text\",\"content\":\"}{ \\\" é\"}{\"a\":[{}]}\n [1] ";
    for size in 1..text.len() {
        let items = decode(StreamFormat::Objects, text.as_bytes(), size).unwrap();
        assert_eq!(
            shown(&items),
            [
                "{\"type\":\"text\",\"content\":\"}{ \\\" é\"}",
                "{\"a\":[{}]}",
                "[1]"
            ]
        );
    }
}

#[test]
fn damaged_objects_are_errors() {
    let wrong = |text: &str| decode(StreamFormat::Objects, text.as_bytes(), 3).unwrap_err();
    assert_eq!(wrong("{\"a\":1"), AskError::Unfinished);
    assert_eq!(wrong("hello"), JsonError::Malformed { at: 0 }.into());
    assert_eq!(wrong("{\"a\":1}}"), JsonError::Malformed { at: 0 }.into());
    assert!(matches!(
        wrong("{\"a\" 1}"),
        AskError::NotJson(JsonError::Malformed { .. })
    ));
    assert_eq!(wrong(&"[".repeat(100)), JsonError::TooDeep.into());
    let long = format!("[\"{}", "x".repeat(crate::limits::MAX_ITEM_BYTES));
    let error = decode(StreamFormat::Objects, long.as_bytes(), 65536).unwrap_err();
    assert_eq!(error, AskError::TooLarge(crate::limits::MAX_ITEM_BYTES));
}

#[test]
fn events_are_read() {
    let text = ": hello\nevent: x\ndata: {\"a\":1}\n\ndata: one\r\ndata: two\r\n\r\ndata:last\n\ndata: [DONE]\n\ndata: no\n\n";
    for size in 1..text.len() {
        let items = decode(StreamFormat::Events, text.as_bytes(), size).unwrap();
        assert_eq!(
            shown(&items),
            ["{\"a\":1}", "text one\ntwo", "text last"],
            "{size}"
        );
    }
    let items = decode(StreamFormat::Events, b"data: a\n\ndata: b", 4).unwrap();
    assert_eq!(shown(&items), ["text a", "text b"]);
    let long = format!("data: {}", "x".repeat(crate::limits::MAX_ITEM_BYTES));
    let error = decode(StreamFormat::Events, long.as_bytes(), 65536).unwrap_err();
    assert_eq!(error, AskError::TooLarge(crate::limits::MAX_ITEM_BYTES));
}

proptest! {
    #[test]
    fn pieces_do_not_matter(text in r#"[\[\]{}",:0-9a\\ \n\u{e9}]{0,40}"#, size in 1usize..9) {
        for format in [StreamFormat::Objects, StreamFormat::Events] {
            let pieces = decode(format, text.as_bytes(), size);
            let whole = decode(format, text.as_bytes(), text.len().max(1));
            prop_assert_eq!(pieces.ok(), whole.ok());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        for format in [StreamFormat::Text, StreamFormat::Objects, StreamFormat::Events] {
            let _ = decode(format, &bytes, 7);
        }
    }
}
