//! What everybody can read: identities, symbols, where miners are reached; and calls by name alone.

use std::net::IpAddr;

use serde_json::json;
use taolight_bittensor::intents::{
    RawCall, ResetAxon, ServeAxon, SetIdentity, SetSubnetIdentity, SubnetIdentity, UpdateSymbol,
};
use taolight_primitives::{ErrorCode, NetUid};

use crate::stage::play;

fn identity(name: &str) -> SetIdentity {
    SetIdentity {
        name: name.to_owned(),
        url: "https://example.org".to_owned(),
        github_repo: String::new(),
        image: String::new(),
        discord: String::new(),
        description: "Tests everything".to_owned(),
        additional: String::new(),
    }
}

#[test]
fn identities_are_for_those_with_hotkeys() {
    play(async |stage| {
        let validator = stage.seeded("validator//7").await;
        validator.does(identity("Seventh")).await;
        validator
            .fails(
                identity(&"x".repeat(257)),
                "name",
                "SubtensorModule.InvalidIdentity",
            )
            .await;
        let nobody = stage.newcomer("nobody", &validator, 1).await;
        nobody
            .fails(
                identity("Nobody"),
                "registered_hotkey",
                "SubtensorModule.HotKeyNotRegisteredInNetwork",
            )
            .await;
    });
}

#[test]
fn subnets_are_named_by_their_owners() {
    play(async |stage| {
        let owner = stage.seeded("owner//6").await;
        let named = |netuid| SetSubnetIdentity {
            netuid: NetUid(netuid),
            identity: SubnetIdentity {
                name: "Fjord Two".to_owned(),
                github_repo: String::new(),
                contact: String::new(),
                url: String::new(),
                discord: String::new(),
                description: String::new(),
                logo_url: String::new(),
                additional: String::new(),
            },
        };
        owner.does(named(6)).await;
        owner
            .fails(named(7), "subnet_owner", "SubtensorModule.NotSubnetOwner")
            .await;
        let symbol = |netuid, symbol: &str| UpdateSymbol {
            netuid: NetUid(netuid),
            symbol: symbol.to_owned(),
        };
        owner.does(symbol(6, "ω")).await;
        owner
            .forces(symbol(6, "no symbol"), "SubtensorModule.SymbolDoesNotExist")
            .await;
        owner.cannot(symbol(7, "ω"), "subnet_owner").await;
    });
}

#[test]
fn miners_say_where_they_are() {
    play(async |stage| {
        let owner = stage.seeded("owner//7").await;
        let hotkey = stage.newcomer("axon", &owner, 2).await;
        let serve = |port| ServeAxon {
            netuid: NetUid(7),
            version: 1,
            ip: IpAddr::from([93, 184, 216, 34]),
            port,
            certificate: None,
        };
        hotkey
            .fails(serve(8_091), "hotkey_registered", "not registered")
            .await;
        let owners = stage.seeded("owner//7//hotkey").await;
        owner
            .does(taolight_bittensor::intents::Transfer {
                destination: owners.account,
                amount: taolight_primitives::Rao(crate::stage::ONE),
                keep_alive: true,
            })
            .await;
        owners.does(serve(8_091)).await;
        owners.cannot(serve(8_092), "rate_limit").await;
        owners.cannot(serve(0), "port").await;
        // The time between two is over after 50 blocks; to take it back needs the same time.
        stage.wait_for(stage.height().await + 52).await;
        owners.does(ResetAxon { netuid: NetUid(7) }).await;
    });
}

#[test]
fn calls_by_name_do_what_they_say() {
    play(async |stage| {
        let anybody = stage.seeded("owner//8").await;
        let raw = |pallet: &str, call: &str| RawCall {
            pallet: pallet.to_owned(),
            call: call.to_owned(),
            arguments: [("remark".to_owned(), json!("0x68656c6c6f"))]
                .into_iter()
                .collect(),
        };
        anybody.does(raw("System", "remark_with_event")).await;
        anybody
            .cannot_by(raw("System", "no_such_call"), ErrorCode::NotInRuntime)
            .await;
        anybody
            .cannot_by(raw("NoPallet", "remark"), ErrorCode::NotInRuntime)
            .await;
        let root = RawCall {
            arguments: [("pages".to_owned(), json!(1))].into_iter().collect(),
            ..raw("System", "set_heap_pages")
        };
        anybody.forces(root, "BadOrigin").await;
    });
}
