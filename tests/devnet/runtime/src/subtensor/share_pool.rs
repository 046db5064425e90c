//! Stake: what each coldkey holds of a hotkey's alpha, as shares of it. Dividends raise what a share is worth and touch
//! nobody's shares.

use super::{accounts::add, pallet::*, safe_float::SafeFloat, types::*};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    /// The stake of a coldkey with a hotkey on a subnet.
    pub fn stake_of(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid) -> AlphaBalance {
        let share = AlphaV2::<T>::get((hotkey, coldkey, netuid));
        share.part_of(
            TotalHotkeySharesV2::<T>::get(hotkey, netuid),
            TotalHotkeyAlpha::<T>::get(hotkey, netuid),
        )
    }

    /// The stake of a coldkey on a subnet with all hotkeys.
    pub fn coldkey_stake(coldkey: &AccountId, netuid: NetUid) -> AlphaBalance {
        let hotkeys = StakingHotkeys::<T>::get(coldkey);
        hotkeys.iter().fold(0, |sum: u64, hotkey| {
            sum.saturating_add(Self::stake_of(hotkey, coldkey, netuid))
        })
    }

    /// Adds to a stake. The first alpha of a pool makes as many shares.
    pub fn increase_stake(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid, amount: AlphaBalance) {
        if amount == 0 {
            return;
        }
        let (alpha, shares) = (
            TotalHotkeyAlpha::<T>::get(hotkey, netuid),
            TotalHotkeySharesV2::<T>::get(hotkey, netuid),
        );
        let new = match alpha == 0 || shares.is_zero() {
            true => SafeFloat::from(alpha.saturating_add(amount)),
            false => shares.scaled(amount, alpha),
        };
        TotalHotkeyAlpha::<T>::insert(hotkey, netuid, alpha.saturating_add(amount));
        TotalHotkeySharesV2::<T>::insert(hotkey, netuid, shares.plus(new));
        AlphaV2::<T>::mutate((hotkey, coldkey, netuid), |share| *share = share.plus(new));
        StakingHotkeys::<T>::mutate(coldkey, |hotkeys| add(hotkeys, hotkey));
        if netuid == ROOT {
            Self::root_stake_added(hotkey, coldkey, amount);
        }
    }

    /// Takes from a stake; `NotEnoughStakeToWithdraw` if there is less. Nothing is left of a stake that is taken whole.
    pub fn decrease_stake(
        hotkey: &AccountId,
        coldkey: &AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let stake = Self::stake_of(hotkey, coldkey, netuid);
        ensure!(amount <= stake, Error::<T>::NotEnoughStakeToWithdraw);
        let (alpha, shares) = (
            TotalHotkeyAlpha::<T>::get(hotkey, netuid),
            TotalHotkeySharesV2::<T>::get(hotkey, netuid),
        );
        let share = AlphaV2::<T>::get((hotkey, coldkey, netuid));
        let gone = if amount == stake {
            share
        } else {
            shares.scaled(amount, alpha)
        };
        TotalHotkeyAlpha::<T>::insert(hotkey, netuid, alpha.saturating_sub(amount));
        Self::put_total_shares(hotkey, netuid, shares.minus(gone));
        Self::put_share(hotkey, coldkey, netuid, share.minus(gone));
        if netuid == ROOT {
            Self::root_stake_removed(hotkey, coldkey, amount);
        }
        Ok(())
    }

    /// Gives alpha to all who stake to a hotkey on a subnet, by their shares; to its owner, if nobody does.
    pub fn increase_hotkey_alpha(hotkey: &AccountId, netuid: NetUid, amount: AlphaBalance) {
        if TotalHotkeySharesV2::<T>::get(hotkey, netuid).is_zero() {
            return Self::increase_stake(hotkey, &Owner::<T>::get(hotkey), netuid, amount);
        }
        TotalHotkeyAlpha::<T>::mutate(hotkey, netuid, |alpha| *alpha = alpha.saturating_add(amount));
    }

    fn put_total_shares(hotkey: &AccountId, netuid: NetUid, shares: SafeFloat) {
        match shares.is_zero() {
            true => TotalHotkeySharesV2::<T>::remove(hotkey, netuid),
            false => TotalHotkeySharesV2::<T>::insert(hotkey, netuid, shares),
        }
    }

    fn put_share(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid, share: SafeFloat) {
        match share.is_zero() {
            true => AlphaV2::<T>::remove((hotkey, coldkey, netuid)),
            false => AlphaV2::<T>::insert((hotkey, coldkey, netuid), share),
        }
    }
}
