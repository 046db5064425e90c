//! `StakeInfoRuntimeApi`: who has staked what, and how much of it is locked.

use crate::{
    AccountId, Runtime, SubtensorModule, Swap,
    subtensor::{
        AlphaDividendsPerSubnet, IsNetworkMember, StakingHotkeys,
        types::{AlphaBalance, LockState, NetUid, ROOT, U64F64},
    },
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;

/// One position.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct StakeInfo {
    pub hotkey: AccountId,
    pub coldkey: AccountId,
    pub netuid: Compact<NetUid>,
    pub stake: Compact<AlphaBalance>,
    /// What of the coldkey's lock on the subnet is with this hotkey.
    pub locked: Compact<AlphaBalance>,
    /// The hotkey's dividends of the last epoch.
    pub emission: Compact<AlphaBalance>,
    /// Always 0, as `drain`.
    pub tao_emission: Compact<u64>,
    pub drain: Compact<u64>,
    pub is_registered: bool,
}

/// What a coldkey has on a subnet, and what of it can move.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct StakeAvailability {
    pub total: Compact<AlphaBalance>,
    pub locked: Compact<AlphaBalance>,
    pub available: Compact<AlphaBalance>,
}

sp_api::decl_runtime_apis! {
    pub trait StakeInfoRuntimeApi {
        fn get_stake_info_for_coldkey(coldkey_account: AccountId) -> Vec<StakeInfo>;
        fn get_stake_info_for_coldkeys(coldkey_accounts: Vec<AccountId>) -> Vec<(AccountId, Vec<StakeInfo>)>;
        fn get_stake_info_for_hotkey_coldkey_netuid(
            hotkey_account: AccountId,
            coldkey_account: AccountId,
            netuid: NetUid
        ) -> Option<StakeInfo>;
        fn get_stake_availability_for_coldkeys(
            coldkey_accounts: Vec<AccountId>,
            netuids: Option<Vec<NetUid>>
        ) -> BTreeMap<AccountId, BTreeMap<NetUid, StakeAvailability>>;
        fn get_stake_fee(
            origin: Option<(AccountId, NetUid)>,
            origin_coldkey_account: AccountId,
            destination: Option<(AccountId, NetUid)>,
            destination_coldkey_account: AccountId,
            amount: u64
        ) -> u64;
        fn get_coldkey_lock(coldkey: AccountId, netuid: NetUid) -> Option<LockState>;
        fn get_hotkey_conviction(hotkey: AccountId, netuid: NetUid) -> U64F64;
        fn get_most_convicted_hotkey_on_subnet(netuid: NetUid) -> Option<AccountId>;
    }
}

/// All positions of a coldkey that hold something, by subnet.
pub fn of_coldkey(coldkey: &AccountId) -> Vec<StakeInfo> {
    let hotkeys = StakingHotkeys::<Runtime>::get(coldkey);
    SubtensorModule::subnets()
        .into_iter()
        .flat_map(|netuid| {
            hotkeys
                .iter()
                .map(move |hotkey| position(hotkey, coldkey, netuid))
        })
        .filter(|position| position.stake.0 > 0)
        .collect()
}

/// One position, also where it is empty.
pub fn of_position(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid) -> Option<StakeInfo> {
    SubtensorModule::subnet_exists(netuid).then(|| position(hotkey, coldkey, netuid))
}

fn position(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid) -> StakeInfo {
    let locked = SubtensorModule::lock_of(coldkey, netuid)
        .filter(|(locked_to, _)| locked_to == hotkey)
        .map_or(0, |(_, lock)| lock.locked_mass);
    StakeInfo {
        hotkey: hotkey.clone(),
        coldkey: coldkey.clone(),
        netuid: Compact(netuid),
        stake: Compact(SubtensorModule::stake_of(hotkey, coldkey, netuid)),
        locked: Compact(locked),
        emission: Compact(AlphaDividendsPerSubnet::<Runtime>::get(netuid, hotkey)),
        tao_emission: Compact(0),
        drain: Compact(0),
        is_registered: IsNetworkMember::<Runtime>::get(hotkey, netuid),
    }
}

/// What a coldkey has on some subnets, or on all.
pub fn availability(
    coldkey: &AccountId,
    netuids: Option<&Vec<NetUid>>,
) -> BTreeMap<NetUid, StakeAvailability> {
    let netuids = netuids.cloned().unwrap_or_else(SubtensorModule::subnets);
    let on_subnet = |netuid| {
        let total = SubtensorModule::coldkey_stake(coldkey, netuid);
        let availability = StakeAvailability {
            total: Compact(total),
            locked: Compact(SubtensorModule::locked(coldkey, netuid)),
            available: Compact(SubtensorModule::available(coldkey, netuid)),
        };
        (total > 0).then_some((netuid, availability))
    };
    netuids.into_iter().filter_map(on_subnet).collect()
}

/// What the real chain's API calls the fee: the destination's rate, which is not what a trade costs.
pub fn fee(
    origin: Option<(AccountId, NetUid)>,
    origin_coldkey: &AccountId,
    destination: Option<(AccountId, NetUid)>,
    destination_coldkey: &AccountId,
    amount: u64,
) -> u64 {
    if origin == destination && origin_coldkey == destination_coldkey {
        return 0;
    }
    let netuid = destination.or(origin).map_or(ROOT, |(_, netuid)| netuid);
    Swap::pool(netuid).map_or(0, |pool| pool.fee(amount))
}
