//! Shares: the numbers that count them, and what they are worth.

use super::chain::*;
use crate::{
    Runtime, SubtensorModule,
    subtensor::{safe_float::SafeFloat, *},
};
use codec::Encode;
use proptest::prelude::*;

type Pallet = SubtensorModule;

#[test]
fn a_number_uses_all_its_digits_on_the_wire() {
    // Recorded: 1,112,772,171,997 shares are 111277217199700000000 · 10^-8.
    let bytes = SafeFloat::from(1_112_772_171_997).encode();
    assert_eq!(bytes, (111_277_217_199_700_000_000u128, -8i64).encode());
    assert_eq!(SafeFloat::ZERO.encode(), (0u128, 0i64).encode());
}

#[test]
fn dividends_raise_everybodys_stake_by_their_part() {
    on_chain(|| {
        Pallet::increase_stake(&BOB_HOT, &CAROL, FIRST, 3_000);
        Pallet::increase_stake(&BOB_HOT, &DAVE, FIRST, 1_000);
        Pallet::increase_hotkey_alpha(&BOB_HOT, FIRST, 400);
        assert_eq!(Pallet::stake_of(&BOB_HOT, &CAROL, FIRST), 3_300);
        assert_eq!(Pallet::stake_of(&BOB_HOT, &DAVE, FIRST), 1_100);
        // Who comes later has no part in it.
        Pallet::increase_stake(&BOB_HOT, &ALICE, FIRST, 550);
        assert_eq!(Pallet::stake_of(&BOB_HOT, &ALICE, FIRST), 550);
        assert_eq!(Pallet::stake_of(&BOB_HOT, &CAROL, FIRST), 3_300);
    });
}

#[test]
fn a_stake_taken_whole_leaves_no_row() {
    on_chain(|| {
        Pallet::increase_stake(&BOB_HOT, &CAROL, FIRST, 7);
        Pallet::decrease_stake(&BOB_HOT, &CAROL, FIRST, 7).unwrap();
        assert!(!AlphaV2::<Runtime>::contains_key((&BOB_HOT, &CAROL, FIRST)));
        assert!(!TotalHotkeySharesV2::<Runtime>::contains_key(&BOB_HOT, FIRST));
        assert_eq!(TotalHotkeyAlpha::<Runtime>::get(&BOB_HOT, FIRST), 0);
        let none = Pallet::decrease_stake(&BOB_HOT, &CAROL, FIRST, 1);
        assert_eq!(none, Err(Error::<Runtime>::NotEnoughStakeToWithdraw.into()));
    });
}

proptest! {
    #[test]
    fn a_sum_less_one_part_is_the_other(a: u64, b: u64) {
        let (a, b) = (SafeFloat::from(a), SafeFloat::from(b));
        prop_assert_eq!(a.plus(b).minus(b), a);
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(b.minus(a.plus(b)), SafeFloat::ZERO);
    }

    #[test]
    fn parts_of_whole_numbers_are_rounded_down(part: u64, more: u64, amount: u64) {
        let whole = part.saturating_add(more);
        let exact = u128::from(part) * u128::from(amount) / u128::from(whole.max(1));
        prop_assert_eq!(u128::from(SafeFloat::from(part).part_of(SafeFloat::from(whole), amount)), exact);
    }

    #[test]
    fn nobody_gains_from_others_coming_and_going(
        stakes in prop::collection::vec((1u64..1 << 50, 1u64..1 << 50, 0u64..1 << 40), 1..20),
    ) {
        on_chain(|| {
            Pallet::increase_stake(&BOB_HOT, &ALICE, FIRST, 1 << 50);
            for (index, (amount, removed, dividends)) in stakes.into_iter().enumerate() {
                let who = account(u8::try_from(index).unwrap());
                let before = Pallet::stake_of(&BOB_HOT, &ALICE, FIRST);
                Pallet::increase_stake(&BOB_HOT, &who, FIRST, amount);
                let stake = Pallet::stake_of(&BOB_HOT, &who, FIRST);
                assert!(amount.abs_diff(stake) <= 1, "{amount} staked is {stake}");
                Pallet::decrease_stake(&BOB_HOT, &who, FIRST, removed.min(stake)).unwrap();
                let after = Pallet::stake_of(&BOB_HOT, &ALICE, FIRST);
                assert!(before.abs_diff(after) <= 2, "{before} became {after}");
                Pallet::increase_hotkey_alpha(&BOB_HOT, FIRST, dividends);
            }
        });
    }
}
