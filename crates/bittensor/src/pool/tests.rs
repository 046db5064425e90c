use proptest::prelude::*;

use super::*;

/// All the TAO that can ever be, in rao. Alpha has the same cap.
const SUPPLY: u64 = 21_000_000_000_000_000;

fn weights(least: u64) -> impl Strategy<Value = TaoWeight> {
    (least..=1_000_000_000_000_000_000 - least).prop_map(|weight| TaoWeight::new(weight).unwrap())
}

/// Numbers of every size.
fn sizes(least: u64, most: u64) -> impl Strategy<Value = u64> {
    (least..=most, 0_u32..64).prop_map(move |(number, narrow)| (number >> narrow).max(least))
}

fn pool(
    reserves: impl Strategy<Value = (u64, u64)>,
    weights: impl Strategy<Value = TaoWeight>,
) -> impl Strategy<Value = Pool> {
    (reserves, weights, any::<u16>(), 0_u16..=10_000).prop_map(|((tao, alpha), tao_weight, half, rate)| {
        Pool {
            mechanism: Mechanism::Dynamic,
            tao: Rao(tao),
            alpha: Alpha(alpha),
            tao_weight: if half % 4 == 0 {
                TaoWeight::HALF
            } else {
                tao_weight
            },
            fee_rate: rate,
            minimum_reserve: 1_000_000,
        }
    })
}

fn any_pool() -> impl Strategy<Value = Pool> {
    pool(
        (sizes(0, u64::MAX), sizes(0, u64::MAX)),
        weights(10_000_000_000_000_000),
    )
}

/// As large and as uneven as pools are.
fn usual_pool() -> impl Strategy<Value = Pool> {
    pool(
        (sizes(1_000_000_000, SUPPLY), sizes(1_000_000_000, SUPPLY)),
        weights(200_000_000_000_000_000),
    )
    .prop_filter("within the range in which the chain trades", |pool| {
        (Price(100_000)..Price(10_000_000_000_000)).contains(&pool.price())
    })
}

fn part_of(reserve: u64, millionths: u64) -> u64 {
    u64::try_from(u128::from(reserve) * u128::from(millionths) / 1_000_000).unwrap()
}

#[test]
fn equal_weights_are_a_constant_product() {
    let pool = Pool {
        mechanism: Mechanism::Dynamic,
        tao: Rao(1_000_000_000_000),
        alpha: Alpha(4_000_000_000_000),
        tao_weight: TaoWeight::HALF,
        fee_rate: 0,
        minimum_reserve: 1_000_000,
    };
    assert_eq!(pool.price(), Price(250_000_000));
    let fill = pool.buy(Rao(1_000_000_000_000), None, Fee::Charged).unwrap();
    assert_eq!(fill.received, Alpha(2_000_000_000_000));
    assert_eq!(pool.after_buying(&fill).price(), Price(1_000_000_000));
    assert_eq!(
        pool.most_to_buy_with(Price(1_000_000_000)),
        Ok(Rao(1_000_000_000_000))
    );
    assert_eq!(pool.most_to_sell(Price(250_000_001)), Err(Unfillable::PriceLimit));
}

#[test]
fn the_root_is_one_to_one() {
    let root = Pool {
        mechanism: Mechanism::Stable,
        tao: Rao(5),
        alpha: Alpha::ZERO,
        tao_weight: TaoWeight::HALF,
        fee_rate: 33,
        minimum_reserve: 1_000_000,
    };
    let fill = root.sell(Alpha(7), None, Fee::Charged).unwrap();
    assert_eq!((fill.paid, fill.fee, fill.received), (Alpha(7), Alpha(0), Rao(7)));
    assert_eq!(root.price(), Price::ONE);
    assert_eq!(root.most_to_sell(Price::ONE), Ok(Alpha(u64::MAX)));
    assert_eq!(root.most_to_sell(Price(1_000_000_001)), Ok(Alpha::ZERO));
}

