//! What the calls of the chain do to the account that signs them, by name. Knows nothing of what is inside a call: who
//! asks walks the tree.
//!
//! A call that is not in the tables may do anything. That is meant: a name comes in only after somebody has read what the
//! call does.

use taolight_primitives::{AccountId, Rao};
use taolight_protocol::vault::{CallNode, HumanValue};

use crate::call_tree::argument;

/// Names of calls, by pallet.
type Names = &'static [(&'static str, &'static [&'static str])];
/// A pallet, a call and one of its arguments.
type Arguments = &'static [(&'static str, &'static str, &'static str)];

/// Batches: they do what the calls in them do.
const BATCHES: Names = &[("Utility", &["batch", "batch_all", "force_batch"])];

/// What hotkeys sign. None of it moves funds.
const OF_HOTKEYS: Names = &[
    (
        "SubtensorModule",
        &[
            "associate_evm_key",
            "batch_commit_weights",
            "batch_reveal_weights",
            "batch_set_weights",
            "commit_crv3_mechanism_weights",
            "commit_mechanism_weights",
            "commit_timelocked_mechanism_weights",
            "commit_timelocked_weights",
            "commit_weights",
            "reveal_mechanism_weights",
            "reveal_weights",
            "serve_axon",
            "serve_axon_tls",
            "serve_prometheus",
            "set_mechanism_weights",
            "set_weights",
        ],
    ),
    ("Commitments", &["set_commitment"]),
];

/// Calls that take nothing out of the signer's free balance themselves: they bring funds in, change what is no funds, or
/// only wrap other calls, which count for themselves. Funds of another account that a wrapper reaches count as the
/// signer's.
const MOVES_NOTHING: Names = &[
    (
        "SubtensorModule",
        &[
            "claim_root",
            "claim_root_with_hotkey",
            "clear_coldkey_swap_announcement",
            "decrease_take",
            "dispute_coldkey_swap",
            "increase_take",
            "lock_stake",
            "move_lock",
            "move_stake",
            "move_stake_limit",
            "pow_register",
            "remove_stake",
            "remove_stake_full_limit",
            "remove_stake_limit",
            "set_auto_parent_delegation_enabled",
            "set_childkey_take",
            "set_children",
            "set_coldkey_auto_stake_hotkey",
            "set_identity",
            "set_perpetual_lock",
            "set_reject_locked_alpha",
            "set_root_claim_type",
            "set_subnet_identity",
            "start_call",
            "swap_stake",
            "swap_stake_limit",
            "try_associate_hotkey",
            "unstake_all",
            "unstake_all_alpha",
            "update_symbol",
        ],
    ),
    ("System", &["remark", "remark_with_event"]),
    ("Utility", &["as_derivative", "if_else"]),
    (
        "Proxy",
        &[
            "proxy",
            "proxy_announced",
            "reject_announcement",
            "remove_announcement",
            "remove_proxies",
            "remove_proxy",
        ],
    ),
    ("Multisig", &["as_multi_threshold_1", "cancel_as_multi"]),
    (
        "Crowdloan",
        &[
            "dissolve",
            "refund",
            "set_max_contribution",
            "update_cap",
            "update_end",
            "update_min_contribution",
            "withdraw",
        ],
    ),
    ("EVM", &["withdraw"]),
    ("LimitOrders", &["cancel_order"]),
    // What it carries is a transaction that has to be signed, and so checked, for itself.
    ("MevShield", &["submit_encrypted"]),
];

/// Calls that take out of the signer's free balance at most what one argument says, in rao.
///
/// Left out on purpose, so that nobody can tell how much they move: what moves or destroys alpha, whose worth in TAO is
/// unknown here; prices and deposits that the chain sets by itself (registrations, subnets, swaps of keys, proxies,
/// multisigs, announcements), because constants are no part of the metadata's digest and could be forged; whatever gives
/// somebody else control over funds, now or later; and what runs a call that is not in it, such as
/// `Crowdloan.finalize`.
const MOVES: Arguments = &[
    ("Balances", "burn", "value"),
    ("Balances", "transfer", "value"),
    ("Balances", "transfer_allow_death", "value"),
    ("Balances", "transfer_keep_alive", "value"),
    ("Crowdloan", "contribute", "amount"),
    ("Crowdloan", "create", "deposit"),
    ("SubtensorModule", "add_stake", "amount_staked"),
    ("SubtensorModule", "add_stake_burn", "amount"),
    ("SubtensorModule", "add_stake_limit", "amount_staked"),
    // The most that the registration may cost.
    ("SubtensorModule", "register_limit", "limit_price"),
    ("SubtensorModule", "stake_into_basket", "amount_staked"),
];

