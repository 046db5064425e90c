//! Every quote and every trade that was recorded of the real runtime.

use crate::swap::{Fill, Pool, Side, SimSwapResult};
use serde_json::Value as Json;
use std::{collections::BTreeMap, env, fs, path::PathBuf};

/// Names the folder with the recordings. Tests that need it pass without, and say so.
const REFERENCE: &str = "TAOLIGHT_REFERENCE_DIR";

/// The claims that one block makes at most.
const CLAIMS: u64 = 5;

fn recordings() -> Option<Json> {
    let Some(folder) = env::var_os(REFERENCE) else {
        eprintln!("skipped: {REFERENCE} is not set");
        return None;
    };
    let bytes =
        fs::read(PathBuf::from(folder).join("recordings/quotes.json")).expect("the recordings are there");
    Some(serde_json::from_slice(&bytes).expect("the recordings are JSON"))
}

fn number(json: &Json) -> u64 {
    match json {
        Json::String(text) => text.parse().expect("a number"),
        other => other.as_u64().expect("a number"),
    }
}

fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

/// A recorded pool; `None` for one that makes no price.
fn pool(json: &Json) -> Option<Pool> {
    (number(&json["mechanism"]) == 1).then(|| Pool {
        tao: number(&json["tao_reserve"]),
        alpha: number(&json["alpha_reserve"]),
        quote: number(&json["quote_weight_perquintill"]),
        fee_rate: u16::try_from(number(&json["fee_rate_u16"])).expect("a u16"),
    })
}

fn simulated(pool: Option<Pool>, side: Side, amount: u64) -> SimSwapResult {
    let at_par = SimSwapResult {
        tao_amount: amount,
        alpha_amount: amount,
        ..SimSwapResult::default()
    };
    pool.map_or(at_par, |pool| pool.simulate(side, amount))
}

#[test]
fn every_recorded_quote_is_met_to_the_rao() {
    let Some(recordings) = recordings() else { return };
    let mut rows = 0;
    for state in list(&recordings["states"]) {
        let pool = pool(&state["pool"]);
        let price = pool.map_or(1_000_000_000, |pool| pool.price());
        assert_eq!(price, number(&state["current_alpha_price"]), "{}", state["label"]);
        for (side, name) in [
            (Side::Buy, "sim_swap_tao_for_alpha"),
            (Side::Sell, "sim_swap_alpha_for_tao"),
        ] {
            for row in list(&state[name]) {
                let row: Vec<u64> = list(row).iter().map(number).collect();
                let result = simulated(pool, side, row[0]);
                let numbers = [
                    result.tao_amount,
                    result.alpha_amount,
                    result.tao_fee,
                    result.alpha_fee,
                    result.tao_slippage,
                    result.alpha_slippage,
                ];
                assert_eq!(
                    numbers,
                    row[1..],
                    "{} {side:?} {} of {pool:?}",
                    state["label"],
                    row[0]
                );
                rows += 1;
            }
        }
    }
    assert_eq!(rows, 3_063);
}

/// A trade as an event tells it: netuid, side and what changed hands.
struct Traded {
    netuid: String,
    side: Side,
    fill: Fill,
}

fn traded(event: &Json) -> Option<Traded> {
    let attributes = &event["attributes"];
    let field = |index: usize| number(&attributes[index]);
    let netuid = attributes[4].as_str()?.to_owned();
    match event["event"].as_str()? {
        "StakeAdded" => {
            let fill = Fill {
                paid: field(2) - field(5),
                fee: field(5),
                received: field(3),
            };
            Some(Traded {
                netuid,
                side: Side::Buy,
                fill,
            })
        }
        "StakeRemoved" => {
            let fill = Fill {
                paid: field(3),
                fee: field(5),
                received: field(2),
            };
            Some(Traded {
                netuid,
                side: Side::Sell,
                fill,
            })
        }
        _ => None,
    }
}

/// The trades of a recorded call. Stake that stays on its subnet is none, though it has the events.
fn trades(execution: &Json) -> Vec<Traded> {
    let arguments = &execution["args"];
    let stays = arguments["origin_netuid"].is_string()
        && arguments["origin_netuid"] == arguments["destination_netuid"];
    if stays {
        return Vec::new();
    }
    list(&execution["events"]).iter().filter_map(traded).collect()
}

