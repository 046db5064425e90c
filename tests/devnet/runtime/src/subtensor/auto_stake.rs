//! Where the earnings of a coldkey's miners go.

use super::{accounts::add, pallet::*, types::*};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_set_coldkey_auto_stake_hotkey(
        origin: OriginFor<T>,
        netuid: NetUid,
        hotkey: AccountId,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_subnet(netuid)?;
        ensure!(
            Uids::<T>::contains_key(netuid, &hotkey),
            Error::<T>::HotKeyNotRegisteredInSubNet
        );
        let last = AutoStakeDestination::<T>::get(&coldkey, netuid);
        ensure!(
            last.as_ref() != Some(&hotkey),
            Error::<T>::SameAutoStakeHotkeyAlreadySet
        );
        if let Some(last) = last {
            AutoStakeDestinationColdkeys::<T>::mutate(&last, netuid, |coldkeys| {
                coldkeys.retain(|other| *other != coldkey)
            });
        }
        AutoStakeDestination::<T>::insert(&coldkey, netuid, &hotkey);
        AutoStakeDestinationColdkeys::<T>::mutate(&hotkey, netuid, |coldkeys| add(coldkeys, &coldkey));
        Self::deposit_event(Event::AutoStakeDestinationSet {
            coldkey,
            netuid,
            hotkey,
        });
        Ok(())
    }
}
