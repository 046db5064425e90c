//! What validators keep of what they earn for others, and the childkeys that they lend their weight to.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Failure, NetUid};

use super::{
    Effect, Flaw, HotkeyNeed, Need, RateLimit, Setting, SubnetNeed,
    call::Call,
    flaw,
    need::percent,
    operation::Operation,
    words::{self, ROOT},
};

/// The most children that a hotkey can have on a subnet.
const MOST_CHILDREN: usize = 5;

/// A validator takes more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct IncreaseTake {
    /// The validator's hotkey.
    pub hotkey: AccountId,
    /// Its new take, in parts of 65,535.
    pub take: u16,
}

/// A validator takes less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct DecreaseTake {
    /// The validator's hotkey.
    pub hotkey: AccountId,
    /// Its new take, in parts of 65,535.
    pub take: u16,
}

/// A hotkey's children on a subnet: all of them, in place of those it had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetChildren {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// The children; none to take back everything.
    pub children: Vec<Child>,
}

/// A hotkey that gets a part of another one's weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Child {
    /// The child.
    pub hotkey: AccountId,
    /// Its part, in parts of 2⁶⁴ - 1. Crosses ports as decimal digits.
    #[serde(with = "digits")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub proportion: u64,
}

/// What a childkey keeps on a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetChildkeyTake {
    /// The childkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// Its take, in parts of 65,535.
    pub take: u16,
}

/// JSON numbers lose digits past 2⁵³.
mod digits {
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(number)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl Operation for IncreaseTake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("increase_take")
            .with("hotkey", self.hotkey)
            .with("take", self.take)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Raise the take of {} to {}", self.hotkey, percent(self.take))
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Take,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Hotkey(self.hotkey, HotkeyNeed::OwnedBy(who)),
            Need::Hotkey(self.hotkey, HotkeyNeed::TakeBelow(self.take)),
            Need::RateLimit(RateLimit::TakeIncrease(self.hotkey)),
        ]
    }
}

impl Operation for DecreaseTake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("decrease_take")
            .with("hotkey", self.hotkey)
            .with("take", self.take)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Lower the take of {} to {}", self.hotkey, percent(self.take))
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Take,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Hotkey(self.hotkey, HotkeyNeed::OwnedBy(who)),
            Need::Hotkey(self.hotkey, HotkeyNeed::TakeAbove(self.take)),
        ]
    }
}

impl SetChildren {
    fn flaw(&self) -> Option<Need> {
        let mut hotkeys: Vec<_> = self.children.iter().map(|child| child.hotkey).collect();
        hotkeys.sort_unstable();
        let parts = self
            .children
            .iter()
            .try_fold(0_u64, |sum, child| sum.checked_add(child.proportion));
        let why = if self.children.len() > MOST_CHILDREN {
            "a hotkey has at most 5 children on a subnet; leave some out"
        } else if hotkeys.contains(&self.hotkey) {
            "a hotkey cannot be its own child; leave it out"
        } else if hotkeys.windows(2).any(|pair| pair[0] == pair[1]) {
            "one child is named twice; name each once"
        } else if parts.is_none() {
            "the children's parts are more than 100 % together; lower some"
        } else {
            return None;
        };
        Some(Need::Sense(Flaw::Children(why)))
    }
}

impl Operation for SetChildren {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let children = self
            .children
            .iter()
            .map(|child| Value::List(vec![child.proportion.into(), child.hotkey.into()]));
        Call::subtensor("set_children")
            .with("hotkey", self.hotkey)
            .with("netuid", self.netuid)
            .with("children", Value::List(children.collect()))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (hotkey, place) = (self.hotkey, words::subnet(self.netuid));
        match self.children.len() {
            0 => format!("Take all children of {hotkey} on {place} away"),
            1 => format!("Give {hotkey} 1 child on {place}"),
            several => format!("Give {hotkey} {several} children on {place}"),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Children,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        flaw(self.netuid == ROOT, Flaw::OnRoot)
            .into_iter()
            .chain(self.flaw())
            .chain([
                Need::Subnet(self.netuid, SubnetNeed::Exists),
                Need::Hotkey(self.hotkey, HotkeyNeed::OwnedBy(who)),
                Need::RateLimit(RateLimit::Children(self.hotkey, self.netuid)),
            ])
            .collect()
    }
}

impl Operation for SetChildkeyTake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("set_childkey_take")
            .with("hotkey", self.hotkey)
            .with("netuid", self.netuid)
            .with("take", self.take)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (hotkey, place) = (self.hotkey, words::subnet(self.netuid));
        format!(
            "Set the childkey take of {hotkey} on {place} to {}",
            percent(self.take)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::ChildkeyTake,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Subnet(self.netuid, SubnetNeed::Exists),
            Need::Hotkey(self.hotkey, HotkeyNeed::OwnedBy(who)),
            Need::Hotkey(self.hotkey, HotkeyNeed::TakeAllowed(self.take)),
            Need::RateLimit(RateLimit::ChildkeyTake {
                hotkey: self.hotkey,
                netuid: self.netuid,
                take: self.take,
            }),
        ]
    }
}
