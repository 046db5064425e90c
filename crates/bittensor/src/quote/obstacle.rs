//! Why the chain would refuse a trade.

use serde::{Deserialize, Serialize};
use taolight_primitives::{Alpha, Rao};

use super::Amount;
use crate::Unfillable;

/// What the chain would refuse a trade for. Each is one of its own checks, and its name is stable. A few trades that it
/// would do past their limit are refused here with the same reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "reason", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Obstacle {
    /// The price is past the limit before the trade begins.
    #[error("the price is past the limit already; allow a larger tolerance")]
    PriceLimitExceeded,
    /// The amount cannot be moved within the limit, nor a part of it.
    #[error("this cannot be moved within the limit; move less, or allow a larger tolerance")]
    LimitOutOfReach,
    /// There is no such subnet.
    #[error("this subnet does not exist")]
    SubnetNotExists,
    /// The subnet's owner has not started it.
    #[error("trading has not started on this subnet")]
    SubtokenDisabled,
    /// The stake would stay where it is.
    #[error("choose another subnet, hotkey or account to move the stake to")]
    NothingChanges,
    /// Nothing was asked for, or nothing is there.
    #[error("there is nothing to trade")]
    NothingToTrade,
    /// Less than the chain stakes.
    #[error("the amount is below the network's minimum")]
    BelowMinimum {
        /// The least that works.
        least: Rao,
    },
    /// The sale would bring less TAO than the chain's minimum and leave some stake. Selling all of it works.
    #[error("this brings less than the network's minimum; take more, or all of it")]
    ProceedsBelowMinimum {
        /// What it must bring.
        least: Rao,
    },
    /// The part that the limit allows is below the chain's minimum.
    #[error("the part within the limit is below the network's minimum; allow a larger tolerance")]
    PartBelowMinimum {
        /// What the part must come to.
        least: Rao,
    },
    /// The trade cannot be done whole within the limit.
    #[error("the trade moves the price past the limit; take less, or allow a larger tolerance")]
    SlippageTooHigh {
        /// The most that can.
        most: Amount,
    },
    /// More than the account can spend.
    #[error("the account has not enough free TAO")]
    InsufficientBalance {
        /// What it can spend.
        spendable: Rao,
    },
    /// The chain does not know the hotkey.
    #[error("the chain does not know this hotkey")]
    HotkeyNotExists,
    /// The pool cannot trade this amount.
    #[error("the subnet's pool is too small for this amount")]
    InsufficientLiquidity,
    /// A part of the stake is locked.
    #[error("a part of this stake is locked")]
    StakeLocked {
        /// What is not.
        available: Alpha,
    },
    /// The owner of one of the subnets has switched transfers off.
    #[error("the subnet's owner has switched transfers off")]
    TransferDisallowed,
    /// The receiver takes no locked stake, and a part of this is.
    #[error("a part of this stake is locked, and the receiver does not accept locked stake")]
    LockedAlphaRejected {
        /// What is not locked.
        available: Alpha,
    },
}

impl Obstacle {
    /// The name of the chain's error, as its metadata has it.
    pub fn error_name(&self) -> &'static str {
        match self {
            Self::PriceLimitExceeded => "PriceLimitExceeded",
            Self::LimitOutOfReach => "ZeroMaxStakeAmount",
            Self::SubnetNotExists => "SubnetNotExists",
            Self::SubtokenDisabled => "SubtokenDisabled",
            Self::NothingChanges => "SameNetuid",
            Self::NothingToTrade
            | Self::BelowMinimum { .. }
            | Self::ProceedsBelowMinimum { .. }
            | Self::PartBelowMinimum { .. } => "AmountTooLow",
            Self::SlippageTooHigh { .. } => "SlippageTooHigh",
            Self::InsufficientBalance { .. } => "NotEnoughBalanceToStake",
            Self::HotkeyNotExists => "HotKeyAccountNotExists",
            Self::InsufficientLiquidity => "InsufficientLiquidity",
            Self::StakeLocked { .. } => "StakeUnavailable",
            Self::TransferDisallowed => "TransferDisallowed",
            Self::LockedAlphaRejected { .. } => "AccountRejectsLockedAlpha",
        }
    }
}

impl From<Unfillable> for Obstacle {
    fn from(unfillable: Unfillable) -> Self {
        match unfillable {
            Unfillable::Liquidity => Self::InsufficientLiquidity,
            Unfillable::PriceLimit => Self::PriceLimitExceeded,
        }
    }
}

/// An obstacle where a condition of the chain does not hold.
pub(super) fn ensure(holds: bool, obstacle: Obstacle) -> Result<(), Obstacle> {
    if holds { Ok(()) } else { Err(obstacle) }
}
