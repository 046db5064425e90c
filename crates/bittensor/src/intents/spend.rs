//! The most that an intent can take, for limits and for people.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, NetUid, Rao};

use super::Effect;

/// What an intent takes at most, without the fee. Funds of another account that it reaches count as its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Spend {
    /// TAO.
    pub tao: Rao,
    /// Alpha, by subnet, each subnet once.
    pub alpha: Vec<AlphaSpend>,
    /// Whether it may take more than that, and nobody can tell how much.
    pub unbounded: bool,
}

/// Alpha of one subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AlphaSpend {
    /// The subnet.
    pub netuid: NetUid,
    /// How much of its alpha.
    pub amount: Alpha,
}

impl Spend {
    /// What these effects take together.
    pub fn of(effects: &[Effect]) -> Self {
        let mut spend = Self::default();
        for effect in effects {
            spend.add(effect);
        }
        spend
    }

    fn add(&mut self, effect: &Effect) {
        match effect {
            Effect::TaoOut { amount, .. } => self.add_tao(amount.most()),
            Effect::Pays { limit, .. } => self.add_tao(*limit),
            Effect::AlphaOut { netuid, amount, .. } => self.add_alpha(*netuid, amount.most()),
            Effect::InNameOf { effects, .. } => effects.iter().for_each(|effect| self.add(effect)),
            Effect::EveryPositionOut { .. }
            | Effect::AccountLost
            | Effect::ColdkeyReplaced { .. }
            | Effect::ColdkeySwapPending { .. }
            | Effect::HotkeyReplaced { .. }
            | Effect::ControlGranted { .. }
            | Effect::Anything => self.unbounded = true,
            Effect::TaoIn { .. }
            | Effect::AlphaIn { .. }
            | Effect::DepositReturned
            | Effect::AlphaLocked { .. }
            | Effect::LockChanged { .. }
            | Effect::ControlRevoked { .. }
            | Effect::AnnouncementChanged
            | Effect::AccountCreated
            | Effect::HotkeyOwned { .. }
            | Effect::ColdkeySwapCleared
            | Effect::AccountFrozen
            | Effect::Registered { .. }
            | Effect::SubnetCreated
            | Effect::SubnetStarted { .. }
            | Effect::Set { .. }
            | Effect::Approval { .. } => {}
        }
    }

    fn add_tao(&mut self, amount: Option<Rao>) {
        match amount.and_then(|amount| self.tao.checked_add(amount)) {
            Some(sum) => self.tao = sum,
            None => self.unbounded = true,
        }
    }

    fn add_alpha(&mut self, netuid: NetUid, amount: Option<Alpha>) {
        let Some(amount) = amount else {
            self.unbounded = true;
            return;
        };
        let Some(known) = self.alpha.iter_mut().find(|known| known.netuid == netuid) else {
            self.alpha.push(AlphaSpend { netuid, amount });
            return;
        };
        match known.amount.checked_add(amount) {
            Some(sum) => known.amount = sum,
            None => self.unbounded = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::AccountId;

    use super::*;
    use crate::intents::Quantity;

    fn tao(amount: u64) -> Effect {
        Effect::TaoOut {
            amount: Quantity::Exactly(Rao(amount)),
            to: None,
        }
    }

    fn alpha(netuid: u16, amount: u64) -> Effect {
        Effect::AlphaOut {
            netuid: NetUid(netuid),
            hotkey: AccountId([1; 32]),
            amount: Quantity::UpTo(Alpha(amount)),
            to: None,
        }
    }

    #[test]
    fn amounts_add_up_by_unit() {
        let inner = Effect::InNameOf {
            account: AccountId([2; 32]),
            effects: vec![tao(5), alpha(3, 7)],
        };
        let spend = Spend::of(&[tao(1), alpha(3, 1), alpha(4, 2), inner]);
        assert_eq!(spend.tao, Rao(6));
        let by_subnet: Vec<_> = spend.alpha.iter().map(|a| (a.netuid.0, a.amount.0)).collect();
        assert_eq!(by_subnet, [(3, 8), (4, 2)]);
        assert!(!spend.unbounded);
    }

    #[test]
    fn what_cannot_be_told_or_counted_has_no_bound() {
        assert!(Spend::of(&[tao(u64::MAX), tao(1)]).unbounded);
        assert!(Spend::of(&[alpha(3, u64::MAX), alpha(3, 1)]).unbounded);
        assert!(Spend::of(&[Effect::Anything]).unbounded);
        let everything = Effect::TaoOut {
            amount: Quantity::Everything,
            to: None,
        };
        assert!(Spend::of(&[everything]).unbounded);
    }
}
