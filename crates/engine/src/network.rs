//! Networks and the light client's state, as the protocol has them.

use taolight_light::{self as light, Network};
use taolight_primitives::Failure;
use taolight_protocol::engine::{
    Availability, CheckpointInfo, Head, Lifecycle, NetworkDescription, NetworkInfo, NetworkSource, Notice,
    Phase, Stall,
};

use crate::failure::network_failed;

/// The networks that the engine ships with, those that cannot be opened included.
pub(crate) fn known() -> Result<Vec<NetworkInfo>, Failure> {
    let known = Network::known().map_err(network_failed)?;
    Ok(known.into_iter().map(known_info).collect())
}

/// The network that a person chose.
pub(crate) fn resolve(source: &NetworkSource, now_ms: u64) -> Result<Network, Failure> {
    match source {
        NetworkSource::Known { id } => Network::by_id(id),
        NetworkSource::Text { text } => Network::parse(text, now_ms),
    }
    .map_err(network_failed)
}

/// What a text says of a network.
pub(crate) fn describe(text: &str, now_ms: u64) -> Result<NetworkDescription, Failure> {
    let network = Network::parse(text, now_ms).map_err(network_failed)?;
    Ok(NetworkDescription {
        network: info(&network),
        file: network.to_file(),
    })
}

fn known_info(known: light::Known) -> NetworkInfo {
    match known {
        light::Known::Available(network) => info(&network),
        light::Known::Unavailable {
            id,
            name,
            genesis,
            token,
            bootnodes,
            reason,
        } => NetworkInfo {
            id: id.to_owned(),
            name: name.to_owned(),
            genesis,
            token: token.to_owned(),
            decimals: 9,
            ss58: 42,
            bootnodes: bootnodes.iter().map(|address| (*address).to_owned()).collect(),
            checkpoint: None,
            availability: Availability::Unavailable {
                reason: reason.to_owned(),
            },
        },
    }
}

/// A network that can be opened.
pub(crate) fn info(network: &Network) -> NetworkInfo {
    NetworkInfo {
        id: network.id.clone(),
        name: network.name.clone(),
        genesis: network.genesis.hash,
        token: network.token.clone(),
        decimals: network.decimals,
        ss58: network.ss58,
        bootnodes: network.bootnodes.clone(),
        checkpoint: network.trusted_checkpoint().map(|checkpoint| CheckpointInfo {
            block: checkpoint.block(),
            set_id: u32::try_from(checkpoint.grandpa_set_id).unwrap_or(u32::MAX),
            time_ms: checkpoint.time_ms(),
        }),
        availability: Availability::Available,
    }
}

pub(crate) fn notice(notice: light::Notice) -> Notice {
    match notice {
        light::Notice::SavedStateSetAside { reason } => Notice::SavedStateSetAside { reason },
        light::Notice::BootnodesUnreachable { addresses, reason } => {
            Notice::BootnodesUnreachable { addresses, reason }
        }
    }
}

pub(crate) fn head(head: light::Head) -> Head {
    Head {
        block: head.block,
        time_ms: head.time_ms,
    }
}

pub(crate) fn lifecycle(lifecycle: light::Lifecycle) -> Lifecycle {
    let phase = match lifecycle.phase {
        light::Phase::Connecting => Phase::Connecting,
        light::Phase::Syncing { at, target } => Phase::Syncing { at, target },
        light::Phase::Ready => Phase::Ready,
        light::Phase::Stalled { reason } => Phase::Stalled {
            reason: match reason {
                light::Stall::NoPeers => Stall::NoPeers,
                light::Stall::NoProgress => Stall::NoProgress,
                light::Stall::CheckpointUnproven => Stall::CheckpointUnproven,
            },
        },
    };
    Lifecycle {
        phase,
        peers: lifecycle.peers,
    }
}
