//! `taolight miners`, `taolight probe` and `taolight ask`: who serves a subnet, what to expect of each, and asking them.

use std::{fs, io::Write};

use futures::StreamExt;
use serde_json::{Value, json};
use taolight_primitives::{AccountId, ErrorCode, Failure, NetUid, Verified};
use taolight_protocol::{
    Client,
    engine::miners::{
        About, AskUpdate, Asker, AskerKey, FindingWeight, HttpMethod, MinerCall, MinerRow, MinerTable,
        Outcome, ProbeMiners, Question, ReadMinerPresets, ReadMiners, StreamFormat, Verdict,
    },
    vault::Scheme,
};

use crate::{
    act::{self, Secret},
    question::{self, Approvable, Wanted},
    read::value,
    typed::netuid,
    wallet::Wallet,
};

/// Who serves a subnet.
#[derive(clap::Args)]
pub(crate) struct Miners {
    /// Number of the subnet
    #[arg(value_parser = netuid)]
    netuid: NetUid,
    /// Address of the hotkey that would ask; what to expect depends on it
    #[arg(long, value_parser = AccountId::from_ss58)]
    hotkey: Option<AccountId>,
    /// Synapse that would be asked for; without it, a ping
    #[arg(long)]
    synapse: Option<String>,
}

/// Probes miners.
#[derive(clap::Args)]
pub(crate) struct Probe {
    #[command(flatten)]
    whom: Whom,
}

/// Whom to ask.
#[derive(clap::Args)]
struct Whom {
    /// Number of the subnet
    #[arg(value_parser = netuid)]
    netuid: NetUid,
    /// Numbers of the miners, separated by commas
    #[arg(long, value_delimiter = ',', required_unless_present = "best")]
    uids: Vec<u16>,
    /// The miners with the most incentive, so many, in place of numbers
    #[arg(long, conflicts_with = "uids")]
    best: Option<usize>,
    /// Ask at private, local and reserved addresses, too; a record on chain can name any device of your own network
    #[arg(long)]
    special: bool,
    /// Ask over https, which a miner has to put in front of its software by itself
    #[arg(long)]
    tls: bool,
}

/// Asks miners.
#[derive(clap::Args)]
pub(crate) struct Ask {
    #[command(flatten)]
    whom: Whom,
    #[command(flatten)]
    secret: Secret,
    /// Send without asking
    #[arg(long)]
    yes: bool,
    /// Synapse to ask for; without it, a ping
    #[arg(long, group = "what")]
    synapse: Option<String>,
    /// File that describes the synapse, as JSON
    #[arg(long, group = "what")]
    description: Option<String>,
    /// A call of btauth/1, such as `POST /generate`
    #[arg(long, group = "what", value_parser = call_line)]
    btauth: Option<(HttpMethod, String)>,
    /// A call of Epistula 2, such as `GET /nodes`
    #[arg(long, group = "what", value_parser = call_line)]
    epistula: Option<(HttpMethod, String)>,
    /// How the answer of a synapse that is not known, or of a call, is streamed: text, objects or events
    #[arg(long, value_parser = stream_format)]
    stream: Option<StreamFormat>,
    /// The fields of the synapse, or the body of the call, as JSON
    #[arg(value_name = "JSON", requires = "what")]
    content: Option<String>,
}

impl Miners {
    pub(crate) async fn run(self, engine: &Client) -> Result<Value, Failure> {
        let asker = self.hotkey.map(|hotkey| Asker {
            hotkey,
            scheme: Scheme::Sr25519,
            key: AskerKey::Ready,
            coldkeys: Vec::new(),
        });
        let about = match self.synapse {
            Some(name) => About::Synapse { name },
            None => About::Ping,
        };
        let netuid = self.netuid;
        let read = engine.call(ReadMiners { netuid, asker, about }).await?;
        value(read.map(|table| table.map(|table| rows(&table))))
    }
}

