//! Miners of a subnet: who serves it, what to expect of each, and asking them with requests that the vault signs.
//!
//! A question goes through five steps, so that what a person approved is what is sent, and what is signed is not old when
//! it arrives:
//!
//! 1. [`PrepareQuery`] checks the question, and says whom it would go to and what to expect of each. Nothing is sent.
//! 2. The vault describes the messages of that answer (`miner.describe`), and a person approves what it says.
//! 3. [`StampQuery`] gives the same messages with the time of now.
//! 4. The vault signs these (`miner.sign`).
//! 5. [`AskMiners`] sends each request once and tells what comes. To cancel the subscription is to cancel the requests.

mod answer;
mod preset;
mod probe;
mod query;
mod table;
mod verdict;

pub use answer::{Agreement, AnswerMeta, AskFailure, AskMiners, AskUpdate};
pub use preset::{
    CallForm, EnumerationMember, FormField, FormKind, MinerPresets, ReadMinerPresets, SynapseForm,
};
pub use probe::{MinerIdentity, ProbeMiners, Probed};
pub use query::{
    HttpMethod, MinerCall, PrepareQuery, PreparedMiner, PreparedQuery, Question, StampQuery, StampedQuery,
    StreamFormat,
};
pub use table::{Asker, AskerKey, AxonEndpoint, MinerRow, MinerTable, ReadMiners, Speaks, Standing};
pub use verdict::{About, Finding, FindingWeight, MinerProtocol, Outcome, Verdict};
