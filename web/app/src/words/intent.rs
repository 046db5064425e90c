//! What an intent does, as headlines and lines of a review.

use taolight_bittensor::intents::{Effect, Intent, Quantity, Setting};
use taolight_primitives::{AccountId, Alpha, NetUid, Rao};

use crate::format;

/// An intent as a headline: `Send 1.5 τ`.
pub(crate) fn act(intent: &Intent) -> String {
    match intent {
        Intent::Transfer(transfer) => format!("Send {} {}", format::amount(transfer.amount), format::TAU),
        Intent::AddStake(stake) => format!("Stake {} on {}", tao(stake.amount), subnet(stake.netuid)),
        Intent::RemoveStake(stake) => format!("Unstake {}", alpha(stake.amount, stake.netuid)),
        Intent::RemoveAllStake(stake) => format!("Unstake everything from {}", subnet(stake.netuid)),
        Intent::SwapStake(swap) => format!(
            "Move {} to {}",
            alpha(swap.amount, swap.origin_netuid),
            subnet(swap.destination_netuid)
        ),
        Intent::MoveStake(moved) => format!(
            "Move {} to {} on {}",
            alpha(moved.amount, moved.origin_netuid),
            format::short_address(moved.destination_hotkey),
            subnet(moved.destination_netuid)
        ),
        Intent::Batch(batch) if batch.intents.iter().all(takes_out) => format!(
            "Unstake {}, all or none",
            format::count(
                u32::try_from(batch.intents.len()).unwrap_or(u32::MAX),
                "position",
                "positions"
            )
        ),
        other => other.summary(),
    }
}

/// Whether it takes stake of one position out.
fn takes_out(intent: &Intent) -> bool {
    matches!(intent, Intent::RemoveStake(_) | Intent::RemoveAllStake(_))
}

fn subnet(netuid: NetUid) -> String {
    match netuid {
        NetUid(0) => "the root".to_owned(),
        netuid => format!("subnet {netuid}"),
    }
}

/// What changes, one line for each effect. What happens in another account's name says whose.
pub(crate) fn effects(effects: &[Effect]) -> Vec<String> {
    let mut lines = Vec::new();
    for effect in effects {
        match effect {
            Effect::InNameOf { account, effects } => {
                let whose = format::short_address(*account);
                lines.extend(
                    self::effects(effects)
                        .into_iter()
                        .map(|line| format!("{whose}: {line}")),
                );
            }
            // Said once of all that is sold together.
            Effect::TaoIn {
                amount: Quantity::AtMarket,
            } if lines.contains(&line(effect)) => {}
            one => lines.push(line(one)),
        }
    }
    lines
}

fn line(effect: &Effect) -> String {
    match effect {
        Effect::TaoOut { amount, to } => match to {
            Some(to) => format!("{} to {}", quantity(amount, tao), format::short_address(*to)),
            None => format!("{} leaves the free balance", quantity(amount, tao)),
        },
        Effect::TaoIn { amount } => format!("{} comes in", quantity(amount, tao)),
        Effect::AlphaOut {
            netuid,
            hotkey,
            amount,
            to,
        } => {
            let what = quantity(amount, |amount| alpha(amount, *netuid));
            let position = position(*netuid, *hotkey);
            match to {
                Some(to) => format!("{what} from {position} to {}", format::short_address(*to)),
                None => format!("{what} out of {position}"),
            }
        }
        Effect::AlphaIn {
            netuid,
            hotkey,
            amount,
        } => {
            let what = quantity(amount, |amount| alpha(amount, *netuid));
            format!("{what} into {}", position(*netuid, *hotkey))
        }
        Effect::EveryPositionOut { hotkey, root } => {
            let which = if *root {
                "every position"
            } else {
                "every position except the root's"
            };
            format!("Sells {which} with {}", format::short_address(*hotkey))
        }
        Effect::Pays { cost, limit } => {
            let kind = if cost.is_deposit() { "Reserves" } else { "Pays" };
            match limit {
                Some(limit) => format!("{kind} at most {} for {}", tao(*limit), cost.words()),
                None => format!("{kind} what the chain asks for {}", cost.words()),
            }
        }
        Effect::DepositReturned => "A deposit comes back".to_owned(),
        Effect::AlphaLocked {
            netuid,
            hotkey,
            amount,
        } => format!(
            "Locks {} behind {}",
            alpha(*amount, *netuid),
            format::short_address(*hotkey)
        ),
        Effect::LockChanged { netuid } => format!("Changes your lock on subnet {netuid}"),
        Effect::ControlGranted { to, kind, delay } => {
            let when = match delay {
                0 => String::new(),
                blocks => format!(
                    ", {} after announcing it",
                    format::count(*blocks, "block", "blocks")
                ),
            };
            format!(
                "{} may act for this account ({kind}){when}",
                format::short_address(*to)
            )
        }
        Effect::ControlRevoked { from: Some(from) } => {
            format!(
                "{} may no longer act for this account",
                format::short_address(*from)
            )
        }
        Effect::ControlRevoked { from: None } => "Nobody may act for this account any more".to_owned(),
        Effect::AnnouncementChanged => "Changes what is announced".to_owned(),
        Effect::AccountCreated => "Makes an account without a key, which this one controls".to_owned(),
        Effect::AccountLost => "An account without a key is lost, with everything in it".to_owned(),
        Effect::HotkeyOwned { hotkey } => {
            format!(
                "{} becomes a hotkey of this account",
                format::short_address(*hotkey)
            )
        }
        Effect::HotkeyReplaced { old, new, netuid } => {
            let place =
                netuid.map_or_else(|| "everywhere".to_owned(), |netuid| format!("on subnet {netuid}"));
            let (old, new) = (format::short_address(*old), format::short_address(*new));
            format!("{new} takes the place of {old} {place}")
        }
        Effect::ColdkeyReplaced { new } => {
            format!(
                "Everything of this account goes to {}",
                format::short_address(*new)
            )
        }
        Effect::ColdkeySwapPending { new } => format!(
            "This account waits to be replaced by {} and can do next to nothing until then",
            format::short_address(*new)
        ),
        Effect::ColdkeySwapCleared => "The account can do everything again".to_owned(),
        Effect::AccountFrozen => "The account is frozen".to_owned(),
        Effect::Registered { hotkey, netuid } => {
            format!(
                "{} gets a place on subnet {netuid}",
                format::short_address(*hotkey)
            )
        }
        Effect::SubnetCreated => "Makes a new subnet".to_owned(),
        Effect::SubnetStarted { netuid } => format!("Starts trading on subnet {netuid}"),
        Effect::Set { setting } => setting_changes(*setting).to_owned(),
        Effect::Approval { account, given } => {
            let kind = if *given {
                "Approves"
            } else {
                "Takes back an approval"
            };
            format!("{kind} for {}", format::short_address(*account))
        }
        Effect::InNameOf { account, .. } => format!("Acts for {}", format::short_address(*account)),
        Effect::Anything => "Can do anything: this wallet does not know the call".to_owned(),
    }
}

