//! How subnets come to be: their price, their first pool, their start, their symbol.

use super::{guards::Barred, pallet::*, symbols, types::*};
use crate::swap::mul_div;
use frame_support::ensure;
use frame_system::{ensure_root, ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::{DispatchError, DispatchResult};

/// A pool makes the price.
const AMM: u16 = 1;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_register_network(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
        Self::do_register_network_with_identity(origin, hotkey, None)
    }

    pub(crate) fn do_register_network_with_identity(
        origin: OriginFor<T>,
        hotkey: AccountId,
        identity: Option<SubnetIdentityV3>,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let free = !Self::hotkey_exists(&hotkey) || Self::owns(&coldkey, &hotkey);
        ensure!(free, Error::<T>::NonAssociatedColdKey);
        Self::check_network_rate().map_err(Error::<T>::from)?;
        let price = Self::network_lock_cost();
        ensure!(
            price <= Self::spendable(&coldkey),
            Error::<T>::CannotAffordLockCost
        );
        let netuid = Self::make_room()?;
        Self::create_hotkey(&coldkey, &hotkey);
        Self::create_subnet(netuid, &coldkey, &hotkey);
        Self::fill_first_pool(netuid, &coldkey, price)?;
        LastRateLimitedBlock::<T>::insert(RateLimitKey::NetworkLastRegistered, Self::now());
        NetworkLastLockCost::<T>::put(price);
        Self::deposit_event(Event::NetworkAdded(netuid, AMM));
        match identity {
            Some(identity) => Self::put_subnet_identity(netuid, identity),
            None => Ok(()),
        }
    }

    /// Lets trade begin. For the owner.
    pub(crate) fn do_start_call(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_subnet(netuid)?;
        ensure!(
            SubnetOwner::<T>::get(netuid) == coldkey,
            Error::<T>::NotSubnetOwner
        );
        let started = FirstEmissionBlockNumber::<T>::contains_key(netuid);
        ensure!(!started, Error::<T>::FirstEmissionBlockNumberAlreadySet);
        let ready = NetworkRegisteredAt::<T>::get(netuid).saturating_add(StartCallDelay::<T>::get());
        ensure!(Self::now() >= ready, Error::<T>::NeedWaitingMoreBlocksToStarCall);
        let first = Self::now().saturating_add(1);
        FirstEmissionBlockNumber::<T>::insert(netuid, first);
        SubtokenEnabled::<T>::insert(netuid, true);
        LastEpochBlock::<T>::insert(netuid, Self::now());
        Self::deposit_event(Event::FirstEmissionBlockNumberSet(netuid, first));
        Ok(())
    }

    /// For the owner and root.
    pub(crate) fn do_update_symbol(
        origin: OriginFor<T>,
        netuid: NetUid,
        symbol: alloc::vec::Vec<u8>,
    ) -> DispatchResult {
        if ensure_root(origin.clone()).is_err() {
            let coldkey = ensure_signed(origin)?;
            ensure!(SubnetOwner::<T>::get(netuid) == coldkey, DispatchError::BadOrigin);
        }
        Self::ensure_subnet(netuid)?;
        ensure!(symbols::is_in_catalogue(&symbol), Error::<T>::SymbolDoesNotExist);
        ensure!(!Self::is_symbol_used(&symbol), Error::<T>::SymbolAlreadyInUse);
        TokenSymbol::<T>::insert(netuid, &symbol);
        Self::deposit_event(Event::SymbolUpdated { netuid, symbol });
        Ok(())
    }

    fn is_symbol_used(symbol: &[u8]) -> bool {
        TokenSymbol::<T>::iter_values().any(|used| used == symbol)
    }

    /// The guard of new subnets: not too soon after the last.
    pub(super) fn check_network_rate() -> Result<(), Barred> {
        let last = LastRateLimitedBlock::<T>::get(RateLimitKey::NetworkLastRegistered);
        match Self::has_passed(last, NetworkRateLimit::<T>::get()) {
            true => Ok(()),
            false => Err(Barred::RegisteringTooFast),
        }
    }

    /// What a new subnet costs, in rao: twice the last price after a sale, then less with each block.
    pub fn network_lock_cost() -> TaoBalance {
        let least = NetworkMinLockCost::<T>::get();
        let last_block = LastRateLimitedBlock::<T>::get(RateLimitKey::NetworkLastRegistered);
        if last_block == 0 {
            return least;
        }
        let last = NetworkLastLockCost::<T>::get();
        let since = Self::now().saturating_sub(last_block);
        // The step of a block is rounded down before it is multiplied.
        let step = mul_div(last, 1u64, NetworkLockReductionInterval::<T>::get());
        last.saturating_mul(2)
            .saturating_sub(step.saturating_mul(since))
            .max(least)
    }

    /// The subnet that has to go for the next one when there is no room: that with the lowest moving price among those
    /// that are old enough.
    pub fn subnet_to_prune() -> Option<NetUid> {
        let immunity = NetworkImmunityPeriod::<T>::get();
        let old = Self::subnets().into_iter().filter(|netuid| {
            let safe_until = NetworkRegisteredAt::<T>::get(netuid).saturating_add(immunity);
            *netuid != ROOT && Self::now() >= safe_until
        });
        old.min_by_key(|netuid| (SubnetMovingPrice::<T>::get(netuid), *netuid))
    }

    /// The id of the next subnet, free by now.
    fn make_room() -> Result<NetUid, DispatchError> {
        let limit = SubnetLimit::<T>::get();
        // The limit does not count root.
        if TotalNetworks::<T>::get() <= limit
            && let Some(free) = (1..=limit).find(|netuid| !Self::subnet_exists(*netuid))
        {
            return Ok(free);
        }
        let pruned = Self::subnet_to_prune().ok_or(Error::<T>::SubnetLimitReached)?;
        Self::dissolve(pruned)?;
        Ok(pruned)
    }

    /// Makes a subnet with its owner's hotkey as the first neuron. Its pool is empty.
    pub(crate) fn create_subnet(netuid: NetUid, coldkey: &AccountId, hotkey: &AccountId) {
        let symbol = symbols::symbol_of(netuid);
        if !Self::is_symbol_used(&symbol) {
            TokenSymbol::<T>::insert(netuid, symbol);
        }
        NetworksAdded::<T>::insert(netuid, true);
        TotalNetworks::<T>::mutate(|count| *count = count.saturating_add(1));
        RegisteredSubnetCounter::<T>::mutate(netuid, |count| *count = count.saturating_add(1));
        NetworkRegisteredAt::<T>::insert(netuid, Self::now());
        SubnetMechanism::<T>::insert(netuid, AMM);
        SubnetOwner::<T>::insert(netuid, coldkey);
        SubnetOwnerHotkey::<T>::insert(netuid, hotkey);
        LastAdjustmentBlock::<T>::insert(netuid, Self::now());
        Burn::<T>::insert(netuid, Burn::<T>::get(netuid));
        Self::put_neuron(netuid, 0, hotkey);
    }

    /// The least price of a subnet goes into its pool, with as much alpha; what was paid beyond it is recycled.
    fn fill_first_pool(netuid: NetUid, coldkey: &AccountId, price: TaoBalance) -> DispatchResult {
        let reserve = price.min(NetworkMinLockCost::<T>::get());
        Self::pay(coldkey, &Self::subnet_account(netuid), reserve)?;
        Self::recycle_tao(coldkey, price.saturating_sub(reserve))?;
        SubnetTAO::<T>::insert(netuid, reserve);
        SubnetAlphaIn::<T>::insert(netuid, reserve);
        TotalStake::<T>::mutate(|stake| *stake = stake.saturating_add(reserve));
        SubnetLocked::<T>::insert(netuid, price);
        LargestLocked::<T>::mutate(netuid, |largest| *largest = (*largest).max(price));
        Ok(())
    }
}
