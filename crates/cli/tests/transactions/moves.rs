//! Stake that stays stake: with another hotkey, on another subnet, of another coldkey.

use taolight_bittensor::{
    Protection, Tolerance,
    intents::{AddStake, MoveStake, RateLimited, SwapStake, TransferStake},
    reads::Trade,
};
use taolight_primitives::{Alpha, ErrorCode, NetUid, Rao};
use taolight_protocol::engine::ReadQuote;

use crate::stage::{ONE, place, play, validator};

fn at_least(minimum: u64) -> Option<RateLimited> {
    Some(RateLimited {
        minimum_per_alpha: Alpha(minimum),
        allow_partial: false,
    })
}

#[test]
fn stake_moves_between_hotkeys_and_subnets() {
    play(async |stage| {
        let giver = stage.seeded("validator//6").await;
        let mover = stage.newcomer("mover", &giver, 60).await;
        let stake = |netuid| AddStake {
            hotkey: validator(1),
            netuid: NetUid(netuid),
            amount: Rao(20 * ONE),
            limit: None,
        };
        mover.does(stake(1)).await;
        let between = |from, to, amount, limit| MoveStake {
            origin_hotkey: validator(1),
            destination_hotkey: validator(2),
            origin_netuid: NetUid(from),
            destination_netuid: NetUid(to),
            amount: Alpha(amount),
            limit,
        };
        mover.does(between(1, 1, 5 * ONE, None)).await;
        assert_eq!(mover.stake(validator(2), 1).await, Alpha(5 * ONE));
        mover.does(between(1, 2, 5 * ONE, None)).await;
        assert!(mover.stake(validator(2), 2).await > Alpha(4 * ONE));
        mover
            // The chain would take all there is; whoever names an amount means it.
            .cannot(between(1, 2, 100_000 * ONE, None), "amount")
            .await;
        mover
            .fails(
                between(1, 12, ONE, None),
                "subnet_trades",
                "SubtensorModule.SubtokenDisabled",
            )
            .await;
        mover
            .fails(
                between(1, 2, 1_000, None),
                "minimum_worth",
                "SubtensorModule.AmountTooLow",
            )
            .await;

        let swap = |amount, limit| SwapStake {
            hotkey: validator(1),
            origin_netuid: NetUid(1),
            destination_netuid: NetUid(3),
            amount: Alpha(amount),
            limit,
        };
        mover.does(swap(5 * ONE, None)).await;
        mover.does(swap(5 * ONE, at_least(1))).await;
        assert!(mover.stake(validator(1), 3).await > Alpha(9 * ONE));
        mover
            .forces(swap(ONE, at_least(100 * ONE)), "Swap.PriceLimitExceeded")
            .await;
        let same = SwapStake {
            destination_netuid: NetUid(1),
            ..swap(ONE, None)
        };
        mover
            .fails(same, "destination", "SubtensorModule.SameNetuid")
            .await;
    });
}

#[test]
fn a_quote_is_what_comes_of_it() {
    play(async |stage| {
        let giver = stage.seeded("validator//5").await;
        let trader = stage.newcomer("trader", &giver, 30).await;
        // Nobody else trades there.
        let (netuid, hotkey) = (9, validator(3));
        let amount = Rao(7 * ONE);
        let question = ReadQuote {
            trade: Trade::Buy {
                coldkey: Some(trader.account),
                to: place(hotkey, netuid),
                amount,
            },
            protection: Protection::Whole {
                tolerance: Tolerance::DEFAULT,
            },
        };
        let quote = stage.reads(question).await;
        assert_eq!(quote.obstacle, None);
        trader
            .does(AddStake {
                hotkey,
                netuid: NetUid(netuid),
                amount,
                limit: None,
            })
            .await;
        let received = trader.stake(hotkey, netuid).await;
        let promised = serde_json::to_value(quote.amount_out).unwrap();
        // The pool grows by its emission with every block, and nothing else moves the price.
        let promised: u64 = promised["amount"].as_str().unwrap().parse().unwrap();
        let difference = received.0.abs_diff(promised);
        assert!(difference < promised / 1_000, "{received} instead of {promised}");
    });
}

#[test]
fn stake_is_given_away() {
    play(async |stage| {
        let giver = stage.seeded("validator//4").await;
        let donor = stage.newcomer("donor", &giver, 30).await;
        let person = stage.newcomer("heir", &giver, 1).await;
        let heir = person.account;
        donor
            .does(AddStake {
                hotkey: validator(1),
                netuid: NetUid(4),
                amount: Rao(10 * ONE),
                limit: None,
            })
            .await;
        let give = |amount, to| TransferStake {
            destination_coldkey: to,
            hotkey: validator(1),
            destination_hotkey: None,
            origin_netuid: NetUid(4),
            destination_netuid: NetUid(4),
            amount: Alpha(amount),
        };
        donor.does(give(2 * ONE, heir)).await;
        assert_eq!(person.stake(validator(1), 4).await, Alpha(2 * ONE));
        donor
            // The chain would take all there is; whoever names an amount means it.
            .cannot(give(100_000 * ONE, heir), "amount")
            .await;
        donor.cannot(give(ONE, donor.account), "destination").await;
        let elsewhere = TransferStake {
            destination_netuid: NetUid(5),
            ..give(ONE, heir)
        };
        donor.does(elsewhere.clone()).await;
        // Only younger runtimes change the hotkey as well.
        let elsewhere = TransferStake {
            destination_hotkey: Some(validator(2)),
            ..elsewhere
        };
        donor.cannot_by(elsewhere, ErrorCode::NotInRuntime).await;
    });
}
