//! What is known of a subnet's miners, for forms: their synapses and calls, and whom they answer, as their published
//! software says. Every miner can change it, and some do.

use serde::{Deserialize, Serialize};
use taolight_primitives::NetUid;

use super::{HttpMethod, StreamFormat};

/// Reads what is known of the miners of a subnet of the open network. Asks nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadMinerPresets {
    /// Which subnet.
    pub netuid: NetUid,
}

/// What is known of a subnet's miners. Empty if nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MinerPresets {
    /// The subnet's name.
    pub subnet: Option<String>,
    /// The day of the software that was looked at, as `2026-07-22`.
    pub seen: Option<String>,
    /// Whom they answer, a condition each, in words.
    pub gate: Vec<String>,
    /// Synapses of its axons.
    pub synapses: Vec<SynapseForm>,
    /// Calls of Epistula 2.
    pub calls: Vec<CallForm>,
}

/// A synapse as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SynapseForm {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// How long an answer may take, in milliseconds.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub timeout_ms: u64,
    /// How its answer is streamed; none if it is one JSON value.
    pub stream: Option<StreamFormat>,
    /// What is asked for.
    pub questions: Vec<FormField>,
    /// What the miner fills in.
    pub answers: Vec<FormField>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct FormField {
    /// Its name in JSON.
    pub name: String,
    /// What its values are.
    pub kind: FormKind,
    /// What it is for; empty if nobody has said.
    pub about: String,
    /// Whether it needs a value.
    pub required: bool,
    /// Whether `null` is one of its values.
    pub nullable: bool,
    /// What the miner takes if it is left out, as JSON.
    pub default: Option<String>,
    /// The least number.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub min: Option<i64>,
    /// The greatest number.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub max: Option<i64>,
}

/// What values of a field are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum FormKind {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number, whole or not.
    Number,
    /// Yes or no.
    Boolean,
    /// Any JSON.
    Any,
    /// A list.
    List {
        /// What is in it.
        of: Box<FormKind>,
    },
    /// As many values as kinds, in this order.
    Tuple {
        /// The kinds.
        of: Vec<FormKind>,
    },
    /// An object with any keys.
    Map {
        /// What its values are.
        of: Box<FormKind>,
    },
    /// An object with fields of its own.
    Object {
        /// The fields.
        fields: Vec<FormField>,
    },
    /// One of several texts.
    Choice {
        /// The texts.
        options: Vec<String>,
    },
    /// One of several members of an enumeration.
    Enumeration {
        /// The members.
        members: Vec<EnumerationMember>,
    },
    /// An array of numbers, as JSON.
    Tensor,
}

/// A member of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EnumerationMember {
    /// Its name.
    pub name: String,
    /// What stands for it in JSON.
    pub value: String,
}

/// A call of Epistula 2 as a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CallForm {
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path; what stands in braces is to be filled in.
    pub path: String,
    /// What it is for.
    pub about: String,
    /// A body to begin with, as JSON; none for calls without.
    pub body: Option<String>,
    /// How its answer is streamed; none if it is one JSON value.
    pub stream: Option<StreamFormat>,
}
