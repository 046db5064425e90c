//! The signing core of this process: a vault in memory, gone when the process ends.

use std::{
    rc::Rc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::{
    engine::{MetadataRef, RuntimeMetadata},
    vault::{Describe, DetectImport, ImportAccounts, Role, Secret, SecretBytes, Sign, Signed, Summary},
};
use taolight_vault::{
    Clock, Host, InlineHasher, Vault,
    strongbox::{MemoryStorage, RustCrypto},
};

/// Accounts that can sign.
#[derive(Debug)]
pub struct Wallet(Vault);

/// The clocks of this machine.
struct SystemClock(Instant);

impl Clock for SystemClock {
    fn now_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.0.elapsed()
    }
}

impl Wallet {
    /// A wallet without accounts.
    pub async fn new() -> Result<Self, Failure> {
        let mut vault = Vault::new(Host {
            storage: Rc::new(MemoryStorage::default()),
            cipher: Rc::new(RustCrypto),
            hasher: Rc::new(InlineHasher),
            clock: Rc::new(SystemClock(Instant::now())),
        });
        // Nobody will type it: what it guards never leaves this process.
        vault.create(&random_password()?).await?;
        Ok(Self(vault))
    }

    /// Takes in the account of a secret in any form that needs no password of its own: a mnemonic, a secret URI, a seed,
    /// a key file in clear. Returns its address.
    pub async fn add(&mut self, secret: SecretBytes) -> Result<AccountId, Failure> {
        let detected = self.0.detect_import(&DetectImport { content: secret })?;
        let wanted = ImportAccounts {
            import: detected.import,
            password: None,
            address: None,
            scheme: None,
            role: Role::Coldkey { hotkeys: Vec::new() },
            label: String::new(),
        };
        let outcome = self.0.import(&wanted).await?;
        let account = outcome.added.into_iter().next().ok_or_else(|| {
            Failure::new(
                ErrorCode::NoSecret,
                "there is no account in this secret; give a mnemonic, a secret URI, a seed or a key file in clear",
            )
        })?;
        Ok(account.address)
    }

    /// Whether calls of this runtime can be decoded and built.
    pub fn has_metadata(&self, metadata: &MetadataRef) -> bool {
        self.0.has_metadata(metadata)
    }

    /// Takes a runtime's metadata in, to decode and build calls by.
    pub fn add_metadata(&mut self, metadata: RuntimeMetadata) -> Result<(), Failure> {
        self.0.add_metadata(metadata)
    }

    /// What a transaction would do.
    pub async fn describe(&mut self, request: &Describe) -> Result<Summary, Failure> {
        self.0.describe(request).await
    }

    /// Signs what was described.
    pub async fn sign(&mut self, summary: &Summary) -> Result<Signed, Failure> {
        self.0
            .sign(&Sign {
                approval: summary.approval.clone(),
                payload_hash: summary.payload_hash,
            })
            .await
    }
}

fn random_password() -> Result<Secret, Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| {
        Failure::new(
            ErrorCode::Internal,
            "this machine has no source of random numbers",
        )
    })?;
    Ok(Secret::new(hex::encode(bytes)))
}
