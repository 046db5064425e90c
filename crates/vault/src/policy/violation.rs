//! The rules that a transaction can break, and how each is told.

use taolight_primitives::{ErrorCode, Failure, NetUid, Rao};
use taolight_protocol::vault::{CallNode, PolicyEntry};

/// A rule that a transaction breaks.
#[derive(Debug, thiserror::Error)]
pub(super) enum Violation {
    /// A hotkey and a call that is not for hotkeys.
    #[error("{call} is not among the calls that a hotkey signs; sign it with the coldkey")]
    Hotkey { call: String },
    /// A hotkey and a tip.
    #[error("a hotkey pays no tip, and this transaction has one of {tip} TAO; prepare it without")]
    HotkeyTip { tip: Rao },
    /// Bytes instead of a call.
    #[error("the call could not be decoded, so nobody can tell whether it is allowed")]
    Undecodable,
    /// A decoding that the chain does not check.
    #[error("nothing proves on this network what the call is, so nobody can tell whether it is allowed")]
    Unproven,
    /// A call that is not among the allowed ones.
    #[error("{call} is not among the calls that are allowed")]
    Call { call: String },
    /// A subnet that is not among the allowed ones.
    #[error("subnet {netuid} is not among those that are allowed")]
    Subnet { netuid: NetUid },
    /// An argument that names subnets in a way that is not understood, or all of them.
    #[error("{argument:?} does not say which subnets are meant, and only some are allowed")]
    UnclearSubnet { argument: String },
    /// A call that is not known to move a certain amount, under a limit of amounts.
    #[error("nobody can tell beforehand how much TAO {call} moves, and there is a limit")]
    UnknownAmount { call: String },
    /// More TAO than can be counted, under a limit of amounts.
    #[error("this transaction moves more TAO than can exist")]
    TooMuch,
    /// More than one transaction may move.
    #[error("this transaction moves {amount} TAO, and the most for one is {limit} TAO")]
    PerTransaction { amount: Rao, limit: Rao },
    /// More than the transactions of 24 hours may move.
    #[error(
        "this transaction moves {amount} TAO, those of the last 24 hours {spent} TAO, and the most for both is {limit} TAO"
    )]
    PerDay { amount: Rao, spent: Rao, limit: Rao },
}

impl Violation {
    /// A call that is not among the allowed ones.
    pub(super) fn call(call: &CallNode) -> Self {
        Self::Call { call: name(call) }
    }

    /// A call that is not for hotkeys.
    pub(super) fn hotkey(call: &CallNode) -> Self {
        Self::Hotkey { call: name(call) }
    }

    /// The violation as it crosses a port.
    pub(super) fn into_failure(self) -> Failure {
        let failure = Failure::new(ErrorCode::PolicyViolation, &self).with_data(self.rule());
        if self.passes_with_time() {
            failure.retryable()
        } else {
            failure
        }
    }

    /// The same, and whose limits say so.
    pub(super) fn of(self, entry: &PolicyEntry) -> Failure {
        let whose = match &entry.origin {
            Some(origin) => format!("{} for {origin}", entry.account),
            None => entry.account.to_string(),
        };
        let mut failure = self.into_failure();
        failure.message = format!(
            "{}; if it should be signed, change the limits of {whose}",
            failure.message
        );
        failure
    }

    /// The stable name of the rule.
    fn rule(&self) -> &'static str {
        match self {
            Self::Hotkey { .. } | Self::HotkeyTip { .. } => "hotkey",
            Self::Undecodable => "undecodable",
            Self::Unproven => "unproven",
            Self::Call { .. } => "calls",
            Self::Subnet { .. } | Self::UnclearSubnet { .. } => "netuids",
            Self::UnknownAmount { .. } | Self::TooMuch => "unknown_amount",
            Self::PerTransaction { .. } => "per_transaction",
            Self::PerDay { .. } => "per_day",
        }
    }

    /// Whether the same transaction may be allowed later without a change.
    fn passes_with_time(&self) -> bool {
        match self {
            Self::PerDay { amount, limit, .. } => amount <= limit,
            Self::Hotkey { .. }
            | Self::HotkeyTip { .. }
            | Self::Undecodable
            | Self::Unproven
            | Self::Call { .. }
            | Self::Subnet { .. }
            | Self::UnclearSubnet { .. }
            | Self::UnknownAmount { .. }
            | Self::TooMuch
            | Self::PerTransaction { .. } => false,
        }
    }
}

fn name(call: &CallNode) -> String {
    format!("{}.{}", call.pallet, call.name)
}
