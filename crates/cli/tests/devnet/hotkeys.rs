//! Hotkeys: whose they are, where they are, with whom they share stake, and which a coldkey has.

use std::collections::{BTreeMap, BTreeSet};

use scale_value::Value;
use taolight_bittensor::reads::{
    AutoStake, Hotkey, HotkeyOnSubnet, OwnHotkeys, PendingChildren, PerU16, Relative,
};
use taolight_primitives::{AccountId, Alpha, NetUid};
use taolight_protocol::engine::{ReadAutoStake, ReadHotkey, ReadOwnHotkeys};

use crate::{
    engine::ask,
    metagraph::identity,
    node::{Node, SUBTENSOR},
    seed,
    told::Told,
};

fn relatives(told: &Value) -> Vec<Relative> {
    let relative = |told: &Value| {
        let [proportion, hotkey] = told.list()[..] else {
            panic!("{told} is no pair");
        };
        Relative {
            hotkey: hotkey.account(),
            proportion: proportion.number(),
        }
    };
    told.list().into_iter().map(relative).collect()
}

/// What a map has of a hotkey, by subnet.
fn by_subnet<T>(node: &Node, entry: &str, hotkey: AccountId, read: fn(&Value) -> T) -> BTreeMap<NetUid, T> {
    let found = node.items(SUBTENSOR, entry, vec![seed::of(hotkey)]);
    found
        .iter()
        .map(|(keys, told)| (keys[1].netuid(), read(told)))
        .collect()
}

fn hotkey(node: &Node, hotkey: AccountId) -> Hotkey {
    let delegate = node.call("DelegateInfoRuntimeApi", "get_delegate", vec![seed::of(hotkey)]);
    let delegate = delegate.option().expect("it is a hotkey");
    let stakes = by_subnet(node, "TotalHotkeyAlpha", hotkey, Told::alpha);
    let children = by_subnet(node, "ChildKeys", hotkey, relatives);
    let parents = by_subnet(node, "ParentKeys", hotkey, relatives);
    let takes = by_subnet(node, "ChildkeyTake", hotkey, Told::per_u16);
    let registered: BTreeSet<_> = delegate
        .field("registrations")
        .list()
        .into_iter()
        .map(Told::netuid)
        .collect();
    let mut netuids = registered.clone();
    netuids.extend(
        stakes
            .iter()
            .filter(|(_, stake)| **stake > Alpha::ZERO)
            .map(|(netuid, _)| *netuid),
    );
    netuids.extend(children.keys().chain(parents.keys()).chain(takes.keys()));
    let on = |netuid: NetUid| {
        let keys = || vec![seed::on(netuid), seed::of(hotkey)];
        let pending = node.value(SUBTENSOR, "PendingChildKeys", keys());
        let [to_come, from] = pending.list()[..] else {
            panic!("{pending} is no pair");
        };
        let from: u64 = from.number();
        HotkeyOnSubnet {
            netuid,
            uid: node.item(SUBTENSOR, "Uids", keys()).as_ref().map(Told::number),
            stake: stakes.get(&netuid).copied().unwrap_or_default(),
            children: children.get(&netuid).cloned().unwrap_or_default(),
            parents: parents.get(&netuid).cloned().unwrap_or_default(),
            pending: (from != 0).then(|| PendingChildren {
                children: relatives(to_come),
                from,
            }),
            childkey_take: takes.get(&netuid).copied().unwrap_or(PerU16::ZERO),
        }
    };
    let subnets: Vec<_> = netuids.into_iter().map(on).collect();
    let has_uid = subnets.iter().filter(|subnet| subnet.uid.is_some());
    assert!(has_uid.map(|subnet| &subnet.netuid).eq(&registered));
    let owner = delegate.field("owner_ss58").account();
    Hotkey {
        hotkey,
        owner: Some(owner),
        identity: identity(node, owner),
        take: delegate.field("take").per_u16(),
        subnets,
    }
}

#[test]
fn hotkeys_are_the_nodes() {
    // A parent, its child, one without an identity, and one whose children are to come.
    let paths = [
        "validator//1//hotkey",
        "validator//5//hotkey",
        "validator//8//hotkey",
        "owner//3//hotkey",
    ];
    let mut found = Vec::new();
    for path in paths {
        let account = seed::account(path);
        let Some(read) = ask(ReadHotkey { hotkey: account }) else {
            return;
        };
        assert_eq!(read.value, hotkey(&Node::at(read.block), account), "{path}");
        found.push(read.value);
    }
    let [parent, child, unnamed, owner] = &found[..] else {
        panic!("there are four");
    };
    assert!(parent.subnets.iter().any(|subnet| !subnet.children.is_empty()));
    assert!(child.subnets.iter().any(|subnet| !subnet.parents.is_empty()));
    assert!(unnamed.identity.is_none() && parent.identity.is_some());
    assert!(owner.subnets.iter().any(|subnet| subnet.pending.is_some()));
}

#[test]
fn an_unknown_hotkey_belongs_to_nobody() {
    let Some(read) = ask(ReadHotkey {
        hotkey: seed::account("nobody"),
    }) else {
        return;
    };
    assert_eq!((read.value.owner, read.value.subnets), (None, Vec::new()));
}

#[test]
fn own_hotkeys_are_the_nodes() {
    for (path, owned, staked_to) in [("validator//2", 1, 1), ("holder", 0, 4), ("nobody", 0, 0)] {
        let coldkey = seed::account(path);
        let Some(read) = ask(ReadOwnHotkeys { coldkey }) else {
            return;
        };
        let node = Node::at(read.block);
        let accounts = |entry| -> Vec<_> {
            let told = node.value(SUBTENSOR, entry, vec![seed::of(coldkey)]);
            told.list().into_iter().map(Told::account).collect()
        };
        let expected = OwnHotkeys {
            owned: accounts("OwnedHotkeys"),
            staked_to: accounts("StakingHotkeys"),
        };
        assert_eq!(read.value, expected, "{path}");
        assert_eq!(
            (read.value.owned.len(), read.value.staked_to.len()),
            (owned, staked_to),
            "{path}"
        );
    }
}

#[test]
fn where_rewards_are_staked_is_the_nodes() {
    for (path, count) in [("holder", 2), ("locker", 0)] {
        let coldkey = seed::account(path);
        let Some(read) = ask(ReadAutoStake { coldkey }) else {
            return;
        };
        let node = Node::at(read.block);
        let destination = |netuid| {
            let arguments = vec![seed::of(coldkey), seed::on(netuid)];
            let told = node.call("SubnetInfoRuntimeApi", "get_coldkey_auto_stake_hotkey", arguments);
            let hotkey = told.option()?.account();
            Some(AutoStake { netuid, hotkey })
        };
        let expected: Vec<_> = (0..=12).map(NetUid).filter_map(destination).collect();
        assert_eq!(read.value, expected, "{path}");
        assert_eq!(read.value.len(), count, "{path}");
    }
}
