//! Trades that the runtime refused: the quote names the same error. The pools are those of the nearest recorded block;
//! none of the refusals hangs on their last digits.

use serde_json::Value as Json;
use taolight_bittensor::{
    BuyContext, Holding, MoveContext, Obstacle, Place, Pool, Protection, SellContext, Tolerance, Unfillable,
};
use taolight_primitives::{Alpha, NetUid, Price, Rao};

use crate::recordings::{list, number, pool, recording, text};

const MINIMUM: Rao = Rao(2_000_000);

struct Recorded {
    quotes: Json,
    extrinsics: Json,
}

impl Recorded {
    fn read() -> Option<Self> {
        Some(Self {
            quotes: recording("quotes.json")?,
            extrinsics: recording("extrinsics.json")?,
        })
    }

    fn argument(&self, id: &str, name: &str) -> u64 {
        number(&self.refused(id)["args"][name])
    }

    fn error(&self, id: &str) -> &str {
        text(&self.refused(id)["dispatch_errors"][0]["name"])
    }

    fn refused(&self, id: &str) -> &Json {
        let all = list(&self.extrinsics["extrinsics"]);
        all.iter().find(|extrinsic| extrinsic["id"] == id).unwrap()
    }

    /// The pool after the block in which `trade` was executed.
    fn pool_after(&self, trade: &str, netuid: u16) -> Pool {
        let all = list(&self.quotes["executions"]);
        let found = all
            .iter()
            .find(|execution| execution["extrinsic_id"] == trade)
            .unwrap();
        pool(&found["pools_after_block"][netuid.to_string()])
    }

    fn place(&self, netuid: u16) -> Place {
        Place {
            netuid: NetUid(netuid),
            exists: true,
            subtoken_enabled: true,
            transfer_enabled: true,
            hotkey_exists: true,
            pool: self.pool_after("unstake-all", netuid),
        }
    }

    fn bought(&self, id: &str, change: impl Fn(&mut BuyContext)) {
        let mut context = BuyContext {
            minimum_stake: MINIMUM,
            spendable: Rao(100_000_000_000_000),
            to: self.place(2),
        };
        change(&mut context);
        let amount = Rao(self.argument(id, "amount_staked"));
        let obstacle = context.quote(amount, Protection::None).obstacle;
        assert_eq!(obstacle.unwrap().error_name(), self.error(id), "{id}");
    }

    fn sold(&self, id: &str, netuid: u16, holding: Holding) {
        let context = SellContext {
            minimum_stake: MINIMUM,
            holding,
            from: self.place(netuid),
        };
        let amount = Alpha(self.argument(id, "amount_unstaked"));
        let obstacle = context.quote(amount, Protection::None).obstacle;
        assert_eq!(obstacle.unwrap().error_name(), self.error(id), "{id}");
    }
}

#[test]
fn refused_purchases() {
    let Some(recorded) = Recorded::read() else {
        return;
    };
    recorded.bought("fail-amount-too-low", |_| {});
    recorded.bought("fail-amount-at-minimum", |_| {});
    recorded.bought("fail-balance", |_| {});
    recorded.bought("fail-unknown-subnet", |context| context.to.exists = false);
    recorded.bought("fail-unknown-hotkey", |context| context.to.hotkey_exists = false);
    recorded.bought("fail-subtoken-disabled", |context| {
        context.to.subtoken_enabled = false;
    });
}

#[test]
fn the_least_purchase_is_accepted() {
    let Some(recorded) = Recorded::read() else {
        return;
    };
    let context = BuyContext {
        minimum_stake: MINIMUM,
        spendable: Rao(2_001_007),
        to: recorded.place(4),
    };
    assert_eq!(context.quote(Rao(2_001_007), Protection::None).obstacle, None);
    let least = Rao(2_001_007);
    assert_eq!(
        context.quote(Rao(2_001_006), Protection::None).obstacle,
        Some(Obstacle::BelowMinimum { least })
    );
}

#[test]
fn refused_limits() {
    let Some(recorded) = Recorded::read() else {
        return;
    };
    let limit = Price(recorded.argument("fail-limit-price", "limit_price"));
    let far = recorded.place(2).pool.most_to_buy_with(limit);
    assert_eq!(far, Err(Unfillable::PriceLimit));
    assert_eq!(recorded.error("fail-limit-price"), "PriceLimitExceeded");

    let limit = Price(recorded.argument("fail-slippage", "limit_price"));
    let most = recorded.place(3).pool.most_to_buy_with(limit).unwrap();
    assert!(most < Rao(recorded.argument("fail-slippage", "amount_staked")));
    assert_eq!(recorded.error("fail-slippage"), "SlippageTooHigh");

    let context = BuyContext {
        minimum_stake: MINIMUM,
        spendable: Rao(u64::MAX),
        to: recorded.place(3),
    };
    let close = Protection::Part {
        tolerance: Tolerance::new(0).unwrap(),
    };
    let root = BuyContext {
        to: Place {
            pool: recorded.pool_after("limit-swap-root", 0),
            ..recorded.place(3)
        },
        ..context
    };
    assert_eq!(root.quote(Rao(1_000_000_000), close).obstacle, None);
    assert_eq!(root.to.pool.most_to_buy_with(Price(999_999_999)), Ok(Rao::ZERO));
}

#[test]
fn refused_sales() {
    let Some(recorded) = Recorded::read() else {
        return;
    };
    let plenty = Holding {
        stake: Alpha(90_000_000_000_000),
        available: Alpha(90_000_000_000_000),
    };
    recorded.sold("fail-remove-too-low", 3, plenty);
    recorded.sold("fail-amount-zero", 2, plenty);
    let locked = Alpha(recorded.argument("fail-locked", "amount_unstaked"));
    let available = Alpha(locked.0 / 2);
    recorded.sold(
        "fail-locked",
        4,
        Holding {
            stake: locked,
            available,
        },
    );
}

#[test]
fn a_swap_to_the_same_subnet() {
    let Some(recorded) = Recorded::read() else {
        return;
    };
    let id = "fail-same-netuid";
    let amount = Alpha(recorded.argument(id, "alpha_amount"));
    let context = MoveContext {
        minimum: MINIMUM,
        holding: Holding {
            stake: amount,
            available: amount,
        },
        from: recorded.place(2),
        to: recorded.place(2),
        hotkey_changes: false,
        coldkey_changes: false,
        receiver_accepts_locked: false,
    };
    let obstacle = context.quote(amount, Protection::None).obstacle.unwrap();
    assert_eq!(obstacle.error_name(), recorded.error(id));
}
