//! What an intent changes, as the lines of a review.

use taolight_bittensor::intents::{Cost, Effect, Quantity, Setting};
use taolight_locales::say;
use taolight_primitives::{AccountId, Alpha, NetUid};

use crate::format::{self, short_address};
use crate::words::units::tao;

/// What changes, one line for each effect. What happens in another account's name says whose.
pub(crate) fn effects(effects: &[Effect]) -> Vec<String> {
    let mut lines = Vec::new();
    for effect in effects {
        match effect {
            Effect::InNameOf { account, effects } => {
                let whose = short_address(*account);
                let said = self::effects(effects);
                lines.extend(
                    said.into_iter()
                        .map(|line| say!(intent.effect.of_account, account = whose.as_str(), line = line)),
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
        Effect::TaoOut { amount, to } => {
            let amount = quantity(amount, tao);
            match to {
                Some(to) => say!(intent.effect.tao_to, amount = amount, to = short_address(*to)),
                None => say!(intent.effect.tao_out, amount = amount),
            }
        }
        Effect::TaoIn { amount } => say!(intent.effect.tao_in, amount = quantity(amount, tao)),
        Effect::AlphaOut {
            netuid,
            hotkey,
            amount,
            to,
        } => {
            let amount = quantity(amount, |amount| alpha(amount, *netuid));
            let position = position(*netuid, *hotkey);
            match to {
                Some(to) => say!(
                    intent.effect.alpha_to,
                    amount = amount,
                    position = position,
                    to = short_address(*to)
                ),
                None => say!(intent.effect.alpha_out, amount = amount, position = position),
            }
        }
        Effect::AlphaIn {
            netuid,
            hotkey,
            amount,
        } => say!(
            intent.effect.alpha_in,
            amount = quantity(amount, |amount| alpha(amount, *netuid)),
            position = position(*netuid, *hotkey)
        ),
        Effect::EveryPositionOut { hotkey, root } => {
            let hotkey = short_address(*hotkey);
            match root {
                true => say!(intent.effect.sells_every_position, hotkey = hotkey),
                false => say!(intent.effect.sells_every_position_but_root, hotkey = hotkey),
            }
        }
        Effect::Pays { cost, limit } => pays(*cost, limit.map(tao)),
        Effect::DepositReturned => say!(intent.effect.deposit_returned).to_owned(),
        Effect::AlphaLocked {
            netuid,
            hotkey,
            amount,
        } => say!(
            intent.effect.locks,
            amount = alpha(*amount, *netuid),
            hotkey = short_address(*hotkey)
        ),
        Effect::LockChanged { netuid } => say!(intent.effect.lock_changed, netuid = *netuid),
        Effect::ControlGranted { to, kind, delay } => granted(*to, kind, *delay),
        Effect::ControlRevoked { from: Some(from) } => {
            say!(intent.effect.revoked, from = short_address(*from))
        }
        Effect::ControlRevoked { from: None } => say!(intent.effect.revoked_all).to_owned(),
        Effect::AnnouncementChanged => say!(intent.effect.announcement_changed).to_owned(),
        Effect::AccountCreated => say!(intent.effect.account_created).to_owned(),
        Effect::AccountLost => say!(intent.effect.account_lost).to_owned(),
        Effect::HotkeyOwned { hotkey } => {
            say!(intent.effect.hotkey_owned, hotkey = short_address(*hotkey))
        }
        Effect::HotkeyReplaced { old, new, netuid } => {
            let (old, new) = (short_address(*old), short_address(*new));
            match netuid {
                None => say!(intent.effect.hotkey_replaced, old = old, new = new),
                Some(netuid) => say!(
                    intent.effect.hotkey_replaced_on,
                    old = old,
                    new = new,
                    netuid = *netuid
                ),
            }
        }
        Effect::ColdkeyReplaced { new } => say!(intent.effect.coldkey_replaced, new = short_address(*new)),
        Effect::ColdkeySwapPending { new } => {
            say!(intent.effect.coldkey_pending, new = short_address(*new))
        }
        Effect::ColdkeySwapCleared => say!(intent.effect.coldkey_cleared).to_owned(),
        Effect::AccountFrozen => say!(intent.effect.frozen).to_owned(),
        Effect::Registered { hotkey, netuid } => say!(
            intent.effect.registered,
            hotkey = short_address(*hotkey),
            netuid = *netuid
        ),
        Effect::SubnetCreated => say!(intent.effect.subnet_created).to_owned(),
        Effect::SubnetStarted { netuid } => say!(intent.effect.subnet_started, netuid = *netuid),
        Effect::Set { setting } => setting_changes(*setting).to_owned(),
        Effect::Approval { account, given: true } => {
            say!(intent.effect.approves, account = short_address(*account))
        }
        Effect::Approval {
            account,
            given: false,
        } => {
            say!(
                intent.effect.takes_back_approval,
                account = short_address(*account)
            )
        }
        Effect::InNameOf { account, .. } => say!(intent.effect.acts_for, account = short_address(*account)),
        Effect::Anything => say!(intent.effect.anything).to_owned(),
    }
}

fn pays(cost: Cost, limit: Option<String>) -> String {
    let what = cost_words(cost);
    match (cost.is_deposit(), limit) {
        (true, None) => say!(intent.effect.reserves, cost = what),
        (true, Some(limit)) => say!(intent.effect.reserves_limited, cost = what, limit = limit),
        (false, None) => say!(intent.effect.pays, cost = what),
        (false, Some(limit)) => say!(intent.effect.pays_limited, cost = what, limit = limit),
    }
}

/// What the chain asks something for, as it stands after "for".
fn cost_words(cost: Cost) -> String {
    match cost {
        Cost::ProxyDeposit => say!(intent.cost.proxy).to_owned(),
        Cost::AnnouncementDeposit => say!(intent.cost.announcement).to_owned(),
        Cost::MultisigDeposit { .. } => say!(intent.cost.multisig).to_owned(),
        Cost::Registration { netuid } => say!(intent.cost.registration, netuid = netuid),
        Cost::RootRegistration => say!(intent.cost.root_registration).to_owned(),
        Cost::SubnetRegistration => say!(intent.cost.subnet_registration).to_owned(),
        Cost::HotkeySwap | Cost::HotkeySwapOnSubnet => say!(intent.cost.hotkey_swap).to_owned(),
        Cost::ColdkeySwap => say!(intent.cost.coldkey_swap).to_owned(),
    }
}

fn granted(to: AccountId, kind: &str, delay: u32) -> String {
    let (to, count) = (short_address(to), format::number(delay));
    match delay {
        0 => say!(intent.effect.granted, to = to, kind = kind),
        1 => say!(
            intent.effect.granted_after_one,
            to = to,
            kind = kind,
            count = count
        ),
        _ => say!(
            intent.effect.granted_after_many,
            to = to,
            kind = kind,
            count = count
        ),
    }
}

fn setting_changes(setting: Setting) -> &'static str {
    match setting {
        Setting::AutoStake => say!(intent.setting.auto_stake),
        Setting::RootClaimType => say!(intent.setting.root_claim),
        Setting::AcceptsLockedAlpha => say!(intent.setting.locked_alpha),
        Setting::Take => say!(intent.setting.take),
        Setting::ChildkeyTake => say!(intent.setting.childkey_take),
        Setting::Children => say!(intent.setting.children),
        Setting::Identity => say!(intent.setting.identity),
        Setting::SubnetIdentity => say!(intent.setting.subnet_identity),
        Setting::SubnetSymbol => say!(intent.setting.subnet_symbol),
        Setting::Axon => say!(intent.setting.axon),
        Setting::Crowdloan => say!(intent.setting.crowdloan),
    }
}

fn quantity<T: Copy>(amount: &Quantity<T>, unit: impl Fn(T) -> String) -> String {
    match amount {
        Quantity::Exactly(amount) => unit(*amount),
        Quantity::UpTo(amount) => say!(intent.quantity.up_to, amount = unit(*amount)),
        Quantity::AtLeast(amount) => say!(intent.quantity.at_least, amount = unit(*amount)),
        Quantity::Everything => say!(intent.quantity.everything).to_owned(),
        Quantity::AtMarket => say!(intent.quantity.at_market).to_owned(),
    }
}

/// An amount of a subnet's alpha; on the root it is TAO.
pub(super) fn alpha(amount: Alpha, netuid: NetUid) -> String {
    let amount = format::alpha(amount);
    match netuid {
        NetUid(0) => format!("{amount} {}", format::TAU),
        NetUid(netuid) => say!(units.alpha_of_subnet, amount = amount, netuid = netuid),
    }
}

fn position(netuid: NetUid, hotkey: AccountId) -> String {
    let hotkey = short_address(hotkey);
    match netuid {
        NetUid(0) => say!(intent.position.root, hotkey = hotkey),
        NetUid(netuid) => say!(intent.position.subnet, netuid = netuid, hotkey = hotkey),
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::intents::{ActAs, AddStake, Batch, Intent, RemoveAllStake};
    use taolight_primitives::Rao;

    use super::*;

    const HOTKEY: AccountId = AccountId([3; 32]);
    const REAL: AccountId = AccountId([4; 32]);

    #[test]
    fn the_proceeds_of_several_positions_are_said_once() {
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
        let hotkey = short_address(HOTKEY);
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
        let (hotkey, real) = (short_address(HOTKEY), short_address(REAL));
        assert_eq!(
            effects(&intent.effects(AccountId([1; 32]))),
            [
                format!("{real}: 2 τ leaves the free balance"),
                format!("{real}: What the market gives into subnet 7 with {hotkey}"),
            ]
        );
    }
}
