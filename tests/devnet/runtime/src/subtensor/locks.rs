//! Locks: a floor under what a coldkey holds on a subnet, whichever hotkeys hold it. A lock points at one hotkey, and
//! there is one per subnet.

use super::{pallet::*, types::*};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

/// The bit of an account's flags that takes locked alpha.
const ACCEPTS_LOCKED: u128 = 1;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_lock_stake(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_subnet(netuid)?;
        Self::ensure_hotkey(&hotkey)?;
        ensure!(amount > 0, Error::<T>::AmountTooLow);
        let locked = Self::locked(&coldkey, netuid).saturating_add(amount);
        ensure!(
            locked <= Self::coldkey_stake(&coldkey, netuid),
            Error::<T>::InsufficientStakeForLock
        );
        Self::add_to_lock(&coldkey, &hotkey, netuid, amount)?;
        Self::deposit_event(Event::StakeLocked {
            coldkey,
            hotkey,
            netuid,
            amount,
        });
        Ok(())
    }

    pub(crate) fn do_move_lock(
        origin: OriginFor<T>,
        destination_hotkey: AccountId,
        netuid: NetUid,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_hotkey(&destination_hotkey)?;
        let (origin_hotkey, lock) = Self::lock_of(&coldkey, netuid).ok_or(Error::<T>::NoExistingLock)?;
        Self::remove_lock(&coldkey, &origin_hotkey, netuid);
        let moved = Self::fresh_lock(&destination_hotkey, netuid, lock.locked_mass);
        Self::put_lock(&coldkey, &destination_hotkey, netuid, moved);
        Self::deposit_event(Event::LockMoved {
            coldkey,
            origin_hotkey,
            destination_hotkey,
            netuid,
        });
        Ok(())
    }

    pub(crate) fn do_set_perpetual_lock(
        origin: OriginFor<T>,
        netuid: NetUid,
        enabled: bool,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_subnet(netuid)?;
        // What has melted until now stays melted.
        if let Some((hotkey, lock)) = Self::lock_of(&coldkey, netuid) {
            Self::put_lock(&coldkey, &hotkey, netuid, lock);
        }
        match enabled {
            true => DecayingLock::<T>::insert(&coldkey, netuid, false),
            false => DecayingLock::<T>::remove(&coldkey, netuid),
        }
        Self::deposit_event(Event::PerpetualLockUpdated {
            coldkey,
            netuid,
            enabled,
        });
        Ok(())
    }

    pub(crate) fn do_set_reject_locked_alpha(origin: OriginFor<T>, enabled: bool) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        AccountFlags::<T>::mutate(&coldkey, |flags| match enabled {
            true => *flags &= !ACCEPTS_LOCKED,
            false => *flags |= ACCEPTS_LOCKED,
        });
        Self::deposit_event(Event::RejectLockedAlphaUpdated { coldkey, enabled });
        Ok(())
    }

    /// How much of a coldkey's alpha on a subnet is locked now.
    pub fn locked(coldkey: &AccountId, netuid: NetUid) -> AlphaBalance {
        Self::lock_of(coldkey, netuid).map_or(0, |(_, lock)| lock.locked_mass)
    }

    /// How much of a coldkey's alpha on a subnet may leave it.
    pub fn available(coldkey: &AccountId, netuid: NetUid) -> AlphaBalance {
        Self::coldkey_stake(coldkey, netuid).saturating_sub(Self::locked(coldkey, netuid))
    }

    /// Fails if so much cannot leave the subnet.
    pub fn ensure_available(coldkey: &AccountId, netuid: NetUid, amount: AlphaBalance) -> DispatchResult {
        ensure!(
            amount <= Self::available(coldkey, netuid),
            Error::<T>::StakeUnavailable
        );
        Ok(())
    }

    /// Moves the lock on alpha that goes to another coldkey and is not free: it goes with the alpha.
    pub(super) fn transfer_locked(
        from: &AccountId,
        to: &AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let locked = amount.saturating_sub(Self::available(from, netuid));
        let Some((hotkey, lock)) = Self::lock_of(from, netuid).filter(|_| locked > 0) else {
            return Ok(());
        };
        let accepts = AccountFlags::<T>::get(to) & ACCEPTS_LOCKED != 0;
        ensure!(accepts, Error::<T>::AccountRejectsLockedAlpha);
        Self::add_to_lock(to, &hotkey, netuid, locked)?;
        let locked_mass = lock.locked_mass.saturating_sub(locked);
        match locked_mass {
            0 => Self::remove_lock(from, &hotkey, netuid),
            _ => Self::put_lock(from, &hotkey, netuid, LockState { locked_mass, ..lock }),
        }
        Ok(())
    }

    pub(super) fn add_to_lock(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let lock = match Self::lock_of(coldkey, netuid) {
            None => Self::fresh_lock(hotkey, netuid, amount),
            Some((other, _)) if other != *hotkey => return Err(Error::<T>::LockHotkeyMismatch.into()),
            Some((_, lock)) => {
                let fresh = Self::fresh_lock(hotkey, netuid, amount);
                let bits = lock.conviction.bits.saturating_add(fresh.conviction.bits);
                let locked_mass = lock.locked_mass.saturating_add(amount);
                LockState {
                    locked_mass,
                    conviction: U64F64 { bits },
                    ..fresh
                }
            }
        };
        Self::put_lock(coldkey, hotkey, netuid, lock);
        Ok(())
    }

    pub(super) fn put_lock(coldkey: &AccountId, hotkey: &AccountId, netuid: NetUid, lock: LockState) {
        Lock::<T>::insert((coldkey, netuid, hotkey), lock);
        LockingColdkeys::<T>::insert((netuid, hotkey, coldkey), ());
    }

    pub(super) fn remove_lock(coldkey: &AccountId, hotkey: &AccountId, netuid: NetUid) {
        Lock::<T>::remove((coldkey, netuid, hotkey));
        LockingColdkeys::<T>::remove((netuid, hotkey, coldkey));
    }
}
