//! What the tests share: a vault that knows Alice and one runtime.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

use std::{cell::Cell, env, fs, path::PathBuf, rc::Rc, time::Duration};

use futures::executor::block_on;
use taolight_codec::{Metadata, blake2_256, encode_call};
use taolight_keys::{DerivedKey, Kdf};
use taolight_primitives::{AccountId, BlockHash, BlockRef, Failure, Rao};
use taolight_protocol::{
    engine::{MetadataRef, Mortality, RuntimeMetadata, Unsigned},
    vault::{Account, DetectImport, ImportAccounts, Role, Secret, SecretBytes},
};
use taolight_vault::{
    Clock, Hasher, Host, InlineHasher, Vault,
    strongbox::{MemoryStorage, RustCrypto, VaultStorage},
};

pub const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
pub const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

/// A clock that stands still until it is told the time.
#[derive(Default)]
pub struct TestClock(pub Cell<Duration>);

impl Clock for TestClock {
    fn now_ms(&self) -> u64 {
        u64::try_from(self.0.get().as_millis()).unwrap()
    }

    fn monotonic(&self) -> Duration {
        self.0.get()
    }
}

/// The devnet's metadata.
pub fn metadata() -> Vec<u8> {
    include_bytes!("../../../codec/tests/fixtures/devnet-metadata-v15.scale").to_vec()
}

/// The reference runtime's metadata, if there is a reference folder.
pub fn reference_metadata() -> Option<Vec<u8>> {
    let Some(folder) = env::var_os("TAOLIGHT_REFERENCE_DIR") else {
        eprintln!("skipped: TAOLIGHT_REFERENCE_DIR is not set");
        return None;
    };
    Some(fs::read(PathBuf::from(folder).join("reference/metadata-425-v15.scale")).unwrap())
}

pub fn runtime(bytes: Vec<u8>) -> RuntimeMetadata {
    let metadata = Metadata::decode(&bytes).unwrap();
    RuntimeMetadata {
        metadata: MetadataRef {
            hash: metadata.hash(),
            spec_version: metadata.runtime().spec_version,
        },
        bytes: bytes.into(),
        token: "TAO".to_owned(),
        decimals: 9,
        ss58: 42,
    }
}

pub fn alice() -> AccountId {
    AccountId::from_ss58(ALICE).unwrap()
}

pub fn bob() -> AccountId {
    AccountId::from_ss58(BOB).unwrap()
}

pub const PASSWORD: &str = "correct horse battery";

pub fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

pub fn coldkey() -> Role {
    Role::Coldkey { hotkeys: vec![] }
}

/// Hashes passwords as cheaply as tests can wait for, since they do it hundreds of times. Files of other wallets are
/// hashed in full.
pub struct CheapHasher;

#[async_trait::async_trait(?Send)]
impl Hasher for CheapHasher {
    async fn derive(&self, kdf: &Kdf, password: &str) -> Result<DerivedKey, Failure> {
        match kdf {
            Kdf::Argon2id(argon2id) => {
                let key = blake2_256(&[argon2id.salt().as_slice(), password.as_bytes()].concat());
                Ok(DerivedKey::from_bytes(key.to_vec().into()))
            }
            other => InlineHasher.derive(other, password).await,
        }
    }
}

/// A device: records and a clock, which outlive its vaults.
#[derive(Default)]
pub struct Device {
    pub storage: Rc<MemoryStorage>,
    pub clock: Rc<TestClock>,
}

impl Device {
    /// A tab that was just opened: locked.
    pub fn tab(&self) -> Vault {
        Vault::new(Host {
            storage: self.storage.clone() as Rc<dyn VaultStorage>,
            cipher: Rc::new(RustCrypto),
            hasher: Rc::new(CheapHasher),
            clock: self.clock.clone(),
        })
    }

    /// A tab whose vault was just made.
    pub fn made(&self) -> Vault {
        let mut vault = self.tab();
        block_on(vault.create(&secret(PASSWORD))).unwrap();
        vault
    }

    pub fn wait(&self, time: Duration) {
        self.clock.0.set(self.clock.0.get() + time);
    }
}

/// Imports a secret.
pub fn import(vault: &mut Vault, text: &str, label: &str, role: Role) -> Result<Account, Failure> {
    let content = SecretBytes::new(text.as_bytes().to_vec());
    let detected = vault.detect_import(&DetectImport { content })?;
    let request = import_request(detected.import, label, role);
    let mut outcome = block_on(vault.import(&request))?;
    Ok(outcome.added.remove(0))
}

pub fn import_request(import: u32, label: &str, role: Role) -> ImportAccounts {
    ImportAccounts {
        import,
        password: None,
        address: None,
        scheme: None,
        role,
        label: label.to_owned(),
    }
}

/// A vault with Alice's key and the devnet's metadata.
pub fn vault() -> (Vault, Metadata) {
    vault_of(metadata())
}

/// A vault with Alice's key and one runtime's metadata.
pub fn vault_of(bytes: Vec<u8>) -> (Vault, Metadata) {
    let metadata = Metadata::decode(&bytes).unwrap();
    let mut vault = Device::default().made();
    import(&mut vault, "//Alice", "Alice", coldkey()).unwrap();
    vault.add_metadata(runtime(bytes)).unwrap();
    (vault, metadata)
}

/// A transaction of Alice's with that call.
pub fn unsigned(metadata: &Metadata, call: Vec<u8>) -> Unsigned {
    Unsigned {
        account: alice(),
        call: call.into(),
        nonce: 7,
        tip: Rao(11),
        mortality: Mortality {
            period: 64,
            birth: BlockRef {
                number: 1_000,
                hash: BlockHash([3; 32]),
            },
        },
        genesis: BlockHash([9; 32]),
        spec_version: metadata.runtime().spec_version,
        transaction_version: metadata.runtime().transaction_version,
        metadata: MetadataRef {
            hash: metadata.hash(),
            spec_version: metadata.runtime().spec_version,
        },
    }
}

/// A transfer of 1.5 TAO from Alice to Bob.
pub fn transfer_to_bob(metadata: &Metadata, keep_alive: bool) -> Unsigned {
    unsigned(
        metadata,
        transfer(metadata, bob(), Rao(1_500_000_000), keep_alive),
    )
}

/// A call that sends TAO.
pub fn transfer(metadata: &Metadata, destination: AccountId, amount: Rao, keep_alive: bool) -> Vec<u8> {
    let name = match keep_alive {
        true => "transfer_keep_alive",
        false => "transfer_allow_death",
    };
    let arguments = [("dest", destination.into()), ("value", amount.into())];
    encode_call(metadata, "Balances", name, &arguments).unwrap()
}
