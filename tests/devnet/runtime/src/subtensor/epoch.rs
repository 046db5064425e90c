//! Epochs: once in a tempo a subnet pays what its blocks have made. Simpler than the real chain's consensus, and as
//! exact: every alpha goes to somebody or waits for the next epoch.
//!
//! Miners are paid by the weights that validators have set; where none are, as in the last epoch, or else alike.

use super::{dividends::Backing, pallet::*, registration::BurnDecay, split::split, types::*};
use crate::swap::mul_div;
use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight};

/// The most epochs in one block; further ones wait for the next.
const MOST_EPOCHS: usize = 2;

impl<T: Config> Pallet<T> {
    /// All that happens at the beginning of a block.
    pub(super) fn begin_block() -> Weight {
        let netuids = Self::subnets();
        let mut decay = BurnDecay::default();
        for netuid in &netuids {
            Self::renew_registrations(*netuid);
            Self::lower_burn(*netuid, &mut decay);
            SubnetTaoFlow::<T>::remove(netuid);
        }
        Self::emit(&netuids);
        Self::run_due_epochs(&netuids);
        let count = u64::try_from(netuids.len()).unwrap_or(u64::MAX);
        T::DbWeight::get().reads_writes(count.saturating_mul(20), count.saturating_mul(15))
    }

    fn run_due_epochs(netuids: &[NetUid]) {
        let mut run = 0;
        for netuid in netuids.iter().copied().filter(|netuid| *netuid != ROOT) {
            if run < MOST_EPOCHS && Self::is_epoch_due(netuid) {
                Self::run_epoch(netuid);
                run += 1;
            } else {
                BlocksSinceLastStep::<T>::mutate(netuid, |blocks| *blocks = blocks.saturating_add(1));
            }
        }
    }

    fn is_epoch_due(netuid: NetUid) -> bool {
        let now = Self::now();
        let asked = PendingEpochAt::<T>::get(netuid);
        let next = LastEpochBlock::<T>::get(netuid).saturating_add(u64::from(Tempo::<T>::get(netuid)));
        now >= next || (asked > 0 && now >= asked)
    }

    fn run_epoch(netuid: NetUid) {
        Self::apply_pending_children(netuid);
        let hotkeys = Self::neurons(netuid);
        let backings: Vec<Backing> = hotkeys
            .iter()
            .map(|hotkey| Self::backing(hotkey, netuid))
            .collect();
        let permits = Self::permits(netuid, &backings);
        Self::pay_owner(netuid);
        let incentive = Self::incentive(netuid, &backings, &permits);
        let mined = Self::pay_miners(netuid, &hotkeys, &incentive);
        let earned = Self::pay_validators(netuid, &hotkeys, &backings, &permits);
        let emission = mined
            .iter()
            .zip(&earned)
            .map(|(mined, earned)| mined.saturating_add(*earned));
        Emission::<T>::insert(netuid, emission.collect::<Vec<_>>());
        Incentive::<T>::insert(netuid, in_parts(&mined));
        Consensus::<T>::insert(netuid, in_parts(&mined));
        Dividends::<T>::insert(netuid, in_parts(&earned));
        let trust: Vec<u16> = permits
            .iter()
            .map(|permit| if *permit { u16::MAX } else { 0 })
            .collect();
        ValidatorTrust::<T>::insert(netuid, trust);
        ValidatorPermit::<T>::insert(netuid, permits);
        Active::<T>::insert(netuid, alloc::vec![true; hotkeys.len()]);
        for hotkey in &hotkeys {
            let alpha = TotalHotkeyAlpha::<T>::get(hotkey, netuid);
            TotalHotkeyAlphaLastEpoch::<T>::insert(hotkey, netuid, alpha);
        }
        Self::end_epoch(netuid);
    }

    fn end_epoch(netuid: NetUid) {
        LastEpochBlock::<T>::insert(netuid, Self::now());
        LastMechansimStepBlock::<T>::insert(netuid, Self::now());
        BlocksSinceLastStep::<T>::insert(netuid, 0);
        PendingEpochAt::<T>::remove(netuid);
        SubnetEpochIndex::<T>::mutate(netuid, |index| *index = index.saturating_add(1));
    }

    /// Who may validate: those with the most stake, and enough of it.
    fn permits(netuid: NetUid, backings: &[Backing]) -> Vec<bool> {
        let tao_weight = TaoWeight::<T>::get();
        let least = u128::from(StakeThreshold::<T>::get()).max(1);
        let mut ranked: Vec<(u128, usize)> = backings
            .iter()
            .enumerate()
            .map(|(uid, backing)| (backing.weight(tao_weight), uid))
            .collect();
        ranked.retain(|(weight, _)| *weight >= least);
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        ranked.truncate(usize::from(MaxAllowedValidators::<T>::get(netuid)));
        let mut permits = alloc::vec![false; backings.len()];
        for (_, uid) in ranked {
            if let Some(permit) = permits.get_mut(uid) {
                *permit = true;
            }
        }
        permits
    }

