//! Moving everything to a new coldkey. Whoever has the key announces the new one and waits; meanwhile the account can
//! do nothing else, and whoever suspects theft can freeze it.

use super::{accounts::add, pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::{
    ensure,
    traits::{
        fungible::{Inspect, Mutate},
        tokens::{Fortitude, Preservation},
    },
};
use frame_system::{ensure_root, ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
use sp_runtime::{
    DispatchResult, SaturatedConversion,
    traits::{BlakeTwo256, Hash},
};

impl<T: Config> Pallet<T> {
    /// The first announcement costs something, later ones only time.
    pub(crate) fn do_announce_coldkey_swap(origin: OriginFor<T>, new_coldkey_hash: H256) -> DispatchResult {
        let who = ensure_signed(origin)?;
        match ColdkeySwapAnnouncements::<T>::get(&who) {
            Some((at, _)) => {
                let again = at.saturating_add(ColdkeySwapReannouncementDelay::<T>::get());
                ensure!(Self::block() >= again, Error::<T>::ColdkeySwapReannouncedTooEarly);
            }
            None => {
                let price = Self::key_swap_cost();
                let affordable = price <= Self::spendable(&who);
                ensure!(affordable, Error::<T>::NotEnoughBalanceToPaySwapColdKey);
                Self::recycle_tao(&who, price)?;
            }
        }
        let at = Self::block().saturating_add(ColdkeySwapAnnouncementDelay::<T>::get());
        ColdkeySwapAnnouncements::<T>::insert(&who, (at, new_coldkey_hash));
        Self::deposit_event(Event::ColdkeySwapAnnounced {
            who,
            new_coldkey_hash,
        });
        Ok(())
    }

    pub(crate) fn do_swap_coldkey_announced(origin: OriginFor<T>, new_coldkey: AccountId) -> DispatchResult {
        let who = ensure_signed(origin)?;
        let announced = ColdkeySwapAnnouncements::<T>::get(&who);
        let (at, hash) = announced.ok_or(Error::<T>::ColdkeySwapAnnouncementNotFound)?;
        let matches = BlakeTwo256::hash(new_coldkey.as_ref()) == hash;
        ensure!(matches, Error::<T>::AnnouncedColdkeyHashDoesNotMatch);
        ensure!(Self::block() >= at, Error::<T>::ColdkeySwapTooEarly);
        ensure!(
            !StakingHotkeys::<T>::contains_key(&new_coldkey),
            Error::<T>::ColdKeyAlreadyAssociated
        );
        ensure!(!Self::hotkey_exists(&new_coldkey), Error::<T>::NewColdKeyIsHotkey);
        Self::move_coldkey(&who, &new_coldkey)?;
        ColdkeySwapAnnouncements::<T>::remove(&who);
        Self::deposit_event(Event::ColdkeySwapped {
            old_coldkey: who,
            new_coldkey,
        });
        Ok(())
    }

    pub(crate) fn do_dispute_coldkey_swap(origin: OriginFor<T>) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let announced = ColdkeySwapAnnouncements::<T>::contains_key(&coldkey);
        ensure!(announced, Error::<T>::ColdkeySwapAnnouncementNotFound);
        let disputed = ColdkeySwapDisputes::<T>::contains_key(&coldkey);
        ensure!(!disputed, Error::<T>::ColdkeySwapAlreadyDisputed);
        ColdkeySwapDisputes::<T>::insert(&coldkey, Self::block());
        Self::deposit_event(Event::ColdkeySwapDisputed { coldkey });
        Ok(())
    }

    pub(crate) fn do_reset_coldkey_swap(origin: OriginFor<T>, coldkey: AccountId) -> DispatchResult {
        ensure_root(origin)?;
        ColdkeySwapAnnouncements::<T>::remove(&coldkey);
        ColdkeySwapDisputes::<T>::remove(&coldkey);
        Self::deposit_event(Event::ColdkeySwapReset { who: coldkey });
        Ok(())
    }

    pub(crate) fn do_clear_coldkey_swap_announcement(origin: OriginFor<T>) -> DispatchResult {
        let who = ensure_signed(origin)?;
        let announced = ColdkeySwapAnnouncements::<T>::get(&who);
        let (at, _) = announced.ok_or(Error::<T>::ColdkeySwapAnnouncementNotFound)?;
        let clear = at.saturating_add(ColdkeySwapReannouncementDelay::<T>::get());
        ensure!(Self::block() >= clear, Error::<T>::ColdkeySwapClearTooEarly);
        ColdkeySwapAnnouncements::<T>::remove(&who);
        Self::deposit_event(Event::ColdkeySwapCleared { who });
        Ok(())
    }

    fn block() -> u32 {
        frame_system::Pallet::<T>::block_number().saturated_into()
    }

    /// Moves all that a coldkey has. The new one has no stake yet.
    fn move_coldkey(old: &AccountId, new: &AccountId) -> DispatchResult {
        let netuids = Self::subnets();
        for netuid in &netuids {
            Self::move_on_subnet(old, new, *netuid);
        }
        let staking = StakingHotkeys::<T>::take(old);
        for hotkey in &staking {
            Self::move_shares(hotkey, old, new, &netuids);
        }
        StakingHotkeys::<T>::insert(new, staking);
        Self::move_hotkeys(old, new);
        Self::move_locks(old, new);
        IdentitiesV2::<T>::swap(old, new);
        RootClaimType::<T>::swap(old, new);
        AccountFlags::<T>::swap(old, new);
        Self::move_balance(old, new)
    }

    fn move_on_subnet(old: &AccountId, new: &AccountId, netuid: NetUid) {
        if SubnetOwner::<T>::get(netuid) == *old {
            SubnetOwner::<T>::insert(netuid, new);
        }
        if let Some(hotkey) = AutoStakeDestination::<T>::take(old, netuid) {
            AutoStakeDestinationColdkeys::<T>::mutate(&hotkey, netuid, |coldkeys| {
                coldkeys.retain(|coldkey| coldkey != old);
                add(coldkeys, new);
            });
            AutoStakeDestination::<T>::insert(new, netuid, hotkey);
        }
    }

    /// Moves shares as they are, and what was claimed for root stake.
    fn move_shares(hotkey: &AccountId, old: &AccountId, new: &AccountId, netuids: &[NetUid]) {
        for netuid in netuids {
            let share = AlphaV2::<T>::take((hotkey, old, netuid));
            if !share.is_zero() {
                AlphaV2::<T>::insert((hotkey, new, netuid), share);
            }
            let claimed = RootClaimed::<T>::take((netuid, hotkey, old));
            if claimed > 0 {
                RootClaimed::<T>::insert((netuid, hotkey, new), claimed);
            }
        }
    }

    fn move_hotkeys(old: &AccountId, new: &AccountId) {
        let owned = OwnedHotkeys::<T>::take(old);
        for hotkey in &owned {
            Owner::<T>::insert(hotkey, new);
        }
        OwnedHotkeys::<T>::mutate(new, |hotkeys| {
            owned.iter().for_each(|hotkey| add(hotkeys, hotkey))
        });
    }

    fn move_locks(old: &AccountId, new: &AccountId) {
        let locks: Vec<_> = Lock::<T>::iter_prefix((old,)).collect();
        for ((netuid, hotkey), lock) in locks {
            Self::remove_lock(old, &hotkey, netuid);
            Self::put_lock(new, &hotkey, netuid, lock);
        }
        let decaying: Vec<_> = DecayingLock::<T>::drain_prefix(old).collect();
        for (netuid, decays) in decaying {
            DecayingLock::<T>::insert(new, netuid, decays);
        }
    }

    fn move_balance(old: &AccountId, new: &AccountId) -> DispatchResult {
        type Balances<T> = pallet_balances::Pallet<T>;
        let all = Balances::<T>::reducible_balance(old, Preservation::Expendable, Fortitude::Polite);
        if all > 0 {
            Balances::<T>::transfer(old, new, all, Preservation::Expendable)?;
        }
        Ok(())
    }
}
