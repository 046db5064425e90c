//! The selective metagraph: of a subnet and its neurons, what was asked for.

use super::{
    dynamic_info::pending_alpha,
    hyperparameters::activity_cutoff,
    text::{Text, subnet_name, text},
};
use crate::{
    AccountId, Runtime, SubtensorModule,
    commitments::CommitmentOf,
    subtensor::{
        self,
        types::{AxonInfo, ChainIdentityV2, I96F32, NetUid, NetUidStorageIndex, SubnetIdentityV3},
    },
};
use alloc::vec::Vec;
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;

/// How far apart the storage indices of a subnet's mechanisms are.
const MECHANISM_STEP: u16 = 4_096;

/// An axon that was never served.
pub const NO_AXON: AxonInfo = AxonInfo {
    block: 0,
    version: 0,
    ip: 0,
    port: 0,
    ip_type: 0,
    protocol: 0,
    placeholder1: 0,
    placeholder2: 0,
};

/// The subnet that is told about, with its hotkeys by uid.
struct Subnet {
    netuid: NetUid,
    /// Where storage keeps what each mechanism has of its own.
    mechanism: NetUidStorageIndex,
    hotkeys: Vec<AccountId>,
}

impl Subnet {
    fn each<T>(&self, read: impl Fn(&AccountId) -> T) -> Vec<T> {
        self.hotkeys.iter().map(read).collect()
    }

    fn coldkeys(&self) -> Vec<AccountId> {
        self.each(|hotkey| subtensor::Owner::<Runtime>::get(hotkey))
    }

    fn stakes(&self) -> Vec<(u64, u64)> {
        self.each(|hotkey| SubtensorModule::neuron_stake(hotkey, self.netuid))
    }

    fn totals(&self) -> Vec<Compact<u64>> {
        self.stakes()
            .into_iter()
            .map(|(alpha, tao)| Compact(total_stake(alpha, tao)))
            .collect()
    }

    /// The uids that may validate, from the least stake to the most.
    fn validators(&self) -> Vec<Compact<u16>> {
        let totals = self.totals();
        let permits = subtensor::ValidatorPermit::<Runtime>::get(self.netuid);
        let mut validators: Vec<_> = (0u16..)
            .zip(permits.into_iter().zip(totals))
            .filter_map(|(uid, (permit, total))| permit.then_some((total.0, uid)))
            .collect();
        validators.sort_unstable();
        validators.into_iter().map(|(_, uid)| Compact(uid)).collect()
    }

    fn dividends_of(&self, read: impl Fn(&AccountId) -> u64) -> Vec<(AccountId, Compact<u64>)> {
        self.each(|hotkey| (hotkey.clone(), Compact(read(hotkey))))
    }

    fn commitments(&self) -> Vec<(AccountId, Text)> {
        let commitment = |hotkey: &AccountId| {
            let registration = CommitmentOf::<Runtime>::get(self.netuid, hotkey)?;
            Some((hotkey.clone(), text(&registration.encode())))
        };
        self.hotkeys.iter().filter_map(commitment).collect()
    }
}

/// Alpha and TAO on root together, as consensus weighs them.
fn total_stake(alpha: u64, tao: u64) -> u64 {
    let weighed = (u128::from(tao) * u128::from(subtensor::TaoWeight::<Runtime>::get())) >> 64;
    alpha.saturating_add(u64::try_from(weighed).unwrap_or(u64::MAX))
}

fn compact<T>(values: Vec<T>) -> Vec<Compact<T>> {
    values.into_iter().map(Compact).collect()
}

/// Declares the fields with the index by which each is asked for, and how it is read.
macro_rules! selective_metagraph {
    (|$subnet:ident| $($index:literal $field:ident: $type:ty = $value:expr;)*) => {
        /// What was asked for of a subnet; the rest is `None`.
        #[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
        pub struct SelectiveMetagraph {
            pub netuid: Compact<NetUid>,
            $(pub $field: Option<$type>,)*
        }

        impl SelectiveMetagraph {
            /// Reads the fields with these indices, of one of a subnet's mechanisms.
            pub fn of(netuid: NetUid, mechanism: u8, indices: &[u16]) -> Option<Self> {
                if !SubtensorModule::subnet_exists(netuid)
                    || mechanism >= subtensor::MechanismCountCurrent::<Runtime>::get(netuid)
                {
                    return None;
                }
                let $subnet = Subnet {
                    netuid,
                    mechanism: u16::from(mechanism) * MECHANISM_STEP + netuid,
                    hotkeys: SubtensorModule::neurons(netuid),
                };
                Some(Self {
                    netuid: Compact(netuid),
                    $($field: indices.contains(&$index).then(|| $value),)*
                })
            }
        }
    };
}

