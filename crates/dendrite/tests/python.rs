//! What CPython prints, as CPython itself says: `vectors/python_str.py` made the cases.

#![allow(clippy::unwrap_used)]

use taolight_dendrite::{Json, python::Value};

#[test]
fn values_print_as_in_python() {
    let cases: Vec<(String, String)> = serde_json::from_str(include_str!("vectors/python-str.json")).unwrap();
    assert!(cases.len() > 300);
    for (json, printed) in cases {
        assert_eq!(
            Value::untyped(&Json::parse(&json).unwrap()).str(),
            printed,
            "{json}"
        );
    }
}
