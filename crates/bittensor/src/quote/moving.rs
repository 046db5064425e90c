//! Stake that stays stake: to another subnet, hotkey or coldkey.

mod limit;

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, NetUid, Price, Rao, Ratio};

use super::{
    Amount, Holding, Obstacle, Place, PriceImpact, Protection, Quote, Rate,
    obstacle::ensure,
    rate::{billionths, times},
};
use crate::{Fee, Fill, Unfillable};

/// The root, whose stake is TAO.
const ROOT: NetUid = NetUid(0);

/// What decides a move, as one block says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MoveContext {
    /// What stake must be worth to change its subnet (`SubtensorModule.InitialMinStake`; for another coldkey
    /// `SubtensorModule.InitialMinTransfer`, where the runtime has it).
    pub minimum: Rao,
    /// What is there.
    pub holding: Holding,
    /// Where it is.
    pub from: Place,
    /// Where it goes.
    pub to: Place,
    /// Whether it goes to another hotkey.
    pub hotkey_changes: bool,
    /// Whether it goes to another coldkey: a transfer.
    pub coldkey_changes: bool,
    /// Whether that coldkey takes stake that is locked.
    pub receiver_accepts_locked: bool,
}

/// Both halves of a move between subnets: sold for TAO, bought for TAO.
struct Halves {
    sale: Fill<Alpha, Rao>,
    purchase: Fill<Rao, Alpha>,
}

impl MoveContext {
    /// What moving that much alpha would give. More than the position means all of it, as on the chain.
    /// Within a subnet nothing is traded, and the protection has nothing to do.
    pub fn quote(&self, amount: Alpha, protection: Protection) -> Quote {
        let amount = amount.min(self.holding.stake);
        let limit = self.limit(protection);
        let checked = self.check(amount, protection, limit);
        let moved = checked.unwrap_or(amount);
        if self.within_one_subnet() {
            return self.quote_within(moved, protection, checked.err());
        }
        let halves = self.halves(moved).unwrap_or(Halves {
            sale: Fill {
                paid: moved,
                ..Fill::default()
            },
            purchase: Fill::default(),
        });
        self.quote_across(&halves, protection, limit, checked.err())
    }

    fn within_one_subnet(&self) -> bool {
        self.from.netuid == self.to.netuid
    }

    fn limit(&self, protection: Protection) -> Option<Ratio> {
        if self.within_one_subnet() {
            return None;
        }
        let (origin, destination) = (self.from.pool.price(), self.to.pool.price());
        protection
            .tolerance()
            .map(|tolerance| tolerance.below_ratio(origin, destination))
    }

    /// The chain's checks in its order; what it would then move.
    fn check(&self, amount: Alpha, protection: Protection, limit: Option<Ratio>) -> Result<Alpha, Obstacle> {
        let most = match limit {
            Some(limit) => limit::most_to_move(&self.from.pool, &self.to.pool, limit)?,
            None => amount,
        };
        ensure(
            self.hotkey_changes || self.coldkey_changes || !self.within_one_subnet(),
            Obstacle::NothingChanges,
        )?;
        let places = [&self.from, &self.to];
        ensure(places.iter().all(|place| place.exists), Obstacle::SubnetNotExists)?;
        ensure(
            places.iter().all(|place| place.subtoken_enabled),
            Obstacle::SubtokenDisabled,
        )?;
        ensure(
            places.iter().all(|place| place.hotkey_exists),
            Obstacle::HotkeyNotExists,
        )?;
        ensure(amount > Alpha::ZERO, Obstacle::NothingToTrade)?;
        let possible = if self.within_one_subnet() {
            amount
        } else {
            self.check_worth(amount, protection, most)?
        };
        ensure(
            !self.coldkey_changes || places.iter().all(|place| place.transfer_enabled),
            Obstacle::TransferDisallowed,
        )?;
        self.check_locked(amount)?;
        if !self.within_one_subnet() {
            self.check_halves(possible, limit)?;
        }
        Ok(possible)
    }

    fn check_worth(&self, amount: Alpha, protection: Protection, most: Alpha) -> Result<Alpha, Obstacle> {
        let worth = self.from.pool.sell(amount, None, Fee::Charged)?.received;
        ensure(
            worth > self.minimum,
            Obstacle::BelowMinimum { least: self.minimum },
        )?;
        protection
            .possible(amount, most)
            .ok_or(Obstacle::SlippageTooHigh {
                most: Amount::alpha(self.from.netuid, most),
            })
    }

