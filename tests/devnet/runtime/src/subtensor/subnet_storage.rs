//! What the pallet keeps about subnets, their parameters and their neurons. Names, hashers, types and defaults are the
//! real chain's. A hyperparameter without a line of its own means what its name says.

use frame_support::pallet_macros::pallet_section;

/// Subnets and neurons.
#[pallet_section]
mod subnet_storage {
    // Subnets.

    /// How many subnets there are, root included.
    #[pallet::storage]
    pub type TotalNetworks<T: Config> = StorageValue<_, u16, ValueQuery>;

    /// Whether there is such a subnet.
    #[pallet::storage]
    pub type NetworksAdded<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;

    /// The most subnets there can be.
    #[pallet::storage]
    pub type SubnetLimit<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<128>>;

    /// How many neurons a subnet has.
    #[pallet::storage]
    pub type SubnetworkN<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;

    /// The coldkey that owns a subnet.
    #[pallet::storage]
    pub type SubnetOwner<T: Config> = StorageMap<_, Identity, NetUid, AccountId, ValueQuery, DefaultAccount>;

    /// The hotkey that gets the owner's cut.
    #[pallet::storage]
    pub type SubnetOwnerHotkey<T: Config> =
        StorageMap<_, Identity, NetUid, AccountId, ValueQuery, DefaultAccount>;

    /// The symbol of a subnet's alpha, in UTF-8.
    #[pallet::storage]
    pub type TokenSymbol<T: Config> = StorageMap<_, Identity, NetUid, Vec<u8>, ValueQuery, DefaultSymbol>;

    /// What a subnet says about itself.
    #[pallet::storage]
    pub type SubnetIdentitiesV3<T: Config> =
        StorageMap<_, Blake2_128Concat, NetUid, SubnetIdentityV3, OptionQuery>;

    /// What a coldkey says about itself.
    #[pallet::storage]
    pub type IdentitiesV2<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, ChainIdentityV2, OptionQuery>;

    /// Whether trading has started.
    #[pallet::storage]
    pub type SubtokenEnabled<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;

    /// Whether stake may go to other coldkeys.
    #[pallet::storage]
    pub type TransferToggle<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery, ConstBool<true>>;

    /// Whether the owner gets a cut.
    #[pallet::storage]
    pub type OwnerCutEnabled<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery, ConstBool<true>>;

    /// What becomes of the owner's miners' emission.
    #[pallet::storage]
    pub type RecycleOrBurn<T: Config> = StorageMap<_, Identity, NetUid, RecycleOrBurnEnum, ValueQuery>;

    /// The block that made a subnet.
    #[pallet::storage]
    pub type NetworkRegisteredAt<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// How many subnets have had this id.
    #[pallet::storage]
    pub type RegisteredSubnetCounter<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// The block with a subnet's first emission.
    #[pallet::storage]
    pub type FirstEmissionBlockNumber<T: Config> = StorageMap<_, Identity, NetUid, u64, OptionQuery>;

    /// How many blocks a new subnet waits before it may start.
    #[pallet::storage]
    pub type StartCallDelay<T: Config> = StorageValue<_, u64, ValueQuery>;

    /// The TAO paid for a subnet.
    #[pallet::storage]
    pub type SubnetLocked<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;

    /// The most that was paid for a subnet.
    #[pallet::storage]
    pub type LargestLocked<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// How many blocks a new subnet cannot be pruned.
    #[pallet::storage]
    pub type NetworkImmunityPeriod<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<1_296_000>>;

    /// The least price of a new subnet.
    #[pallet::storage]
    pub type NetworkMinLockCost<T: Config> =
        StorageValue<_, TaoBalance, ValueQuery, ConstU64<1_000_000_000_000>>;

    /// The price of the last new subnet.
    #[pallet::storage]
    pub type NetworkLastLockCost<T: Config> =
        StorageValue<_, TaoBalance, ValueQuery, ConstU64<1_000_000_000_000>>;

    /// How many blocks bring the price of a subnet down.
    #[pallet::storage]
    pub type NetworkLockReductionInterval<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<100_800>>;

    /// How many blocks lie between two new subnets.
    #[pallet::storage]
    pub type NetworkRateLimit<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<7_200>>;

    // Epochs.

    /// The blocks of an epoch.
    #[pallet::storage]
    pub type Tempo<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<360>>;

