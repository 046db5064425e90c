use serde_json::{Value, json};
use taolight_primitives::{ErrorCode, Rao};
use taolight_protocol::vault::Policy;

use super::*;
use crate::columns::Choosable;

const NOW_MS: u64 = 1_000_000;

fn contact(address: u8, name: &str) -> Contact {
    Contact {
        address: AccountId([address; 32]),
        name: name.to_owned(),
    }
}

fn entry(at_ms: u64) -> Entry {
    let entry = json!({
        "atMs": at_ms, "netuid": 1, "name": "Ping", "content": null, "asked": 2, "answered": 1,
    });
    serde_json::from_value(entry).unwrap()
}

fn limits(address: u8) -> PolicyEntry {
    PolicyEntry {
        account: AccountId([address; 32]),
        origin: None,
        policy: Policy {
            per_day: Some(Rao(5)),
            ..Policy::default()
        },
    }
}

fn samples(times: &[u64]) -> History {
    let samples: Vec<_> = times
        .iter()
        .map(|at_ms| json!({ "at_ms": at_ms, "worth": "7" }))
        .collect();
    serde_json::from_value(Value::Array(samples)).unwrap()
}

fn worth(times: &[u64]) -> Worth {
    Worth {
        genesis: BlockHash([9; 32]),
        coldkeys: vec![AccountId([1; 32])],
        samples: samples(times),
    }
}

fn network(genesis: u8) -> String {
    json!({ "genesis": { "hash": BlockHash([genesis; 32]) } }).to_string()
}

fn columns(chosen: &[(&str, bool)]) -> Choices {
    let chosen = chosen
        .iter()
        .map(|(name, is_shown)| ((*name).to_owned(), *is_shown));
    [(Choosable::Subnets, chosen.collect())].into()
}

fn everything() -> Saved {
    Saved {
        accounts: vec![contact(1, "Main"), contact(2, "Savings")],
        contacts: vec![contact(7, "Mia")],
        favourites: [(BlockHash([9; 32]), [NetUid(1), NetUid(64)].into())].into(),
        worth: vec![worth(&[10, 20])],
        questions: [(BlockHash([9; 32]), vec![entry(5), entry(4)])].into(),
        limits: vec![limits(1)],
        networks: vec![network(1), network(2)],
        columns: columns(&[("pool", false), ("tempo", true)]),
        tolerance: Some(Tolerance::new(7_000).unwrap()),
        dark: Some(true),
        language: Some(Locale::zh),
        auto_lock: Some(AutoLock::After(5)),
    }
}

/// The file with one part of it written over.
fn with(name: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(&everything().to_text().unwrap()).unwrap();
    file[name] = value;
    file.to_string()
}

fn refused(text: &str) -> Failure {
    let failure = Saved::parse(text, NOW_MS).unwrap_err();
    assert_eq!(failure.code, ErrorCode::MalformedSettings);
    assert!(failure.message.ends_with("nothing was changed."), "{failure}");
    failure
}

#[test]
fn what_is_saved_is_read_back() {
    for saved in [everything(), Saved::default()] {
        assert_eq!(Saved::parse(&saved.to_text().unwrap(), NOW_MS), Ok(saved));
    }
    // What a file does not have is not there.
    let least = r#"{"taolight":"settings","version":1}"#;
    assert_eq!(Saved::parse(least, NOW_MS), Ok(Saved::default()));
}

#[test]
fn a_file_from_before_columns_were_chosen_is_read() {
    let mut file: Value = serde_json::from_str(&everything().to_text().unwrap()).unwrap();
    file.as_object_mut().unwrap().remove("columns");
    let expected = Saved {
        columns: Choices::new(),
        ..everything()
    };
    assert_eq!(Saved::parse(&file.to_string(), NOW_MS), Ok(expected));
}

#[test]
fn other_files_are_refused_without_repeating_them() {
    for text in ["", "[]", "bottom drive obey", "{\"taolight\":\"settings\",\"ver"] {
        assert!(refused(text).message.contains("cut off"), "{text}");
    }
    let key_file = r#"{"secretPhrase":"bottom drive","ss58Address":"5D"}"#;
    let failure = refused(key_file);
    assert!(failure.message.contains("Import an account") && !failure.message.contains("bottom"));
    assert!(refused(&with("version", json!(2))).message.contains("newer"));
    assert_eq!(
        refused(&with("version", json!("1"))).data.as_deref(),
        Some("version")
    );
    assert!(refused(&" ".repeat(9 << 20)).message.contains("too large"));
}

