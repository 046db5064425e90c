//! The rule `calls`: every call of a transaction, however deep, is among those that are allowed.

use taolight_protocol::vault::{CallNode, Policy};

use super::Violation;
use crate::call_tree;

/// What stands for every call of a pallet.
pub(super) const ANY: &str = "*";

pub(super) fn check(policy: &Policy, call: &CallNode) -> Result<(), Violation> {
    let Some(patterns) = &policy.calls else {
        return Ok(());
    };
    let is_allowed = |call: &CallNode| patterns.iter().any(|pattern| matches(pattern, call));
    match call_tree::calls(call).find(|call| !is_allowed(call)) {
        None => Ok(()),
        Some(call) => Err(Violation::call(call)),
    }
}

fn matches(pattern: &str, call: &CallNode) -> bool {
    let Some((pallet, name)) = pattern.split_once('.') else {
        return false;
    };
    pallet == call.pallet && (name == ANY || name == call.name)
}
