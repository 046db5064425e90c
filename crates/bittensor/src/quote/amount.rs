//! An amount with its unit, where either can stand.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, NetUid, Rao};

/// TAO, or the alpha of a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "unit", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Amount {
    /// TAO.
    Tao {
        /// How much.
        amount: Rao,
    },
    /// Alpha. That of the root is TAO that is staked there.
    Alpha {
        /// Of which subnet.
        netuid: NetUid,
        /// How much.
        amount: Alpha,
    },
}

impl Amount {
    pub(super) fn tao(amount: Rao) -> Self {
        Self::Tao { amount }
    }

    pub(super) fn alpha(netuid: NetUid, amount: Alpha) -> Self {
        Self::Alpha { netuid, amount }
    }
}
