//! What dendrite says, as the protocol carries it.

use std::time::Duration;

use taolight_dendrite::{
    AskError, Finding, Identity, Meta, Method, Outcome, Protocol, Scheme, Skew, Speaks, StreamFormat,
    Verdict, Weight,
};
use taolight_protocol::{
    engine::miners::{
        self as shown, AnswerMeta, AskFailure, FindingWeight, HttpMethod, MinerIdentity, MinerProtocol,
    },
    vault,
};

pub(super) fn scheme(scheme: vault::Scheme) -> Scheme {
    match scheme {
        vault::Scheme::Sr25519 => Scheme::Sr25519,
        vault::Scheme::Ed25519 => Scheme::Ed25519,
    }
}

pub(super) fn protocol(protocol: Protocol) -> MinerProtocol {
    match protocol {
        Protocol::Axon => MinerProtocol::Axon,
        Protocol::BtAuth => MinerProtocol::BtAuth,
        Protocol::Epistula => MinerProtocol::Epistula,
    }
}

pub(super) fn speaks(speaks: Speaks) -> shown::Speaks {
    match speaks {
        Speaks::Synapses => shown::Speaks::Synapses,
        Speaks::PerhapsBtAuth => shown::Speaks::PerhapsBtAuth,
        Speaks::Unknown => shown::Speaks::Unknown,
    }
}

pub(super) fn method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::Get,
        Method::Post => HttpMethod::Post,
    }
}

pub(super) fn stream_out(format: StreamFormat) -> shown::StreamFormat {
    match format {
        StreamFormat::Text => shown::StreamFormat::Text,
        StreamFormat::Objects => shown::StreamFormat::Objects,
        StreamFormat::Events => shown::StreamFormat::Events,
    }
}

pub(super) fn stream_in(format: shown::StreamFormat) -> StreamFormat {
    match format {
        shown::StreamFormat::Text => StreamFormat::Text,
        shown::StreamFormat::Objects => StreamFormat::Objects,
        shown::StreamFormat::Events => StreamFormat::Events,
    }
}

pub(super) fn identity(identity: Identity) -> MinerIdentity {
    match identity {
        Identity::Proven => MinerIdentity::Proven,
        Identity::Another => MinerIdentity::Another,
        Identity::Unsigned => MinerIdentity::Unsigned,
    }
}

pub(super) fn verdict(verdict: &Verdict) -> shown::Verdict {
    shown::Verdict {
        outcome: match verdict.outcome {
            Outcome::LikelyAnswered => shown::Outcome::LikelyAnswered,
            Outcome::Unclear => shown::Outcome::Unclear,
            Outcome::LikelyRefused => shown::Outcome::LikelyRefused,
            Outcome::CannotBeSent => shown::Outcome::CannotBeSent,
        },
        findings: verdict.findings.iter().map(finding).collect(),
    }
}

fn finding(finding: &Finding) -> shown::Finding {
    shown::Finding {
        code: finding.code().to_owned(),
        weight: match finding.weight() {
            Weight::Note => FindingWeight::Note,
            Weight::Doubt => FindingWeight::Doubt,
            Weight::Refusal => FindingWeight::Refusal,
            Weight::Bar => FindingWeight::Bar,
        },
        text: finding.to_string(),
    }
}

/// What stands in the way before anything is sent, as a failure.
pub(super) fn in_the_way(finding: &Finding) -> AskFailure {
    AskFailure {
        code: finding.code().to_owned(),
        message: finding.to_string(),
        advice: None,
        meta: None,
        may_ask_again: false,
    }
}

/// Why a miner gave no answer. What to do depends on whether the hotkey is registered on its subnet.
pub(super) fn failure(error: &AskError, registered: Option<bool>) -> AskFailure {
    let refusal = match error {
        AskError::Refused(refusal) => Some(refusal),
        AskError::Scheme
        | AskError::NotSigned(_)
        | AskError::Transport(_)
        | AskError::Late(_)
        | AskError::Paused(_)
        | AskError::TooLarge(_)
        | AskError::TooMany(_)
        | AskError::Redirected { .. }
        | AskError::NotAnAxon { .. }
        | AskError::ContentType { .. }
        | AskError::NotUtf8 { .. }
        | AskError::NotJson(_)
        | AskError::Unfinished => None,
    };
    AskFailure {
        code: error.code().to_owned(),
        message: error.to_string(),
        advice: refusal.map(|refusal| refusal.advice(registered)),
        meta: refusal.map(|refusal| meta(&refusal.meta)),
        may_ask_again: error.may_ask_again(),
    }
}

pub(super) fn meta(meta: &Meta) -> AnswerMeta {
    AnswerMeta {
        status: meta.status,
        latency_ms: milliseconds(meta.latency),
        skew: skew(meta.skew),
        process_time: meta.axon.process_time.clone(),
    }
}

/// How far the clocks are apart, if that is enough to matter.
pub(super) fn skew(skew: Option<Skew>) -> Option<String> {
    Some(skew.filter(Skew::is_notable)?.to_string())
}

pub(super) fn milliseconds(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}
