//! Subnets: their parameters as people read them, and what is strange about a name.

use taolight_bittensor::reads::{HyperparameterValue, SafeText};

use crate::format;

/// What a name may deceive with, if anything.
pub(crate) fn name_warning(name: &SafeText) -> Option<&'static str> {
    match (name.mixed, name.cleaned) {
        (true, _) => {
            Some("This name mixes alphabets whose letters look alike. It may pass for another name.")
        }
        (false, true) => Some("Characters that cannot be seen were taken out of this name."),
        (false, false) => None,
    }
}

/// A parameter's name in the runtime as words: `min_burn` as `Min burn`.
pub(crate) fn parameter_name(name: &str) -> String {
    let spaced = name.replace('_', " ");
    let mut characters = spaced.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// A parameter's value.
pub(crate) fn parameter_value(value: &HyperparameterValue) -> String {
    match value {
        HyperparameterValue::Flag(true) => "on".to_owned(),
        HyperparameterValue::Flag(false) => "off".to_owned(),
        HyperparameterValue::Number(number) => match u64::try_from(*number) {
            Ok(number) => format::number(number),
            Err(_) => number.to_string(),
        },
        HyperparameterValue::Amount(amount) => format!("{} {}", format::amount(*amount), format::TAU),
        HyperparameterValue::Fixed32(bits) => {
            let sign = if *bits < 0 { "−" } else { "" };
            format!("{sign}{}", binary(bits.unsigned_abs(), 32))
        }
        HyperparameterValue::Fixed64(bits) => binary(*bits, 64),
    }
}

/// A number in parts of 2ⁿ with six decimals, cut off.
fn binary(bits: u128, fraction_bits: u32) -> String {
    let one = 1_u128 << fraction_bits;
    let (whole, mut rest) = (bits / one, bits % one);
    let mut text = whole.to_string();
    text.push('.');
    for _ in 0..6 {
        rest *= 10;
        text.push_str(&(rest / one).to_string());
        rest %= one;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// On or off.
pub(crate) fn switch(is_on: bool) -> &'static str {
    if is_on { "on" } else { "off" }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::Rao;

    use super::*;

    #[test]
    fn parameters_are_read_as_numbers_and_words() {
        assert_eq!(parameter_name("min_burn"), "Min burn");
        assert_eq!(parameter_name(""), "");
        let value = |value| parameter_value(&value);
        assert_eq!(value(HyperparameterValue::Flag(true)), "on");
        assert_eq!(value(HyperparameterValue::Number(65_535)), "65,535");
        assert_eq!(
            value(HyperparameterValue::Number(u128::MAX)),
            u128::MAX.to_string()
        );
        assert_eq!(value(HyperparameterValue::Amount(Rao(500_000_000))), "0.5 τ");
        assert_eq!(value(HyperparameterValue::Fixed32(3 << 31)), "1.5");
        assert_eq!(value(HyperparameterValue::Fixed32(-(1 << 30))), "−0.25");
        assert_eq!(value(HyperparameterValue::Fixed64(2 << 64)), "2");
    }

    #[test]
    fn strange_names_are_called_so() {
        let warning = |text: &str| name_warning(&SafeText::from_bytes(text.as_bytes()));
        assert_eq!(warning("Vision"), None);
        assert!(warning("Opentensor Fоundation").is_some_and(|said| said.contains("alphabets")));
        assert!(warning("evil\u{202e}").is_some_and(|said| said.contains("cannot be seen")));
    }
}
