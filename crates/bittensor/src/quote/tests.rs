use proptest::prelude::*;
use taolight_primitives::{Alpha, NetUid, Price, Rao, Ratio};

use super::*;
use crate::{Mechanism, Pool, TaoWeight};

const MINIMUM: Rao = Rao(2_000_000);

fn pool(tao: u64, alpha: u64) -> Pool {
    Pool {
        mechanism: Mechanism::Dynamic,
        tao: Rao(tao),
        alpha: Alpha(alpha),
        tao_weight: TaoWeight::HALF,
        fee_rate: 33,
        minimum_reserve: 1_000_000,
    }
}

fn place(netuid: u16, pool: Pool) -> Place {
    Place {
        netuid: NetUid(netuid),
        exists: true,
        subtoken_enabled: true,
        transfer_enabled: true,
        hotkey_exists: true,
        pool,
    }
}

/// One alpha costs half a TAO.
fn first() -> Place {
    place(1, pool(1_000_000_000_000, 2_000_000_000_000))
}

/// One alpha costs two TAO.
fn second() -> Place {
    place(2, pool(4_000_000_000_000, 2_000_000_000_000))
}

fn root() -> Place {
    let pool = pool(9_000_000_000_000, 0);
    place(
        0,
        Pool {
            mechanism: Mechanism::Stable,
            ..pool
        },
    )
}

fn buying() -> BuyContext {
    BuyContext {
        minimum_stake: MINIMUM,
        spendable: Rao(500_000_000_000),
        to: first(),
    }
}

fn selling() -> SellContext {
    SellContext {
        minimum_stake: MINIMUM,
        holding: holding(),
        from: first(),
    }
}

fn moving() -> MoveContext {
    MoveContext {
        minimum: MINIMUM,
        holding: holding(),
        from: first(),
        to: second(),
        hotkey_changes: false,
        coldkey_changes: false,
        receiver_accepts_locked: false,
    }
}

fn holding() -> Holding {
    Holding {
        stake: Alpha(400_000_000_000),
        available: Alpha(300_000_000_000),
    }
}

fn tolerance(millionths: u32) -> Tolerance {
    Tolerance::new(millionths).unwrap()
}

fn whole(millionths: u32) -> Protection {
    Protection::Whole {
        tolerance: tolerance(millionths),
    }
}

fn part(millionths: u32) -> Protection {
    Protection::Part {
        tolerance: tolerance(millionths),
    }
}

fn alpha(netuid: u16, amount: u64) -> Amount {
    Amount::alpha(NetUid(netuid), Alpha(amount))
}

#[test]
fn a_purchase() {
    let quote = buying().quote(Rao(10_000_000_000), whole(50_000));
    assert_eq!(quote.obstacle, None);
    assert_eq!(quote.amount_in, Amount::tao(Rao(10_000_000_000)));
    assert_eq!(quote.fee, Amount::tao(Rao(5_035_477)));
    // 2000 · (1 - 1000 / (1000 + d)) alpha for d = 9.994964523 TAO.
    assert_eq!(quote.amount_out, alpha(1, 19_792_107_632));
    assert_eq!(quote.spot, Rate::Price(Price(500_000_000)));
    assert_eq!(quote.limit, Some(Rate::Price(Price(525_000_000))));
    assert_eq!(quote.effective, Some(Rate::Price(Price(505_251_900))));
    assert_eq!(quote.price_impact, PriceImpact(9_896));
    assert_eq!(quote.minimum_out, Some(alpha(1, 19_038_027_662)));
}

#[test]
fn limits_are_those_of_the_official_tools() {
    let price = Price(1_753_001_925);
    assert_eq!(Tolerance::DEFAULT.above(price), Price(1_840_652_021));
    assert_eq!(Tolerance::DEFAULT.below(price), Price(1_665_351_828));
    // floor(1 753 001 925 · 10⁹ / 3 396 331 312 · 0.95)
    assert_eq!(
        Tolerance::DEFAULT.below_ratio(price, Price(3_396_331_312)),
        Ratio(490_338_449)
    );
    assert!(Tolerance::new(1_000_001).is_err());
    assert!(serde_json::from_str::<Tolerance>("1000001").is_err());
}

