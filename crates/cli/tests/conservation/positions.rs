//! Positions: what is computed here, beside what a node's runtime says at the same block.

use std::collections::BTreeMap;

use futures::future::join_all;
use scale_value::Value;
use taolight_bittensor::{Amount, Protection, reads::Trade};
use taolight_primitives::{AccountId, Alpha, NetUid, Verified};
use taolight_protocol::engine::{ReadPortfolio, ReadQuote};

use crate::{
    node::Node,
    stage::{Person, Stage, place},
    told::Told,
};

const API: &str = "StakeInfoRuntimeApi";

type Positions = BTreeMap<(NetUid, AccountId), Alpha>;

/// Compares all positions of a person, each of them twice: in the portfolio, and as what a sale of all of it takes, which is
/// computed in another way. Returns how many there are.
pub(crate) async fn are_the_nodes(stage: &Stage, person: &Person) -> usize {
    let coldkeys = vec![person.account];
    let portfolio = stage.proves(ReadPortfolio { coldkeys }).await;
    let node = Node::at(portfolio.block);
    let mut computed = Positions::new();
    for holding in &portfolio.value.holders[0].holdings {
        let positions = holding.positions.iter();
        computed.extend(positions.map(|position| ((holding.netuid, position.hotkey), position.alpha)));
    }
    assert_eq!(computed, told(&node, person.account));

    let sales = computed
        .keys()
        .map(|&(netuid, hotkey)| is_sold_whole(stage, person.account, netuid, hotkey));
    join_all(sales).await;
    computed.len()
}

/// All positions with anything in them, as a node tells them.
fn told(node: &Node, coldkey: AccountId) -> Positions {
    let told = node.call(API, "get_stake_info_for_coldkey", vec![account(coldkey)]);
    let positions = told.list().into_iter().map(|stake| {
        let place = (stake.field("netuid").netuid(), stake.field("hotkey").account());
        (place, stake.field("stake").alpha())
    });
    positions.filter(|(_, alpha)| *alpha > Alpha::ZERO).collect()
}

async fn is_sold_whole(stage: &Stage, coldkey: AccountId, netuid: NetUid, hotkey: AccountId) {
    let sale = ReadQuote {
        trade: Trade::Sell {
            coldkey,
            from: place(hotkey, netuid.0),
            amount: None,
        },
        protection: Protection::None,
    };
    let Verified { value, block, .. } = stage.proves(sale).await;
    let taken = match value.amount_in {
        Amount::Tao { amount } => amount.0,
        Amount::Alpha { amount, .. } => amount.0,
    };
    let arguments = vec![account(hotkey), account(coldkey), Value::u128(netuid.0.into())];
    let told = Node::at(block).call(API, "get_stake_info_for_hotkey_coldkey_netuid", arguments);
    let told = told.option().expect("there is stake").field("stake").alpha();
    assert_eq!(taken, told.0, "{coldkey} with {hotkey} on {netuid:?}");
}

fn account(account: AccountId) -> Value {
    Value::unnamed_composite([Value::from_bytes(account.0)])
}
