//! Leaving a hotkey on every subnet at once.

use super::{pallet::*, trade::Fee, types::*};
use alloc::vec::Vec;
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_unstake_all(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_hotkey(&hotkey)?;
        let positions = Self::positions(&hotkey, &coldkey);
        let sold = Self::sell_positions(&coldkey, &hotkey, &positions)?;
        ensure!(positions.is_empty() || sold.is_some(), Error::<T>::AmountTooLow);
        Ok(())
    }

    pub(crate) fn do_unstake_all_alpha(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_hotkey(&hotkey)?;
        let mut positions = Self::positions(&hotkey, &coldkey);
        positions.retain(|(netuid, _)| *netuid != ROOT);
        let tao = Self::sell_positions(&coldkey, &hotkey, &positions)?.unwrap_or_default();
        ensure!(tao >= Self::min_stake(), Error::<T>::AmountTooLow);
        Self::buy(&coldkey, &hotkey, ROOT, tao, Fee::Free).map(drop)
    }

    /// What a coldkey has staked to a hotkey, by subnet.
    fn positions(hotkey: &AccountId, coldkey: &AccountId) -> Vec<(NetUid, AlphaBalance)> {
        let stakes = Self::subnets()
            .into_iter()
            .map(|netuid| (netuid, Self::stake_of(hotkey, coldkey, netuid)));
        stakes.filter(|(_, stake)| *stake > 0).collect()
    }

    /// Sells positions, all but those that cannot be sold. Gives the TAO, or `None` if nothing was. A lock on any of
    /// them fails them all.
    fn sell_positions(
        coldkey: &AccountId,
        hotkey: &AccountId,
        positions: &[(NetUid, AlphaBalance)],
    ) -> Result<Option<TaoBalance>, DispatchError> {
        for (netuid, stake) in positions {
            Self::ensure_available(coldkey, *netuid, *stake)?;
        }
        let mut received = None;
        for (netuid, stake) in positions {
            if Self::check_remove(coldkey, hotkey, *netuid, *stake, AlphaBalance::MAX).is_err() {
                continue;
            }
            let tao = Self::sell(coldkey, hotkey, *netuid, *stake, Fee::Taken)?;
            received = Some(received.unwrap_or(0u64).saturating_add(tao));
        }
        Ok(received)
    }
}
