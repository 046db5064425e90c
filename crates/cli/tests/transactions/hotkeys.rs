//! Hotkeys: whose they are, what they keep, whom they lend to.

use taolight_bittensor::intents::{
    AssociateHotkey, Child, DecreaseTake, IncreaseTake, SetChildkeyTake, SetChildren, SwapHotkey,
};
use taolight_primitives::NetUid;

use crate::stage::{account, play, validator};

#[test]
fn hotkeys_are_associated_and_replaced() {
    play(async |stage| {
        let giver = stage.seeded("owner//4").await;
        let owner = stage.newcomer("owner", &giver, 5).await;
        let (first, second) = (account("//new//owner//1"), account("//new//owner//2"));
        owner.does(AssociateHotkey { hotkey: first }).await;
        let stolen = AssociateHotkey { hotkey: validator(1) };
        // The chain would take the fee and do nothing.
        owner.cannot(stolen, "hotkey_free").await;
        let swap = |hotkey, new_hotkey, netuid| SwapHotkey {
            hotkey,
            new_hotkey,
            netuid,
            keep_stake: false,
        };
        owner.does(swap(first, second, None)).await;
        let again = swap(second, account("//new//owner//3"), None);
        owner
            .fails(
                again,
                "rate_limit",
                "SubtensorModule.HotKeySetTxRateLimitExceeded",
            )
            .await;
        owner
            .fails(
                swap(second, second, None),
                "newHotkey",
                "SubtensorModule.NewHotKeyIsSameWithOld",
            )
            .await;
        let not_own = swap(validator(2), account("//new//owner//3"), None);
        owner
            .fails(not_own, "hotkey_owned", "SubtensorModule.NonAssociatedColdKey")
            .await;
    });
}

#[test]
fn takes_fall_at_once_and_rise_slowly() {
    play(async |stage| {
        let coldkey = stage.seeded("validator//8").await;
        let hotkey = validator(8);
        let (raise, lower) = (
            |take| IncreaseTake { hotkey, take },
            |take| DecreaseTake { hotkey, take },
        );
        coldkey.fails(raise(12_000), "take_allowed", "18 %").await;
        coldkey.fails(lower(65_000), "take_lower", "18 %").await;
        coldkey.does(lower(100)).await;
        coldkey
            .fails(
                raise(200),
                "rate_limit",
                "SubtensorModule.DelegateTxRateLimitExceeded",
            )
            .await;
        coldkey.cannot(raise(100), "take_higher").await;

        let sixth = stage.seeded("validator//6").await;
        let childkey = |take, netuid| SetChildkeyTake {
            hotkey: validator(6),
            netuid: NetUid(netuid),
            take,
        };
        sixth.does(childkey(1_000, 1)).await;
        sixth
            .fails(
                childkey(2_000, 1),
                "rate_limit",
                "SubtensorModule.TxChildkeyTakeRateLimitExceeded",
            )
            .await;
        // Lowering it needs no waiting.
        sixth.does(childkey(500, 1)).await;
        sixth
            .fails(
                childkey(500, 99),
                "subnet_exists",
                "SubtensorModule.SubnetNotExists",
            )
            .await;
        let others = SetChildkeyTake {
            hotkey: validator(7),
            ..childkey(1, 1)
        };
        sixth
            .fails(others, "hotkey_owned", "SubtensorModule.NonAssociatedColdKey")
            .await;
    });
}

#[test]
fn a_first_raise_works() {
    play(async |stage| {
        let coldkey = stage.seeded("validator//2").await;
        let hotkey = validator(2);
        coldkey.does(IncreaseTake { hotkey, take: 11_796 }).await;
        let not_own = DecreaseTake {
            hotkey: validator(1),
            take: 0,
        };
        coldkey.cannot(not_own, "hotkey_owned").await;
    });
}

#[test]
fn children_wait_and_are_limited() {
    play(async |stage| {
        let coldkey = stage.seeded("validator//4").await;
        let children = |netuid, children: &[(u16, u64)]| SetChildren {
            hotkey: validator(4),
            netuid: NetUid(netuid),
            children: children
                .iter()
                .map(|(number, proportion)| Child {
                    hotkey: validator(*number),
                    proportion: *proportion,
                })
                .collect(),
        };
        coldkey.does(children(2, &[(1, u64::MAX / 10)])).await;
        coldkey
            .fails(
                children(2, &[(3, 1)]),
                "rate_limit",
                "SubtensorModule.TxRateLimitExceeded",
            )
            .await;
        coldkey
            .fails(children(3, &[(4, 1)]), "children", "SubtensorModule.InvalidChild")
            .await;
        coldkey
            .fails(
                children(3, &[(1, u64::MAX), (2, 1)]),
                "children",
                "SubtensorModule.ProportionOverflow",
            )
            .await;
        coldkey
            .fails(
                children(3, &[(1, 1), (1, 1)]),
                "children",
                "SubtensorModule.DuplicateChild",
            )
            .await;
        coldkey
            .fails(
                children(0, &[]),
                "netuid",
                "SubtensorModule.RegistrationNotPermittedOnRootSubnet",
            )
            .await;
    });
}
