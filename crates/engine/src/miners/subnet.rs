//! What the chain proves of a subnet's neurons, as far as it says who answers whom.

use futures::future::try_join;
use taolight_bittensor::reads::{self, Axon, Column, Metagraph, PerU16};
use taolight_dendrite::{AxonRecord, Caller, Key, Owner, Standing};
use taolight_primitives::{AccountId, Alpha, ErrorCode, Failure, NetUid, Verified};
use taolight_protocol::engine::miners::{Asker, AskerKey};

use super::wire;
use crate::{read::Read, view::BlockView};

/// What is read of a neuron.
const COLUMNS: [Column; 6] = [
    Column::Hotkeys,
    Column::Axons,
    Column::Incentives,
    Column::ValidatorPermits,
    Column::AlphaStakes,
    Column::TotalStakes,
];

/// Reads the neurons of a subnet, and who owns the hotkey that would ask them.
pub(super) struct ReadNeurons {
    pub(super) netuid: NetUid,
    pub(super) asker: Option<AccountId>,
}

/// A subnet. The same number is another subnet on another network.
pub(super) struct SubnetId {
    pub(super) network: String,
    pub(super) netuid: NetUid,
}

/// The neurons of a subnet.
pub(super) struct Subnet {
    /// In the order of their numbers.
    pub(super) neurons: Vec<Neuron>,
    /// The coldkey of the hotkey that would ask.
    owner: Option<AccountId>,
}

/// A neuron.
#[derive(Clone)]
pub(super) struct Neuron {
    pub(super) uid: u16,
    pub(super) hotkey: AccountId,
    pub(super) axon: Option<AxonRecord>,
    pub(super) incentive: PerU16,
    pub(super) permit: bool,
    alpha_stake: Alpha,
    stake_weight: Alpha,
}

impl Read for ReadNeurons {
    type Value = Option<Subnet>;

    async fn at(&self, view: &BlockView) -> Result<Verified<Self::Value>, Failure> {
        let owner = async {
            match &self.asker {
                Some(asker) => Ok(reads::hotkey_owner(view, asker).await?.value),
                None => Ok(None),
            }
        };
        let (metagraph, owner) = try_join(reads::metagraph(view, self.netuid, &COLUMNS), owner).await?;
        let neurons = metagraph.value.as_ref().map(neurons).transpose()?;
        let subnet = neurons.map(|neurons| Subnet { neurons, owner });
        Ok(metagraph.map(|_| subnet))
    }
}

fn neurons(metagraph: &Metagraph) -> Result<Vec<Neuron>, Failure> {
    let hotkeys = metagraph.hotkeys.iter().flatten();
    let neuron = |(row, hotkey): (usize, &AccountId)| {
        Some(Neuron {
            uid: u16::try_from(row).ok()?,
            hotkey: *hotkey,
            axon: cell(&metagraph.axons, row)?.map(record),
            incentive: cell(&metagraph.incentives, row)?,
            permit: cell(&metagraph.validator_permits, row)?,
            alpha_stake: cell(&metagraph.alpha_stakes, row)?,
            stake_weight: cell(&metagraph.total_stakes, row)?,
        })
    };
    let neurons = hotkeys.enumerate().map(neuron).collect::<Option<Vec<_>>>();
    neurons.ok_or_else(|| {
        Failure::new(
            ErrorCode::TypeMismatch,
            "the columns of the metagraph have different lengths",
        )
    })
}

fn cell<T: Copy>(column: &Option<Vec<T>>, row: usize) -> Option<T> {
    column.as_ref()?.get(row).copied()
}

fn record(axon: Axon) -> AxonRecord {
    let (ip, ip_type) = match axon.ip {
        std::net::IpAddr::V4(ip) => (ip.to_bits().into(), 4),
        std::net::IpAddr::V6(ip) => (ip.to_bits(), 6),
    };
    AxonRecord {
        version: axon.version,
        ip,
        port: axon.port,
        ip_type,
    }
}

impl Subnet {
    /// A neuron by its number.
    pub(super) fn neuron(&self, uid: u16) -> Option<&Neuron> {
        self.neurons.get(usize::from(uid))
    }

    /// What a hotkey is here.
    pub(super) fn standing(&self, hotkey: &AccountId) -> Standing {
        let found = self.neurons.iter().find(|neuron| neuron.hotkey == *hotkey);
        found.map_or(Standing::Unregistered, |neuron| Standing::Registered {
            uid: neuron.uid,
            permit: neuron.permit,
            stake_weight: neuron.stake_weight,
            alpha_stake: neuron.alpha_stake,
        })
    }

    /// Who asks, with what the chain says of it. The hotkey must be the one that was read.
    pub(super) fn caller(&self, asker: &Asker) -> Caller {
        Caller {
            scheme: wire::scheme(asker.scheme),
            key: match asker.key {
                AskerKey::Ready => Key::Ready,
                AskerKey::Locked => Key::Locked,
                AskerKey::Missing => Key::Missing,
            },
            owner: match self.owner {
                None => Owner::Nobody,
                Some(owner) if asker.coldkeys.contains(&owner) => Owner::User,
                Some(owner) => Owner::Another(owner),
            },
            standing: self.standing(&asker.hotkey),
        }
    }
}
