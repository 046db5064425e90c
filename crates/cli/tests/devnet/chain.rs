//! TAO's supply, and the rules of the chain.

use taolight_bittensor::reads::{ChainRules, RateLimits, Supply, TakeLimits};
use taolight_primitives::Rao;
use taolight_protocol::engine::{ReadChainRules, ReadSupply};

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR},
    told::Told,
};

const MILLION: u64 = 1_000_000_000_000_000;

#[test]
fn the_supply_is_the_nodes() {
    let Some(read) = ask(ReadSupply {}) else { return };
    let (node, before) = (Node::at(read.block), Node::before(read.block));
    let stored = |pallet, entry| node.value(pallet, entry, vec![]).rao();
    let issued = stored(SUBTENSOR, "TotalIssuance");
    // Nobody recycles anything here, so that a block issues its emission. Each subnet's part is rounded down.
    let brought = issued.0 - before.value(SUBTENSOR, "TotalIssuance", vec![]).number::<u64>();
    let subnets: u64 = node.value(SUBTENSOR, "TotalNetworks", vec![]).number();
    let per_block = read.value.per_block;
    assert!(
        brought <= per_block.0 && per_block.0 - brought <= subnets,
        "{brought}"
    );
    let expected = Supply {
        issued,
        in_accounts: stored("Balances", "TotalIssuance"),
        staked: stored(SUBTENSOR, "TotalStake"),
        cap: Rao(21 * MILLION),
        per_block,
        halvings: Some(0),
        next_halving_at: Some(Rao(21 * MILLION / 2)),
    };
    assert_eq!(read.value, expected);
    assert!(read.value.staked < issued);
}

#[test]
fn the_rules_are_the_nodes() {
    let Some(read) = ask(ReadChainRules {}) else {
        return;
    };
    let node = Node::at(read.block);
    let rule = |entry| node.value(SUBTENSOR, entry, vec![]);
    let safe_mode = node.item("SafeMode", "EnteredUntil", vec![]);
    let expected = ChainRules {
        safe_mode_until: safe_mode.as_ref().map(Told::number),
        takes: TakeLimits {
            min: rule("MinDelegateTake").per_u16(),
            max: rule("MaxDelegateTake").per_u16(),
            min_childkey: rule("MinChildkeyTake").per_u16(),
            max_childkey: rule("MaxChildkeyTake").per_u16(),
        },
        rates: RateLimits {
            hotkey_swap: rule("TxRateLimit").number(),
            take: rule("TxDelegateTakeRateLimit").number(),
            childkey_take: rule("TxChildkeyTakeRateLimit").number(),
            subnet: rule("NetworkRateLimit").number(),
            children: rule("PendingChildKeyCooldown").number(),
        },
        coldkey_swap_delay: rule("ColdkeySwapAnnouncementDelay").number(),
        nominator_min_stake_factor: rule("NominatorMinRequiredStake").number(),
        children_min_stake: rule("StakeThreshold").rao(),
        max_subnets: rule("SubnetLimit").number(),
        timestamp_ms: node.value("Timestamp", "Now", vec![]).number(),
    };
    assert_eq!(read.value, expected);
    assert!(read.value.max_subnets == 128 && read.value.timestamp_ms > 0);
}
