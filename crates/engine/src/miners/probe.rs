//! Probes: who answers at an endpoint, what it has and how fast it is, without a signature.

use std::rc::Rc;

use futures::{
    StreamExt,
    future::join,
    stream::{self, LocalBoxStream},
};
use taolight_dendrite::{AskError, Discovery, Miner, Probe, limits::MAX_AT_ONCE};
use taolight_primitives::Failure;
use taolight_protocol::engine::miners::{ProbeMiners, Probed};

use super::{
    Miners,
    ask::chosen,
    reach::Allowed,
    subnet,
    subnet::{Neuron, ReadNeurons},
    wire,
};
use crate::chain::Chain;

impl Miners {
    /// Probes miners side by side.
    pub(crate) fn probe(
        self: Rc<Self>,
        chain: Rc<Chain>,
        wanted: ProbeMiners,
    ) -> LocalBoxStream<'static, Result<Probed, Failure>> {
        let probing = async move {
            let read = ReadNeurons {
                netuid: wanted.netuid,
                asker: None,
            };
            let neurons = match subnet(&chain, &read).await {
                Ok(subnet) => chosen(&subnet, &wanted.uids),
                Err(failure) => Err(failure),
            };
            let neurons = match neurons {
                Ok(neurons) => neurons,
                Err(failure) => return stream::iter([Err(failure)]).boxed_local(),
            };
            let allowed = Allowed::new(wanted.special, wanted.tls);
            let probes = neurons.into_iter().map(move |neuron| {
                let miners = self.clone();
                async move { Ok(miners.probed(&neuron, allowed).await) }
            });
            stream::iter(probes).buffer_unordered(MAX_AT_ONCE).boxed_local()
        };
        stream::once(probing).flatten().boxed_local()
    }

    async fn probed(&self, neuron: &Neuron, allowed: Allowed) -> Probed {
        let mut probed = Probed {
            uid: neuron.uid,
            identity: None,
            synapses: None,
            latency_ms: None,
            skew: None,
            failure: None,
        };
        let address = match self.address(neuron.axon, allowed) {
            Ok(address) => address,
            Err(finding) => {
                probed.failure = Some(wire::in_the_way(&finding));
                return probed;
            }
        };
        let miner = Miner {
            hotkey: neuron.hotkey,
            address,
        };
        let (discovery, probe) = join(self.http.discover(&miner), self.http.probe(&miner)).await;
        for error in [discovery.as_ref().err(), probe.as_ref().err()] {
            self.learn(address.endpoint(), error);
        }
        fill(&mut probed, discovery, probe);
        probed
    }
}

fn fill(probed: &mut Probed, discovery: Result<Discovery, AskError>, probe: Result<Probe, AskError>) {
    let metas = [
        discovery.as_ref().ok().map(|discovery| &discovery.meta),
        probe.as_ref().ok().map(|probe| &probe.meta),
    ];
    let latencies = metas.into_iter().flatten().map(|meta| meta.latency);
    probed.latency_ms = latencies.min().map(wire::milliseconds);
    probed.skew = metas.into_iter().flatten().find_map(|meta| wire::skew(meta.skew));
    let errors = [probe.as_ref().err(), discovery.as_ref().err()];
    probed.failure = errors
        .into_iter()
        .flatten()
        .next()
        .map(|error| wire::failure(error, None));
    probed.identity = probe.ok().map(|probe| wire::identity(probe.identity));
    probed.synapses = discovery.ok().map(|discovery| discovery.synapses);
}
