//! What happened to an account, as a line of its activity.

use taolight_bittensor::intents::outcome::Happened;
use taolight_primitives::{AccountId, Alpha, NetUid, Rao};

use taolight_protocol::engine::Seen;

use crate::format;

const SIGNED_ELSEWHERE: &str = "Signed elsewhere with this account's key";
const FAILED_ELSEWHERE: &str = "Signed elsewhere with this account's key, and failed";
const UNEXPLAINED: &str = "The balance changed; the chain's events do not say why";

/// What a block did to an account that was not signed here, a line each.
pub(crate) fn seen(seen: &Seen, own: AccountId, name: &impl Fn(AccountId) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for touch in &seen.touches {
        match (touch.own, touch.failed) {
            (true, true) => lines.push(FAILED_ELSEWHERE.to_owned()),
            (true, false) => lines.push(SIGNED_ELSEWHERE.to_owned()),
            (false, _) => {}
        }
        lines.extend(touch.happened.iter().map(|what| happened(what, own, name)));
    }
    if lines.is_empty() {
        lines.push(UNEXPLAINED.to_owned());
    }
    lines
}

/// One thing that happened, told to the holder of an account: `Received 2 τ from Alice`. `name` says what an account is
/// called.
fn happened(what: &Happened, own: AccountId, name: &impl Fn(AccountId) -> String) -> String {
    match what {
        Happened::Transferred { from, to, amount } if *to == own => {
            format!("Received {} from {}", tao(*amount), name(*from))
        }
        Happened::Transferred { to, amount, .. } => format!("Sent {} to {}", tao(*amount), name(*to)),
        Happened::AccountClosed { .. } => "The account was closed".to_owned(),
        Happened::Reserved { amount, .. } => format!("{} set aside as a deposit", tao(*amount)),
        Happened::Unreserved { amount, .. } => format!("{} came back from a deposit", tao(*amount)),
        Happened::Staked {
            netuid, tao: paid, ..
        } => format!("Staked {} on {}", tao(*paid), subnet(*netuid)),
        Happened::Unstaked {
            netuid,
            alpha: sold,
            tao: got,
            ..
        } => format!("Unstaked {} for {}", alpha(*sold, *netuid), tao(*got)),
        Happened::StakeMoved { hotkey, netuid, .. } => {
            format!("Moved stake to {} on {}", name(*hotkey), subnet(*netuid))
        }
        Happened::StakeSwapped { origin, netuid, .. } => {
            format!("Moved stake from {} to {}", subnet(*origin), subnet(*netuid))
        }
        Happened::StakeTransferred { from, to, netuid, .. } if *to == own => {
            format!("Received stake on {} from {}", subnet(*netuid), name(*from))
        }
        Happened::StakeTransferred { to, netuid, .. } => {
            format!("Gave stake on {} to {}", subnet(*netuid), name(*to))
        }
        Happened::AlphaRecycled {
            alpha: gone, netuid, ..
        } => format!("Recycled {}", alpha(*gone, *netuid)),
        Happened::AlphaBurned {
            alpha: gone, netuid, ..
        } => format!("Burned {}", alpha(*gone, *netuid)),
        Happened::StakeLocked { amount, netuid, .. } => format!("Locked {}", alpha(*amount, *netuid)),
        Happened::LockMoved { hotkey, netuid, .. } => {
            format!("The lock on {} backs {}", subnet(*netuid), name(*hotkey))
        }
        Happened::RootClaimed { .. } => "Claimed root dividends".to_owned(),
        Happened::Registered { netuid, uid, .. } => format!("Registered on {} as {uid}", subnet(*netuid)),
        Happened::HotkeySwapped { old, new, .. } => format!("Hotkey {} became {}", name(*old), name(*new)),
        Happened::ColdkeySwapAnnounced { .. } => "A new coldkey was announced".to_owned(),
        Happened::ColdkeySwapped { old, new } => format!("Coldkey {} became {}", name(*old), name(*new)),
        Happened::TakeSet { .. } => "The take was changed".to_owned(),
        Happened::ChildrenScheduled { netuid, .. } => format!("Children were set on {}", subnet(*netuid)),
        Happened::ProxyAdded {
            real, delegate, kind, ..
        } if *real == own => format!("{} may act for the account ({kind})", name(*delegate)),
        Happened::ProxyAdded { real, kind, .. } => format!("May act for {} ({kind})", name(*real)),
        Happened::ProxyRemoved {
            real, delegate, kind, ..
        } if *real == own => format!("{} may no longer act for the account ({kind})", name(*delegate)),
        Happened::ProxyRemoved { real, kind, .. } => {
            format!("May no longer act for {} ({kind})", name(*real))
        }
        Happened::PureCreated { account, .. } => format!("Made {}, an account without a key", name(*account)),
        Happened::CallAnnounced { real, delegate, .. } => {
            format!("{} announced a call for {}", name(*delegate), name(*real))
        }
        Happened::MultisigOpened { .. } => "An operation waits for approvals".to_owned(),
        Happened::MultisigApproved { .. } => "An operation was approved".to_owned(),
        Happened::MultisigCancelled { .. } => "An operation was cancelled".to_owned(),
        Happened::CrowdloanCreated { id } => format!("Crowdloan {id} was made"),
        Happened::CrowdloanContributed { id, amount, .. } => {
            format!("Put {} into crowdloan {id}", tao(*amount))
        }
        Happened::CrowdloanWithdrawn { id, amount, .. } => {
            format!("{} came back from crowdloan {id}", tao(*amount))
        }
    }
}

fn tao(amount: Rao) -> String {
    format!("{} {}", format::amount(amount), format::TAU)
}

fn alpha(amount: Alpha, netuid: NetUid) -> String {
    format!("{} alpha of {}", format::alpha(amount), subnet(netuid))
}

fn subnet(netuid: NetUid) -> String {
    match netuid {
        NetUid(0) => "the root".to_owned(),
        netuid => format!("subnet {netuid}"),
    }
}

#[cfg(test)]
mod tests {
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
