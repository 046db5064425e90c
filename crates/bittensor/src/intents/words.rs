//! Words that summaries share.

use taolight_primitives::{Alpha, NetUid};

/// A subnet in a sentence.
pub(crate) fn subnet(netuid: NetUid) -> String {
    match netuid {
        ROOT => "the root".to_owned(),
        NetUid(number) => format!("subnet {number}"),
    }
}

/// An amount of a subnet's alpha; on the root it is TAO.
pub(crate) fn alpha(amount: Alpha, netuid: NetUid) -> String {
    match netuid {
        ROOT => format!("{amount} TAO on the root"),
        NetUid(number) => format!("{amount} alpha of subnet {number}"),
    }
}

/// The root, whose alpha is TAO.
pub(crate) const ROOT: NetUid = NetUid(0);
