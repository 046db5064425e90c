//! Hotkeys that belong to nobody yet.

use super::{pallet::*, types::*};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    /// A hotkey that has an owner keeps it; that is no failure.
    pub(crate) fn do_try_associate_hotkey(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::create_hotkey(&coldkey, &hotkey);
        Ok(())
    }
}
