//! Putting TAO into a subnet, and where rewards are put.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Failure, NetUid, Rao};

use super::{
    Effect, Flaw, Funds, HotkeyNeed, Need, PriceLimit, Quantity, Setting, StakeNeed, SubnetNeed, Warning,
    call::Call,
    flaw, limit, nobody,
    operation::Operation,
    words::{self, ROOT},
};

/// TAO buys alpha of a subnet, which is staked with a hotkey. On the root it stays TAO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AddStake {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// How much TAO, the swap fee included.
    pub amount: Rao,
    /// The highest price that is paid; any price if none.
    pub limit: Option<PriceLimit>,
}

/// Mining rewards of this coldkey on a subnet are staked with a hotkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetAutoStake {
    /// The subnet.
    pub netuid: NetUid,
    /// The hotkey.
    pub hotkey: AccountId,
}

impl Operation for AddStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let name = match self.limit {
            Some(_) => "add_stake_limit",
            None => "add_stake",
        };
        Call::subtensor(name)
            .with("hotkey", self.hotkey)
            .with("netuid", self.netuid)
            .with("amount_staked", self.amount)
            .limited(self.limit.map(|limit| (limit.price.0, limit.allow_partial)))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (amount, place, hotkey) = (self.amount, words::subnet(self.netuid), self.hotkey);
        match self.limit {
            Some(limit) if self.netuid != ROOT => format!(
                "Stake {amount} TAO on {place} with {hotkey}, at no more than {} TAO per alpha",
                limit.price
            ),
            Some(_) | None => format!("Stake {amount} TAO on {place} with {hotkey}"),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::TaoOut {
                amount: limit::traded(self.amount, self.limit.map(|limit| limit.allow_partial)),
                to: None,
            },
            Effect::AlphaIn {
                netuid: self.netuid,
                hotkey: self.hotkey,
                amount: Quantity::AtMarket,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        let on_root = self.netuid == ROOT;
        limit::warning(self.limit.map(|limit| limit.allow_partial))
            .into_iter()
            .filter(|_| !on_root)
            .collect()
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        flaw(self.amount == Rao::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain(nobody(&self.hotkey))
            .chain([
                Need::Subnet(self.netuid, SubnetNeed::Trades),
                Need::Stake(
                    who,
                    StakeNeed::Minimum {
                        netuid: self.netuid,
                        amount: self.amount,
                    },
                ),
                Need::Funds(Funds::of(who, self.amount)),
                Need::Hotkey(self.hotkey, HotkeyNeed::Known),
            ])
            .collect()
    }
}

impl Operation for SetAutoStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("set_coldkey_auto_stake_hotkey")
            .with("netuid", self.netuid)
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Stake mining rewards of {} with {}",
            words::subnet(self.netuid),
            self.hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::AutoStake,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let differs = StakeNeed::AutoStakeDiffers {
            hotkey: self.hotkey,
            netuid: self.netuid,
        };
        nobody(&self.hotkey)
            .into_iter()
            .chain([
                Need::Subnet(self.netuid, SubnetNeed::Exists),
                Need::Hotkey(self.hotkey, HotkeyNeed::Known),
                Need::Stake(who, differs),
            ])
            .collect()
    }
}
