//! Amounts and places as they stand in sentences.

use taolight_locales::say;
use taolight_primitives::{NetUid, Rao};

use crate::format;

/// An amount of TAO with its unit: `1.5 τ`.
pub(crate) fn tao(amount: Rao) -> String {
    format!("{} {}", format::amount(amount), format::TAU)
}

/// A subnet by its number, as a name.
pub(crate) fn subnet(netuid: NetUid) -> String {
    match netuid {
        NetUid(0) => say!(units.root).to_owned(),
        NetUid(netuid) => say!(units.subnet, netuid = netuid),
    }
}
