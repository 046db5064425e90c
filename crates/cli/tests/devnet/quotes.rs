//! Quotes against the runtime's own simulations: random amounts at every subnet's pool, equal to the last rao.

use taolight_bittensor::{
    Amount, Fee, Mechanism, Pool, Protection, TaoWeight,
    reads::{StakePlace, Trade},
};
use taolight_primitives::{Alpha, NetUid, Rao};
use taolight_protocol::engine::{ReadQuote, ReadSubnets};

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR, constant},
    seed,
    told::Told,
};

const API: &str = "SwapRuntimeApi";
const BUY: &str = "sim_swap_tao_for_alpha";
const SELL: &str = "sim_swap_alpha_for_tao";

/// Amounts at each pool, in each direction.
const AMOUNTS: usize = 8;
/// Where the random numbers begin. Any other number does as well.
const SEED: u64 = 0x7a01_1947;

/// `tao_amount, alpha_amount, tao_fee, alpha_fee, tao_slippage, alpha_slippage`.
type Answer = [u64; 6];

/// Random numbers by SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// An amount of any size from one rao to several times a reserve.
    fn amount(&mut self, reserve: u64) -> u64 {
        let most = u128::from(reserve).max(1) * 4;
        let bits = u128::BITS - most.leading_zeros();
        let kept = self.next() % u64::from(bits);
        let below = 2_u128 << kept;
        (u128::from(self.next()) % below)
            .clamp(1, most.min(u64::MAX.into()))
            .try_into()
            .unwrap()
    }
}

fn pool(node: &Node, netuid: NetUid) -> Pool {
    let key = || vec![seed::on(netuid)];
    let stored = |entry| node.value(SUBTENSOR, entry, key());
    let weight = node.value("Swap", "SwapBalancer", key());
    Pool {
        mechanism: match stored("SubnetMechanism").number::<u16>() {
            1 => Mechanism::Dynamic,
            _ => Mechanism::Stable,
        },
        tao: stored("SubnetTAO").rao(),
        alpha: stored("SubnetAlphaIn").alpha(),
        tao_weight: TaoWeight::new(weight.field("quote").number()).unwrap(),
        fee_rate: node.value("Swap", "FeeRate", key()).number(),
        minimum_reserve: constant("Swap", "MinimumReserve").number(),
    }
}

fn simulated(node: &Node, method: &str, netuid: NetUid, amount: u64) -> Answer {
    let told = node.call(API, method, vec![seed::on(netuid), seed::number(amount)]);
    [
        "tao_amount",
        "alpha_amount",
        "tao_fee",
        "alpha_fee",
        "tao_slippage",
        "alpha_slippage",
    ]
    .map(|name| told.field(name).number())
}

fn buy(pool: &Pool, amount: u64) -> Answer {
    let Ok(fill) = pool.buy(Rao(amount), None, Fee::Charged) else {
        return Answer::default();
    };
    let spot = pool.alpha_at_spot(Rao(amount));
    [
        fill.paid.0,
        fill.received.0,
        fill.fee.0,
        0,
        0,
        spot.saturating_sub(fill.received).0,
    ]
}

fn sell(pool: &Pool, amount: u64) -> Answer {
    let Ok(fill) = pool.sell(Alpha(amount), None, Fee::Charged) else {
        return Answer::default();
    };
    let spot = pool.value_at_spot(Alpha(amount));
    [
        fill.received.0,
        fill.paid.0,
        0,
        fill.fee.0,
        spot.saturating_sub(fill.received).0,
        0,
    ]
}

/// A block after the first dividends, and all subnets that it has.
fn subnets() -> Option<(Node, Vec<NetUid>)> {
    let read = ask(ReadSubnets {})?;
    let netuids = read.value.iter().map(|subnet| subnet.netuid).collect();
    Some((Node::at(read.block), netuids))
}

#[test]
fn every_trade_is_as_the_runtime_simulates_it() {
    let Some((node, netuids)) = subnets() else { return };
    let (mut random, mut trades) = (Random(SEED), 0);
    for netuid in netuids {
        let pool = pool(&node, netuid);
        for (method, reserve, ours) in [
            (BUY, pool.tao.0, buy as fn(&Pool, u64) -> Answer),
            (SELL, pool.alpha.0, sell),
        ] {
            for _ in 0..AMOUNTS {
                let amount = random.amount(reserve);
                let theirs = simulated(&node, method, netuid, amount);
                let ours = ours(&pool, amount);
                assert_eq!(
                    ours, theirs,
                    "seed {SEED:#x}: {method} of {amount} on subnet {netuid}: {pool:?}"
                );
                trades += usize::from(theirs != Answer::default());
            }
        }
    }
    assert!(trades > 100, "only {trades} trades were possible");
}

