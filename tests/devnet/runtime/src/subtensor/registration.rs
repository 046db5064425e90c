//! Registering hotkeys: on subnets for a price that halves with time and rises with each registration, on root for
//! stake.

use super::{pallet::*, trade::Fee, types::*};
use crate::swap::{Fill, Ratio, SCALE, Side, decay, mul_div};
use frame_support::ensure;
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::{DispatchError, DispatchResult};

/// How many times the target an interval allows.
const REGISTRATIONS_PER_TARGET: u16 = 3;

/// The most neurons of root.
const MOST_ON_ROOT: u16 = 64;

/// The natural logarithm of 2, in parts of 10^18.
const LN_2: u64 = 693_147_180_559_945_309;

/// How the price of a registration falls within one block.
#[derive(Default)]
pub(super) struct BurnDecay {
    half_life: u16,
    factor: u64,
}

impl BurnDecay {
    /// What is left of the price after a block, in parts of 10^18. Most subnets have the same half-life: the last
    /// answer is kept.
    fn factor(&mut self, half_life: u16) -> u64 {
        if self.half_life != half_life {
            let exponent = Ratio::new(LN_2, u128::from(SCALE) * u128::from(half_life));
            *self = Self {
                half_life,
                factor: decay(exponent),
            };
        }
        self.factor
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_burned_register(
        origin: OriginFor<T>,
        netuid: NetUid,
        hotkey: AccountId,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::register(&coldkey, netuid, hotkey, TaoBalance::MAX)
    }

    pub(crate) fn do_register_limit(
        origin: OriginFor<T>,
        netuid: NetUid,
        hotkey: AccountId,
        limit_price: u64,
    ) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        Self::register(&coldkey, netuid, hotkey, limit_price)
    }

    /// Registers a hotkey if the price is at most `most`.
    fn register(coldkey: &AccountId, netuid: NetUid, hotkey: AccountId, most: TaoBalance) -> DispatchResult {
        ensure!(netuid != ROOT, Error::<T>::RegistrationNotPermittedOnRootSubnet);
        Self::ensure_subnet(netuid)?;
        ensure!(
            NetworkRegistrationAllowed::<T>::get(netuid),
            Error::<T>::SubNetRegistrationDisabled
        );
        Self::ensure_registration_rate(netuid)?;
        ensure!(
            !Uids::<T>::contains_key(netuid, &hotkey),
            Error::<T>::HotKeyAlreadyRegisteredInSubNet
        );
        let price = Burn::<T>::get(netuid);
        ensure!(price <= most, Error::<T>::RegistrationPriceLimitExceeded);
        ensure!(
            price <= Self::spendable(coldkey),
            Error::<T>::NotEnoughBalanceToStake
        );
        Self::create_hotkey(coldkey, &hotkey);
        ensure!(Self::owns(coldkey, &hotkey), Error::<T>::NonAssociatedColdKey);
        let uid = Self::free_uid(netuid)?;
        Self::buy_and_burn(coldkey, netuid, price)?;
        Self::put_neuron(netuid, uid, &hotkey);
        Self::count_registration(netuid);
        Self::raise_burn(netuid, price);
        Self::deposit_event(Event::NeuronRegistered(netuid, uid, hotkey));
        Ok(())
    }

    /// For hotkeys that are on some subnet. When root is full, more stake takes the place of less.
    pub(crate) fn do_root_register(origin: OriginFor<T>, hotkey: AccountId) -> DispatchResult {
        let coldkey = ensure_signed(origin)?;
        ensure!(Self::subnet_exists(ROOT), Error::<T>::RootNetworkDoesNotExist);
        Self::ensure_registration_rate(ROOT)?;
        ensure!(
            !Uids::<T>::contains_key(ROOT, &hotkey),
            Error::<T>::HotKeyAlreadyRegisteredInSubNet
        );
        ensure!(
            Self::is_registered_anywhere(&hotkey),
            Error::<T>::HotKeyNotRegisteredInNetwork
        );
        ensure!(Self::owns(&coldkey, &hotkey), Error::<T>::NonAssociatedColdKey);
        let uid = Self::root_uid(&hotkey)?;
        Self::put_neuron(ROOT, uid, &hotkey);
        Self::count_registration(ROOT);
        Self::deposit_event(Event::NeuronRegistered(ROOT, uid, hotkey));
        Ok(())
    }

