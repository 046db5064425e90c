//! What the pallet keeps about accounts, stake and pools. Names, hashers, types and defaults are the real chain's: a
//! wallet's keys and decoders fit both.

use frame_support::pallet_macros::pallet_section;

/// Accounts, stake and pools.
#[pallet_section]
mod storage {
    // Supply.

    /// All TAO that was ever emitted and not recycled.
    #[pallet::storage]
    pub type TotalIssuance<T: Config> = StorageValue<_, TaoBalance, ValueQuery>;

    /// The TAO in all pools, root included.
    #[pallet::storage]
    pub type TotalStake<T: Config> = StorageValue<_, TaoBalance, ValueQuery>;

    /// The TAO that a block makes.
    #[pallet::storage]
    pub type BlockEmission<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<1_000_000_000>>;

    /// What root stake weighs beside alpha, in parts of 2^64.
    #[pallet::storage]
    pub type TaoWeight<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<971_718_665_099_567_868>>;

    /// The owners' part of a subnet's emission, in parts of 65535.
    #[pallet::storage]
    pub type SubnetOwnerCut<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<11_796>>;

    // Hotkeys.

    /// The coldkey of a hotkey; the zero account says that there is no such hotkey.
    #[pallet::storage]
    pub type Owner<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, AccountId, ValueQuery, DefaultAccount>;

    /// The hotkeys of a coldkey.
    #[pallet::storage]
    pub type OwnedHotkeys<T: Config> = StorageMap<_, Blake2_128Concat, AccountId, Vec<AccountId>, ValueQuery>;

    /// The hotkeys that a coldkey stakes to, and some that it once did.
    #[pallet::storage]
    pub type StakingHotkeys<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, Vec<AccountId>, ValueQuery>;

    /// The take of a hotkey, in parts of 65535.
    #[pallet::storage]
    pub type Delegates<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, u16, ValueQuery, ConstU16<11_796>>;

    /// The highest take.
    #[pallet::storage]
    pub type MaxDelegateTake<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<11_796>>;

    /// The lowest take.
    #[pallet::storage]
    pub type MinDelegateTake<T: Config> = StorageValue<_, u16, ValueQuery>;

    /// What a hotkey keeps of what its parents' stake earns, in parts of 65535.
    #[pallet::storage]
    pub type ChildkeyTake<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, u16, ValueQuery>;

    /// The highest take of a child.
    #[pallet::storage]
    pub type MaxChildkeyTake<T: Config> = StorageValue<_, u16, ValueQuery, ConstU16<11_796>>;

    /// The lowest take of a child.
    #[pallet::storage]
    pub type MinChildkeyTake<T: Config> = StorageValue<_, u16, ValueQuery>;

    /// The lowest take of a child on one subnet.
    #[pallet::storage]
    pub type MinChildkeyTakePerSubnet<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;

    /// To whom a hotkey lends its stake, in parts of 2^64.
    #[pallet::storage]
    pub type ChildKeys<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, Children, ValueQuery>;

    /// Who lends a hotkey stake, in parts of 2^64.
    #[pallet::storage]
    pub type ParentKeys<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, Children, ValueQuery>;

    /// Children that take effect from a block on.
    #[pallet::storage]
    pub type PendingChildKeys<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, (Children, u64), ValueQuery>;

    /// How many blocks new children wait.
    #[pallet::storage]
    pub type PendingChildKeyCooldown<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<7_200>>;

    /// Whether a root validator's stake counts for its children by itself.
    #[pallet::storage]
    pub type AutoParentDelegationEnabled<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, bool, ValueQuery, ConstBool<true>>;

    /// When a coldkey last swapped a hotkey on one subnet.
    #[pallet::storage]
    pub type LastHotkeySwapOnNetuid<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, AccountId, u64, ValueQuery>;

    // Stake.

    /// The alpha of everyone who stakes to a hotkey on a subnet.
    #[pallet::storage]
    pub type TotalHotkeyAlpha<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// [`TotalHotkeyAlpha`] at the last epoch.
    #[pallet::storage]
    pub type TotalHotkeyAlphaLastEpoch<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// All shares of that alpha.
    #[pallet::storage]
    pub type TotalHotkeySharesV2<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, SafeFloat, ValueQuery>;

