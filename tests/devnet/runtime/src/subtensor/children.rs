//! Hotkeys that lend parts of their stake to others. A change waits, and takes effect with an epoch.

use super::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

/// The most children of a hotkey on a subnet.
const MOST_CHILDREN: usize = 5;

/// What [`TransactionKeyLastBlock`] calls a change of children, and how many blocks lie between two.
const SET_CHILDREN: u16 = 0;
const SET_CHILDREN_RATE_LIMIT: u64 = 150;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_children(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        children: Children,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        ensure!(netuid != ROOT, Error::<T>::RegistrationNotPermittedOnRootSubnet);
        Self::ensure_subnet(netuid)?;
        ensure!(Self::owns(&coldkey, &hotkey), Error::<T>::NonAssociatedColdKey);
        let key = (hotkey.clone(), netuid, SET_CHILDREN);
        let passed = Self::has_passed(TransactionKeyLastBlock::<T>::get(&key), SET_CHILDREN_RATE_LIMIT);
        ensure!(passed, Error::<T>::TxRateLimitExceeded);
        Self::check_children(&hotkey, netuid, &children)?;
        let enough = children.is_empty()
            || SubnetOwnerHotkey::<T>::get(netuid) == hotkey
            || Self::stake_weight(&hotkey, netuid) >= u128::from(StakeThreshold::<T>::get());
        ensure!(enough, Error::<T>::NotEnoughStakeToSetChildkeys);
        TransactionKeyLastBlock::<T>::insert(&key, Self::now());
        let at = Self::now().saturating_add(PendingChildKeyCooldown::<T>::get());
        PendingChildKeys::<T>::insert(netuid, &hotkey, (children.clone(), at));
        Self::deposit_event(Event::SetChildrenScheduled(hotkey, netuid, at, children));
        Ok(())
    }

    pub(crate) fn do_set_auto_parent_delegation_enabled(
        origin: OriginFor<T>,
        hotkey: AccountId,
        enabled: bool,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        ensure!(Self::owns(&coldkey, &hotkey), Error::<T>::NonAssociatedColdKey);
        AutoParentDelegationEnabled::<T>::insert(&hotkey, enabled);
        Self::deposit_event(Event::AutoParentDelegationEnabledSet { hotkey, enabled });
        Ok(())
    }

    /// Few, all different, none of them the hotkey itself or one of its parents, and no more than all of the stake.
    fn check_children(hotkey: &AccountId, netuid: NetUid, children: &Children) -> DispatchResult {
        ensure!(children.len() <= MOST_CHILDREN, Error::<T>::TooManyChildren);
        let parents = ParentKeys::<T>::get(hotkey, netuid);
        let mut lent = 0u64;
        for (index, (proportion, child)) in children.iter().enumerate() {
            ensure!(child != hotkey, Error::<T>::InvalidChild);
            let earlier = children.iter().take(index);
            ensure!(
                earlier.clone().all(|(_, other)| other != child),
                Error::<T>::DuplicateChild
            );
            ensure!(!has(&parents, child), Error::<T>::ChildParentInconsistency);
            lent = lent
                .checked_add(*proportion)
                .ok_or(Error::<T>::ProportionOverflow)?;
        }
        Ok(())
    }

    /// Brings the children into effect that have waited long enough.
    pub(super) fn apply_pending_children(netuid: NetUid) {
        let due: Vec<AccountId> = PendingChildKeys::<T>::iter_prefix(netuid)
            .filter_map(|(hotkey, (_, at))| (at <= Self::now()).then_some(hotkey))
            .collect();
        for hotkey in due {
            let (mut children, _) = PendingChildKeys::<T>::take(netuid, &hotkey);
            // It may have become a parent while it waited.
            let parents = ParentKeys::<T>::get(&hotkey, netuid);
            children.retain(|(_, child)| !has(&parents, child));
            Self::put_children(&hotkey, netuid, children.clone());
            Self::deposit_event(Event::SetChildren(hotkey, netuid, children));
        }
    }

    /// Replaces the children of a hotkey, on both sides.
    pub(crate) fn put_children(hotkey: &AccountId, netuid: NetUid, children: Children) {
        for (_, child) in ChildKeys::<T>::get(hotkey, netuid) {
            ParentKeys::<T>::mutate(&child, netuid, |parents| {
                parents.retain(|(_, parent)| parent != hotkey)
            });
        }
        for (proportion, child) in &children {
            ParentKeys::<T>::mutate(child, netuid, |parents| {
                parents.push((*proportion, hotkey.clone()))
            });
        }
        ChildKeys::<T>::insert(hotkey, netuid, children);
    }

    /// Puts a hotkey in the place of another among children and parents.
    pub(super) fn swap_family(old: &AccountId, new: &AccountId, netuid: NetUid) {
        let children = ChildKeys::<T>::take(old, netuid);
        for (_, child) in &children {
            ParentKeys::<T>::mutate(child, netuid, |parents| rename(parents, old, new));
        }
        let parents = ParentKeys::<T>::take(old, netuid);
        for (_, parent) in &parents {
            ChildKeys::<T>::mutate(parent, netuid, |children| rename(children, old, new));
        }
        if !children.is_empty() {
            ChildKeys::<T>::insert(new, netuid, children);
        }
        if !parents.is_empty() {
            ParentKeys::<T>::insert(new, netuid, parents);
        }
        if PendingChildKeys::<T>::contains_key(netuid, old) {
            PendingChildKeys::<T>::insert(netuid, new, PendingChildKeys::<T>::take(netuid, old));
        }
        if ChildkeyTake::<T>::contains_key(old, netuid) {
            ChildkeyTake::<T>::insert(new, netuid, ChildkeyTake::<T>::take(old, netuid));
        }
    }
}

fn has(family: &Children, hotkey: &AccountId) -> bool {
    family.iter().any(|(_, member)| member == hotkey)
}

fn rename(family: &mut Children, old: &AccountId, new: &AccountId) {
    for (_, member) in family.iter_mut().filter(|(_, member)| member == old) {
        *member = new.clone();
    }
}
