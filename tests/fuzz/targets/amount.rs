//! Amounts, as people type them: what is read is what the digits say, to the last rao.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_primitives::{AmountError, Rao};

fuzz_target!(|input: &[u8]| {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    match Rao::parse_tao(text) {
        Ok(rao) => {
            assert_eq!(digits(text), Some(rao.0));
            assert_eq!(Rao::parse_tao(&rao.to_string()), Ok(rao));
        }
        Err(AmountError::TooLarge) => assert_eq!(digits(text), None),
        Err(_) => {}
    }
    if let Ok(rao) = serde_json::from_str::<Rao>(text) {
        assert_eq!(
            serde_json::from_str::<Rao>(&serde_json::to_string(&rao).expect("a text")).ok(),
            Some(rao)
        );
    }
});

/// The rao of an amount that has digits and at most one point, counted another way; none if they are too many.
fn digits(text: &str) -> Option<u64> {
    let text: String = text.split_whitespace().collect();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let number = |digits: &str| {
        digits.bytes().try_fold(0_u64, |sum, digit| {
            sum.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
        })
    };
    number(whole)?
        .checked_mul(1_000_000_000)?
        .checked_add(number(&format!("{fraction:0<9}"))?)
}