selective_metagraph! { |s|
    1 name: Text = subnet_name(s.netuid);
    2 symbol: Text = text(&subtensor::TokenSymbol::<Runtime>::get(s.netuid));
    3 identity: Option<SubnetIdentityV3> = subtensor::SubnetIdentitiesV3::<Runtime>::get(s.netuid);
    4 network_registered_at: Compact<u64> = Compact(subtensor::NetworkRegisteredAt::<Runtime>::get(s.netuid));
    5 owner_hotkey: AccountId = subtensor::SubnetOwnerHotkey::<Runtime>::get(s.netuid);
    6 owner_coldkey: AccountId = subtensor::SubnetOwner::<Runtime>::get(s.netuid);
    7 block: Compact<u64> = Compact(SubtensorModule::now());
    8 tempo: Compact<u16> = Compact(subtensor::Tempo::<Runtime>::get(s.netuid));
    9 last_step: Compact<u64> = Compact(subtensor::LastMechansimStepBlock::<Runtime>::get(s.netuid));
    10 blocks_since_last_step: Compact<u64> = Compact(subtensor::BlocksSinceLastStep::<Runtime>::get(s.netuid));
    11 subnet_emission: Compact<u64> = Compact(0);
    12 alpha_in: Compact<u64> = Compact(subtensor::SubnetAlphaIn::<Runtime>::get(s.netuid));
    13 alpha_out: Compact<u64> = Compact(subtensor::SubnetAlphaOut::<Runtime>::get(s.netuid));
    14 tao_in: Compact<u64> = Compact(subtensor::SubnetTAO::<Runtime>::get(s.netuid));
    15 alpha_out_emission: Compact<u64> = Compact(subtensor::SubnetAlphaOutEmission::<Runtime>::get(s.netuid));
    16 alpha_in_emission: Compact<u64> = Compact(subtensor::SubnetAlphaInEmission::<Runtime>::get(s.netuid));
    17 tao_in_emission: Compact<u64> = Compact(subtensor::SubnetTaoInEmission::<Runtime>::get(s.netuid));
    18 pending_alpha_emission: Compact<u64> = Compact(pending_alpha(s.netuid));
    19 pending_root_emission: Compact<u64> = Compact(0);
    20 subnet_volume: Compact<u128> = Compact(subtensor::SubnetVolume::<Runtime>::get(s.netuid));
    21 moving_price: I96F32 = subtensor::SubnetMovingPrice::<Runtime>::get(s.netuid);
    22 rho: Compact<u16> = Compact(subtensor::Rho::<Runtime>::get(s.netuid));
    23 kappa: Compact<u16> = Compact(subtensor::Kappa::<Runtime>::get(s.netuid));
    24 min_allowed_weights: Compact<u16> = Compact(subtensor::MinAllowedWeights::<Runtime>::get(s.netuid));
    25 max_weights_limit: Compact<u16> = Compact(subtensor::MaxWeightsLimit::<Runtime>::get(s.netuid));
    26 weights_version: Compact<u64> = Compact(subtensor::WeightsVersionKey::<Runtime>::get(s.netuid));
    27 weights_rate_limit: Compact<u64> = Compact(subtensor::WeightsSetRateLimit::<Runtime>::get(s.netuid));
    28 activity_cutoff: Compact<u64> = Compact(activity_cutoff(s.netuid));
    29 max_validators: Compact<u16> = Compact(subtensor::MaxAllowedValidators::<Runtime>::get(s.netuid));
    30 num_uids: Compact<u16> = Compact(subtensor::SubnetworkN::<Runtime>::get(s.netuid));
    31 max_uids: Compact<u16> = Compact(subtensor::MaxAllowedUids::<Runtime>::get(s.netuid));
    32 burn: Compact<u64> = Compact(subtensor::Burn::<Runtime>::get(s.netuid));
    33 difficulty: Compact<u64> = Compact(subtensor::Difficulty::<Runtime>::get(s.netuid));
    34 registration_allowed: bool = subtensor::NetworkRegistrationAllowed::<Runtime>::get(s.netuid);
    35 pow_registration_allowed: bool = subtensor::NetworkPowRegistrationAllowed::<Runtime>::get(s.netuid);
    36 immunity_period: Compact<u16> = Compact(subtensor::ImmunityPeriod::<Runtime>::get(s.netuid));
    37 min_difficulty: Compact<u64> = Compact(subtensor::MinDifficulty::<Runtime>::get(s.netuid));
    38 max_difficulty: Compact<u64> = Compact(subtensor::MaxDifficulty::<Runtime>::get(s.netuid));
    39 min_burn: Compact<u64> = Compact(subtensor::MinBurn::<Runtime>::get(s.netuid));
    40 max_burn: Compact<u64> = Compact(subtensor::MaxBurn::<Runtime>::get(s.netuid));
    41 adjustment_alpha: Compact<u64> = Compact(subtensor::AdjustmentAlpha::<Runtime>::get(s.netuid));
    42 adjustment_interval: Compact<u16> = Compact(subtensor::AdjustmentInterval::<Runtime>::get(s.netuid));
    43 target_regs_per_interval: Compact<u16> =
        Compact(subtensor::TargetRegistrationsPerInterval::<Runtime>::get(s.netuid));
    44 max_regs_per_block: Compact<u16> = Compact(subtensor::MaxRegistrationsPerBlock::<Runtime>::get(s.netuid));
    45 serving_rate_limit: Compact<u64> = Compact(subtensor::ServingRateLimit::<Runtime>::get(s.netuid));
    46 commit_reveal_weights_enabled: bool = subtensor::CommitRevealWeightsEnabled::<Runtime>::get(s.netuid);
    47 commit_reveal_period: Compact<u64> = Compact(subtensor::RevealPeriodEpochs::<Runtime>::get(s.netuid));
    48 liquid_alpha_enabled: bool = subtensor::LiquidAlphaOn::<Runtime>::get(s.netuid);
    49 alpha_high: Compact<u16> = Compact(subtensor::AlphaValues::<Runtime>::get(s.netuid).1);
    50 alpha_low: Compact<u16> = Compact(subtensor::AlphaValues::<Runtime>::get(s.netuid).0);
    51 bonds_moving_avg: Compact<u64> = Compact(subtensor::BondsMovingAverage::<Runtime>::get(s.netuid));
    52 hotkeys: Vec<AccountId> = s.hotkeys.clone();
    53 coldkeys: Vec<AccountId> = s.coldkeys();
    54 identities: Vec<Option<ChainIdentityV2>> =
        s.coldkeys().iter().map(subtensor::IdentitiesV2::<Runtime>::get).collect();
    55 axons: Vec<AxonInfo> =
        s.each(|hotkey| subtensor::Axons::<Runtime>::get(s.netuid, hotkey).unwrap_or(NO_AXON));
    56 active: Vec<bool> = subtensor::Active::<Runtime>::get(s.netuid);
    57 validator_permit: Vec<bool> = subtensor::ValidatorPermit::<Runtime>::get(s.netuid);
    58 pruning_score: Vec<Compact<u16>> = Vec::new();
    59 last_update: Vec<Compact<u64>> = compact(subtensor::LastUpdate::<Runtime>::get(s.mechanism));
    60 emission: Vec<Compact<u64>> = compact(subtensor::Emission::<Runtime>::get(s.netuid));
    61 dividends: Vec<Compact<u16>> = compact(subtensor::Dividends::<Runtime>::get(s.netuid));
    62 incentives: Vec<Compact<u16>> = compact(subtensor::Incentive::<Runtime>::get(s.mechanism));
    63 consensus: Vec<Compact<u16>> = compact(subtensor::Consensus::<Runtime>::get(s.netuid));
    64 trust: Vec<Compact<u16>> = Vec::new();
    65 rank: Vec<Compact<u16>> = Vec::new();
    66 block_at_registration: Vec<Compact<u64>> = (0..subtensor::SubnetworkN::<Runtime>::get(s.netuid))
        .map(|uid| Compact(subtensor::BlockAtRegistration::<Runtime>::get(s.netuid, uid)))
        .collect();
    67 alpha_stake: Vec<Compact<u64>> = s.stakes().into_iter().map(|(alpha, _)| Compact(alpha)).collect();
    68 tao_stake: Vec<Compact<u64>> = s.stakes().into_iter().map(|(_, tao)| Compact(tao)).collect();
    69 total_stake: Vec<Compact<u64>> = s.totals();
    70 tao_dividends_per_hotkey: Vec<(AccountId, Compact<u64>)> = s.dividends_of(|_| 0);
    71 alpha_dividends_per_hotkey: Vec<(AccountId, Compact<u64>)> =
        s.dividends_of(|hotkey| subtensor::AlphaDividendsPerSubnet::<Runtime>::get(s.netuid, hotkey));
    72 validators: Vec<Compact<u16>> = s.validators();
    73 commitments: Vec<(AccountId, Text)> = s.commitments();
}
