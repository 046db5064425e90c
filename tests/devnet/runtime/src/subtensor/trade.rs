//! Buying and selling a subnet's alpha: stake against TAO, reserves and fees. Nothing here checks what a holder may do.

use super::{pallet::*, types::*};
use crate::swap::{self, Fill, Pool, Refusal, Reserves, Side};
use sp_runtime::DispatchError;

/// The price where 1 alpha is 1 TAO, in rao.
pub(super) const PAR: u64 = 1_000_000_000;

/// Whether a trade costs a fee. A move between subnets pays one, on its first leg.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fee {
    Taken,
    Free,
}

impl<T: Config> Reserves for Pallet<T> {
    fn exists(netuid: NetUid) -> bool {
        Self::subnet_exists(netuid)
    }

    fn has_pool(netuid: NetUid) -> bool {
        SubnetMechanism::<T>::get(netuid) == 1
    }

    fn tao(netuid: NetUid) -> TaoBalance {
        SubnetTAO::<T>::get(netuid)
    }

    fn alpha(netuid: NetUid) -> AlphaBalance {
        SubnetAlphaIn::<T>::get(netuid)
    }
}

impl<T: Config> Pallet<T> {
    /// The price of a subnet's alpha, in rao of TAO for 1 alpha.
    pub fn price(netuid: NetUid) -> u64 {
        swap::Pallet::<T>::current_alpha_price(netuid)
    }

    /// What alpha is worth at the price of the moment.
    pub fn worth(netuid: NetUid, alpha: AlphaBalance) -> TaoBalance {
        Self::pool(netuid).map_or(alpha, |pool| pool.worth(Side::Sell, alpha))
    }

    pub(super) fn pool(netuid: NetUid) -> Option<Pool> {
        swap::Pallet::<T>::pool(netuid)
    }

    /// What a trade would be, without making it. Why a pool refuses makes no difference to who asked.
    pub(super) fn quote(netuid: NetUid, side: Side, amount: u64, fee: Fee) -> Result<Fill, DispatchError> {
        let Some(pool) = Self::pool(netuid) else {
            return Ok(Fill {
                paid: amount,
                fee: 0,
                received: amount,
            });
        };
        let fill = match fee {
            Fee::Taken => pool.fill(side, amount),
            Fee::Free => pool.fill_free(side, amount),
        };
        fill.map_err(|refusal| match refusal {
            Refusal::ReservesTooLow | Refusal::InputTooLarge | Refusal::NothingToPay => {
                Error::<T>::InsufficientLiquidity.into()
            }
        })
    }

    /// Buys alpha with a coldkey's TAO and stakes it to a hotkey. Gives the alpha.
    pub fn buy(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        tao: TaoBalance,
        fee: Fee,
    ) -> Result<AlphaBalance, DispatchError> {
        let fill = Self::quote(netuid, Side::Buy, tao, fee)?;
        Self::pay(coldkey, &Self::subnet_account(netuid), tao)?;
        Self::pay_author(netuid, fill.fee);
        Self::settle_buy(netuid, fill);
        Self::increase_stake(hotkey, coldkey, netuid, fill.received);
        Self::deposit_event(Event::StakeAdded(
            coldkey.clone(),
            hotkey.clone(),
            tao,
            fill.received,
            netuid,
            fill.fee,
        ));
        Ok(fill.received)
    }

    /// Sells alpha that a coldkey has staked to a hotkey, for its TAO. Gives the TAO.
    pub fn sell(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
        fee: Fee,
    ) -> Result<TaoBalance, DispatchError> {
        let fill = Self::quote(netuid, Side::Sell, alpha, fee)?;
        Self::decrease_stake(hotkey, coldkey, netuid, alpha)?;
        Self::settle_sale(netuid, fill);
        Self::pay_from_subnet(netuid, coldkey, fill.received)?;
        Self::sell_fee(netuid, fill.fee);
        Self::deposit_event(Event::StakeRemoved(
            coldkey.clone(),
            hotkey.clone(),
            fill.received,
            fill.paid,
            netuid,
            fill.fee,
        ));
        Ok(fill.received)
    }

    /// Sells the fee of a sale, which is alpha, for the block's author.
    fn sell_fee(netuid: NetUid, alpha: AlphaBalance) {
        if alpha == 0 {
            return Self::pay_author(netuid, 0);
        }
        // A fee too small to sell stays in the pool.
        let fill = Self::quote(netuid, Side::Sell, alpha, Fee::Free).unwrap_or(Fill {
            paid: alpha,
            ..Fill::default()
        });
        Self::settle_sale(netuid, fill);
        Self::pay_author(netuid, fill.received);
    }

    /// Pays a fee out of a subnet's account to the block's author. It stays there if nobody can take it: a block
    /// without an author, or an author without an account who would get too little for one.
    pub(super) fn pay_author(netuid: NetUid, fee: TaoBalance) {
        if let Some(author) = Self::block_author() {
            let _unpaid = Self::pay_from_subnet(netuid, &author, fee);
        }
    }

    pub(super) fn settle_buy(netuid: NetUid, fill: Fill) {
        SubnetTAO::<T>::mutate(netuid, |tao| *tao = tao.saturating_add(fill.paid));
        SubnetAlphaIn::<T>::mutate(netuid, |alpha| *alpha = alpha.saturating_sub(fill.received));
        SubnetAlphaOut::<T>::mutate(netuid, |alpha| *alpha = alpha.saturating_add(fill.received));
        TotalStake::<T>::mutate(|stake| *stake = stake.saturating_add(fill.paid));
        Self::count_flow(netuid, fill.paid, 1);
    }

    pub(super) fn settle_sale(netuid: NetUid, fill: Fill) {
        SubnetTAO::<T>::mutate(netuid, |tao| *tao = tao.saturating_sub(fill.received));
        SubnetAlphaIn::<T>::mutate(netuid, |alpha| *alpha = alpha.saturating_add(fill.paid));
        SubnetAlphaOut::<T>::mutate(netuid, |alpha| *alpha = alpha.saturating_sub(fill.paid));
        TotalStake::<T>::mutate(|stake| *stake = stake.saturating_sub(fill.received));
        Self::count_flow(netuid, fill.received, -1);
    }

    fn count_flow(netuid: NetUid, tao: TaoBalance, direction: i64) {
        SubnetVolume::<T>::mutate(netuid, |volume| *volume = volume.saturating_add(u128::from(tao)));
        let change = i64::try_from(tao).unwrap_or(i64::MAX).saturating_mul(direction);
        SubnetTaoFlow::<T>::mutate(netuid, |flow| *flow = flow.saturating_add(change));
    }
}
