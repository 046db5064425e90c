//! Places on subnets and on the root, and subnets of one's own.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Failure, NetUid, Rao};

use super::{
    Cost, Effect, Flaw, Funds, HotkeyNeed, Need, RateLimit, SubnetIdentity, SubnetNeed, Warning,
    call::Call,
    flaw, nobody,
    operation::Operation,
    words::{self, ROOT},
};

/// A hotkey gets a place on a subnet at the price of the moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Register {
    /// The subnet.
    pub netuid: NetUid,
    /// The hotkey.
    pub hotkey: AccountId,
    /// The most that it may cost; any price if none.
    pub limit: Option<Rao>,
}

/// A hotkey gets a place on the root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RegisterOnRoot {
    /// The hotkey.
    pub hotkey: AccountId,
}

/// A new subnet, owned by this coldkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RegisterSubnet {
    /// The owner's hotkey.
    pub hotkey: AccountId,
    /// What the subnet says of itself.
    pub identity: Option<SubnetIdentity>,
}

/// Trading starts on a subnet of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct StartSubnet {
    /// The subnet.
    pub netuid: NetUid,
}

impl Operation for Register {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match self.limit {
            None => Call::subtensor("burned_register"),
            Some(limit) => Call::subtensor("register_limit").with("limit_price", limit),
        };
        call.with("netuid", self.netuid)
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let limit = self
            .limit
            .map_or(String::new(), |limit| format!(", for no more than {limit} TAO"));
        format!(
            "Register {} on {}{limit}",
            self.hotkey,
            words::subnet(self.netuid)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        let (netuid, hotkey) = (self.netuid, self.hotkey);
        vec![
            Effect::Pays {
                cost: Cost::Registration { netuid },
                limit: self.limit,
            },
            Effect::Registered { hotkey, netuid },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        self.limit
            .is_none()
            .then_some(Warning::NoCostLimit)
            .into_iter()
            .collect()
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let netuid = self.netuid;
        flaw(netuid == ROOT, Flaw::OnRoot)
            .into_iter()
            .chain(nobody(&self.hotkey))
            .chain([
                Need::Subnet(netuid, SubnetNeed::TakesRegistrations),
                Need::Hotkey(self.hotkey, HotkeyNeed::FreeFor(who)),
                Need::Hotkey(self.hotkey, HotkeyNeed::NotRegisteredOn(netuid)),
                Need::Funds(Funds::cost(who, Cost::Registration { netuid })),
            ])
            .chain(
                self.limit
                    .map(|limit| Need::Price(Cost::Registration { netuid }, limit)),
            )
            .collect()
    }
}

impl Operation for RegisterOnRoot {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("root_register")
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Register {} on the root", self.hotkey)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: Cost::RootRegistration,
                limit: None,
            },
            Effect::Registered {
                hotkey: self.hotkey,
                netuid: ROOT,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::NoCostLimit]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Hotkey(self.hotkey, HotkeyNeed::OwnedBy(who)),
            Need::Hotkey(self.hotkey, HotkeyNeed::NotRegisteredOn(ROOT)),
            Need::Funds(Funds::cost(who, Cost::RootRegistration)),
        ]
    }
}

impl Operation for RegisterSubnet {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = match &self.identity {
            None => Call::subtensor("register_network"),
            Some(identity) => Call::subtensor("register_network_with_identity")
                .with("identity", Value::option(Some(Value::Fields(identity.fields())))),
        };
        call.with("hotkey", self.hotkey).encode(metadata)
    }

    fn summary(&self) -> String {
        match &self.identity {
            None => format!("Register a new subnet with the hotkey {}", self.hotkey),
            Some(identity) => {
                format!(
                    "Register a new subnet named {:?} with the hotkey {}",
                    identity.name, self.hotkey
                )
            }
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: Cost::SubnetRegistration,
                limit: None,
            },
            Effect::SubnetCreated,
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::NoCostLimit, Warning::MayRemoveSubnet]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let identity = self.identity.iter().flat_map(SubnetIdentity::flaws);
        nobody(&self.hotkey)
            .into_iter()
            .chain(identity)
            .chain([
                Need::Hotkey(self.hotkey, HotkeyNeed::FreeFor(who)),
                Need::RateLimit(RateLimit::SubnetRegistration),
                Need::Funds(Funds::cost(who, Cost::SubnetRegistration)),
            ])
            .collect()
    }
}

impl Operation for StartSubnet {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("start_call")
            .with("netuid", self.netuid)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Start trading on {}", words::subnet(self.netuid))
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::SubnetStarted { netuid: self.netuid }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Subnet(self.netuid, SubnetNeed::OwnedBy(who)),
            Need::Subnet(self.netuid, SubnetNeed::CanStart),
        ]
    }
}