#[test]
fn a_swap_pays_one_fee() {
    let amount = Alpha(1_000_000_000);
    let between = moving().quote(amount, whole(50_000));
    assert_eq!(between.obstacle, None);
    assert_eq!(between.fee, alpha(1, 503_547));
    assert_eq!(between.spot, Rate::Ratio(Ratio(250_000_000)));
    assert_eq!(between.limit, Some(Rate::Ratio(Ratio(237_500_000))));

    let from_root = MoveContext {
        from: root(),
        ..moving()
    };
    assert_eq!(
        from_root.quote(amount, Protection::None).fee,
        Amount::tao(Rao(503_547))
    );

    let to_root = MoveContext {
        to: root(),
        ..moving()
    };
    let quote = to_root.quote(amount, Protection::None);
    assert_eq!(quote.fee, alpha(1, 503_547));
    let sale = selling().quote(amount, Protection::None);
    assert_eq!(sale.amount_out, Amount::tao(Rao(499_498_602)));
    assert_eq!(quote.amount_out, alpha(0, 499_498_602));
}

#[test]
fn a_move_within_a_subnet_is_free() {
    let other_hotkey = MoveContext {
        to: first(),
        hotkey_changes: true,
        ..moving()
    };
    // Locks hold stake on the subnet, not with a hotkey.
    let quote = other_hotkey.quote(Alpha(350_000_000_000), whole(0));
    assert_eq!(quote.obstacle, None);
    assert_eq!(quote.amount_out, alpha(1, 350_000_000_000));
    assert_eq!(quote.fee, alpha(1, 0));
    assert_eq!(quote.limit, None);
}

#[test]
fn obstacles_of_a_purchase() {
    let obstacle = |change: &dyn Fn(&mut BuyContext), amount: u64, protection| {
        let mut context = buying();
        change(&mut context);
        context.quote(Rao(amount), protection).obstacle
    };
    let same = |_: &mut BuyContext| {};
    assert_eq!(
        obstacle(&|it| it.to.exists = false, 1, whole(50_000)),
        Some(Obstacle::SubnetNotExists)
    );
    assert_eq!(
        obstacle(&|it| it.to.subtoken_enabled = false, 1, whole(50_000)),
        Some(Obstacle::SubtokenDisabled)
    );
    assert_eq!(
        obstacle(&same, 2_001_006, whole(50_000)),
        Some(Obstacle::BelowMinimum {
            least: Rao(2_001_007)
        })
    );
    assert_eq!(obstacle(&same, 2_001_007, whole(50_000)), None);
    let most = buying().to.pool.most_to_buy_with(Price(525_000_000)).unwrap();
    assert_eq!(
        obstacle(&same, most.0 + 1, whole(50_000)),
        Some(Obstacle::SlippageTooHigh {
            most: Amount::tao(most)
        })
    );
    assert_eq!(obstacle(&same, most.0, whole(50_000)), None);
    assert_eq!(obstacle(&same, most.0 + 1, part(50_000)), None);
    assert_eq!(
        obstacle(&same, 500_000_000_001, Protection::None),
        Some(Obstacle::InsufficientBalance {
            spendable: Rao(500_000_000_000)
        })
    );
    assert_eq!(
        obstacle(&|it| it.to.hotkey_exists = false, 2_001_007, whole(50_000)),
        Some(Obstacle::HotkeyNotExists)
    );
    assert_eq!(
        obstacle(
            &|it| it.to.pool.alpha = Alpha(999_999),
            2_001_007,
            Protection::None
        ),
        Some(Obstacle::InsufficientLiquidity)
    );
    assert_eq!(
        obstacle(&same, 10_000_000_000, part(1)),
        Some(Obstacle::PartBelowMinimum {
            least: Rao(2_001_007)
        })
    );
    let odd = |it: &mut BuyContext| it.to.pool.tao = Rao(1_000_000_000_001);
    assert_eq!(
        obstacle(&odd, 10_000_000_000, whole(0)),
        Some(Obstacle::PriceLimitExceeded)
    );
}

