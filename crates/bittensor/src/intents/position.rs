//! What taking alpha out of a position needs.

use taolight_primitives::{AccountId, Alpha, NetUid};

use super::{Need, StakeNeed};

/// Stake of a coldkey with a hotkey on a subnet.
pub(crate) struct Position {
    pub(crate) coldkey: AccountId,
    pub(crate) hotkey: AccountId,
    pub(crate) netuid: NetUid,
}

impl Position {
    /// That it holds an amount, or anything, and no lock does.
    pub(crate) fn holds(&self, amount: Option<Alpha>) -> [Need; 2] {
        let (hotkey, netuid) = (self.hotkey, self.netuid);
        [
            self.has(amount),
            Need::Stake(
                self.coldkey,
                StakeNeed::Available {
                    hotkey,
                    netuid,
                    amount,
                },
            ),
        ]
    }

    /// That it holds an amount, locked or not.
    pub(crate) fn has(&self, amount: Option<Alpha>) -> Need {
        let (hotkey, netuid) = (self.hotkey, self.netuid);
        Need::Stake(
            self.coldkey,
            StakeNeed::Position {
                hotkey,
                netuid,
                amount,
            },
        )
    }
}
