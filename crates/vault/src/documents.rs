//! What the vault remembers besides accounts, sealed under its key.

use serde::{Deserialize, Serialize};
use taolight_protocol::vault::{AutoLock, PolicyEntry};

use crate::{destinations::Destinations, ledger::Ledger, strongbox::Document};

/// What the user has set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Settings {
    pub(crate) auto_lock: AutoLock,
    /// At most one entry for an account and origin.
    pub(crate) policies: Vec<PolicyEntry>,
}

impl Document for Settings {
    const NAME: &'static str = "settings";
}

/// What was signed. Written before a signature is handed out, so that killing the process forgets none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct History {
    pub(crate) ledger: Ledger,
    pub(crate) destinations: Destinations,
}

impl Document for History {
    const NAME: &'static str = "history";
}
