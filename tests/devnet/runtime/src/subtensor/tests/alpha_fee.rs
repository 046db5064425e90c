//! Fees in TAO and in alpha.

use super::{chain::*, conservation::assert_explained};
use crate::{
    AccountId, RuntimeCall, SubtensorModule, TAO,
    subtensor::{alpha_fee::Charged, *},
};
use frame_support::dispatch::{GetDispatchInfo, PostDispatchInfo};
use pallet_transaction_payment::OnChargeTransaction;
use sp_runtime::{
    MultiAddress,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};

const FEE: u64 = 1_338_827;

type Fees = TaoOrAlpha;

fn charge(who: &AccountId, call: &RuntimeCall) -> Result<Charged, TransactionValidityError> {
    Fees::withdraw_fee(who, call, &call.get_dispatch_info(), FEE, 0)
}

fn can_pay(who: &AccountId, call: &RuntimeCall) -> bool {
    let answer = Fees::can_withdraw_fee(who, call, &call.get_dispatch_info(), FEE, 0);
    assert!(matches!(
        answer,
        Ok(()) | Err(TransactionValidityError::Invalid(InvalidTransaction::Payment))
    ));
    answer.is_ok()
}

fn settle(who: &AccountId, call: &RuntimeCall, charged: Charged) {
    let (info, post) = (call.get_dispatch_info(), PostDispatchInfo::default());
    Fees::correct_and_deposit_fee(who, &info, &post, FEE, 0, charged).unwrap();
}

fn sale(netuid: u16) -> RuntimeCall {
    Call::remove_stake {
        hotkey: ALICE_HOT,
        netuid,
        amount_unstaked: TAO,
    }
    .into()
}

#[test]
fn whoever_has_tao_pays_in_tao() {
    on_chain(|| {
        let before = free(&CAROL);
        let charged = charge(&CAROL, &sale(FIRST)).unwrap();
        assert!(matches!(charged, Charged::Tao(_)));
        // There is no author in these blocks: the fee is recycled.
        settle(&CAROL, &sale(FIRST), charged);
        assert_eq!(free(&CAROL), before - FEE);
        assert_explained();
    });
}

#[test]
fn whoever_has_none_pays_with_the_alpha_of_the_call() {
    on_chain(|| {
        let alpha = stake(CAROL, ALICE_HOT, FIRST, 10 * TAO);
        leave(&CAROL, 5_000);
        assert!(can_pay(&CAROL, &sale(FIRST)));
        let charged = charge(&CAROL, &sale(FIRST)).unwrap();
        let Charged::Alpha {
            netuid,
            alpha_fee,
            tao_amount,
        } = charged
        else {
            panic!("paid in TAO");
        };
        assert_eq!(netuid, FIRST);
        assert_eq!(
            SubtensorModule::stake_of(&ALICE_HOT, &CAROL, FIRST),
            alpha - alpha_fee
        );
        assert!(
            tao_amount <= FEE && tao_amount + 10 > FEE,
            "{tao_amount} for {FEE}"
        );
        let event = Event::StakeRemoved(CAROL, ALICE_HOT, tao_amount, alpha_fee, FIRST, 0);
        assert!(happened(event));
        settle(
            &CAROL,
            &sale(FIRST),
            Charged::Alpha {
                netuid,
                alpha_fee,
                tao_amount,
            },
        );
        assert!(happened(Event::TransactionFeePaidWithAlpha {
            who: CAROL,
            netuid,
            alpha_fee,
            tao_amount
        }));
        assert_eq!(free(&CAROL), 5_000);
        assert_explained();
    });
}

#[test]
fn only_calls_about_one_position_can_be_paid_in_alpha() {
    on_chain(|| {
        let hotkey = ALICE_HOT;
        stake(CAROL, ALICE_HOT, FIRST, 10 * TAO);
        leave(&CAROL, 5_000);
        let transfer = pallet_balances::Call::transfer_keep_alive {
            dest: MultiAddress::Id(BOB),
            value: 1,
        };
        assert!(!can_pay(&CAROL, &transfer.into()));
        assert!(!can_pay(
            &CAROL,
            &Call::add_stake {
                hotkey,
                netuid: FIRST,
                amount_staked: 1
            }
            .into()
        ));
        assert!(!can_pay(&CAROL, &sale(SECOND)), "no stake there");
        for call in [
            Call::unstake_all { hotkey: ALICE_HOT },
            Call::unstake_all_alpha { hotkey: ALICE_HOT },
            Call::recycle_alpha {
                hotkey: ALICE_HOT,
                amount: 1,
                netuid: FIRST,
            },
            Call::burn_alpha {
                hotkey: ALICE_HOT,
                amount: 1,
                netuid: FIRST,
            },
            Call::swap_stake {
                hotkey: ALICE_HOT,
                origin_netuid: FIRST,
                destination_netuid: SECOND,
                alpha_amount: 1,
            },
            Call::remove_stake_full_limit {
                hotkey: ALICE_HOT,
                netuid: FIRST,
                limit_price: None,
            },
        ] {
            assert!(can_pay(&CAROL, &call.into()));
        }
        leave(&CAROL, FUNDS);
        stake(CAROL, ALICE_HOT, SECOND, 10 * TAO);
        leave(&CAROL, 5_000);
        assert!(
            !can_pay(&CAROL, &Call::unstake_all { hotkey: ALICE_HOT }.into()),
            "two positions"
        );
        let alpha = SubtensorModule::stake_of(&ALICE_HOT, &CAROL, FIRST);
        signed(
            CAROL,
            Call::lock_stake {
                hotkey: ALICE_HOT,
                netuid: FIRST,
                amount: alpha,
            },
        )
        .unwrap();
        assert!(!can_pay(&CAROL, &sale(FIRST)), "locked");
    });
}
