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
        let fading = Fading {
            blocks: now.saturating_sub(lock.last_update),
            unlock_rate: UnlockRate::<T>::get(),
            maturity_rate: MaturityRate::<T>::get(),
            is_perpetual: Self::lock_is_perpetual(coldkey, netuid),
        };
        let locked_mass = mul_div(lock.locked_mass, fading.mass_left(), SCALE);
        let conviction = match Self::convinces_at_once(hotkey, netuid) {
            true => whole(locked_mass),
            false => fading.conviction(lock.conviction, lock.locked_mass),
        };
        LockState {
            locked_mass,
            conviction,
            last_update: now,
        }
    }
}

/// What some blocks do to a lock. The mass m fades with the unlock rate, if at all, and the conviction c follows it:
/// c' = (m - c) / maturity rate. All parts are of 10^18.
struct Fading {
    blocks: u64,
    unlock_rate: u64,
    maturity_rate: u64,
    is_perpetual: bool,
}

impl Fading {
    /// Which part of the mass is left.
    fn mass_left(&self) -> u64 {
        match self.is_perpetual {
            true => SCALE,
            false => left_after(self.blocks, self.unlock_rate),
        }
    }

    /// Which part of a conviction is left that nothing adds to.
    fn conviction_left(&self) -> u64 {
        left_after(self.blocks, self.maturity_rate)
    }

    /// Which part of the mass at the beginning has become conviction at the end.
    fn convinced(&self) -> u64 {
        let left = self.conviction_left();
        if self.is_perpetual {
            return SCALE - left;
        }
        match self.unlock_rate.abs_diff(self.maturity_rate) {
            0 => mul_div(left, self.blocks, self.maturity_rate),
            apart => mul_div(self.mass_left().abs_diff(left), self.unlock_rate, apart),
        }
    }

    fn conviction(&self, before: U64F64, mass: AlphaBalance) -> U64F64 {
        let part = |bits: u128, of: u64| U256::from(bits) * U256::from(of) / U256::from(SCALE);
        let bits = part(before.bits, self.conviction_left()) + part(whole(mass).bits, self.convinced());
        U64F64 {
            bits: bits.try_into().unwrap_or(u128::MAX),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The conviction of 10^9 after so many blocks, in rao.
    fn convinced(blocks: u64, unlock_rate: u64, maturity_rate: u64, is_perpetual: bool) -> u64 {
        let fading = Fading {
            blocks,
            unlock_rate,
            maturity_rate,
            is_perpetual,
        };
        let conviction = fading.conviction(U64F64::default(), 1_000_000_000);
        u64::try_from(conviction.bits >> POINT).expect("it is less than the mass")
    }

    #[test]
    fn conviction_follows_the_mass() {
        assert_eq!(convinced(0, 1_000, 1_000, false), 0);
        // 1/e, and 1 - 1/e where the mass stays.
        assert_eq!(convinced(1_000, 1_000, 1_000, false), 367_879_441);
        assert_eq!(convinced(1_000, 1_000, 1_000, true), 632_120_558);
        // 2 (e^-1/2 - e^-1), and the same the other way round.
        assert_eq!(convinced(1_000, 2_000, 1_000, false), 477_302_437);
        assert_eq!(convinced(2_000, 1_000, 2_000, false), 232_544_157);
    }
}
