//! What is turned away, in the pool and inside of other calls.

use super::chain::*;
use crate::{
    AccountId, GuardedCall, ProxyType, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System, TAO,
    extensions::SubtensorTransactionExtension, subtensor::*,
};
use codec::{Decode, Encode};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use scale_info::MetaType;
use sp_runtime::{
    DispatchError, DispatchResult, MultiAddress,
    traits::{TransactionExtension, TxBaseImplication},
    transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
};

/// What the pool says of a call.
fn in_pool(who: AccountId, call: impl Into<RuntimeCall>) -> Result<(), TransactionValidityError> {
    let call = call.into();
    let (info, origin) = (call.get_dispatch_info(), RuntimeOrigin::signed(who));
    let (implication, source) = (TxBaseImplication(()), TransactionSource::External);
    let extension = SubtensorTransactionExtension;
    extension
        .validate(origin, &call, &info, 0, (), &implication, source)
        .map(drop)
}

fn refused(code: u8) -> Result<(), TransactionValidityError> {
    Err(InvalidTransaction::Custom(code).into())
}

fn transfer() -> RuntimeCall {
    pallet_balances::Call::transfer_keep_alive {
        dest: MultiAddress::Id(BOB),
        value: TAO,
    }
    .into()
}

fn announce() -> Call<Runtime> {
    Call::announce_coldkey_swap {
        new_coldkey_hash: Default::default(),
    }
}

fn error(error: Error<Runtime>) -> DispatchError {
    error.into()
}

/// The result that a proxy's event tells.
fn proxied() -> DispatchResult {
    let mut events = System::events().into_iter().rev();
    events
        .find_map(|record| match record.event {
            RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(result),
            _ => None,
        })
        .unwrap()
}

#[test]
fn a_coldkey_that_is_being_swapped_can_do_only_that() {
    on_chain(|| {
        assert_eq!(in_pool(ALICE, transfer()), Ok(()));
        assert_ok!(signed(ALICE, announce()));
        assert_eq!(in_pool(ALICE, transfer()), refused(0));
        assert_eq!(
            in_pool(ALICE, Call::unstake_all { hotkey: ALICE_HOT }),
            refused(0)
        );
        assert_eq!(in_pool(ALICE, announce()), Ok(()));
        assert_eq!(
            in_pool(ALICE, Call::swap_coldkey_announced { new_coldkey: BOB }),
            Ok(())
        );
        assert_eq!(in_pool(ALICE, Call::clear_coldkey_swap_announcement {}), Ok(()));
        assert_eq!(in_pool(ALICE, Call::dispute_coldkey_swap {}), Ok(()));
        assert_eq!(in_pool(BOB, transfer()), Ok(()));
        assert_ok!(signed(ALICE, Call::dispute_coldkey_swap {}));
        assert_eq!(in_pool(ALICE, announce()), refused(21));
        assert_eq!(in_pool(ALICE, transfer()), refused(21));
    });
}

#[test]
fn takes_are_checked_in_the_pool() {
    let take = |hotkey, take| Call::<Runtime>::increase_take { hotkey, take };
    on_chain(|| {
        assert_eq!(in_pool(ALICE, take(account(1), 1)), refused(4));
        assert_eq!(in_pool(ALICE, take(BOB_HOT, 1)), refused(25));
        assert_eq!(in_pool(ALICE, take(ALICE_HOT, 30_000)), refused(27));
        MinDelegateTake::<Runtime>::put(10);
        assert_eq!(in_pool(ALICE, take(ALICE_HOT, 9)), refused(26));
        // What is only not higher fails in the block.
        assert_eq!(in_pool(ALICE, take(ALICE_HOT, 11_796)), Ok(()));
    });
}

