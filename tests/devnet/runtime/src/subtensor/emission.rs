//! What each block makes: TAO by the supply's halvings, shared among subnets by their moving prices, and alpha of each
//! subnet by its own. TAO and alpha go into the pools and leave the price as it is; the rest of the alpha waits for the
//! epoch.

use super::{
    pallet::*,
    trade::{Fee, PAR},
    types::*,
};
use crate::swap::{Balancer, Fill, SCALE, Side, SwapBalancer, mul_div};
use alloc::vec::Vec;
use sp_core::U256;
use sp_runtime::Perquintill;

/// The most TAO there will be, and the most alpha of each subnet, in rao.
const CAP: u64 = 21_000_000_000_000_000;

/// What a block makes before the first halving, in rao.
const FULL_EMISSION: u64 = 1_000_000_000;

/// 1 with 32 bits after the point.
const ONE: i128 = 1 << 32;

/// The weights that a pool may have, in parts of 10^18.
const LEAST_WEIGHT: u64 = SCALE / 100;
const MOST_WEIGHT: u64 = SCALE - LEAST_WEIGHT;

/// What a block makes at an issuance: half as much each time half of what was missing is there.
pub fn block_emission(issuance: u64) -> u64 {
    let missing = CAP.saturating_sub(issuance);
    let Some(halvings) = CAP.checked_div(missing).and_then(u64::checked_ilog2) else {
        return 0;
    };
    FULL_EMISSION.checked_shr(halvings).unwrap_or_default()
}

/// The share of validators' dividends that root stakers get, with 32 bits after the point.
fn root_proportion(root: TaoBalance, weight: u64, alpha: AlphaBalance) -> u64 {
    let weighed = mul_div(root, weight, 1u128 << 64);
    mul_div(weighed, 1u64 << 32, u128::from(weighed) + u128::from(alpha))
}

impl<T: Config> Pallet<T> {
    /// Makes what this block makes.
    pub(super) fn emit(netuids: &[NetUid]) {
        let emission = block_emission(TotalIssuance::<T>::get());
        if BlockEmission::<T>::get() != emission {
            BlockEmission::<T>::put(emission);
        }
        let started: Vec<NetUid> = netuids
            .iter()
            .copied()
            .filter(|netuid| Self::has_started(*netuid))
            .collect();
        let prices: Vec<u128> = started.iter().map(|netuid| Self::moving_price(*netuid)).collect();
        let all: u128 = prices.iter().sum();
        let enabled = started
            .iter()
            .map(|netuid| SubnetEmissionEnabled::<T>::get(netuid));
        let weights: Vec<u128> = prices
            .into_iter()
            .zip(enabled)
            .map(|(price, enabled)| if enabled { price } else { 0 })
            .collect();
        let sharing: u128 = weights.iter().sum();
        // Root earns only while all alpha together is worth more than TAO.
        let root_earns = all > ONE.unsigned_abs();
        for (netuid, weight) in started.into_iter().zip(weights) {
            Self::emit_on(netuid, mul_div(emission, weight, sharing), root_earns);
        }
    }

    fn has_started(netuid: NetUid) -> bool {
        let first = FirstEmissionBlockNumber::<T>::get(netuid);
        netuid != ROOT && first.is_some_and(|first| first <= Self::now())
    }

    fn moving_price(netuid: NetUid) -> u128 {
        SubnetMovingPrice::<T>::get(netuid).bits.max(0).unsigned_abs()
    }

    fn emit_on(netuid: NetUid, tao: TaoBalance, root_earns: bool) {
        let outside = SubnetAlphaOut::<T>::get(netuid);
        let alpha = block_emission(outside.saturating_add(SubnetAlphaIn::<T>::get(netuid)));
        let root = root_proportion(SubnetTAO::<T>::get(ROOT), TaoWeight::<T>::get(), outside);
        RootProp::<T>::insert(netuid, U96F32 { bits: root.into() });
        Self::fill_pool(netuid, tao, mul_div(alpha, root, 1u64 << 32));
        Self::accrue(netuid, alpha, root, root_earns);
        Self::follow_price(netuid);
    }

    /// Puts TAO and alpha of the same worth into the pool, alpha up to a limit. The TAO beyond it buys alpha.
    fn fill_pool(netuid: NetUid, tao: TaoBalance, most_alpha: AlphaBalance) {
        let Some(pool) = Self::pool(netuid) else {
            return;
        };
        if tao == 0 || Self::emit_tao(&Self::subnet_account(netuid), tao).is_err() {
            SubnetTaoInEmission::<T>::insert(netuid, 0);
            SubnetAlphaInEmission::<T>::insert(netuid, 0);
            return;
        }
        let alpha_in = pool.worth(Side::Buy, tao).min(most_alpha);
        let tao_in = pool.worth(Side::Sell, alpha_in).min(tao);
        Self::inject(netuid, tao_in, alpha_in);
        SubnetTaoInEmission::<T>::insert(netuid, tao_in);
        SubnetAlphaInEmission::<T>::insert(netuid, alpha_in);
        Self::buy_back(netuid, tao.saturating_sub(tao_in));
    }

