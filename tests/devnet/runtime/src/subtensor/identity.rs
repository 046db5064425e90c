//! What coldkeys and subnets say about themselves: texts of limited length.

use super::{pallet::*, types::*};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

impl ChainIdentityV2 {
    fn is_valid(&self) -> bool {
        self.name.len() <= 256
            && self.url.len() <= 256
            && self.github_repo.len() <= 256
            && self.image.len() <= 1024
            && self.discord.len() <= 256
            && self.description.len() <= 1024
            && self.additional.len() <= 1024
    }
}

impl SubnetIdentityV3 {
    pub(super) fn is_valid(&self) -> bool {
        self.subnet_name.len() <= 256
            && self.github_repo.len() <= 1024
            && self.subnet_contact.len() <= 1024
            && self.subnet_url.len() <= 1024
            && self.discord.len() <= 256
            && self.description.len() <= 1024
            && self.logo_url.len() <= 1024
            && self.additional.len() <= 1024
    }
}

impl<T: Config> Pallet<T> {
    /// For coldkeys with a hotkey on some subnet.
    pub(crate) fn do_set_identity(origin: OriginFor<T>, identity: ChainIdentityV2) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        let hotkeys = OwnedHotkeys::<T>::get(&coldkey);
        let registered = hotkeys.iter().any(Self::is_registered_anywhere);
        ensure!(registered, Error::<T>::HotKeyNotRegisteredInNetwork);
        ensure!(identity.is_valid(), Error::<T>::InvalidIdentity);
        IdentitiesV2::<T>::insert(&coldkey, identity);
        Self::deposit_event(Event::ChainIdentitySet(coldkey));
        Ok(())
    }

    /// For the owner.
    pub(crate) fn do_set_subnet_identity(
        origin: OriginFor<T>,
        netuid: NetUid,
        identity: SubnetIdentityV3,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::ensure_subnet(netuid)?;
        ensure!(
            SubnetOwner::<T>::get(netuid) == coldkey,
            Error::<T>::NotSubnetOwner
        );
        Self::put_subnet_identity(netuid, identity)
    }

    pub(super) fn put_subnet_identity(netuid: NetUid, identity: SubnetIdentityV3) -> DispatchResult {
        ensure!(identity.is_valid(), Error::<T>::InvalidIdentity);
        SubnetIdentitiesV3::<T>::insert(netuid, identity);
        Self::deposit_event(Event::SubnetIdentitySet(netuid));
        Ok(())
    }
}
