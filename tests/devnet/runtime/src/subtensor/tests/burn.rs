//! Destroying alpha, where earnings go, and hotkeys without an owner.

use super::{chain::*, conservation::assert_explained};
use crate::{
    Runtime, SubtensorModule, TAO,
    subtensor::{types::*, *},
};
use frame_support::{assert_noop, assert_ok};

type E = Error<Runtime>;

#[test]
fn recycled_alpha_is_no_longer_outside_and_burned_alpha_is() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        let outside = SubnetAlphaOut::<Runtime>::get(FIRST);
        assert_ok!(signed(
            CAROL,
            Call::recycle_alpha {
                hotkey: BOB_HOT,
                amount: TAO,
                netuid: FIRST
            }
        ));
        assert_eq!(SubnetAlphaOut::<Runtime>::get(FIRST), outside - TAO);
        assert_ok!(signed(
            CAROL,
            Call::burn_alpha {
                hotkey: BOB_HOT,
                amount: TAO,
                netuid: FIRST
            }
        ));
        assert_eq!(SubnetAlphaOut::<Runtime>::get(FIRST), outside - TAO);
        assert_eq!(SubtensorModule::stake_of(&BOB_HOT, &CAROL, FIRST), all - 2 * TAO);
        assert!(happened(Event::AlphaRecycled(CAROL, BOB_HOT, TAO, FIRST)));
        assert!(happened(Event::AlphaBurned(CAROL, BOB_HOT, TAO, FIRST)));
        assert_explained();
    });
}

#[test]
fn destroying_fails_for_the_first_reason_in_order() {
    on_chain(|| {
        let all = stake(CAROL, BOB_HOT, FIRST, 10 * TAO);
        let burn = |hotkey, amount, netuid| {
            signed(
                CAROL,
                Call::burn_alpha {
                    hotkey,
                    amount,
                    netuid,
                },
            )
        };
        assert_noop!(burn(BOB_HOT, 1, 99), E::SubnetNotExists);
        assert_noop!(burn(BOB_HOT, 1, ROOT), E::CannotBurnOrRecycleOnRootSubnet);
        assert_noop!(burn(DAVE, 1, FIRST), E::HotKeyAccountNotExists);
        assert_noop!(burn(BOB_HOT, all + 1, FIRST), E::NotEnoughStakeToWithdraw);
        assert_ok!(signed(
            CAROL,
            Call::lock_stake {
                hotkey: BOB_HOT,
                netuid: FIRST,
                amount: 1
            }
        ));
        assert_noop!(burn(BOB_HOT, all, FIRST), E::StakeUnavailable);
        SubnetAlphaOut::<Runtime>::insert(FIRST, 0);
        let recycle = Call::recycle_alpha {
            hotkey: BOB_HOT,
            amount: 1,
            netuid: FIRST,
        };
        assert_noop!(signed(CAROL, recycle), E::NotEnoughAlphaOutToRecycle);
    });
}

#[test]
fn a_buyback_leaves_no_stake_and_waits_for_the_next() {
    on_chain(|| {
        let buy = |netuid, limit| {
            signed(
                CAROL,
                Call::add_stake_burn {
                    hotkey: BOB_HOT,
                    netuid,
                    amount: TAO,
                    limit,
                },
            )
        };
        let price = SubtensorModule::price(FIRST);
        assert_noop!(buy(99, None), E::SubnetNotExists);
        assert_noop!(buy(ROOT, None), E::CannotBurnOrRecycleOnRootSubnet);
        assert_noop!(buy(FIRST, Some(price)), E::SlippageTooHigh);
        assert_ok!(buy(FIRST, None));
        assert_eq!(SubtensorModule::stake_of(&BOB_HOT, &CAROL, FIRST), 0);
        assert_eq!(free(&CAROL), FUNDS - TAO);
        assert_noop!(buy(FIRST, None), E::AddStakeBurnRateLimitExceeded);
        assert_ok!(buy(SECOND, None));
        jump_to(11);
        assert_ok!(buy(FIRST, None));
        assert_explained();
    });
}

#[test]
fn earnings_go_where_the_coldkey_says() {
    on_chain(|| {
        let send = |netuid, hotkey| signed(CAROL, Call::set_coldkey_auto_stake_hotkey { netuid, hotkey });
        assert_noop!(send(99, BOB_HOT), E::SubnetNotExists);
        assert_noop!(send(FIRST, BOB_HOT), E::HotKeyNotRegisteredInSubNet);
        register(FIRST, BOB, BOB_HOT);
        assert_ok!(send(FIRST, BOB_HOT));
        assert_noop!(send(FIRST, BOB_HOT), E::SameAutoStakeHotkeyAlreadySet);
        assert!(happened(Event::AutoStakeDestinationSet {
            coldkey: CAROL,
            netuid: FIRST,
            hotkey: BOB_HOT
        }));
        register(FIRST, DAVE, account(0));
        assert_ok!(send(FIRST, account(0)));
        assert!(AutoStakeDestinationColdkeys::<Runtime>::get(BOB_HOT, FIRST).is_empty());
        assert_eq!(
            AutoStakeDestinationColdkeys::<Runtime>::get(account(0), FIRST),
            vec![CAROL]
        );
    });
}

#[test]
fn a_hotkey_belongs_to_who_comes_first() {
    on_chain(|| {
        assert_ok!(signed(CAROL, Call::try_associate_hotkey { hotkey: account(0) }));
        assert_ok!(signed(DAVE, Call::try_associate_hotkey { hotkey: account(0) }));
        assert!(SubtensorModule::owns(&CAROL, &account(0)));
        assert_eq!(OwnedHotkeys::<Runtime>::get(CAROL), vec![account(0)]);
        assert!(OwnedHotkeys::<Runtime>::get(DAVE).is_empty());
    });
}
