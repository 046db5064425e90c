//! What an intent does, as a headline.

use taolight_bittensor::intents::Intent;
use taolight_locales::say;

use crate::format;
use crate::words::intent::alpha;
use crate::words::summary::summary;
use crate::words::units::{subnet, tao};

/// An intent as a headline: `Send 1.5 τ`.
pub(crate) fn act(intent: &Intent) -> String {
    match intent {
        Intent::Transfer(transfer) => say!(intent.act.send, amount = tao(transfer.amount)),
        Intent::AddStake(stake) => {
            say!(
                intent.act.stake,
                amount = tao(stake.amount),
                subnet = subnet(stake.netuid)
            )
        }
        Intent::RemoveStake(stake) => say!(intent.act.unstake, amount = alpha(stake.amount, stake.netuid)),
        Intent::RemoveAllStake(stake) => say!(intent.act.unstake_all, subnet = subnet(stake.netuid)),
        Intent::SwapStake(swap) => say!(
            intent.act.swap_stake,
            amount = alpha(swap.amount, swap.origin_netuid),
            subnet = subnet(swap.destination_netuid)
        ),
        Intent::MoveStake(moved) => say!(
            intent.act.move_stake,
            amount = alpha(moved.amount, moved.origin_netuid),
            hotkey = format::short_address(moved.destination_hotkey),
            subnet = subnet(moved.destination_netuid)
        ),
        Intent::Batch(batch) if batch.intents.iter().all(takes_out) => {
            let count = format::number(batch.intents.len() as u64);
            match batch.intents.len() {
                1 => say!(intent.act.unstake_one, count = count),
                _ => say!(intent.act.unstake_many, count = count),
            }
        }
        other => summary(other),
    }
}

/// Whether it takes stake of one position out.
fn takes_out(intent: &Intent) -> bool {
    matches!(intent, Intent::RemoveStake(_) | Intent::RemoveAllStake(_))
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::intents::{AddStake, Batch, RemoveAllStake, Transfer};
    use taolight_primitives::{AccountId, NetUid, Rao};

    use super::*;

    const HOTKEY: AccountId = AccountId([3; 32]);

    #[test]
    fn a_transfer_is_said_shortly() {
        let intent = Intent::from(Transfer {
            destination: HOTKEY,
            amount: Rao(1_500_000_000),
            keep_alive: true,
        });
        assert_eq!(act(&intent), "Send 1.5 τ");
    }

    #[test]
    fn stake_is_said_shortly() {
        let stake = |netuid| AddStake {
            hotkey: HOTKEY,
            netuid: NetUid(netuid),
            amount: Rao(2_000_000_000),
            limit: None,
        };
        assert_eq!(act(&stake(7).into()), "Stake 2 τ on subnet 7");
        assert_eq!(act(&stake(0).into()), "Stake 2 τ on the root");
    }

    #[test]
    fn several_positions_are_counted() {
        let out = |netuid| {
            Intent::from(RemoveAllStake {
                hotkey: HOTKEY,
                netuid: NetUid(netuid),
                limit: None,
            })
        };
        let intent = Intent::from(Batch {
            intents: vec![out(1), out(2)],
        });
        assert_eq!(act(&intent), "Unstake 2 positions, all or none");
    }
}
