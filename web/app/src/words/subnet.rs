//! Subnets: their parameters as people read them, and what is strange about a name.

use taolight_bittensor::reads::{HyperparameterValue, SafeText};
use taolight_locales::say;

use crate::format;

/// What a name may deceive with, if anything.
pub(crate) fn name_warning(name: &SafeText) -> Option<&'static str> {
    match (name.mixed, name.cleaned) {
        (true, _) => Some(say!(subnets.name_mixed)),
        (false, true) => Some(say!(subnets.name_cleaned)),
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

/// What a parameter means, by its name in the runtime. None of one that is new to us.
pub(crate) fn parameter_meaning(name: &str) -> Option<&'static str> {
    let meaning = match name {
        "rho" => say!(subnets.meaning.rho),
        "kappa" => say!(subnets.meaning.kappa),
        "immunity_period" => say!(subnets.meaning.immunity_period),
        "min_allowed_weights" => say!(subnets.meaning.min_allowed_weights),
        "max_weights_limit" | "max_weight_limit" => say!(subnets.meaning.max_weights_limit),
        "tempo" => say!(subnets.meaning.tempo),
        "weights_version" => say!(subnets.meaning.weights_version),
        "weights_rate_limit" => say!(subnets.meaning.weights_rate_limit),
        "adjustment_interval" => say!(subnets.meaning.adjustment_interval),
        "activity_cutoff" => say!(subnets.meaning.activity_cutoff),
        "activity_cutoff_factor" => say!(subnets.meaning.activity_cutoff_factor),
        "registration_allowed" => say!(subnets.meaning.registration_allowed),
        "target_regs_per_interval" => say!(subnets.meaning.target_regs_per_interval),
        "min_burn" => say!(subnets.meaning.min_burn),
        "max_burn" => say!(subnets.meaning.max_burn),
        "burn_half_life" => say!(subnets.meaning.burn_half_life),
        "burn_increase_mult" => say!(subnets.meaning.burn_increase_mult),
        "bonds_moving_avg" => say!(subnets.meaning.bonds_moving_avg),
        "bonds_penalty" => say!(subnets.meaning.bonds_penalty),
        "bonds_reset_enabled" => say!(subnets.meaning.bonds_reset_enabled),
        "max_regs_per_block" => say!(subnets.meaning.max_regs_per_block),
        "serving_rate_limit" => say!(subnets.meaning.serving_rate_limit),
        "max_validators" => say!(subnets.meaning.max_validators),
        "adjustment_alpha" => say!(subnets.meaning.adjustment_alpha),
        "difficulty" => say!(subnets.meaning.difficulty),
        "min_difficulty" => say!(subnets.meaning.min_difficulty),
        "max_difficulty" => say!(subnets.meaning.max_difficulty),
        "commit_reveal_period" => say!(subnets.meaning.commit_reveal_period),
        "commit_reveal_weights_enabled" | "commit_reveal_enabled" => {
            say!(subnets.meaning.commit_reveal_weights_enabled)
        }
        "alpha_high" => say!(subnets.meaning.alpha_high),
        "alpha_low" => say!(subnets.meaning.alpha_low),
        "liquid_alpha_enabled" => say!(subnets.meaning.liquid_alpha_enabled),
        "alpha_sigmoid_steepness" => say!(subnets.meaning.alpha_sigmoid_steepness),
        "yuma_version" => say!(subnets.meaning.yuma_version),
        "subnet_is_active" => say!(subnets.meaning.subnet_is_active),
        "transfers_enabled" => say!(subnets.meaning.transfers_enabled),
        "user_liquidity_enabled" => say!(subnets.meaning.user_liquidity_enabled),
        "owner_cut_enabled" => say!(subnets.meaning.owner_cut_enabled),
        "owner_cut_auto_lock_enabled" => say!(subnets.meaning.owner_cut_auto_lock_enabled),
        "min_childkey_take" => say!(subnets.meaning.min_childkey_take),
        _ => return None,
    };
    Some(meaning)
}

/// A parameter's value.
pub(crate) fn parameter_value(value: &HyperparameterValue) -> String {
    match value {
        HyperparameterValue::Flag(is_on) => switch(*is_on).to_owned(),
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
    if is_on {
        say!(subnets.is_on)
    } else {
        say!(subnets.is_off)
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::meaning;
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
    fn parameters_mean_what_the_engine_says() {
        for name in [
            "rho",
            "max_weight_limit",
            "commit_reveal_enabled",
            "min_childkey_take",
        ] {
            assert!(parameter_meaning(name).is_some());
            assert_eq!(parameter_meaning(name), meaning(name));
        }
        assert_eq!(parameter_meaning("new_to_us"), None);
    }

    #[test]
    fn strange_names_are_called_so() {
        let warning = |text: &str| name_warning(&SafeText::from_bytes(text.as_bytes()));
        assert_eq!(warning("Vision"), None);
        assert!(warning("Opentensor Fоundation").is_some_and(|said| said.contains("alphabets")));
        assert!(warning("evil\u{202e}").is_some_and(|said| said.contains("cannot be seen")));
    }
}
