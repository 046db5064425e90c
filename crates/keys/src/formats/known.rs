//! What a file says in clear about an account.

use taolight_primitives::AccountId;

/// An account, and the label that a file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAccount {
    /// The account.
    pub account: AccountId,
    /// Its name in the wallet that wrote the file.
    pub label: Option<String>,
}

impl KnownAccount {
    pub(super) fn unnamed(account: AccountId) -> Self {
        Self { account, label: None }
    }
}
