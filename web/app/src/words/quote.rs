//! What stands in the way of a trade, and what to do about it.

use taolight_bittensor::{Amount, Obstacle};
use taolight_primitives::{NetUid, Rao};

use crate::format;

/// An amount with its unit, in a sentence. `unit` says the unit of a subnet's alpha.
pub(crate) fn amount(amount: Amount, unit: impl Fn(NetUid) -> String) -> String {
    match amount {
        Amount::Tao { amount } => tao(amount),
        Amount::Alpha { netuid, amount } => format!("{} {}", format::alpha(amount), unit(netuid)),
    }
}

/// An amount as an exact integer, for programs.
pub(crate) fn billionths(amount: Amount) -> String {
    match amount {
        Amount::Tao { amount } => amount.0,
        Amount::Alpha { amount, .. } => amount.0,
    }
    .to_string()
}

/// Why the chain would refuse a trade, and what to do. `unit` says the unit of a subnet's alpha, `origin` from which
/// subnet stake is taken.
pub(crate) fn obstacle(obstacle: &Obstacle, origin: NetUid, unit: impl Fn(NetUid) -> String) -> String {
    match obstacle {
        Obstacle::PriceLimitExceeded => {
            "The price is past your limit already, so nothing would be traded. Allow a larger tolerance, or wait."
                .to_owned()
        }
        Obstacle::LimitOutOfReach => {
            "Your limit allows none of this. Trade less, or allow a larger tolerance.".to_owned()
        }
        Obstacle::SubnetNotExists => "This subnet does not exist any more. Choose another one.".to_owned(),
        Obstacle::SubtokenDisabled => {
            "Trading has not started on this subnet. Its owner has to start it.".to_owned()
        }
        Obstacle::NothingChanges => "Choose another subnet or validator: the stake is there already.".to_owned(),
        Obstacle::NothingToTrade => "There is nothing to trade.".to_owned(),
        Obstacle::BelowMinimum { least } => {
            format!("Less than the chain stakes. The least is {}.", tao(*least))
        }
        Obstacle::ProceedsBelowMinimum { least } => format!(
            "This brings less than {}, the chain's minimum. Take more, or all of it.",
            tao(*least)
        ),
        Obstacle::PartBelowMinimum { least } => format!(
            "The part within your limit is below the chain's minimum, {}. Allow a larger tolerance.",
            tao(*least)
        ),
        Obstacle::SlippageTooHigh { most } => format!(
            "This trade alone moves the price past your limit. At most {} fit within it. Trade less, or allow a larger \
             tolerance.",
            amount(*most, unit)
        ),
        Obstacle::InsufficientBalance { spendable } => {
            format!("More than this account can spend, {}.", tao(*spendable))
        }
        Obstacle::HotkeyNotExists => "The chain does not know this validator. Choose another one.".to_owned(),
        Obstacle::InsufficientLiquidity => {
            "The subnet's pool is too small for this amount. Trade less.".to_owned()
        }
        Obstacle::StakeLocked { available } => format!(
            "A part of your stake on this subnet is locked. {} {} are not.",
            format::alpha(*available),
            unit(origin)
        ),
        Obstacle::TransferDisallowed => {
            "The subnet's owner does not allow stake to go to other accounts.".to_owned()
        }
        Obstacle::LockedAlphaRejected { available } => format!(
            "A part of this stake is locked, and the receiver takes no locked stake. {} {} are not locked.",
            format::alpha(*available),
            unit(origin)
        ),
    }
}

fn tao(amount: Rao) -> String {
    format!("{} {}", format::amount(amount), format::TAU)
}

#[cfg(test)]
mod tests {
    use taolight_primitives::Alpha;

    use super::*;

    #[test]
    fn an_obstacle_says_how_much_would_do() {
        let said = |what: Obstacle| obstacle(&what, NetUid(5), |netuid| format!("α{netuid}"));
        assert_eq!(
            said(Obstacle::BelowMinimum {
                least: Rao(2_000_000)
            }),
            "Less than the chain stakes. The least is 0.002 τ."
        );
        let most = Amount::Alpha {
            netuid: NetUid(5),
            amount: Alpha(1_500_000_000),
        };
        assert!(said(Obstacle::SlippageTooHigh { most }).contains("At most 1.5 α5 fit"));
        let available = Alpha(1_000_000_000);
        assert!(said(Obstacle::StakeLocked { available }).contains("1 α5 are not"));
    }
}
