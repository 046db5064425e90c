//! What miners answer, as it comes. None of it is signed by them, and all of it is a stranger's: text, never markup.

use serde::{Deserialize, Serialize};
use taolight_primitives::Bytes;

/// Sends a prepared question, once to each of its miners, and tells what comes. To cancel it closes the connections. Asked
/// a second time it fails, because nothing is ever sent twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AskMiners {
    /// [`PreparedQuery::query`](super::PreparedQuery::query).
    pub query: String,
    /// Signatures of the messages that [`StampQuery`](super::StampQuery) gave last, in their order.
    pub signatures: Vec<Bytes>,
}

/// Something that happened. Of each miner there is one `answered`, `ended` or `failed`, and nothing behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum AskUpdate {
    /// A piece of a streamed answer, to be put behind the earlier ones.
    Text {
        /// Which neuron.
        uid: u16,
        /// The piece.
        text: String,
    },
    /// A value of a streamed answer.
    Json {
        /// Which neuron.
        uid: u16,
        /// JSON.
        json: String,
    },
    /// A whole answer that is not streamed.
    Answered {
        /// Which neuron.
        uid: u16,
        /// JSON: of a synapse the fields of its own, without what every synapse has.
        json: String,
        /// What is known of the answer.
        meta: AnswerMeta,
    },
    /// A streamed answer ended well.
    Ended {
        /// Which neuron.
        uid: u16,
        /// What is known of the answer.
        meta: AnswerMeta,
    },
    /// No answer, or not all of it.
    Failed {
        /// Which neuron.
        uid: u16,
        /// Why.
        failure: AskFailure,
    },
    /// Which miners gave the same answer so far, the largest group first. Comes after each answer of several miners.
    Agreement {
        /// Miners that agree.
        groups: Vec<Agreement>,
    },
}

/// Miners that gave the same answer. They may be one operator: agreement makes an answer likelier, not true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Agreement {
    /// Which neurons.
    pub uids: Vec<u16>,
}

/// What is known of an answer beside its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AnswerMeta {
    /// The HTTP status.
    pub status: u16,
    /// From sending to the head of the answer, in milliseconds.
    pub latency_ms: u32,
    /// How far the clocks are apart, in words, if that is enough to matter.
    pub skew: Option<String>,
    /// Seconds that it took, as the axon wrote them.
    pub process_time: Option<String>,
}

/// Why a miner gave no answer. Nothing is tried again by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AskFailure {
    /// A stable name for programs.
    pub code: String,
    /// What happened, with the miner's own words in it.
    pub message: String,
    /// What to do.
    pub advice: Option<String>,
    /// What is known of the answer, if one came.
    pub meta: Option<AnswerMeta>,
    /// Whether the user may ask this miner the same again and expect something else. Never after a refusal of the hotkey.
    pub may_ask_again: bool,
}