fn rows(table: &MinerTable) -> Vec<Value> {
    let row = |miner: &MinerRow| {
        json!({
            "uid": miner.uid,
            "hotkey": miner.hotkey,
            "incentive": miner.incentive,
            "axon": miner.axon.as_ref().map(|axon| &axon.address),
            "version": miner.axon.as_ref().map(|axon| axon.version),
            "expect": outcome(miner.verdict.outcome),
            "why": reasons(&miner.verdict),
        })
    };
    table.miners.iter().map(row).collect()
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::LikelyAnswered => "an answer, probably",
        Outcome::Unclear => "unclear",
        Outcome::LikelyRefused => "a refusal, probably",
        Outcome::CannotBeSent => "cannot be asked",
    }
}

/// The reasons that count most, in words.
fn reasons(verdict: &Verdict) -> String {
    let most = verdict.findings.first().map(|finding| finding.weight);
    let counts = |weight: FindingWeight| Some(weight) == most;
    let findings = verdict.findings.iter().filter(|finding| counts(finding.weight));
    findings
        .map(|finding| finding.text.as_str())
        .collect::<Vec<_>>()
        .join("; ")
}

impl Probe {
    pub(crate) async fn run(self, engine: &Client) -> Result<Value, Failure> {
        let uids = self.whom.uids(engine).await?;
        let Whom {
            netuid, special, tls, ..
        } = self.whom;
        let mut probes = engine.subscribe(ProbeMiners {
            netuid,
            uids,
            special,
            tls,
        });
        let mut rows = Vec::new();
        while let Some(probed) = probes.next().await {
            let probed = probed?;
            rows.push(json!({
                "uid": probed.uid,
                "identity": probed.identity,
                "latencyMs": probed.latency_ms,
                "synapses": probed.synapses,
                "skew": probed.skew,
                "failure": probed.failure.map(|failure| failure.message),
            }));
        }
        Ok(rows.into())
    }
}

impl Whom {
    async fn uids(&self, engine: &Client) -> Result<Vec<u16>, Failure> {
        let Some(most) = self.best else {
            return Ok(self.uids.clone());
        };
        let table = ReadMiners {
            netuid: self.netuid,
            asker: None,
            about: About::Probe,
        };
        let Verified { value: table, .. } = engine.call(table).await?;
        let mut miners = table.map(|table| table.miners).unwrap_or_default();
        miners.retain(|miner| {
            miner
                .axon
                .as_ref()
                .is_some_and(|axon| self.special || axon.special.is_none())
        });
        miners.sort_by_key(|miner| (core::cmp::Reverse(miner.incentive), miner.uid));
        miners.truncate(most);
        if miners.is_empty() {
            return Err(Failure::new(
                ErrorCode::InvalidQuestion,
                "no miner of this subnet can be asked from here",
            ));
        }
        Ok(miners.into_iter().map(|miner| miner.uid).collect())
    }
}

impl Ask {
    pub(crate) async fn run(self, engine: &Client) -> Result<Value, Failure> {
        self.secret.must_leave_input_to_answers(self.yes)?;
        let mut wallet = Wallet::new().await?;
        let hotkey = wallet.add(self.secret.read()?).await?;
        let wanted = Wanted {
            netuid: self.whom.netuid,
            uids: self.whom.uids(engine).await?,
            question: self.question(engine).await?,
            special: self.whom.special,
            tls: self.whom.tls,
        };
        let approvable = question::prepare_question(engine, &mut wallet, hotkey, wanted).await?;
        show(&approvable);
        if !self.yes && !act::approved()? {
            return Err(Failure::new(
                ErrorCode::Cancelled,
                "nothing was signed and nothing was sent",
            ));
        }
        let mut updates = question::ask(engine, &mut wallet, &approvable).await?;
        let mut told = Told::default();
        while let Some(update) = updates.next().await {
            told.take(update?);
        }
        Ok(told.ends.into())
    }

