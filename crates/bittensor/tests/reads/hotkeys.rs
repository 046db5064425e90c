//! Hotkeys, their owners and relatives.

use taolight_bittensor::reads::{self, PerU16};
use taolight_primitives::{AccountId, Alpha, NetUid};

use crate::{
    ALICE, ALICE_HOT, CHARLIE_HOT, NOBODY,
    common::{
        json::{account, address, assert_number, list, number},
        recorded::Recorded,
        recording,
    },
    now,
};

#[test]
fn a_hotkey_with_its_subnets() {
    let (Some(view), Some(calls)) = (Recorded::open(), recording("runtime-apis.json")) else {
        return;
    };
    let hotkey = now(reads::hotkey(&view, &address(ALICE_HOT))).unwrap().value;
    assert_eq!(hotkey.owner, Some(address(ALICE)));
    assert_eq!(hotkey.identity.unwrap().name.text, "Alice Validator");
    assert_eq!(hotkey.take, PerU16(11_796));
    assert_eq!(view.round_trips.borrow().len(), 3, "two proofs at once, then one");
    // The runtime's own account of the same hotkey.
    let mut delegates = list(&calls["calls"]).iter().filter(|call| {
        call["method"] == "DelegateInfoRuntimeApi_get_delegate"
            && call["decoded"]["delegate_ss58"] == ALICE_HOT
    });
    let want = &delegates.next().unwrap()["decoded"];
    assert_eq!(hotkey.take, PerU16(number(&want["take"])));
    assert_eq!(account(&want["owner_ss58"]), address(ALICE));
    for subnet in &hotkey.subnets {
        let registrations = list(&want["registrations"]);
        assert!(
            registrations
                .iter()
                .any(|netuid| NetUid(number(netuid)) == subnet.netuid)
        );
        assert!(subnet.stake > Alpha::ZERO, "{subnet:?}");
    }
    let on_two = hotkey
        .subnets
        .iter()
        .find(|subnet| subnet.netuid == NetUid(2))
        .unwrap();
    assert_eq!(on_two.uid, Some(0));
    assert_eq!(on_two.stake, Alpha(86_050_350_089));
}

#[test]
fn children_that_are_to_come() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let hotkey = now(reads::hotkey(&view, &address(CHARLIE_HOT))).unwrap().value;
    let mut items = list(&storage["items"]).iter();
    let item = items.find(|item| {
        item["item"] == "SubtensorModule.PendingChildKeys" && item["args"][1]["arg"] == CHARLIE_HOT
    });
    let want = &item.unwrap()["decoded"];
    let on_four = hotkey
        .subnets
        .iter()
        .find(|subnet| subnet.netuid == NetUid(4))
        .unwrap();
    let pending = on_four.pending.as_ref().unwrap();
    assert_number(pending.from, &want[1]);
    let children: Vec<_> = pending
        .children
        .iter()
        .map(|child| (child.proportion, child.hotkey))
        .collect();
    let want: Vec<_> = list(&want[0])
        .iter()
        .map(|child| (number::<u64>(&child[0]), account(&child[1])))
        .collect();
    assert_eq!(children, want);
    assert_eq!(children.len(), 2);
    assert!(on_four.children.is_empty() && on_four.parents.is_empty());
}

#[test]
fn a_hotkey_that_nobody_owns() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let hotkey = now(reads::hotkey(&view, &AccountId([7; 32]))).unwrap().value;
    assert_eq!((hotkey.owner, hotkey.identity), (None, None));
    assert!(hotkey.subnets.is_empty());
    assert_eq!(
        now(reads::hotkey_owner(&view, &address(ALICE_HOT)))
            .unwrap()
            .value,
        Some(address(ALICE))
    );
    assert_eq!(
        now(reads::hotkey_owner(&view, &AccountId([0; 32])))
            .unwrap()
            .value,
        None
    );
}

#[test]
fn hotkeys_of_a_coldkey() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let mut compared = 0;
    for item in list(&storage["items"]) {
        let who = &item["args"][0]["arg"];
        let wanted = || -> Vec<_> { list(&item["decoded"]).iter().map(account).collect() };
        if item["item"] == "SubtensorModule.OwnedHotkeys" {
            let got = now(reads::own_hotkeys(&view, &account(who))).unwrap().value;
            assert_eq!(got.owned, wanted());
            compared += 1;
        }
        if item["item"] == "SubtensorModule.StakingHotkeys" {
            let got = now(reads::own_hotkeys(&view, &account(who))).unwrap().value;
            assert_eq!(got.staked_to, wanted());
            compared += 1;
        }
    }
    assert_eq!(compared, 8);
    let none = now(reads::own_hotkeys(&view, &address(NOBODY))).unwrap().value;
    assert!(none.owned.is_empty());
}
