//! What the tests share: a vault that knows Alice and one runtime.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

use std::{cell::Cell, env, fs, path::PathBuf, rc::Rc, time::Duration};

use taolight_codec::{Metadata, transfer};
use taolight_primitives::{AccountId, BlockHash, BlockRef, Rao};
use taolight_protocol::{
    engine::{MetadataRef, Mortality, RuntimeMetadata, Unsigned},
    vault::{AddAccount, Secret},
};
use taolight_vault::{Clock, Vault};

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

pub fn add_alice() -> AddAccount {
    AddAccount {
        secret: Secret("//Alice".to_owned()),
        label: "Alice".to_owned(),
    }
}

/// A vault with Alice's key and the devnet's metadata.
pub fn vault() -> (Vault, Metadata) {
    vault_of(metadata())
}

/// A vault with Alice's key and one runtime's metadata.
pub fn vault_of(bytes: Vec<u8>) -> (Vault, Metadata) {
    let metadata = Metadata::decode(&bytes).unwrap();
    let mut vault = Vault::new(Rc::new(TestClock::default()));
    vault.add_account(add_alice()).unwrap();
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
        transfer(metadata, &bob(), Rao(1_500_000_000), keep_alive).unwrap(),
    )
}
