//! The root: its dividends, and the baskets that younger runtimes have.

use serde::{Deserialize, Serialize};
use taolight_codec::{Field, Metadata, Value};
use taolight_primitives::{AccountId, Failure, NetUid, Rao};

use super::{
    Effect, Flaw, Funds, HotkeyNeed, Need, Quantity, Setting, StakeNeed,
    call::{Call, offers},
    flaw,
    operation::Operation,
    words::ROOT,
};

/// Root dividends are claimed. Older runtimes take the subnets to claim from; younger ones claim from all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ClaimRoot {
    /// The subnets.
    pub subnets: Vec<NetUid>,
}

/// Root dividends of stake with one hotkey are claimed. Only younger runtimes have this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ClaimRootWithHotkey {
    /// The hotkey.
    pub hotkey: AccountId,
}

/// What becomes of root dividends. Only older runtimes have this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetRootClaimType {
    /// What becomes of them.
    pub kind: RootClaimType,
}

/// What becomes of root dividends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum RootClaimType {
    /// They are sold for TAO, which is staked on the root.
    Swap,
    /// They stay alpha.
    Keep,
    /// They stay alpha on these subnets, and are sold on all others.
    KeepSubnets {
        /// The subnets.
        subnets: Vec<NetUid>,
    },
}

/// TAO buys a share of a root validator's basket. Only younger runtimes have this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct StakeIntoBasket {
    /// The validator's hotkey.
    pub hotkey: AccountId,
    /// How much.
    pub amount: Rao,
}

fn netuids(subnets: &[NetUid]) -> Value<'static> {
    // The chain holds them as a set, in order and each once.
    let mut subnets = subnets.to_vec();
    subnets.sort_unstable();
    subnets.dedup();
    Value::List(subnets.into_iter().map(Value::from).collect())
}

fn named(subnets: &[NetUid]) -> String {
    let numbers: Vec<_> = subnets.iter().map(NetUid::to_string).collect();
    numbers.join(", ")
}

impl Operation for ClaimRoot {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        // The choice of a claim type left the runtime when the argument lost its meaning.
        let names_subnets = offers(metadata, "set_root_claim_type");
        if let Some(Need::Sense(flaw)) = flaw(names_subnets && self.subnets.is_empty(), Flaw::NoSubnets) {
            return Err(flaw.failure());
        }
        Call::subtensor("claim_root")
            .with("subnets", netuids(&self.subnets))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        match self.subnets.as_slice() {
            [] => "Claim all root dividends".to_owned(),
            [only] => format!("Claim root dividends of subnet {only}"),
            several => format!("Claim root dividends of subnets {}", named(several)),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        Vec::new()
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        Vec::new()
    }
}

impl Operation for ClaimRootWithHotkey {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("claim_root_with_hotkey")
            .newer()
            .with("hotkey", self.hotkey)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Claim root dividends of the stake with {}", self.hotkey)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::AlphaIn {
            netuid: ROOT,
            hotkey: self.hotkey,
            amount: Quantity::AtMarket,
        }]
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        vec![Need::Hotkey(self.hotkey, HotkeyNeed::Known)]
    }
}

impl Operation for SetRootClaimType {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let kind = match &self.kind {
            RootClaimType::Swap => Value::unit("Swap"),
            RootClaimType::Keep => Value::unit("Keep"),
            RootClaimType::KeepSubnets { subnets } => {
                Value::Variant("KeepSubnets", vec![Field::named("subnets", netuids(subnets))])
            }
        };
        Call::subtensor("set_root_claim_type")
            .with("new_root_claim_type", kind)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        match &self.kind {
            RootClaimType::Swap => "Have root dividends sold and staked on the root".to_owned(),
            RootClaimType::Keep => "Keep root dividends as alpha".to_owned(),
            RootClaimType::KeepSubnets { subnets } => {
                format!(
                    "Keep root dividends of subnets {} as alpha, and have all others sold",
                    named(subnets)
                )
            }
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::RootClaimType,
        }]
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        let nothing = matches!(&self.kind, RootClaimType::KeepSubnets { subnets } if subnets.is_empty());
        flaw(nothing, Flaw::NoSubnets).into_iter().collect()
    }
}

impl Operation for StakeIntoBasket {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("stake_into_basket")
            .newer()
            .with("hotkey", self.hotkey)
            .with("amount_staked", self.amount)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Put {} TAO into the basket of {}", self.amount, self.hotkey)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![
            Effect::TaoOut {
                amount: Quantity::Exactly(self.amount),
                to: None,
            },
            Effect::AlphaIn {
                netuid: ROOT,
                hotkey: self.hotkey,
                amount: Quantity::AtMarket,
            },
        ]
    }

    fn warnings(&self) -> Vec<super::Warning> {
        vec![super::Warning::NoPriceLimit]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        flaw(self.amount == Rao::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain([
                Need::Stake(
                    who,
                    StakeNeed::Minimum {
                        netuid: ROOT,
                        amount: self.amount,
                    },
                ),
                Need::Funds(Funds::of(who, self.amount)),
                Need::Hotkey(self.hotkey, HotkeyNeed::RegisteredOn(ROOT)),
            ])
            .collect()
    }
}
