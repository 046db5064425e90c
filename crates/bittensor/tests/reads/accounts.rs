//! Balances, proxies, multisig operations, coldkey swaps, crowdloans, destinations of rewards.

use taolight_bittensor::reads::{self, ColdkeySwap};
use taolight_primitives::{Alpha, Level, NetUid, Rao};

use crate::{
    ALICE, ALICE_HOT, CHARLIE, DAVE, NOBODY,
    common::{
        json::{account, address, assert_number, bytes, list, number},
        recorded::Recorded,
        recording,
    },
    now,
};

/// The recorded items of a storage entry.
fn items(storage: &serde_json::Value, name: &str) -> Vec<serde_json::Value> {
    let items = list(&storage["items"]).iter();
    let items: Vec<_> = items.filter(|item| item["item"] == name).cloned().collect();
    assert!(!items.is_empty(), "{name}");
    items
}

#[test]
fn balances() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    for item in items(&storage, "System.Account") {
        let balance = now(reads::balance(&view, &account(&item["args"][0]["arg"]))).unwrap();
        assert_eq!((balance.block, balance.level), (view.block, Level::Finalized));
        let (balance, data) = (balance.value, &item["decoded"]["data"]);
        assert_number(balance.nonce, &item["decoded"]["nonce"]);
        assert_eq!(balance.free, Rao(number(&data["free"])));
        assert_eq!(balance.reserved, Rao(number(&data["reserved"])));
        assert_eq!(balance.frozen, Rao(number(&data["frozen"])));
        assert_eq!(balance.transferable, balance.free.saturating_sub(Rao(500)));
        assert_eq!(balance.transferable_in_full, balance.free);
    }
    assert_eq!(
        now(reads::balance(&view, &address(NOBODY))).unwrap().value.nonce,
        0
    );
}

#[test]
fn proxies() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let announced = items(&storage, "Proxy.Announcements");
    for item in items(&storage, "Proxy.Proxies") {
        let who = &item["args"][0]["arg"];
        let got = now(reads::proxies(&view, &account(who))).unwrap().value;
        let want = list(&item["decoded"][0]);
        assert_eq!(got.proxies.len(), want.len());
        for (got, want) in got.proxies.iter().zip(want) {
            assert_eq!(got.delegate, account(&want["delegate"]));
            assert_eq!(got.kind, want["proxy_type"].as_str().unwrap());
            assert_number(got.delay, &want["delay"]);
        }
        assert_eq!(got.deposit, Rao(number(&item["decoded"][1])));
    }
    let mut announcements = 0;
    for item in announced {
        let got = now(reads::proxies(&view, &account(&item["args"][0]["arg"])))
            .unwrap()
            .value;
        let want = list(&item["decoded"][0]);
        assert_eq!(got.announcements.len(), want.len());
        for (got, want) in got.announcements.iter().zip(want) {
            assert_eq!(got.real, account(&want["real"]));
            assert_eq!(got.call_hash.0.to_vec(), bytes(&want["call_hash"]));
            assert_number(got.announced_at, &want["height"]);
            announcements += 1;
        }
        assert_eq!(got.announcement_deposit, Rao(number(&item["decoded"][1])));
    }
    assert_eq!(announcements, 1);
}

#[test]
fn multisig_operations() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let item = items(&storage, "Multisig.Multisigs").remove(0);
    let multisig = account(&item["args"][0]["arg"]);
    let got = now(reads::multisig_operations(&view, &multisig)).unwrap().value;
    let [operation] = got.as_slice() else {
        panic!("{got:?}");
    };
    let want = &item["decoded"];
    assert_eq!(operation.call_hash.0.to_vec(), bytes(&item["args"][1]["arg"]));
    assert_number(operation.height, &want["when"]["height"]);
    assert_number(operation.index, &want["when"]["index"]);
    assert_eq!(operation.deposit, Rao(number(&want["deposit"])));
    assert_eq!(operation.depositor, account(&want["depositor"]));
    assert_eq!(operation.approvals, [account(&want["approvals"][0])]);
    let none = now(reads::multisig_operations(&view, &address(ALICE))).unwrap();
    assert_eq!(none.value, []);
}

