//! A coldkey that is replaced by another.

use taolight_bittensor::intents::{
    AnnounceColdkeySwap, ClearColdkeySwap, DisputeColdkeySwap, ExecuteColdkeySwap, Transfer,
};
use taolight_primitives::Rao;

use crate::stage::{ONE, account, play, seed, validator};

#[test]
fn an_announced_swap_blocks_everything_else() {
    play(async |stage| {
        let giver = stage.seeded("owner//9").await;
        let leaver = stage.newcomer("swap", &giver, 5).await;
        let new = account("//new//swapped");
        let send = Transfer {
            destination: giver.account,
            amount: Rao(ONE),
            keep_alive: true,
        };
        leaver
            .fails(
                ClearColdkeySwap {},
                "coldkey_swap_found",
                "SubtensorModule.ColdkeySwapAnnouncementNotFound",
            )
            .await;
        leaver
            .cannot(
                AnnounceColdkeySwap {
                    new_coldkey: validator(1),
                },
                "new_coldkey_no_hotkey",
            )
            .await;
        leaver.does(AnnounceColdkeySwap { new_coldkey: new }).await;
        leaver.cannot(send.clone(), "coldkey_swap_announced").await;
        leaver
            .fails(
                ExecuteColdkeySwap { new_coldkey: new },
                "coldkey_swap_time",
                "SubtensorModule.ColdkeySwapTooEarly",
            )
            .await;
        leaver
            .fails(
                ExecuteColdkeySwap {
                    new_coldkey: giver.account,
                },
                "coldkey_swap_matches",
                "SubtensorModule.AnnouncedColdkeyHashDoesNotMatch",
            )
            .await;
        leaver
            .fails(
                ClearColdkeySwap {},
                "coldkey_swap_time",
                "SubtensorModule.ColdkeySwapClearTooEarly",
            )
            .await;
        leaver.does(DisputeColdkeySwap {}).await;
        leaver.cannot(send, "coldkey_swap_disputed").await;
        leaver
            .cannot(DisputeColdkeySwap {}, "coldkey_swap_disputed")
            .await;
    });
}

#[test]
fn what_the_seed_has_announced_is_known() {
    play(async |stage| {
        let swapper = stage.seeded("swapper").await;
        let new = seed("swapper//new");
        swapper.cannot(ClearColdkeySwap {}, "coldkey_swap_time").await;
        swapper
            .cannot(AnnounceColdkeySwap { new_coldkey: new }, "coldkey_swap_time")
            .await;
        let disputed = stage.seeded("disputed").await;
        disputed
            .cannot(ExecuteColdkeySwap { new_coldkey: new }, "coldkey_swap_disputed")
            .await;
    });
}
