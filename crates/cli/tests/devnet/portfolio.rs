//! What coldkeys have and what it is worth.

use std::collections::BTreeMap;

use scale_value::Value;
use taolight_bittensor::reads::{Holder, Holding, Portfolio, Position, SubnetTotal, Worth};
use taolight_primitives::{AccountId, Alpha, NetUid, Price, Rao};
use taolight_protocol::engine::{ReadPortfolio, WatchPortfolio};

use crate::{
    balances::balance,
    engine::{ask, watch},
    node::Node,
    seed,
    told::Told,
};

const API: &str = "StakeInfoRuntimeApi";
const SWAP: &str = "SwapRuntimeApi";

/// The worth of alpha as the runtime simulates its sale.
fn worth(node: &Node, netuid: NetUid, alpha: Alpha) -> Worth {
    let arguments = vec![seed::on(netuid), seed::number(alpha.0)];
    let sale = node.call(SWAP, "sim_swap_alpha_for_tao", arguments);
    let of = |name| sale.field(name).number::<u64>();
    Worth {
        // The runtime tells what the sale brings less than the present price.
        at_spot: Rao(of("tao_amount") + of("tao_slippage")),
        if_sold: Rao(of("tao_amount")),
        sellable: of("alpha_amount") + of("alpha_fee") >= alpha.0,
    }
}

fn sum(amounts: impl Iterator<Item = Alpha>) -> Alpha {
    Alpha(amounts.map(|alpha| alpha.0).sum())
}

fn position(node: &Node, stake: &Value) -> (NetUid, Position) {
    let (netuid, alpha) = (stake.field("netuid").netuid(), stake.field("stake").alpha());
    let position = Position {
        hotkey: stake.field("hotkey").account(),
        alpha,
        worth: worth(node, netuid, alpha),
        hotkey_emission: stake.field("emission").alpha(),
        registered: stake.field("is_registered").flag(),
    };
    (netuid, position)
}

fn holding(node: &Node, coldkey: AccountId, netuid: NetUid, positions: Vec<Position>) -> Holding {
    let netuids = Value::unnamed_variant("Some", [Value::unnamed_composite([seed::on(netuid)])]);
    let arguments = vec![Value::unnamed_composite([seed::of(coldkey)]), netuids];
    let told = node.call(API, "get_stake_availability_for_coldkeys", arguments);
    let of_coldkey = told.inner()[0].list()[1];
    let availability = of_coldkey.inner()[0].list()[1];
    let total = availability.field("total").alpha();
    assert_eq!(total, sum(positions.iter().map(|position| position.alpha)));
    Holding {
        netuid,
        total,
        locked: availability.field("locked").alpha(),
        available: availability.field("available").alpha(),
        price: Price(
            node.call(SWAP, "current_alpha_price", vec![seed::on(netuid)])
                .number(),
        ),
        worth: worth(node, netuid, total),
        positions,
    }
}

fn holder(node: &Node, coldkey: AccountId) -> Holder {
    let told = node.call(API, "get_stake_info_for_coldkey", vec![seed::of(coldkey)]);
    let mut positions: BTreeMap<NetUid, Vec<Position>> = BTreeMap::new();
    for stake in told.list() {
        let (netuid, position) = position(node, stake);
        positions.entry(netuid).or_default().push(position);
    }
    let holdings = positions
        .into_iter()
        .map(|(netuid, positions)| holding(node, coldkey, netuid, positions));
    let (balance, holdings) = (balance(node, coldkey), holdings.collect::<Vec<_>>());
    let tao = Worth::of_tao(balance.total());
    Holder {
        coldkey,
        balance,
        worth: holdings.iter().fold(tao, |sum, holding| sum.and(holding.worth)),
        holdings,
    }
}

/// The whole portfolio as a node has it.
fn portfolio(node: &Node, coldkeys: &[AccountId]) -> Portfolio {
    let holders: Vec<_> = coldkeys.iter().map(|coldkey| holder(node, *coldkey)).collect();
    let mut by_subnet: BTreeMap<NetUid, Vec<&Holding>> = BTreeMap::new();
    for holding in holders.iter().flat_map(|holder| &holder.holdings) {
        by_subnet.entry(holding.netuid).or_default().push(holding);
    }
    let subnets = by_subnet.into_iter().map(|(netuid, holdings)| {
        let total = sum(holdings.iter().map(|holding| holding.total));
        SubnetTotal {
            netuid,
            total,
            locked: sum(holdings.iter().map(|holding| holding.locked)),
            worth: worth(node, netuid, total),
        }
    });
    let subnets: Vec<_> = subnets.collect();
    let tao = holders.iter().map(|holder| Worth::of_tao(holder.balance.total()));
    let worth = tao.chain(subnets.iter().map(|subnet| subnet.worth));
    Portfolio {
        worth: worth.fold(Worth::NOTHING, Worth::and),
        holders,
        subnets,
    }
}

#[test]
fn positions_and_their_worth_are_the_nodes() {
    let coldkeys = [
        "holder",
        "locker",
        "validator//1",
        "crowd//1",
        "crowd//2",
        "nobody",
    ]
    .map(seed::account);
    let Some(read) = ask(ReadPortfolio {
        coldkeys: coldkeys.to_vec(),
    }) else {
        return;
    };
    assert_eq!(read.value, portfolio(&Node::at(read.block), &coldkeys));
    let positions = |holder: &Holder| {
        let holdings = holder.holdings.iter();
        holdings.map(|holding| holding.positions.len()).sum::<usize>()
    };
    let positions: Vec<_> = read.value.holders.iter().map(positions).collect();
    assert_eq!(positions, [20, 3, 12, 20, 20, 0]);
    let locks = read.value.holders[1].holdings.iter();
    assert!(
        locks
            .clone()
            .all(|holding| Alpha::ZERO < holding.locked && holding.locked < holding.total)
    );
    assert!(read.value.holders[0].holdings[0].positions[0].hotkey_emission > Alpha::ZERO);
}

#[test]
fn a_portfolio_is_followed_block_after_block() {
    let coldkeys = vec![seed::account("validator//1")];
    let watched = WatchPortfolio {
        coldkeys: coldkeys.clone(),
    };
    let Some(items) = watch(watched, 2) else {
        return;
    };
    assert!(items[0].block.number < items[1].block.number);
    for item in items {
        assert_eq!(item.value, portfolio(&Node::at(item.block), &coldkeys));
    }
}
