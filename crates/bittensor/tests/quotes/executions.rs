//! Every trade that the runtime executed, replayed block by block.
//!
//! In two of the blocks the chain sold alpha of its own before the first transaction (dividends of the root that are
//! claimed as TAO). How much, the pools tell afterwards: what they have more of than the trades explain. That number
//! is taken from them, and then every event must still be met to the rao.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use taolight_bittensor::{Fee, Mechanism, Pool};
use taolight_primitives::{Alpha, Price, Rao};

use crate::recordings::{list, number, pool, recording, text};

type Pools = BTreeMap<u64, Pool>;

/// Compares what a trade came to with what its event says; the text names the trade.
type Check<'a> = dyn FnMut([u64; 3], [u64; 3], &str) + 'a;

/// The chain's own sales are several, of which each is rounded down.
const ROUNDING_OF_UNSEEN_SALES: u64 = 2;

/// What happened to the pools in one block.
struct Block<'a> {
    executions: Vec<&'a Json>,
    /// A registration buys alpha too: on which subnet, with how much.
    registration: Option<(u64, Rao)>,
}

#[test]
fn every_executed_trade_is_the_same_to_the_rao() {
    let (Some(quotes), Some(extrinsics)) = (recording("quotes.json"), recording("extrinsics.json")) else {
        return;
    };
    let mut unexplained = 0;
    for block in blocks(&quotes, &extrinsics) {
        let after = block.pools("pools_after_block");
        let sold = block.unseen_sales(&after);
        let pools = block.replay(&sold, &mut |got, expected, what| {
            assert_eq!(got, expected, "{what}");
        });
        for (netuid, pool) in &pools {
            if pool.mechanism == Mechanism::Stable && !sold.is_empty() {
                continue;
            }
            let off = pool.tao.0.abs_diff(after[netuid].tao.0);
            let tolerated = if sold.contains_key(netuid) {
                ROUNDING_OF_UNSEEN_SALES
            } else {
                0
            };
            assert!(off <= tolerated, "the pool of {netuid} is off by {off}");
            assert_eq!(pool.alpha, after[netuid].alpha);
        }
        unexplained += sold.len();
    }
    assert_eq!(unexplained, 4, "two pools in each of two blocks");
}

fn blocks<'a>(quotes: &'a Json, extrinsics: &Json) -> Vec<Block<'a>> {
    let mut blocks: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
    for execution in list(&quotes["executions"]) {
        blocks
            .entry(text(&execution["block_hash"]))
            .or_default()
            .push(execution);
    }
    blocks
        .into_iter()
        .map(|(hash, mut executions)| {
            executions.sort_by_key(|execution| number(&execution["extrinsic_index"]));
            Block {
                executions,
                registration: registration(extrinsics, hash),
            }
        })
        .collect()
}

fn registration(extrinsics: &Json, block: &str) -> Option<(u64, Rao)> {
    let found = list(&extrinsics["extrinsics"]).iter().find(|extrinsic| {
        extrinsic["call"] == "SubtensorModule.burned_register"
            && extrinsic["inclusion"]["block_hash"] == block
            && extrinsic["success"] == true
    })?;
    let burned = list(&found["events"])
        .iter()
        .find(|event| event["event"] == "Transfer")?;
    Some((
        number(&found["args"]["netuid"]),
        Rao(number(&burned["attributes"]["amount"])),
    ))
}

impl Block<'_> {
    fn pools(&self, when: &str) -> Pools {
        let all = self.executions.iter().flat_map(|execution| {
            let pools = execution[when].as_object().unwrap();
            pools
                .iter()
                .map(|(netuid, json)| (netuid.parse().unwrap(), pool(json)))
        });
        all.collect()
    }

    /// The alpha that entered weighted pools before the first trade.
    fn unseen_sales(&self, after: &Pools) -> BTreeMap<u64, Alpha> {
        let mut sold = BTreeMap::<u64, Alpha>::new();
        // What the registration buys depends on them, so that they are approached.
        for _ in 0..8 {
            for (netuid, pool) in self.replay(&sold, &mut |_, _, _| {}) {
                if pool.mechanism == Mechanism::Dynamic && pool.alpha != after[&netuid].alpha {
                    let so_far = sold.entry(netuid).or_default();
                    *so_far = Alpha(so_far.0 + after[&netuid].alpha.0 - pool.alpha.0);
                }
            }
        }
        sold
    }

    fn replay(&self, sold: &BTreeMap<u64, Alpha>, check: &mut Check<'_>) -> Pools {
        let mut pools = self.pools("pools_at_parent");
        for (netuid, alpha) in sold {
            let pool = pools[netuid];
            let fill = pool.sell(*alpha, None, Fee::Waived).unwrap();
            pools.insert(*netuid, pool.after_selling(&fill));
        }
        for execution in &self.executions {
            Trade {
                execution,
                pools: &mut pools,
                carried: None,
                check,
            }
            .replay();
        }
        if let Some((netuid, tao)) = self.registration
            && let Some(pool) = pools.get_mut(&netuid)
        {
            let fill = pool.buy(tao, None, Fee::Charged).unwrap();
            *pool = pool.after_buying(&fill);
        }
        pools
    }
}

