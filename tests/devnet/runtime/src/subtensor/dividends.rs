//! Dividends: what validators earn with the stake behind them, their own and what parents lend them, and who of their
//! stakers gets it.

use super::{pallet::*, split::split, types::*};
use crate::swap::mul_div;
use alloc::{collections::BTreeMap, vec::Vec};

/// Stake that stands behind a validator.
struct Part {
    /// The hotkey that it is staked to: the validator itself, or a parent.
    lender: AccountId,
    alpha: AlphaBalance,
    root: TaoBalance,
}

/// All stake behind a validator.
pub(super) struct Backing(Vec<Part>);

impl Backing {
    fn alpha(&self) -> u128 {
        self.0.iter().map(|part| u128::from(part.alpha)).sum()
    }

    fn root(&self) -> u128 {
        self.0.iter().map(|part| u128::from(part.root)).sum()
    }

    /// Alpha and root stake together, root's at a discount in parts of 2^64.
    pub(super) fn weight(&self, tao_weight: u64) -> u128 {
        self.alpha().saturating_add(weighed(self.root(), tao_weight))
    }
}

fn weighed(root: u128, tao_weight: u64) -> u128 {
    // Both are below 2^64 and what is multiplied below 2^128, but for sums that no supply allows.
    root.saturating_mul(u128::from(tao_weight)) >> 64
}

/// What a hotkey's stakers get.
#[derive(Clone, Copy, Default)]
struct Dividend {
    alpha: AlphaBalance,
    root: AlphaBalance,
}

impl Dividend {
    fn total(&self) -> AlphaBalance {
        self.alpha.saturating_add(self.root)
    }

    fn add(&mut self, other: Self) {
        self.alpha = self.alpha.saturating_add(other.alpha);
        self.root = self.root.saturating_add(other.root);
    }

    /// Takes a part in parts of 65535 away and gives it.
    fn take(&mut self, take: u16) -> Self {
        let part = |amount| mul_div(amount, take, u16::MAX);
        let taken = Self {
            alpha: part(self.alpha),
            root: part(self.root),
        };
        self.alpha = self.alpha.saturating_sub(taken.alpha);
        self.root = self.root.saturating_sub(taken.root);
        taken
    }
}

impl<T: Config> Pallet<T> {
    /// What stands behind a hotkey: its own stake without what it lends, and what parents lend it.
    pub(super) fn backing(hotkey: &AccountId, netuid: NetUid) -> Backing {
        let lent: u64 = ChildKeys::<T>::get(hotkey, netuid)
            .iter()
            .fold(0, |sum: u64, (proportion, _)| sum.saturating_add(*proportion));
        let own = Self::part(hotkey.clone(), netuid, u64::MAX.saturating_sub(lent));
        let parents = ParentKeys::<T>::get(hotkey, netuid).into_iter();
        let borrowed = parents.map(|(proportion, parent)| Self::part(parent, netuid, proportion));
        Backing(core::iter::once(own).chain(borrowed).collect())
    }

    /// A proportion, in parts of 2^64 - 1, of what is staked to a hotkey.
    fn part(lender: AccountId, netuid: NetUid, proportion: u64) -> Part {
        let of = |stake: u64| mul_div(stake, proportion, u64::MAX);
        let alpha = of(TotalHotkeyAlpha::<T>::get(&lender, netuid));
        let root = of(TotalHotkeyAlpha::<T>::get(&lender, ROOT));
        Part { lender, alpha, root }
    }

    /// What is staked to a hotkey and counts on a subnet.
    pub(super) fn stake_weight(hotkey: &AccountId, netuid: NetUid) -> u128 {
        Self::backing(hotkey, netuid).weight(TaoWeight::<T>::get())
    }

    /// The alpha and the TAO on root that count for a hotkey on a subnet.
    pub fn neuron_stake(hotkey: &AccountId, netuid: NetUid) -> (AlphaBalance, TaoBalance) {
        let backing = Self::backing(hotkey, netuid);
        let amount = |sum: u128| u64::try_from(sum).unwrap_or(u64::MAX);
        (amount(backing.alpha()), amount(backing.root()))
    }

