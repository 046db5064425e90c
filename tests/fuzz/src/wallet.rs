//! A vault that costs nothing to unlock and is the same before every input.

use std::{cell::Cell, collections::BTreeMap, rc::Rc, time::Duration};

use async_trait::async_trait;
use futures::executor::block_on;
use taolight_codec::Metadata;
use taolight_keys::{Argon2id, DerivedKey, Kdf};
use taolight_primitives::{AccountId, Bytes, Failure, Rao};
use taolight_protocol::{
    engine::{MetadataRef, RuntimeMetadata},
    vault::{
        DetectImport, ImportAccounts, Policy, PolicyEntry, Role, Scheme, Secret, SecretBytes, SetPolicy,
    },
};
use taolight_vault::{
    Clock, Hasher, Host, Vault,
    strongbox::{MemoryStorage, RustCrypto, VaultStorage, Write},
};
use zeroize::Zeroizing;

use crate::{METADATA_15, alice, bob, metadata};

/// The vault's password.
pub const PASSWORD: &str = "correct horse";
/// The most that [`Wallet::coldkey`] may move in one transaction.
pub const LIMIT: Rao = Rao(2_000_000_000);

/// The development accounts' seeds, known to everyone. Their mnemonic would take milliseconds for each signature.
const ALICE: &str = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
const BOB: &str = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89";
const ED25519_ALICE: &str = "0xabf8e5bdbe30c65656c0a3cbd181ff8a56294a69dfedd27982aace4a76909115";

/// A vault, and what it had stored when it was made.
pub struct Wallet {
    /// The vault, unlocked.
    pub vault: Vault,
    /// Its storage.
    pub storage: Rc<MemoryStorage>,
    /// An sr25519 account with limits.
    pub coldkey: AccountId,
    /// An sr25519 account that never moves funds.
    pub hotkey: AccountId,
    /// An ed25519 account without limits.
    pub edwards: AccountId,
    /// What is stored.
    pub records: BTreeMap<String, Vec<u8>>,
}

impl Wallet {
    /// Makes a vault with three accounts and the devnet's metadata.
    pub fn new() -> Self {
        block_on(Self::make()).expect("a vault")
    }

    async fn make() -> Result<Self, Failure> {
        let storage = Rc::new(MemoryStorage::default());
        let mut vault = vault(storage.clone());
        vault.create(&Secret::new(PASSWORD.to_owned())).await?;
        let cold = Role::Coldkey { hotkeys: Vec::new() };
        let coldkey = import(&mut vault, ALICE, Scheme::Sr25519, cold.clone()).await?;
        let hotkey = import(&mut vault, BOB, Scheme::Sr25519, Role::Hotkey).await?;
        let edwards = import(&mut vault, ED25519_ALICE, Scheme::Ed25519, cold).await?;
        vault.set_policy(&limits(coldkey)).await?;
        vault.add_metadata(runtime(METADATA_15, metadata()))?;
        let records = storage.read().await?.values;
        assert_eq!((coldkey, hotkey), (alice(), bob()));
        Ok(Self {
            vault,
            storage,
            coldkey,
            hotkey,
            edwards,
            records,
        })
    }

    /// Forgets what was stored since the vault was made.
    pub fn reset(&self) {
        block_on(replace(&self.storage, &self.records)).expect("memory takes everything");
    }
}

impl Default for Wallet {
    fn default() -> Self {
        Self::new()
    }
}

/// A locked vault over what is stored.
pub fn vault(storage: Rc<MemoryStorage>) -> Vault {
    vault_at(storage, Rc::default())
}

/// The same, at the time of this clock.
pub fn vault_at(storage: Rc<MemoryStorage>, clock: Rc<Time>) -> Vault {
    Vault::new(Host {
        storage,
        cipher: Rc::new(RustCrypto),
        hasher: Rc::new(CheapHasher),
        clock,
    })
}

/// The reference by which the devnet's metadata is named.
pub fn metadata_ref() -> MetadataRef {
    MetadataRef {
        hash: metadata().hash(),
        spec_version: metadata().runtime().spec_version,
    }
}

fn runtime(bytes: &[u8], metadata: &Metadata) -> RuntimeMetadata {
    RuntimeMetadata {
        metadata: MetadataRef {
            hash: metadata.hash(),
            spec_version: metadata.runtime().spec_version,
        },
        bytes: Bytes(bytes.to_vec()),
        token: "TAO".to_owned(),
        decimals: 9,
        ss58: 42,
    }
}

async fn import(vault: &mut Vault, seed: &str, scheme: Scheme, role: Role) -> Result<AccountId, Failure> {
    let content = SecretBytes::new(seed.as_bytes().to_vec());
    let detected = vault.detect_import(&DetectImport { content })?;
    let request = ImportAccounts {
        import: detected.import,
        password: None,
        address: None,
        scheme: Some(scheme),
        role,
        label: "Fuzz".to_owned(),
    };
    let outcome = vault.import(&request).await?;
    Ok(outcome.added[0].address)
}

fn limits(account: AccountId) -> SetPolicy {
    SetPolicy {
        password: Secret::new(PASSWORD.to_owned()),
        entry: PolicyEntry {
            account,
            origin: None,
            policy: Policy {
                per_transaction: Some(LIMIT),
                ..Policy::default()
            },
        },
    }
}

/// Takes the password, cut or filled up, for the key. A real hash takes half a second.
struct CheapHasher;

#[async_trait(?Send)]
impl Hasher for CheapHasher {
    async fn derive(&self, kdf: &Kdf, password: &str) -> Result<DerivedKey, Failure> {
        // Whatever is stored, no hash may take a device for hours.
        assert!(kdf.memory_bytes() <= u64::from(Argon2id::CEILING.memory_kib) << 10);
        let mut key = password.as_bytes().to_vec();
        key.resize(kdf.key_bytes(), 0);
        Ok(DerivedKey::from_bytes(Zeroizing::new(key)))
    }
}

/// It is always the same moment, unless somebody waits.
#[derive(Default)]
pub struct Time(Cell<Duration>);

impl Time {
    /// Passes.
    pub fn wait(&self, time: Duration) {
        self.0.set(self.0.get() + time);
    }
}

impl Clock for Time {
    fn now_ms(&self) -> u64 {
        1_795_000_000_000 + self.0.get().as_millis() as u64
    }

    fn monotonic(&self) -> Duration {
        Duration::from_secs(1_000) + self.0.get()
    }
}

/// Stores exactly these records.
pub async fn replace(storage: &MemoryStorage, values: &BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let stored = storage.read().await?;
    let old = stored.values.into_keys().map(Write::Delete);
    let new = values
        .iter()
        .map(|(name, bytes)| Write::Put(name.clone(), bytes.clone()));
    storage.commit(stored.revision, old.chain(new).collect()).await?;
    Ok(())
}
