//! What each type of proxy may call, as lists of names: the same lists decide
//! about calls and are told by the runtime API. Calls that the real chain lists
//! and this runtime lacks are left out.

#[cfg(test)]
mod tests;

use crate::{ProxyType, RuntimeCall, TAO};
use frame_support::traits::GetCallMetadata;

/// Which calls a type of proxy may make.
pub enum Filter {
    AllowAll,
    DenyAll,
    Allow {
        calls: &'static [Rule],
        exceptions: &'static [Rule],
    },
    Deny(&'static [Rule]),
}

/// A call, or all calls of a pallet.
pub struct Rule {
    pub pallet: &'static str,
    pub call: Option<&'static str>,
    pub condition: Option<Condition>,
}

/// What must hold of a call's arguments.
pub enum Condition {
    LessThan {
        parameter: &'static str,
        limit: u64,
    },
    Nested {
        pallet: &'static str,
        call: &'static str,
    },
}

impl Filter {
    /// The filter of a type of proxy.
    pub fn of(proxy_type: ProxyType) -> Self {
        match proxy_type {
            ProxyType::Any => Self::AllowAll,
            ProxyType::Senate | ProxyType::Triumvirate | ProxyType::Governance | ProxyType::RootWeights => {
                Self::DenyAll
            }
            ProxyType::Owner => Self::Allow {
                calls: OWNER,
                exceptions: OWNER_EXCEPTIONS,
            },
            ProxyType::NonCritical => Self::Deny(CRITICAL),
            ProxyType::NonTransfer => Self::Deny(TRANSFER_OF_ANYTHING),
            ProxyType::NonFungible => Self::Deny(FUNGIBLE),
            ProxyType::Staking => allow(STAKING),
            ProxyType::Registration => allow(REGISTRATION),
            ProxyType::Transfer => allow(TRANSFER),
            ProxyType::SmallTransfer => allow(SMALL_TRANSFER),
            ProxyType::ChildKeys => allow(CHILD_KEYS),
            ProxyType::SudoUncheckedSetCode => allow(SET_CODE),
            ProxyType::SwapHotkey => allow(SWAP_HOTKEY),
            ProxyType::SubnetLeaseBeneficiary => allow(LEASE),
            ProxyType::RootClaim => allow(ROOT_CLAIM),
        }
    }

    /// Whether the filter lets a call through.
    pub fn allows(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::AllowAll => true,
            Self::DenyAll => false,
            Self::Allow { calls, exceptions } => covered(calls, call) && !covered(exceptions, call),
            Self::Deny(calls) => !covered(calls, call),
        }
    }
}

const fn allow(calls: &'static [Rule]) -> Filter {
    Filter::Allow {
        calls,
        exceptions: &[],
    }
}

fn covered(rules: &[Rule], call: &RuntimeCall) -> bool {
    rules.iter().any(|rule| rule.covers(call))
}

impl Rule {
    fn covers(&self, call: &RuntimeCall) -> bool {
        let name = call.get_call_metadata();
        self.pallet == name.pallet_name
            && self.call.is_none_or(|call| call == name.function_name)
            && self
                .condition
                .as_ref()
                .is_none_or(|condition| condition.holds(call))
    }
}

impl Condition {
    fn holds(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::LessThan { limit, .. } => amount(call).is_some_and(|amount| amount < *limit),
            Self::Nested { pallet, call: inner } => nested(call).is_some_and(|nested| {
                let name = nested.get_call_metadata();
                name.pallet_name == *pallet && name.function_name == *inner
            }),
        }
    }
}

/// The amount of a transfer: its `value` or its `alpha_amount`.
fn amount(call: &RuntimeCall) -> Option<u64> {
    use crate::subtensor::Call::transfer_stake;
    use pallet_balances::Call::{transfer_allow_death, transfer_keep_alive};
    match call {
        RuntimeCall::Balances(transfer_keep_alive { value, .. } | transfer_allow_death { value, .. }) => {
            Some(*value)
        }
        RuntimeCall::SubtensorModule(transfer_stake { alpha_amount, .. }) => Some(*alpha_amount),
        _ => None,
    }
}

/// The call that root makes with a weight of its choice.
fn nested(call: &RuntimeCall) -> Option<&RuntimeCall> {
    match call {
        RuntimeCall::Sudo(pallet_sudo::Call::sudo_unchecked_weight { call, .. }) => Some(call),
        _ => None,
    }
}

const fn whole(pallet: &'static str) -> Rule {
    Rule {
        pallet,
        call: None,
        condition: None,
    }
}