#[test]
fn each_part_is_checked_and_named() {
    let long = "x".repeat(65);
    let address = AccountId([1; 32]).to_string();
    let contact = |name: &str| json!([{ "address": address, "name": name }]);
    let many: Vec<_> = (0..51).map(|at_ms| json!(entry(at_ms))).collect();
    let bad = [
        ("accounts", contact(&long)),
        ("accounts", json!([{ "address": "5D", "name": "Main" }])),
        (
            "accounts",
            json!([{ "address": address, "name": "Main", "secret": "0x00" }]),
        ),
        ("contacts", contact("")),
        ("contacts", contact(" Mia")),
        ("contacts", contact("Mia\u{7}")),
        ("favourites", json!({ "finney": [1] })),
        ("favourites", json!({ "0x00": "1" })),
        ("worth", json!([worth(&[2, 2])])),
        ("worth", json!([{ "genesis": "0x" }])),
        ("questions", json!({ BlockHash([9; 32]).to_string(): many })),
        (
            "limits",
            json!([{ "account": address, "origin": null, "policy": { "perDay": -1 } }]),
        ),
        ("networks", json!(["{}"])),
        ("networks", json!([5])),
        ("networks", json!((0..17).map(network).collect::<Vec<_>>())),
        ("columns", json!({ "accounts": {} })),
        ("columns", json!({ "subnets": { "pool": "yes" } })),
        ("columns", json!({ "subnets": { "<pool>": true } })),
        ("tolerance", json!(2_000_000)),
        ("dark", json!("yes")),
        ("language", json!("fr")),
        ("autoLock", json!({ "is": "after", "minutes": 0 })),
        ("secrets", json!([])),
    ];
    for (name, value) in bad {
        let failure = refused(&with(name, value.clone()));
        assert_eq!(failure.data.as_deref(), Some(name), "{value}");
    }
}

#[test]
fn a_file_that_was_cut_or_changed_never_panics() {
    let text = everything().to_text().unwrap();
    for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
        refused(&text[..cut]);
    }
}

#[test]
fn only_what_is_missing_is_added() {
    assert!(everything().beyond(&everything()).is_empty());
    assert_eq!(everything().beyond(&Saved::default()), everything());
    let here = Saved {
        accounts: vec![contact(1, "Here")],
        contacts: vec![contact(7, "Her name here"), contact(8, "Bo")],
        favourites: [(BlockHash([9; 32]), [NetUid(64)].into())].into(),
        worth: vec![worth(&[15, 30])],
        questions: [(BlockHash([9; 32]), vec![entry(5)])].into(),
        columns: columns(&[("pool", true), ("tempo", true), ("volume", false)]),
        dark: Some(true),
        ..Saved::default()
    };
    let added = everything().beyond(&here);
    let expected = Saved {
        accounts: vec![contact(2, "Savings")],
        contacts: Vec::new(),
        favourites: [(BlockHash([9; 32]), [NetUid(1)].into())].into(),
        worth: vec![worth(&[10])],
        questions: [(BlockHash([9; 32]), vec![entry(4)])].into(),
        columns: columns(&[("pool", false)]),
        dark: None,
        ..everything()
    };
    assert_eq!(added, expected);
}

#[test]
fn single_choices_are_added_where_they_differ() {
    let here = Saved {
        language: Some(Locale::de),
        ..everything()
    };
    let expected = Saved {
        language: Some(Locale::zh),
        ..Saved::default()
    };
    assert_eq!(everything().beyond(&here), expected);
    // A file of somebody who chose none leaves the language as it is.
    let without = Saved {
        language: None,
        ..everything()
    };
    assert!(without.beyond(&here).is_empty());
}

#[test]
fn limits_here_are_never_replaced() {
    let looser = Saved {
        limits: vec![PolicyEntry {
            policy: Policy::default(),
            ..limits(1)
        }],
        ..everything()
    };
    let here = Saved {
        limits: vec![limits(1)],
        ..Saved::default()
    };
    assert_eq!(looser.beyond(&here).limits, []);
    let of_nobody = Saved {
        limits: vec![limits(200)],
        ..everything()
    };
    assert_eq!(of_nobody.beyond(&here).limits, []);
}

#[test]
fn samples_of_the_future_are_left_out() {
    let saved = Saved {
        worth: vec![worth(&[10, NOW_MS, NOW_MS + 1])],
        ..Saved::default()
    };
    let read = Saved::parse(&saved.to_text().unwrap(), NOW_MS).unwrap();
    assert_eq!(read.worth, [worth(&[10, NOW_MS])]);
}
