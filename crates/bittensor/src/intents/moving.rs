//! Stake that changes its subnet, its hotkey or its owner.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Alpha, Failure, NetUid};

use super::{
    Effect, Flaw, HotkeyNeed, Need, Quantity, RateLimited, StakeNeed, SubnetNeed, Warning, call::Call, flaw,
    limit, nobody, operation::Operation, position::Position, words,
};

/// Stake goes to another hotkey, and to another subnet if that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MoveStake {
    /// The hotkey that it leaves.
    pub origin_hotkey: AccountId,
    /// The hotkey that it goes to.
    pub destination_hotkey: AccountId,
    /// The subnet that it leaves.
    pub origin_netuid: NetUid,
    /// The subnet that it goes to.
    pub destination_netuid: NetUid,
    /// How much of the origin's alpha.
    pub amount: Alpha,
    /// The worst rate between two subnets; any rate if none. Only younger runtimes take one.
    pub limit: Option<RateLimited>,
}

/// Stake goes to another subnet with the same hotkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SwapStake {
    /// The hotkey.
    pub hotkey: AccountId,
    /// The subnet that it leaves.
    pub origin_netuid: NetUid,
    /// The subnet that it goes to.
    pub destination_netuid: NetUid,
    /// How much of the origin's alpha.
    pub amount: Alpha,
    /// The worst rate; any rate if none.
    pub limit: Option<RateLimited>,
}

/// Stake goes to another coldkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct TransferStake {
    /// The coldkey that gets it.
    pub destination_coldkey: AccountId,
    /// The hotkey that it is staked with.
    pub hotkey: AccountId,
    /// The hotkey that it is staked with afterwards; the same if none. Only younger runtimes take one.
    pub destination_hotkey: Option<AccountId>,
    /// The subnet that it leaves.
    pub origin_netuid: NetUid,
    /// The subnet that it goes to.
    pub destination_netuid: NetUid,
    /// How much of the origin's alpha.
    pub amount: Alpha,
}

/// A way from one position to another.
struct Way {
    from: (AccountId, NetUid),
    to: (AccountId, NetUid),
    amount: Alpha,
}

impl Way {
    fn effects(&self, receiver: Option<AccountId>, allow_partial: Option<bool>) -> Vec<Effect> {
        let ((origin_hotkey, origin), (hotkey, netuid)) = (self.from, self.to);
        let out = Effect::AlphaOut {
            netuid: origin,
            hotkey: origin_hotkey,
            amount: limit::traded(self.amount, allow_partial),
            to: receiver,
        };
        let arrives = Effect::AlphaIn {
            netuid,
            hotkey,
            amount: match origin == netuid {
                true => Quantity::Exactly(self.amount),
                false => Quantity::AtMarket,
            },
        };
        match receiver {
            Some(_) => vec![out],
            None => vec![out, arrives],
        }
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let ((origin_hotkey, origin), (hotkey, netuid)) = (self.from, self.to);
        let worth = StakeNeed::Worth {
            hotkey: origin_hotkey,
            netuid: origin,
            amount: self.amount,
            or_everything: false,
        };
        flaw(self.amount == Alpha::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain(nobody(&hotkey))
            .chain([
                Need::Subnet(origin, SubnetNeed::Trades),
                Need::Subnet(netuid, SubnetNeed::Trades),
                Need::Hotkey(origin_hotkey, HotkeyNeed::Known),
                Need::Hotkey(hotkey, HotkeyNeed::Known),
            ])
            .chain((origin != netuid).then_some(Need::Stake(who, worth)))
            .collect()
    }

    fn position(&self, who: AccountId) -> Position {
        Position {
            coldkey: who,
            hotkey: self.from.0,
            netuid: self.from.1,
        }
    }

    fn crosses(&self) -> bool {
        self.from.1 != self.to.1
    }
}

/// How a rate's limit is said at the end of a sentence.
fn at_least(limit: Option<RateLimited>) -> String {
    limit.map_or(String::new(), |limit| {
        format!(", for at least {} alpha each", limit.minimum_per_alpha)
    })
}

impl MoveStake {
    fn way(&self) -> Way {
        Way {
            from: (self.origin_hotkey, self.origin_netuid),
            to: (self.destination_hotkey, self.destination_netuid),
            amount: self.amount,
        }
    }
}

impl Operation for MoveStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match self.limit {
            None => Call::subtensor("move_stake"),
            Some(_) => Call::subtensor("move_stake_limit").newer(),
        };
        call.with("origin_hotkey", self.origin_hotkey)
            .with("destination_hotkey", self.destination_hotkey)
            .with("origin_netuid", self.origin_netuid)
            .with("destination_netuid", self.destination_netuid)
            .with("alpha_amount", self.amount.0)
            .limited(
                self.limit
                    .map(|limit| (limit.minimum_per_alpha.0, limit.allow_partial)),
            )
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Move {} from {} to {} on {}{}",
            words::alpha(self.amount, self.origin_netuid),
            self.origin_hotkey,
            self.destination_hotkey,
            words::subnet(self.destination_netuid),
            at_least(self.limit)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        self.way()
            .effects(None, self.limit.map(|limit| limit.allow_partial))
    }

    fn warnings(&self) -> Vec<Warning> {
        match self.way().crosses() {
            true => limit::warning(self.limit.map(|limit| limit.allow_partial))
                .into_iter()
                .collect(),
            false => Vec::new(),
        }
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let way = self.way();
        flaw(way.from == way.to, Flaw::SamePlace)
            .into_iter()
            .chain(way.needs(who))
            .chain(way.position(who).holds(Some(self.amount)))
            .collect()
    }

    /// The form with a limit is not among the calls that the runtime lets pay in alpha.
    fn may_pay_in_alpha(&self) -> bool {
        self.limit.is_none()
    }
}

