//! Accounts without a key, for which another account acts.

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Failure};

use super::{Cost, Effect, Funds, Need, Warning, call::Call, operation::Operation};

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
