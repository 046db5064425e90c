//! The signing core of this process: a vault in memory, gone when the process ends.

use std::{
    rc::Rc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use taolight_primitives::{AccountId, Bytes, ErrorCode, Failure};
use taolight_protocol::{
    engine::{MetadataRef, RuntimeMetadata},
    vault::{
        Describe, DescribeMinerAuth, DetectImport, ImportAccounts, MinerAuthSummary, Role, Scheme, Secret,
        SecretBytes, Sign, SignMinerAuth, Signed, SignedMinerAuth, Summary,
    },
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

impl Wallet {
    /// The accounts.
    pub async fn addresses(&self) -> Result<Vec<AccountId>, Failure> {
        let accounts = self.0.accounts().await?.accounts;
        Ok(accounts.into_iter().map(|account| account.address).collect())
    }

    /// How an account signs.
    pub async fn scheme(&self, address: &AccountId) -> Result<Scheme, Failure> {
        let accounts = self.0.accounts().await?.accounts;
        let found = accounts.into_iter().find(|account| account.address == *address);
        found
            .and_then(|account| account.scheme)
            .ok_or_else(|| Failure::new(ErrorCode::UnknownAccount, "the wallet has no key of this account"))
    }

    /// What messages to miners say.
    pub async fn describe_miner_auth(
        &mut self,
        account: AccountId,
        messages: Vec<Bytes>,
    ) -> Result<MinerAuthSummary, Failure> {
        let request = DescribeMinerAuth {
            account,
            messages,
            origin: None,
        };
        self.0.describe_miner_auth(&request).await
    }

    /// Signs messages to miners that say what was described, with the time of now.
    pub async fn sign_miner_auth(
        &mut self,
        summary: &MinerAuthSummary,
        messages: Vec<Bytes>,
    ) -> Result<SignedMinerAuth, Failure> {
        let request = SignMinerAuth {
            approval: summary.approval.clone(),
            payload_hash: summary.payload_hash,
            messages,
        };
        self.0.sign_miner_auth(&request).await
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
