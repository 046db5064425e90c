//! `AdminUtils`: the parameters that root and the owners of subnets set. Here
//! are those that tests use; most report no event.

pub use pallet::*;

use crate::{
    AccountId,
    subtensor::{
        self,
        types::{NetUid, U64F64},
    },
};
use frame_support::pallet_prelude::*;
use frame_system::pallet_prelude::*;

#[frame_support::pallet]
pub mod pallet {
    use super::*;

    #[pallet::config]
    pub trait Config: subtensor::Config + frame_system::Config<RuntimeEvent: From<Event<Self>>> {}

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T> {
        #[codec(index = 3)]
        BurnHalfLifeSet { netuid: NetUid, burn_half_life: u16 },
        #[codec(index = 4)]
        BurnIncreaseMultSet {
            netuid: NetUid,
            burn_increase_mult: U64F64,
        },
        #[codec(index = 5)]
        SubnetEmissionEnabledSet { netuid: NetUid, enabled: bool },
    }

    #[pallet::error]
    pub enum Error<T> {
        SubnetDoesNotExist,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets how many blocks lie between two key swaps. For root.
        #[pallet::call_index(2)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_tx_rate_limit(origin: OriginFor<T>, tx_rate_limit: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::TxRateLimit::<T>::put(tx_rate_limit);
            Ok(())
        }