    async fn question(&self, engine: &Client) -> Result<Question, Failure> {
        let fields = self.content.clone().unwrap_or_else(|| "{}".to_owned());
        let call = |(method, target): &(HttpMethod, String)| MinerCall {
            method: *method,
            target: target.clone(),
            body: self.content.clone(),
            stream: self.stream,
            for_any_miner: false,
        };
        if let Some(line) = &self.btauth {
            return Ok(Question::BtAuth { call: call(line) });
        }
        if let Some(line) = &self.epistula {
            return Ok(Question::Epistula { call: call(line) });
        }
        if let Some(file) = &self.description {
            let description = fs::read_to_string(file).map_err(|error| {
                let message = format!("the description {file} cannot be read: {error}");
                Failure::new(ErrorCode::InvalidQuestion, message)
            })?;
            return Ok(Question::Described { description, fields });
        }
        let Some(name) = self.synapse.clone() else {
            return Ok(Question::Ping);
        };
        let netuid = self.whom.netuid;
        let presets = engine.call(ReadMinerPresets { netuid }).await?;
        let is_known = presets.synapses.iter().any(|synapse| synapse.name == name);
        let stream = self.stream;
        Ok(match is_known {
            true => Question::Preset { name, fields },
            false => Question::Free { name, fields, stream },
        })
    }
}

fn show(approvable: &Approvable) {
    let Approvable { prepared, summary } = approvable;
    for miner in &prepared.miners {
        let address = miner.address.as_deref().unwrap_or("nowhere");
        let (uid, outcome) = (miner.uid, outcome(miner.verdict.outcome));
        eprintln!("miner {uid} at {address}: {outcome}");
        for finding in &miner.verdict.findings {
            eprintln!("  {}", finding.text);
        }
    }
    for promise in &prepared.no_promises {
        eprintln!("! {promise}");
    }
    let count = summary.requests.len();
    eprintln!(
        "{} signs {count} request(s), one for each miner.",
        summary.account
    );
}

/// What has been told, as it goes.
#[derive(Default)]
struct Told {
    ends: Vec<Value>,
}

impl Told {
    fn take(&mut self, update: AskUpdate) {
        match update {
            AskUpdate::Text { uid, text } => live(uid, &text),
            AskUpdate::Json { uid, json } => live(uid, &json),
            AskUpdate::Answered { uid, json, meta } => self.ends.push(json!({
                "uid": uid, "status": meta.status, "latencyMs": meta.latency_ms, "answer": json,
            })),
            AskUpdate::Ended { uid, meta } => self.ends.push(json!({
                "uid": uid, "status": meta.status, "latencyMs": meta.latency_ms, "answer": "streamed",
            })),
            AskUpdate::Failed { uid, failure } => self.ends.push(json!({
                "uid": uid,
                "status": failure.meta.map(|meta| meta.status),
                "failure": failure.message,
                "advice": failure.advice,
            })),
            AskUpdate::Agreement { groups } => {
                let groups = groups.iter().filter(|group| group.uids.len() > 1);
                for group in groups {
                    eprintln!("miners {:?} agree", group.uids);
                }
            }
        }
    }
}

/// A piece of a streamed answer, at once. What a miner sends must not steer the terminal.
fn live(uid: u16, text: &str) {
    let shown: String = text
        .chars()
        .filter(|character| *character == '\n' || !character.is_control())
        .collect();
    let mut error = std::io::stderr().lock();
    let _ = writeln!(error, "{uid}: {shown}");
}

fn call_line(line: &str) -> Result<(HttpMethod, String), String> {
    let (method, target) = line
        .split_once(' ')
        .ok_or("write the method, a space and the path")?;
    let method = match method {
        "GET" => HttpMethod::Get,
        "POST" => HttpMethod::Post,
        _ => return Err("the method is GET or POST".to_owned()),
    };
    Ok((method, target.to_owned()))
}

fn stream_format(name: &str) -> Result<StreamFormat, String> {
    match name {
        "text" => Ok(StreamFormat::Text),
        "objects" => Ok(StreamFormat::Objects),
        "events" => Ok(StreamFormat::Events),
        _ => Err("text, objects or events".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_typed_as_http_has_them() {
        let posted = call_line("POST /a?b=c").ok();
        assert_eq!(posted, Some((HttpMethod::Post, "/a?b=c".to_owned())));
        assert!(call_line("/a").is_err());
        assert!(call_line("PUT /a").is_err());
        assert!(stream_format("lines").is_err());
    }
}
