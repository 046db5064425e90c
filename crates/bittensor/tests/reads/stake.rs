//! Positions: from storage against the runtime's own, and what several coldkeys have.

use taolight_bittensor::reads::{self, PositionKey, Worth};
use taolight_codec::Value;
use taolight_primitives::{AccountId, Alpha, NetUid, Price, Rao};

use crate::{
    ALICE, ALICE_HOT, CHARLIE_HOT, EVE, NOBODY,
    common::{
        json::{account, address, bytes, list, number},
        recorded::Recorded,
        recording,
    },
    now,
};

#[test]
fn storage_says_what_the_runtime_says() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    let mut compared = 0;
    let method = "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid";
    for call in list(&calls["calls"])
        .iter()
        .filter(|call| call["method"] == method)
    {
        let arguments = &call["args_readable"];
        let position = PositionKey {
            hotkey: account(&arguments["hotkey_account"]),
            coldkey: account(&arguments["coldkey_account"]),
            netuid: NetUid(number(&arguments["netuid"])),
        };
        view.missed.borrow_mut().clear();
        let stake = now(reads::stake(&view, &position)).unwrap().value;
        let want = match &call["decoded"]["stake"] {
            serde_json::Value::Null => Alpha::ZERO,
            stake => Alpha(number(stake)),
        };
        assert_eq!(stake, want, "{position:?}");
        if want > Alpha::ZERO {
            assert!(view.missed.borrow().is_empty(), "all of it was recorded");
            compared += 1;
        }
    }
    assert_eq!(compared, 4);
}

#[test]
fn storage_says_what_the_runtime_says_of_all_stakers() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    // The pools whose totals and rows were all recorded.
    let pools = [(ALICE_HOT, 0), (ALICE_HOT, 2), (CHARLIE_HOT, 4)]
        .map(|(hotkey, netuid)| (address(hotkey), NetUid(netuid)));
    let mut compared = 0;
    let method = "DelegateInfoRuntimeApi_get_delegate";
    for call in list(&calls["calls"])
        .iter()
        .filter(|call| call["method"] == method)
    {
        let Some(stakers) = call["decoded"]["nominators"].as_array() else {
            continue;
        };
        let hotkey = account(&call["decoded"]["delegate_ss58"]);
        for staker in stakers {
            for stake in list(&staker[1]) {
                let netuid = NetUid(number(&stake[0]));
                if !pools.contains(&(hotkey, netuid)) {
                    continue;
                }
                let position = PositionKey {
                    hotkey,
                    coldkey: account(&staker[0]),
                    netuid,
                };
                let got = now(reads::stake(&view, &position)).unwrap().value;
                assert_eq!(got, Alpha(number(&stake[1])), "{position:?}");
                compared += 1;
            }
        }
    }
    assert!(compared >= 9, "{compared} positions");
}

/// The view, able to answer for these three coldkeys.
fn open() -> Option<(Recorded, [AccountId; 3])> {
    let mut view = Recorded::open()?;
    let coldkeys = [ALICE, NOBODY, EVE].map(address);
    // Availability was recorded for another pair; Alice's is at the end of that answer.
    let method = "StakeInfoRuntimeApi_get_stake_availability_for_coldkeys";
    let (_, answer) = view
        .answers
        .iter()
        .find(|((name, arguments), _)| name == method && arguments.len() == 1 + 64 + 1 && arguments[65] == 0)
        .unwrap();
    let alice = answer
        .windows(32)
        .position(|window| window == coldkeys[0].0)
        .unwrap();
    let answer = [&[4], &answer[alice..]].concat();
    let arguments = availability(&view, [coldkeys[0], coldkeys[2]]);
    view.set_answer(method, arguments, answer);
    Some((view, coldkeys))
}

/// What is asked about the locks of those who have stake, on all subnets where they have it.
fn availability(view: &Recorded, coldkeys: [AccountId; 2]) -> Vec<u8> {
    let api = "StakeInfoRuntimeApi";
    let coldkeys = Value::List(coldkeys.map(Value::from).to_vec());
    let netuids = [0, 2, 3, 4].map(|netuid| Value::from(NetUid(netuid)));
    let netuids = Value::option(Some(Value::List(netuids.to_vec())));
    let api = view
        .metadata
        .api(api, "get_stake_availability_for_coldkeys")
        .unwrap();
    api.call(&[coldkeys, netuids]).unwrap().parameters
}

