//! Registering hotkeys.

use super::chain::*;
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};

fn burned(hotkey: AccountId) -> Call<Runtime> {
    Call::burned_register {
        netuid: FIRST,
        hotkey,
    }
}

fn limited(hotkey: AccountId, limit_price: u64) -> Call<Runtime> {
    Call::register_limit {
        netuid: FIRST,
        hotkey,
        limit_price,
    }
}

#[test]
fn a_registration_buys_alpha_for_nobody() {
    on_chain(|| {
        let price = Burn::<Runtime>::get(FIRST);
        let (tao, outside) = (
            SubnetTAO::<Runtime>::get(FIRST),
            SubnetAlphaOut::<Runtime>::get(FIRST),
        );
        assert_ok!(signed(BOB, burned(BOB_HOT)));
        assert!(happened(Event::NeuronRegistered(FIRST, 1, BOB_HOT)));
        assert!(happened(Event::RAORecycledForRegistrationSet(FIRST, price)));
        assert_eq!(free(&BOB), FUNDS - price);
        assert_eq!(SubnetTAO::<Runtime>::get(FIRST), tao + price);
        assert!(SubnetAlphaOut::<Runtime>::get(FIRST) > outside);
        assert_eq!(TotalHotkeyAlpha::<Runtime>::get(BOB_HOT, FIRST), 0);
        assert_eq!(Keys::<Runtime>::get(FIRST, 1), BOB_HOT);
        assert_eq!(Uids::<Runtime>::get(FIRST, BOB_HOT), Some(1));
        assert_eq!(Emission::<Runtime>::get(FIRST).len(), 2);
    });
}

#[test]
fn the_price_rises_with_a_registration_and_halves_in_its_time() {
    on_chain(|| {
        let price = Burn::<Runtime>::get(FIRST);
        assert_ok!(signed(BOB, burned(BOB_HOT)));
        assert_eq!(Burn::<Runtime>::get(FIRST), price * 126 / 100);
        Burn::<Runtime>::insert(FIRST, TAO);
        run_to(361);
        let halved = Burn::<Runtime>::get(FIRST);
        assert!((TAO / 2 - 1_000..=TAO / 2).contains(&halved), "{halved}");
        run_to(9_000);
        assert_eq!(Burn::<Runtime>::get(FIRST), MinBurn::<Runtime>::get(FIRST));
    });
}

#[test]
fn the_price_keeps_within_its_bounds() {
    on_chain(|| {
        MaxBurn::<Runtime>::insert(FIRST, Burn::<Runtime>::get(FIRST) + 1);
        assert_ok!(signed(BOB, burned(BOB_HOT)));
        assert_eq!(Burn::<Runtime>::get(FIRST), MaxBurn::<Runtime>::get(FIRST));
    });
}

#[test]
fn a_limit_stops_a_registration() {
    on_chain(|| {
        let price = Burn::<Runtime>::get(FIRST);
        let exceeded = Error::<Runtime>::RegistrationPriceLimitExceeded;
        assert_noop!(signed(BOB, limited(BOB_HOT, price - 1)), exceeded);
        assert_ok!(signed(BOB, limited(BOB_HOT, price)));
    });
}

#[test]
fn a_registration_has_conditions() {
    on_chain(|| {
        let fails = |who, call, error: Error<Runtime>| {
            assert_noop!(signed(who, call), error);
        };
        let on = |netuid| Call::burned_register {
            netuid,
            hotkey: BOB_HOT,
        };
        fails(BOB, on(99), Error::SubnetNotExists);
        fails(BOB, on(ROOT), Error::RegistrationNotPermittedOnRootSubnet);
        fails(BOB, burned(ALICE_HOT), Error::HotKeyAlreadyRegisteredInSubNet);
        SubtensorModule::create_hotkey(&ALICE, &account(1));
        fails(BOB, burned(account(1)), Error::NonAssociatedColdKey);
        leave(&CAROL, 1_000);
        fails(CAROL, burned(account(2)), Error::NotEnoughBalanceToStake);
        NetworkRegistrationAllowed::<Runtime>::insert(FIRST, false);
        fails(BOB, burned(BOB_HOT), Error::SubNetRegistrationDisabled);
    });
}