#[test]
fn obstacles_of_a_sale() {
    let obstacle = |change: &dyn Fn(&mut SellContext), amount: u64, protection| {
        let mut context = selling();
        change(&mut context);
        context.quote(Alpha(amount), protection).obstacle
    };
    let same = |_: &mut SellContext| {};
    assert_eq!(
        obstacle(&same, 0, Protection::None),
        Some(Obstacle::NothingToTrade)
    );
    assert_eq!(
        obstacle(&same, 3_000_000, Protection::None),
        Some(Obstacle::ProceedsBelowMinimum { least: MINIMUM })
    );
    let little = |it: &mut SellContext| {
        it.holding = Holding {
            stake: Alpha(3_000_000),
            available: Alpha(3_000_000),
        };
    };
    assert_eq!(obstacle(&little, u64::MAX, Protection::None), None);
    assert_eq!(
        obstacle(&same, 350_000_000_000, Protection::None),
        Some(Obstacle::StakeLocked {
            available: Alpha(300_000_000_000)
        })
    );
    let most = selling().from.pool.most_to_sell(Price(475_000_000)).unwrap();
    assert_eq!(
        obstacle(&same, most.0 + 1, whole(50_000)),
        Some(Obstacle::SlippageTooHigh {
            most: alpha(1, most.0)
        })
    );
    assert_eq!(obstacle(&same, most.0, whole(50_000)), None);
}

#[test]
fn obstacles_of_a_move() {
    let obstacle = |change: &dyn Fn(&mut MoveContext), amount: u64, protection| {
        let mut context = moving();
        change(&mut context);
        context.quote(Alpha(amount), protection).obstacle
    };
    let same = |_: &mut MoveContext| {};
    let within = |it: &mut MoveContext| {
        it.to = first();
        it.coldkey_changes = true;
    };
    assert_eq!(
        obstacle(&|it| it.to = first(), 1, Protection::None),
        Some(Obstacle::NothingChanges)
    );
    assert_eq!(
        obstacle(&same, 3_000_000, Protection::None),
        Some(Obstacle::BelowMinimum { least: MINIMUM })
    );
    assert_eq!(
        obstacle(&within, 350_000_000_000, Protection::None),
        Some(Obstacle::LockedAlphaRejected {
            available: Alpha(300_000_000_000)
        })
    );
    assert_eq!(
        obstacle(
            &|it| {
                within(it);
                it.to.transfer_enabled = false;
            },
            1,
            Protection::None
        ),
        Some(Obstacle::TransferDisallowed)
    );
    assert_eq!(
        obstacle(&same, 350_000_000_000, Protection::None),
        Some(Obstacle::StakeLocked {
            available: Alpha(300_000_000_000)
        })
    );
    assert!(matches!(
        obstacle(&same, 200_000_000_000, whole(50_000)),
        Some(Obstacle::SlippageTooHigh { .. })
    ));
    assert_eq!(obstacle(&same, 200_000_000_000, part(50_000)), None);
    assert_eq!(
        obstacle(&|it| it.to.pool.tao = Rao::ZERO, 1_000_000_000, whole(50_000)),
        Some(Obstacle::LimitOutOfReach)
    );
}

fn any_place() -> impl Strategy<Value = Place> {
    let reserves = (any::<u64>(), any::<u64>(), 0_u32..64, 0_u32..64);
    (
        0_u16..3,
        any::<[bool; 4]>(),
        reserves,
        any::<u16>(),
        any::<bool>(),
    )
        .prop_map(
            |(
                netuid,
                [exists, subtoken_enabled, transfer_enabled, hotkey_exists],
                reserves,
                fee_rate,
                stable,
            )| {
                let (tao, alpha, narrow_tao, narrow_alpha) = reserves;
                let mechanism = if stable {
                    Mechanism::Stable
                } else {
                    Mechanism::Dynamic
                };
                Place {
                    exists,
                    subtoken_enabled,
                    transfer_enabled,
                    hotkey_exists,
                    ..place(
                        netuid,
                        Pool {
                            mechanism,
                            fee_rate,
                            ..pool(tao >> narrow_tao, alpha >> narrow_alpha)
                        },
                    )
                }
            },
        )
}