#[test]
fn what_several_coldkeys_have() {
    let (Some((view, coldkeys)), Some(calls)) = (open(), recording("runtime-apis.json")) else {
        return;
    };
    let portfolio = now(reads::portfolio(&view, &coldkeys)).unwrap().value;
    let mut all = list(&calls["calls"]).iter();
    let call = all.find(|call| call["method"] == "StakeInfoRuntimeApi_get_stake_info_for_coldkeys");
    for (holder, want) in portfolio.holders.iter().zip(list(&call.unwrap()["decoded"])) {
        assert_eq!(holder.coldkey, account(&want[0]));
        let positions: usize = holder
            .holdings
            .iter()
            .map(|holding| holding.positions.len())
            .sum();
        let recorded = list(&want[1]).iter().filter(|stake| stake["stake"] != "0");
        assert_eq!(positions, recorded.clone().count());
        for stake in recorded {
            let netuid = NetUid(number(&stake["netuid"]));
            let holding = holder
                .holdings
                .iter()
                .find(|holding| holding.netuid == netuid)
                .unwrap();
            let hotkey = account(&stake["hotkey"]);
            let position = holding
                .positions
                .iter()
                .find(|position| position.hotkey == hotkey)
                .unwrap();
            assert_eq!(position.alpha, Alpha(number(&stake["stake"])));
            assert_eq!(position.hotkey_emission, Alpha(number(&stake["emission"])));
            assert_eq!(position.registered, stake["is_registered"]);
            assert!(position.worth.sellable && position.worth.if_sold <= position.worth.at_spot);
        }
    }
    assert_eq!(portfolio.holders[1].worth, Worth::NOTHING);
    assert_eq!(portfolio.holders[1].holdings, []);
}

#[test]
fn prices_availability_and_totals() {
    let (Some((view, coldkeys)), Some(calls)) = (open(), recording("runtime-apis.json")) else {
        return;
    };
    let portfolio = now(reads::portfolio(&view, &coldkeys)).unwrap().value;
    let mut all = list(&calls["calls"]).iter();
    let prices = all
        .find(|call| call["method"] == "SwapRuntimeApi_current_alpha_price_all")
        .unwrap();
    let mut worth = Worth::NOTHING;
    for holding in portfolio.holders.iter().flat_map(|holder| &holder.holdings) {
        let mut prices = list(&prices["decoded"]).iter();
        let price = prices.find(|price| NetUid(number(&price["netuid"])) == holding.netuid);
        let price: u64 = number(&price.unwrap()["price"]);
        assert!(holding.price.0.abs_diff(price) <= 1, "{holding:?}");
        assert_eq!(holding.available, holding.total.saturating_sub(holding.locked));
        if holding.netuid == NetUid(0) {
            assert_eq!(holding.price, Price::ONE);
            assert_eq!(holding.worth, Worth::of_tao(Rao(holding.total.0)));
        }
    }
    let mut availability = list(&calls["calls"])
        .iter()
        .filter(|call| call["method"] == "StakeInfoRuntimeApi_get_stake_availability_for_coldkeys");
    let availability = &availability.next().unwrap()["decoded"][ALICE];
    for holding in &portfolio.holders[0].holdings {
        let want = &availability[holding.netuid.to_string()];
        assert_eq!(holding.total, Alpha(number(&want["total"])));
        assert_eq!(holding.available, Alpha(number(&want["available"])));
    }
    for total in &portfolio.subnets {
        worth = worth.and(total.worth);
    }
    let tao: u64 = portfolio
        .holders
        .iter()
        .map(|holder| holder.balance.total().0)
        .sum();
    assert_eq!(portfolio.worth, worth.and(Worth::of_tao(Rao(tao))));
    // Selling one after the other moves the price, which selling alone does not count.
    let apart = portfolio
        .holders
        .iter()
        .fold(Worth::NOTHING, |sum, holder| sum.and(holder.worth));
    assert!(portfolio.worth.if_sold < apart.if_sold);
}

#[test]
fn one_round_trip_more_than_a_balance() {
    let Some((view, coldkeys)) = open() else {
        return;
    };
    now(reads::portfolio(&view, &coldkeys)).unwrap();
    // Balances and stakes at the same time, then pools and locks.
    assert_eq!(*view.round_trips.borrow(), ["values", "call", "values", "call"]);
}

#[test]
fn a_coldkey_that_is_asked_for_twice_counts_once() {
    let Some((view, [alice, nobody, eve])) = open() else {
        return;
    };
    let portfolio = now(reads::portfolio(&view, &[alice, nobody, alice, eve]))
        .unwrap()
        .value;
    assert_eq!(
        portfolio,
        now(reads::portfolio(&view, &[alice, nobody, eve])).unwrap().value
    );
}

#[test]
fn recorded_arguments_are_ours() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    let mut all = list(&calls["calls"]).iter();
    let call = all.find(|call| call["method"] == "StakeInfoRuntimeApi_get_stake_info_for_coldkeys");
    let arguments = bytes(&call.unwrap()["args_hex"]);
    let coldkeys = [ALICE, NOBODY, EVE].map(|account| address(account).into());
    let api = view
        .metadata
        .api("StakeInfoRuntimeApi", "get_stake_info_for_coldkeys")
        .unwrap();
    let ours = api.call(&[Value::List(coldkeys.to_vec())]).unwrap();
    assert_eq!(ours.parameters, arguments);
}
