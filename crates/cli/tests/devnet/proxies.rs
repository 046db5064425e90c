//! Who may act for an account, what waits for signatures, and who is being replaced.

use taolight_bittensor::reads::{Announcement, ColdkeySwap, MultisigOperation, Proxies, Proxy};
use taolight_protocol::engine::{ReadColdkeySwap, ReadMultisig, ReadProxies};

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR},
    seed,
    told::Told,
};

#[test]
fn proxies_are_the_nodes() {
    for (path, proxies, announcements) in [("principal", 2, 0), ("agent//2", 0, 1), ("holder", 0, 0)] {
        let account = seed::account(path);
        let Some(read) = ask(ReadProxies { account }) else {
            return;
        };
        let node = Node::at(read.block);
        let stored = |entry| node.value("Proxy", entry, vec![seed::of(account)]);
        let (may_act, announced) = (stored("Proxies"), stored("Announcements"));
        let may_act = may_act.list();
        let announced = announced.list();
        let expected = Proxies {
            proxies: may_act[0]
                .inner()
                .into_iter()
                .map(|told| Proxy {
                    delegate: told.field("delegate").account(),
                    kind: told.field("proxy_type").variant().to_owned(),
                    delay: told.field("delay").number(),
                })
                .collect(),
            deposit: may_act[1].rao(),
            announcements: announced[0]
                .inner()
                .into_iter()
                .map(|told| Announcement {
                    real: told.field("real").account(),
                    call_hash: told.field("call_hash").hash(),
                    announced_at: told.field("height").number(),
                })
                .collect(),
            announcement_deposit: announced[1].rao(),
        };
        assert_eq!(read.value, expected, "{path}");
        let counts = (read.value.proxies.len(), read.value.announcements.len());
        assert_eq!(counts, (proxies, announcements), "{path}");
    }
}

#[test]
fn operations_that_wait_are_the_nodes() {
    let Some(first) = ask(ReadMultisig {
        account: seed::account("nobody"),
    }) else {
        return;
    };
    assert_eq!(first.value, []);
    // The seed has one, of an account that the node knows.
    let (keys, _) = Node::at(first.block)
        .items("Multisig", "Multisigs", vec![])
        .swap_remove(0);
    let account = keys[0].account();
    let read = ask(ReadMultisig { account }).unwrap();
    let stored = Node::at(read.block).items("Multisig", "Multisigs", vec![seed::of(account)]);
    let expected = stored.iter().map(|(keys, told)| MultisigOperation {
        call_hash: keys[1].hash(),
        height: told.field("when").field("height").number(),
        index: told.field("when").field("index").number(),
        deposit: told.field("deposit").rao(),
        depositor: told.field("depositor").account(),
        approvals: told
            .field("approvals")
            .inner()
            .into_iter()
            .map(Told::account)
            .collect(),
    });
    assert_eq!(read.value, expected.collect::<Vec<_>>());
    assert_eq!(read.value[0].depositor, seed::account("owner//1"));
    assert_eq!(read.value[0].approvals, [seed::account("owner//1")]);
}

#[test]
fn coldkey_swaps_are_the_nodes() {
    for path in ["swapper", "disputed", "holder"] {
        let coldkey = seed::account(path);
        let Some(read) = ask(ReadColdkeySwap { coldkey }) else {
            return;
        };
        let node = Node::at(read.block);
        let stored = |entry| node.item(SUBTENSOR, entry, vec![seed::of(coldkey)]);
        let wait: u32 = node
            .value(SUBTENSOR, "ColdkeySwapReannouncementDelay", vec![])
            .number();
        let expected = match (stored("ColdkeySwapDisputes"), stored("ColdkeySwapAnnouncements")) {
            (Some(since), _) => ColdkeySwap::Disputed {
                since: since.number(),
            },
            (None, None) => ColdkeySwap::None,
            (None, Some(announced)) => {
                let executable_from = announced.list()[0].number();
                ColdkeySwap::Announced {
                    new_coldkey_hash: announced.list()[1].hash(),
                    executable_from,
                    clearable_from: executable_from + wait,
                }
            }
        };
        assert_eq!(read.value, expected, "{path}");
        let is_as_planted = match read.value {
            ColdkeySwap::None => path == "holder",
            ColdkeySwap::Announced { .. } => path == "swapper",
            ColdkeySwap::Disputed { .. } => path == "disputed",
        };
        assert!(is_as_planted, "{path}");
    }
}