    /// Adds to the reserves and moves the weights so that the price stays.
    fn inject(netuid: NetUid, tao: TaoBalance, alpha: AlphaBalance) {
        let Some(before) = Self::pool(netuid) else {
            return;
        };
        let (new_tao, new_alpha) = (before.tao.saturating_add(tao), before.alpha.saturating_add(alpha));
        SubnetTAO::<T>::insert(netuid, new_tao);
        SubnetAlphaIn::<T>::insert(netuid, new_alpha);
        TotalStake::<T>::mutate(|stake| *stake = stake.saturating_add(tao));
        let alpha_weight = U256::from(SCALE.saturating_sub(before.quote)) * before.tao * new_alpha;
        let tao_weight = U256::from(before.quote) * before.alpha * new_tao;
        let quote = (tao_weight * SCALE).checked_div(alpha_weight + tao_weight);
        let Some(quote) = quote.and_then(|quote| u64::try_from(quote).ok()) else {
            return;
        };
        let quote = Perquintill::from_parts(quote.clamp(LEAST_WEIGHT, MOST_WEIGHT));
        SwapBalancer::<T>::insert(netuid, Balancer { quote });
    }

    /// Buys alpha that belongs to nobody. TAO that buys nothing goes into the pool all the same.
    fn buy_back(netuid: NetUid, tao: TaoBalance) {
        if tao == 0 {
            return;
        }
        let fill = Self::quote(netuid, Side::Buy, tao, Fee::Free);
        let fill = fill.unwrap_or(Fill {
            paid: tao,
            ..Fill::default()
        });
        Self::settle_buy(netuid, fill);
        SubnetProtocolAlpha::<T>::mutate(netuid, |alpha| *alpha = alpha.saturating_add(fill.received));
    }

    /// Keeps a block's alpha for the epoch: the owner's cut, then half for miners and half for validators, of which a
    /// part is root's. That part is not made at all while root earns nothing.
    fn accrue(netuid: NetUid, alpha: AlphaBalance, root: u64, root_earns: bool) {
        let cut = match OwnerCutEnabled::<T>::get(netuid) {
            true => mul_div(alpha, SubnetOwnerCut::<T>::get(), u16::MAX),
            false => 0,
        };
        let shared = alpha.saturating_sub(cut);
        let miners = shared / 2;
        let validators = shared.saturating_sub(miners);
        let root_part = mul_div(validators, root, 1u64 << 32);
        let root_alpha = if root_earns { root_part } else { 0 };
        let stakers = validators.saturating_sub(root_part);
        PendingOwnerCut::<T>::mutate(netuid, |pending| *pending = pending.saturating_add(cut));
        PendingServerEmission::<T>::mutate(netuid, |pending| *pending = pending.saturating_add(miners));
        PendingValidatorEmission::<T>::mutate(netuid, |pending| *pending = pending.saturating_add(stakers));
        PendingRootAlphaDivs::<T>::mutate(netuid, |pending| *pending = pending.saturating_add(root_alpha));
        let made = cut
            .saturating_add(miners)
            .saturating_add(stakers)
            .saturating_add(root_alpha);
        SubnetAlphaOutEmission::<T>::insert(netuid, made);
        SubnetAlphaOut::<T>::mutate(netuid, |outside| *outside = outside.saturating_add(made));
    }

    /// Moves the moving price towards the price, of which more than 1 does not count; the older the subnet, the faster.
    fn follow_price(netuid: NetUid) {
        let price = i128::from(Self::price(netuid).min(PAR)).saturating_mul(ONE) / i128::from(PAR);
        let age = i128::from(Self::now().saturating_sub(NetworkRegisteredAt::<T>::get(netuid)));
        let halving = i128::from(EMAPriceHalvingBlocks::<T>::get(netuid));
        let speed = SubnetMovingAlpha::<T>::get().bits;
        SubnetMovingPrice::<T>::mutate(netuid, |moving| {
            let gap = price.saturating_sub(moving.bits);
            let pace = speed.saturating_mul(age) / age.saturating_add(halving).max(1);
            moving.bits = moving.bits.saturating_add(gap.saturating_mul(pace) / ONE);
        });
    }
}
