//! What is refused, and what is not.

use super::*;
use crate::{AccountId, Balances, Runtime, RuntimeOrigin, TAO, safe_mode, seed::tests::on_chain};
use frame_support::{assert_noop, assert_ok};
use frame_system::Error::CallFiltered;
use sp_runtime::{DispatchResult, traits::Dispatchable};

const SOMEBODY: AccountId = AccountId::new([7; 32]);

fn dispatch(origin: RuntimeOrigin, call: impl Into<RuntimeCall>) -> DispatchResult {
    call.into()
        .dispatch(origin)
        .map(drop)
        .map_err(|failed| failed.error)
}

fn alice() -> RuntimeOrigin {
    RuntimeOrigin::signed(crate::seed::path::account("//Alice"))
}

fn transfer() -> RuntimeCall {
    let transfer = pallet_balances::Call::<Runtime>::transfer_keep_alive {
        dest: SOMEBODY.into(),
        value: TAO,
    };
    transfer.into()
}

fn of(calls: Vec<RuntimeCall>) -> RuntimeCall {
    batch_all::<Runtime> {
        calls: calls.into_iter().map(GuardedCall).collect(),
    }
    .into()
}

#[test]
fn a_batch_takes_calls_but_no_batch() {
    on_chain(|| {
        assert_ok!(dispatch(alice(), of(vec![transfer(), transfer()])));
        assert_eq!(Balances::free_balance(SOMEBODY), 2 * TAO);
        let nested = of(vec![transfer(), of(vec![transfer()])]);
        assert_noop!(dispatch(alice(), nested), CallFiltered::<Runtime>);
    });
}

#[test]
fn safe_mode_stops_transfers_and_lets_commitments_through() {
    on_chain(|| {
        let force_enter = safe_mode::Call::<Runtime>::force_enter {};
        assert!(dispatch(alice(), force_enter.clone()).is_err());
        assert_ok!(dispatch(RuntimeOrigin::root(), force_enter));
        assert_noop!(dispatch(alice(), transfer()), CallFiltered::<Runtime>);
        let remark = frame_system::Call::<Runtime>::remark { remark: vec![] };
        assert_ok!(dispatch(alice(), remark));
        // It gets as far as the pallet, which does not know the account.
        let commitment = crate::commitments::Call::<Runtime>::set_commitment {
            netuid: 1,
            info: crate::commitments::CommitmentInfo {
                fields: Default::default(),
            },
        };
        assert_noop!(
            dispatch(alice(), commitment),
            crate::commitments::Error::<Runtime>::AccountNotAllowedCommit
        );
        assert_ok!(dispatch(
            RuntimeOrigin::root(),
            safe_mode::Call::<Runtime>::force_exit {}
        ));
        assert_ok!(dispatch(alice(), transfer()));
    });
}

#[test]
fn safe_mode_ends_by_itself() {
    use frame_support::traits::Hooks;
    on_chain(|| {
        assert_ok!(SafeMode::force_enter(RuntimeOrigin::root()));
        for (block, on) in [(safe_mode::DURATION, true), (safe_mode::DURATION + 1, false)] {
            crate::System::set_block_number(block);
            SafeMode::on_initialize(block);
            assert_eq!(safe_mode::EnteredUntil::<Runtime>::exists(), on);
        }
    });
}
