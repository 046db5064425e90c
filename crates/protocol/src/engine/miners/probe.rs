//! What every axon tells to everybody: which synapses it has, whether its hotkey is there, how fast it answers. Nothing is
//! signed for that.

use serde::{Deserialize, Serialize};
use taolight_primitives::NetUid;

use super::AskFailure;

/// Probes miners side by side; one item for each of them, and then the end. Two requests each, without a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ProbeMiners {
    /// Which subnet.
    pub netuid: NetUid,
    /// Which neurons, 64 at most.
    pub uids: Vec<u16>,
    /// Whether to ask at addresses that the whole internet does not reach, such as those of the user's own network. Only
    /// if the user has seen the address and said so.
    pub special: bool,
    /// Whether to ask over https, which few miners have.
    pub tls: bool,
}

/// What a probe found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Probed {
    /// Which neuron.
    pub uid: u16,
    /// Whether its hotkey is there; none if nobody answered.
    pub identity: Option<MinerIdentity>,
    /// The names of its synapses; none if it did not say.
    pub synapses: Option<Vec<String>>,
    /// From sending to the head of the faster answer, in milliseconds; none if nobody answered.
    pub latency_ms: Option<u32>,
    /// How far the clocks are apart, in words, if that is enough to matter.
    pub skew: Option<String>,
    /// What did not work, the first of it.
    pub failure: Option<AskFailure>,
}

/// Whether a miner's hotkey is at its endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum MinerIdentity {
    /// It signed our challenge. Somebody on the way may still change later answers.
    Proven,
    /// Another hotkey than the one on chain answers there. Its answers are not to be trusted.
    Another,
    /// Whoever answers signs nothing.
    Unsigned,
}
