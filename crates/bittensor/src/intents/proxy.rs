//! Accounts that act for others: who may, in what, and doing it at once.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Failure};

use super::{
    Cost, Effect, Flaw, Funds, Intent, Need, ProxyNeed, Warning, call::Call, flaw, operation::Operation,
};
use crate::reads::Proxy;

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
    fn grant(&self) -> Proxy {
        Proxy {
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

pub(super) fn forced(kind: Option<&String>) -> Value<'_> {
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
        let grant = Proxy {
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

pub(super) fn in_name_of(account: AccountId, intent: &Intent) -> Vec<Effect> {
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
