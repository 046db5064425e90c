//! Hotkeys that come under a coldkey, or are replaced.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Failure, NetUid};

use super::{
    Cost, Effect, Flaw, Funds, HotkeyNeed, Need, RateLimit, Warning, call::Call, flaw, nobody,
    operation::Operation, words,
};

/// A hotkey comes under this coldkey, if nobody has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AssociateHotkey {
    /// The hotkey.
    pub hotkey: AccountId,
}

/// Registrations and stake of a hotkey go to another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SwapHotkey {
    /// The old hotkey.
    pub hotkey: AccountId,
    /// The new hotkey.
    pub new_hotkey: AccountId,
    /// Only on this subnet; everywhere if none.
    pub netuid: Option<NetUid>,
    /// Leave the stake with the old hotkey.
    pub keep_stake: bool,
}

impl Operation for AssociateHotkey {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("try_associate_hotkey")
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Make {} a hotkey of this account", self.hotkey)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::HotkeyOwned { hotkey: self.hotkey }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        nobody(&self.hotkey)
            .into_iter()
            .chain([Need::Hotkey(self.hotkey, HotkeyNeed::FreeFor(who))])
            .collect()
    }
}

impl Operation for SwapHotkey {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match self.keep_stake {
            false => Call::subtensor("swap_hotkey"),
            true => Call::subtensor("swap_hotkey_v2").with("keep_stake", true),
        };
        call.with("hotkey", self.hotkey)
            .with("new_hotkey", self.new_hotkey)
            .with("netuid", Value::option(self.netuid))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let place = self.netuid.map_or("everywhere".to_owned(), |netuid| {
            format!("on {}", words::subnet(netuid))
        });
        let stake = match self.keep_stake {
            true => ", and leave its stake where it is",
            false => "",
        };
        format!(
            "Replace the hotkey {} by {} {place}{stake}",
            self.hotkey, self.new_hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: self.cost(),
                limit: None,
            },
            Effect::HotkeyReplaced {
                old: self.hotkey,
                new: self.new_hotkey,
                netuid: self.netuid,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::MovesHotkey]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let new = match self.netuid {
            None => HotkeyNeed::FreeFor(who),
            Some(netuid) => HotkeyNeed::NotRegisteredOn(netuid),
        };
        let registered = self
            .netuid
            .map(|netuid| Need::Hotkey(self.hotkey, HotkeyNeed::RegisteredOn(netuid)));
        flaw(self.hotkey == self.new_hotkey, Flaw::SameHotkey)
            .into_iter()
            .chain(nobody(&self.new_hotkey))
            .chain([
                Need::Hotkey(self.hotkey, HotkeyNeed::OwnedBy(who)),
                Need::Hotkey(self.new_hotkey, new),
                Need::RateLimit(RateLimit::HotkeySwap(who, self.netuid)),
                Need::Funds(Funds::cost(who, self.cost())),
            ])
            .chain(registered)
            .collect()
    }
}

impl SwapHotkey {
    fn cost(&self) -> Cost {
        match self.netuid {
            None => Cost::HotkeySwap,
            Some(_) => Cost::HotkeySwapOnSubnet,
        }
    }
}
