//! What a hotkey keeps: of its stakers' earnings, and of its parents'.

use super::{guards::Barred, pallet::*, types::*};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

/// What [`TransactionKeyLastBlock`] calls a change of a child's take.
const CHILDKEY_TAKE: u16 = 1;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_increase_take(origin: OriginFor<T>, hotkey: AccountId, take: u16) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::check_take(&coldkey, &hotkey, take).map_err(Error::<T>::from)?;
        ensure!(
            take > Delegates::<T>::get(&hotkey),
            Error::<T>::DelegateTakeTooLow
        );
        let key = RateLimitKey::LastTxBlockDelegateTake(hotkey.clone());
        let limit = TxDelegateTakeRateLimit::<T>::get();
        let passed = Self::has_passed(LastRateLimitedBlock::<T>::get(&key), limit);
        ensure!(passed, Error::<T>::DelegateTxRateLimitExceeded);
        LastRateLimitedBlock::<T>::insert(&key, Self::now());
        Delegates::<T>::insert(&hotkey, take);
        Self::deposit_event(Event::TakeIncreased(coldkey, hotkey, take));
        Ok(())
    }

    /// Whoever lowers a take waits as long before raising it again.
    pub(crate) fn do_decrease_take(origin: OriginFor<T>, hotkey: AccountId, take: u16) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::check_take(&coldkey, &hotkey, take).map_err(Error::<T>::from)?;
        ensure!(
            take < Delegates::<T>::get(&hotkey),
            Error::<T>::DelegateTakeTooLow
        );
        let key = RateLimitKey::LastTxBlockDelegateTake(hotkey.clone());
        LastRateLimitedBlock::<T>::insert(&key, Self::now());
        Delegates::<T>::insert(&hotkey, take);
        Self::deposit_event(Event::TakeDecreased(coldkey, hotkey, take));
        Ok(())
    }

    pub(crate) fn do_set_childkey_take(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        take: u16,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        ensure!(Self::owns(&coldkey, &hotkey), Error::<T>::NonAssociatedColdKey);
        Self::ensure_subnet(netuid)?;
        let least = MinChildkeyTake::<T>::get().max(MinChildkeyTakePerSubnet::<T>::get(netuid));
        let allowed = (least..=MaxChildkeyTake::<T>::get()).contains(&take);
        ensure!(allowed, Error::<T>::InvalidChildkeyTake);
        let key = (hotkey.clone(), netuid, CHILDKEY_TAKE);
        if take > ChildkeyTake::<T>::get(&hotkey, netuid) {
            let last = TransactionKeyLastBlock::<T>::get(&key);
            let passed = Self::has_passed(last, TxChildkeyTakeRateLimit::<T>::get());
            ensure!(passed, Error::<T>::TxChildkeyTakeRateLimitExceeded);
        }
        TransactionKeyLastBlock::<T>::insert(&key, Self::now());
        ChildkeyTake::<T>::insert(&hotkey, netuid, take);
        Self::deposit_event(Event::ChildKeyTakeSet(hotkey, take));
        Ok(())
    }

    /// The guard of both changes of a take.
    pub(super) fn check_take(coldkey: &AccountId, hotkey: &AccountId, take: u16) -> Result<(), Barred> {
        if !Self::hotkey_exists(hotkey) {
            return Err(Barred::HotkeyUnknown);
        }
        if !Self::owns(coldkey, hotkey) {
            return Err(Barred::NotOwner);
        }
        if take < MinDelegateTake::<T>::get() {
            return Err(Barred::TakeTooLow);
        }
        if take > MaxDelegateTake::<T>::get() {
            return Err(Barred::TakeTooHigh);
        }
        Ok(())
    }

    /// Whether something that last happened at a block, 0 for never, may happen again.
    pub(super) fn has_passed(last: u64, limit: u64) -> bool {
        last == 0 || Self::now() >= last.saturating_add(limit)
    }
}
