//! What stakers earn: the worth of shares, and dividends of the last epoch.

use taolight_bittensor::reads::{LastEpoch, SharePrice, ShareSample};
use taolight_primitives::{AccountId, Alpha, NetUid};
use taolight_protocol::engine::{ReadLastEpoch, ReadShareSamples};

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR},
    seed::{self, CROWDED},
    told::Told,
};

/// Shares whose worth a share price is.
const SHARES: u128 = 1_000_000_000_000_000;

/// The worth of shares, rounded down. Shares are decimal numbers: a mantissa and an exponent.
fn price(node: &Node, hotkey: AccountId, netuid: NetUid) -> Option<SharePrice> {
    let keys = || vec![seed::of(hotkey), seed::on(netuid)];
    let alpha: u128 = node.value(SUBTENSOR, "TotalHotkeyAlpha", keys()).number();
    let shares = node.value(SUBTENSOR, "TotalHotkeySharesV2", keys());
    let (mantissa, exponent): (u128, _) = (
        shares.field("mantissa").number(),
        shares.field("exponent").signed(),
    );
    if mantissa == 0 {
        return None;
    }
    let power = 10_u128.pow(u32::try_from(exponent.abs()).unwrap());
    // One of the two is 10 to the power, so that nothing is lost before the division.
    let price = match exponent < 0 {
        true => scaled(alpha * SHARES, power, mantissa),
        false => alpha * SHARES / (mantissa * power),
    };
    Some(SharePrice(price.try_into().unwrap()))
}

/// `number` times `power` divided by `divisor`, by digits of the quotient because the product may be too large.
fn scaled(number: u128, power: u128, divisor: u128) -> u128 {
    let (mut quotient, mut rest, mut power) = (number / divisor, number % divisor, power);
    while power > 1 {
        quotient = quotient * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
        power /= 10;
    }
    quotient
}

#[test]
fn shares_are_worth_what_the_node_has() {
    let mut pools: Vec<_> = (1..=8).map(|number| (seed::validator(number), CROWDED)).collect();
    pools.push((seed::validator(1), NetUid(0)));
    pools.push((seed::account("nobody"), CROWDED));
    let Some(read) = ask(ReadShareSamples { pools: pools.clone() }) else {
        return;
    };
    let node = Node::at(read.block);
    let expected = pools.into_iter().map(|(hotkey, netuid)| ShareSample {
        hotkey,
        netuid,
        block: read.block.number,
        pool: None,
        price: price(&node, hotkey, netuid),
    });
    assert_eq!(read.value, expected.collect::<Vec<_>>());
    let prices: Vec<_> = read.value.iter().map(|sample| sample.price).collect();
    // Dividends have made the shares of the crowded subnet worth more than the one rao that they began at.
    assert!(
        prices[..8]
            .iter()
            .all(|price| price.is_some_and(|price| u128::from(price.0) > SHARES))
    );
    assert_eq!(prices[9], None);
}

#[test]
fn the_last_epoch_is_the_nodes() {
    for (number, netuid) in [(1, CROWDED), (5, CROWDED), (1, NetUid(2))] {
        let hotkey = seed::validator(number);
        let Some(read) = ask(ReadLastEpoch { hotkey, netuid }) else {
            return;
        };
        let node = Node::at(read.block);
        let delegate = node.call("DelegateInfoRuntimeApi", "get_delegate", vec![seed::of(hotkey)]);
        let nominators = delegate.option().unwrap().field("nominators").list();
        let stakes = nominators
            .into_iter()
            .flat_map(|nominator| nominator.list()[1].list());
        let here = stakes.filter(|stake| stake.list()[0].netuid() == netuid);
        let parts: Vec<u64> = here.map(|stake| stake.list()[1].number()).collect();
        // The runtime rounds each nominator's part down.
        let sum: u64 = parts.iter().sum();
        assert!(sum <= read.value.stake.0 && read.value.stake.0 - sum <= parts.len() as u64);

        let position = vec![seed::of(hotkey), seed::of(hotkey), seed::on(netuid)];
        let told = node.call(
            "StakeInfoRuntimeApi",
            "get_stake_info_for_hotkey_coldkey_netuid",
            position,
        );
        let expected = LastEpoch {
            dividends: told.option().unwrap().field("emission").alpha(),
            stake: node
                .value(
                    SUBTENSOR,
                    "TotalHotkeyAlpha",
                    vec![seed::of(hotkey), seed::on(netuid)],
                )
                .alpha(),
            tempo: node.value(SUBTENSOR, "Tempo", vec![seed::on(netuid)]).number(),
        };
        assert_eq!(read.value, expected);
        assert!(read.value.dividends > Alpha::ZERO || netuid != CROWDED);
    }
}