const fn one(pallet: &'static str, call: &'static str) -> Rule {
    Rule {
        pallet,
        call: Some(call),
        condition: None,
    }
}

const fn subtensor(call: &'static str) -> Rule {
    one("SubtensorModule", call)
}

const fn admin(call: &'static str) -> Rule {
    one("AdminUtils", call)
}

/// A transfer of less than half a TAO, or half an alpha.
const fn small(pallet: &'static str, call: &'static str, parameter: &'static str) -> Rule {
    Rule {
        pallet,
        call: Some(call),
        condition: Some(Condition::LessThan {
            parameter,
            limit: TAO / 2,
        }),
    }
}

const OWNER: &[Rule] = &[
    whole("AdminUtils"),
    subtensor("set_subnet_identity"),
    subtensor("update_symbol"),
];
const OWNER_EXCEPTIONS: &[Rule] = &[admin("sudo_set_sn_owner_hotkey")];
const CRITICAL: &[Rule] = &[
    subtensor("dissolve_network"),
    subtensor("root_register"),
    subtensor("burned_register"),
    whole("Sudo"),
    subtensor("announce_coldkey_swap"),
    subtensor("swap_coldkey_announced"),
    subtensor("clear_coldkey_swap_announcement"),
    subtensor("dispute_coldkey_swap"),
];
const TRANSFER_OF_ANYTHING: &[Rule] = &[
    whole("Balances"),
    subtensor("transfer_stake"),
    subtensor("announce_coldkey_swap"),
    subtensor("swap_coldkey_announced"),
    subtensor("clear_coldkey_swap_announcement"),
    subtensor("dispute_coldkey_swap"),
];
const FUNGIBLE: &[Rule] = &[
    whole("Balances"),
    subtensor("add_stake"),
    subtensor("add_stake_limit"),
    subtensor("remove_stake"),
    subtensor("remove_stake_limit"),
    subtensor("remove_stake_full_limit"),
    subtensor("unstake_all"),
    subtensor("unstake_all_alpha"),
    subtensor("swap_stake"),
    subtensor("swap_stake_limit"),
    subtensor("move_stake"),
    subtensor("transfer_stake"),
    subtensor("burned_register"),
    subtensor("root_register"),
    subtensor("announce_coldkey_swap"),
    subtensor("swap_coldkey_announced"),
    subtensor("clear_coldkey_swap_announcement"),
    subtensor("dispute_coldkey_swap"),
    subtensor("swap_hotkey"),
    subtensor("swap_hotkey_v2"),
];
const STAKING: &[Rule] = &[
    subtensor("add_stake"),
    subtensor("remove_stake"),
    subtensor("unstake_all"),
    subtensor("unstake_all_alpha"),
    subtensor("swap_stake"),
    subtensor("swap_stake_limit"),
    subtensor("move_stake"),
    subtensor("add_stake_limit"),
    subtensor("remove_stake_limit"),
    subtensor("remove_stake_full_limit"),
    subtensor("set_root_claim_type"),
];
const REGISTRATION: &[Rule] = &[subtensor("burned_register"), subtensor("register_limit")];
const TRANSFER: &[Rule] = &[
    one("Balances", "transfer_keep_alive"),
    one("Balances", "transfer_allow_death"),
    one("Balances", "transfer_all"),
    subtensor("transfer_stake"),
];
const SMALL_TRANSFER: &[Rule] = &[
    small("Balances", "transfer_keep_alive", "value"),
    small("Balances", "transfer_allow_death", "value"),
    small("SubtensorModule", "transfer_stake", "alpha_amount"),
];
const CHILD_KEYS: &[Rule] = &[subtensor("set_children"), subtensor("set_childkey_take")];
const SET_CODE: &[Rule] = &[Rule {
    pallet: "Sudo",
    call: Some("sudo_unchecked_weight"),
    condition: Some(Condition::Nested {
        pallet: "System",
        call: "set_code",
    }),
}];
const SWAP_HOTKEY: &[Rule] = &[subtensor("swap_hotkey"), subtensor("swap_hotkey_v2")];
const LEASE: &[Rule] = &[
    subtensor("start_call"),
    admin("sudo_set_serving_rate_limit"),
    admin("sudo_set_immunity_period"),
    admin("sudo_set_kappa"),
    admin("sudo_set_rho"),
    admin("sudo_set_activity_cutoff"),
    admin("sudo_set_network_registration_allowed"),
    admin("sudo_set_max_burn"),
    admin("sudo_set_toggle_transfer"),
    admin("sudo_set_subnet_emission_enabled"),
];
const ROOT_CLAIM: &[Rule] = &[subtensor("claim_root")];
