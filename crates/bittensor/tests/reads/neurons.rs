//! Neurons: columns from the runtime, rows from storage, each against the recorded whole.

use serde_json::Value as Json;
use taolight_bittensor::reads::{self, Axon, Column, Identity, PerU16};
use taolight_primitives::{Alpha, ErrorCode, NetUid, Rao};

use crate::{
    common::{
        json::{account, assert_number, bytes, list, number, text},
        recorded::Recorded,
        recording,
    },
    now,
};

const SELECTIVE: &str = "SubnetInfoRuntimeApi_get_selective_metagraph";

/// The recorded metagraph of subnet 2 with all fields; the view gives it for our columns too.
fn open() -> Option<(Recorded, Json)> {
    let (mut view, calls) = (Recorded::open()?, recording("runtime-apis.json")?);
    let mut all = list(&calls["calls"])
        .iter()
        .filter(|call| call["method"] == SELECTIVE);
    let whole = all
        .find(|call| call["decoded"]["commitments"].is_array())
        .unwrap();
    assert_eq!(whole["args_readable"]["netuid"], "2");
    let arguments = arguments(NetUid(2), &Column::ALL);
    view.set_answer(SELECTIVE, arguments, bytes(&whole["output_hex"]));
    Some((view, whole["decoded"].clone()))
}

/// What the numbers of columns look like in a call; the numbers are the runtime's, from the chain's documentation.
fn arguments(netuid: NetUid, columns: &[Column]) -> Vec<u8> {
    let number = |column: &Column| -> u16 {
        match column {
            Column::Hotkeys => 52,
            Column::Coldkeys => 53,
            Column::Identities => 54,
            Column::Axons => 55,
            Column::Active => 56,
            Column::ValidatorPermits => 57,
            Column::LastUpdates => 59,
            Column::Emissions => 60,
            Column::Dividends => 61,
            Column::Incentives => 62,
            Column::Consensus => 63,
            Column::Registrations => 66,
            Column::AlphaStakes => 67,
            Column::TaoStakes => 68,
            Column::TotalStakes => 69,
        }
    };
    let mut arguments = netuid.0.to_le_bytes().to_vec();
    arguments.push(u8::try_from(4 * (columns.len() + 1)).unwrap());
    let numbers = core::iter::once(0).chain(columns.iter().map(number));
    arguments.extend(numbers.flat_map(u16::to_le_bytes));
    arguments
}

fn column<T>(want: &Json, field: &str, read: impl Fn(&Json) -> T) -> Option<Vec<T>> {
    Some(list(&want[field]).iter().map(read).collect())
}

fn assert_identity(got: Option<&Identity>, want: &Json) {
    let Some(got) = got else {
        return assert!(want.is_null());
    };
    assert_eq!(got.name.text, text(&want["name"]));
    assert_eq!(got.url.text, text(&want["url"]));
    assert_eq!(got.github.text, text(&want["github_repo"]));
    assert_eq!(got.image.text, text(&want["image"]));
    assert_eq!(got.discord.text, text(&want["discord"]));
    assert_eq!(got.description.text, text(&want["description"]).trim());
    assert_eq!(got.additional.text, text(&want["additional"]));
}

fn assert_axon(got: Option<&Axon>, want: &Json) {
    let ip: u128 = number(&want["ip"]);
    match got {
        None => assert_eq!(ip, 0),
        Some(got) => {
            assert_eq!(
                got.ip.to_string(),
                std::net::Ipv4Addr::from(u32::try_from(ip).unwrap()).to_string()
            );
            assert_number(got.port, &want["port"]);
            assert_number(got.block, &want["block"]);
            assert_number(got.version, &want["version"]);
            assert_number(got.protocol, &want["protocol"]);
        }
    }
}

#[test]
fn every_column() {
    let Some((view, want)) = open() else {
        return;
    };
    let got = now(reads::metagraph(&view, NetUid(2), &Column::ALL))
        .unwrap()
        .value
        .unwrap();
    assert_eq!(got.hotkeys, column(&want, "hotkeys", account));
    assert_eq!(got.coldkeys, column(&want, "coldkeys", account));
    assert_eq!(
        got.active,
        column(&want, "active", |flag| flag.as_bool().unwrap())
    );
    let permits = column(&want, "validator_permit", |flag| flag.as_bool().unwrap());
    assert_eq!(got.validator_permits, permits);
    assert_eq!(got.last_updates, column(&want, "last_update", number));
    assert_eq!(got.emissions, column(&want, "emission", |row| Alpha(number(row))));
    assert_eq!(
        got.dividends,
        column(&want, "dividends", |row| PerU16(number(row)))
    );
    assert_eq!(
        got.incentives,
        column(&want, "incentives", |row| PerU16(number(row)))
    );
    assert_eq!(
        got.consensus,
        column(&want, "consensus", |row| PerU16(number(row)))
    );
    assert_eq!(got.registrations, column(&want, "block_at_registration", number));
    assert_eq!(
        got.alpha_stakes,
        column(&want, "alpha_stake", |row| Alpha(number(row)))
    );
    assert_eq!(got.tao_stakes, column(&want, "tao_stake", |row| Rao(number(row))));
    assert_eq!(
        got.total_stakes,
        column(&want, "total_stake", |row| Alpha(number(row)))
    );
    let identities = got.identities.unwrap();
    assert_eq!(identities.len(), list(&want["identities"]).len());
    for (got, want) in identities.iter().zip(list(&want["identities"])) {
        assert_identity(got.as_ref(), want);
    }
    for (got, want) in got.axons.unwrap().iter().zip(list(&want["axons"])) {
        assert_axon(got.as_ref(), want);
    }
}

