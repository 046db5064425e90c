//! The rule `hotkey`: a hotkey signs what hotkeys are for, alone or in a batch, and nothing else. It needs no limit to be
//! set, and none lifts it.

use taolight_primitives::Rao;
use taolight_protocol::vault::CallNode;

use super::Violation;
use crate::{
    call_table::{is_batch, is_of_hotkeys},
    call_tree,
};

pub(super) fn check(call: &CallNode, tip: Rao) -> Result<(), Violation> {
    let is_allowed = |call: &&CallNode| is_batch(call) || is_of_hotkeys(call);
    if let Some(call) = call_tree::calls(call).find(|call| !is_allowed(call)) {
        return Err(Violation::hotkey(call));
    }
    // The chain charges it to the coldkey that owns the hotkey, and a tip buys nothing.
    if tip != Rao::ZERO {
        return Err(Violation::HotkeyTip { tip });
    }
    Ok(())
}
