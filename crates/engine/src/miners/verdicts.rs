//! What to expect of a neuron, out of what the chain proves, what is known of the subnet's software, and where this runs.

use taolight_dendrite::{Caller, Cors, Facts, Link, Protocol, Question, Verdict};
use taolight_primitives::Failure;
use taolight_protocol::engine::miners::About;

use super::{
    Miners,
    subnet::{Neuron, SubnetId},
};

/// The synapse of the SDK's own, which every axon has.
const PING: &str = "Synapse";

impl Miners {
    /// What to expect of a neuron.
    pub(super) fn verdict(
        &self,
        id: &SubnetId,
        neuron: &Neuron,
        caller: Option<&Caller>,
        about: &About,
        link: Link,
    ) -> Result<Verdict, Failure> {
        let (protocol, question) = self.question(id, about)?;
        let endpoint = neuron.axon.and_then(|axon| axon.endpoint());
        let facts = Facts {
            axon: neuron.axon,
            host: self.from,
            link,
            cors: endpoint.map_or(Cors::Unknown, |endpoint| self.cors(endpoint)),
            caller: caller.cloned(),
            protocol,
            question,
        };
        Ok(facts.verdict())
    }

    fn question(&self, id: &SubnetId, about: &About) -> Result<(Protocol, Question<'_>), Failure> {
        let presets = self.presets()?;
        Ok(match about {
            About::Probe => (Protocol::Axon, Question::Unsigned),
            About::Ping => (Protocol::Axon, Question::Ping),
            About::Synapse { name } if name == PING => (Protocol::Axon, Question::Ping),
            About::Synapse { name } => {
                let known = presets.synapse(&id.network, id.netuid, name);
                let question = known.map_or(Question::Unknown, |(gate, _)| Question::Known(gate));
                (Protocol::Axon, question)
            }
            About::BtAuth => (Protocol::BtAuth, Question::Unknown),
            About::Epistula => {
                let known = presets.epistula(&id.network, id.netuid);
                let question = known.map_or(Question::Unknown, |preset| Question::Known(&preset.gate));
                (Protocol::Epistula, question)
            }
        })
    }
}
