//! What a lock becomes with time: its mass melts unless it is perpetual, and conviction grows towards the mass.

use super::{pallet::*, types::*};
use crate::swap::{Ratio, SCALE, decay, mul_div};
use alloc::vec::Vec;
use sp_core::U256;

/// The bits after the point of a conviction.
const POINT: u32 = 64;

/// What is left of anything after more time constants than this counts as what is left after so many.
const MOST_TIME_CONSTANTS: u64 = 40;

impl<T: Config> Pallet<T> {
    /// The lock of a coldkey on a subnet with its hotkey, as of now. There is at most one.
    pub fn lock_of(coldkey: &AccountId, netuid: NetUid) -> Option<(AccountId, LockState)> {
        let (hotkey, lock) = Lock::<T>::iter_prefix((coldkey, netuid)).next()?;
        let lock = Self::rolled_forward(coldkey, &hotkey, netuid, lock);
        Some((hotkey, lock))
    }

    /// Whether a coldkey's lock on a subnet never melts.
    pub fn lock_is_perpetual(coldkey: &AccountId, netuid: NetUid) -> bool {
        DecayingLock::<T>::get(coldkey, netuid) == Some(false)
    }

    /// The conviction behind a hotkey on a subnet, all locks together.
    pub fn conviction_of(hotkey: &AccountId, netuid: NetUid) -> U64F64 {
        let locks = LockingColdkeys::<T>::iter_key_prefix((netuid, hotkey))
            .filter_map(|coldkey| Self::lock_of(&coldkey, netuid));
        U64F64 {
            bits: locks.fold(0, |sum: u128, (_, lock)| sum.saturating_add(lock.conviction.bits)),
        }
    }

    /// The hotkey with most conviction behind it on a subnet.
    pub fn most_convicted_hotkey(netuid: NetUid) -> Option<AccountId> {
        let mut hotkeys: Vec<AccountId> = LockingColdkeys::<T>::iter_key_prefix((netuid,))
            .map(|(hotkey, _)| hotkey)
            .collect();
        hotkeys.sort_unstable();
        hotkeys.dedup();
        hotkeys
            .into_iter()
            .max_by_key(|hotkey| Self::conviction_of(hotkey, netuid).bits)
    }

    /// A lock for the subnet owner's own hotkey needs no time to convince.
    fn convinces_at_once(hotkey: &AccountId, netuid: NetUid) -> bool {
        SubnetOwnerHotkey::<T>::get(netuid) == *hotkey
    }

    /// A new lock, or one for another hotkey, with the conviction it starts with.
    pub(super) fn fresh_lock(hotkey: &AccountId, netuid: NetUid, locked_mass: AlphaBalance) -> LockState {
        let conviction = if Self::convinces_at_once(hotkey, netuid) {
            whole(locked_mass)
        } else {
            U64F64::default()
        };
        LockState {
            locked_mass,
            conviction,
            last_update: Self::now(),
        }
    }

    fn rolled_forward(coldkey: &AccountId, hotkey: &AccountId, netuid: NetUid, lock: LockState) -> LockState {
        let now = Self::now();
        let passed = now.saturating_sub(lock.last_update);
        let locked_mass = match Self::lock_is_perpetual(coldkey, netuid) {
            true => lock.locked_mass,
            false => mul_div(
                lock.locked_mass,
                left_after(passed, UnlockRate::<T>::get()),
                SCALE,
            ),
        };
        let conviction = match Self::convinces_at_once(hotkey, netuid) {
            true => whole(locked_mass),
            false => grown(
                lock.conviction,
                locked_mass,
                left_after(passed, MaturityRate::<T>::get()),
            ),
        };
        LockState {
            locked_mass,
            conviction,
            last_update: now,
        }
    }
}

/// e^(-blocks / time constant), in parts of 10^18.
fn left_after(blocks: u64, time_constant: u64) -> u64 {
    let most = time_constant.saturating_mul(MOST_TIME_CONSTANTS);
    decay(Ratio::new(blocks.min(most), time_constant.max(1)))
}

fn whole(amount: AlphaBalance) -> U64F64 {
    U64F64 {
        bits: u128::from(amount) << POINT,
    }
}

/// Conviction after some of what it lacked is left.
fn grown(conviction: U64F64, locked_mass: AlphaBalance, left: u64) -> U64F64 {
    let full = whole(locked_mass).bits;
    let lacking = full.saturating_sub(conviction.bits);
    let still = U256::from(lacking) * U256::from(left) / U256::from(SCALE);
    U64F64 {
        bits: full.saturating_sub(still.as_u128()),
    }
}
