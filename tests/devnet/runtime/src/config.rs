//! The configuration of every pallet, with the real chain's constants wherever
//! a wallet can see them.

use crate::{
    AccountId, Aura, AuraId, Balance, Balances, Block, GuardedCall, Nonce, OriginCaller, PalletInfo,
    ProxyType, Runtime, RuntimeCall, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, RuntimeOrigin,
    RuntimeTask, SLOT_DURATION, SubtensorModule, System, TAO, VERSION, admin_utils,
    call_filter::{CallFilter, SafeModeWhitelist},
    commitments, crowdloan, mev_shield, safe_mode, subtensor, swap, traps,
};
use frame_support::{
    derive_impl, parameter_types,
    traits::{ConstBool, ConstU8, ConstU16, ConstU32, ConstU64, FindAuthor, Get, VariantCountOf},
    weights::{
        IdentityFee, Weight, WeightToFee,
        constants::{RocksDbWeight, WEIGHT_REF_TIME_PER_SECOND},
    },
};
use frame_system::limits::{BlockLength, BlockWeights};
use pallet_transaction_payment::{ConstFeeMultiplier, Multiplier};
use sp_core::ByteArray;
use sp_runtime::{
    Perbill,
    traits::{AccountIdLookup, BlakeTwo256, One},
};
use sp_version::RuntimeVersion;

const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

/// 1 mTAO in rao, the unit of the deposits.
const MILLI_TAO: Balance = TAO / 1_000;

parameter_types! {
    pub const Version: RuntimeVersion = VERSION;
    pub Weights: BlockWeights = BlockWeights::with_sensible_defaults(
        Weight::from_parts(4 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX),
        NORMAL_RATIO,
    );
    pub Length: BlockLength = BlockLength::builder()
        .max_length(10 * 1024 * 1024)
        .modify_max_length_for_class(frame_support::dispatch::DispatchClass::Normal, |length| {
            *length = NORMAL_RATIO * *length
        })
        .build();
    pub FeeMultiplier: Multiplier = Multiplier::one();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type AccountData = pallet_balances::AccountData<Balance>;
    type AccountId = AccountId;
    type BaseCallFilter = CallFilter;
    type Block = Block;
    type BlockHashCount = ConstU32<2400>;
    type BlockLength = Length;
    type BlockWeights = Weights;
    type DbWeight = RocksDbWeight;
    type Lookup = AccountIdLookup<AccountId, ()>;
    type MaxConsumers = ConstU32<16>;
    type Nonce = Nonce;
    type SS58Prefix = ConstU16<42>;
    type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
    type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
    type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
    type Moment = u64;
    type OnTimestampSet = crate::Aura;
    type WeightInfo = ();
}

impl pallet_aura::Config for Runtime {
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type AuthorityId = AuraId;
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<32>;
    type SlotDuration = ConstU64<SLOT_DURATION>;
}

impl pallet_grandpa::Config for Runtime {
    type EquivocationReportSystem = ();
    type KeyOwnerProof = sp_core::Void;
    type MaxAuthorities = ConstU32<32>;
    type MaxNominators = ConstU32<20>;
    type MaxSetIdSessionEntries = ConstU64<0>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = ();
}

impl pallet_balances::Config for Runtime {
    type AccountStore = System;
    type Balance = Balance;
    type DoneSlashHandler = ();
    type DustRemoval = subtensor::RecycleDust;
    type ExistentialDeposit = ConstU64<500>;
    type FreezeIdentifier = RuntimeFreezeReason;
    type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
    type MaxLocks = ConstU32<50>;
    type MaxReserves = ConstU32<50>;
    type ReserveIdentifier = [u8; 8];
    type RuntimeEvent = RuntimeEvent;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type RuntimeHoldReason = RuntimeHoldReason;
    type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

/// 0.00025 rao per unit of `ref_time`, rounded to the nearest rao; the size of
/// the proof costs nothing.
pub struct RefTimeFee;

impl WeightToFee for RefTimeFee {
    type Balance = Balance;

    fn weight_to_fee(weight: &Weight) -> Balance {
        const UNITS_PER_RAO: u64 = 4_000;
        weight.ref_time().saturating_add(UNITS_PER_RAO / 2) / UNITS_PER_RAO
    }
}

impl pallet_transaction_payment::Config for Runtime {
    type FeeMultiplierUpdate = ConstFeeMultiplier<FeeMultiplier>;
    type LengthToFee = IdentityFee<Balance>;
    type OnChargeTransaction = subtensor::TaoOrAlpha;
    type OperationalFeeMultiplier = ConstU8<5>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = ();
    type WeightToFee = RefTimeFee;
}

impl pallet_utility::Config for Runtime {
    type PalletsOrigin = OriginCaller;
    type RuntimeCall = GuardedCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

impl pallet_sudo::Config for Runtime {
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}

impl pallet_multisig::Config for Runtime {
    type BlockNumberProvider = System;
    type Currency = Balances;
    type DepositBase = ConstU64<{ 132 * MILLI_TAO }>;
    type DepositFactor = ConstU64<{ 32 * MILLI_TAO }>;
    type MaxSignatories = ConstU32<100>;
    type RuntimeCall = GuardedCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}

impl pallet_proxy::Config for Runtime {
    type AnnouncementDepositBase = ConstU64<{ 36 * MILLI_TAO }>;
    type AnnouncementDepositFactor = ConstU64<{ 68 * MILLI_TAO }>;
    type BlockNumberProvider = System;
    type CallHasher = BlakeTwo256;
    type Currency = Balances;
    type MaxPending = ConstU32<75>;
    type MaxProxies = ConstU32<20>;
    type ProxyDepositBase = ConstU64<{ 60 * MILLI_TAO }>;
    type ProxyDepositFactor = ConstU64<{ 33 * MILLI_TAO }>;
    type ProxyType = ProxyType;
    type RuntimeCall = GuardedCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
}

impl admin_utils::Config for Runtime {}

impl commitments::Config for Runtime {}

impl crowdloan::Config for Runtime {
    type RuntimeCall = GuardedCall;
}

#[cfg(feature = "next")]
impl crate::limit_orders::Config for Runtime {}

impl mev_shield::Config for Runtime {}

impl safe_mode::Config for Runtime {
    type WhitelistedCalls = SafeModeWhitelist;
}

/// The account of the authority that made this block.
pub struct BlockAuthor;

impl Get<Option<AccountId>> for BlockAuthor {
    fn get() -> Option<AccountId> {
        let digest = System::digest();
        let logs = digest.logs.iter().filter_map(|log| log.as_pre_runtime());
        let index = Aura::find_author(logs)?;
        let authorities = pallet_aura::Authorities::<Runtime>::get();
        let authority = authorities.get(usize::try_from(index).ok()?)?;
        AccountId::try_from(authority.as_slice()).ok()
    }
}

impl subtensor::Config for Runtime {
    type BlockAuthor = BlockAuthor;
}

impl swap::Config for Runtime {
    type Reserves = SubtensorModule;
}

impl traps::Config for Runtime {}
