//! What is known of subnets' miners: their synapses and calls, and whom they answer, as their published software says.
//! The data is `presets.json` beside this crate's sources, and each entry says when it was looked at.

use serde::Deserialize;
use taolight_primitives::NetUid;

use crate::{Gate, Json, Method, StreamFormat, Synapse, SynapseError};

/// The data as it ships.
const SHIPPED: &str = include_str!("../presets.json");

/// What is known of subnets' miners.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presets {
    /// Miners with axons of the SDK.
    pub axons: Vec<AxonPreset>,
    /// Miners that take requests of Epistula 2.
    pub epistula: Vec<EpistulaPreset>,
}

/// The axons of one subnet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AxonPreset {
    /// The network; the one of Bittensor itself if left out.
    #[serde(default = "finney")]
    pub network: String,
    /// The subnet; none if it is of no subnet in particular.
    pub netuid: Option<NetUid>,
    /// The subnet's name.
    pub subnet: String,
    /// The day of the software that was looked at.
    pub seen: String,
    /// Whom it answers.
    pub gate: Gate,
    /// What it answers.
    pub synapses: Vec<Synapse>,
}

/// The miners of one subnet that take requests of Epistula 2.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EpistulaPreset {
    /// The network; the one of Bittensor itself if left out.
    #[serde(default = "finney")]
    pub network: String,
    /// The subnet.
    pub netuid: NetUid,
    /// The subnet's name.
    pub subnet: String,
    /// The day of the software that was looked at.
    pub seen: String,
    /// Whom it answers.
    pub gate: Gate,
    /// What it answers.
    pub calls: Vec<EpistulaCall>,
}

/// One call of Epistula 2.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EpistulaCall {
    /// The HTTP method.
    pub method: Method,
    /// The path; what stands in braces is to be filled in.
    pub path: String,
    /// What it is for.
    pub about: String,
    /// A body to begin with; none for calls without.
    pub body: Option<Json>,
    /// How its answer is streamed; none if it is one JSON value.
    pub stream: Option<StreamFormat>,
}

fn finney() -> String {
    "finney".to_owned()
}

impl Presets {
    /// The data as it ships.
    pub fn shipped() -> Result<Self, SynapseError> {
        serde_json::from_str(SHIPPED).map_err(|error| SynapseError::Malformed(error.to_string()))
    }

    /// What is known of the axons of a network's subnet.
    pub fn axon(&self, network: &str, netuid: NetUid) -> Option<&AxonPreset> {
        let is_of = |preset: &&AxonPreset| preset.netuid == Some(netuid) && preset.network == network;
        self.axons.iter().find(is_of)
    }

    /// What is known of the calls of Epistula 2 of a network's subnet.
    pub fn epistula(&self, network: &str, netuid: NetUid) -> Option<&EpistulaPreset> {
        let is_of = |preset: &&EpistulaPreset| preset.netuid == netuid && preset.network == network;
        self.epistula.iter().find(is_of)
    }

    /// Whether this is the synapse that a subnet's miners are known for, by the name that a miner listed.
    pub fn synapse(&self, network: &str, netuid: NetUid, name: &str) -> Option<(&Gate, &Synapse)> {
        let preset = self.axon(network, netuid)?;
        let synapse = preset.synapses.iter().find(|synapse| synapse.name() == name)?;
        Some((&preset.gate, synapse))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NO_FIELDS_HASH, Threshold};

    #[test]
    fn what_ships_is_sound() {
        let presets = Presets::shipped().unwrap();
        assert_eq!((presets.axons.len(), presets.epistula.len()), (16, 3));
        for preset in &presets.axons {
            assert_eq!(preset.seen.len(), 10, "{}", preset.subnet);
            for synapse in &preset.synapses {
                assert!(!synapse.about().is_empty(), "{}", synapse.name());
                // What is streamed as text needs no field.
                let is_answered = synapse.answers().next().is_some() || synapse.stream().is_some();
                assert!(is_answered, "{}", synapse.name());
            }
        }
        for call in presets.epistula.iter().flat_map(|preset| &preset.calls) {
            assert!(call.path.starts_with('/'));
            assert_eq!(call.body.is_some(), call.method == Method::Post, "{}", call.path);
        }
    }

    #[test]
    fn a_known_synapse_is_found_and_filled_in() {
        let presets = Presets::shipped().unwrap();
        let (gate, search) = presets
            .synapse("finney", NetUid(22), "TwitterSearchSynapse")
            .unwrap();
        assert_eq!(gate.stake_weight, Some(Threshold::AtLeast(20_000)));
        let call = search.fill(vec![("query".into(), Json::text("tao"))]).unwrap();
        assert_eq!(call.headers, [("query".to_owned(), "IiI=".to_owned())]);
        assert_eq!(call.body_hash, NO_FIELDS_HASH);
        assert_eq!(presets.synapse("finney", NetUid(22), "Nothing"), None);
        assert_eq!(presets.synapse("finney", NetUid(9999), "Dummy"), None);
        // The same number is another subnet elsewhere.
        assert_eq!(presets.synapse("test", NetUid(22), "TwitterSearchSynapse"), None);
        assert!(presets.synapse("devnet", NetUid(1), "EchoText").is_some());
        assert!(presets.epistula("finney", NetUid(34)).is_some());
    }
}
