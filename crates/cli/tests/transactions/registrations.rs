//! Places on subnets, and subnets of one's own.

use taolight_bittensor::intents::{Register, RegisterOnRoot, RegisterSubnet, StartSubnet};
use taolight_primitives::{NetUid, Rao};

use crate::stage::{ONE, account, play, validator};

#[test]
fn hotkeys_get_places() {
    play(async |stage| {
        let giver = stage.seeded("owner//5").await;
        let miner = stage.newcomer("miner", &giver, 50).await;
        let hotkey = account("//new//miner//hotkey");
        let register = |netuid, hotkey, limit| Register {
            netuid: NetUid(netuid),
            hotkey,
            limit,
        };
        miner.does(register(6, hotkey, Some(Rao(40 * ONE)))).await;
        miner.does(register(7, hotkey, None)).await;
        miner
            .fails(
                register(6, hotkey, None),
                "hotkey_not_registered",
                "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
            )
            .await;
        miner
            .fails(
                register(8, hotkey, Some(Rao(1))),
                "cost_limit",
                "SubtensorModule.RegistrationPriceLimitExceeded",
            )
            .await;
        miner
            .fails(
                register(99, hotkey, None),
                "subnet_exists",
                "SubtensorModule.SubnetNotExists",
            )
            .await;
        miner
            .fails(
                register(8, validator(1), None),
                "hotkey_free",
                "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
            )
            .await;
        miner.cannot(register(0, hotkey, None), "netuid").await;

        miner.does(RegisterOnRoot { hotkey }).await;
        miner
            .fails(
                RegisterOnRoot { hotkey },
                "hotkey_not_registered",
                "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
            )
            .await;
        miner
            .fails(
                RegisterOnRoot { hotkey: validator(1) },
                "hotkey_owned",
                "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
            )
            .await;
    });
}

#[test]
fn subnets_are_made_and_started() {
    play(async |stage| {
        // Only this one has what it costs.
        let rich = stage.seeded("validator//1").await;
        let hotkey = account("//new//subnet//hotkey");
        rich.does(RegisterSubnet {
            hotkey,
            identity: None,
        })
        .await;
        let second = RegisterSubnet {
            hotkey: account("//new//subnet//2"),
            identity: None,
        };
        rich.fails(second, "rate_limit", "too soon").await;
        let start = |netuid| StartSubnet {
            netuid: NetUid(netuid),
        };
        rich.does(start(13)).await;
        rich.fails(
            start(13),
            "subnet_not_started",
            "SubtensorModule.FirstEmissionBlockNumberAlreadySet",
        )
        .await;
        // Nobody else may start a subnet, and this one stays closed for the tests that need such.
        rich.cannot(start(12), "subnet_owner").await;
    });
}
