//! What could go wrong with a call, however deep it is hidden in another one.

use taolight_protocol::vault::{CallNode, HumanValue, MetadataCheck, Warning};

/// The warnings of a call and of how its decoding is proven, each once and in the order of the call.
pub(crate) fn of(call: &CallNode, check: &MetadataCheck) -> Vec<Warning> {
    let mut warnings = Vec::new();
    walk(call, false, &mut warnings);
    match check {
        MetadataCheck::Enabled { .. } => {}
        MetadataCheck::Unsupported => note(&mut warnings, Warning::UnprovenMetadata),
    }
    warnings
}

fn note(warnings: &mut Vec<Warning>, warning: Warning) {
    if !warnings.contains(&warning) {
        warnings.push(warning);
    }
}

fn walk(call: &CallNode, is_inside: bool, warnings: &mut Vec<Warning>) {
    if let Some(danger) = danger(call) {
        note(warnings, danger);
        if is_inside {
            note(warnings, Warning::Hidden);
        }
    }
    for argument in &call.arguments {
        walk_value(&argument.value, warnings);
    }
}

fn walk_value(value: &HumanValue, warnings: &mut Vec<Warning>) {
    match value {
        HumanValue::Call(call) => walk(call, true, warnings),
        HumanValue::List(items) => items.iter().for_each(|item| walk_value(item, warnings)),
        HumanValue::Fields(fields) => fields.iter().for_each(|field| walk_value(&field.value, warnings)),
        HumanValue::Account(_)
        | HumanValue::Amount(_)
        | HumanValue::Number(_)
        | HumanValue::Text(_)
        | HumanValue::Bytes(_)
        | HumanValue::Flag(_)
        | HumanValue::Empty => {}
    }
}

/// What makes this call itself dangerous, whatever is inside.
fn danger(call: &CallNode) -> Option<Warning> {
    let has = |name: &str, value: &HumanValue| {
        let mut arguments = call.arguments.iter();
        arguments.any(|argument| argument.name == name && argument.value == *value)
    };
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
        _ => None,
    }
}