fn setting_changes(setting: Setting) -> &'static str {
    match setting {
        Setting::AutoStake => "Changes where mining rewards are staked",
        Setting::RootClaimType => "Changes what becomes of root dividends",
        Setting::AcceptsLockedAlpha => "Changes whether locked alpha is accepted from others",
        Setting::Take => "Changes a validator's take",
        Setting::ChildkeyTake => "Changes a child hotkey's take",
        Setting::Children => "Changes a hotkey's children",
        Setting::Identity => "Changes what everybody can read about this account",
        Setting::SubnetIdentity => "Changes what everybody can read about a subnet",
        Setting::SubnetSymbol => "Changes a subnet's symbol",
        Setting::Axon => "Changes where a miner can be reached",
        Setting::Crowdloan => "Changes a crowdloan",
    }
}

fn quantity<T: Copy>(amount: &Quantity<T>, say: impl Fn(T) -> String) -> String {
    match amount {
        Quantity::Exactly(amount) => say(*amount),
        Quantity::UpTo(amount) => format!("At most {}", say(*amount)),
        Quantity::AtLeast(amount) => format!("At least {}", say(*amount)),
        Quantity::Everything => "Everything".to_owned(),
        Quantity::AtMarket => "What the market gives".to_owned(),
    }
}

fn tao(amount: Rao) -> String {
    format!("{} {}", format::amount(amount), format::TAU)
}

fn alpha(amount: Alpha, netuid: NetUid) -> String {
    match netuid {
        NetUid(0) => format!("{} {}", format::alpha(amount), format::TAU),
        netuid => format!("{} alpha of subnet {netuid}", format::alpha(amount)),
    }
}

fn position(netuid: NetUid, hotkey: AccountId) -> String {
    let hotkey = format::short_address(hotkey);
    match netuid {
        NetUid(0) => format!("the root with {hotkey}"),
        netuid => format!("subnet {netuid} with {hotkey}"),
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::intents::{ActAs, AddStake, Batch, RemoveAllStake, Transfer};

    use super::*;

    const HOTKEY: AccountId = AccountId([3; 32]);
    const REAL: AccountId = AccountId([4; 32]);

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
    fn several_positions_are_counted_and_their_proceeds_said_once() {
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
        let hotkey = format::short_address(HOTKEY);
        assert_eq!(
            effects(&intent.effects(REAL)),
            [
                format!("Everything out of subnet 1 with {hotkey}"),
                "What the market gives comes in".to_owned(),
                format!("Everything out of subnet 2 with {hotkey}"),
            ]
        );
    }

    #[test]
    fn what_is_done_for_another_account_says_whose() {
        let stake = AddStake {
            hotkey: HOTKEY,
            netuid: NetUid(7),
            amount: Rao(2_000_000_000),
            limit: None,
        };
        let intent = Intent::from(ActAs {
            real: REAL,
            kind: None,
            inner: Box::new(stake.into()),
        });
        let (hotkey, real) = (format::short_address(HOTKEY), format::short_address(REAL));
        assert_eq!(
            effects(&intent.effects(AccountId([1; 32]))),
            [
                format!("{real}: 2 τ leaves the free balance"),
                format!("{real}: What the market gives into subnet 7 with {hotkey}"),
            ]
        );
    }
}