proptest! {
    #[test]
    fn nothing_panics(pool in any_pool(), rate: u16, amount: u64, limit: Option<u64>) {
        let pool = Pool { fee_rate: rate, ..pool };
        let limit = limit.map(Price);
        let _ = (pool.price(), pool.value_at_spot(Alpha(amount)), pool.alpha_at_spot(Rao(amount)));
        if let Ok(fill) = pool.buy(Rao(amount), limit, Fee::Charged) {
            let _ = pool.after_buying(&fill);
            prop_assert!(fill.received <= pool.alpha);
        }
        if let Ok(fill) = pool.sell(Alpha(amount), limit, Fee::Charged) {
            let _ = pool.after_selling(&fill);
            prop_assert!(fill.received <= pool.tao);
        }
        if let Some(limit) = limit {
            let _ = (pool.most_to_buy_with(limit), pool.most_to_sell(limit), pool.spot_ratio(&pool));
        }
    }

    #[test]
    fn more_gives_no_less(pool in usual_pool(), one in 0_u64..8_000_000, two in 0_u64..8_000_000) {
        let (less, more) = (one.min(two), one.max(two));
        let bought = |part| pool.buy(Rao(part_of(pool.tao.0, part)), None, Fee::Charged).unwrap_or_default();
        prop_assert!(bought(less).received <= bought(more).received);
        let sold = |part| pool.sell(Alpha(part_of(pool.alpha.0, part)), None, Fee::Charged).unwrap_or_default();
        prop_assert!(sold(less).received <= sold(more).received);
    }

    #[test]
    fn there_and_back_gains_nothing(pool in usual_pool(), part in 1_u64..2_000_000) {
        let tao = Rao(part_of(pool.tao.0, part));
        if let Ok(there) = pool.buy(tao, None, Fee::Waived)
            && let Ok(back) = pool.after_buying(&there).sell(there.received, None, Fee::Waived)
        {
            // What the power is rounded by is worth less than a rao of any reserve.
            prop_assert!(back.received.0 <= tao.0 + 1, "{back:?} for {tao}");
        }
        let alpha = Alpha(part_of(pool.alpha.0, part));
        if let Ok(there) = pool.sell(alpha, None, Fee::Waived)
            && let Ok(back) = pool.after_selling(&there).buy(there.received, None, Fee::Waived)
        {
            prop_assert!(back.received.0 <= alpha.0 + 1, "{back:?} for {alpha}");
        }
    }

    #[test]
    fn splitting_gains_nothing(pool in usual_pool(), one in 1_u64..1_000_000, two in 1_u64..1_000_000) {
        let (first, second) = (part_of(pool.tao.0, one), part_of(pool.tao.0, two));
        let whole = pool.buy(Rao(first + second), None, Fee::Waived);
        if let (Ok(whole), Ok(begun)) = (whole, pool.buy(Rao(first), None, Fee::Waived)) {
            let ended = pool.after_buying(&begun).buy(Rao(second), None, Fee::Waived).unwrap_or_default();
            prop_assert!(begun.received.0 + ended.received.0 <= whole.received.0 + 1);
        }
    }

    #[test]
    fn purchases_stop_at_their_limit(pool in usual_pool(), amount in 1_u64.., above in 1_000_u64..500_000) {
        let limit = Price(part_of(pool.price().0, 1_000_000 + above));
        if let Ok(fill) = pool.buy(Rao(amount % (16 * pool.tao.0)), Some(limit), Fee::Charged) {
            prop_assert!(pool.after_buying(&fill).price() <= limit);
        }
        if let Ok(most) = pool.most_to_buy_with(limit)
            && let Some(more) = most.checked_add(Rao(most.0 / 50 + 1_000))
            && let Ok(fill) = pool.buy(more, None, Fee::Charged)
        {
            prop_assert!(pool.after_buying(&fill).price() >= limit, "{most} is not the most");
        }
    }

    #[test]
    fn sales_stop_at_their_limit(pool in usual_pool(), amount in 1_u64.., below in 1_000_u64..500_000) {
        let limit = Price(part_of(pool.price().0, 1_000_000 - below));
        if let Ok(fill) = pool.sell(Alpha(amount % (16 * pool.alpha.0)), Some(limit), Fee::Charged) {
            prop_assert!(pool.after_selling(&fill).price().0 + 1 >= limit.0);
        }
        if let Ok(most) = pool.most_to_sell(limit)
            && let Some(more) = most.checked_add(Alpha(most.0 / 50 + 1_000))
            && let Ok(fill) = pool.sell(more, None, Fee::Charged)
        {
            prop_assert!(pool.after_selling(&fill).price() <= limit, "{most} is not the most");
        }
    }

    #[test]
    fn the_fee_is_a_part_of_what_is_used(pool in usual_pool(), part in 1_u64..2_000_000) {
        let tao = Rao(part_of(pool.tao.0, part));
        if let Ok(fill) = pool.buy(tao, Some(Price(u64::MAX)), Fee::Charged) {
            prop_assert_eq!(fill.paid.0 + fill.fee.0, tao.0);
            prop_assert_eq!(fill.fee.0, pool.fee(tao.0));
        }
    }
}
