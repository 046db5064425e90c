//! Destroying staked alpha.

use super::{pallet::*, stake::Limit, types::*};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_recycle_alpha(
        origin: OriginFor<T>,
        hotkey: AccountId,
        amount: AlphaBalance,
        netuid: NetUid,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::check_destroy(&coldkey, &hotkey, netuid, amount)?;
        let outside = SubnetAlphaOut::<T>::get(netuid);
        ensure!(outside >= amount, Error::<T>::NotEnoughAlphaOutToRecycle);
        Self::decrease_stake(&hotkey, &coldkey, netuid, amount)?;
        SubnetAlphaOut::<T>::insert(netuid, outside.saturating_sub(amount));
        Self::deposit_event(Event::AlphaRecycled(coldkey, hotkey, amount, netuid));
        Ok(())
    }

    pub(crate) fn do_burn_alpha(
        origin: OriginFor<T>,
        hotkey: AccountId,
        amount: AlphaBalance,
        netuid: NetUid,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::check_destroy(&coldkey, &hotkey, netuid, amount)?;
        Self::burn(coldkey, hotkey, amount, netuid)
    }

    pub(crate) fn do_add_stake_burn(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Option<TaoBalance>,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_subnet(netuid)?;
        ensure!(netuid != ROOT, Error::<T>::CannotBurnOrRecycleOnRootSubnet);
        let key = RateLimitKey::AddStakeBurn(netuid);
        let last = LastRateLimitedBlock::<T>::get(&key);
        let next = last.saturating_add(u64::from(Tempo::<T>::get(netuid)));
        ensure!(
            last == 0 || Self::now() >= next,
            Error::<T>::AddStakeBurnRateLimitExceeded
        );
        let limit = limit.map_or(Limit::None, Limit::AllWithin);
        let alpha = Self::add_within(&coldkey, &hotkey, netuid, amount, limit)?;
        Self::burn(coldkey, hotkey.clone(), alpha, netuid)?;
        LastRateLimitedBlock::<T>::insert(&key, Self::now());
        Self::deposit_event(Event::AddStakeBurn {
            netuid,
            hotkey,
            amount,
            alpha,
        });
        Ok(())
    }

    fn burn(coldkey: AccountId, hotkey: AccountId, amount: AlphaBalance, netuid: NetUid) -> DispatchResult {
        Self::decrease_stake(&hotkey, &coldkey, netuid, amount)?;
        Self::deposit_event(Event::AlphaBurned(coldkey, hotkey, amount, netuid));
        Ok(())
    }

    fn check_destroy(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        ensure!(netuid != ROOT, Error::<T>::CannotBurnOrRecycleOnRootSubnet);
        Self::ensure_hotkey(hotkey)?;
        let stake = Self::stake_of(hotkey, coldkey, netuid);
        ensure!(amount <= stake, Error::<T>::NotEnoughStakeToWithdraw);
        Self::ensure_available(coldkey, netuid, amount)
    }
}
