//! What stands in the way of a trade, and what to do about it.

use taolight_bittensor::{Amount, Obstacle};
use taolight_locales::say;
use taolight_primitives::{Alpha, NetUid, Rao};

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
    let alpha = |amount: &Alpha| format!("{} {}", format::alpha(*amount), unit(origin));
    match obstacle {
        Obstacle::PriceLimitExceeded => say!(quote.obstacle.price_limit_exceeded).to_owned(),
        Obstacle::LimitOutOfReach => say!(quote.obstacle.limit_out_of_reach).to_owned(),
        Obstacle::SubnetNotExists => say!(quote.obstacle.subnet_not_exists).to_owned(),
        Obstacle::SubtokenDisabled => say!(quote.obstacle.subtoken_disabled).to_owned(),
        Obstacle::NothingChanges => say!(quote.obstacle.nothing_changes).to_owned(),
        Obstacle::NothingToTrade => say!(quote.obstacle.nothing_to_trade).to_owned(),
        Obstacle::BelowMinimum { least } => say!(quote.obstacle.below_minimum, least = tao(*least)),
        Obstacle::ProceedsBelowMinimum { least } => {
            say!(quote.obstacle.proceeds_below_minimum, least = tao(*least))
        }
        Obstacle::PartBelowMinimum { least } => {
            say!(quote.obstacle.part_below_minimum, least = tao(*least))
        }
        Obstacle::SlippageTooHigh { most } => {
            say!(quote.obstacle.slippage_too_high, most = amount(*most, &unit))
        }
        Obstacle::InsufficientBalance { spendable } => {
            say!(quote.obstacle.insufficient_balance, spendable = tao(*spendable))
        }
        Obstacle::HotkeyNotExists => say!(quote.obstacle.hotkey_not_exists).to_owned(),
        Obstacle::InsufficientLiquidity => say!(quote.obstacle.insufficient_liquidity).to_owned(),
        Obstacle::StakeLocked { available } => {
            say!(quote.obstacle.stake_locked, available = alpha(available))
        }
        Obstacle::TransferDisallowed => say!(quote.obstacle.transfer_disallowed).to_owned(),
        Obstacle::LockedAlphaRejected { available } => {
            say!(quote.obstacle.locked_alpha_rejected, available = alpha(available))
        }
    }
}

fn tao(amount: Rao) -> String {
    format!("{} {}", format::amount(amount), format::TAU)
}

#[cfg(test)]
mod tests {
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
