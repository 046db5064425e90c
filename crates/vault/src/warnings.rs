//! What could go wrong with a call, however deep it is hidden in another one.

use std::collections::BTreeSet;

use taolight_primitives::AccountId;
use taolight_protocol::vault::{CallNode, HumanValue, MetadataCheck, ShownCall, Warning};

use crate::{
    call_table,
    call_tree::{self, Part, argument},
    known::Known,
};

/// The warnings of a call and of how its decoding is proven, each once: first of what it does, in the call's order, then
/// of who receives.
pub(crate) fn of(call: &ShownCall, check: &MetadataCheck, known: &Known<'_>) -> Vec<Warning> {
    let mut warnings = match call {
        ShownCall::Decoded { call } => of_dangers(call),
        ShownCall::Raw { .. } => vec![Warning::Blind],
    };
    match check {
        MetadataCheck::Enabled { .. } => {}
        MetadataCheck::Unsupported => warnings.push(Warning::UnprovenMetadata),
    }
    warnings.extend(of_receivers(&receivers(call), known));
    warnings
}

/// Who gets funds by a call, or control over them, each once and in the call's order.
pub(crate) fn receivers(call: &ShownCall) -> Vec<AccountId> {
    let Some(call) = call.decoded() else {
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let receivers = call_tree::calls(call).filter_map(call_table::receiver);
    receivers.filter(|receiver| seen.insert(*receiver)).collect()
}

fn of_dangers(call: &CallNode) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut note = |warning| {
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    };
    for part in call_tree::parts(call) {
        let Part::Call { call, is_inside } = part else {
            continue;
        };
        let Some(danger) = danger(call) else { continue };
        note(danger);
        if is_inside {
            note(Warning::Hidden);
        }
    }
    warnings
}

/// What makes this call itself dangerous, whatever is inside.
fn danger(call: &CallNode) -> Option<Warning> {
    let has = |name: &str, value: &HumanValue| argument(call, name) == Some(value);
    match (call.pallet.as_str(), call.name.as_str()) {
        ("Balances", "transfer_allow_death" | "transfer") => Some(Warning::AllowsDeath),
        ("Balances", "transfer_all" | "burn") => {
            (!has("keep_alive", &HumanValue::Flag(true))).then_some(Warning::AllowsDeath)
        }
        ("Proxy", "add_proxy") => {
            has("proxy_type", &HumanValue::Text("Any".to_owned())).then_some(Warning::GivesFullControl)
        }
        (
            "SubtensorModule",
            "announce_coldkey_swap" | "swap_coldkey_announced" | "swap_coldkey" | "schedule_swap_coldkey",
        ) => Some(Warning::SwapsColdkey),
        ("SubtensorModule", "dispute_coldkey_swap") => Some(Warning::FreezesAccount),
        // The chain decrypts it later and runs it in the signer's name.
        ("MevShield", "store_encrypted") => Some(Warning::Blind),
        _ => None,
    }
}

fn of_receivers(receivers: &[AccountId], known: &Known<'_>) -> Vec<Warning> {
    if receivers.is_empty() {
        return Vec::new();
    }
    let index = known.index();
    let mut warnings = Vec::new();
    for destination in receivers.iter().copied() {
        if !index.contains(&destination) {
            warnings.push(Warning::FirstUse { destination });
        }
        if let Some(known) = index.looks_like(&destination) {
            warnings.push(Warning::LooksLike { destination, known });
        }
        if index.is_hotkey(&destination) {
            warnings.push(Warning::ToHotkey { destination });
        }
    }
    warnings
}

#[cfg(test)]
mod tests;
