//! Stake that changes its hotkey, its subnet or its coldkey. Between subnets that is a sale and a purchase with one fee,
//! on the first leg that has a pool.

use super::{pallet::*, stake::Limit, trade::Fee, types::*};
use crate::swap::{self, Side, mul_div};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::{DispatchError, DispatchResult};

/// What prices of one alpha in another are told in.
const UNIT: u64 = 1_000_000_000;

/// A holding that moves, and where to.
#[derive(Clone, Copy)]
struct Route<'a> {
    from: Place<'a>,
    to: Place<'a>,
}

/// Where alpha is staked.
#[derive(Clone, Copy, Eq, PartialEq)]
struct Place<'a> {
    coldkey: &'a AccountId,
    hotkey: &'a AccountId,
    netuid: NetUid,
}

impl Route<'_> {
    fn same_subnet(&self) -> bool {
        self.from.netuid == self.to.netuid
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_move_stake(
        origin: OriginFor<T>,
        origin_hotkey: AccountId,
        destination_hotkey: AccountId,
        origin_netuid: NetUid,
        destination_netuid: NetUid,
        alpha_amount: AlphaBalance,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let route = Route {
            from: Place {
                coldkey: &coldkey,
                hotkey: &origin_hotkey,
                netuid: origin_netuid,
            },
            to: Place {
                coldkey: &coldkey,
                hotkey: &destination_hotkey,
                netuid: destination_netuid,
            },
        };
        let tao = Self::relocate(route, alpha_amount, Limit::None)?;
        Self::deposit_event(Event::StakeMoved(
            coldkey,
            origin_hotkey,
            origin_netuid,
            destination_hotkey,
            destination_netuid,
            tao,
        ));
        Ok(())
    }

    pub(crate) fn do_transfer_stake(
        origin: OriginFor<T>,
        destination_coldkey: AccountId,
        hotkey: AccountId,
        origin_netuid: NetUid,
        destination_netuid: NetUid,
        alpha_amount: AlphaBalance,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let route = Route {
            from: Place {
                coldkey: &coldkey,
                hotkey: &hotkey,
                netuid: origin_netuid,
            },
            to: Place {
                coldkey: &destination_coldkey,
                hotkey: &hotkey,
                netuid: destination_netuid,
            },
        };
        for netuid in [origin_netuid, destination_netuid] {
            Self::ensure_subnet(netuid)?;
            ensure!(TransferToggle::<T>::get(netuid), Error::<T>::TransferDisallowed);
        }
        let tao = Self::relocate(route, alpha_amount, Limit::None)?;
        Self::deposit_event(Event::StakeTransferred(
            coldkey,
            destination_coldkey,
            hotkey,
            origin_netuid,
            destination_netuid,
            tao,
        ));
        Ok(())
    }

    pub(crate) fn do_swap_stake(
        origin: OriginFor<T>,
        hotkey: AccountId,
        origin_netuid: NetUid,
        destination_netuid: NetUid,
        alpha_amount: AlphaBalance,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::swap_within(
            coldkey,
            hotkey,
            origin_netuid,
            destination_netuid,
            alpha_amount,
            Limit::None,
        )
    }

    pub(crate) fn do_swap_stake_limit(
        origin: OriginFor<T>,
        hotkey: AccountId,
        origin_netuid: NetUid,
        destination_netuid: NetUid,
        alpha_amount: AlphaBalance,
        limit_price: TaoBalance,
        allow_partial: bool,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let limit = Limit::new(limit_price, allow_partial);
        Self::swap_within(
            coldkey,
            hotkey,
            origin_netuid,
            destination_netuid,
            alpha_amount,
            limit,
        )
    }

    fn swap_within(
        coldkey: AccountId,
        hotkey: AccountId,
        origin_netuid: NetUid,
        destination_netuid: NetUid,
        alpha_amount: AlphaBalance,
        limit: Limit,
    ) -> DispatchResult {
        let route = Route {
            from: Place {
                coldkey: &coldkey,
                hotkey: &hotkey,
                netuid: origin_netuid,
            },
            to: Place {
                coldkey: &coldkey,
                hotkey: &hotkey,
                netuid: destination_netuid,
            },
        };
        let tao = Self::relocate(route, alpha_amount, limit)?;
        Self::deposit_event(Event::StakeSwapped(
            coldkey,
            hotkey,
            origin_netuid,
            destination_netuid,
            tao,
        ));
        Ok(())
    }

    /// Checks a move of at most the position and makes it. Gives the TAO that it was worth on the way.
    fn relocate(route: Route, amount: AlphaBalance, limit: Limit) -> Result<TaoBalance, DispatchError> {
        let amount = Self::check_route(route, amount, limit)?;
        match route.same_subnet() {
            true => Self::hand_over(route, amount),
            false => Self::sell_and_buy(route, amount),
        }
    }

    /// Gives the amount that moves.
    fn check_route(route: Route, amount: AlphaBalance, limit: Limit) -> Result<AlphaBalance, DispatchError> {
        let Route { from, to } = route;
        ensure!(from != to, Error::<T>::SameNetuid);
        for place in [from, to] {
            Self::ensure_subnet(place.netuid)?;
            Self::ensure_trading(place.netuid)?;
        }
        Self::ensure_hotkey(from.hotkey)?;
        Self::ensure_hotkey(to.hotkey)?;
        let amount = amount.min(Self::stake_of(from.hotkey, from.coldkey, from.netuid));
        let amount = Self::cut_route(route, amount, limit)?;
        ensure!(amount > 0, Error::<T>::AmountTooLow);
        if !route.same_subnet() {
            let tao = Self::quote(from.netuid, Side::Sell, amount, Fee::Taken)?.received;
            ensure!(tao > Self::min_stake(), Error::<T>::AmountTooLow);
            Self::quote(to.netuid, Side::Buy, tao, Self::second_fee(route))?;
            Self::ensure_available(from.coldkey, from.netuid, amount)?;
        }
        Ok(amount)
    }

    /// Stake that stays on its subnet touches no pool.
    fn hand_over(route: Route, amount: AlphaBalance) -> Result<TaoBalance, DispatchError> {
        let Route { from, to } = route;
        let tao = Self::worth(from.netuid, amount);
        if from.coldkey != to.coldkey {
            Self::transfer_locked(from.coldkey, to.coldkey, from.netuid, amount)?;
        }
        Self::decrease_stake(from.hotkey, from.coldkey, from.netuid, amount)?;
        Self::increase_stake(to.hotkey, to.coldkey, to.netuid, amount);
        let (coldkey, hotkey) = (from.coldkey.clone(), from.hotkey.clone());
        Self::deposit_event(Event::StakeRemoved(coldkey, hotkey, tao, amount, from.netuid, 0));
        let (coldkey, hotkey) = (to.coldkey.clone(), to.hotkey.clone());
        Self::deposit_event(Event::StakeAdded(coldkey, hotkey, tao, amount, to.netuid, 0));
        Ok(tao)
    }

    fn sell_and_buy(route: Route, amount: AlphaBalance) -> Result<TaoBalance, DispatchError> {
        let Route { from, to } = route;
        let tao = Self::sell(from.coldkey, from.hotkey, from.netuid, amount, Fee::Taken)?;
        if from.coldkey != to.coldkey {
            Self::pay(from.coldkey, to.coldkey, tao)?;
        }
        Self::buy(to.coldkey, to.hotkey, to.netuid, tao, Self::second_fee(route))?;
        Ok(tao)
    }

    /// The second leg costs a fee only if the first could not: root has no pool.
    fn second_fee(route: Route) -> Fee {
        if Self::pool(route.from.netuid).is_none() {
            Fee::Taken
        } else {
            Fee::Free
        }
    }

    fn cut_route(route: Route, amount: AlphaBalance, limit: Limit) -> Result<AlphaBalance, DispatchError> {
        let (price, partial) = match limit {
            Limit::None => return Ok(amount),
            Limit::AllWithin(price) => (price, false),
            Limit::PartWithin(price) => (price, true),
        };
        if Self::price_after(route, amount) >= price {
            return Ok(amount);
        }
        ensure!(
            Self::price_after(route, 0) >= price,
            swap::Error::<T>::PriceLimitExceeded
        );
        ensure!(partial, Error::<T>::SlippageTooHigh);
        Ok(Self::most_of_route(route, amount, price))
    }

    /// The most that can move until the price reaches a limit, to the last rao, found by halving.
    fn most_of_route(route: Route, amount: AlphaBalance, price: u64) -> AlphaBalance {
        let (mut within, mut beyond) = (0, amount);
        while beyond.saturating_sub(within) > 1 {
            let middle = within + (beyond - within) / 2;
            match Self::price_after(route, middle) >= price {
                true => within = middle,
                false => beyond = middle,
            }
        }
        within
    }

    /// What 1 alpha of the origin costs after a move, in 10^-9 alpha of the destination.
    fn price_after(route: Route, amount: AlphaBalance) -> u64 {
        let (from, to) = (Self::pool(route.from.netuid), Self::pool(route.to.netuid));
        let sale = from.map(|pool| {
            pool.fill(Side::Sell, amount)
                .map(|fill| (fill, pool.after(Side::Sell, fill)))
        });
        let (tao, origin) = match sale {
            None => (amount, UNIT),
            Some(Ok((fill, after))) => (fill.received, after.price()),
            Some(Err(_)) if amount == 0 => (0, Self::price(route.from.netuid)),
            Some(Err(_)) => return 0,
        };
        let destination = match to {
            None => UNIT,
            Some(pool) => pool
                .fill_free(Side::Buy, tao)
                .map_or(pool.price(), |fill| pool.after(Side::Buy, fill).price()),
        };
        mul_div(origin, UNIT, destination)
    }
}
