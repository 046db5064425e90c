//! What is known of subnets' miners, as forms.

use taolight_dendrite::{AxonPreset, EpistulaCall, EpistulaPreset, Field, Kind, Synapse};
use taolight_primitives::{Failure, NetUid};
use taolight_protocol::engine::miners::{
    CallForm, EnumerationMember, FormField, FormKind, MinerPresets, SynapseForm,
};

use super::{Miners, wire};
use crate::chain::Chain;

impl Miners {
    /// What is known of a subnet's miners.
    pub(crate) fn forms(&self, chain: &Chain, netuid: NetUid) -> Result<MinerPresets, Failure> {
        let (presets, network) = (self.presets()?, &chain.network().id);
        if let Some(preset) = presets.axon(network, netuid) {
            return Ok(of_axons(preset));
        }
        let epistula = presets.epistula(network, netuid);
        Ok(epistula.map(of_epistula).unwrap_or_default())
    }
}

fn of_axons(preset: &AxonPreset) -> MinerPresets {
    MinerPresets {
        subnet: Some(preset.subnet.clone()),
        seen: Some(preset.seen.clone()),
        gate: preset.gate.words(),
        synapses: preset.synapses.iter().map(synapse).collect(),
        calls: Vec::new(),
    }
}

fn of_epistula(preset: &EpistulaPreset) -> MinerPresets {
    MinerPresets {
        subnet: Some(preset.subnet.clone()),
        seen: Some(preset.seen.clone()),
        gate: preset.gate.words(),
        synapses: Vec::new(),
        calls: preset.calls.iter().map(call).collect(),
    }
}

fn call(call: &EpistulaCall) -> CallForm {
    CallForm {
        method: wire::method(call.method),
        path: call.path.clone(),
        about: call.about.clone(),
        body: call.body.as_ref().map(ToString::to_string),
        stream: call.stream.map(wire::stream_out),
    }
}

fn synapse(synapse: &Synapse) -> SynapseForm {
    SynapseForm {
        name: synapse.name().to_owned(),
        about: synapse.about().to_owned(),
        timeout_ms: u64::try_from(synapse.timeout().as_millis()).unwrap_or(u64::MAX),
        stream: synapse.stream().map(wire::stream_out),
        questions: synapse.questions().map(field).collect(),
        answers: synapse.answers().map(field).collect(),
    }
}

fn field(field: &Field) -> FormField {
    FormField {
        name: field.name.clone(),
        kind: kind(&field.kind),
        about: field.about.clone(),
        required: field.required,
        nullable: field.nullable,
        default: field.default.as_ref().map(ToString::to_string),
        min: field.min,
        max: field.max,
    }
}

fn kind(of: &Kind) -> FormKind {
    match of {
        Kind::Text => FormKind::Text,
        Kind::Integer => FormKind::Integer,
        Kind::Number => FormKind::Number,
        Kind::Boolean => FormKind::Boolean,
        Kind::Any => FormKind::Any,
        Kind::List(inner) => FormKind::List {
            of: Box::new(kind(inner)),
        },
        Kind::Tuple(kinds) => FormKind::Tuple {
            of: kinds.iter().map(kind).collect(),
        },
        Kind::Map(inner) => FormKind::Map {
            of: Box::new(kind(inner)),
        },
        Kind::Object(fields) => FormKind::Object {
            fields: fields.iter().map(field).collect(),
        },
        Kind::Choice(options) => FormKind::Choice {
            options: options.clone(),
        },
        Kind::Enumeration { members, .. } => FormKind::Enumeration {
            members: members
                .iter()
                .map(|member| EnumerationMember {
                    name: member.name.clone(),
                    value: member.value.clone(),
                })
                .collect(),
        },
        Kind::Tensor => FormKind::Tensor,
    }
}
