//! Miners of the open network: who serves a subnet, what to expect of each, and asking them with requests that the vault
//! signs. What the chain says is proven; what miners say is a stranger's.

mod answers;
mod ask;
mod forms;
mod probe;
mod queries;
mod question;
mod reach;
mod subnet;
mod table;
mod verdicts;
mod wire;

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use taolight_dendrite::{Clock, Cors, Endpoint, Host as Place, Http, Limits, Presets, Stamps};
use taolight_primitives::{ErrorCode, Failure, NetUid};

use crate::{chain::Chain, host::ToMiners, read};

use self::{
    queries::Queries,
    subnet::{ReadNeurons, Subnet, SubnetId},
};

/// Asks miners from this host.
pub(crate) struct Miners {
    http: Http,
    from: Place,
    clock: Rc<dyn Clock>,
    stamps: Stamps,
    presets: OnceCell<Presets>,
    /// What was learnt of who lets pages read its answers.
    cors: RefCell<HashMap<Endpoint, Cors>>,
    queries: Queries,
}

impl Miners {
    /// Over what a host offers.
    pub(crate) fn new(way: ToMiners) -> Self {
        let ToMiners {
            transport,
            clock,
            from,
        } = way;
        Self {
            http: Http::new(transport, clock.clone(), Limits::default()),
            from,
            stamps: Stamps::new(clock.clone()),
            clock,
            presets: OnceCell::new(),
            cors: RefCell::default(),
            queries: Queries::default(),
        }
    }

    /// What ships of subnets' miners.
    fn presets(&self) -> Result<&Presets, Failure> {
        if let Some(presets) = self.presets.get() {
            return Ok(presets);
        }
        let presets = Presets::shipped().map_err(|error| Failure::new(ErrorCode::Internal, error))?;
        Ok(self.presets.get_or_init(|| presets))
    }
}

/// A subnet of the open network.
fn subnet_id(chain: &Chain, netuid: NetUid) -> SubnetId {
    SubnetId {
        network: chain.network().id.clone(),
        netuid,
    }
}

/// The neurons of a subnet at the highest finalized block.
async fn subnet(chain: &Rc<Chain>, wanted: &ReadNeurons) -> Result<Subnet, Failure> {
    let read = read::once(chain, wanted).await?;
    read.value.ok_or_else(|| no_subnet(wanted.netuid))
}

fn no_subnet(netuid: NetUid) -> Failure {
    Failure::new(
        ErrorCode::InvalidQuestion,
        format!("there is no subnet {netuid} on this network"),
    )
    .with_data("netuid")
}
