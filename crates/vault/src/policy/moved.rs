//! How much TAO a transaction moves out of the signer's free balance.

use taolight_primitives::Rao;
use taolight_protocol::vault::CallNode;

use super::Violation;
use crate::{call_table::moves, call_tree};

/// What all calls of a transaction move together.
#[derive(Debug)]
pub(super) struct Moved {
    /// What is known of it; none past all TAO that can be counted.
    sum: Option<Rao>,
    /// The first call that nobody can tell the amount of.
    unknown: Option<String>,
}

impl Moved {
    /// What the call, everything in it and the tip move.
    pub(super) fn by(call: &CallNode, tip: Rao) -> Self {
        let mut moved = Self::tip(tip);
        for call in call_tree::calls(call) {
            match moves(call) {
                Some(amount) => moved.sum = moved.sum.and_then(|sum| sum.checked_add(amount)),
                None => {
                    let name = || format!("{}.{}", call.pallet, call.name);
                    moved.unknown.get_or_insert_with(name);
                }
            }
        }
        moved
    }

    /// The tip alone.
    pub(super) fn tip(tip: Rao) -> Self {
        Self {
            sum: Some(tip),
            unknown: None,
        }
    }

    /// The amount, if it can be compared with a limit.
    pub(super) fn amount(&self) -> Result<Rao, Violation> {
        if let Some(call) = &self.unknown {
            return Err(Violation::UnknownAmount { call: call.clone() });
        }
        self.sum.ok_or(Violation::TooMuch)
    }

    /// What is known to move, and at least that.
    pub(super) fn known(&self) -> Rao {
        self.sum.unwrap_or(Rao(u64::MAX))
    }
}
