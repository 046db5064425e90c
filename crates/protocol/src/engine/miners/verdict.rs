//! What to expect of a miner before anything is sent, and why.

use serde::{Deserialize, Serialize};

/// What a verdict is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum About {
    /// A probe: which synapses it has, and whether it is who it says. Everybody may ask, and nothing is signed.
    Probe,
    /// The ping that every axon answers to any valid signature.
    Ping,
    /// A synapse. Whom it answers is known if the subnet's published software has it.
    Synapse {
        /// Its name.
        name: String,
    },
    /// A call of `btauth/1`.
    BtAuth,
    /// A call of Epistula 2.
    Epistula,
}

/// How a request is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum MinerProtocol {
    /// Synapses, to an axon of the SDK 7 to 10.
    Axon,
    /// `btauth/1` of the SDK 11.
    BtAuth,
    /// Epistula 2.
    Epistula,
}

/// What is to be expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verdict {
    /// In one word.
    pub outcome: Outcome,
    /// All reasons and remarks, weightiest first.
    pub findings: Vec<Finding>,
}

/// What is to be expected, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
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

/// One reason or remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    /// A stable name for programs.
    pub code: String,
    /// How much it decides.
    pub weight: FindingWeight,
    /// A sentence for people, without capital and full stop.
    pub text: String,
}

/// How much a finding decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum FindingWeight {
    /// Worth knowing.
    Note,
    /// It cannot be said any more.
    Doubt,
    /// The miner will probably refuse.
    Refusal,
    /// Nothing can be sent.
    Bar,
}
