//! Root stake: its dividends, and what becomes of them.

use taolight_bittensor::intents::{
    AddStake, ClaimRoot, ClaimRootWithHotkey, Intent, RootClaimType, SetRootClaimType, StakeIntoBasket,
};
use taolight_primitives::{ErrorCode, NetUid, Rao};

use crate::stage::{ONE, play, validator};

#[test]
fn dividends_are_claimed() {
    play(async |stage| {
        let giver = stage.seeded("validator//3").await;
        let saver = stage.newcomer("saver", &giver, 60).await;
        saver
            .does(AddStake {
                hotkey: validator(1),
                netuid: NetUid(0),
                amount: Rao(50 * ONE),
                limit: None,
            })
            .await;
        for kind in [
            RootClaimType::Keep,
            RootClaimType::KeepSubnets {
                subnets: vec![NetUid(1), NetUid(2)],
            },
            RootClaimType::Swap,
        ] {
            saver.does(SetRootClaimType { kind }).await;
        }
        // An epoch of the crowded subnet brings something.
        stage.wait_for(stage.height().await + 25).await;
        saver
            .does(ClaimRoot {
                subnets: vec![NetUid(1)],
            })
            .await;
        let none = SetRootClaimType {
            kind: RootClaimType::KeepSubnets { subnets: Vec::new() },
        };
        saver
            .fails(none, "subnets", "SubtensorModule.InvalidSubnetNumber")
            .await;
        let many = ClaimRoot {
            subnets: (1..=6).map(NetUid).collect(),
        };
        saver.forces(many, "SubtensorModule.InvalidSubnetNumber").await;
    });
}

#[test]
fn what_only_other_runtimes_have_is_said_so() {
    play(async |stage| {
        let saver = stage.seeded("validator//3").await;
        let newer: [Intent; 2] = [
            ClaimRootWithHotkey { hotkey: validator(1) }.into(),
            StakeIntoBasket {
                hotkey: validator(1),
                amount: Rao(ONE),
            }
            .into(),
        ];
        for intent in newer {
            saver.cannot_by(intent, ErrorCode::NotInRuntime).await;
        }
    });
}