    /// What each miner's work is worth beside the others'.
    fn incentive(netuid: NetUid, backings: &[Backing], permits: &[bool]) -> Vec<u128> {
        let mut incentive = alloc::vec![0u128; backings.len()];
        let tao_weight = TaoWeight::<T>::get();
        for (uid, weights) in Weights::<T>::iter_prefix(netuid) {
            let validator = usize::from(uid);
            let (Some(backing), Some(true)) = (backings.get(validator), permits.get(validator)) else {
                continue;
            };
            let all: u128 = weights.iter().map(|(_, weight)| u128::from(*weight)).sum();
            for (miner, weight) in weights {
                if let Some(sum) = incentive.get_mut(usize::from(miner)) {
                    let share = backing.weight(tao_weight).saturating_mul(weight.into()) / all.max(1);
                    *sum = sum.saturating_add(share);
                }
            }
        }
        if incentive.iter().any(|sum| *sum > 0) {
            return incentive;
        }
        let mut last: Vec<u128> = Incentive::<T>::get(netuid).into_iter().map(u128::from).collect();
        last.resize(backings.len(), 0);
        if last.iter().any(|sum| *sum > 0) {
            return last;
        }
        // Validators mine only where there is nobody else.
        let miners = permits.iter().map(|permit| u128::from(!permit));
        if permits.iter().all(|permit| *permit) {
            alloc::vec![1; permits.len()]
        } else {
            miners.collect()
        }
    }

    fn pay_owner(netuid: NetUid) {
        let (hotkey, owner) = (SubnetOwnerHotkey::<T>::get(netuid), SubnetOwner::<T>::get(netuid));
        if !Self::hotkey_exists(&hotkey) {
            return;
        }
        let cut = PendingOwnerCut::<T>::take(netuid);
        Self::increase_stake(&hotkey, &owner, netuid, cut);
        if OwnerCutAutoLockEnabled::<T>::get(netuid) && cut > 0 {
            // A lock for another hotkey stays what it is.
            let _other_lock = Self::add_to_lock(&owner, &hotkey, netuid, cut);
        }
    }

    /// Pays the miners. Gives what each has got.
    fn pay_miners(netuid: NetUid, hotkeys: &[AccountId], incentive: &[u128]) -> Vec<AlphaBalance> {
        let Some(amounts) = split(PendingServerEmission::<T>::get(netuid), incentive) else {
            return alloc::vec![0; hotkeys.len()];
        };
        PendingServerEmission::<T>::remove(netuid);
        for (hotkey, amount) in hotkeys.iter().zip(&amounts) {
            Self::pay_miner(netuid, hotkey, *amount);
        }
        Self::deposit_event(Event::IncentiveAlphaEmittedToMiners {
            netuid,
            emissions: amounts.clone(),
        });
        amounts
    }

    fn pay_miner(netuid: NetUid, hotkey: &AccountId, incentive: AlphaBalance) {
        if incentive == 0 {
            return;
        }
        if SubnetOwnerHotkey::<T>::get(netuid) == *hotkey {
            return Self::destroy_incentive(netuid, incentive);
        }
        let owner = Owner::<T>::get(hotkey);
        let Some(destination) = AutoStakeDestination::<T>::get(&owner, netuid) else {
            return Self::increase_stake(hotkey, &owner, netuid, incentive);
        };
        Self::increase_stake(&destination, &owner, netuid, incentive);
        let hotkey = hotkey.clone();
        Self::deposit_event(Event::AutoStakeAdded {
            netuid,
            destination,
            hotkey,
            owner,
            incentive,
        });
    }

    /// A subnet's owner does not mine: what it would get is made no more, or belongs to nobody.
    fn destroy_incentive(netuid: NetUid, incentive: AlphaBalance) {
        match RecycleOrBurn::<T>::get(netuid) {
            RecycleOrBurnEnum::Burn => {}
            RecycleOrBurnEnum::Recycle => {
                SubnetAlphaOut::<T>::mutate(netuid, |outside| *outside = outside.saturating_sub(incentive));
            }
        }
    }
}

/// Amounts as parts of 65535 of all of them together.
fn in_parts(amounts: &[AlphaBalance]) -> Vec<u16> {
    let all: u128 = amounts.iter().map(|amount| u128::from(*amount)).sum();
    let part = |amount: &u64| mul_div(*amount, u16::MAX, all);
    amounts
        .iter()
        .map(|amount| u16::try_from(part(amount)).unwrap_or(u16::MAX))
        .collect()
}