impl SwapStake {
    fn way(&self) -> Way {
        Way {
            from: (self.hotkey, self.origin_netuid),
            to: (self.hotkey, self.destination_netuid),
            amount: self.amount,
        }
    }
}

impl Operation for SwapStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match self.limit {
            None => Call::subtensor("swap_stake"),
            Some(_) => Call::subtensor("swap_stake_limit"),
        };
        call.with("hotkey", self.hotkey)
            .with("origin_netuid", self.origin_netuid)
            .with("destination_netuid", self.destination_netuid)
            .with("alpha_amount", self.amount.0)
            .limited(
                self.limit
                    .map(|limit| (limit.minimum_per_alpha.0, limit.allow_partial)),
            )
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Move {} staked with {} to {}{}",
            words::alpha(self.amount, self.origin_netuid),
            self.hotkey,
            words::subnet(self.destination_netuid),
            at_least(self.limit)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        self.way()
            .effects(None, self.limit.map(|limit| limit.allow_partial))
    }

    fn warnings(&self) -> Vec<Warning> {
        limit::warning(self.limit.map(|limit| limit.allow_partial))
            .into_iter()
            .collect()
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let way = self.way();
        flaw(!way.crosses(), Flaw::SameSubnet)
            .into_iter()
            .chain(way.needs(who))
            .chain(way.position(who).holds(Some(self.amount)))
            .collect()
    }

    fn may_pay_in_alpha(&self) -> bool {
        true
    }
}

impl TransferStake {
    fn way(&self) -> Way {
        Way {
            from: (self.hotkey, self.origin_netuid),
            to: (
                self.destination_hotkey.unwrap_or(self.hotkey),
                self.destination_netuid,
            ),
            amount: self.amount,
        }
    }
}

impl Operation for TransferStake {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match self.destination_hotkey {
            None => Call::subtensor("transfer_stake").with("hotkey", self.hotkey),
            Some(destination) => Call::subtensor("transfer_stake_and_hotkey")
                .newer()
                .with("origin_hotkey", self.hotkey)
                .with("destination_hotkey", destination),
        };
        call.with("destination_coldkey", self.destination_coldkey)
            .with("origin_netuid", self.origin_netuid)
            .with("destination_netuid", self.destination_netuid)
            .with("alpha_amount", self.amount.0)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let way = self.way();
        let amount = words::alpha(self.amount, self.origin_netuid);
        let owner = self.destination_coldkey;
        match way.crosses() {
            true => format!(
                "Give {amount} staked with {} to {owner}, as stake on {}",
                self.hotkey,
                words::subnet(self.destination_netuid)
            ),
            false => format!("Give {amount} staked with {} to {owner}", self.hotkey),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        self.way().effects(Some(self.destination_coldkey), Some(false))
    }

    fn warnings(&self) -> Vec<Warning> {
        let unlimited = self.way().crosses().then_some(Warning::NoPriceLimit);
        [Warning::Irreversible].into_iter().chain(unlimited).collect()
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let way = self.way();
        let accepted = StakeNeed::Accepted {
            by: self.destination_coldkey,
            netuid: self.origin_netuid,
            amount: self.amount,
        };
        let same = way.from == way.to && self.destination_coldkey == who;
        flaw(same, Flaw::SamePlace)
            .into_iter()
            .chain(way.needs(who))
            .chain([
                Need::Subnet(self.origin_netuid, SubnetNeed::AllowsTransfers),
                Need::Subnet(self.destination_netuid, SubnetNeed::AllowsTransfers),
                way.position(who).has(Some(self.amount)),
                Need::Stake(who, accepted),
            ])
            .collect()
    }

    /// The form with another hotkey is not among the calls that the runtime lets pay in alpha.
    fn may_pay_in_alpha(&self) -> bool {
        self.destination_hotkey.is_none()
    }
}