    /// Pays validators and all who stake to them or to their parents. Gives what each validator has earned.
    pub(super) fn pay_validators(
        netuid: NetUid,
        hotkeys: &[AccountId],
        backings: &[Backing],
        permits: &[bool],
    ) -> Vec<AlphaBalance> {
        let earned = Self::earnings(netuid, backings, permits);
        let mut pots = BTreeMap::<AccountId, Dividend>::new();
        for ((hotkey, backing), dividend) in hotkeys.iter().zip(backings).zip(&earned) {
            Self::share_with_lenders(netuid, hotkey, backing, *dividend, &mut pots);
        }
        let _all = AlphaDividendsPerSubnet::<T>::clear_prefix(netuid, u32::MAX, None);
        let _all = RootAlphaDividendsPerSubnet::<T>::clear_prefix(netuid, u32::MAX, None);
        for (hotkey, dividend) in pots {
            Self::pay_stakers(netuid, &hotkey, dividend);
        }
        earned.iter().map(Dividend::total).collect()
    }

    /// What each validator earns of what waits: alpha by alpha stake, root's part by root stake. Where nobody has the
    /// one kind of stake, the other counts for both; where nobody has either, everything waits.
    fn earnings(netuid: NetUid, backings: &[Backing], permits: &[bool]) -> Vec<Dividend> {
        let of_validators = |stake: fn(&Backing) -> u128| -> Vec<u128> {
            let stakes = backings.iter().zip(permits);
            stakes
                .map(|(backing, permit)| if *permit { stake(backing) } else { 0 })
                .collect()
        };
        let (by_alpha, by_root) = (of_validators(Backing::alpha), of_validators(Backing::root));
        let mut waiting = Dividend {
            alpha: PendingValidatorEmission::<T>::get(netuid),
            root: PendingRootAlphaDivs::<T>::get(netuid),
        };
        let has = |stakes: &[u128]| stakes.iter().any(|stake| *stake > 0);
        match (has(&by_alpha), has(&by_root)) {
            (true, true) => {}
            (true, false) => {
                waiting = Dividend {
                    alpha: waiting.total(),
                    root: 0,
                }
            }
            (false, true) => {
                waiting = Dividend {
                    alpha: 0,
                    root: waiting.total(),
                }
            }
            (false, false) => return alloc::vec![Dividend::default(); backings.len()],
        }
        PendingValidatorEmission::<T>::remove(netuid);
        PendingRootAlphaDivs::<T>::remove(netuid);
        let nothing = || alloc::vec![0; backings.len()];
        let alpha = split(waiting.alpha, &by_alpha).unwrap_or_else(nothing);
        let root = split(waiting.root, &by_root).unwrap_or_else(nothing);
        alpha
            .into_iter()
            .zip(root)
            .map(|(alpha, root)| Dividend { alpha, root })
            .collect()
    }

    /// Divides what a validator earns among the hotkeys whose stake earned it. Of what parents' stake earns, the
    /// validator's owner takes its part first.
    fn share_with_lenders(
        netuid: NetUid,
        validator: &AccountId,
        backing: &Backing,
        dividend: Dividend,
        pots: &mut BTreeMap<AccountId, Dividend>,
    ) {
        let parts =
            |of: fn(&Part) -> u64| -> Vec<u128> { backing.0.iter().map(|part| of(part).into()).collect() };
        let nothing = || alloc::vec![0; backing.0.len()];
        let alpha = split(dividend.alpha, &parts(|part| part.alpha)).unwrap_or_else(nothing);
        let root = split(dividend.root, &parts(|part| part.root)).unwrap_or_else(nothing);
        let take = ChildkeyTake::<T>::get(validator, netuid);
        for ((part, alpha), root) in backing.0.iter().zip(alpha).zip(root) {
            let mut share = Dividend { alpha, root };
            if part.lender != *validator {
                let taken = share.take(take);
                Self::increase_stake(validator, &Owner::<T>::get(validator), netuid, taken.total());
            }
            pots.entry(part.lender.clone()).or_default().add(share);
        }
    }

    /// Pays the stakers of a hotkey, after its owner's take: alpha stakers by what their shares are worth, root stakers
    /// by what they may claim.
    fn pay_stakers(netuid: NetUid, hotkey: &AccountId, mut dividend: Dividend) {
        let taken = dividend.take(Delegates::<T>::get(hotkey));
        if dividend.alpha > 0 {
            Self::increase_hotkey_alpha(hotkey, netuid, dividend.alpha);
            AlphaDividendsPerSubnet::<T>::insert(netuid, hotkey, dividend.alpha);
        }
        if dividend.root > 0 {
            Self::accrue_root(hotkey, netuid, dividend.root);
            RootAlphaDividendsPerSubnet::<T>::insert(netuid, hotkey, dividend.root);
        }
        Self::increase_stake(hotkey, &Owner::<T>::get(hotkey), netuid, taken.total());
    }
}
