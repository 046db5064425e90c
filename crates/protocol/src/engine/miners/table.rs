//! Who serves a subnet, and what to expect of each.

use serde::{Deserialize, Serialize};
use taolight_bittensor::reads::PerU16;
use taolight_primitives::{AccountId, Alpha, NetUid};

use super::{About, Verdict};
use crate::vault::Scheme;

/// Reads the neurons of a subnet with a verdict on each. Sends nothing to any of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ReadMiners {
    /// Which subnet.
    pub netuid: NetUid,
    /// Who would ask; none if no account is chosen.
    pub asker: Option<Asker>,
    /// What the verdicts are about.
    pub about: About,
}

/// Who would sign, as the vault has it. The chain says the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Asker {
    /// The account.
    pub hotkey: AccountId,
    /// How it signs.
    pub scheme: Scheme,
    /// Whether it can sign now.
    pub key: AskerKey,
    /// The user's own coldkeys.
    pub coldkeys: Vec<AccountId>,
}

/// Whether an account can sign now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum AskerKey {
    /// It can.
    Ready,
    /// The vault is locked.
    Locked,
    /// Only its address is known here.
    Missing,
}

/// The neurons of a subnet as miners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MinerTable {
    /// All neurons, in the order of their numbers.
    pub miners: Vec<MinerRow>,
    /// What the asker is on this subnet; none if it is not registered, or nobody asks.
    pub standing: Option<Standing>,
    /// What is to be said before every question, whatever the verdict.
    pub no_promises: Vec<String>,
}

/// What a hotkey is on a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Standing {
    /// Its number.
    pub uid: u16,
    /// Whether it has a validator permit.
    pub permit: bool,
    /// Its stake weight.
    pub stake_weight: Alpha,
    /// The alpha behind it.
    pub alpha_stake: Alpha,
}

/// One neuron.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct MinerRow {
    /// Its number.
    pub uid: u16,
    /// Its hotkey.
    pub hotkey: AccountId,
    /// Its share of the miners' rewards.
    pub incentive: PerU16,
    /// Whether it is a validator.
    pub permit: bool,
    /// Where it says that it listens; none if it does not.
    pub axon: Option<AxonEndpoint>,
    /// What to expect.
    pub verdict: Verdict,
}

/// Where a miner says that it listens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AxonEndpoint {
    /// Address and port, as in a URL.
    pub address: String,
    /// The version that its software gave; anything.
    pub version: u32,
    /// What it probably speaks.
    pub speaks: Speaks,
    /// Why the whole internet does not reach it, in words; none if it does. It is asked only where that is allowed.
    pub special: Option<String>,
}

/// What a miner probably speaks, guessed from the version in its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Speaks {
    /// Synapses, as the SDK 7.2 to 10 has them.
    Synapses,
    /// Perhaps `btauth/1` of the SDK 11.
    PerhapsBtAuth,
    /// Nothing can be said.
    Unknown,
}
