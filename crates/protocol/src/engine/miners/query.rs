//! A question to miners, from the form to the messages that the vault signs.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Bytes, NetUid};

use super::{Asker, MinerProtocol, Verdict};

/// Checks a question and says whom it would go to. Sends nothing. The answer is kept for ten minutes and good for one
/// [`AskMiners`](super::AskMiners).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct PrepareQuery {
    /// Which subnet.
    pub netuid: NetUid,
    /// Which neurons, 64 at most and none twice.
    pub uids: Vec<u16>,
    /// Who signs.
    pub asker: Asker,
    /// What is asked.
    pub question: Question,
    /// As in [`ProbeMiners`](super::ProbeMiners).
    pub special: bool,
    /// As in [`ProbeMiners`](super::ProbeMiners).
    pub tls: bool,
}

/// What is asked. JSON stands here as text, since the spelling of numbers and the order of keys are hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum Question {
    /// Nothing, to see whether the way there and back works. Every axon answers it to whoever signs.
    Ping,
    /// A synapse that the subnet's published software has, see [`SynapseForm`](super::SynapseForm).
    Preset {
        /// Its name.
        name: String,
        /// A JSON object of its fields.
        fields: String,
    },
    /// A synapse by a description of the user's own.
    Described {
        /// The JSON of the description.
        description: String,
        /// A JSON object of its fields.
        fields: String,
    },
    /// A synapse of which only the name is known, with whatever fields.
    Free {
        /// Its name.
        name: String,
        /// A JSON object of fields.
        fields: String,
        /// How its answer is streamed; none if it is one JSON value.
        stream: Option<StreamFormat>,
    },
    /// A call of `btauth/1`.
    BtAuth {
        /// The call.
        call: MinerCall,
    },
    /// A call of Epistula 2.
    Epistula {
        /// The call.
        call: MinerCall,
    },
}

/// A call with a path and a body of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MinerCall {
    /// The HTTP method.
    pub method: HttpMethod,
    /// Path and query, from the slash on.
    pub target: String,
    /// JSON; none for [`HttpMethod::Get`].
    pub body: Option<String>,
    /// How its answer is streamed; none if it is one JSON value.
    pub stream: Option<StreamFormat>,
    /// Whether it is signed for no miner in particular, which few accept.
    pub for_any_miner: bool,
}

/// The HTTP methods that miners are asked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum HttpMethod {
    /// Without body.
    Get,
    /// With body.
    Post,
}

/// How a miner frames what it streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum StreamFormat {
    /// Text, piece by piece.
    Text,
    /// JSON objects, one behind the other.
    Objects,
    /// Server-sent events.
    Events,
}

/// A question that can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct PreparedQuery {
    /// Names it. Random.
    pub query: String,
    /// How the requests are signed.
    pub protocol: MinerProtocol,
    /// Every miner that was named, in that order.
    pub miners: Vec<PreparedMiner>,
    /// What the vault describes: one message for each miner that will be asked, in their order.
    pub messages: Vec<Bytes>,
    /// How long an answer may take, in milliseconds.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub timeout_ms: u64,
    /// What is to be said before every question, whatever the verdict.
    pub no_promises: Vec<String>,
}

/// One miner of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct PreparedMiner {
    /// Which neuron.
    pub uid: u16,
    /// Address and port; none if it does not serve.
    pub address: Option<String>,
    /// What to expect.
    pub verdict: Verdict,
    /// The request as a command for a terminal, without its signature. None if the miner will not be asked, and the verdict
    /// says why.
    pub curl: Option<String>,
}

/// Gives the messages of a prepared question with the time of now, for the vault to sign at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StampQuery {
    /// [`PreparedQuery::query`].
    pub query: String,
}

/// Messages with the time of now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StampedQuery {
    /// In the order of [`PreparedQuery::messages`].
    pub messages: Vec<Bytes>,
}
