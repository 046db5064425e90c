//! Adding and removing stake, at the market's price or within a limit, and all checks in the order in which the real
//! chain makes them.

use super::{
    pallet::*,
    trade::{Fee, PAR},
    types::*,
};
use crate::swap::{self, Side};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::{DispatchError, DispatchResult};

/// How far a trade may go.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Limit {
    /// As far as the pool does.
    None,
    /// All of it within a price in rao of TAO for 1 alpha, or nothing.
    AllWithin(u64),
    /// As much of it as is within the price.
    PartWithin(u64),
}

impl Limit {
    pub(super) fn new(price: u64, allow_partial: bool) -> Self {
        if allow_partial {
            Self::PartWithin(price)
        } else {
            Self::AllWithin(price)
        }
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_add_stake(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        amount_staked: TaoBalance,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::add_within(&coldkey, &hotkey, netuid, amount_staked, Limit::None).map(drop)
    }

    pub(crate) fn do_add_stake_limit(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        amount_staked: TaoBalance,
        limit_price: TaoBalance,
        allow_partial: bool,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let limit = Limit::new(limit_price, allow_partial);
        Self::add_within(&coldkey, &hotkey, netuid, amount_staked, limit).map(drop)
    }

    pub(crate) fn do_remove_stake(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        amount_unstaked: AlphaBalance,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::remove_within(&coldkey, &hotkey, netuid, amount_unstaked, Limit::None).map(drop)
    }

    pub(crate) fn do_remove_stake_limit(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        amount_unstaked: AlphaBalance,
        limit_price: TaoBalance,
        allow_partial: bool,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let limit = Limit::new(limit_price, allow_partial);
        Self::remove_within(&coldkey, &hotkey, netuid, amount_unstaked, limit).map(drop)
    }

    pub(crate) fn do_remove_stake_full_limit(
        origin: OriginFor<T>,
        hotkey: AccountId,
        netuid: NetUid,
        limit_price: Option<TaoBalance>,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let limit = limit_price.map_or(Limit::None, Limit::AllWithin);
        Self::remove_within(&coldkey, &hotkey, netuid, AlphaBalance::MAX, limit).map(drop)
    }

    /// Checks a purchase and makes it. Gives the alpha.
    pub(super) fn add_within(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Limit,
    ) -> Result<AlphaBalance, DispatchError> {
        let (amount, most) = Self::cut(netuid, Side::Buy, amount, limit)?;
        Self::check_add(coldkey, hotkey, netuid, amount, most)?;
        Self::buy(coldkey, hotkey, netuid, amount, Fee::Taken)
    }

    /// Checks a sale of at most the position and makes it. Gives the TAO.
    pub(super) fn remove_within(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        limit: Limit,
    ) -> Result<TaoBalance, DispatchError> {
        let position = Self::stake_of(hotkey, coldkey, netuid);
        let (amount, most) = Self::cut(netuid, Side::Sell, amount.min(position), limit)?;
        Self::check_remove(coldkey, hotkey, netuid, amount, most)?;
        Self::sell(coldkey, hotkey, netuid, amount, Fee::Taken)
    }

    /// The part of an amount that is within the limit where part of it will do, and the most there can be.
    fn cut(netuid: NetUid, side: Side, amount: u64, limit: Limit) -> Result<(u64, u64), DispatchError> {
        match limit {
            Limit::None => Ok((amount, u64::MAX)),
            Limit::AllWithin(price) => Ok((amount, Self::most(netuid, side, price)?)),
            Limit::PartWithin(price) => {
                let most = Self::most(netuid, side, price)?;
                Ok((amount.min(most), most))
            }
        }
    }

    /// The most that can be traded until the price reaches a limit.
    fn most(netuid: NetUid, side: Side, price: u64) -> Result<u64, DispatchError> {
        let Some(pool) = Self::pool(netuid) else {
            let within = match side {
                Side::Buy => price >= PAR,
                Side::Sell => price <= PAR,
            };
            return Ok(if within { u64::MAX } else { 0 });
        };
        pool.most(side, price)
            .ok_or(swap::Error::<T>::PriceLimitExceeded.into())
    }

    /// The least that may be staked on a subnet: the chain's minimum and the fee of it.
    pub(super) fn least_stake(netuid: NetUid) -> TaoBalance {
        let minimum = Self::min_stake();
        minimum.saturating_add(Self::pool(netuid).map_or(0, |pool| pool.fee(minimum)))
    }

    fn check_add(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        most: TaoBalance,
    ) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        Self::ensure_trading(netuid)?;
        ensure!(amount >= Self::least_stake(netuid), Error::<T>::AmountTooLow);
        ensure!(amount <= most, Error::<T>::SlippageTooHigh);
        ensure!(
            amount <= Self::spendable(coldkey),
            Error::<T>::NotEnoughBalanceToStake
        );
        Self::ensure_hotkey(hotkey)?;
        Self::quote(netuid, Side::Buy, amount, Fee::Taken).map(drop)
    }

    pub(super) fn check_remove(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        most: AlphaBalance,
    ) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        Self::ensure_trading(netuid)?;
        ensure!(amount > 0, Error::<T>::AmountTooLow);
        Self::ensure_hotkey(hotkey)?;
        let position = Self::stake_of(hotkey, coldkey, netuid);
        ensure!(amount <= position, Error::<T>::NotEnoughStakeToWithdraw);
        let received = Self::quote(netuid, Side::Sell, amount, Fee::Taken)?.received;
        // Who leaves altogether may leave with less.
        ensure!(
            amount == position || received >= Self::min_stake(),
            Error::<T>::AmountTooLow
        );
        ensure!(amount <= most, Error::<T>::SlippageTooHigh);
        Self::ensure_available(coldkey, netuid, amount)
    }
}