/// What a purchase gives for TAO that is free of the fee: what one with a fee gives that pays as much into the pool.
fn simulated_without_fee(node: &Node, pool: &Pool, netuid: NetUid, tao: u64) -> Option<u64> {
    let (whole, rate) = (u128::from(u16::MAX), u128::from(pool.fee_rate));
    let gross = u128::from(tao) * whole / (whole - rate);
    for amount in gross.saturating_sub(2)..=gross + 2 {
        let [paid, received, ..] = simulated(node, BUY, netuid, amount.try_into().ok()?);
        if paid == tao {
            return Some(received);
        }
    }
    None
}

#[test]
fn every_swap_is_a_sale_and_a_purchase_without_fee() {
    let Some((node, netuids)) = subnets() else { return };
    let (mut random, mut swaps) = (Random(SEED), 0);
    for pair in netuids[1..].windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let (origin, destination) = (pool(&node, from), pool(&node, to));
        let amount = random.amount(origin.alpha.0);
        let [tao, ..] = simulated(&node, SELL, from, amount);
        let Some(theirs) = simulated_without_fee(&node, &destination, to, tao) else {
            continue;
        };
        let sale = origin.sell(Alpha(amount), None, Fee::Charged);
        let purchase = sale.and_then(|sale| destination.buy(sale.received, None, Fee::Waived));
        let ours = purchase.map_or(0, |purchase| purchase.received.0);
        assert_eq!(
            ours, theirs,
            "seed {SEED:#x}: {amount} from {from} to {to}: {origin:?} {destination:?}"
        );
        swaps += usize::from(theirs > 0);
    }
    assert!(swaps > netuids.len() / 2, "only {swaps} swaps were possible");
}

fn tao_of(amount: u64) -> Amount {
    Amount::Tao { amount: Rao(amount) }
}

fn alpha_of(netuid: u16, amount: u64) -> Amount {
    Amount::Alpha {
        netuid: NetUid(netuid),
        amount: Alpha(amount),
    }
}

#[test]
fn what_the_engine_quotes_is_what_the_runtime_simulates() {
    let (coldkey, hotkey) = (seed::account("holder"), seed::validator(1));
    let place = |netuid| StakePlace {
        hotkey,
        netuid: NetUid(netuid),
    };
    let buy = Trade::Buy {
        coldkey: Some(coldkey),
        to: place(3),
        amount: Rao(7_654_321_987),
    };
    let sell = Trade::Sell {
        coldkey,
        from: place(1),
        amount: Some(Alpha(1_234_567_891)),
    };
    let swap = Trade::Move {
        coldkey,
        from: place(1),
        to: place(2),
        receiver: None,
        amount: Some(Alpha(2_345_678_912)),
    };
    for trade in [buy, sell, swap] {
        let protection = Protection::None;
        let Some(read) = ask(ReadQuote { trade, protection }) else {
            return;
        };
        let (node, quote) = (Node::at(read.block), read.value);
        let of = |method, netuid, amount: u64| simulated(&node, method, NetUid(netuid), amount);
        let (fee, out) = match trade {
            Trade::Buy { amount, .. } => {
                let [_, received, fee, ..] = of(BUY, 3, amount.0);
                (tao_of(fee), alpha_of(3, received))
            }
            Trade::Sell { .. } => {
                let [received, _, _, fee, ..] = of(SELL, 1, 1_234_567_891);
                (alpha_of(1, fee), tao_of(received))
            }
            Trade::Move { .. } => {
                let [tao, _, _, fee, ..] = of(SELL, 1, 2_345_678_912);
                let to = NetUid(2);
                let received = simulated_without_fee(&node, &pool(&node, to), to, tao).unwrap();
                (alpha_of(1, fee), alpha_of(2, received))
            }
        };
        assert_eq!(
            (quote.fee, quote.amount_out, quote.obstacle),
            (fee, out, None),
            "{trade:?}"
        );
    }
}