/// What one block did with one pool, in order.
struct Day<'a> {
    before: Pool,
    after: &'a Json,
    trades: Vec<Traded>,
}

/// All recorded trades, by block and pool.
fn days(recordings: &Json) -> BTreeMap<(&str, String), Day<'_>> {
    let mut executions: Vec<&Json> = list(&recordings["executions"]).iter().collect();
    executions.sort_by_key(|execution| number(&execution["extrinsic_index"]));
    let mut days = BTreeMap::new();
    for execution in executions {
        for trade in trades(execution) {
            let Some(before) = pool(&execution["pools_at_parent"][&trade.netuid]) else {
                continue;
            };
            let after = &execution["pools_after_block"][&trade.netuid];
            let block = execution["block_hash"].as_str().expect("a hash");
            let day = Day {
                before,
                after,
                trades: Vec::new(),
            };
            days.entry((block, trade.netuid.clone()))
                .or_insert(day)
                .trades
                .push(trade);
        }
    }
    days
}

/// The pool after a trade and, if it was a sale, after its fee was sold too.
fn settled(pool: Pool, side: Side, fill: Fill) -> Pool {
    let after = pool.after(side, fill);
    if side == Side::Buy || fill.fee == 0 {
        return after;
    }
    let fee = after.fill_free(Side::Sell, fill.fee).expect("fees are sold");
    after.after(Side::Sell, fee)
}

/// The pool as the first trade met it. Before a block's trades the chain may sell alpha for root stakers: what is too
/// much in the pool afterwards. `None` where alpha is missing: a registration bought it in between.
fn opening(day: &Day) -> Option<Pool> {
    let alpha = day
        .trades
        .iter()
        .fold(day.before.alpha, |alpha, trade| match trade.side {
            Side::Buy => alpha - trade.fill.received,
            Side::Sell => alpha + trade.fill.total(),
        });
    match number(&day.after["alpha_reserve"]).checked_sub(alpha)? {
        0 => Some(day.before),
        claimed => {
            let sale = day
                .before
                .fill_free(Side::Sell, claimed)
                .expect("claims are sold");
            Some(day.before.after(Side::Sell, sale))
        }
    }
}

#[test]
fn every_recorded_trade_is_met_to_the_rao() {
    let Some(recordings) = recordings() else { return };
    assert_eq!(list(&recordings["executions"]).len(), 39);
    let (mut count, mut unexplained) = (0, 0);
    for ((block, netuid), day) in days(&recordings) {
        let Some(mut pool) = opening(&day) else {
            unexplained += day.trades.len();
            continue;
        };
        for Traded { side, fill, .. } in &day.trades {
            assert_eq!(
                pool.received(*side, fill.paid),
                fill.received,
                "on {netuid} in {block}"
            );
            if fill.fee > 0 {
                assert_eq!(pool.fee(fill.total()), fill.fee, "on {netuid} in {block}");
            }
            pool = settled(pool, *side, *fill);
            count += 1;
        }
        // Claims are sold one by one and each is rounded; here they are one.
        let rounding = if opening(&day) == Some(day.before) {
            0
        } else {
            CLAIMS
        };
        let missing = pool.tao.abs_diff(number(&day.after["tao_reserve"]));
        assert!(missing <= rounding, "{missing} rao on {netuid} in {block}");
    }
    assert_eq!((count, unexplained), (42, 1));
}

#[test]
fn every_recorded_partial_fill_stops_where_the_formula_does() {
    let Some(recordings) = recordings() else { return };
    let mut cut = 0;
    for execution in list(&recordings["executions"]) {
        let arguments = &execution["args"];
        if arguments["allow_partial"] != true {
            continue;
        }
        for Traded { netuid, side, fill } in trades(execution) {
            let Some(pool) = pool(&execution["pools_at_parent"][&netuid]) else {
                continue;
            };
            let asked = match side {
                Side::Buy => number(&arguments["amount_staked"]),
                Side::Sell => number(&arguments["amount_unstaked"]),
            };
            let most = pool
                .most(side, number(&arguments["limit_price"]))
                .expect("the limit was not passed");
            assert_eq!(asked.min(most), fill.total(), "{}", execution["extrinsic_id"]);
            cut += usize::from(most < asked);
        }
    }
    assert!(cut >= 8, "{cut} trades were cut");
}
