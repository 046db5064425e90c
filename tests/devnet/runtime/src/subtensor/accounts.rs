//! Who owns what: hotkeys and their coldkeys, the accounts that hold the pools' TAO, and moving TAO between them.

use super::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::{
    PalletId, ensure,
    traits::{
        Get,
        fungible::{Inspect, Mutate},
        tokens::{Fortitude, Precision, Preservation},
    },
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion, traits::AccountIdConversion};

/// What the accounts of subnets are derived from.
const SUBNETS: PalletId = PalletId(*b"subtensr");

type Balances<T> = pallet_balances::Pallet<T>;

impl<T: Config> Pallet<T> {
    /// The number of this block.
    pub fn now() -> u64 {
        frame_system::Pallet::<T>::block_number().saturated_into()
    }

    /// The account that holds the TAO of a subnet's pool, root included.
    pub fn subnet_account(netuid: NetUid) -> AccountId {
        SUBNETS.into_sub_account_truncating(netuid)
    }

    /// Whether there is such a subnet. Root is one.
    pub fn subnet_exists(netuid: NetUid) -> bool {
        NetworksAdded::<T>::get(netuid)
    }

    /// Fails unless there is such a subnet.
    pub fn ensure_subnet(netuid: NetUid) -> DispatchResult {
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        Ok(())
    }

    /// Fails unless trading has started on the subnet.
    pub fn ensure_trading(netuid: NetUid) -> DispatchResult {
        ensure!(SubtokenEnabled::<T>::get(netuid), Error::<T>::SubtokenDisabled);
        Ok(())
    }

    /// All subnets, root included, in order.
    pub fn subnets() -> Vec<NetUid> {
        let mut netuids: Vec<NetUid> = NetworksAdded::<T>::iter()
            .filter_map(|(netuid, added)| added.then_some(netuid))
            .collect();
        netuids.sort_unstable();
        netuids
    }

    /// Whether the hotkey has an owner.
    pub fn hotkey_exists(hotkey: &AccountId) -> bool {
        Owner::<T>::contains_key(hotkey)
    }

    /// Fails unless the hotkey has an owner.
    pub fn ensure_hotkey(hotkey: &AccountId) -> DispatchResult {
        ensure!(Self::hotkey_exists(hotkey), Error::<T>::HotKeyAccountNotExists);
        Ok(())
    }

    /// Whether the coldkey owns the hotkey.
    pub fn owns(coldkey: &AccountId, hotkey: &AccountId) -> bool {
        Self::hotkey_exists(hotkey) && Owner::<T>::get(hotkey) == *coldkey
    }

    /// Makes the coldkey the owner of a hotkey that has none; nothing happens to one that has.
    pub fn create_hotkey(coldkey: &AccountId, hotkey: &AccountId) {
        if Self::hotkey_exists(hotkey) {
            return;
        }
        Owner::<T>::insert(hotkey, coldkey);
        OwnedHotkeys::<T>::mutate(coldkey, |hotkeys| add(hotkeys, hotkey));
        StakingHotkeys::<T>::mutate(coldkey, |hotkeys| add(hotkeys, hotkey));
    }

    /// The TAO that an account can spend and stay alive, in rao.
    pub fn spendable(who: &AccountId) -> TaoBalance {
        Balances::<T>::reducible_balance(who, Preservation::Preserve, Fortitude::Polite)
    }

    /// Moves TAO; the payer stays alive.
    pub fn pay(from: &AccountId, to: &AccountId, amount: TaoBalance) -> DispatchResult {
        Balances::<T>::transfer(from, to, amount, Preservation::Preserve)?;
        Ok(())
    }

    /// Moves TAO out of a subnet's account, to the last rao if need be.
    pub fn pay_from_subnet(netuid: NetUid, to: &AccountId, amount: TaoBalance) -> DispatchResult {
        Balances::<T>::transfer(
            &Self::subnet_account(netuid),
            to,
            amount,
            Preservation::Expendable,
        )?;
        Ok(())
    }

    /// Destroys TAO, so that it can be emitted again.
    pub fn recycle_tao(who: &AccountId, amount: TaoBalance) -> DispatchResult {
        Balances::<T>::burn_from(
            who,
            amount,
            Preservation::Preserve,
            Precision::Exact,
            Fortitude::Polite,
        )?;
        TotalIssuance::<T>::mutate(|issuance| *issuance = issuance.saturating_sub(amount));
        Ok(())
    }

    /// Makes TAO: what a block emits.
    pub fn emit_tao(to: &AccountId, amount: TaoBalance) -> Result<(), DispatchError> {
        Balances::<T>::mint_into(to, amount)?;
        TotalIssuance::<T>::mutate(|issuance| *issuance = issuance.saturating_add(amount));
        Ok(())
    }

    /// The account that trading fees go to: the block's author, or nobody in a block without one.
    pub fn block_author() -> Option<AccountId> {
        <T as Config>::BlockAuthor::get()
    }
}

/// Adds an account to a list that has each of them once.
pub(super) fn add(accounts: &mut Vec<AccountId>, account: &AccountId) {
    if !accounts.contains(account) {
        accounts.push(account.clone());
    }
}
