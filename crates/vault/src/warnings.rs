//! What could go wrong with a call, however deep it is hidden in another one.

use taolight_protocol::vault::{CallNode, HumanValue, MetadataCheck, Warning};

/// The warnings of a call and of how its decoding is proven, each once.
pub(crate) fn of(call: &CallNode, check: &MetadataCheck) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if allows_death(call) {
        warnings.push(Warning::AllowsDeath);
    }
    match check {
        MetadataCheck::Enabled { .. } => {}
        MetadataCheck::Unsupported => warnings.push(Warning::UnprovenMetadata),
    }
    warnings
}

/// Whether the call, or one within it, may empty and remove the account that makes it.
fn allows_death(call: &CallNode) -> bool {
    let keeps_alive = || {
        let mut arguments = call.arguments.iter();
        arguments.any(|argument| argument.name == "keep_alive" && argument.value == HumanValue::Flag(true))
    };
    match (call.pallet.as_str(), call.name.as_str()) {
        ("Balances", "transfer_allow_death" | "transfer") => true,
        ("Balances", "transfer_all" | "burn") => !keeps_alive(),
        _ => call.arguments.iter().any(|argument| holds_death(&argument.value)),
    }
}

fn holds_death(value: &HumanValue) -> bool {
    match value {
        HumanValue::Call(call) => allows_death(call),
        HumanValue::List(items) => items.iter().any(holds_death),
        HumanValue::Fields(fields) => fields.iter().any(|field| holds_death(&field.value)),
        HumanValue::Account(_)
        | HumanValue::Amount(_)
        | HumanValue::Number(_)
        | HumanValue::Text(_)
        | HumanValue::Bytes(_)
        | HumanValue::Flag(_)
        | HumanValue::Empty => false,
    }
}