#[test]
fn endpoints_are_checked_in_the_pool() {
    let axon = |ip, port, ip_type| Call::<Runtime>::serve_axon {
        netuid: FIRST,
        version: 1,
        ip,
        port,
        ip_type,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
    };
    on_chain(|| {
        assert_eq!(in_pool(BOB_HOT, axon(2, 1, 4)), refused(10));
        assert_eq!(in_pool(ALICE_HOT, axon(u128::MAX, 1, 4)), refused(11));
        assert_eq!(in_pool(ALICE_HOT, axon(2, 0, 4)), refused(13));
        assert_eq!(in_pool(ALICE_HOT, axon(2, 1, 3)), refused(255));
        assert_eq!(in_pool(ALICE_HOT, axon(0, 1, 4)), Ok(()));
        assert_ok!(signed(ALICE_HOT, axon(0, 1, 4)));
        assert_eq!(in_pool(ALICE_HOT, axon(0, 1, 4)), refused(12));
        let metrics = Call::<Runtime>::serve_prometheus {
            netuid: FIRST,
            version: 1,
            ip: 2,
            port: 0,
            ip_type: 4,
        };
        assert_eq!(in_pool(ALICE_HOT, metrics), refused(13));
    });
}

#[test]
fn new_subnets_are_rate_limited_in_the_pool() {
    on_chain(|| {
        let network = || Call::<Runtime>::register_network { hotkey: account(1) };
        assert_eq!(in_pool(BOB, network()), Ok(()));
        assert_ok!(signed(BOB, network()));
        assert_eq!(
            in_pool(ALICE, Call::register_network { hotkey: account(2) }),
            refused(6)
        );
    });
}

#[test]
fn a_proxy_cannot_move_what_its_frozen_account_cannot() {
    on_chain(|| {
        let proxy_type = ProxyType::Any;
        let add = pallet_proxy::Call::add_proxy {
            delegate: MultiAddress::Id(BOB),
            proxy_type,
            delay: 0,
        };
        assert_ok!(dispatch(RuntimeOrigin::signed(ALICE), add.into()));
        let by_proxy = |call: RuntimeCall| {
            let (real, call) = (MultiAddress::Id(ALICE), Box::new(GuardedCall(call)));
            let proxy = pallet_proxy::Call::proxy {
                real,
                force_proxy_type: None,
                call,
            };
            assert_ok!(dispatch(RuntimeOrigin::signed(BOB), proxy.into()));
            proxied()
        };
        assert_eq!(by_proxy(transfer()), Ok(()));
        let high = Call::increase_take {
            hotkey: ALICE_HOT,
            take: 30_000,
        };
        assert_eq!(by_proxy(high.into()), Err(error(Error::DelegateTakeTooHigh)));
        assert_ok!(signed(ALICE, announce()));
        assert_eq!(by_proxy(transfer()), Err(error(Error::ColdkeySwapAnnounced)));
        assert_eq!(by_proxy(Call::dispute_coldkey_swap {}.into()), Ok(()));
        assert_eq!(
            by_proxy(announce().into()),
            Err(error(Error::ColdkeySwapDisputed))
        );
    });
}

#[test]
fn a_batch_fails_with_the_guards_error() {
    on_chain(|| {
        let high = Call::increase_take {
            hotkey: ALICE_HOT,
            take: 30_000,
        };
        let calls = vec![GuardedCall(transfer()), GuardedCall(high.into())];
        let batch = pallet_utility::Call::batch_all { calls };
        let origin = RuntimeOrigin::signed(ALICE);
        assert_noop!(
            sp_runtime::traits::Dispatchable::dispatch(RuntimeCall::from(batch), origin)
                .map_err(|failed| failed.error),
            error(Error::DelegateTakeTooHigh)
        );
    });
}

#[test]
fn a_guarded_call_is_the_call_itself_on_the_wire() {
    let call = transfer();
    let guarded = GuardedCall(call.clone());
    assert_eq!(guarded.encode(), call.encode());
    assert_eq!(GuardedCall::decode(&mut &call.encode()[..]), Ok(guarded));
    assert_eq!(MetaType::new::<GuardedCall>(), MetaType::new::<RuntimeCall>());
}
