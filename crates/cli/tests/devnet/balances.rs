//! TAO of accounts.

use taolight_bittensor::reads::Balance;
use taolight_primitives::{AccountId, Rao};
use taolight_protocol::engine::WatchBalance;

use crate::{
    engine::watch,
    node::{Node, constant},
    seed,
    told::Told,
};

/// The balance of an account as a node has it.
pub(crate) fn balance(node: &Node, account: AccountId) -> Balance {
    let told = node.value("System", "Account", vec![seed::of(account)]);
    let of = |name| told.field("data").field(name).number::<u64>();
    let (free, reserved, frozen) = (of("free"), of("reserved"), of("frozen"));
    let deposit: u64 = constant("Balances", "ExistentialDeposit").number();
    let kept = frozen.saturating_sub(reserved);
    Balance {
        nonce: told.field("nonce").number(),
        free: Rao(free),
        reserved: Rao(reserved),
        frozen: Rao(frozen),
        transferable: Rao(free.saturating_sub(kept.max(deposit))),
        transferable_in_full: Rao(free.saturating_sub(kept)),
    }
}

#[test]
fn balances_are_the_nodes_block_after_block() {
    // One has a deposit reserved, one has only free TAO, one does not exist.
    for (path, is_there) in [("principal", true), ("holder", true), ("nobody", false)] {
        let account = seed::account(path);
        let Some(items) = watch(WatchBalance { account }, 2) else {
            return;
        };
        assert!(items[0].block.number < items[1].block.number);
        for item in items {
            assert_eq!(item.value, balance(&Node::at(item.block), account), "{path}");
            assert_eq!(item.value.free > Rao::ZERO, is_there, "{path}");
            assert_eq!(item.value.reserved > Rao::ZERO, path == "principal", "{path}");
        }
    }
}
