//! What the vault can be asked: accounts, and signing what it has itself decoded.

mod account;
mod message;
mod signing;

pub use account::{Account, AddAccount, ListAccounts, RemoveAccount, Secret};
pub use message::{DescribeMessage, MessageSummary, SignMessage, SignedMessage};
pub use signing::{
    AddMetadata, Argument, CallNode, Describe, HasMetadata, HumanValue, MetadataCheck, Sign, Signed, Summary,
    Warning,
};

use crate::method::methods;

methods! {
    /// Every call that the vault answers.
    VaultCall {
        "accounts.add" AddAccount -> Account,
        "accounts.list" ListAccounts -> Vec<Account>,
        "accounts.remove" RemoveAccount -> (),
        "metadata.has" HasMetadata -> bool,
        "metadata.add" AddMetadata -> (),
        "describe" Describe -> Summary,
        "sign" Sign -> Signed,
        "message.describe" DescribeMessage -> MessageSummary,
        "message.sign" SignMessage -> SignedMessage,
    }
}
