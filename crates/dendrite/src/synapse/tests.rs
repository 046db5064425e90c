use super::*;
use crate::Json;

fn echo() -> Synapse {
    Synapse::parse(
        r#"{
        "name": "EchoText",
        "fields": [
            {"name": "text", "type": "text", "required": true},
            {"name": "repeat", "type": "integer", "default": 1, "min": 1, "max": 9},
            {"name": "temperature", "type": "number", "default": 1.0},
            {"name": "tags", "type": {"list": "text"}, "default": []},
            {"name": "options", "type": "any", "default": {}},
            {"name": "note", "type": "text", "nullable": true},
            {"name": "reply", "type": "text", "nullable": true, "answer": true}
        ],
        "hash": ["text", "repeat", "temperature", "tags", "options", "note"]
    }"#,
    )
    .unwrap()
}

fn values(json: &str) -> Vec<(String, Json)> {
    match Json::parse(json).unwrap() {
        Json::Object(members) => members,
        other => panic!("{other} is no object"),
    }
}

fn fill(synapse: &Synapse, json: &str) -> Result<Call, FillError> {
    synapse.fill(values(json))
}

fn refused(field: &str) -> SynapseError {
    Synapse::parse(&format!(r#"{{"name": "A", "fields": [{field}]}}"#)).unwrap_err()
}

fn wrong(json: &str) -> String {
    fill(&echo(), json).unwrap_err().to_string()
}

#[test]
fn defaults_are_hashed_and_not_sent() {
    let bare = fill(&echo(), r#"{"text": "hi"}"#).unwrap();
    let full = fill(
        &echo(),
        r#"{"note": null, "options": {}, "tags": [], "temperature": 1, "repeat": 1, "text": "hi"}"#,
    )
    .unwrap();
    assert_eq!(bare.fields.len(), 1);
    assert_eq!(bare.body_hash, full.body_hash);
    // What a real axon computed over the same values without `loud`.
    let printed = ["hi", "1", "1.0", "[]", "{}", "None"].map(str::to_owned);
    assert_eq!(bare.body_hash, hash::body_hash(printed));
    let order: Vec<_> = full.fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        order,
        ["text", "repeat", "temperature", "tags", "options", "note"]
    );
    assert_eq!(bare.headers, [("text".to_owned(), "IiI=".to_owned())]);
}

#[test]
fn no_hashed_field_has_a_hash_of_its_own() {
    assert_eq!(fill(&Synapse::ping(), "{}").unwrap().body_hash, NO_FIELDS_HASH);
}

#[test]
fn wrong_values_are_explained() {
    assert_eq!(wrong("{}"), "the field text needs a value");
    assert_eq!(
        wrong(r#"{"text": "a", "other": 1}"#),
        "this synapse has no field other"
    );
    assert_eq!(wrong(r#"{"text": null}"#), "the field text has to be a text");
    assert_eq!(
        wrong(r#"{"text": "a", "repeat": 1.0}"#),
        "the field repeat has to be a whole number"
    );
    assert_eq!(
        wrong(r#"{"text": "a", "repeat": 0}"#),
        "the field repeat has to be 1 or more"
    );
    assert_eq!(
        wrong(r#"{"text": "a", "repeat": 10}"#),
        "the field repeat has to be 9 or less"
    );
    assert_eq!(
        wrong(r#"{"text": "a", "tags": [1]}"#),
        "the field tags has to be a text in each place"
    );
    let twice = vec![("text".to_owned(), Json::text("a")); 2];
    assert_eq!(echo().fill(twice), Err(FillError::Twice("text".to_owned())));
}

/// The zero of each type, base64, as the SDK sends it.
#[test]
fn headers_announce_required_fields() {
    let header = |kind: &str, value: &str| {
        let text =
            format!(r#"{{"name": "A", "fields": [{{"name": "x", "type": {kind}, "required": true}}]}}"#);
        let call = fill(&Synapse::parse(&text).unwrap(), &format!(r#"{{"x": {value}}}"#)).unwrap();
        call.headers[0].1.clone()
    };
    assert_eq!(header(r#""text""#, r#""secret""#), "IiI=");
    assert_eq!(header(r#""integer""#, "7"), "MA==");
    assert_eq!(header(r#""number""#, "7"), "MC4w");
    assert_eq!(header(r#""boolean""#, "true"), "ZmFsc2U=");
    assert_eq!(header(r#"{"list": "text"}"#, r#"["a"]"#), "W10=");
    assert_eq!(header(r#"{"map": "text"}"#, r#"{"a": "b"}"#), "e30=");
    assert_eq!(header(r#""any""#, r#"{"a": "b"}"#), "e30=");
    // Where zero is no valid value, the value itself: "red".
    assert_eq!(header(r#"{"choice": ["red"]}"#, r#""red""#), "InJlZCI=");
}

#[test]
fn the_header_can_be_chosen() {
    let text = r#"{"name": "A", "fields": [
        {"name": "a", "type": "text", "required": true, "header": "value"},
        {"name": "b", "type": "integer", "required": true, "min": 1},
        {"name": "c", "type": "integer", "required": true, "min": 1, "header": "dummy"}
    ]}"#;
    let call = fill(&Synapse::parse(text).unwrap(), r#"{"a": "", "b": 5, "c": 5}"#).unwrap();
    let headers: Vec<_> = call.headers.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(headers, ["IiI=", "NQ==", "MA=="]);
}

#[test]
fn long_values_do_not_fit_in_headers() {
    let text =
        r#"{"name": "A", "fields": [{"name": "a", "type": "text", "required": true, "header": "value"}]}"#;
    let synapse = Synapse::parse(text).unwrap();
    let long = vec![(
        "a".to_owned(),
        Json::text("x".repeat(crate::limits::MAX_FIELD_HEADERS)),
    )];
    assert_eq!(synapse.fill(long), Err(FillError::Headers));
}

#[test]
fn types_decide_how_values_print() {
    let text = r#"{"name": "A", "hash": ["x"], "fields": [{"name": "x", "type": KIND}]}"#;
    let hash = |kind: &str, value: &str| {
        let synapse = Synapse::parse(&text.replace("KIND", kind)).unwrap();
        fill(&synapse, &format!(r#"{{"x": {value}}}"#)).unwrap().body_hash
    };
    let printed = |text: &str| hash::body_hash([text.to_owned()]);
    assert_eq!(hash(r#""number""#, "1"), printed("1.0"));
    assert_eq!(hash(r#"{"list": "number"}"#, "[1, 2.5]"), printed("[1.0, 2.5]"));
    assert_eq!(hash(r#""any""#, "[1, 1.0]"), printed("[1, 1.0]"));
    assert_eq!(
        hash(r#"{"tuple": ["integer", "text"]}"#, r#"[1, "a"]"#),
        printed("(1, 'a')")
    );
    let color = r#"{"enumeration": {"class": "Color", "members": [{"name": "RED", "value": "red"}]}}"#;
    assert_eq!(hash(color, r#""red""#), printed("Color.RED"));
    assert_eq!(
        hash(&format!(r#"{{"list": {color}}}"#), r#"["red"]"#),
        printed("[<Color.RED: 'red'>]")
    );
    // A model prints all its fields, in its own order.
    let inner = r#"{"object": [
        {"name": "a", "type": "integer", "required": true},
        {"name": "b", "type": "text", "nullable": true},
        {"name": "c", "type": "number", "default": 0.5}
    ]}"#;
    assert_eq!(
        hash(inner, r#"{"c": 2, "a": 3}"#),
        printed("{'a': 3, 'b': None, 'c': 2.0}")
    );
    assert_eq!(
        hash(inner, r#"{"a": 3}"#),
        printed("{'a': 3, 'b': None, 'c': 0.5}")
    );
}

#[test]
fn what_cannot_be_hashed_is_not_signed() {
    let text = r#"{"name": "A", "hash": ["x"], "fields": [{"name": "x", "type": "text"}]}"#;
    assert_eq!(
        fill(&Synapse::parse(text).unwrap(), "{}"),
        Err(Unhashable::NoValue("x".to_owned()).into())
    );
}

#[test]
fn impossible_descriptions_are_refused() {
    assert_eq!(
        refused(r#"{"name": "userPrompt", "type": "text", "required": true}"#),
        SynapseError::UpperCase("userPrompt".to_owned())
    );
    assert_eq!(
        refused(r#"{"name": "axon", "type": "text"}"#),
        SynapseError::Twice("axon".to_owned())
    );
    assert_eq!(
        refused(r#"{"name": "a\r\nb", "type": "text"}"#),
        SynapseError::Name("a\r\nb".to_owned())
    );
    assert!(matches!(
        refused(r#"{"name": "a", "type": "colour"}"#),
        SynapseError::Malformed(_)
    ));
    let parse = |text| Synapse::parse(text).unwrap_err();
    assert_eq!(
        parse(r#"{"name": "../x"}"#),
        SynapseError::Name("../x".to_owned())
    );
    assert_eq!(
        parse(r#"{"name": "A", "hash": ["x"]}"#),
        SynapseError::Hash("x".to_owned())
    );
    assert_eq!(parse(r#"{"name": "A", "timeout": 0}"#), SynapseError::Timeout);
    // An optional field may have any letters: it stands in the body only.
    assert!(Synapse::parse(r#"{"name": "A", "fields": [{"name": "userPrompt", "type": "text"}]}"#).is_ok());
}

#[test]
fn a_synapse_of_which_only_the_name_is_known() {
    let text = |text: &str| Json::text(text);
    let values = vec![
        ("prompt".to_owned(), text("hi")),
        ("Upper".to_owned(), text("x")),
        ("nothing".to_owned(), Json::Null),
    ];
    let call = Synapse::free("Odd", &values, None).unwrap().fill(values).unwrap();
    assert_eq!(call.headers, [("prompt".to_owned(), "IiI=".to_owned())]);
    assert_eq!((call.fields.len(), call.body_hash()), (3, NO_FIELDS_HASH));
    let wrong = Synapse::free("../x", &[], None);
    assert_eq!(wrong.err(), Some(SynapseError::Name("../x".to_owned())));
    let taken = Synapse::free("Odd", &[("axon".to_owned(), Json::Null)], None);
    assert_eq!(taken.err(), Some(SynapseError::Twice("axon".to_owned())));
}

#[test]
fn an_answer_without_what_every_synapse_has() {
    let answer =
        Json::parse(r#"{"name":"Echo","text":"a","axon":{},"n":1.0,"computed_body_hash":""}"#).unwrap();
    assert_eq!(own_fields(answer).to_string(), r#"{"text":"a","n":1.0}"#);
    assert_eq!(own_fields(Json::Null), Json::Null);
}
