//! What the fuzz targets share. Each target feeds one parser of what others send, drop or paste. It must end soon and
//! without a panic, what it accepts must mean the same when it is written and read again, and what it refuses must not
//! show up in its error.

use std::{
    collections::HashSet,
    hash::{BuildHasher, RandomState},
    sync::OnceLock,
};

use taolight_codec::Metadata;
use taolight_primitives::AccountId;

mod edits;
mod seal;
mod small;
mod wallet;

pub use edits::edited;
pub use seal::{Sealed, seal};
pub use small::{small_15, small_16};
pub use wallet::{LIMIT, PASSWORD, Time, Wallet, metadata_ref, replace, vault, vault_at};

/// The devnet's metadata of version 15, 82 kB.
pub const METADATA_15: &[u8] =
    include_bytes!("../../../crates/codec/tests/fixtures/devnet-metadata-v15.scale");
/// The devnet's metadata of version 16, 84 kB.
pub const METADATA_16: &[u8] =
    include_bytes!("../../../crates/codec/tests/fixtures/devnet-metadata-v16.scale");

/// As many bytes of an input in an error are no accident.
const QUOTED: usize = 16;

/// The devnet's metadata, decoded.
pub fn metadata() -> &'static Metadata {
    static METADATA: OnceLock<Metadata> = OnceLock::new();
    METADATA.get_or_init(|| Metadata::decode(METADATA_15).expect("the devnet's metadata"))
}

/// Alice's account, known to everyone.
pub fn alice() -> AccountId {
    AccountId::from_ss58("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").expect("an address")
}

/// Bob's account.
pub fn bob() -> AccountId {
    AccountId::from_ss58("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty").expect("an address")
}

/// Asserts that an error repeats no part of what it is about. Compares hashes: the fuzzer watches every comparison of
/// bytes, and would soon find inputs that are made of our own messages.
pub fn says_nothing_of(error: &str, input: &[u8]) {
    let hashes = RandomState::new();
    let parts: HashSet<u64> = input.windows(QUOTED).map(|part| hashes.hash_one(part)).collect();
    let mut said = error.as_bytes().windows(QUOTED);
    assert!(
        !said.any(|part| parts.contains(&hashes.hash_one(part))),
        "quotes its input: {error}"
    );
}
