//! TAO into alpha and back.

use taolight_bittensor::intents::{
    AddStake, BurnAlpha, Intent, PriceLimit, RecycleAlpha, RemoveAllStake, RemoveStake, SetAutoStake,
    UnstakeAll, UnstakeAllAlpha,
};
use taolight_primitives::{AccountId, Alpha, ErrorCode, NetUid, Price, Rao};

use crate::stage::{ONE, play, validator};

fn add(netuid: u16, amount: u64, limit: Option<PriceLimit>) -> Intent {
    Intent::from(AddStake {
        hotkey: validator(1),
        netuid: NetUid(netuid),
        amount: Rao(amount),
        limit,
    })
}

fn remove(netuid: u16, amount: u64, limit: Option<PriceLimit>) -> Intent {
    Intent::from(RemoveStake {
        hotkey: validator(1),
        netuid: NetUid(netuid),
        amount: Alpha(amount),
        limit,
    })
}

fn whole(price: u64) -> Option<PriceLimit> {
    Some(PriceLimit {
        price: Price(price),
        allow_partial: false,
    })
}

fn part(price: u64) -> Option<PriceLimit> {
    Some(PriceLimit {
        price: Price(price),
        allow_partial: true,
    })
}

#[test]
fn stake_goes_in_and_comes_out() {
    play(async |stage| {
        let alice = stage.person("//Alice").await;
        let staker = stage.newcomer("staker", &alice, 60).await;
        let (hotkey, high, low) = (validator(1), 10 * ONE, 1);
        staker.does(add(1, 5 * ONE, None)).await;
        staker.does(add(1, 5 * ONE, whole(high))).await;
        staker.does(add(0, 2 * ONE, whole(ONE))).await;
        let before = staker.stake(hotkey, 1).await;
        assert!(before > Alpha(9 * ONE), "{before}");
        // The price is 0.05 TAO: nothing can be bought at less.
        staker
            .forces(add(1, ONE, whole(1_000)), "Swap.PriceLimitExceeded")
            .await;
        staker.does(remove(1, ONE, None)).await;
        staker.does(remove(1, ONE, whole(low))).await;
        staker.does(remove(1, ONE, part(low))).await;
        // Dividends may have come meanwhile.
        let gained = staker.stake(hotkey, 1).await.0 - (before.0 - 3 * ONE);
        assert!(gained < ONE, "{gained}");

        staker
            .fails(
                add(1, 2_000_000, None),
                "minimum_stake",
                "SubtensorModule.AmountTooLow",
            )
            .await;
        staker
            .fails(
                add(99, ONE, None),
                "subnet_exists",
                "SubtensorModule.SubnetNotExists",
            )
            .await;
        staker
            .fails(
                add(12, ONE, None),
                "subnet_trades",
                "SubtensorModule.SubtokenDisabled",
            )
            .await;
        // The chain would take all there is; whoever names an amount means it.
        staker.cannot(remove(1, 1_000 * ONE, None), "amount").await;
        staker
            .fails(
                remove(1, 1_000, None),
                "minimum_worth",
                "SubtensorModule.AmountTooLow",
            )
            .await;
        staker
            .cannot_by(add(1, 1_000_000 * ONE, None), ErrorCode::InsufficientBalance)
            .await;
        staker
            .forces(
                add(1, 1_000 * ONE, None),
                "SubtensorModule.NotEnoughBalanceToStake",
            )
            .await;
        let unknown = AddStake {
            hotkey: AccountId([77; 32]),
            netuid: NetUid(1),
            amount: Rao(ONE),
            limit: None,
        };
        staker
            .fails(unknown, "hotkey_known", "SubtensorModule.HotKeyAccountNotExists")
            .await;

        let all = |limit| RemoveAllStake {
            hotkey,
            netuid: NetUid(1),
            limit,
        };
        staker.does(all(Some(Price(low)))).await;
        assert_eq!(staker.stake(hotkey, 1).await, Alpha::ZERO);
        staker
            .fails(all(None), "amount", "SubtensorModule.AmountTooLow")
            .await;
    });
}

#[test]
fn whole_hotkeys_are_left() {
    play(async |stage| {
        let giver = stage.seeded("validator//8").await;
        let leaver = stage.newcomer("unstaker", &giver, 40).await;
        let hotkey = validator(1);
        for netuid in [0, 2, 3] {
            leaver.does(add(netuid, 4 * ONE, None)).await;
        }
        // What is sold on subnets becomes root stake.
        leaver.does(UnstakeAllAlpha { hotkey }).await;
        assert_eq!(leaver.stake(hotkey, 2).await, Alpha::ZERO);
        assert!(leaver.stake(hotkey, 0).await > Alpha(10 * ONE));
        leaver.does(UnstakeAll { hotkey }).await;
        assert_eq!(leaver.stake(hotkey, 0).await, Alpha::ZERO);
        leaver
            .forces(UnstakeAllAlpha { hotkey }, "SubtensorModule.AmountTooLow")
            .await;
        let unknown = UnstakeAll {
            hotkey: AccountId([77; 32]),
        };
        leaver
            .fails(unknown, "hotkey_known", "SubtensorModule.HotKeyAccountNotExists")
            .await;
    });
}

#[test]
fn alpha_is_destroyed_and_rewards_are_directed() {
    play(async |stage| {
        let giver = stage.seeded("validator//7").await;
        let burner = stage.newcomer("burner", &giver, 20).await;
        let hotkey = validator(1);
        burner.does(add(1, 10 * ONE, None)).await;
        let before = burner.stake(hotkey, 1).await;
        let recycle = |amount| RecycleAlpha {
            hotkey,
            amount: Alpha(amount),
            netuid: NetUid(1),
        };
        let burn = |amount, netuid| BurnAlpha {
            hotkey,
            amount: Alpha(amount),
            netuid: NetUid(netuid),
        };
        burner.does(recycle(ONE)).await;
        burner.does(burn(ONE, 1)).await;
        let gained = burner.stake(hotkey, 1).await.0 - (before.0 - 2 * ONE);
        assert!(gained < ONE, "{gained}");
        burner
            .fails(
                burn(ONE, 0),
                "netuid",
                "SubtensorModule.CannotBurnOrRecycleOnRootSubnet",
            )
            .await;
        burner.cannot(recycle(100_000 * ONE), "amount").await;

        let direct = |netuid| SetAutoStake {
            netuid: NetUid(netuid),
            hotkey,
        };
        burner.does(direct(1)).await;
        burner
            .fails(
                direct(1),
                "auto_stake_differs",
                "SubtensorModule.SameAutoStakeHotkeyAlreadySet",
            )
            .await;
        burner
            .fails(direct(99), "subnet_exists", "SubtensorModule.SubnetNotExists")
            .await;
    });
}
