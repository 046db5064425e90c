//! Putting a new hotkey in the place of an old one: its neurons, its stake and everything that names it.

use super::{accounts::add, pallet::*, types::*};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

/// An old hotkey, the new one, and what is to become of the stake.
struct Swap<'a> {
    old: &'a AccountId,
    new: &'a AccountId,
    keep_stake: bool,
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_swap_hotkey(
        origin: OriginFor<T>,
        hotkey: AccountId,
        new_hotkey: AccountId,
        netuid: Option<NetUid>,
    ) -> DispatchResult {
        Self::do_swap_hotkey_v2(origin, hotkey, new_hotkey, netuid, false)
    }

    pub(crate) fn do_swap_hotkey_v2(
        origin: OriginFor<T>,
        hotkey: AccountId,
        new_hotkey: AccountId,
        netuid: Option<NetUid>,
        keep_stake: bool,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        ensure!(Self::owns(&coldkey, &hotkey), Error::<T>::NonAssociatedColdKey);
        ensure!(hotkey != new_hotkey, Error::<T>::NewHotKeyIsSameWithOld);
        let free = !Self::hotkey_exists(&new_hotkey) || Self::owns(&coldkey, &new_hotkey);
        ensure!(free, Error::<T>::NonAssociatedColdKey);
        let key = RateLimitKey::LastTxBlock(coldkey.clone());
        let passed = Self::has_passed(LastRateLimitedBlock::<T>::get(&key), TxRateLimit::<T>::get());
        ensure!(passed, Error::<T>::HotKeySetTxRateLimitExceeded);
        let swap = Swap {
            old: &hotkey,
            new: &new_hotkey,
            keep_stake,
        };
        match netuid {
            Some(netuid) => Self::swap_on_subnet(&coldkey, swap, netuid)?,
            None => Self::swap_everywhere(&coldkey, swap)?,
        }
        LastRateLimitedBlock::<T>::insert(&key, Self::now());
        Ok(())
    }

    fn swap_on_subnet(coldkey: &AccountId, swap: Swap, netuid: NetUid) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        let last = LastHotkeySwapOnNetuid::<T>::get(netuid, coldkey);
        let passed = Self::has_passed(last, Self::hotkey_swap_on_subnet_interval());
        ensure!(passed, Error::<T>::HotKeySwapOnSubnetIntervalNotPassed);
        ensure!(
            !Uids::<T>::contains_key(netuid, swap.new),
            Error::<T>::HotKeyAlreadyRegisteredInSubNet
        );
        Self::pay_for_swap(coldkey, Self::key_swap_on_subnet_cost())?;
        Self::create_hotkey(coldkey, swap.new);
        Self::swap_hotkey_on(&swap, netuid)?;
        LastHotkeySwapOnNetuid::<T>::insert(netuid, coldkey, Self::now());
        Self::deposit_event(Event::HotkeySwappedOnSubnet {
            coldkey: coldkey.clone(),
            old_hotkey: swap.old.clone(),
            new_hotkey: swap.new.clone(),
            netuid,
        });
        Ok(())
    }

    fn swap_everywhere(coldkey: &AccountId, swap: Swap) -> DispatchResult {
        let fresh = !Self::is_registered_anywhere(swap.new);
        ensure!(fresh, Error::<T>::HotKeyAlreadyRegisteredInSubNet);
        Self::pay_for_swap(coldkey, Self::key_swap_cost())?;
        Self::create_hotkey(coldkey, swap.new);
        for netuid in Self::subnets() {
            Self::swap_hotkey_on(&swap, netuid)?;
        }
        if Delegates::<T>::contains_key(swap.old) {
            Delegates::<T>::insert(swap.new, Delegates::<T>::get(swap.old));
        }
        // An old hotkey that keeps its stake has to keep its owner.
        if !swap.keep_stake {
            Self::forget_old_hotkey(coldkey, swap.old);
        }
        Self::deposit_event(Event::HotkeySwapped {
            coldkey: coldkey.clone(),
            old_hotkey: swap.old.clone(),
            new_hotkey: swap.new.clone(),
        });
        Ok(())
    }

    fn pay_for_swap(coldkey: &AccountId, price: TaoBalance) -> DispatchResult {
        ensure!(
            price <= Self::spendable(coldkey),
            Error::<T>::NotEnoughBalanceToPaySwapHotKey
        );
        Self::recycle_tao(coldkey, price)
    }

    fn forget_old_hotkey(coldkey: &AccountId, old: &AccountId) {
        Owner::<T>::remove(old);
        Delegates::<T>::remove(old);
        AutoParentDelegationEnabled::<T>::remove(old);
        OwnedHotkeys::<T>::mutate(coldkey, |hotkeys| hotkeys.retain(|hotkey| hotkey != old));
        StakingHotkeys::<T>::mutate(coldkey, |hotkeys| hotkeys.retain(|hotkey| hotkey != old));
    }

    fn swap_hotkey_on(swap: &Swap, netuid: NetUid) -> DispatchResult {
        let Swap { old, new, keep_stake } = *swap;
        Self::rename_neuron(netuid, old, new);
        if SubnetOwnerHotkey::<T>::get(netuid) == *old {
            SubnetOwnerHotkey::<T>::insert(netuid, new);
        }
        Self::swap_family(old, new, netuid);
        Self::swap_auto_stake(old, new, netuid);
        AlphaDividendsPerSubnet::<T>::swap(netuid, old, netuid, new);
        RootAlphaDividendsPerSubnet::<T>::swap(netuid, old, netuid, new);
        TotalHotkeyAlphaLastEpoch::<T>::swap(old, netuid, new, netuid);
        if keep_stake {
            return Ok(());
        }
        Self::swap_locks(old, new, netuid);
        match netuid {
            ROOT => Self::swap_root_stake(old, new),
            _ => Self::swap_stake_of(old, new, netuid),
        }
    }

    /// Moves everybody's stake to the new hotkey.
    fn swap_stake_of(old: &AccountId, new: &AccountId, netuid: NetUid) -> DispatchResult {
        let holders: Vec<AccountId> = AlphaV2::<T>::iter_key_prefix((old,))
            .filter_map(|(coldkey, other)| (other == netuid).then_some(coldkey))
            .collect();
        for coldkey in holders {
            let stake = Self::stake_of(old, &coldkey, netuid);
            Self::decrease_stake(old, &coldkey, netuid, stake)?;
            Self::increase_stake(new, &coldkey, netuid, stake);
            // The old hotkey does not come back: nobody needs to look for stake there.
            if !AlphaV2::<T>::iter_key_prefix((old, &coldkey)).any(|_| true) {
                StakingHotkeys::<T>::mutate(&coldkey, |hotkeys| hotkeys.retain(|hotkey| hotkey != old));
            }
        }
        // What rounding has left over.
        let rest = TotalHotkeyAlpha::<T>::take(old, netuid);
        TotalHotkeySharesV2::<T>::remove(old, netuid);
        if rest > 0 {
            Self::increase_hotkey_alpha(new, netuid, rest);
        }
        Ok(())
    }

    /// Moves root stake, and with it what it has earned.
    fn swap_root_stake(old: &AccountId, new: &AccountId) -> DispatchResult {
        ensure!(
            !RootClaimable::<T>::contains_key(new),
            Error::<T>::NewHotKeyNotCleanForRootSwap
        );
        let rates: BTreeMap<NetUid, I96F32> = RootClaimable::<T>::get(old);
        let mut claimed = Vec::new();
        for netuid in rates.keys() {
            let rows = RootClaimed::<T>::drain_prefix((netuid, old));
            claimed.extend(rows.map(|(coldkey, amount)| (*netuid, coldkey, amount)));
        }
        // While nothing is claimable, moving stake changes no claims.
        RootClaimable::<T>::remove(old);
        Self::swap_stake_of(old, new, ROOT)?;
        if !rates.is_empty() {
            RootClaimable::<T>::insert(new, rates);
        }
        for (netuid, coldkey, amount) in claimed {
            RootClaimed::<T>::insert((netuid, new, coldkey), amount);
        }
        Ok(())
    }

    fn swap_locks(old: &AccountId, new: &AccountId, netuid: NetUid) {
        let coldkeys: Vec<AccountId> = LockingColdkeys::<T>::iter_key_prefix((netuid, old)).collect();
        for coldkey in coldkeys {
            let lock = Lock::<T>::get((&coldkey, netuid, old));
            Self::remove_lock(&coldkey, old, netuid);
            if let Some(lock) = lock {
                Self::put_lock(&coldkey, new, netuid, lock);
            }
        }
    }

    fn swap_auto_stake(old: &AccountId, new: &AccountId, netuid: NetUid) {
        for coldkey in AutoStakeDestinationColdkeys::<T>::take(old, netuid) {
            AutoStakeDestination::<T>::insert(&coldkey, netuid, new);
            AutoStakeDestinationColdkeys::<T>::mutate(new, netuid, |coldkeys| add(coldkeys, &coldkey));
        }
    }
}
