//! Crowdloans from their opening to their end, on the real runtime.

use super::*;
use crate::{Balances, Crowdloan, Runtime, RuntimeGenesisConfig, RuntimeOrigin, System};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::BuildStorage;

const CREATOR: AccountId = AccountId::new([1; 32]);
const ONE: AccountId = AccountId::new([2; 32]);
const OTHER: AccountId = AccountId::new([3; 32]);
const TARGET: AccountId = AccountId::new([9; 32]);
const END: BlockNumber = 60_000;

type Failure = Error<Runtime>;

fn on_chain(test: impl FnOnce()) {
    let mut genesis = RuntimeGenesisConfig::default();
    genesis.balances.balances = [CREATOR, ONE, OTHER].map(|who| (who, 1_000 * TAO)).into();
    let storage = genesis.build_storage().expect("genesis builds");
    sp_io::TestExternalities::new(storage).execute_with(|| {
        System::set_block_number(1);
        test()
    });
}

fn signed(who: AccountId) -> RuntimeOrigin {
    RuntimeOrigin::signed(who)
}

/// Opens crowdloan 0: 10 TAO of 30, at least 1 TAO at a time.
fn open() {
    assert_ok!(Crowdloan::create(
        signed(CREATOR),
        10 * TAO,
        TAO,
        30 * TAO,
        END,
        None,
        Some(TARGET)
    ));
}

fn raised() -> Balance {
    let loan = Crowdloans::<Runtime>::get(0).expect("it is open");
    assert_eq!(Balances::free_balance(&loan.funds_account), loan.raised);
    loan.raised
}

#[test]
fn what_is_raised_goes_to_the_target() {
    on_chain(|| {
        open();
        assert_ok!(Crowdloan::contribute(signed(ONE), 0, 15 * TAO));
        assert_noop!(Crowdloan::finalize(signed(CREATOR), 0), Failure::CapNotRaised);
        // Only what is missing is taken.
        assert_ok!(Crowdloan::contribute(signed(OTHER), 0, 15 * TAO));
        assert_eq!(Contributions::<Runtime>::get(0, OTHER), Some(5 * TAO));
        assert_noop!(Crowdloan::contribute(signed(ONE), 0, TAO), Failure::CapRaised);
        assert_noop!(Crowdloan::finalize(signed(ONE), 0), Failure::InvalidOrigin);
        assert_ok!(Crowdloan::finalize(signed(CREATOR), 0));
        assert_eq!(Balances::free_balance(TARGET), 30 * TAO);
        assert_noop!(Crowdloan::withdraw(signed(ONE), 0), Failure::AlreadyFinalized);
    });
}

#[test]
fn a_call_is_made_with_what_is_raised() {
    on_chain(|| {
        let remark = frame_system::Call::remark_with_event { remark: vec![1] };
        let call = Box::new(crate::GuardedCall(remark.into()));
        assert_ok!(Crowdloan::create(
            signed(CREATOR),
            10 * TAO,
            TAO,
            11 * TAO,
            END,
            Some(call),
            None
        ));
        assert_ok!(Crowdloan::contribute(signed(ONE), 0, TAO));
        assert_ok!(Crowdloan::finalize(signed(CREATOR), 0));
        let remarked = |event: &crate::RuntimeEvent| matches!(event, crate::RuntimeEvent::System(frame_system::Event::Remarked { sender, .. }) if *sender == CREATOR);
        assert!(System::events().iter().any(|record| remarked(&record.event)));
        assert_eq!(CurrentCrowdloanId::<Runtime>::get(), None);
    });
}

#[test]
fn contributions_come_back() {
    on_chain(|| {
        open();
        assert_ok!(Crowdloan::contribute(signed(CREATOR), 0, 2 * TAO));
        assert_ok!(Crowdloan::contribute(signed(ONE), 0, 3 * TAO));
        assert_ok!(Crowdloan::contribute(signed(OTHER), 0, 4 * TAO));
        assert_eq!(raised(), 19 * TAO);

        assert_ok!(Crowdloan::withdraw(signed(ONE), 0));
        assert_noop!(Crowdloan::withdraw(signed(ONE), 0), Failure::NoContribution);
        assert_ok!(Crowdloan::withdraw(signed(CREATOR), 0));
        assert_noop!(
            Crowdloan::withdraw(signed(CREATOR), 0),
            Failure::DepositCannotBeWithdrawn
        );
        assert_eq!(raised(), 14 * TAO);

        assert_noop!(
            Crowdloan::dissolve(signed(CREATOR), 0),
            Failure::NotReadyToDissolve
        );
        assert_ok!(Crowdloan::refund(signed(CREATOR), 0));
        assert_ok!(Crowdloan::dissolve(signed(CREATOR), 0));
        for who in [CREATOR, ONE, OTHER] {
            assert_eq!(Balances::free_balance(who), 1_000 * TAO);
        }
        assert_noop!(Crowdloan::withdraw(signed(OTHER), 0), Failure::InvalidCrowdloanId);
    });
}

#[test]
fn the_limits_hold() {
    on_chain(|| {
        let create = |deposit, min, cap, end, target| {
            Crowdloan::create(signed(CREATOR), deposit, min, cap, end, None, target)
        };
        let target = Some(TARGET);
        assert_noop!(
            create(10 * TAO, TAO, 30 * TAO, END, None),
            Failure::InvalidFinalizationConfig
        );
        assert_noop!(
            create(9 * TAO, TAO, 30 * TAO, END, target.clone()),
            Failure::DepositTooLow
        );
        assert_noop!(
            create(10 * TAO, TAO, 10 * TAO, END, target.clone()),
            Failure::CapTooLow
        );
        assert_noop!(
            create(10 * TAO, TAO / 20, 30 * TAO, END, target.clone()),
            Failure::MinimumContributionTooLow
        );
        assert_noop!(
            create(10 * TAO, TAO, 30 * TAO, 1, target.clone()),
            Failure::CannotEndInPast
        );
        assert_noop!(
            create(10 * TAO, TAO, 30 * TAO, 50_400, target.clone()),
            Failure::BlockDurationTooShort
        );
        assert_noop!(
            create(10 * TAO, TAO, 30 * TAO, 432_002, target.clone()),
            Failure::BlockDurationTooLong
        );
        assert_noop!(
            create(2_000 * TAO, TAO, 3_000 * TAO, END, target),
            Failure::InsufficientBalance
        );

        open();
        assert_noop!(
            Crowdloan::contribute(signed(ONE), 0, TAO / 2),
            Failure::ContributionTooLow
        );
        assert_noop!(
            Crowdloan::set_max_contribution(signed(CREATOR), 0, Some(TAO / 2)),
            Failure::MaximumContributionTooLow
        );
        assert_ok!(Crowdloan::set_max_contribution(signed(CREATOR), 0, Some(2 * TAO)));
        assert_noop!(
            Crowdloan::update_min_contribution(signed(CREATOR), 0, 3 * TAO),
            Failure::MinimumContributionTooHigh
        );
        assert_ok!(Crowdloan::contribute(signed(ONE), 0, 5 * TAO));
        assert_eq!(Contributions::<Runtime>::get(0, ONE), Some(2 * TAO));
        assert_noop!(
            Crowdloan::contribute(signed(ONE), 0, TAO),
            Failure::MaxContributionReached
        );
        assert_noop!(
            Crowdloan::update_cap(signed(CREATOR), 0, 11 * TAO),
            Failure::CapTooLow
        );
        System::set_block_number(END);
        assert_noop!(
            Crowdloan::contribute(signed(OTHER), 0, TAO),
            Failure::ContributionPeriodEnded
        );
    });
}
