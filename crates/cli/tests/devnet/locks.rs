//! Locked alpha. The runtime's own series differs from ours by a few rao.

use taolight_bittensor::reads::{LockKind, LockRates, LockState};
use taolight_primitives::{Alpha, NetUid};
use taolight_protocol::engine::ReadLocks;

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR},
    seed,
    told::Told,
};

/// How far the runtime's result may be from ours, in rao.
const NEAR: u64 = 4;

fn is_near(ours: Alpha, theirs: Alpha) -> bool {
    ours.0.abs_diff(theirs.0) <= NEAR
}

#[test]
fn locks_are_the_nodes() {
    for (path, count) in [("locker", 3), ("holder", 0)] {
        let coldkey = seed::account(path);
        let Some(read) = ask(ReadLocks { coldkey }) else {
            return;
        };
        let node = Node::at(read.block);
        let stored = node.items(SUBTENSOR, "Lock", vec![seed::of(coldkey)]);
        assert_eq!((read.value.locks.len(), stored.len()), (count, count), "{path}");

        let rate = |entry| node.value(SUBTENSOR, entry, vec![]).number();
        let rates = LockRates {
            unlock: rate("UnlockRate"),
            maturity: rate("MaturityRate"),
        };
        assert_eq!(read.value.rates, rates);
        let flags: u128 = node
            .value(SUBTENSOR, "AccountFlags", vec![seed::of(coldkey)])
            .number();
        assert_eq!(read.value.accepts_locked, flags & 1 == 1);
        assert_eq!(read.value.accepts_locked, path == "locker");

        for (keys, told) in stored {
            let (netuid, hotkey) = (keys[1].netuid(), keys[2].account());
            let lock = read
                .value
                .locks
                .iter()
                .find(|lock| lock.netuid == netuid)
                .unwrap();
            assert_eq!(lock.hotkey, hotkey);
            let state = LockState {
                mass: told.field("locked_mass").alpha(),
                conviction: told.field("conviction").number(),
                at: told.field("last_update").number(),
            };
            assert_eq!(lock.stored, state);

            let owner = node.value(SUBTENSOR, "SubnetOwnerHotkey", vec![seed::on(netuid)]);
            let decaying = node.item(
                SUBTENSOR,
                "DecayingLock",
                vec![seed::of(coldkey), seed::on(netuid)],
            );
            let kind = LockKind {
                perpetual: decaying.is_some_and(|decaying| !decaying.flag()),
                of_owner: owner.account() == hotkey,
            };
            assert_eq!(lock.kind, kind, "subnet {netuid}");
            assert_eq!(kind.perpetual, netuid == NetUid(2));

            let arguments = vec![seed::of(coldkey), seed::on(netuid)];
            let rolled = node.call("StakeInfoRuntimeApi", "get_coldkey_lock", arguments);
            let rolled = rolled.option().unwrap();
            let (mass, conviction) = (rolled.field("locked_mass").alpha(), rolled.field("conviction"));
            assert!(is_near(lock.locked, mass), "{lock:?}: {mass:?}");
            let conviction = Alpha((conviction.number::<u128>() >> 64).try_into().unwrap());
            assert!(is_near(lock.conviction, conviction), "{lock:?}: {conviction:?}");
            assert!(lock.conviction > Alpha::ZERO);
            assert_eq!(lock.locked < lock.stored.mass, !kind.perpetual);
        }
    }
}
