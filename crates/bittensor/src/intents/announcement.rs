//! Calls of a proxy that have to be announced: announcing them, taking that back, refusing it, and doing them.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, BlockHash, Failure};

use super::{
    Cost, Effect, Funds, Intent, Need, ProxyNeed, Warning,
    call::Call,
    operation::Operation,
    proxy::{forced, in_name_of, inner_warnings},
};

/// Announces a call that will be done in another account's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AnnounceProxied {
    /// The other account.
    pub real: AccountId,
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
}

/// Takes back an announcement that this account made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RemoveAnnouncement {
    /// The account in whose name it was announced.
    pub real: AccountId,
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
}

/// Refuses what a proxy of this account has announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RejectAnnouncement {
    /// The proxy.
    pub delegate: AccountId,
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
}

/// Does in another account's name what was announced, once its delay is over. Anybody may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ExecuteAnnounced {
    /// The proxy that announced it.
    pub delegate: AccountId,
    /// The other account.
    pub real: AccountId,
    /// The proxy type that is used; whichever fits if none.
    pub kind: Option<String>,
    /// What was announced.
    pub inner: Box<Intent>,
}

impl Operation for AnnounceProxied {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "announce")
            .with("real", self.real)
            .with("call_hash", self.call_hash)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Announce the call {} in the name of {}",
            self.call_hash, self.real
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: Cost::AnnouncementDeposit,
                limit: None,
            },
            Effect::AnnouncementChanged,
        ]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![
            Need::Proxy(self.real, ProxyNeed::Proxied { delegate: who }),
            Need::Funds(Funds::cost(who, Cost::AnnouncementDeposit)),
        ]
    }
}

impl Operation for RemoveAnnouncement {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "remove_announcement")
            .with("real", self.real)
            .with("call_hash", self.call_hash)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Take back the announcement of the call {} in the name of {}",
            self.call_hash, self.real
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::AnnouncementChanged, Effect::DepositReturned]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let announced = ProxyNeed::Announced {
            delegate: who,
            hash: self.call_hash,
        };
        vec![Need::Proxy(self.real, announced)]
    }
}

impl Operation for RejectAnnouncement {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "reject_announcement")
            .with("delegate", self.delegate)
            .with("call_hash", self.call_hash)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Refuse the call {} that {} has announced",
            self.call_hash, self.delegate
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::AnnouncementChanged]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let announced = ProxyNeed::Announced {
            delegate: self.delegate,
            hash: self.call_hash,
        };
        vec![Need::Proxy(who, announced)]
    }
}

impl Operation for ExecuteAnnounced {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "proxy_announced")
            .with("delegate", self.delegate)
            .with("real", self.real)
            .with("force_proxy_type", forced(self.kind.as_ref()))
            .around("call", self.inner.build(metadata)?)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "In the name of {}, as announced by {}: {}",
            self.real,
            self.delegate,
            self.inner.summary()
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        in_name_of(self.real, &self.inner)
    }

    fn warnings(&self) -> Vec<Warning> {
        inner_warnings(&self.inner)
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        let proxied = ProxyNeed::Proxied {
            delegate: self.delegate,
        };
        let mut needs = vec![Need::Proxy(self.real, proxied)];
        needs.extend(self.inner.needs(self.real));
        needs
    }
}