#[test]
fn coldkey_swaps() {
    let (Some(mut view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let item = items(&storage, "SubtensorModule.ColdkeySwapAnnouncements").remove(0);
    let swapping = account(&item["args"][0]["arg"]);
    let got = now(reads::coldkey_swap(&view, &swapping)).unwrap().value;
    let ColdkeySwap::Announced {
        new_coldkey_hash,
        executable_from,
        clearable_from,
    } = got
    else {
        panic!("{got:?}");
    };
    assert_eq!(new_coldkey_hash.0.to_vec(), bytes(&item["decoded"][1]));
    assert_number(executable_from, &item["decoded"][0]);
    let wait = &items(&storage, "SubtensorModule.ColdkeySwapReannouncementDelay")[0];
    assert_eq!(clearable_from - executable_from, number::<u32>(&wait["decoded"]));
    let none = now(reads::coldkey_swap(&view, &address(ALICE))).unwrap();
    assert_eq!(none.value, ColdkeySwap::None);
    view.set(
        "SubtensorModule",
        "ColdkeySwapDisputes",
        &[swapping.into()],
        300_u32.to_le_bytes().to_vec(),
    );
    let disputed = now(reads::coldkey_swap(&view, &swapping)).unwrap();
    assert_eq!(disputed.value, ColdkeySwap::Disputed { since: 300 });
}

#[test]
fn crowdloans() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let got = now(reads::crowdloans(&view)).unwrap().value;
    let [loan] = got.as_slice() else {
        panic!("{got:?}");
    };
    let want = &items(&storage, "Crowdloan.Crowdloans")[0]["decoded"];
    assert_eq!((loan.id, loan.max_contribution, loan.has_call), (0, None, false));
    assert_eq!(loan.creator, account(&want["creator"]));
    assert_eq!(loan.deposit, Rao(number(&want["deposit"])));
    assert_eq!(loan.min_contribution, Rao(number(&want["min_contribution"])));
    assert_number(loan.end, &want["end"]);
    assert_eq!(loan.cap, Rao(number(&want["cap"])));
    assert_eq!(loan.funds, account(&want["funds_account"]));
    assert_eq!(loan.raised, Rao(number(&want["raised"])));
    assert_eq!(loan.target, Some(account(&want["target_address"])));
    assert!(!loan.finalized);
    assert_number(loan.contributors, &want["contributors_count"]);
    let given = now(reads::contributions(&view, &address(DAVE), &[0, 1]))
        .unwrap()
        .value;
    assert_eq!(given.len(), 1);
    assert_eq!((given[0].crowdloan, given[0].amount), (0, Rao(10_000_000_000)));
}

#[test]
fn destinations_of_rewards() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let got = now(reads::auto_stake(&view, &address(DAVE))).unwrap().value;
    assert_eq!(got.len(), 1);
    assert_eq!((got[0].netuid, got[0].hotkey), (NetUid(2), address(ALICE_HOT)));
    let none = now(reads::auto_stake(&view, &address(CHARLIE))).unwrap();
    assert_eq!(none.value, []);
}

#[test]
fn answers_cross_a_port() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let proxies = now(reads::proxies(&view, &address(ALICE))).unwrap();
    let json = serde_json::to_string(&proxies).unwrap();
    assert!(json.contains("\"announcementDeposit\":\"0\""), "{json}");
    assert_eq!(
        serde_json::from_str::<taolight_primitives::Verified<reads::Proxies>>(&json).unwrap(),
        proxies
    );
    let sample = now(reads::share_samples(&view, &[(address(ALICE_HOT), NetUid(2))])).unwrap();
    let json = serde_json::to_string(&sample.value[0]).unwrap();
    assert_eq!(
        serde_json::from_str::<reads::ShareSample>(&json).unwrap(),
        sample.value[0]
    );
    // Stake over shares, both recorded, to fifteen digits.
    let price = sample.value[0].price.unwrap().0;
    let last = now(reads::last_epoch(&view, &address(ALICE_HOT), NetUid(2)))
        .unwrap()
        .value;
    assert_eq!(last.tempo, 20);
    assert!(last.stake > Alpha::ZERO);
    let want = u128::from(last.stake.0) * 10_u128.pow(25) / 631_759_276_532_566_195_737;
    assert_eq!(u128::from(price), want);
    assert_eq!(sample.value[0].pool, None);
}
