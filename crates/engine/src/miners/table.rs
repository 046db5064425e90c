//! Who serves a subnet, with a verdict on each.

use std::rc::Rc;

use taolight_dendrite::{Caller, Link, NO_PROMISES, Scope, Standing};
use taolight_primitives::{Failure, Verified};
use taolight_protocol::engine::miners::{AxonEndpoint, MinerRow, MinerTable, ReadMiners, Standing as Shown};

use super::{
    Miners,
    subnet::{Neuron, ReadNeurons, Subnet, SubnetId},
    subnet_id, wire,
};
use crate::{chain::Chain, read};

impl Miners {
    /// Reads it at the highest finalized block. None if there is no such subnet.
    pub(crate) async fn table(
        &self,
        chain: &Rc<Chain>,
        wanted: &ReadMiners,
    ) -> Result<Verified<Option<MinerTable>>, Failure> {
        let asker = wanted.asker.as_ref().map(|asker| asker.hotkey);
        let netuid = wanted.netuid;
        let id = subnet_id(chain, netuid);
        let read = read::once(chain, &ReadNeurons { netuid, asker }).await?;
        let table = read.value.as_ref().map(|subnet| self.rows(&id, subnet, wanted));
        let table = table.transpose()?;
        Ok(read.map(|_| table))
    }

    fn rows(&self, id: &SubnetId, subnet: &Subnet, wanted: &ReadMiners) -> Result<MinerTable, Failure> {
        let caller = wanted.asker.as_ref().map(|asker| subnet.caller(asker));
        let rows = subnet.neurons.iter().map(|neuron| {
            let verdict = self.verdict(id, neuron, caller.as_ref(), &wanted.about, Link::Plain)?;
            Ok(MinerRow {
                uid: neuron.uid,
                hotkey: neuron.hotkey,
                incentive: neuron.incentive,
                permit: neuron.permit,
                axon: endpoint(neuron),
                verdict: wire::verdict(&verdict),
            })
        });
        Ok(MinerTable {
            miners: rows.collect::<Result<_, Failure>>()?,
            standing: caller.as_ref().and_then(standing),
            no_promises: NO_PROMISES.map(str::to_owned).to_vec(),
        })
    }
}

fn standing(caller: &Caller) -> Option<Shown> {
    match caller.standing {
        Standing::Unregistered => None,
        Standing::Registered {
            uid,
            permit,
            stake_weight,
            alpha_stake,
        } => Some(Shown {
            uid,
            permit,
            stake_weight,
            alpha_stake,
        }),
    }
}

fn endpoint(neuron: &Neuron) -> Option<AxonEndpoint> {
    let axon = neuron.axon?;
    let endpoint = axon.endpoint()?;
    Some(AxonEndpoint {
        address: endpoint.to_string(),
        version: axon.version,
        speaks: wire::speaks(axon.speaks()),
        special: match endpoint.scope() {
            Scope::Public => None,
            Scope::Special(special) => Some(special.to_string()),
        },
    })
}