    /// Locked stake stays on its subnet. To another coldkey it goes with its lock, if that coldkey takes it.
    fn check_locked(&self, amount: Alpha) -> Result<(), Obstacle> {
        let available = self.holding.available;
        if amount <= available {
            return Ok(());
        }
        if !self.within_one_subnet() {
            return Err(Obstacle::StakeLocked { available });
        }
        ensure(
            !self.coldkey_changes || self.receiver_accepts_locked,
            Obstacle::LockedAlphaRejected { available },
        )
    }

    /// The chain's check of the limit is right for pools of equal weights. What it lets through of others is not offered
    /// if it would give less than the limit.
    fn check_halves(&self, possible: Alpha, limit: Option<Ratio>) -> Result<(), Obstacle> {
        let least = self.minimum;
        ensure(possible > Alpha::ZERO, Obstacle::PartBelowMinimum { least })?;
        let Halves { sale, purchase } = self.halves(possible)?;
        ensure(sale.received >= least, Obstacle::PartBelowMinimum { least })?;
        let wanted = limit.map_or(Alpha::ZERO, |limit| at_limit(sale.paid, limit));
        ensure(purchase.received >= wanted, Obstacle::LimitOutOfReach)
    }

    /// The fee is taken once: from what is sold, or from what is bought if it came from the root.
    fn halves(&self, amount: Alpha) -> Result<Halves, Unfillable> {
        let (selling, buying) = if self.from.netuid == ROOT {
            (Fee::Waived, Fee::Charged)
        } else {
            (Fee::Charged, Fee::Waived)
        };
        let sale = self.from.pool.sell(amount, None, selling)?;
        let purchase = self.to.pool.buy(sale.received, None, buying)?;
        Ok(Halves { sale, purchase })
    }

    fn quote_within(&self, moved: Alpha, protection: Protection, obstacle: Option<Obstacle>) -> Quote {
        let amount = Amount::alpha(self.from.netuid, moved);
        let one = Rate::Ratio(Ratio(Price::ONE.0));
        Quote {
            amount_in: amount,
            fee: Amount::alpha(self.from.netuid, Alpha::ZERO),
            amount_out: amount,
            minimum_out: Some(amount),
            spot: one,
            effective: Some(one),
            limit: None,
            price_impact: PriceImpact::default(),
            protection,
            obstacle,
        }
    }

    fn quote_across(
        &self,
        Halves { sale, purchase }: &Halves,
        protection: Protection,
        limit: Option<Ratio>,
        obstacle: Option<Obstacle>,
    ) -> Quote {
        let (from, to) = (&self.from, &self.to);
        let used = Alpha(sale.paid.0.saturating_add(sale.fee.0));
        let received = purchase.received;
        let value = from.pool.value_at_spot(sale.paid).saturating_sub(purchase.fee);
        Quote {
            amount_in: Amount::alpha(from.netuid, used),
            fee: if from.netuid == ROOT {
                Amount::tao(purchase.fee)
            } else {
                Amount::alpha(from.netuid, sale.fee)
            },
            amount_out: Amount::alpha(to.netuid, received),
            minimum_out: minimum_out(to.netuid, sale.paid, protection, limit),
            spot: Rate::Ratio(Ratio(
                billionths(from.pool.price().0, to.pool.price().0).unwrap_or(u64::MAX),
            )),
            effective: effective(used, received),
            limit: limit.map(Rate::Ratio),
            price_impact: PriceImpact::of(to.pool.alpha_at_spot(value).0, received.0),
            protection,
            obstacle,
        }
    }
}

fn minimum_out(netuid: NetUid, paid: Alpha, protection: Protection, limit: Option<Ratio>) -> Option<Amount> {
    match protection {
        Protection::Whole { .. } => limit.map(|limit| Amount::alpha(netuid, at_limit(paid, limit))),
        Protection::None | Protection::Part { .. } => None,
    }
}

/// What the limit promises for that much.
fn at_limit(paid: Alpha, limit: Ratio) -> Alpha {
    Alpha(times(paid.0, limit.0, Price::ONE.0))
}

fn effective(used: Alpha, received: Alpha) -> Option<Rate> {
    if received == Alpha::ZERO {
        return None;
    }
    billionths(received.0, used.0).map(|ratio| Rate::Ratio(Ratio(ratio)))
}
