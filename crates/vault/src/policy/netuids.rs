//! The rule `netuids`: every subnet that a transaction names is among those that are allowed. A call that names none,
//! such as one that unstakes everywhere, passes this rule; the rule `calls` can keep it out.

use taolight_primitives::NetUid;
use taolight_protocol::vault::{Argument, CallNode, HumanValue, Policy};

use super::Violation;
use crate::call_tree::{self, Part};

pub(super) fn check(policy: &Policy, call: &CallNode) -> Result<(), Violation> {
    let Some(allowed) = &policy.netuids else {
        return Ok(());
    };
    for part in call_tree::parts(call) {
        match part {
            Part::Argument(argument) if names_subnets(&argument.name) => check_argument(argument, allowed)?,
            Part::Argument(_) | Part::Call { .. } => {}
        }
    }
    Ok(())
}

/// Whether an argument or field of this name holds numbers of subnets. `subnets` is the list of `claim_root`; `legs` are
/// the trades of `swap_basket_many`, whose fields may have no names to look at.
fn names_subnets(name: &str) -> bool {
    matches!(name, "netuid" | "netuids" | "subnets" | "legs") || name.ends_with("_netuid")
}

/// A subnet that is not named by its number is refused: an empty one means all of them.
fn check_argument(argument: &Argument, allowed: &[NetUid]) -> Result<(), Violation> {
    let named = numbers(&argument.value).ok_or_else(|| Violation::UnclearSubnet {
        argument: argument.name.clone(),
    })?;
    match named.into_iter().find(|netuid| !allowed.contains(netuid)) {
        None => Ok(()),
        Some(netuid) => Err(Violation::Subnet { netuid }),
    }
}

fn numbers(value: &HumanValue) -> Option<Vec<NetUid>> {
    match value {
        HumanValue::Number(digits) => digits.parse().ok().map(|number| vec![NetUid(number)]),
        HumanValue::List(items) => {
            let items: Option<Vec<_>> = items.iter().map(numbers).collect();
            items.map(|items| items.concat())
        }
        HumanValue::Account(_)
        | HumanValue::Amount(_)
        | HumanValue::Text(_)
        | HumanValue::Bytes(_)
        | HumanValue::Flag(_)
        | HumanValue::Empty
        | HumanValue::Fields(_)
        | HumanValue::Call(_) => None,
    }
}
