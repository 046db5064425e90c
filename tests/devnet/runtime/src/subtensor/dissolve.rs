//! How subnets end: the TAO of the pool goes to those who hold the alpha, and nothing of the subnet is left.

use super::{pallet::*, types::*};
use crate::swap::mul_div;
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{
    ensure,
    traits::{
        fungible::{Inspect, Mutate},
        tokens::{Fortitude, Precision, Preservation},
    },
};
use frame_system::{ensure_root, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

/// Removes a subnet's entry of each of these maps.
macro_rules! remove {
    ($netuid:expr, $($map:ident),+ $(,)?) => { $( $map::<T>::remove($netuid); )+ };
}

/// Removes a subnet's entries of each of these maps, whose first key it is.
macro_rules! clear {
    ($netuid:expr, $($map:ident),+ $(,)?) => { $( let _all = $map::<T>::clear_prefix($netuid, u32::MAX, None); )+ };
}

/// Removes a subnet's entries of each of these maps, whose second key it is.
macro_rules! clear_second {
    ($netuid:expr, $($map:ident),+ $(,)?) => { $(
        let keys: Vec<_> = $map::<T>::iter_keys().filter(|(_, netuid)| *netuid == $netuid).collect();
        for (account, netuid) in keys {
            $map::<T>::remove(account, netuid);
        }
    )+ };
}

impl<T: Config> Pallet<T> {
    /// The coldkey says nothing.
    pub(crate) fn do_dissolve_network(
        origin: OriginFor<T>,
        _coldkey: AccountId,
        netuid: NetUid,
    ) -> DispatchResult {
        Self::do_root_dissolve_network(origin, netuid)
    }

    pub(crate) fn do_root_dissolve_network(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
        ensure_root(origin)?;
        ensure!(netuid != ROOT, Error::<T>::SubnetNotExists);
        Self::dissolve(netuid)
    }

    /// Ends a subnet.
    pub(super) fn dissolve(netuid: NetUid) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        Self::pay_holders(netuid);
        Self::recycle_rest(netuid)?;
        Self::forget_stake(netuid);
        Self::forget_neurons(netuid);
        Self::forget_subnet(netuid);
        Self::deposit_event(Event::NetworkRemoved(netuid));
        Ok(())
    }

    /// Pays the pool's TAO to the alpha's holders, each by what it holds.
    fn pay_holders(netuid: NetUid) {
        let mut holders = BTreeMap::<AccountId, AlphaBalance>::new();
        for (hotkey, coldkey, _) in AlphaV2::<T>::iter_keys().filter(|(_, _, other)| *other == netuid) {
            let stake = Self::stake_of(&hotkey, &coldkey, netuid);
            let held = holders.entry(coldkey).or_default();
            *held = held.saturating_add(stake);
        }
        let all: u128 = holders.values().map(|held| u128::from(*held)).sum();
        let tao = SubnetTAO::<T>::get(netuid);
        for (coldkey, held) in holders {
            // Too little for an account is recycled with the rest.
            let _unpaid = Self::pay_from_subnet(netuid, &coldkey, mul_div(tao, held, all));
        }
    }

    /// Destroys what is left in the subnet's account.
    fn recycle_rest(netuid: NetUid) -> DispatchResult {
        type Balances<T> = pallet_balances::Pallet<T>;
        let account = Self::subnet_account(netuid);
        let rest = Balances::<T>::total_balance(&account);
        if rest > 0 {
            let (all, force) = (Preservation::Expendable, Fortitude::Force);
            Balances::<T>::burn_from(&account, rest, all, Precision::Exact, force)?;
            TotalIssuance::<T>::mutate(|issuance| *issuance = issuance.saturating_sub(rest));
        }
        let pooled = SubnetTAO::<T>::take(netuid);
        TotalStake::<T>::mutate(|stake| *stake = stake.saturating_sub(pooled));
        Ok(())
    }

    fn forget_stake(netuid: NetUid) {
        for key in AlphaV2::<T>::iter_keys()
            .filter(|(_, _, other)| *other == netuid)
            .collect::<Vec<_>>()
        {
            AlphaV2::<T>::remove(key);
        }
        for key in Lock::<T>::iter_keys()
            .filter(|(_, other, _)| *other == netuid)
            .collect::<Vec<_>>()
        {
            Lock::<T>::remove(key);
        }
        let _all = LockingColdkeys::<T>::clear_prefix((netuid,), u32::MAX, None);
        let _all = RootClaimed::<T>::clear_prefix((netuid,), u32::MAX, None);
        RootClaimable::<T>::translate_values(|mut rates: BTreeMap<NetUid, I96F32>| {
            rates.remove(&netuid);
            Some(rates)
        });
        clear_second!(
            netuid,
            TotalHotkeyAlpha,
            TotalHotkeyAlphaLastEpoch,
            TotalHotkeySharesV2,
            AutoStakeDestination,
            AutoStakeDestinationColdkeys,
            DecayingLock,
        );
    }

    fn forget_neurons(netuid: NetUid) {
        clear_second!(netuid, IsNetworkMember, ChildKeys, ParentKeys, ChildkeyTake);
        clear!(
            netuid,
            Uids,
            Keys,
            BlockAtRegistration,
            PendingChildKeys,
            LastHotkeySwapOnNetuid,
            AlphaDividendsPerSubnet,
            RootAlphaDividendsPerSubnet,
            Weights,
            Bonds,
            Axons,
            NeuronCertificates,
            Prometheus,
            AssociatedEvmAddress,
        );
        remove!(
            netuid,
            SubnetworkN,
            Active,
            Consensus,
            Incentive,
            Dividends,
            Emission,
            LastUpdate,
            ValidatorTrust,
            ValidatorPermit,
        );
    }

    fn forget_subnet(netuid: NetUid) {
        NetworksAdded::<T>::remove(netuid);
        TotalNetworks::<T>::mutate(|count| *count = count.saturating_sub(1));
        SubnetIdentitiesV3::<T>::remove(netuid);
        crate::swap::SwapBalancer::<T>::remove(netuid);
        crate::swap::FeeRate::<T>::remove(netuid);
        remove!(
            netuid,
            SubnetAlphaIn,
            SubnetAlphaOut,
            SubnetProtocolAlpha,
            SubnetMovingPrice,
            SubnetVolume,
            SubnetMechanism,
            SubnetTaoInEmission,
            SubnetAlphaInEmission,
            SubnetAlphaOutEmission,
            SubnetEmissionEnabled,
            SubnetTaoFlow,
            SubnetEmaTaoFlow,
            RootProp,
            RootClaimableThreshold,
            OwnerCutAutoLockEnabled,
            SubnetOwner,
            SubnetOwnerHotkey,
            TokenSymbol,
            SubtokenEnabled,
            TransferToggle,
            OwnerCutEnabled,
            RecycleOrBurn,
            NetworkRegisteredAt,
            FirstEmissionBlockNumber,
            SubnetLocked,
            LargestLocked,
            Tempo,
            LastEpochBlock,
            PendingEpochAt,
            SubnetEpochIndex,
            BlocksSinceLastStep,
            LastMechansimStepBlock,
            PendingServerEmission,
            PendingValidatorEmission,
            PendingRootAlphaDivs,
            PendingOwnerCut,
            Burn,
            NetworkRegistrationAllowed,
            MaxAllowedUids,
            ImmunityPeriod,
            MaxRegistrationsPerBlock,
            TargetRegistrationsPerInterval,
            RegistrationsThisBlock,
            RegistrationsThisInterval,
            BurnRegistrationsThisInterval,
            LastAdjustmentBlock,
            RAORecycledForRegistration,
        );
    }
}
