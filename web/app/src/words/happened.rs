//! What happened to an account, as a line of its activity.

use taolight_bittensor::intents::outcome::Happened;
use taolight_locales::say;
use taolight_primitives::{AccountId, Alpha, NetUid};
use taolight_protocol::engine::Seen;

use crate::format;
use crate::words::units::{subnet, tao};

/// What a block did to an account that was not signed here, a line each.
pub(crate) fn seen(seen: &Seen, own: AccountId, name: &impl Fn(AccountId) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for touch in &seen.touches {
        match (touch.own, touch.failed) {
            (true, true) => lines.push(say!(happened.failed_elsewhere).to_owned()),
            (true, false) => lines.push(say!(happened.signed_elsewhere).to_owned()),
            (false, _) => {}
        }
        lines.extend(touch.happened.iter().map(|what| happened(what, own, name)));
    }
    if lines.is_empty() {
        lines.push(say!(happened.unexplained).to_owned());
    }
    lines
}

/// One thing that happened, told to the holder of an account: `Received 2 τ from Alice`. `name` says what an account is
/// called.
fn happened(what: &Happened, own: AccountId, name: &impl Fn(AccountId) -> String) -> String {
    match what {
        Happened::Transferred { from, to, amount } if *to == own => {
            say!(happened.received, amount = tao(*amount), name = name(*from))
        }
        Happened::Transferred { to, amount, .. } => {
            say!(happened.sent, amount = tao(*amount), name = name(*to))
        }
        Happened::AccountClosed { .. } => say!(happened.account_closed).to_owned(),
        Happened::Reserved { amount, .. } => say!(happened.reserved, amount = tao(*amount)),
        Happened::Unreserved { amount, .. } => say!(happened.unreserved, amount = tao(*amount)),
        Happened::Staked {
            netuid, tao: paid, ..
        } => say!(happened.staked, amount = tao(*paid), subnet = subnet(*netuid)),
        Happened::Unstaked {
            netuid,
            alpha: sold,
            tao: got,
            ..
        } => say!(happened.unstaked, sold = alpha(*sold, *netuid), got = tao(*got)),
        Happened::StakeMoved { hotkey, netuid, .. } => {
            say!(
                happened.stake_moved,
                name = name(*hotkey),
                subnet = subnet(*netuid)
            )
        }
        Happened::StakeSwapped { origin, netuid, .. } => {
            say!(
                happened.stake_swapped,
                origin = subnet(*origin),
                subnet = subnet(*netuid)
            )
        }
        Happened::StakeTransferred { from, to, netuid, .. } if *to == own => {
            say!(
                happened.stake_received,
                subnet = subnet(*netuid),
                name = name(*from)
            )
        }
        Happened::StakeTransferred { to, netuid, .. } => {
            say!(happened.stake_given, subnet = subnet(*netuid), name = name(*to))
        }
        Happened::AlphaRecycled {
            alpha: gone, netuid, ..
        } => say!(happened.recycled, amount = alpha(*gone, *netuid)),
        Happened::AlphaBurned {
            alpha: gone, netuid, ..
        } => say!(happened.burned, amount = alpha(*gone, *netuid)),
        Happened::StakeLocked { amount, netuid, .. } => {
            say!(happened.locked, amount = alpha(*amount, *netuid))
        }
        Happened::LockMoved { hotkey, netuid, .. } => {
            say!(
                happened.lock_moved,
                subnet = subnet(*netuid),
                name = name(*hotkey)
            )
        }
        Happened::RootClaimed { .. } => say!(happened.root_claimed).to_owned(),
        Happened::Registered { netuid, uid, .. } => {
            say!(happened.registered, subnet = subnet(*netuid), uid = *uid)
        }
        Happened::HotkeySwapped { old, new, .. } => {
            say!(happened.hotkey_swapped, old = name(*old), new = name(*new))
        }
        Happened::ColdkeySwapAnnounced { .. } => say!(happened.coldkey_announced).to_owned(),
        Happened::ColdkeySwapped { old, new } => {
            say!(happened.coldkey_swapped, old = name(*old), new = name(*new))
        }
        Happened::TakeSet { .. } => say!(happened.take_set).to_owned(),
        Happened::ChildrenScheduled { netuid, .. } => {
            say!(happened.children_scheduled, subnet = subnet(*netuid))
        }
        Happened::ProxyAdded {
            real, delegate, kind, ..
        } if *real == own => say!(happened.may_act, name = name(*delegate), kind = kind.as_str()),
        Happened::ProxyAdded { real, kind, .. } => {
            say!(happened.may_act_for, name = name(*real), kind = kind.as_str())
        }
        Happened::ProxyRemoved {
            real, delegate, kind, ..
        } if *real == own => {
            say!(
                happened.no_longer_acts,
                name = name(*delegate),
                kind = kind.as_str()
            )
        }
        Happened::ProxyRemoved { real, kind, .. } => {
            say!(
                happened.no_longer_acts_for,
                name = name(*real),
                kind = kind.as_str()
            )
        }
        Happened::PureCreated { account, .. } => say!(happened.pure_created, name = name(*account)),
        Happened::CallAnnounced { real, delegate, .. } => {
            say!(
                happened.call_announced,
                delegate = name(*delegate),
                name = name(*real)
            )
        }
        Happened::MultisigOpened { .. } => say!(happened.multisig_opened).to_owned(),
        Happened::MultisigApproved { .. } => say!(happened.multisig_approved).to_owned(),
        Happened::MultisigCancelled { .. } => say!(happened.multisig_cancelled).to_owned(),
        Happened::CrowdloanCreated { id } => say!(happened.crowdloan_created, id = *id),
        Happened::CrowdloanContributed { id, amount, .. } => {
            say!(happened.crowdloan_paid, amount = tao(*amount), id = *id)
        }
        Happened::CrowdloanWithdrawn { id, amount, .. } => {
            say!(happened.crowdloan_returned, amount = tao(*amount), id = *id)
        }
    }
}

fn alpha(amount: Alpha, netuid: NetUid) -> String {
    let amount = format::alpha(amount);
    match netuid {
        NetUid(0) => say!(units.alpha_of_root, amount = amount),
        NetUid(netuid) => say!(units.alpha_of_subnet, amount = amount, netuid = netuid),
    }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::Rao;

    use super::*;

    #[test]
    fn each_side_reads_its_own_line() {
        let (alice, bob) = (AccountId([1; 32]), AccountId([2; 32]));
        let name = |account: AccountId| if account == alice { "Alice" } else { "Bob" }.to_owned();
        let sent = Happened::Transferred {
            from: alice,
            to: bob,
            amount: Rao(1_500_000_000),
        };
        assert_eq!(happened(&sent, alice, &name), "Sent 1.5 τ to Bob");
        assert_eq!(happened(&sent, bob, &name), "Received 1.5 τ from Alice");
        let given = Happened::ProxyAdded {
            real: alice,
            delegate: bob,
            kind: "Staking".to_owned(),
            delay: 0,
        };
        assert_eq!(
            happened(&given, alice, &name),
            "Bob may act for the account (Staking)"
        );
        assert_eq!(happened(&given, bob, &name), "May act for Alice (Staking)");
    }
}
