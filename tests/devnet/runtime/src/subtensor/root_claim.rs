//! What root stake earns: alpha of every subnet, which a coldkey claims. Each hotkey keeps how much alpha each TAO on
//! root has earned since the beginning; a coldkey is owed that for its stake, less what it has had or never earned.
//!
//! Nothing claims by itself here, unlike on the real chain, so that what a wallet reads stays until it claims.

use super::{pallet::*, trade::Fee, types::*};
use crate::swap::{Fill, Side};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult};

/// The most subnets that one call claims on.
const MOST_SUBNETS: usize = 5;

/// The bits after the point of a rate.
const POINT: usize = 32;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_claim_root(origin: OriginFor<T>, subnets: BTreeSet<NetUid>) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let few = (1..=MOST_SUBNETS).contains(&subnets.len());
        ensure!(few, Error::<T>::InvalidSubnetNumber);
        for hotkey in StakingHotkeys::<T>::get(&coldkey) {
            for netuid in &subnets {
                Self::claim(&hotkey, &coldkey, *netuid)?;
            }
        }
        Self::deposit_event(Event::RootClaimed { coldkey });
        Ok(())
    }

    pub(crate) fn do_set_root_claim_type(
        origin: OriginFor<T>,
        new_root_claim_type: RootClaimTypeEnum,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        if let RootClaimTypeEnum::KeepSubnets { subnets } = &new_root_claim_type {
            ensure!(!subnets.is_empty(), Error::<T>::InvalidSubnetNumber);
        }
        RootClaimType::<T>::insert(&coldkey, &new_root_claim_type);
        let root_claim_type = new_root_claim_type;
        Self::deposit_event(Event::RootClaimTypeSet {
            coldkey,
            root_claim_type,
        });
        Ok(())
    }

    /// The alpha that a coldkey may claim of what a hotkey has earned on a subnet.
    pub fn root_owed(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid) -> AlphaBalance {
        let earned = Self::earned_by(hotkey, netuid, Self::stake_of(hotkey, coldkey, ROOT));
        let claimed = RootClaimed::<T>::get((netuid, hotkey, coldkey));
        u64::try_from(earned.saturating_sub(claimed)).unwrap_or(u64::MAX)
    }

    /// What some TAO would have earned with a hotkey on a subnet since the beginning.
    fn earned_by(hotkey: &AccountId, netuid: NetUid, stake: TaoBalance) -> u128 {
        let rate = RootClaimable::<T>::get(hotkey)
            .get(&netuid)
            .map_or(0, |rate| rate.bits.unsigned_abs());
        ((U256::from(rate) * stake) >> POINT)
            .try_into()
            .unwrap_or(u128::MAX)
    }

    /// Gives alpha to all who stake to a hotkey on root; to its alpha stakers, if nobody does.
    pub(super) fn accrue_root(hotkey: &AccountId, netuid: NetUid, alpha: AlphaBalance) {
        let stake = TotalHotkeyAlpha::<T>::get(hotkey, ROOT);
        if stake == 0 {
            return Self::increase_hotkey_alpha(hotkey, netuid, alpha);
        }
        let rise = i128::from(alpha).saturating_mul(1 << POINT) / i128::from(stake);
        RootClaimable::<T>::mutate(hotkey, |rates| {
            let rate = rates.entry(netuid).or_insert(I96F32 { bits: 0 });
            rate.bits = rate.bits.saturating_add(rise);
        });
    }

    /// New root stake has earned nothing yet.
    pub(super) fn root_stake_added(hotkey: &AccountId, coldkey: &AccountId, stake: TaoBalance) {
        for netuid in RootClaimable::<T>::get(hotkey).into_keys() {
            let earned = Self::earned_by(hotkey, netuid, stake);
            RootClaimed::<T>::mutate((netuid, hotkey, coldkey), |claimed| {
                *claimed = claimed.saturating_add(earned)
            });
        }
    }

    /// Root stake that leaves is not counted any more, on either side. Who leaves altogether loses what was not
    /// claimed, as on the real chain.
    pub(super) fn root_stake_removed(hotkey: &AccountId, coldkey: &AccountId, stake: TaoBalance) {
        for netuid in RootClaimable::<T>::get(hotkey).into_keys() {
            let earned = Self::earned_by(hotkey, netuid, stake);
            RootClaimed::<T>::mutate((netuid, hotkey, coldkey), |claimed| {
                *claimed = claimed.saturating_sub(earned)
            });
        }
    }

    fn claim(hotkey: &AccountId, coldkey: &AccountId, netuid: NetUid) -> DispatchResult {
        let owed = Self::root_owed(hotkey, coldkey, netuid);
        let threshold = RootClaimableThreshold::<T>::get(netuid).bits >> POINT;
        if owed == 0 || i128::from(owed) < threshold {
            return Ok(());
        }
        let keeps = match RootClaimType::<T>::get(coldkey) {
            RootClaimTypeEnum::Swap => false,
            RootClaimTypeEnum::Keep => true,
            RootClaimTypeEnum::KeepSubnets { subnets } => subnets.contains(&netuid),
        };
        let paid = match keeps {
            true => {
                Self::increase_stake(hotkey, coldkey, netuid, owed);
                true
            }
            false => Self::swap_claim(hotkey, coldkey, netuid, owed)?,
        };
        if paid {
            RootClaimed::<T>::mutate((netuid, hotkey, coldkey), |claimed| {
                *claimed = claimed.saturating_add(owed.into())
            });
        }
        Ok(())
    }

    /// Sells claimed alpha and stakes the TAO on root. Says whether the pool took it.
    fn swap_claim(
        hotkey: &AccountId,
        coldkey: &AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> Result<bool, DispatchError> {
        let Ok(sale) = Self::quote(netuid, Side::Sell, alpha, Fee::Free) else {
            return Ok(false);
        };
        let tao = sale.received;
        Self::settle_sale(netuid, sale);
        Self::pay_from_subnet(netuid, &Self::subnet_account(ROOT), tao)?;
        Self::settle_buy(
            ROOT,
            Fill {
                paid: tao,
                fee: 0,
                received: tao,
            },
        );
        Self::increase_stake(hotkey, coldkey, ROOT, tao);
        Ok(true)
    }
}
