//! Accounts that act for others: who may, in what, and doing it.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, BlockHash, Failure};

use super::{
    Cost, Effect, Flaw, Funds, Grant, Intent, Need, ProxyNeed, Warning, call::Call, flaw,
    operation::Operation,
};

/// The proxy type that may do everything.
const ANY: &str = "Any";

/// Another account may act for this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AddProxy {
    /// Who may act.
    pub delegate: AccountId,
    /// In what, by the runtime's own name of the proxy type, such as `Staking`.
    pub kind: String,
    /// Blocks for which each use has to be announced; 0 for none.
    pub delay: u32,
}

/// Another account may no longer act for this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RemoveProxy {
    /// Who may no longer act.
    pub delegate: AccountId,
    /// In what.
    pub kind: String,
    /// With which delay.
    pub delay: u32,
}

/// Nobody may act for this account any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RemoveAllProxies {}

/// A new account that has no key, for which this one acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct CreatePure {
    /// In what this account may act for it.
    pub kind: String,
    /// Blocks for which each use has to be announced; 0 for none.
    pub delay: u32,
    /// Tells several new accounts of one transaction apart.
    pub index: u16,
}

/// An account that has no key ends, with everything in it. It has to be done in its own name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct KillPure {
    /// Who created it.
    pub spawner: AccountId,
    /// The proxy type that it was created with.
    pub kind: String,
    /// The index that it was created with.
    pub index: u16,
    /// Number of the block in which it was created.
    pub height: u32,
    /// Index of the extrinsic that created it.
    pub ext_index: u32,
}

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

/// Does something in another account's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ActAs {
    /// The other account.
    pub real: AccountId,
    /// The proxy type that is used; whichever fits if none.
    pub kind: Option<String>,
    /// What is done.
    pub inner: Box<Intent>,
}

impl AddProxy {
    fn grant(&self) -> Grant {
        Grant {
            delegate: self.delegate,
            kind: self.kind.clone(),
            delay: self.delay,
        }
    }
}

/// How a delay is said at the end of a sentence.
fn after(delay: u32) -> String {
    match delay {
        0 => String::new(),
        blocks => format!(", {blocks} blocks after announcing it"),
    }
}

fn forced(kind: Option<&String>) -> Value<'_> {
    Value::option(kind.map(|kind| Value::unit(kind)))
}

impl Operation for AddProxy {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "add_proxy")
            .with("delegate", self.delegate)
            .with("proxy_type", Value::unit(&self.kind))
            .with("delay", self.delay)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (delegate, after) = (self.delegate, after(self.delay));
        match self.kind.as_str() {
            ANY => format!("Let {delegate} do everything for this account{after}"),
            kind => format!("Let {delegate} act for this account in {kind}{after}"),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: Cost::ProxyDeposit,
                limit: None,
            },
            Effect::ControlGranted {
                to: self.delegate,
                kind: self.kind.clone(),
                delay: self.delay,
            },
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        let to = self.delegate;
        match self.kind.as_str() {
            ANY => vec![Warning::GivesFullControl { to }],
            kind => vec![Warning::GivesControl {
                to,
                kind: kind.to_owned(),
            }],
        }
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        flaw(self.delegate == who, Flaw::OwnProxy)
            .into_iter()
            .chain([
                Need::Proxy(who, ProxyNeed::Absent(self.grant())),
                Need::Funds(Funds::cost(who, Cost::ProxyDeposit)),
            ])
            .collect()
    }
}

impl Operation for RemoveProxy {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "remove_proxy")
            .with("delegate", self.delegate)
            .with("proxy_type", Value::unit(&self.kind))
            .with("delay", self.delay)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Let {} no longer act for this account in {}",
            self.delegate, self.kind
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::ControlRevoked {
                from: Some(self.delegate),
            },
            Effect::DepositReturned,
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::MayLosePureAccount]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let grant = Grant {
            delegate: self.delegate,
            kind: self.kind.clone(),
            delay: self.delay,
        };
        vec![Need::Proxy(who, ProxyNeed::Present(grant))]
    }
}

impl Operation for RemoveAllProxies {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "remove_proxies").encode(metadata)
    }

    fn summary(&self) -> String {
        "Let nobody act for this account any more".to_owned()
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::ControlRevoked { from: None }, Effect::DepositReturned]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::MayLosePureAccount]
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        Vec::new()
    }
}

impl Operation for CreatePure {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "create_pure")
            .with("proxy_type", Value::unit(&self.kind))
            .with("delay", self.delay)
            .with("index", self.index)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Create an account without a key, for which this one acts in {}",
            self.kind
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::Pays {
                cost: Cost::ProxyDeposit,
                limit: None,
            },
            Effect::AccountCreated,
        ]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::MayLosePureAccount]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Funds(Funds::cost(who, Cost::ProxyDeposit))]
    }
}

impl Operation for KillPure {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "kill_pure")
            .with("spawner", self.spawner)
            .with("proxy_type", Value::unit(&self.kind))
            .with("index", self.index)
            .with("height", self.height)
            .with("ext_index", self.ext_index)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        "End this account, which has no key, with everything in it".to_owned()
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::AccountLost]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::LosesPureAccount]
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        Vec::new()
    }
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

fn in_name_of(account: AccountId, intent: &Intent) -> Vec<Effect> {
    vec![Effect::InNameOf {
        account,
        effects: intent.effects(account),
    }]
}

/// What is inside may fail without failing what is outside.
pub(super) fn inner_warnings(intent: &Intent) -> Vec<Warning> {
    let mut warnings = intent.warnings();
    if !warnings.contains(&Warning::InnerMayFail) {
        warnings.push(Warning::InnerMayFail);
    }
    warnings
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

impl Operation for ActAs {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Proxy", "proxy")
            .with("real", self.real)
            .with("force_proxy_type", forced(self.kind.as_ref()))
            .around("call", self.inner.build(metadata)?)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("In the name of {}: {}", self.real, self.inner.summary())
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        in_name_of(self.real, &self.inner)
    }

    fn warnings(&self) -> Vec<Warning> {
        inner_warnings(&self.inner)
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let acted = ProxyNeed::ActedForBy {
            delegate: who,
            kind: self.kind.clone(),
        };
        let mut needs = vec![Need::Proxy(self.real, acted)];
        needs.extend(self.inner.needs(self.real));
        needs
    }
}