/// Who gets funds, or control over them.
const RECEIVERS: Arguments = &[
    ("Balances", "force_transfer", "dest"),
    ("Balances", "transfer", "dest"),
    ("Balances", "transfer_all", "dest"),
    ("Balances", "transfer_allow_death", "dest"),
    ("Balances", "transfer_keep_alive", "dest"),
    ("Contracts", "call", "dest"),
    ("Contracts", "call_old_weight", "dest"),
    ("Crowdloan", "create", "target_address"),
    ("Proxy", "add_proxy", "delegate"),
    ("Proxy", "set_real_pays_fee", "delegate"),
    ("SubtensorModule", "schedule_swap_coldkey", "new_coldkey"),
    ("SubtensorModule", "swap_coldkey", "new_coldkey"),
    ("SubtensorModule", "swap_coldkey_announced", "new_coldkey"),
    ("SubtensorModule", "transfer_stake", "destination_coldkey"),
    (
        "SubtensorModule",
        "transfer_stake_and_hotkey",
        "destination_coldkey",
    ),
    ("Sudo", "set_key", "new"),
];

/// In whose name, other than the signer's, the call inside is done.
const PRINCIPALS: Arguments = &[
    ("Proxy", "proxy", "real"),
    ("Proxy", "proxy_announced", "real"),
    ("Sudo", "sudo_as", "who"),
];

/// Whether the call only does what the calls in it do.
pub(crate) fn is_batch(call: &CallNode) -> bool {
    has(BATCHES, call)
}

/// Whether a hotkey may sign the call.
pub(crate) fn is_of_hotkeys(call: &CallNode) -> bool {
    has(OF_HOTKEYS, call)
}

/// The most that the call itself takes out of the signer's free balance, without the fee; none if nobody can tell.
pub(crate) fn moves(call: &CallNode) -> Option<Rao> {
    let moves_nothing = has(BATCHES, call) || has(OF_HOTKEYS, call) || has(MOVES_NOTHING, call);
    if moves_nothing || sets_a_parameter(call) {
        return Some(Rao::ZERO);
    }
    let value = find(MOVES, call)?;
    if let HumanValue::Amount(amount) = value {
        return Some(*amount);
    }
    let HumanValue::Number(digits) = value else {
        return None;
    };
    digits.parse().ok().map(Rao)
}

/// Who gets funds, or control over them, by the call itself.
pub(crate) fn receiver(call: &CallNode) -> Option<AccountId> {
    account(RECEIVERS, call)
}

/// The account, other than the signer, in whose name the call inside is done.
pub(crate) fn principal(call: &CallNode) -> Option<AccountId> {
    account(PRINCIPALS, call)
}

/// Parameters of subnets and of the chain. There are too many to name, and more with every runtime.
fn sets_a_parameter(call: &CallNode) -> bool {
    call.pallet == "AdminUtils" && call.name.starts_with("sudo_set_")
}

fn has(names: Names, call: &CallNode) -> bool {
    let mut pallets = names.iter();
    pallets.any(|(pallet, calls)| call.pallet == *pallet && calls.contains(&call.name.as_str()))
}

fn find(arguments: Arguments, call: &CallNode) -> Option<&HumanValue> {
    let mut rows = arguments.iter();
    let (.., name) = rows.find(|(pallet, name, _)| call.pallet == *pallet && call.name == *name)?;
    argument(call, name)
}

/// An address that is no account is refused by the chain, so it is nobody's.
fn account(arguments: Arguments, call: &CallNode) -> Option<AccountId> {
    let HumanValue::Account(account) = find(arguments, call)? else {
        return None;
    };
    Some(*account)
}

#[cfg(test)]
mod tests;
