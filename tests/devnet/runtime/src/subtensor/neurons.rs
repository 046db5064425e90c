//! The neurons of a subnet: which hotkey has which id, and what is kept about each id.

use super::{pallet::*, types::*};
use alloc::vec::Vec;
use core::cmp::Reverse;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// The hotkeys of a subnet, by id.
    pub fn neurons(netuid: NetUid) -> Vec<AccountId> {
        (0..SubnetworkN::<T>::get(netuid))
            .map(|uid| Keys::<T>::get(netuid, uid))
            .collect()
    }

    /// Whether a hotkey is on any subnet.
    pub fn is_registered_anywhere(hotkey: &AccountId) -> bool {
        IsNetworkMember::<T>::iter_prefix_values(hotkey).any(|member| member)
    }

    /// The id of the next neuron: a new one while there is room, else that of the neuron with the least emission.
    pub(super) fn free_uid(netuid: NetUid) -> Result<u16, DispatchError> {
        let count = SubnetworkN::<T>::get(netuid);
        if count < MaxAllowedUids::<T>::get(netuid) {
            return Ok(count);
        }
        let owner = SubnetOwnerHotkey::<T>::get(netuid);
        let emission = Emission::<T>::get(netuid);
        let worst = (0..count)
            .filter(|uid| Keys::<T>::get(netuid, uid) != owner)
            .min_by_key(|uid| {
                let earned = emission.get(usize::from(*uid)).copied().unwrap_or_default();
                let since = BlockAtRegistration::<T>::get(netuid, uid);
                (Self::is_immune(netuid, since), earned, since, Reverse(*uid))
            });
        Ok(worst.ok_or(Error::<T>::NoNeuronIdAvailable)?)
    }

    /// Whether a neuron is too young to be replaced while there is an older one.
    fn is_immune(netuid: NetUid, since: u64) -> bool {
        Self::now() < since.saturating_add(u64::from(ImmunityPeriod::<T>::get(netuid)))
    }

    /// Gives an id to a hotkey, in place of whoever has it.
    pub(crate) fn put_neuron(netuid: NetUid, uid: u16, hotkey: &AccountId) {
        if Keys::<T>::contains_key(netuid, uid) {
            Self::forget_hotkey(netuid, &Keys::<T>::get(netuid, uid));
        }
        Uids::<T>::insert(netuid, hotkey, uid);
        Keys::<T>::insert(netuid, uid, hotkey);
        IsNetworkMember::<T>::insert(hotkey, netuid, true);
        BlockAtRegistration::<T>::insert(netuid, uid, Self::now());
        SubnetworkN::<T>::mutate(netuid, |count| *count = (*count).max(uid.saturating_add(1)));
        Self::reset_neuron(netuid, uid);
    }

    /// Removes what a subnet keeps about a hotkey that is a neuron no more.
    pub(super) fn forget_hotkey(netuid: NetUid, hotkey: &AccountId) {
        Uids::<T>::remove(netuid, hotkey);
        IsNetworkMember::<T>::remove(hotkey, netuid);
        Axons::<T>::remove(netuid, hotkey);
        NeuronCertificates::<T>::remove(netuid, hotkey);
        Prometheus::<T>::remove(netuid, hotkey);
    }

    /// Clears what is kept by id.
    fn reset_neuron(netuid: NetUid, uid: u16) {
        Weights::<T>::remove(netuid, uid);
        Bonds::<T>::remove(netuid, uid);
        AssociatedEvmAddress::<T>::remove(netuid, uid);
        Active::<T>::mutate(netuid, |active| put_at(active, uid, true));
        Consensus::<T>::mutate(netuid, |consensus| put_at(consensus, uid, 0));
        Incentive::<T>::mutate(netuid, |incentive| put_at(incentive, uid, 0));
        Dividends::<T>::mutate(netuid, |dividends| put_at(dividends, uid, 0));
        Emission::<T>::mutate(netuid, |emission| put_at(emission, uid, 0));
        LastUpdate::<T>::mutate(netuid, |update| put_at(update, uid, Self::now()));
        ValidatorTrust::<T>::mutate(netuid, |trust| put_at(trust, uid, 0));
        ValidatorPermit::<T>::mutate(netuid, |permit| put_at(permit, uid, false));
    }

    /// Puts a hotkey in the place of another; everything that is kept by id stays.
    pub(super) fn rename_neuron(netuid: NetUid, old: &AccountId, new: &AccountId) {
        let Some(uid) = Uids::<T>::take(netuid, old) else {
            return;
        };
        Uids::<T>::insert(netuid, new, uid);
        Keys::<T>::insert(netuid, uid, new);
        IsNetworkMember::<T>::remove(old, netuid);
        IsNetworkMember::<T>::insert(new, netuid, true);
        Axons::<T>::swap(netuid, old, netuid, new);
        NeuronCertificates::<T>::swap(netuid, old, netuid, new);
        Prometheus::<T>::swap(netuid, old, netuid, new);
    }
}

/// Sets one element, and makes room for it.
fn put_at<V: Clone + Default>(values: &mut Vec<V>, uid: u16, value: V) {
    let index = usize::from(uid);
    if values.len() <= index {
        values.resize(index + 1, V::default());
    }
    if let Some(place) = values.get_mut(index) {
        *place = value;
    }
}
