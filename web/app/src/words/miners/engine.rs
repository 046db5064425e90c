//! What the engine says about miners, which it says in English, in the language of the page.
//!
//! A sentence that never varies is known by itself. One with something in it is told by its code, and quoted.

use taolight_locales::{Locale, leptos_i18n, say};
use taolight_protocol::engine::miners::{AskFailure, Finding};

use crate::transfer::sentence;

/// The sentence of a text that never varies; as it came if it is not known.
pub(crate) fn engine_says(text: &str) -> String {
    let said = sentence(text);
    known(&said).map_or(said, str::to_owned)
}

/// The first of these sentences that is this one in English, in the language of the page.
macro_rules! first_of {
    ($said:expr, $($key:ident),+ $(,)?) => {{
        let said: &str = $said;
        $(
            if said == leptos_i18n::td_string!(Locale::en, miners.known.$key) {
                return Some(say!(miners.known.$key));
            }
        )+
        None
    }};
}

fn known(said: &str) -> Option<&'static str> {
    first_of!(
        said,
        seen,
        plain_http,
        no_proof,
        loopback,
        private,
        shared,
        link_local,
        multicast,
        example,
        reserved,
        gate_registered,
        gate_validators,
        gate_named,
        not_serving,
        blocked_port,
        mixed_content,
        local_network,
        cors,
        perhaps_cors,
        ipv6,
        perhaps_btauth,
        no_caller,
        not_sr25519,
        scheme,
        locked,
        no_key,
        unregistered,
        unregistered_500,
        no_permit,
        named_only,
        unknown_gate_unregistered,
        unknown_gate_no_permit,
        unknown_gate,
        closed_early,
        unfinished,
        advice_blacklisted,
        advice_no_synapse,
        advice_busy,
        advice_shape,
        advice_too_many,
        advice_headers,
        advice_failed_unregistered,
        advice_failed,
        advice_other,
        advice_stale,
        advice_replayed,
        advice_signature,
        advice_receiver,
        advice_malformed,
        advice_not_verified,
    )
}

/// A reason of a verdict.
pub(super) fn finding(finding: &Finding) -> String {
    let text = sentence(&finding.text);
    match finding.code.as_str() {
        "special" => say!(miners.findings.special, text = text),
        "unknown_software" => say!(miners.findings.unknown_software, text = text),
        "anothers_hotkey" => say!(miners.findings.anothers_hotkey, text = text),
        "stake_weight" => say!(miners.findings.stake_weight, text = text),
        "alpha_stake" => say!(miners.findings.alpha_stake, text = text),
        "rate" => say!(miners.findings.rate, text = text),
        _ => engine_says(&text),
    }
}

/// Why a miner gave no answer.
pub(crate) fn ask_failure(failure: &AskFailure) -> String {
    let text = sentence(&failure.message);
    match failure.code.as_str() {
        "not_signed" => say!(miners.failed.not_signed, text = text),
        "unreachable" => say!(miners.failed.unreachable, text = text),
        "forbidden" => say!(miners.failed.forbidden, text = text),
        "broken_off" => say!(miners.failed.broken_off, text = text),
        "late" | "paused" => say!(miners.failed.late, text = text),
        "too_large" | "too_many_items" => say!(miners.failed.too_large, text = text),
        "redirected" => say!(miners.failed.redirected, text = text),
        "not_an_axon" => say!(miners.failed.not_an_axon, text = text),
        "content_type" | "not_utf8" | "not_json" => say!(miners.failed.unreadable, text = text),
        // Those of a miner that answered with an error.
        "not_verified" | "blacklisted" | "unknown_synapse" | "busy" | "shape" | "too_many" | "headers"
        | "failed" | "other" => say!(miners.failed.refused, text = text),
        _ => engine_says(&text),
    }
}

/// How far the clocks are apart; as it came if that is told in another way.
pub(crate) fn clocks(text: &str) -> String {
    let apart = text.strip_prefix("Your clock is ").unwrap_or_default();
    if let Some(by) = apart.strip_suffix(" behind the miner's") {
        say!(miners.clock.behind, by = by)
    } else if let Some(by) = apart.strip_suffix(" ahead of the miner's") {
        say!(miners.clock.ahead, by = by)
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use taolight_locales::set_locale;

    use super::*;

    #[test]
    fn what_the_engine_says_is_told_in_the_language_of_the_page() {
        let text = "this address is your own device";
        assert_eq!(engine_says(text), "This address is your own device.");
        assert_eq!(
            clocks("Your clock is 30 s behind the miner's"),
            "Your clock is 30 s behind the miner's"
        );
        set_locale(Locale::de);
        assert_eq!(engine_says(text), "Diese Adresse ist Ihr eigenes Gerät.");
        assert_eq!(engine_says("something new"), "Something new.");
        assert!(clocks("Your clock is 9 min ahead of the miner's").contains("9 min"));
        assert_eq!(clocks("something new"), "something new");
        set_locale(Locale::en);
    }
}
