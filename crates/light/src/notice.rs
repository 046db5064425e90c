//! What is not an error and still worth telling the user.

/// Something about how a network was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// What was saved on this device could not be used and was set aside; the client starts from the checkpoint.
    SavedStateSetAside {
        /// Why it could not be used.
        reason: String,
    },
    /// Some bootnodes cannot be dialled from here.
    BootnodesUnreachable {
        /// Their multiaddresses.
        addresses: Vec<String>,
        /// Why.
        reason: String,
    },
}
