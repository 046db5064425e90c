//! Subnets: from storage against the runtime's own list.

use serde_json::Value as Json;
use taolight_bittensor::reads::{self, HyperparameterValue, SubnetIdentity};
use taolight_primitives::{Alpha, NetUid, Rao};

use crate::{
    common::{
        json::{account, assert_number, list, number, text},
        recorded::Recorded,
        recording,
    },
    now,
};

/// The decoded answer of a call whose readable argument `netuid` is this, or that has none.
fn answer(calls: &Json, method: &str, netuid: Option<NetUid>) -> Json {
    let mut calls = list(&calls["calls"])
        .iter()
        .filter(|call| call["method"] == method);
    let call = calls.find(|call| match netuid {
        None => true,
        Some(netuid) => call["args_readable"]["netuid"] == netuid.to_string(),
    });
    call.expect(method)["decoded"].clone()
}

fn assert_identity(got: Option<&SubnetIdentity>, want: &Json) {
    let Some(got) = got else {
        return assert!(want.is_null());
    };
    for (got, want) in [
        (&got.name, "subnet_name"),
        (&got.github, "github_repo"),
        (&got.contact, "subnet_contact"),
        (&got.url, "subnet_url"),
        (&got.discord, "discord"),
        (&got.description, "description"),
        (&got.logo, "logo_url"),
        (&got.additional, "additional"),
    ]
    .map(|(got, field)| (got, text(&want[field])))
    {
        assert_eq!(got.text, want);
        assert!(!got.cleaned && !got.mixed);
    }
}

#[test]
fn the_list_is_what_the_runtime_lists() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    let subnets = now(reads::subnets(&view)).unwrap().value;
    assert_eq!(*view.round_trips.borrow(), ["below", "values"]);
    assert_eq!(
        *view.missed.borrow(),
        Vec::<Vec<u8>>::new(),
        "all of it was recorded"
    );
    let dynamic = answer(&calls, "SubnetInfoRuntimeApi_get_all_dynamic_info", None);
    let prices = answer(&calls, "SwapRuntimeApi_current_alpha_price_all", None);
    assert_eq!(subnets.len(), list(&dynamic).len());
    for ((got, want), price) in subnets.iter().zip(list(&dynamic)).zip(list(&prices)) {
        assert_eq!(got.netuid, NetUid(number(&want["netuid"])));
        assert_number(got.registered_at, &want["network_registered_at"]);
        assert_eq!(got.symbol.text, text(&want["token_symbol"]));
        assert_identity(got.identity.as_ref(), &want["subnet_identity"]);
        let nobody = account(&dynamic[0]["owner_coldkey"]);
        assert_eq!(got.owner.unwrap_or(nobody), account(&want["owner_coldkey"]));
        assert_eq!(got.owner_hotkey.unwrap_or(nobody), account(&want["owner_hotkey"]));
        assert!(got.price.0.abs_diff(number(&price["price"])) <= 1, "{got:?}");
        let moving: u128 = number(&want["moving_price"]["bits"]);
        assert_eq!(u128::from(got.moving_price.0), (moving * 1_000_000_000) >> 32);
        assert_eq!(got.tao_in_pool, Rao(number(&want["tao_in"])));
        assert_eq!(got.alpha_in_pool, Alpha(number(&want["alpha_in"])));
        assert_eq!(got.alpha_outside, Alpha(number(&want["alpha_out"])));
        assert_eq!(got.volume, number::<u128>(&want["subnet_volume"]));
        assert_eq!(got.emission.tao_in, Rao(number(&want["tao_in_emission"])));
        assert_eq!(got.emission.alpha_in, Alpha(number(&want["alpha_in_emission"])));
        assert_eq!(got.emission.alpha_out, Alpha(number(&want["alpha_out_emission"])));
        assert_number(got.tempo, &want["tempo"]);
        assert_number(got.last_epoch, &want["last_step"]);
    }
    let infos = answer(&calls, "SubnetInfoRuntimeApi_get_subnets_info_v2", None);
    for (got, want) in subnets.iter().zip(list(&infos)) {
        assert_number(got.neurons, &want["subnetwork_n"]);
        assert_eq!(got.registration_cost, Rao(number(&want["burn"])));
    }
}

#[test]
fn all_about_one() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    let detail = now(reads::subnet_detail(&view, NetUid(2)))
        .unwrap()
        .value
        .unwrap();
    assert_eq!(*view.round_trips.borrow(), ["values", "call", "call"]);
    let listed = now(reads::subnets(&view)).unwrap().value;
    // The epoch that storage tells is the one that the runtime tells.
    assert_eq!(detail.subnet, listed[2]);
    assert_eq!(detail.subnet.next_epoch, 390);
    assert_eq!(detail.min_registration_cost, Rao(500_000));
    assert_eq!(detail.max_registration_cost, Rao(100_000_000_000));
    assert!(detail.emission_from.is_some());
    assert!(detail.subnet.open.trading && detail.subnet.open.transfers);
    let stored = recording("storage.json").unwrap();
    let mut items = list(&stored["items"]).iter();
    let emission = items.find(|item| {
        item["item"] == "SubtensorModule.SubnetEmissionEnabled"
            && item["args"][0]["arg"].to_string().contains('2')
    });
    assert_eq!(
        detail.subnet.open.emission,
        emission.unwrap()["decoded"].as_bool()
    );
    let cost = now(reads::subnet_registration_cost(&view)).unwrap().value;
    let method = "SubnetRegistrationRuntimeApi_get_network_registration_cost";
    assert_eq!(cost, Rao(number(&answer(&calls, method, None))));
    assert_eq!(now(reads::subnet_to_prune(&view)).unwrap().value, None);
}

#[test]
fn a_subnet_that_does_not_exist() {
    let Some(view) = Recorded::open() else {
        return;
    };
    assert_eq!(now(reads::subnet_detail(&view, NetUid(99))).unwrap().value, None);
    assert_eq!(
        now(reads::hyperparameters(&view, NetUid(99))).unwrap().value,
        None
    );
}

#[test]
fn parameters_and_their_meaning() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    for netuid in [NetUid(0), NetUid(2)] {
        let got = now(reads::hyperparameters(&view, netuid)).unwrap().value.unwrap();
        let want = answer(
            &calls,
            "SubnetInfoRuntimeApi_get_subnet_hyperparams_v3",
            Some(netuid),
        );
        assert_eq!(got.len(), list(&want).len());
        for (got, want) in got.iter().zip(list(&want)) {
            assert_eq!(got.name, text(&want["name"]));
            assert!(got.meaning.is_some(), "{} has no meaning", got.name);
            let (kind, value) = want["value"].as_object().unwrap().iter().next().unwrap();
            let want = match kind.as_str() {
                "Bool" => HyperparameterValue::Flag(value.as_bool().unwrap()),
                "TaoBalance" => HyperparameterValue::Amount(Rao(number(value))),
                "I32F32" => HyperparameterValue::Fixed32(number(&value["bits"])),
                "U64F64" => HyperparameterValue::Fixed64(number(&value["bits"])),
                _ => HyperparameterValue::Number(number(value)),
            };
            assert_eq!(got.value, want, "{}", got.name);
        }
    }
}
