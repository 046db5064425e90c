//! Taking stake out of subnets, and destroying it.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Price};

use super::{
    Effect, Flaw, HotkeyNeed, Need, PriceLimit, Quantity, StakeNeed, SubnetNeed, Warning,
    call::Call,
    flaw, limit,
    operation::Operation,
    position::Position,
    words::{self, ROOT},
};

/// Alpha of a position is sold for TAO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RemoveStake {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// How much of the subnet's alpha, the swap fee included.
    pub amount: Alpha,
    /// The lowest price that is taken; any price if none.
    pub limit: Option<PriceLimit>,
}

/// All alpha of a position is sold for TAO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RemoveAllStake {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// The lowest price that is taken; any price if none.
    pub limit: Option<Price>,
}

/// Every position with a hotkey is sold for TAO, the stake on the root too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct UnstakeAll {
    /// The hotkey.
    pub hotkey: AccountId,
}

/// Every position with a hotkey is sold, and the TAO is staked on the root with the same hotkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct UnstakeAllAlpha {
    /// The hotkey.
    pub hotkey: AccountId,
}

/// Alpha of a position is destroyed, and the subnet may give it out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RecycleAlpha {
    /// The hotkey.
    pub hotkey: AccountId,
    /// How much of the subnet's alpha.
    pub amount: Alpha,
    /// The subnet.
    pub netuid: NetUid,
}

/// Alpha of a position is destroyed for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct BurnAlpha {
    /// The hotkey.
    pub hotkey: AccountId,
    /// How much of the subnet's alpha.
    pub amount: Alpha,
    /// The subnet.
    pub netuid: NetUid,
}

impl Operation for RemoveStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let name = match self.limit {
            Some(_) => "remove_stake_limit",
            None => "remove_stake",
        };
        Call::subtensor(name)
            .with("hotkey", self.hotkey)
            .with("netuid", self.netuid)
            .with("amount_unstaked", self.amount.0)
            .limited(self.limit.map(|limit| (limit.price.0, limit.allow_partial)))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (amount, hotkey) = (words::alpha(self.amount, self.netuid), self.hotkey);
        match self.limit {
            Some(limit) if self.netuid != ROOT => format!(
                "Take {amount} out of the stake with {hotkey}, at no less than {} TAO per alpha",
                limit.price
            ),
            Some(_) | None => format!("Take {amount} out of the stake with {hotkey}"),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::AlphaOut {
                netuid: self.netuid,
                hotkey: self.hotkey,
                amount: limit::traded(self.amount, self.limit.map(|limit| limit.allow_partial)),
                to: None,
            },
            Effect::TaoIn {
                amount: Quantity::AtMarket,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        match self.netuid {
            ROOT => vec![Warning::LeavesUnclaimed],
            NetUid(_) => limit::warning(self.limit.map(|limit| limit.allow_partial))
                .into_iter()
                .collect(),
        }
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let position = Position {
            coldkey: who,
            hotkey: self.hotkey,
            netuid: self.netuid,
        };
        let worth = StakeNeed::Worth {
            hotkey: self.hotkey,
            netuid: self.netuid,
            amount: self.amount,
            or_everything: true,
        };
        flaw(self.amount == Alpha::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain([Need::Subnet(self.netuid, SubnetNeed::Trades)])
            .chain(position.holds(Some(self.amount)))
            .chain([Need::Stake(who, worth)])
            .collect()
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}

impl Operation for RemoveAllStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("remove_stake_full_limit")
            .with("hotkey", self.hotkey)
            .with("netuid", self.netuid)
            .with("limit_price", Value::option(self.limit.map(|price| price.0)))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (place, hotkey) = (words::subnet(self.netuid), self.hotkey);
        match self.limit {
            Some(price) if self.netuid != ROOT => {
                format!("Take all stake with {hotkey} out of {place}, at no less than {price} TAO per alpha")
            }
            Some(_) | None => format!("Take all stake with {hotkey} out of {place}"),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::AlphaOut {
                netuid: self.netuid,
                hotkey: self.hotkey,
                amount: Quantity::Everything,
                to: None,
            },
            Effect::TaoIn {
                amount: Quantity::AtMarket,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        match self.netuid {
            ROOT => vec![Warning::LeavesUnclaimed],
            NetUid(_) => limit::warning(self.limit.map(|_| false)).into_iter().collect(),
        }
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let position = Position {
            coldkey: who,
            hotkey: self.hotkey,
            netuid: self.netuid,
        };
        [Need::Subnet(self.netuid, SubnetNeed::Trades)]
            .into_iter()
            .chain(position.holds(None))
            .collect()
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}

/// What selling every position with a hotkey needs.
fn sells_all(hotkey: AccountId, who: AccountId) -> Vec<Need> {
    vec![
        Need::Hotkey(hotkey, HotkeyNeed::Known),
        Need::Stake(who, StakeNeed::NothingLocked { hotkey }),
    ]
}

impl Operation for UnstakeAll {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("unstake_all")
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Sell all stake with {} on every subnet, and on the root, for TAO",
            self.hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::EveryPositionOut {
                hotkey: self.hotkey,
                root: true,
            },
            Effect::TaoIn {
                amount: Quantity::AtMarket,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::NoPriceLimit, Warning::LeavesUnclaimed]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        sells_all(self.hotkey, who).into_iter().collect()
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}

impl Operation for UnstakeAllAlpha {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("unstake_all_alpha")
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Sell all stake with {} on every subnet, and stake the TAO on the root",
            self.hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::EveryPositionOut {
                hotkey: self.hotkey,
                root: false,
            },
            Effect::AlphaIn {
                netuid: ROOT,
                hotkey: self.hotkey,
                amount: Quantity::AtMarket,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::NoPriceLimit]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        sells_all(self.hotkey, who)
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}

/// What destroying alpha needs.
fn destroys(hotkey: AccountId, netuid: NetUid, amount: Alpha, who: AccountId) -> Vec<Need> {
    let position = Position {
        coldkey: who,
        hotkey,
        netuid,
    };
    flaw(amount == Alpha::ZERO, Flaw::ZeroAmount)
        .into_iter()
        .chain(flaw(netuid == ROOT, Flaw::OnRoot))
        .chain([Need::Subnet(netuid, SubnetNeed::Exists)])
        .chain(position.holds(Some(amount)))
        .collect()
}

fn destroyed(hotkey: AccountId, netuid: NetUid, amount: Alpha) -> Vec<Effect> {
    vec![Effect::AlphaOut {
        netuid,
        hotkey,
        amount: Quantity::Exactly(amount),
        to: None,
    }]
}

impl Operation for RecycleAlpha {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("recycle_alpha")
            .with("hotkey", self.hotkey)
            .with("amount", self.amount.0)
            .with("netuid", self.netuid)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Destroy {} staked with {}, which the subnet may give out again",
            words::alpha(self.amount, self.netuid),
            self.hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        destroyed(self.hotkey, self.netuid, self.amount)
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Destroys]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        destroys(self.hotkey, self.netuid, self.amount, who)
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}

impl Operation for BurnAlpha {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("burn_alpha")
            .with("hotkey", self.hotkey)
            .with("amount", self.amount.0)
            .with("netuid", self.netuid)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Destroy {} staked with {} for ever",
            words::alpha(self.amount, self.netuid),
            self.hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        destroyed(self.hotkey, self.netuid, self.amount)
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Destroys]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        destroys(self.hotkey, self.netuid, self.amount, who)
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}
