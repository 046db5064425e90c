//! What the pallet tells. Each variant keeps the real chain's index; those that nothing here can cause are left out.

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
    /// What has happened.
    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        #[codec(index = 0)]
        NetworkAdded(NetUid, u16),
        #[codec(index = 1)]
        NetworkRemoved(NetUid),
        #[codec(index = 2)]
        StakeAdded(AccountId, AccountId, TaoBalance, AlphaBalance, NetUid, u64),
        #[codec(index = 3)]
        StakeRemoved(AccountId, AccountId, TaoBalance, AlphaBalance, NetUid, u64),
        #[codec(index = 4)]
        StakeMoved(AccountId, AccountId, NetUid, AccountId, NetUid, TaoBalance),
        #[codec(index = 6)]
        NeuronRegistered(NetUid, u16, AccountId),
        #[codec(index = 28)]
        AxonServed(NetUid, AccountId),
        #[codec(index = 29)]
        PrometheusServed(NetUid, AccountId),
        #[codec(index = 48)]
        ChildKeyTakeSet(AccountId, u16),
        #[codec(index = 50)]
        RegistrationAllowed(NetUid, bool),
        #[codec(index = 52)]
        TempoSet(NetUid, u16),
        #[codec(index = 53)]
        RAORecycledForRegistrationSet(NetUid, TaoBalance),
        #[codec(index = 64)]
        TakeDecreased(AccountId, AccountId, u16),
        #[codec(index = 65)]
        TakeIncreased(AccountId, AccountId, u16),
        #[codec(index = 66)]
        HotkeySwapped {
            coldkey: AccountId,
            old_hotkey: AccountId,
            new_hotkey: AccountId,
        },
        #[codec(index = 69)]
        ColdkeySwapAnnounced { who: AccountId, new_coldkey_hash: H256 },
        #[codec(index = 70)]
        ColdkeySwapReset { who: AccountId },
        #[codec(index = 71)]
        ColdkeySwapped {
            old_coldkey: AccountId,
            new_coldkey: AccountId,
        },
        #[codec(index = 72)]
        ColdkeySwapDisputed { coldkey: AccountId },
        #[codec(index = 75)]
        SetChildrenScheduled(AccountId, NetUid, u64, Vec<(u64, AccountId)>),
        #[codec(index = 76)]
        SetChildren(AccountId, NetUid, Vec<(u64, AccountId)>),
        #[codec(index = 77)]
        ChainIdentitySet(AccountId),
        #[codec(index = 78)]
        SubnetIdentitySet(NetUid),
        #[codec(index = 79)]
        SubnetIdentityRemoved(NetUid),
        #[codec(index = 91)]
        StakeTransferred(AccountId, AccountId, AccountId, NetUid, NetUid, TaoBalance),
        #[codec(index = 92)]
        StakeSwapped(AccountId, AccountId, NetUid, NetUid, TaoBalance),
        #[codec(index = 93)]
        TransferToggle(NetUid, bool),
        #[codec(index = 94)]
        SubnetOwnerHotkeySet(NetUid, AccountId),
        #[codec(index = 95)]
        FirstEmissionBlockNumberSet(NetUid, u64),
        #[codec(index = 96)]
        AlphaRecycled(AccountId, AccountId, AlphaBalance, NetUid),
        #[codec(index = 97)]
        AlphaBurned(AccountId, AccountId, AlphaBalance, NetUid),
        #[codec(index = 102)]
        HotkeySwappedOnSubnet {
            coldkey: AccountId,
            old_hotkey: AccountId,
            new_hotkey: AccountId,
            netuid: NetUid,
        },
        #[codec(index = 105)]
        SymbolUpdated { netuid: NetUid, symbol: Vec<u8> },
        #[codec(index = 109)]
        AutoStakeAdded {
            netuid: NetUid,
            destination: AccountId,
            hotkey: AccountId,
            owner: AccountId,
            incentive: AlphaBalance,
        },
        #[codec(index = 110)]
        IncentiveAlphaEmittedToMiners {
            netuid: NetUidStorageIndex,
            emissions: Vec<AlphaBalance>,
        },
        #[codec(index = 112)]
        AutoStakeDestinationSet {
            coldkey: AccountId,
            netuid: NetUid,
            hotkey: AccountId,
        },
        #[codec(index = 114)]
        RootClaimed { coldkey: AccountId },
        #[codec(index = 115)]
        RootClaimTypeSet {
            coldkey: AccountId,
            root_claim_type: RootClaimTypeEnum,
        },
        #[codec(index = 121)]
        AddStakeBurn {
            netuid: NetUid,
            hotkey: AccountId,
            amount: TaoBalance,
            alpha: AlphaBalance,
        },
        #[codec(index = 122)]
        ColdkeySwapCleared { who: AccountId },
        #[codec(index = 123)]
        TransactionFeePaidWithAlpha {
            who: AccountId,
            netuid: NetUid,
            alpha_fee: AlphaBalance,
            tao_amount: TaoBalance,
        },
        #[codec(index = 126)]
        AutoParentDelegationEnabledSet { hotkey: AccountId, enabled: bool },
        #[codec(index = 127)]
        StakeLocked {
            coldkey: AccountId,
            hotkey: AccountId,
            netuid: NetUid,
            amount: AlphaBalance,
        },
        #[codec(index = 128)]
        StakeUnlocked {
            coldkey: AccountId,
            hotkey: AccountId,
            netuid: NetUid,
            amount: AlphaBalance,
        },
        #[codec(index = 129)]
        LockMoved {
            coldkey: AccountId,
            origin_hotkey: AccountId,
            destination_hotkey: AccountId,
            netuid: NetUid,
        },
        #[codec(index = 134)]
        SubnetOwnerChanged {
            netuid: NetUid,
            old_coldkey: AccountId,
            new_coldkey: AccountId,
        },
        #[codec(index = 135)]
        PerpetualLockUpdated {
            coldkey: AccountId,
            netuid: NetUid,
            enabled: bool,
        },
        #[codec(index = 136)]
        RejectLockedAlphaUpdated { coldkey: AccountId, enabled: bool },
    }
}
