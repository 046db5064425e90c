//! What to expect before anything is sent, computed from what the chain proves and what a subnet's software is known to
//! ask for. Nothing here asks anybody anything.

mod finding;
#[cfg(test)]
mod tests;

use taolight_primitives::{AccountId, Alpha};

pub use finding::{Finding, Weight};

use crate::{AxonRecord, Cors, Gate, Host, Link, Protocol, Scheme, Scope, Speaks};

/// What is known before a miner is asked. Whoever fills it in has it proven.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// The miner's record; none if it never had one.
    pub axon: Option<AxonRecord>,
    /// Where the request would be sent from.
    pub host: Host,
    /// How it would travel.
    pub link: Link,
    /// Whether the miner lets pages read its answers.
    pub cors: Cors,
    /// Who would sign; none if no account is chosen.
    pub caller: Option<Caller>,
    /// How it would be signed.
    pub protocol: Protocol,
    /// What would be asked.
    pub question: Question<'a>,
}

/// What a verdict is about.
#[derive(Debug, Clone, Copy)]
pub enum Question<'a> {
    /// Which synapses it has, or who it is: everybody may ask, and nothing is signed.
    Unsigned,
    /// The ping that every axon of the SDK answers to any valid signature.
    Ping,
    /// A synapse whose gate is known.
    Known(&'a Gate),
    /// A synapse of which nothing is known.
    Unknown,
}

/// Who would sign.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The signature scheme of the account.
    pub scheme: Scheme,
    /// Whether it can sign now.
    pub key: Key,
    /// Whose hotkey it is on chain.
    pub owner: Owner,
    /// What it is on the miner's subnet.
    pub standing: Standing,
}

/// Whether an account can sign now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// It can.
    Ready,
    /// The vault is locked.
    Locked,
    /// Only its address is known here.
    Missing,
}

/// Whose hotkey an account is on chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// One of the user's own coldkeys owns it.
    User,
    /// Another coldkey owns it.
    Another(AccountId),
    /// It belongs to no coldkey.
    Nobody,
}

/// What a hotkey is on a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not registered there.
    Unregistered,
    /// Registered.
    Registered {
        /// Its number.
        uid: u16,
        /// Whether it has a validator permit.
        permit: bool,
        /// Its stake weight, as the metagraph has it.
        stake_weight: Alpha,
        /// The subnet's alpha that is staked to it.
        alpha_stake: Alpha,
    },
}

/// What is to be expected, worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The miner will probably answer.
    LikelyAnswered,
    /// It cannot be said.
    Unclear,
    /// The miner will probably refuse.
    LikelyRefused,
    /// Nothing can be sent.
    CannotBeSent,
}

/// What is to be expected, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub outcome: Outcome,
    /// All reasons and remarks, weightiest first.
    pub findings: Vec<Finding>,
}

/// What is said before every query, whatever the verdict: no protocol of miners promises more.
pub const NO_PROMISES: [&str; 3] = [
    "Your hotkey, your address on the internet and what you ask are seen by the miner.",
    "Over plain http everybody on the way sees them too, and can change the answer.",
    "The miner does not sign its answer, so nobody can prove later what it said.",
];

impl Facts<'_> {
    /// What is to be expected.
    pub fn verdict(&self) -> Verdict {
        let mut findings = Vec::new();
        self.of_the_miner(&mut findings);
        match (self.question, &self.caller) {
            (Question::Unsigned, _) => {}
            (Question::Ping | Question::Known(_) | Question::Unknown, None) => {
                findings.push(Finding::NoCaller)
            }
            (Question::Ping, Some(caller)) => caller.of_the_key(self.protocol, &mut findings),
            (Question::Known(gate), Some(caller)) => {
                caller.of_the_key(self.protocol, &mut findings);
                caller.of_the_gate(gate, &mut findings);
            }
            (Question::Unknown, Some(caller)) => {
                caller.of_the_key(self.protocol, &mut findings);
                findings.push(caller.of_no_gate());
            }
        }
        findings.sort_by_key(|finding| core::cmp::Reverse(finding.weight()));
        let worst = findings.first().map(Finding::weight);
        Verdict {
            outcome: worst.map_or(Outcome::LikelyAnswered, Weight::outcome),
            findings,
        }
    }

    fn of_the_miner(&self, findings: &mut Vec<Finding>) {
        let Some(axon) = &self.axon else {
            return findings.push(Finding::NotServing);
        };
        let Some(endpoint) = axon.endpoint() else {
            return findings.push(Finding::NotServing);
        };
        if let Scope::Special(special) = endpoint.scope() {
            findings.push(Finding::Special(special));
        }
        if let Some(obstacle) = self.host.obstacle(endpoint, self.link, self.cors) {
            findings.push(Finding::Obstacle(obstacle));
        }
        if endpoint.ip.is_ipv6() {
            findings.push(Finding::Ipv6);
        }
        match (self.protocol, axon.speaks()) {
            (Protocol::Axon, Speaks::PerhapsBtAuth) => findings.push(Finding::PerhapsBtAuth),
            (Protocol::Axon, Speaks::Unknown) => findings.push(Finding::UnknownSoftware(axon.version)),
            (Protocol::Axon, Speaks::Synapses) | (Protocol::BtAuth | Protocol::Epistula, _) => {}
        }
    }
}

impl Caller {
    fn of_the_key(&self, protocol: Protocol, findings: &mut Vec<Finding>) {
        if !protocol.takes(self.scheme) {
            findings.push(Finding::NotSr25519);
        }
        match self.key {
            Key::Ready => {}
            Key::Locked => findings.push(Finding::Locked),
            Key::Missing => findings.push(Finding::NoKey),
        }
        match self.owner {
            Owner::User | Owner::Nobody => {}
            Owner::Another(coldkey) => findings.push(Finding::AnothersHotkey(coldkey)),
        }
    }

    fn of_the_gate(&self, gate: &Gate, findings: &mut Vec<Finding>) {
        if gate.named_only {
            findings.push(Finding::NamedOnly);
        }
        if let Some(rate) = &gate.rate {
            findings.push(Finding::Rate(rate.clone()));
        }
        let (permit, stake_weight, alpha_stake) = match self.standing {
            Standing::Unregistered if gate.registered => {
                let answers_500 = gate.fails_on_unregistered;
                return findings.push(Finding::Unregistered { answers_500 });
            }
            Standing::Unregistered => (false, Alpha::ZERO, Alpha::ZERO),
            Standing::Registered {
                permit,
                stake_weight,
                alpha_stake,
                ..
            } => (permit, stake_weight, alpha_stake),
        };
        if gate.permit && !permit {
            findings.push(Finding::NoPermit);
        }
        let short = |need: &crate::Threshold, has| !need.admits(has);
        if let Some(need) = gate.stake_weight.filter(|need| short(need, stake_weight)) {
            let has = stake_weight;
            findings.push(Finding::StakeWeight { need, has });
        }
        if let Some(need) = gate.alpha_stake.filter(|need| short(need, alpha_stake)) {
            let has = alpha_stake;
            findings.push(Finding::AlphaStake { need, has });
        }
    }

    /// Of a synapse that no preset knows.
    fn of_no_gate(&self) -> Finding {
        match self.standing {
            Standing::Unregistered => Finding::UnknownGateUnregistered,
            Standing::Registered { permit: false, .. } => Finding::UnknownGateNoPermit,
            Standing::Registered { permit: true, .. } => Finding::UnknownGate,
        }
    }
}