    /// The shares of one coldkey: hotkey, coldkey, subnet.
    #[pallet::storage]
    pub type AlphaV2<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, AccountId>,
            NMapKey<Blake2_128Concat, AccountId>,
            NMapKey<Identity, NetUid>,
        ),
        SafeFloat,
        ValueQuery,
    >;

    /// The hotkey that gets what a coldkey's miners earn.
    #[pallet::storage]
    pub type AutoStakeDestination<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, AccountId, OptionQuery>;

    /// Whose miners' earnings go to a hotkey.
    #[pallet::storage]
    pub type AutoStakeDestinationColdkeys<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, Vec<AccountId>, ValueQuery>;

    /// Bit 0: the account takes alpha that is locked.
    #[pallet::storage]
    pub type AccountFlags<T: Config> = StorageMap<_, Blake2_128Concat, AccountId, u128, ValueQuery>;

    /// What a coldkey has locked: coldkey, subnet, hotkey.
    #[pallet::storage]
    pub type Lock<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, AccountId>,
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, AccountId>,
        ),
        LockState,
        OptionQuery,
    >;

    /// Who has locked for a hotkey.
    #[pallet::storage]
    pub type LockingColdkeys<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, AccountId>,
            NMapKey<Blake2_128Concat, AccountId>,
        ),
        (),
        OptionQuery,
    >;

    /// `false` where a coldkey's lock does not decay.
    #[pallet::storage]
    pub type DecayingLock<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, AccountId, Identity, NetUid, bool, OptionQuery>;

    /// Whether the owner's cut is locked as it comes.
    #[pallet::storage]
    pub type OwnerCutAutoLockEnabled<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;

    /// The time constant by which conviction grows, in blocks.
    #[pallet::storage]
    pub type MaturityRate<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<934_866>>;

    /// The time constant by which locks decay, in blocks.
    #[pallet::storage]
    pub type UnlockRate<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<934_866>>;

    /// The least a nominator may stake, in parts of the minimum stake.
    #[pallet::storage]
    pub type NominatorMinRequiredStake<T: Config> = StorageValue<_, u64, ValueQuery>;

    /// The least stake that may set weights and children.
    #[pallet::storage]
    pub type StakeThreshold<T: Config> = StorageValue<_, u64, ValueQuery>;

    // Pools.

    /// The TAO in a subnet's pool.
    #[pallet::storage]
    pub type SubnetTAO<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;

    /// The alpha in a subnet's pool.
    #[pallet::storage]
    pub type SubnetAlphaIn<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The alpha outside of a subnet's pool.
    #[pallet::storage]
    pub type SubnetAlphaOut<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The alpha that belongs to nobody.
    #[pallet::storage]
    pub type SubnetProtocolAlpha<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The slow average of a subnet's price, in TAO for 1 alpha.
    #[pallet::storage]
    pub type SubnetMovingPrice<T: Config> = StorageMap<_, Identity, NetUid, I96F32, ValueQuery>;

    /// The TAO that was ever traded in a subnet's pool.
    #[pallet::storage]
    pub type SubnetVolume<T: Config> = StorageMap<_, Identity, NetUid, u128, ValueQuery>;

    /// 1 where a pool makes the price, 0 where 1 alpha is 1 TAO.
    #[pallet::storage]
    pub type SubnetMechanism<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;

    /// The TAO that the last block put into a pool.
    #[pallet::storage]
    pub type SubnetTaoInEmission<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;

    /// The alpha that the last block put into a pool.
    #[pallet::storage]
    pub type SubnetAlphaInEmission<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// The alpha that the last block gave to the subnet's participants.
    #[pallet::storage]
    pub type SubnetAlphaOutEmission<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// Whether a subnet gets TAO.
    #[pallet::storage]
    pub type SubnetEmissionEnabled<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, ConstBool<true>>;

    /// What came into a pool and did not leave it in this block.
    #[pallet::storage]
    pub type SubnetTaoFlow<T: Config> = StorageMap<_, Identity, NetUid, i64, ValueQuery>;

    /// The average of that flow, and the block it is of.
    #[pallet::storage]
    pub type SubnetEmaTaoFlow<T: Config> = StorageMap<_, Identity, NetUid, (u64, I64F64), OptionQuery>;

    /// How far the moving price follows in a block, once a subnet is old.
    #[pallet::storage]
    pub type SubnetMovingAlpha<T: Config> = StorageValue<_, I96F32, ValueQuery, DefaultMovingAlpha>;

    /// The age at which a subnet's moving price follows half as fast as in the end.
    #[pallet::storage]
    pub type EMAPriceHalvingBlocks<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, ConstU64<201_600>>;

    // Root claims.

    /// The part of a subnet's dividends that goes to root stakers.
    #[pallet::storage]
    pub type RootProp<T: Config> = StorageMap<_, Identity, NetUid, U96F32, ValueQuery>;

    /// The least alpha worth a claim.
    #[pallet::storage]
    pub type RootClaimableThreshold<T: Config> =
        StorageMap<_, Blake2_128Concat, NetUid, I96F32, ValueQuery, DefaultClaimThreshold>;

    /// The alpha that a hotkey has earned for each TAO on root, by subnet.
    #[pallet::storage]
    pub type RootClaimable<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, BTreeMap<NetUid, I96F32>, ValueQuery>;

    /// What a coldkey has had of that: subnet, hotkey, coldkey.
    #[pallet::storage]
    pub type RootClaimed<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, AccountId>,
            NMapKey<Blake2_128Concat, AccountId>,
        ),
        u128,
        ValueQuery,
    >;

    /// What a coldkey wants of its claims.
    #[pallet::storage]
    pub type RootClaimType<T: Config> =
        StorageMap<_, Blake2_128Concat, AccountId, RootClaimTypeEnum, ValueQuery>;

    /// The coldkeys that claims are made for.
    #[pallet::storage]
    pub type StakingColdkeysByIndex<T: Config> = StorageMap<_, Identity, u64, AccountId, OptionQuery>;

    /// Their index.
    #[pallet::storage]
    pub type StakingColdkeys<T: Config> = StorageMap<_, Identity, AccountId, u64, OptionQuery>;

    #[pallet::storage]
    pub type NumStakingColdkeys<T: Config> = StorageValue<_, u64, ValueQuery>;

    /// How many coldkeys a block claims for.
    #[pallet::storage]
    pub type NumRootClaim<T: Config> = StorageValue<_, u64, ValueQuery, ConstU64<5>>;

    // Coldkey swaps.

    /// How many blocks an announced swap waits.
    #[pallet::storage]
    pub type ColdkeySwapAnnouncementDelay<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<36_000>>;

    /// How many blocks more until it may be announced anew or withdrawn.
    #[pallet::storage]
    pub type ColdkeySwapReannouncementDelay<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<7_200>>;

    /// The block from which a swap may run, and the hash of the new coldkey.
    #[pallet::storage]
    pub type ColdkeySwapAnnouncements<T: Config> =
        StorageMap<_, Twox64Concat, AccountId, (u32, H256), OptionQuery>;

    /// The block that froze a coldkey.
    #[pallet::storage]
    pub type ColdkeySwapDisputes<T: Config> = StorageMap<_, Twox64Concat, AccountId, u32, OptionQuery>;
}
