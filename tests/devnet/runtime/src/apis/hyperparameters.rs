//! A subnet's hyperparameters, by name.

use crate::{
    Runtime, SubtensorModule,
    subtensor::{
        self,
        types::{NetUid, U64F64},
    },
};
use alloc::vec::Vec;
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;

/// A signed number with 32 bits after the point.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct I32F32 {
    pub bits: i64,
}

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum HyperparamValue {
    Bool(bool),
    U16(Compact<u16>),
    U32(Compact<u32>),
    U64(Compact<u64>),
    U128(Compact<u128>),
    TaoBalance(Compact<u64>),
    I32F32(I32F32),
    U64F64(U64F64),
}

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct HyperparamEntry {
    pub name: Vec<u8>,
    pub value: HyperparamValue,
}

/// The blocks after which a silent validator is inactive.
pub fn activity_cutoff(netuid: NetUid) -> u64 {
    let tempo = u64::from(subtensor::Tempo::<Runtime>::get(netuid));
    let factor = u64::from(subtensor::ActivityCutoffFactorMilli::<Runtime>::get(netuid));
    tempo * factor / 1_000
}

/// The hyperparameters in the order in which the real chain lists them.
pub fn of(netuid: NetUid) -> Option<Vec<HyperparamEntry>> {
    SubtensorModule::subnet_exists(netuid).then(|| {
        let entry = |(name, value): (&str, _)| HyperparamEntry {
            name: name.as_bytes().to_vec(),
            value,
        };
        values(netuid).into_iter().map(entry).collect()
    })
}

fn values(netuid: NetUid) -> Vec<(&'static str, HyperparamValue)> {
    let bool = HyperparamValue::Bool;
    let u16 = |value| HyperparamValue::U16(Compact(value));
    let u32 = |value| HyperparamValue::U32(Compact(value));
    let u64 = |value| HyperparamValue::U64(Compact(value));
    let tao = |value| HyperparamValue::TaoBalance(Compact(value));
    let steepness = i64::from(subtensor::AlphaSigmoidSteepness::<Runtime>::get(netuid));
    let (alpha_low, alpha_high) = subtensor::AlphaValues::<Runtime>::get(netuid);
    let yuma_version = match subtensor::Yuma3On::<Runtime>::get(netuid) {
        true => 3,
        false => 2,
    };
    alloc::vec![
        ("kappa", u16(subtensor::Kappa::<Runtime>::get(netuid))),
        (
            "immunity_period",
            u16(subtensor::ImmunityPeriod::<Runtime>::get(netuid))
        ),
        (
            "min_allowed_weights",
            u16(subtensor::MinAllowedWeights::<Runtime>::get(netuid))
        ),
        (
            "max_weights_limit",
            u16(subtensor::MaxWeightsLimit::<Runtime>::get(netuid))
        ),
        ("tempo", u16(subtensor::Tempo::<Runtime>::get(netuid))),
        (
            "weights_version",
            u64(subtensor::WeightsVersionKey::<Runtime>::get(netuid))
        ),
        (
            "weights_rate_limit",
            u64(subtensor::WeightsSetRateLimit::<Runtime>::get(netuid))
        ),
        ("activity_cutoff", u64(activity_cutoff(netuid))),
        (
            "activity_cutoff_factor",
            u32(subtensor::ActivityCutoffFactorMilli::<Runtime>::get(netuid))
        ),
        (
            "registration_allowed",
            bool(subtensor::NetworkRegistrationAllowed::<Runtime>::get(netuid))
        ),
        (
            "target_regs_per_interval",
            u16(subtensor::TargetRegistrationsPerInterval::<Runtime>::get(netuid))
        ),
        ("min_burn", tao(subtensor::MinBurn::<Runtime>::get(netuid))),
        ("max_burn", tao(subtensor::MaxBurn::<Runtime>::get(netuid))),
        (
            "burn_half_life",
            u16(subtensor::BurnHalfLife::<Runtime>::get(netuid))
        ),
        (
            "burn_increase_mult",
            HyperparamValue::U64F64(subtensor::BurnIncreaseMult::<Runtime>::get(netuid))
        ),
        (
            "bonds_moving_avg",
            u64(subtensor::BondsMovingAverage::<Runtime>::get(netuid))
        ),
        (
            "max_regs_per_block",
            u16(subtensor::MaxRegistrationsPerBlock::<Runtime>::get(netuid))
        ),
        (
            "serving_rate_limit",
            u64(subtensor::ServingRateLimit::<Runtime>::get(netuid))
        ),
        (
            "max_validators",
            u16(subtensor::MaxAllowedValidators::<Runtime>::get(netuid))
        ),
        (
            "commit_reveal_period",
            u64(subtensor::RevealPeriodEpochs::<Runtime>::get(netuid))
        ),
        (
            "commit_reveal_weights_enabled",
            bool(subtensor::CommitRevealWeightsEnabled::<Runtime>::get(netuid))
        ),
        ("alpha_high", u16(alpha_high)),
        ("alpha_low", u16(alpha_low)),
        (
            "liquid_alpha_enabled",
            bool(subtensor::LiquidAlphaOn::<Runtime>::get(netuid))
        ),
        (
            "alpha_sigmoid_steepness",
            HyperparamValue::I32F32(I32F32 {
                bits: steepness << 32
            })
        ),
        ("yuma_version", u16(yuma_version)),
        (
            "subnet_is_active",
            bool(subtensor::SubtokenEnabled::<Runtime>::get(netuid))
        ),
        (
            "transfers_enabled",
            bool(subtensor::TransferToggle::<Runtime>::get(netuid))
        ),
        (
            "bonds_reset_enabled",
            bool(subtensor::BondsResetOn::<Runtime>::get(netuid))
        ),
        ("user_liquidity_enabled", bool(false)),
        (
            "owner_cut_enabled",
            bool(subtensor::OwnerCutEnabled::<Runtime>::get(netuid))
        ),
        (
            "owner_cut_auto_lock_enabled",
            bool(subtensor::OwnerCutAutoLockEnabled::<Runtime>::get(netuid))
        ),
        (
            "min_childkey_take",
            u16(subtensor::MinChildkeyTakePerSubnet::<Runtime>::get(netuid))
        ),
    ]
}