fn any_protection() -> impl Strategy<Value = Protection> {
    (0_u32..=1_000_000, 0_u8..3).prop_map(|(millionths, kind)| match kind {
        0 => Protection::None,
        1 => whole(millionths),
        _ => part(millionths),
    })
}

fn tenths(weight: u64) -> TaoWeight {
    TaoWeight::new(weight * 100_000_000_000_000_000).unwrap()
}

fn amount_of(amount: Amount) -> u64 {
    match amount {
        Amount::Tao { amount } => amount.0,
        Amount::Alpha { amount, .. } => amount.0,
    }
}

/// What holds of every quote.
fn is_sound(quote: &Quote) -> Result<(), TestCaseError> {
    let json = serde_json::to_string(quote).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Quote>(&json).unwrap(), quote);
    prop_assert!(quote.price_impact <= PriceImpact(1_000_000));
    prop_assert!(amount_of(quote.fee) <= amount_of(quote.amount_in));
    Ok(())
}

proptest! {
    #[test]
    fn any_trade_has_a_quote(
        (from, to) in (any_place(), any_place()),
        (amount, stake, available, spendable) in any::<(u64, u64, u64, u64)>(),
        [hotkey_changes, coldkey_changes, receiver_accepts_locked] in any::<[bool; 3]>(),
        protection in any_protection(),
    ) {
        let holding = Holding { stake: Alpha(stake), available: Alpha(available) };
        let buying = BuyContext { minimum_stake: MINIMUM, spendable: Rao(spendable), to };
        is_sound(&buying.quote(Rao(amount), protection))?;
        let selling = SellContext { minimum_stake: MINIMUM, holding, from };
        is_sound(&selling.quote(Alpha(amount), protection))?;
        let moving = MoveContext {
            minimum: MINIMUM,
            holding,
            from,
            to,
            hotkey_changes,
            coldkey_changes,
            receiver_accepts_locked,
        };
        is_sound(&moving.quote(Alpha(amount), protection))?;
    }

    #[test]
    fn the_minimum_is_kept(
        (tao, alpha, weight) in (1_000_000_000_u64..1 << 54, 1_000_000_000_u64..1 << 54, 1_u64..=9),
        amount in 1_000_000_u64..1 << 54,
        millionths in 0_u32..=1_000_000,
    ) {
        let place = place(1, Pool { tao_weight: tenths(weight), ..pool(tao, alpha) });
        let spendable = Rao(u64::MAX);
        let bought = BuyContext { minimum_stake: MINIMUM, spendable, to: place }.quote(Rao(amount), whole(millionths));
        let holding = Holding { stake: Alpha(amount), available: Alpha(amount) };
        let sold = SellContext { minimum_stake: MINIMUM, holding, from: place }.quote(Alpha(amount), whole(millionths));
        for quote in [bought, sold] {
            if quote.obstacle.is_none() {
                let least = amount_of(quote.minimum_out.unwrap());
                prop_assert!(amount_of(quote.amount_out) >= least, "{quote:?}");
                prop_assert_eq!(amount_of(quote.amount_in), amount);
            }
        }
    }

    #[test]
    fn the_minimum_of_a_swap_is_kept(
        weights in (1_u64..=9, 1_u64..=9),
        (tao, alpha) in (1_000_000_000_u64..1 << 50, 1_000_000_000_u64..1 << 50),
        (tao_there, alpha_there) in (1_000_000_000_u64..1 << 50, 1_000_000_000_u64..1 << 50),
        amount in 1_000_000_u64..1 << 50,
        millionths in 1_000_u32..=1_000_000,
    ) {
        let context = MoveContext {
            holding: Holding { stake: Alpha(amount), available: Alpha(amount) },
            from: place(1, Pool { tao_weight: tenths(weights.0), ..pool(tao, alpha) }),
            to: place(2, Pool { tao_weight: tenths(weights.1), ..pool(tao_there, alpha_there) }),
            ..moving()
        };
        let quote = context.quote(Alpha(amount), whole(millionths));
        if quote.obstacle.is_none() {
            let least = amount_of(quote.minimum_out.unwrap());
            prop_assert!(amount_of(quote.amount_out) >= least, "{quote:?}");
            prop_assert_eq!(amount_of(quote.amount_in), amount);
        }
    }
}