        /// Sets how many blocks lie between two announcements of an axon. For its owner and root.
        #[pallet::call_index(3)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_serving_rate_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            serving_rate_limit: u64,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::ServingRateLimit::<T>::insert(netuid, serving_rate_limit);
            Ok(())
        }

        /// Sets how many blocks lie between two settings of weights. For root.
        #[pallet::call_index(7)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_weights_set_rate_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            weights_set_rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::WeightsSetRateLimit::<T>::insert(netuid, weights_set_rate_limit);
            Ok(())
        }

        /// Sets how many blocks a new neuron cannot be replaced. For its owner and root.
        #[pallet::call_index(13)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_immunity_period(
            origin: OriginFor<T>,
            netuid: NetUid,
            immunity_period: u16,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::ImmunityPeriod::<T>::insert(netuid, immunity_period);
            Ok(())
        }

        /// Sets how many neurons a subnet may have. For its owner and root.
        #[pallet::call_index(15)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_max_allowed_uids(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_allowed_uids: u16,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::MaxAllowedUids::<T>::insert(netuid, max_allowed_uids);
            Ok(())
        }

        /// Sets the majority that consensus needs, in parts of 65535. For root.
        #[pallet::call_index(16)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_kappa(origin: OriginFor<T>, netuid: NetUid, kappa: u16) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::Kappa::<T>::insert(netuid, kappa);
            Ok(())
        }

        /// Sets the steepness of trust. For its owner and root.
        #[pallet::call_index(17)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_rho(origin: OriginFor<T>, netuid: NetUid, rho: u16) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::Rho::<T>::insert(netuid, rho);
            Ok(())
        }

        /// Sets after how many blocks a silent validator is inactive. For its owner and root.
        #[pallet::call_index(18)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_activity_cutoff(
            origin: OriginFor<T>,
            netuid: NetUid,
            activity_cutoff: u16,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::ActivityCutoff::<T>::insert(netuid, activity_cutoff);
            Ok(())
        }

        /// Lets hotkeys register, or not. For root.
        #[pallet::call_index(19)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_network_registration_allowed(
            origin: OriginFor<T>,
            netuid: NetUid,
            registration_allowed: bool,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::NetworkRegistrationAllowed::<T>::insert(netuid, registration_allowed);
            Ok(())
        }

        /// Sets the least price of a registration. For its owner and root.
        #[pallet::call_index(22)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_min_burn(origin: OriginFor<T>, netuid: NetUid, min_burn: u64) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::MinBurn::<T>::insert(netuid, min_burn);
            Ok(())
        }

        /// Sets the highest price of a registration. For its owner and root.
        #[pallet::call_index(23)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_max_burn(origin: OriginFor<T>, netuid: NetUid, max_burn: u64) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::MaxBurn::<T>::insert(netuid, max_burn);
            Ok(())
        }

        /// Sets how many neurons may be validators. For root.
        #[pallet::call_index(25)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_max_allowed_validators(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_allowed_validators: u16,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::MaxAllowedValidators::<T>::insert(netuid, max_allowed_validators);
            Ok(())
        }

        /// Sets the owners' part of emission, in parts of 65535. For root.
        #[pallet::call_index(28)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_subnet_owner_cut(origin: OriginFor<T>, subnet_owner_cut: u16) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::SubnetOwnerCut::<T>::put(subnet_owner_cut);
            Ok(())
        }

        /// Sets how many blocks lie between two new subnets. For root.
        #[pallet::call_index(29)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_network_rate_limit(origin: OriginFor<T>, rate_limit: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::NetworkRateLimit::<T>::put(rate_limit);
            Ok(())
        }

        /// Sets the blocks of an epoch. For root.
        #[pallet::call_index(30)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_tempo(origin: OriginFor<T>, netuid: NetUid, tempo: u16) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::Tempo::<T>::insert(netuid, tempo);
            Ok(())
        }

        /// Sets how many blocks a new subnet cannot be pruned. For root.
        #[pallet::call_index(35)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_network_immunity_period(
            origin: OriginFor<T>,
            immunity_period: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::NetworkImmunityPeriod::<T>::put(immunity_period);
            Ok(())
        }

        /// Sets the least price of a subnet. For root.
        #[pallet::call_index(36)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_network_min_lock_cost(origin: OriginFor<T>, lock_cost: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::NetworkMinLockCost::<T>::put(lock_cost);
            Ok(())
        }

        /// Sets how many subnets there can be. For root.
        #[pallet::call_index(37)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_subnet_limit(origin: OriginFor<T>, max_subnets: u16) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::SubnetLimit::<T>::put(max_subnets);
            Ok(())
        }

        /// Sets how many blocks bring the price of a subnet down. For root.
        #[pallet::call_index(38)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_lock_reduction_interval(origin: OriginFor<T>, interval: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::NetworkLockReductionInterval::<T>::put(interval);
            Ok(())
        }

        /// Sets the least stake that may set weights and children. For root.
        #[pallet::call_index(42)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_stake_threshold(origin: OriginFor<T>, min_stake: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::StakeThreshold::<T>::put(min_stake);
            Ok(())
        }

        /// Sets the least stake of a nominator. For root.
        #[pallet::call_index(43)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_nominator_min_required_stake(origin: OriginFor<T>, min_stake: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::NominatorMinRequiredStake::<T>::put(min_stake);
            Ok(())
        }

        /// Sets how many blocks lie between two rises of a take. For root.
        #[pallet::call_index(45)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_tx_delegate_take_rate_limit(
            origin: OriginFor<T>,
            tx_rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::TxDelegateTakeRateLimit::<T>::put(tx_rate_limit);
            Ok(())
        }

        /// Lets stake go to other coldkeys, or not. For its owner and root.
        #[pallet::call_index(61)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_toggle_transfer(
            origin: OriginFor<T>,
            netuid: NetUid,
            toggle: bool,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::TransferToggle::<T>::insert(netuid, toggle);
            Ok(())
        }

        /// Sets how slowly the moving price follows. For root.
        #[pallet::call_index(65)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_ema_price_halving_period(
            origin: OriginFor<T>,
            netuid: NetUid,
            ema_halving: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::EMAPriceHalvingBlocks::<T>::insert(netuid, ema_halving);
            Ok(())
        }

        /// Starts trading, or stops it. For root.
        #[pallet::call_index(66)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_subtoken_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            subtoken_enabled: bool,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::SubtokenEnabled::<T>::insert(netuid, subtoken_enabled);
            Ok(())
        }

        /// Sets the hotkey that gets the owner's cut. For its owner and root.
        #[pallet::call_index(67)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_sn_owner_hotkey(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: AccountId,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::SubnetOwnerHotkey::<T>::insert(netuid, hotkey);
            Ok(())
        }

        /// Sets how many blocks after its registration a subnet may start. For root.
        #[pallet::call_index(85)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_start_call_delay(origin: OriginFor<T>, delay: u64) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::StartCallDelay::<T>::put(delay);
            Ok(())
        }

        /// Sets how many blocks an announced coldkey swap waits. For root.
        #[pallet::call_index(86)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_coldkey_swap_announcement_delay(
            origin: OriginFor<T>,
            duration: u32,
        ) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::ColdkeySwapAnnouncementDelay::<T>::put(duration);
            Ok(())
        }

        /// Sets how many blocks more until it may be announced anew. For root.
        #[pallet::call_index(87)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_coldkey_swap_reannouncement_delay(
            origin: OriginFor<T>,
            duration: u32,
        ) -> DispatchResult {
            ensure_root(origin)?;
            subtensor::ColdkeySwapReannouncementDelay::<T>::put(duration);
            Ok(())
        }

        /// Sets how many blocks halve the price of a registration. For its owner and root.
        #[pallet::call_index(89)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_burn_half_life(
            origin: OriginFor<T>,
            netuid: NetUid,
            burn_half_life: u16,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::BurnHalfLife::<T>::insert(netuid, burn_half_life);
            Self::deposit_event(Event::BurnHalfLifeSet {
                netuid,
                burn_half_life,
            });
            Ok(())
        }

        /// Sets what a registration multiplies its price with. For its owner and root.
        #[pallet::call_index(90)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_burn_increase_mult(
            origin: OriginFor<T>,
            netuid: NetUid,
            burn_increase_mult: U64F64,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::BurnIncreaseMult::<T>::insert(netuid, burn_increase_mult);
            Self::deposit_event(Event::BurnIncreaseMultSet {
                netuid,
                burn_increase_mult,
            });
            Ok(())
        }

        /// Lets a subnet get TAO, or not. For root.
        #[pallet::call_index(94)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_subnet_emission_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure_subnet::<T>(netuid)?;
            subtensor::SubnetEmissionEnabled::<T>::insert(netuid, enabled);
            Self::deposit_event(Event::SubnetEmissionEnabledSet { netuid, enabled });
            Ok(())
        }

        /// Locks the owner's cut as it comes, or not. For its owner and root.
        #[pallet::call_index(95)]
        #[pallet::weight(weight::<T>())]
        pub fn sudo_set_owner_cut_auto_lock_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            ensure_owner_or_root::<T>(origin, netuid)?;
            subtensor::OwnerCutAutoLockEnabled::<T>::insert(netuid, enabled);
            Ok(())
        }
    }
}

fn weight<T: Config>() -> (Weight, DispatchClass, Pays) {
    (
        T::DbWeight::get().reads_writes(2, 1),
        DispatchClass::Operational,
        Pays::Yes,
    )
}

fn ensure_subnet<T: Config>(netuid: NetUid) -> DispatchResult {
    ensure!(
        subtensor::NetworksAdded::<T>::get(netuid),
        Error::<T>::SubnetDoesNotExist
    );
    Ok(())
}

fn ensure_owner_or_root<T: Config>(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
    ensure_subnet::<T>(netuid)?;
    match ensure_signed_or_root(origin)? {
        Some(who) if who != subtensor::SubnetOwner::<T>::get(netuid) => Err(DispatchError::BadOrigin),
        Some(_) | None => Ok(()),
    }
}