    fn root_uid(hotkey: &AccountId) -> Result<u16, DispatchError> {
        let count = SubnetworkN::<T>::get(ROOT);
        if count < MaxAllowedUids::<T>::get(ROOT).min(MOST_ON_ROOT) {
            return Ok(count);
        }
        let stakes = (0..count).map(|uid| (TotalHotkeyAlpha::<T>::get(Keys::<T>::get(ROOT, uid), ROOT), uid));
        let (least, uid) = stakes.min().ok_or(Error::<T>::NoNeuronIdAvailable)?;
        ensure!(
            TotalHotkeyAlpha::<T>::get(hotkey, ROOT) > least,
            Error::<T>::StakeTooLowForRoot
        );
        Ok(uid)
    }

    fn ensure_registration_rate(netuid: NetUid) -> DispatchResult {
        let in_block = RegistrationsThisBlock::<T>::get(netuid);
        ensure!(
            in_block < MaxRegistrationsPerBlock::<T>::get(netuid),
            Error::<T>::TooManyRegistrationsThisBlock
        );
        let target = TargetRegistrationsPerInterval::<T>::get(netuid);
        ensure!(
            RegistrationsThisInterval::<T>::get(netuid) < target.saturating_mul(REGISTRATIONS_PER_TARGET),
            Error::<T>::TooManyRegistrationsThisInterval
        );
        Ok(())
    }

    /// Pays the price into the subnet's pool; nobody gets the alpha. A pool too small to sell keeps the TAO.
    fn buy_and_burn(coldkey: &AccountId, netuid: NetUid, price: TaoBalance) -> DispatchResult {
        let fill = Self::quote(netuid, Side::Buy, price, Fee::Free);
        let fill = fill.unwrap_or(Fill {
            paid: price,
            ..Fill::default()
        });
        Self::pay(coldkey, &Self::subnet_account(netuid), price)?;
        Self::settle_buy(netuid, fill);
        let spent = RAORecycledForRegistration::<T>::get(netuid).saturating_add(price);
        RAORecycledForRegistration::<T>::insert(netuid, spent);
        Self::deposit_event(Event::RAORecycledForRegistrationSet(netuid, spent));
        Ok(())
    }

    fn count_registration(netuid: NetUid) {
        RegistrationsThisBlock::<T>::mutate(netuid, |count| *count = count.saturating_add(1));
        RegistrationsThisInterval::<T>::mutate(netuid, |count| *count = count.saturating_add(1));
        BurnRegistrationsThisInterval::<T>::mutate(netuid, |count| *count = count.saturating_add(1));
    }

    fn raise_burn(netuid: NetUid, price: TaoBalance) {
        let multiple = BurnIncreaseMult::<T>::get(netuid).bits;
        Self::put_burn(netuid, mul_div(price, multiple, 1u128 << 64));
    }

    /// Lets the price of a subnet fall for one block.
    pub(super) fn lower_burn(netuid: NetUid, decay: &mut BurnDecay) {
        let (price, half_life) = (Burn::<T>::get(netuid), BurnHalfLife::<T>::get(netuid));
        if half_life == 0 {
            return;
        }
        Self::put_burn(netuid, mul_div(price, decay.factor(half_life), SCALE));
    }

    fn put_burn(netuid: NetUid, price: TaoBalance) {
        let price = price
            .min(MaxBurn::<T>::get(netuid))
            .max(MinBurn::<T>::get(netuid));
        Burn::<T>::insert(netuid, price);
    }

    /// Starts counting a subnet's registrations anew where a block or an interval has ended.
    pub(super) fn renew_registrations(netuid: NetUid) {
        if RegistrationsThisBlock::<T>::get(netuid) > 0 {
            RegistrationsThisBlock::<T>::remove(netuid);
        }
        let interval = u64::from(AdjustmentInterval::<T>::get(netuid));
        if Self::now() < LastAdjustmentBlock::<T>::get(netuid).saturating_add(interval) {
            return;
        }
        LastAdjustmentBlock::<T>::insert(netuid, Self::now());
        RegistrationsThisInterval::<T>::remove(netuid);
        BurnRegistrationsThisInterval::<T>::remove(netuid);
    }
}
