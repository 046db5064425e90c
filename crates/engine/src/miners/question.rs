//! From what a person typed to a question that can be sent.

use taolight_dendrite::{Ask, Call, FillError, Json, PlainCall, Synapse};
use taolight_primitives::{ErrorCode, Failure, NetUid};
use taolight_protocol::engine::miners::{About, HttpMethod, MinerCall, Question};

use super::{Miners, subnet::SubnetId, wire};

/// A question that can be sent.
pub(super) enum Asked {
    Synapse(Call),
    BtAuth(PlainCall),
    Epistula(PlainCall),
}

impl Asked {
    pub(super) fn ask(&self) -> Ask<'_> {
        match self {
            Self::Synapse(call) => Ask::Synapse(call),
            Self::BtAuth(call) => Ask::BtAuth(call),
            Self::Epistula(call) => Ask::Epistula(call),
        }
    }

    /// What a verdict on it is about.
    pub(super) fn about(&self) -> About {
        match self {
            Self::Synapse(call) => About::Synapse {
                name: call.name().to_owned(),
            },
            Self::BtAuth(_) => About::BtAuth,
            Self::Epistula(_) => About::Epistula,
        }
    }
}

impl Miners {
    /// Checks a question.
    pub(super) fn asked(&self, id: &SubnetId, question: &Question) -> Result<Asked, Failure> {
        Ok(match question {
            Question::Ping => Asked::Synapse(filled(&Synapse::ping(), Vec::new())?),
            Question::Preset { name, fields } => {
                let known = self.presets()?.synapse(&id.network, id.netuid, name);
                let (_, synapse) = known.ok_or_else(|| not_known(id.netuid, name))?;
                Asked::Synapse(filled(synapse, object(fields)?)?)
            }
            Question::Described { description, fields } => {
                let synapse = Synapse::parse(description).map_err(|why| wrong(why, "description"))?;
                Asked::Synapse(filled(&synapse, object(fields)?)?)
            }
            Question::Free { name, fields, stream } => {
                let fields = object(fields)?;
                let synapse = Synapse::free(name, &fields, stream.map(wire::stream_in));
                let synapse = synapse.map_err(|why| wrong(why, "name"))?;
                Asked::Synapse(filled(&synapse, fields)?)
            }
            Question::BtAuth { call } => Asked::BtAuth(plain(call)?),
            Question::Epistula { call } => Asked::Epistula(plain(call)?),
        })
    }
}

fn filled(synapse: &Synapse, fields: Vec<(String, Json)>) -> Result<Call, Failure> {
    synapse.fill(fields).map_err(|why: FillError| {
        let field = why.field().unwrap_or("fields").to_owned();
        wrong(why, &field)
    })
}

fn plain(wanted: &MinerCall) -> Result<PlainCall, Failure> {
    let target = wanted.target.as_str();
    let call = match (wanted.method, &wanted.body) {
        (HttpMethod::Get, None) => PlainCall::get(target),
        (HttpMethod::Post, Some(body)) => PlainCall::post(target, &json(body, "body")?),
        (HttpMethod::Get, Some(_)) => return Err(wrong("a GET has no body", "body")),
        (HttpMethod::Post, None) => return Err(wrong("a POST needs a body", "body")),
    };
    let mut call = call.map_err(|why| wrong(why, "target"))?;
    if wanted.for_any_miner {
        call = call.for_any_miner();
    }
    if let Some(format) = wanted.stream {
        call = call.streamed(wire::stream_in(format));
    }
    Ok(call)
}

fn object(text: &str) -> Result<Vec<(String, Json)>, Failure> {
    match json(text, "fields")? {
        Json::Object(members) => Ok(members),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => {
            Err(wrong("the fields of a question are one JSON object", "fields"))
        }
    }
}

fn json(text: &str, field: &str) -> Result<Json, Failure> {
    Json::parse(text).map_err(|why| wrong(why, field))
}

fn not_known(netuid: NetUid, name: &str) -> Failure {
    let shown: String = name.chars().take(64).collect();
    wrong(
        format!("no synapse {shown:?} is known of subnet {netuid}; describe it, or ask freely"),
        "name",
    )
}

/// A question that cannot be asked.
pub(super) fn wrong(why: impl core::fmt::Display, field: &str) -> Failure {
    Failure::new(ErrorCode::InvalidQuestion, why).with_data(field)
}