    /// The block of the last epoch.
    #[pallet::storage]
    pub type LastEpochBlock<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// The block of an epoch that the owner asked for.
    #[pallet::storage]
    pub type PendingEpochAt<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// How many epochs there were.
    #[pallet::storage]
    pub type SubnetEpochIndex<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// The blocks since the last epoch.
    #[pallet::storage]
    pub type BlocksSinceLastStep<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// The block of the last epoch, as runtime calls tell it.
    #[pallet::storage]
    pub type LastMechansimStepBlock<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    /// The alpha that waits for the miners.
    #[pallet::storage]
    pub type PendingServerEmission<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The alpha that waits for the validators and their stakers.
    #[pallet::storage]
    pub type PendingValidatorEmission<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The alpha that waits for root stakers.
    #[pallet::storage]
    pub type PendingRootAlphaDivs<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The alpha that waits for the owner.
    #[pallet::storage]
    pub type PendingOwnerCut<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// A hotkey's dividends of the last epoch.
    #[pallet::storage]
    pub type AlphaDividendsPerSubnet<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, AlphaBalance, ValueQuery>;

    /// A hotkey's dividends for root stakers, of the last epoch.
    #[pallet::storage]
    pub type RootAlphaDividendsPerSubnet<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, AlphaBalance, ValueQuery>;

    // Hyperparameters.

    #[pallet::storage]
    pub type MinActivityCutoff<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<360>>;

    #[pallet::storage]
    pub type AdminFreezeWindow<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<10>>;

    #[pallet::storage]
    pub type OwnerHyperparamRateLimit<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<2>>;

    #[pallet::storage]
    pub type Rho<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<10>>;

    #[pallet::storage]
    pub type AlphaSigmoidSteepness<T: Config> =
        StorageMap<_, Identity, NetUid, i16, ValueQuery, ConstI16<1_000>>;

    #[pallet::storage]
    pub type Kappa<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<32_767>>;

    #[pallet::storage]
    pub type MinAllowedUids<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<64>>;

    #[pallet::storage]
    pub type MaxAllowedUids<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<256>>;

    #[pallet::storage]
    pub type ImmunityPeriod<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<4_096>>;

    #[pallet::storage]
    pub type ActivityCutoff<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<5_000>>;

    #[pallet::storage]
    pub type ActivityCutoffFactorMilli<T: Config> =
        StorageMap<_, Identity, NetUid, u32, ValueQuery, ConstU32<13_889>>;

    #[pallet::storage]
    pub type MaxWeightsLimit<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<65_535>>;

    #[pallet::storage]
    pub type WeightsVersionKey<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    #[pallet::storage]
    pub type MinAllowedWeights<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<1_024>>;

    #[pallet::storage]
    pub type MaxAllowedValidators<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<128>>;

    #[pallet::storage]
    pub type AdjustmentInterval<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<100>>;

    #[pallet::storage]
    pub type AdjustmentAlpha<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    #[pallet::storage]
    pub type BondsMovingAverage<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<900_000>>;

    #[pallet::storage]
    pub type BondsPenalty<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<65_535>>;

    #[pallet::storage]
    pub type BondsResetOn<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;

    #[pallet::storage]
    pub type WeightsSetRateLimit<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<100>>;

    #[pallet::storage]
    pub type ScalingLawPower<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<50>>;

    #[pallet::storage]
    pub type ServingRateLimit<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<50>>;

    #[pallet::storage]
    pub type CommitRevealWeightsEnabled<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, ConstBool<true>>;

    #[pallet::storage]
    pub type CommitRevealWeightsVersion<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<4>>;

    #[pallet::storage]
    pub type RevealPeriodEpochs<T: Config> =
        StorageMap<_, Twox64Concat, NetUid, u64, ValueQuery, ConstU64<1>>;

    #[pallet::storage]
    pub type LiquidAlphaOn<T: Config> = StorageMap<_, Blake2_128Concat, NetUid, bool, ValueQuery>;

    #[pallet::storage]
    pub type Yuma3On<T: Config> = StorageMap<_, Blake2_128Concat, NetUid, bool, ValueQuery>;

    #[pallet::storage]
    pub type AlphaValues<T: Config> =
        StorageMap<_, Identity, NetUid, (u16, u16), ValueQuery, DefaultAlphaValues>;

    #[pallet::storage]
    pub type ImmuneOwnerUidsLimit<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<1>>;

    #[pallet::storage]
    pub type MinNonImmuneUids<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<10>>;

    #[pallet::storage]
    pub type MaxMechanismCount<T: Config> = StorageValue<_, u8, ValueQuery, ConstU8<2>>;

    #[pallet::storage]
    pub type MechanismCountCurrent<T: Config> =
        StorageMap<_, Twox64Concat, NetUid, u8, ValueQuery, ConstU8<1>>;

    #[pallet::storage]
    pub type MechanismEmissionSplit<T: Config> = StorageMap<_, Twox64Concat, NetUid, Vec<u16>, OptionQuery>;

    // Registration.

    #[pallet::storage]
    pub type NetworkRegistrationAllowed<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, ConstBool<true>>;

    #[pallet::storage]
    pub type NetworkPowRegistrationAllowed<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, ConstBool<true>>;

    /// The price of a registration.
    #[pallet::storage]
    pub type Burn<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery, ConstU64<100_000_000>>;

