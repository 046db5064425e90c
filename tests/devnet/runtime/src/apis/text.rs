//! Text as some of the APIs tell it: every byte by itself as a compact number.

use crate::{
    Runtime,
    subtensor::{SubnetIdentitiesV3, types::NetUid},
};
use alloc::vec::Vec;
use codec::Compact;

/// Bytes that are each a compact number: those from 64 on take two bytes.
pub type Text = Vec<Compact<u8>>;

pub fn text(bytes: &[u8]) -> Text {
    bytes.iter().map(|byte| Compact(*byte)).collect()
}

/// A subnet's name of its own choice, or what the chain calls it.
pub fn subnet_name(netuid: NetUid) -> Text {
    let chosen = SubnetIdentitiesV3::<Runtime>::get(netuid)
        .map(|identity| identity.subnet_name)
        .filter(|name| !name.is_empty());
    match (chosen, netuid) {
        (Some(name), _) => text(&name),
        (None, crate::subtensor::types::ROOT) => text(b"root"),
        (None, _) => text(b"unknown"),
    }
}
