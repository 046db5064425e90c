//! Every trade that the runtime simulated, with all six numbers of its answer.

use serde_json::Value as Json;
use taolight_bittensor::{Fee, Pool};
use taolight_primitives::{Alpha, Rao};

use crate::recordings::{list, number, pool, recording, text};

/// `tao_amount, alpha_amount, tao_fee, alpha_fee, tao_slippage, alpha_slippage`.
type Answer = [u64; 6];

fn buy(pool: &Pool, amount: u64) -> Answer {
    let Ok(fill) = pool.buy(Rao(amount), None, Fee::Charged) else {
        return Answer::default();
    };
    let slippage = pool.alpha_at_spot(Rao(amount)).saturating_sub(fill.received);
    [fill.paid.0, fill.received.0, fill.fee.0, 0, 0, slippage.0]
}

fn sell(pool: &Pool, amount: u64) -> Answer {
    let Ok(fill) = pool.sell(Alpha(amount), None, Fee::Charged) else {
        return Answer::default();
    };
    let slippage = pool.value_at_spot(Alpha(amount)).saturating_sub(fill.received);
    [fill.received.0, fill.paid.0, 0, fill.fee.0, slippage.0, 0]
}

fn compare(rows: &Json, pool: &Pool, simulate: fn(&Pool, u64) -> Answer) -> usize {
    let rows = list(rows);
    for row in rows {
        let row: Vec<u64> = list(row).iter().map(number).collect();
        assert_eq!(simulate(pool, row[0])[..], row[1..], "{} on {pool:?}", row[0]);
    }
    rows.len()
}

#[test]
fn every_simulated_trade_is_the_same_to_the_rao() {
    let Some(quotes) = recording("quotes.json") else {
        return;
    };
    let mut compared = 0;
    for state in list(&quotes["states"]) {
        let pool = pool(&state["pool"]);
        compared += compare(&state["sim_swap_tao_for_alpha"], &pool, buy);
        compared += compare(&state["sim_swap_alpha_for_tao"], &pool, sell);
    }
    assert_eq!(compared, 3063);
}

#[test]
fn every_price_is_the_same() {
    let Some(quotes) = recording("quotes.json") else {
        return;
    };
    for state in list(&quotes["states"]) {
        let price = pool(&state["pool"]).price().0;
        assert_eq!(price, number(&state["current_alpha_price"]), "{}", state["label"]);
    }
}

#[test]
fn every_fee_is_the_same() {
    let Some(quotes) = recording("quotes.json") else {
        return;
    };
    let mut compared = 0;
    for state in list(&quotes["states"]) {
        let pool = pool(&state["pool"]);
        for sample in list(&state["get_stake_fee"]) {
            if matches!(text(&sample["kind"]), "add" | "remove") {
                let fee = pool.fee(number(&sample["amount"]));
                assert_eq!(fee, number(&sample["fee"]), "{sample} {}", state["label"]);
                compared += 1;
            }
        }
    }
    assert!(compared > 0, "there are samples of fees");
}
