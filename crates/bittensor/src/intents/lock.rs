//! Locks: stake that a coldkey ties to a subnet, and the conviction that it earns.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Alpha, Failure, NetUid};

use super::{
    Effect, Flaw, HotkeyNeed, Need, Setting, StakeNeed, SubnetNeed, Warning, call::Call, flaw,
    operation::Operation, words,
};

/// Stake on a subnet is locked in favour of a hotkey, or added to the lock that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct LockStake {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// How much of the subnet's alpha.
    pub amount: Alpha,
}

/// The lock on a subnet backs another hotkey from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MoveLock {
    /// The other hotkey.
    pub destination_hotkey: AccountId,
    /// The subnet.
    pub netuid: NetUid,
}

/// Whether the lock on a subnet decays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetPerpetualLock {
    /// The subnet.
    pub netuid: NetUid,
    /// `true` for a lock that does not decay.
    pub perpetual: bool,
}

/// Whether locked alpha of others may come into this account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AcceptLockedAlpha {
    /// `true` to accept it. The chain asks the other way round.
    pub accept: bool,
}

impl Operation for LockStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("lock_stake")
            .with("hotkey", self.hotkey)
            .with("netuid", self.netuid)
            .with("amount", self.amount.0)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Lock {} in favour of {}",
            words::alpha(self.amount, self.netuid),
            self.hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::AlphaLocked {
            netuid: self.netuid,
            hotkey: self.hotkey,
            amount: self.amount,
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::LocksStake]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let (hotkey, netuid) = (self.hotkey, self.netuid);
        let available = StakeNeed::Available {
            hotkey,
            netuid,
            amount: Some(self.amount),
        };
        flaw(self.amount == Alpha::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain([
                Need::Subnet(netuid, SubnetNeed::Exists),
                Need::Hotkey(hotkey, HotkeyNeed::Known),
                Need::Stake(who, StakeNeed::LockBacks { hotkey, netuid }),
                Need::Stake(who, available),
            ])
            .collect()
    }
}

impl Operation for MoveLock {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("move_lock")
            .with("destination_hotkey", self.destination_hotkey)
            .with("netuid", self.netuid)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Move the lock on {} to {}",
            words::subnet(self.netuid),
            self.destination_hotkey
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::LockChanged { netuid: self.netuid }]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::LosesConviction]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Stake(who, StakeNeed::Locked { netuid: self.netuid }),
            Need::Hotkey(self.destination_hotkey, HotkeyNeed::Known),
        ]
    }
}

impl Operation for SetPerpetualLock {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("set_perpetual_lock")
            .with("netuid", self.netuid)
            .with("enabled", self.perpetual)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let place = words::subnet(self.netuid);
        match self.perpetual {
            true => format!("Keep the lock on {place} from decaying"),
            false => format!("Let the lock on {place} decay"),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::LockChanged { netuid: self.netuid }]
    }

    fn warnings(&self) -> Vec<Warning> {
        self.perpetual
            .then_some(Warning::NeverUnlocks)
            .into_iter()
            .collect()
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        vec![Need::Subnet(self.netuid, SubnetNeed::Exists)]
    }
}

impl Operation for AcceptLockedAlpha {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("set_reject_locked_alpha")
            .with("enabled", !self.accept)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        match self.accept {
            true => "Accept locked stake from others".to_owned(),
            false => "Refuse locked stake from others".to_owned(),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::AcceptsLockedAlpha,
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        self.accept
            .then_some(Warning::AcceptsLocked)
            .into_iter()
            .collect()
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        Vec::new()
    }
}