    #[pallet::storage]
    pub type MinBurn<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery, ConstU64<500_000>>;

    #[pallet::storage]
    pub type MaxBurn<T: Config> =
        StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery, ConstU64<100_000_000_000>>;

    /// How many blocks halve the price.
    #[pallet::storage]
    pub type BurnHalfLife<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<360>>;

    /// What a registration multiplies the price with.
    #[pallet::storage]
    pub type BurnIncreaseMult<T: Config> =
        StorageMap<_, Identity, NetUid, U64F64, ValueQuery, DefaultBurnIncrease>;

    #[pallet::storage]
    pub type Difficulty<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<10_000_000>>;

    #[pallet::storage]
    pub type MinDifficulty<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<10_000_000>>;

    #[pallet::storage]
    pub type MaxDifficulty<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<4_611_686_018_427_387_903>>;

    #[pallet::storage]
    pub type MaxRegistrationsPerBlock<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<1>>;

    #[pallet::storage]
    pub type TargetRegistrationsPerInterval<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, ConstU16<2>>;

    #[pallet::storage]
    pub type RegistrationsThisBlock<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;

    #[pallet::storage]
    pub type RegistrationsThisInterval<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;

    #[pallet::storage]
    pub type BurnRegistrationsThisInterval<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;

    #[pallet::storage]
    pub type LastAdjustmentBlock<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;

    #[pallet::storage]
    pub type RAORecycledForRegistration<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;

    // Neurons.

    /// The id of a hotkey on a subnet.
    #[pallet::storage]
    pub type Uids<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, u16, OptionQuery>;

    /// The hotkey of an id on a subnet.
    #[pallet::storage]
    pub type Keys<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Identity, u16, AccountId, ValueQuery, DefaultAccount>;

    /// Whether a hotkey is registered on a subnet.
    #[pallet::storage]
    pub type IsNetworkMember<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, bool, ValueQuery>;

    #[pallet::storage]
    pub type BlockAtRegistration<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Identity, u16, u64, ValueQuery>;

    #[pallet::storage]
    pub type Active<T: Config> = StorageMap<_, Identity, NetUid, Vec<bool>, ValueQuery>;

    #[pallet::storage]
    pub type Consensus<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;

    #[pallet::storage]
    pub type Incentive<T: Config> = StorageMap<_, Identity, NetUidStorageIndex, Vec<u16>, ValueQuery>;

    #[pallet::storage]
    pub type Dividends<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;

    /// The alpha of the last epoch.
    #[pallet::storage]
    pub type Emission<T: Config> = StorageMap<_, Identity, NetUid, Vec<AlphaBalance>, ValueQuery>;

    #[pallet::storage]
    pub type LastUpdate<T: Config> = StorageMap<_, Identity, NetUidStorageIndex, Vec<u64>, ValueQuery>;

    #[pallet::storage]
    pub type ValidatorTrust<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;

    #[pallet::storage]
    pub type ValidatorPermit<T: Config> = StorageMap<_, Identity, NetUid, Vec<bool>, ValueQuery>;

    #[pallet::storage]
    pub type Weights<T: Config> =
        StorageDoubleMap<_, Identity, NetUidStorageIndex, Identity, u16, Vec<(u16, u16)>, ValueQuery>;

    #[pallet::storage]
    pub type Bonds<T: Config> =
        StorageDoubleMap<_, Identity, NetUidStorageIndex, Identity, u16, Vec<(u16, u16)>, ValueQuery>;

    /// Where a miner listens.
    #[pallet::storage]
    pub type Axons<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, AxonInfo, OptionQuery>;

    #[pallet::storage]
    pub type NeuronCertificates<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, NeuronCertificate, OptionQuery>;

    #[pallet::storage]
    pub type Prometheus<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, PrometheusInfo, OptionQuery>;

    #[pallet::storage]
    pub type AssociatedEvmAddress<T: Config> =
        StorageDoubleMap<_, Twox64Concat, NetUid, Twox64Concat, u16, (H160, u64), OptionQuery>;

    // Rate limits.

    #[pallet::storage]
    pub type TxRateLimit<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<1_000>>;

    #[pallet::storage]
    pub type TxDelegateTakeRateLimit<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<216_000>>;

    #[pallet::storage]
    pub type TxChildkeyTakeRateLimit<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<216_000>>;

    /// When a key last did a thing on a subnet: hotkey, subnet, kind of transaction.
    #[pallet::storage]
    pub type TransactionKeyLastBlock<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, AccountId>,
            NMapKey<Identity, NetUid>,
            NMapKey<Identity, u16>,
        ),
        u64,
        ValueQuery,
    >;

    /// When something limited last happened.
    #[pallet::storage]
    pub type LastRateLimitedBlock<T: Config> =
        StorageMap<_, Identity, RateLimitKey<AccountId>, u64, ValueQuery>;
}