#[test]
fn columns_that_were_not_asked_for_are_absent() {
    let Some((mut view, _)) = open() else {
        return;
    };
    // The runtime was asked for these and the stakes of the root's two neurons.
    let some = [Column::Hotkeys, Column::Coldkeys];
    let calls = recording("runtime-apis.json").unwrap();
    let mut all = list(&calls["calls"])
        .iter()
        .filter(|call| call["method"] == SELECTIVE);
    let recorded =
        all.find(|call| call["args_readable"]["netuid"] == "0" && call["decoded"]["coldkeys"].is_array());
    let recorded = recorded.unwrap();
    let answer = bytes(&recorded["output_hex"]);
    view.set_answer(SELECTIVE, arguments(NetUid(0), &some), answer.clone());
    view.set_answer(SELECTIVE, arguments(NetUid(0), &[Column::Axons]), answer.clone());
    view.set_answer(SELECTIVE, arguments(NetUid(9), &some), answer);
    view.set_answer(SELECTIVE, arguments(NetUid(99), &some), vec![0]);
    let got = now(reads::metagraph(&view, NetUid(0), &some))
        .unwrap()
        .value
        .unwrap();
    assert_eq!(got.hotkeys, column(&recorded["decoded"], "hotkeys", account));
    assert_eq!(got.coldkeys, column(&recorded["decoded"], "coldkeys", account));
    assert_eq!((got.identities, got.axons, got.dividends), (None, None, None));
    // An answer with other columns, or of another subnet, is none.
    for (netuid, columns) in [(NetUid(0), &[Column::Axons][..]), (NetUid(9), &some)] {
        let failure = now(reads::metagraph(&view, netuid, columns)).unwrap_err();
        assert_eq!(failure.code, ErrorCode::TypeMismatch);
    }
    let gone = now(reads::metagraph(&view, NetUid(99), &some)).unwrap();
    assert_eq!(gone.value, None);
}

#[test]
fn rows_are_what_the_runtime_has() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    let neurons = now(reads::neurons(&view, NetUid(2), 0..256)).unwrap().value;
    let mut all = list(&calls["calls"]).iter();
    let whole = all.find(|call| {
        call["method"] == "NeuronInfoRuntimeApi_get_neurons_lite" && call["args_readable"]["netuid"] == "2"
    });
    let whole = &whole.unwrap()["decoded"];
    assert_eq!(neurons.len(), list(whole).len());
    let mut owners = 0;
    for (got, want) in neurons.iter().zip(list(whole)) {
        assert_number(got.uid, &want["uid"]);
        assert_eq!(got.hotkey, account(&want["hotkey"]));
        assert_eq!(got.validator_permit, want["validator_permit"]);
        assert_eq!(got.active, want["active"]);
        assert_eq!(got.emission, Alpha(number(&want["emission"])));
        assert_eq!(got.dividends, PerU16(number(&want["dividends"])));
        assert_eq!(got.incentive, PerU16(number(&want["incentive"])));
        assert_eq!(got.consensus, PerU16(number(&want["consensus"])));
        assert_eq!(got.validator_trust, PerU16(number(&want["validator_trust"])));
        assert_number(got.last_update, &want["last_update"]);
        assert_axon(got.axon.as_ref(), &want["axon_info"]);
        // Owners were recorded for some hotkeys only.
        if let Some(owner) = got.owner {
            assert_eq!(owner, account(&want["coldkey"]));
            owners += 1;
        }
    }
    assert!(owners > 0);
    let page = now(reads::neurons(&view, NetUid(2), 2..4)).unwrap().value;
    assert_eq!(page, neurons[2..4]);
}

#[test]
fn validators_are_those_with_a_permit() {
    let Some(view) = Recorded::open() else {
        return;
    };
    view.round_trips.borrow_mut().clear();
    let validators = now(reads::validators(&view, NetUid(2))).unwrap().value;
    assert_eq!(
        *view.round_trips.borrow(),
        ["values", "below", "values", "values"]
    );
    assert!(!validators.is_empty() && validators.iter().all(|validator| validator.validator_permit));
    assert!(validators.is_sorted_by(|first, second| first.stake >= second.stake));
    let alice = validators.iter().find(|validator| validator.uid == 0).unwrap();
    assert_eq!(alice.identity.as_ref().unwrap().name.text, "Alice Validator");
    assert_eq!(alice.take, PerU16(11_796));
    assert_eq!(alice.stake, Alpha(86_050_350_089));
    assert_eq!(alice.root_stake, Rao(1_112_772_171_997));
}
