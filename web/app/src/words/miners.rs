//! Miners: what to expect of them, how they are asked, and what came of it.

use taolight_protocol::engine::miners::{
    Finding, FindingWeight, MinerIdentity, MinerProtocol, Outcome, Probed, Verdict,
};

use crate::transfer::sentence;

/// Nobody is chosen.
pub(crate) const NOBODY: &str = "Choose at least one miner in the table.";

/// There is nobody who asks.
pub(crate) const NO_HOTKEY: &str = "Requests to miners are signed by a hotkey, and there is none here yet.";

/// What to expect, in a few words.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::LikelyAnswered => "Will probably answer",
        Outcome::Unclear => "Cannot be foreseen",
        Outcome::LikelyRefused => "Will probably refuse",
        Outcome::CannotBeSent => "Cannot be asked",
    }
}

/// The same as a shape.
pub(crate) fn outcome_mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::LikelyAnswered => "●",
        Outcome::Unclear => "◐",
        Outcome::LikelyRefused => "○",
        Outcome::CannotBeSent => "✕",
    }
}

/// The same for programs.
pub(crate) fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::LikelyAnswered => "likelyAnswered",
        Outcome::Unclear => "unclear",
        Outcome::LikelyRefused => "likelyRefused",
        Outcome::CannotBeSent => "cannotBeSent",
    }
}

/// The colour of what to expect.
pub(crate) fn outcome_class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::LikelyAnswered => "good",
        Outcome::Unclear => "care",
        Outcome::LikelyRefused | Outcome::CannotBeSent => "stop",
    }
}

/// The reasons of a verdict as sentences, weightiest first.
pub(crate) fn reasons(verdict: &Verdict) -> Vec<String> {
    verdict.findings.iter().map(reason).collect()
}

fn reason(finding: &Finding) -> String {
    let text = sentence(&finding.text);
    match finding.weight {
        FindingWeight::Note => format!("Note: {text}"),
        FindingWeight::Doubt | FindingWeight::Refusal | FindingWeight::Bar => text,
    }
}

/// How requests are signed.
pub(crate) fn protocol(protocol: MinerProtocol) -> &'static str {
    match protocol {
        MinerProtocol::Axon => "Synapse to an axon (SDK 7 to 10)",
        MinerProtocol::BtAuth => "btauth/1 (SDK 11)",
        MinerProtocol::Epistula => "Epistula 2",
    }
}

/// Whether a miner's hotkey is at its endpoint.
pub(crate) fn identity(identity: MinerIdentity) -> &'static str {
    match identity {
        MinerIdentity::Proven => "its hotkey is there",
        MinerIdentity::Another => "another hotkey answers there: do not trust it",
        MinerIdentity::Unsigned => "who answers there signs nothing",
    }
}

/// The same for programs.
pub(crate) fn identity_name(identity: MinerIdentity) -> &'static str {
    match identity {
        MinerIdentity::Proven => "proven",
        MinerIdentity::Another => "another",
        MinerIdentity::Unsigned => "unsigned",
    }
}

/// What a probe found, line by line.
pub(crate) fn probed(probed: &Probed) -> Vec<String> {
    let mut lines = Vec::new();
    if let (Some(latency), Some(found)) = (probed.latency_ms, probed.identity) {
        lines.push(format!("{latency} ms, {}", identity(found)));
    }
    if let Some(synapses) = probed.synapses.as_ref().filter(|synapses| !synapses.is_empty()) {
        lines.push(format!("has {}", synapses.join(", ")));
    }
    lines.extend(probed.skew.clone());
    if let Some(failure) = &probed.failure {
        lines.push(sentence(&failure.message));
        lines.extend(failure.advice.as_ref().map(sentence));
    }
    lines
}

/// How long a miner says that it took. It writes seconds with all the digits that it has.
pub(crate) fn process_time(seconds: &str) -> String {
    match seconds.parse::<f64>() {
        Ok(seconds) if seconds.is_finite() => format!(", took {seconds:.3} s by its own account"),
        Ok(_) | Err(_) => String::new(),
    }
}

/// Miners by their numbers: `miner 4`, `miners 4, 7 and 9`.
pub(crate) fn uids(uids: &[u16]) -> String {
    let numbers: Vec<_> = uids.iter().map(u16::to_string).collect();
    match numbers.split_last() {
        None => "no miner".to_owned(),
        Some((only, [])) => format!("miner {only}"),
        Some((last, others)) => format!("miners {} and {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn miners_are_counted_off() {
        assert_eq!(uids(&[]), "no miner");
        assert_eq!(uids(&[4]), "miner 4");
        assert_eq!(uids(&[4, 7, 9]), "miners 4, 7 and 9");
    }

    #[test]
    fn a_miners_own_time_is_cut_to_what_matters() {
        assert_eq!(process_time("5.03e-05"), ", took 0.000 s by its own account");
        assert_eq!(process_time("0.1204"), ", took 0.120 s by its own account");
        assert_eq!(process_time("<b>"), "");
    }

    #[test]
    fn a_probe_is_told_in_lines() {
        let found = probed(&Probed {
            uid: 1,
            identity: Some(MinerIdentity::Proven),
            synapses: Some(vec!["EchoText".to_owned()]),
            latency_ms: Some(12),
            skew: None,
            failure: None,
        });
        assert_eq!(found, ["12 ms, its hotkey is there", "has EchoText"]);
    }
}
