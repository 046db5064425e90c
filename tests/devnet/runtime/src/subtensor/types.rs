//! The pallet's types, with the names and fields of the real chain's metadata. Amounts and subnet ids are transparent
//! there, plain integers, hence aliases.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::TypeInfo;

pub use crate::AccountId;
pub use alloc::collections::{BTreeMap, BTreeSet};

/// A subnet. 0 is root.
pub type NetUid = u16;

/// A subnet and one of its mechanisms: 4096 times the mechanism, plus the subnet.
pub type NetUidStorageIndex = u16;

/// TAO in rao, 10^-9 of it.
pub type TaoBalance = u64;

/// Alpha of some subnet, in 10^-9 of it. On root it is TAO.
pub type AlphaBalance = u64;

/// Hotkeys, each with its part in 2^64.
pub type Children = Vec<(u64, AccountId)>;

/// Root: no pool, no fee, 1 alpha is 1 TAO.
pub const ROOT: NetUid = 0;

/// Gives a type what storage and calls ask of it.
macro_rules! chain_type {
    ($(#[$doc:meta])* $kind:ident $name:ident $(<$parameter:ident>)? { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
        pub $kind $name $(<$parameter>)? { $($body)* }
    };
}

/// A fixed-point number that is nothing but its bits.
macro_rules! fixed {
    ($(#[$doc:meta])* $name:ident($bits:ty)) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, MaxEncodedLen, Ord, PartialEq,
            PartialOrd, TypeInfo,
        )]
        pub struct $name {
            pub bits: $bits,
        }
    };
}

fixed!(
    /// Unsigned, 64 bits after the point.
    U64F64(u128)
);
fixed!(
    /// Unsigned, 32 bits after the point.
    U96F32(u128)
);
fixed!(
    /// Signed, 32 bits after the point.
    I96F32(i128)
);
fixed!(
    /// Signed, 64 bits after the point.
    I64F64(i128)
);

chain_type!(
    /// What a coldkey has locked on a subnet, as of a block.
    struct LockState {
        pub locked_mass: AlphaBalance,
        pub conviction: U64F64,
        pub last_update: u64,
    }
);

chain_type!(
    /// Where a miner listens.
    struct AxonInfo {
        pub block: u64,
        pub version: u32,
        pub ip: u128,
        pub port: u16,
        pub ip_type: u8,
        pub protocol: u8,
        pub placeholder1: u8,
        pub placeholder2: u8,
    }
);

chain_type!(
    /// Where a neuron's metrics are.
    struct PrometheusInfo {
        pub block: u64,
        pub version: u32,
        pub ip: u128,
        pub port: u16,
        pub ip_type: u8,
    }
);

chain_type!(
    /// The public key of a miner's certificate.
    struct NeuronCertificate {
        pub public_key: BoundedVec<u8, ConstU32<64>>,
        pub algorithm: u8,
    }
);

chain_type!(
    /// What a coldkey says about itself.
    struct ChainIdentityV2 {
        pub name: Vec<u8>,
        pub url: Vec<u8>,
        pub github_repo: Vec<u8>,
        pub image: Vec<u8>,
        pub discord: Vec<u8>,
        pub description: Vec<u8>,
        pub additional: Vec<u8>,
    }
);

chain_type!(
    /// What a subnet says about itself.
    struct SubnetIdentityV3 {
        pub subnet_name: Vec<u8>,
        pub github_repo: Vec<u8>,
        pub subnet_contact: Vec<u8>,
        pub subnet_url: Vec<u8>,
        pub discord: Vec<u8>,
        pub description: Vec<u8>,
        pub logo_url: Vec<u8>,
        pub additional: Vec<u8>,
    }
);

chain_type!(
    /// What becomes of alpha that root stake has earned.
    #[derive(Default)]
    enum RootClaimTypeEnum {
        /// It is sold, and the TAO staked on root.
        #[default]
        Swap,
        /// It stays alpha.
        Keep,
        /// It stays alpha on these subnets.
        KeepSubnets { subnets: BTreeSet<NetUid> },
    }
);

chain_type!(
    /// What becomes of the emission of the owner's miners.
    #[derive(Copy, Default)]
    enum RecycleOrBurnEnum {
        #[default]
        Burn,
        Recycle,
    }
);

chain_type!(
    /// What may happen only so often.
    enum RateLimitKey<Account> {
        SetSNOwnerHotkey(NetUid),
        OwnerHyperparamUpdate(NetUid, Hyperparameter),
        NetworkLastRegistered,
        LastTxBlock(Account),
        LastTxBlockChildKeyTake(Account),
        LastTxBlockDelegateTake(Account),
        AddStakeBurn(NetUid),
    }
);

chain_type!(
    /// The parameters that a subnet's owner may change only so often.
    #[derive(Copy)]
    enum Hyperparameter {
        Unknown,
        ServingRateLimit,
        MaxDifficulty,
        AdjustmentAlpha,
        MaxWeightLimit,
        ImmunityPeriod,
        MinAllowedWeights,
        Kappa,
        Rho,
        ActivityCutoff,
        PowRegistrationAllowed,
        MinBurn,
        MaxBurn,
        BondsMovingAverage,
        BondsPenalty,
        CommitRevealEnabled,
        LiquidAlphaEnabled,
        AlphaValues,
        WeightCommitInterval,
        TransferEnabled,
        AlphaSigmoidSteepness,
        Yuma3Enabled,
        BondsResetEnabled,
        ImmuneNeuronLimit,
        RecycleOrBurn,
        MaxAllowedUids,
        BurnHalfLife,
        BurnIncreaseMult,
        SubnetEmissionEnabled,
        MinChildkeyTake,
        ActivityCutoffFactorMilli,
        TriggerEpoch,
    }
);
