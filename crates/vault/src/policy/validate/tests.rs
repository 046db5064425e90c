#![allow(clippy::unwrap_used)]

use taolight_protocol::vault::Policy;

use super::{
    super::tests::{entry, only_calls, only_netuids, per_day, per_transaction},
    *,
};

fn is_valid(origin: Option<&str>, policy: Policy) -> bool {
    match validate(&entry(1, origin, policy)) {
        Ok(()) => true,
        Err(failure) => {
            assert_eq!(failure.code, ErrorCode::InvalidPolicy);
            false
        }
    }
}

#[test]
fn limits_that_can_be_set() {
    for policy in [
        Policy::default(),
        per_transaction(0),
        per_day(u64::MAX),
        only_calls(&[]),
        only_calls(&["Balances.*", "SubtensorModule.add_stake"]),
        only_netuids(&[]),
        only_netuids(&[0, u16::MAX]),
    ] {
        assert!(is_valid(None, policy.clone()), "{policy:?}");
    }
    for pattern in [
        "",
        "*",
        "Balances",
        "Balances.",
        ".burn",
        "*.burn",
        "Balances.trans*",
        "Balances burn",
        "Balances.burn.x",
        " Balances.burn",
        "Balances.*x",
        "Balances.1",
        "Balances.b\u{fc}rn",
    ] {
        assert!(!is_valid(None, only_calls(&["System.*", pattern])), "{pattern}");
    }
    assert!(!is_valid(None, only_netuids(&[1; 5_000])));
    assert!(!is_valid(None, only_calls(&["System.*"; 5_000])));
}

#[test]
fn websites_that_limits_can_be_set_for() {
    for origin in [
        "https://example.com",
        "http://localhost:8080",
        "http://[::1]",
        "https://example.com:80",
        "chrome-extension://abcdefghijklmnop",
    ] {
        assert!(is_valid(Some(origin), Policy::default()), "{origin}");
    }
    for origin in [
        "",
        "null",
        "example.com",
        "https://",
        "https://example.com/",
        "https://Example.com",
        "HTTPS://example.com",
        "https://example.com:443",
        "http://example.com:80",
        "https://user@example.com",
        "https://example.com?",
        " https://example.com",
        "https://b\u{fc}cher.example",
    ] {
        assert!(!is_valid(Some(origin), Policy::default()), "{origin}");
    }
}
