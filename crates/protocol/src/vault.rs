//! What the vault can be asked: its lock, its accounts, their import and backup, their limits, and signing what the vault
//! has itself decoded.

mod account;
mod backup;
mod import;
mod lock;
mod message;
mod miner_auth;
mod policy;
mod secret;
mod signing;

pub use account::{
    Account, Accounts, CreateAccount, Damage, DamagedAccount, ListAccounts, Origin, RemoveAccount,
    RenameAccount, Role, Scheme, SetRole, WatchAddress,
};
pub use backup::{
    AnswerBackup, AskBackup, BackupQuestion, ExportAccount, ExportFormat, ExportedAccount, RevealSecret,
    RevealedSecret,
};
pub use import::{
    ClaimedAccount, DetectImport, DetectedImport, ForgetImport, ImportAccounts, ImportKind, ImportOutcome,
    RefusedImport,
};
pub use lock::{
    AutoLock, ChangePassword, CreateVault, LockState, LockVault, SetAutoLock, TouchVault, UnlockVault,
    VaultStatus, WatchVault,
};
pub use message::{DescribeMessage, MessageSummary, SignMessage, SignedMessage};
pub use miner_auth::{DescribeMinerAuth, MinerAuth, MinerAuthSummary, SignMinerAuth, SignedMinerAuth};
pub use policy::{ListPolicies, Policy, PolicyEntry, SetPolicy};
pub use secret::{Secret, SecretBytes};
pub use signing::{
    AddMetadata, Argument, CallNode, Describe, HasMetadata, HumanValue, MetadataCheck, ShownCall, Sign,
    Signed, Summary, Warning,
};

use crate::method::{methods, topics};

methods! {
    /// Every call that the vault answers.
    VaultCall {
        "vault.create" CreateVault -> (),
        "vault.unlock" UnlockVault -> (),
        "vault.lock" LockVault -> (),
        "vault.touch" TouchVault -> (),
        "vault.changePassword" ChangePassword -> (),
        "vault.setAutoLock" SetAutoLock -> (),
        "accounts.list" ListAccounts -> Accounts,
        "accounts.create" CreateAccount -> Account,
        "accounts.watch" WatchAddress -> Account,
        "accounts.rename" RenameAccount -> Account,
        "accounts.setRole" SetRole -> Account,
        "accounts.remove" RemoveAccount -> (),
        "import.detect" DetectImport -> DetectedImport,
        "import.open" ImportAccounts -> ImportOutcome,
        "import.forget" ForgetImport -> (),
        "backup.reveal" RevealSecret -> RevealedSecret,
        "backup.ask" AskBackup -> BackupQuestion,
        "backup.answer" AnswerBackup -> Account,
        "backup.export" ExportAccount -> ExportedAccount,
        "policy.list" ListPolicies -> Vec<PolicyEntry>,
        "policy.set" SetPolicy -> (),
        "metadata.has" HasMetadata -> bool,
        "metadata.add" AddMetadata -> (),
        "describe" Describe -> Summary,
        "sign" Sign -> Signed,
        "message.describe" DescribeMessage -> MessageSummary,
        "message.sign" SignMessage -> SignedMessage,
        "miner.describe" DescribeMinerAuth -> MinerAuthSummary,
        "miner.sign" SignMinerAuth -> SignedMinerAuth,
    }
}

topics! {
    /// Every subscription that the vault serves.
    VaultTopic {
        "vault.status" WatchVault -> VaultStatus, latest_only: true;
    }
}