/// One extrinsic that trades.
struct Trade<'a> {
    execution: &'a Json,
    pools: &'a mut Pools,
    /// What the sale before brought, where it is to be staked again, and whether a fee was taken from it.
    carried: Option<(Rao, Fee)>,
    check: &'a mut Check<'a>,
}

impl Trade<'_> {
    fn replay(&mut self) {
        for event in list(&self.execution["events"]) {
            let values = &event["attributes"];
            match text(&event["event"]) {
                "StakeAdded" if self.within_one_subnet() => self.valued(values),
                "StakeRemoved" if self.within_one_subnet() => self.valued(values),
                "StakeAdded" => self.bought(values),
                "StakeRemoved" => self.sold(values),
                _ => {}
            }
        }
    }

    fn argument(&self, name: &str) -> Option<u64> {
        let value = &self.execution["args"][name];
        (!value.is_null()).then(|| number(value))
    }

    fn within_one_subnet(&self) -> bool {
        let origin = self.argument("origin_netuid");
        origin.is_some() && origin == self.argument("destination_netuid")
    }

    /// A limit on a price of alpha. That of a swap is a ratio, and was not reached.
    fn limit(&self) -> Option<Price> {
        match self.argument("origin_netuid") {
            None => self.argument("limit_price").map(Price),
            Some(_) => None,
        }
    }

    fn compare(&mut self, got: [u64; 3], expected: [u64; 3]) {
        (self.check)(got, expected, &self.execution.to_string());
    }

    /// Within a subnet nothing is traded; the events give the value at the present price.
    fn valued(&mut self, values: &Json) {
        let [tao, alpha, netuid, fee] = numbers(values);
        let value = self.pools[&netuid].value_at_spot(Alpha(alpha));
        self.compare([value.0, alpha, 0], [tao, alpha, fee]);
    }

    fn bought(&mut self, values: &Json) {
        let [tao, alpha, netuid, fee] = numbers(values);
        let pool = self.pools[&netuid];
        let limit = self.limit();
        let (amount, charged) = match (self.carried.take(), limit) {
            (Some(carried), _) => carried,
            (None, Some(limit)) => {
                let asked = Rao(self.argument("amount_staked").unwrap());
                (asked.min(pool.most_to_buy_with(limit).unwrap()), Fee::Charged)
            }
            (None, None) => (Rao(tao), Fee::Charged),
        };
        let fill = pool.buy(amount, limit, charged).unwrap();
        self.compare(
            [fill.paid.0 + fill.fee.0, fill.received.0, fill.fee.0],
            [tao, alpha, fee],
        );
        self.pools.insert(netuid, pool.after_buying(&fill));
    }

    fn sold(&mut self, values: &Json) {
        let [tao, alpha, netuid, fee] = numbers(values);
        let pool = self.pools[&netuid];
        let limit = self.limit();
        let used = Alpha(alpha + fee);
        let amount = match (self.argument("amount_unstaked"), limit) {
            (Some(asked), Some(limit)) => Alpha(asked).min(pool.most_to_sell(limit).unwrap()),
            // More than the position means all of it.
            (Some(asked), None) => Alpha(asked).min(used),
            (None, _) => used,
        };
        let fill = pool.sell(amount, limit, Fee::Charged).unwrap();
        self.compare([fill.received.0, fill.paid.0, fill.fee.0], [tao, alpha, fee]);
        let fee_taken = if pool.mechanism == Mechanism::Stable {
            Fee::Charged
        } else {
            Fee::Waived
        };
        self.carried = (!self.ends_as_tao()).then_some((fill.received, fee_taken));
        let mut pool = pool.after_selling(&fill);
        // The fee is sold at once, for whoever made the block.
        if let Ok(fee) = pool.sell(fill.fee, None, Fee::Waived) {
            pool = pool.after_selling(&fee);
        }
        self.pools.insert(netuid, pool);
    }

    fn ends_as_tao(&self) -> bool {
        self.execution["call"] == "SubtensorModule.unstake_all"
    }
}

/// `tao, alpha, netuid, fee` of an event about stake.
fn numbers(values: &Json) -> [u64; 4] {
    [2, 3, 4, 5].map(|index| number(&values[index]))
}
