use super::*;
use crate::{Obstacle, Special, Threshold};

const WHOLE: u64 = 1_000_000_000;

fn caller(standing: Standing) -> Caller {
    Caller {
        scheme: Scheme::Sr25519,
        key: Key::Ready,
        owner: Owner::User,
        standing,
    }
}

fn registered(permit: bool, stake_weight: u64, alpha_stake: u64) -> Standing {
    Standing::Registered {
        uid: 7,
        permit,
        stake_weight: Alpha(stake_weight * WHOLE),
        alpha_stake: Alpha(alpha_stake * WHOLE),
    }
}

fn facts(question: Question<'_>, standing: Standing) -> Facts<'_> {
    Facts {
        axon: Some(AxonRecord {
            version: 10_005_000,
            ip: 0x0808_0808,
            port: 8091,
            ip_type: 4,
        }),
        host: Host::Extension,
        link: Link::Plain,
        cors: Cors::Unknown,
        caller: Some(caller(standing)),
        protocol: Protocol::Axon,
        question,
    }
}

fn gate() -> Gate {
    Gate {
        registered: true,
        permit: true,
        stake_weight: Some(Threshold::AtLeast(20_000)),
        alpha_stake: Some(Threshold::Above(20)),
        ..Gate::default()
    }
}

#[test]
fn who_passes_the_gate_is_likely_answered() {
    let gate = gate();
    let verdict = facts(Question::Known(&gate), registered(true, 20_000, 21)).verdict();
    assert_eq!(verdict.outcome, Outcome::LikelyAnswered);
    assert_eq!(verdict.findings, []);
}

#[test]
fn each_thing_that_is_missing_is_said() {
    let gate = gate();
    let verdict = facts(Question::Known(&gate), registered(false, 12, 20)).verdict();
    assert_eq!(verdict.outcome, Outcome::LikelyRefused);
    assert_eq!(
        verdict.findings,
        [
            Finding::NoPermit,
            Finding::StakeWeight {
                need: Threshold::AtLeast(20_000),
                has: Alpha(12 * WHOLE)
            },
            Finding::AlphaStake {
                need: Threshold::Above(20),
                has: Alpha(20 * WHOLE)
            },
        ]
    );
    assert_eq!(
        verdict.findings[1].to_string(),
        "this miner wants a stake weight of 20000 or more, and your hotkey has 12"
    );
}

#[test]
fn an_unregistered_hotkey_can_still_ping_and_discover() {
    let gate = gate();
    let verdict = facts(Question::Known(&gate), Standing::Unregistered).verdict();
    assert_eq!(verdict.outcome, Outcome::LikelyRefused);
    assert_eq!(verdict.findings, [Finding::Unregistered { answers_500: false }]);
    for question in [Question::Ping, Question::Unsigned] {
        let verdict = facts(question, Standing::Unregistered).verdict();
        assert_eq!(verdict.outcome, Outcome::LikelyAnswered);
    }
}

#[test]
fn an_open_gate_lets_everybody_in() {
    let open = Gate::default();
    let verdict = facts(Question::Known(&open), Standing::Unregistered).verdict();
    assert_eq!(verdict.outcome, Outcome::LikelyAnswered);
    let named = Gate {
        named_only: true,
        ..Gate::default()
    };
    let verdict = facts(Question::Known(&named), registered(true, 1_000_000, 0)).verdict();
    assert_eq!(verdict.findings, [Finding::NamedOnly]);
    assert_eq!(verdict.outcome, Outcome::LikelyRefused);
}

#[test]
fn an_unknown_gate_is_unclear() {
    let outcome = |standing| facts(Question::Unknown, standing).verdict().outcome;
    assert_eq!(outcome(Standing::Unregistered), Outcome::LikelyRefused);
    assert_eq!(outcome(registered(true, 1, 1)), Outcome::Unclear);
}

#[test]
fn what_cannot_be_sent_comes_first() {
    let gate = gate();
    let mut facts = facts(Question::Known(&gate), Standing::Unregistered);
    facts.host = Host::SecurePage;
    let verdict = facts.verdict();
    assert_eq!(verdict.outcome, Outcome::CannotBeSent);
    assert_eq!(verdict.findings[0], Finding::Obstacle(Obstacle::MixedContent));
    facts.axon = None;
    assert_eq!(facts.verdict().findings[0], Finding::NotServing);
}

#[test]
fn a_private_address_waits_for_consent() {
    let mut facts = facts(Question::Ping, registered(true, 1, 1));
    facts.axon = Some(AxonRecord {
        version: 1,
        ip: 0xc0a8_0101,
        port: 8091,
        ip_type: 4,
    });
    let verdict = facts.verdict();
    assert_eq!(verdict.outcome, Outcome::Unclear);
    assert_eq!(
        verdict.findings,
        [Finding::Special(Special::Private), Finding::PerhapsBtAuth]
    );
}

#[test]
fn the_key_has_to_be_there() {
    let mut facts = facts(Question::Ping, Standing::Unregistered);
    for (key, finding) in [(Key::Locked, Finding::Locked), (Key::Missing, Finding::NoKey)] {
        facts.caller.as_mut().unwrap().key = key;
        let verdict = facts.verdict();
        assert_eq!(verdict.outcome, Outcome::CannotBeSent);
        assert_eq!(verdict.findings, [finding]);
    }
    facts.caller = None;
    assert_eq!(facts.verdict().findings, [Finding::NoCaller]);
}

#[test]
fn anothers_hotkey_is_noted() {
    let other = AccountId([7; 32]);
    let mut facts = facts(Question::Ping, registered(true, 1, 1));
    let caller = facts.caller.as_mut().unwrap();
    caller.owner = Owner::Another(other);
    caller.scheme = Scheme::Ed25519;
    let verdict = facts.verdict();
    assert_eq!(
        verdict.findings,
        [Finding::NotSr25519, Finding::AnothersHotkey(other)]
    );
    // The one protocol that takes the other scheme.
    facts.protocol = Protocol::BtAuth;
    assert_eq!(facts.verdict().findings, [Finding::AnothersHotkey(other)]);
}
