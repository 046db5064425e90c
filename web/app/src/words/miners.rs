//! Miners: what to expect of them, how they are asked, and what came of it.

use taolight_locales::say;
use taolight_protocol::engine::miners::{
    AnswerMeta, Finding, FindingWeight, MinerIdentity, MinerProtocol, Outcome, Probed, Verdict,
};

use crate::format;

mod engine;

pub(crate) use engine::{ask_failure, clocks, engine_says};

/// What to expect, in a few words.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::LikelyAnswered => say!(miners.verdict.answered),
        Outcome::Unclear => say!(miners.verdict.unclear),
        Outcome::LikelyRefused => say!(miners.verdict.refused),
        Outcome::CannotBeSent => say!(miners.verdict.cannot_be_sent),
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
        Outcome::LikelyAnswered => "text-good",
        Outcome::Unclear => "text-care",
        Outcome::LikelyRefused | Outcome::CannotBeSent => "text-stop",
    }
}

/// The reasons of a verdict as sentences, weightiest first.
pub(crate) fn reasons(verdict: &Verdict) -> Vec<String> {
    verdict.findings.iter().map(reason).collect()
}

fn reason(finding: &Finding) -> String {
    let text = engine::finding(finding);
    match finding.weight {
        FindingWeight::Note => say!(miners.verdict.note, text = text),
        FindingWeight::Doubt | FindingWeight::Refusal | FindingWeight::Bar => text,
    }
}

/// How requests are signed.
pub(crate) fn protocol(protocol: MinerProtocol) -> &'static str {
    match protocol {
        MinerProtocol::Axon => say!(miners.protocols.axon),
        MinerProtocol::BtAuth => say!(miners.protocols.btauth),
        MinerProtocol::Epistula => say!(miners.protocols.epistula),
    }
}

/// Whether a miner's hotkey is at its endpoint, and how fast it answered.
fn identity(identity: MinerIdentity, latency: u32) -> String {
    match identity {
        MinerIdentity::Proven => say!(miners.probed.proven, latency = latency),
        MinerIdentity::Another => say!(miners.probed.another, latency = latency),
        MinerIdentity::Unsigned => say!(miners.probed.unsigned, latency = latency),
    }
}

/// The first for programs.
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
        lines.push(identity(found, latency));
    }
    if let Some(synapses) = probed.synapses.as_ref().filter(|synapses| !synapses.is_empty()) {
        let names = synapses.join(say!(common.list_separator));
        lines.push(say!(miners.probed.synapses, names = names));
    }
    lines.extend(probed.skew.as_deref().map(clocks));
    if let Some(failure) = &probed.failure {
        lines.push(ask_failure(failure));
        lines.extend(failure.advice.as_deref().map(engine_says));
    }
    lines
}

/// How a miner answered and how fast, by our clock and by its own.
pub(crate) fn answered(meta: &AnswerMeta) -> String {
    let AnswerMeta {
        status,
        latency_ms: latency,
        process_time,
        ..
    } = meta;
    match process_time.as_deref().and_then(seconds) {
        Some(seconds) => say!(
            miners.answers.took,
            status = *status,
            latency = *latency,
            seconds = seconds
        ),
        None => format!("{status} · {latency} ms"),
    }
}

/// How long a miner says that it took. It writes seconds with all the digits that it has.
fn seconds(seconds: &str) -> Option<String> {
    let seconds = seconds.parse::<f64>().ok()?;
    seconds.is_finite().then(|| format!("{seconds:.3}"))
}

/// Several miners that gave the same answer.
pub(crate) fn same_answer(uids: &[u16]) -> String {
    let numbers: Vec<_> = uids.iter().map(u16::to_string).collect();
    let (others, last) = numbers.split_at(numbers.len().saturating_sub(1));
    let others = others.join(say!(common.list_separator));
    say!(miners.answers.same, others = others, last = last.concat())
}

/// So many miners that can be asked.
pub(crate) fn found_miners(count: usize) -> String {
    match count {
        1 => say!(miners.table.found_miners_one, count = 1),
        count => say!(miners.table.found_miners_many, count = number(count)),
    }
}

/// So many neurons.
pub(crate) fn found_neurons(count: usize) -> String {
    match count {
        1 => say!(miners.table.found_neurons_one, count = 1),
        count => say!(miners.table.found_neurons_many, count = number(count)),
    }
}

/// The size of a list.
pub(crate) fn items(count: usize) -> String {
    match count {
        1 => say!(miners.answers.items_one, count = 1),
        count => say!(miners.answers.items_many, count = number(count)),
    }
}

/// The size of an object.
pub(crate) fn fields(count: usize) -> String {
    match count {
        1 => say!(miners.answers.fields_one, count = 1),
        count => say!(miners.answers.fields_many, count = number(count)),
    }
}

/// The length of a text.
pub(crate) fn characters(count: usize) -> String {
    match count {
        1 => say!(miners.answers.characters_one, count = 1),
        count => say!(miners.answers.characters_many, count = number(count)),
    }
}

fn number(count: usize) -> String {
    format::number(count as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn miners_are_counted_off() {
        assert_eq!(same_answer(&[4, 7]), "Miners 4 and 7 gave the same answer.");
        assert_eq!(same_answer(&[4, 7, 9]), "Miners 4, 7 and 9 gave the same answer.");
        assert_eq!((items(0), items(1)), ("0 items".to_owned(), "1 item".to_owned()));
    }

    #[test]
    fn a_miners_own_time_is_cut_to_what_matters() {
        let told = |seconds: &str| {
            answered(&AnswerMeta {
                status: 200,
                latency_ms: 12,
                skew: None,
                process_time: Some(seconds.to_owned()),
            })
        };
        assert_eq!(told("5.03e-05"), "200 · 12 ms, took 0.000 s by its own account");
        assert_eq!(told("0.1204"), "200 · 12 ms, took 0.120 s by its own account");
        assert_eq!(told("<b>"), "200 · 12 ms");
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
