//! `DelegateInfoRuntimeApi`: a hotkey that others stake to. Of the real one, the
//! call for a single hotkey.

use crate::{
    AccountId, Runtime, SubtensorModule, TAO,
    subtensor::{
        AlphaV2, Delegates, Emission, IsNetworkMember, Owner, Tempo, TotalHotkeyAlpha, Uids, ValidatorPermit,
        types::{AlphaBalance, NetUid, ROOT},
    },
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;

/// The blocks of a day on the real chain.
const BLOCKS_PER_DAY: u128 = 7_200;

/// Amounts by subnet.
type BySubnet = Vec<(Compact<NetUid>, Compact<AlphaBalance>)>;

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct DelegateInfo {
    pub delegate_ss58: AccountId,
    pub take: Compact<u16>,
    pub nominators: Vec<(AccountId, BySubnet)>,
    pub owner_ss58: AccountId,
    pub registrations: Vec<Compact<NetUid>>,
    pub validator_permits: Vec<Compact<NetUid>>,
    /// What is left of a day's emission for 1000 TAO on root.
    pub return_per_1000: Compact<u64>,
    pub total_daily_return: Compact<u64>,
}

sp_api::decl_runtime_apis! {
    pub trait DelegateInfoRuntimeApi {
        fn get_delegate(delegate_account: AccountId) -> Option<DelegateInfo>;
    }
}

pub fn of(delegate: AccountId) -> Option<DelegateInfo> {
    if !SubtensorModule::hotkey_exists(&delegate) {
        return None;
    }
    let registrations: Vec<_> = SubtensorModule::subnets()
        .into_iter()
        .filter(|netuid| IsNetworkMember::<Runtime>::get(&delegate, netuid))
        .collect();
    let permits = registrations
        .iter()
        .filter(|netuid| may_validate(&delegate, **netuid));
    let take = Delegates::<Runtime>::get(&delegate);
    let daily = daily_return(&delegate, &registrations);
    Some(DelegateInfo {
        take: Compact(take),
        nominators: nominators(&delegate),
        owner_ss58: Owner::<Runtime>::get(&delegate),
        validator_permits: permits.map(|netuid| Compact(*netuid)).collect(),
        registrations: registrations.into_iter().map(Compact).collect(),
        return_per_1000: Compact(return_per_1000(
            daily,
            take,
            TotalHotkeyAlpha::<Runtime>::get(&delegate, ROOT),
        )),
        total_daily_return: Compact(daily),
        delegate_ss58: delegate,
    })
}

fn nominators(delegate: &AccountId) -> Vec<(AccountId, BySubnet)> {
    let mut nominators = BTreeMap::<AccountId, BTreeMap<NetUid, AlphaBalance>>::new();
    for (coldkey, netuid) in AlphaV2::<Runtime>::iter_key_prefix((delegate,)) {
        let stake = SubtensorModule::stake_of(delegate, &coldkey, netuid);
        if stake > 0 {
            nominators.entry(coldkey).or_default().insert(netuid, stake);
        }
    }
    let compact = |stakes: BTreeMap<NetUid, AlphaBalance>| {
        stakes
            .into_iter()
            .map(|(netuid, stake)| (Compact(netuid), Compact(stake)))
            .collect()
    };
    nominators
        .into_iter()
        .map(|(coldkey, stakes)| (coldkey, compact(stakes)))
        .collect()
}

fn may_validate(hotkey: &AccountId, netuid: NetUid) -> bool {
    let permits = ValidatorPermit::<Runtime>::get(netuid);
    Uids::<Runtime>::get(netuid, hotkey).is_some_and(|uid| permits.get(usize::from(uid)) == Some(&true))
}

/// A day's emission on all subnets together, by the last epoch of each.
fn daily_return(hotkey: &AccountId, registrations: &[NetUid]) -> u64 {
    let daily = |netuid: &NetUid| {
        let uid = Uids::<Runtime>::get(netuid, hotkey)?;
        let emission = *Emission::<Runtime>::get(netuid).get(usize::from(uid))?;
        let tempo = u128::from(Tempo::<Runtime>::get(netuid)).max(1);
        Some(u128::from(emission) * BLOCKS_PER_DAY / tempo)
    };
    saturated(registrations.iter().filter_map(daily).sum())
}

fn return_per_1000(daily: u64, take: u16, root_stake: u64) -> u64 {
    let kept = u128::from(daily) * u128::from(u16::MAX - take) / u128::from(u16::MAX);
    match root_stake {
        0 => 0,
        stake => saturated(kept * 1_000 * u128::from(TAO) / u128::from(stake)),
    }
}

fn saturated(amount: u128) -> u64 {
    u64::try_from(amount).unwrap_or(u64::MAX)
}
