//! Locks, rolled forward from storage, against the runtime's own.

use taolight_bittensor::reads;
use taolight_primitives::{Alpha, NetUid};

use crate::{
    ALICE, ALICE_HOT, CHARLIE, CHARLIE_HOT, EVE,
    common::{json::address, recorded::Recorded},
    now,
};

#[test]
fn rolled_forward_as_the_runtime_does() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let locks = now(reads::locks(&view, &address(CHARLIE))).unwrap().value;
    let [lock] = locks.locks.as_slice() else {
        panic!("{locks:?}");
    };
    assert_eq!((lock.netuid, lock.hotkey), (NetUid(4), address(CHARLIE_HOT)));
    assert_eq!((lock.stored.mass, lock.stored.at), (Alpha(20_000_000_000), 232));
    assert!(lock.kind.of_owner && !lock.kind.perpetual);
    let runtime = now(reads::coldkey_lock(&view, &address(CHARLIE), NetUid(4))).unwrap();
    let runtime = runtime.value.unwrap();
    assert_eq!(lock.locked, runtime.mass);
    let rolled = lock.stored.rolled_to(runtime.at, locks.rates, lock.kind);
    assert_eq!(rolled, runtime);
    let conviction = now(reads::hotkey_conviction(&view, &address(CHARLIE_HOT), NetUid(4))).unwrap();
    assert_eq!(conviction.value, lock.conviction);
    let most = now(reads::most_convicted(&view, NetUid(4))).unwrap();
    assert_eq!(most.value, Some(address(CHARLIE_HOT)));
}

#[test]
fn no_locks() {
    let Some(view) = Recorded::open() else {
        return;
    };
    assert_eq!(now(reads::locks(&view, &address(ALICE))).unwrap().value.locks, []);
    assert_eq!(
        now(reads::coldkey_lock(&view, &address(ALICE), NetUid(2)))
            .unwrap()
            .value,
        None
    );
    let conviction = now(reads::hotkey_conviction(&view, &address(ALICE_HOT), NetUid(2))).unwrap();
    assert_eq!(conviction.value, Alpha::ZERO);
    assert_eq!(now(reads::most_convicted(&view, NetUid(2))).unwrap().value, None);
}

#[test]
fn who_accepts_locked_alpha() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let accepts = |account| {
        now(reads::locks(&view, &address(account)))
            .unwrap()
            .value
            .accepts_locked
    };
    assert!(accepts(EVE) && !accepts(ALICE));
}