#[test]
fn blocks_and_intervals_allow_only_so_many() {
    on_chain(|| {
        assert_ok!(signed(BOB, burned(account(1))));
        assert_noop!(
            signed(BOB, burned(account(2))),
            Error::<Runtime>::TooManyRegistrationsThisBlock
        );
        MaxRegistrationsPerBlock::<Runtime>::insert(FIRST, 100);
        for index in 2..=6 {
            assert_ok!(signed(BOB, burned(account(index))));
        }
        assert_noop!(
            signed(BOB, burned(account(7))),
            Error::<Runtime>::TooManyRegistrationsThisInterval
        );
        run_to(102);
        assert_ok!(signed(BOB, burned(account(7))));
    });
}

#[test]
fn a_full_subnet_replaces_the_neuron_that_earns_least() {
    on_chain(|| {
        MaxAllowedUids::<Runtime>::insert(FIRST, 3);
        ImmunityPeriod::<Runtime>::insert(FIRST, 5);
        register(FIRST, BOB, account(1));
        register(FIRST, BOB, account(2));
        Emission::<Runtime>::insert(FIRST, vec![0, 7, 5]);
        jump_to(20);
        assert_ok!(signed(BOB, burned(BOB_HOT)));
        assert!(happened(Event::NeuronRegistered(FIRST, 2, BOB_HOT)));
        assert_eq!(Uids::<Runtime>::get(FIRST, account(2)), None);
        assert!(!IsNetworkMember::<Runtime>::get(account(2), FIRST));
        // The new neuron earns nothing, but it is young.
        RegistrationsThisBlock::<Runtime>::remove(FIRST);
        assert_ok!(signed(BOB, burned(account(3))));
        assert!(happened(Event::NeuronRegistered(FIRST, 1, account(3))));
        MaxAllowedUids::<Runtime>::insert(SECOND, 1);
        let call = Call::burned_register {
            netuid: SECOND,
            hotkey: BOB_HOT,
        };
        assert_noop!(signed(BOB, call), Error::<Runtime>::NoNeuronIdAvailable);
    });
}

#[test]
fn root_is_for_neurons_and_for_stake_when_it_is_full() {
    let root = |hotkey| Call::root_register { hotkey };
    on_chain(|| {
        let absent = Error::<Runtime>::HotKeyNotRegisteredInNetwork;
        assert_noop!(signed(BOB, root(BOB_HOT)), absent);
        assert_noop!(
            signed(BOB, root(ALICE_HOT)),
            Error::<Runtime>::NonAssociatedColdKey
        );
        assert_ok!(signed(ALICE, root(ALICE_HOT)));
        assert!(happened(Event::NeuronRegistered(ROOT, 0, ALICE_HOT)));
        register(FIRST, BOB, BOB_HOT);
        assert_noop!(
            signed(BOB, root(BOB_HOT)),
            Error::<Runtime>::TooManyRegistrationsThisBlock
        );
        RegistrationsThisBlock::<Runtime>::remove(ROOT);
        assert_noop!(
            signed(ALICE, root(ALICE_HOT)),
            Error::<Runtime>::HotKeyAlreadyRegisteredInSubNet
        );
        MaxAllowedUids::<Runtime>::insert(ROOT, 1);
        stake(ALICE, ALICE_HOT, ROOT, TAO);
        assert_noop!(signed(BOB, root(BOB_HOT)), Error::<Runtime>::StakeTooLowForRoot);
        stake(BOB, BOB_HOT, ROOT, 2 * TAO);
        assert_ok!(signed(BOB, root(BOB_HOT)));
        assert_eq!(Keys::<Runtime>::get(ROOT, 0), BOB_HOT);
        NetworksAdded::<Runtime>::remove(ROOT);
        assert_noop!(
            signed(ALICE, root(ALICE_HOT)),
            Error::<Runtime>::RootNetworkDoesNotExist
        );
    });
}
