//! The keys of the two validators, and the blocks at which they change.
//!
//! Each validator makes blocks under one key all along, but votes under another
//! key in each GRANDPA set. Nothing here is secret.

use sp_core::{Pair, ed25519, sr25519};
use taolight_devnet_runtime::{AuraId, BlockNumber, GrandpaId};

/// The names of the validators.
pub const NAMES: [&str; 2] = ["alice", "bob"];

/// The blocks that announce the GRANDPA sets 1, 2, … (the genesis set is 0).
pub const GRANDPA_CHANGES: [BlockNumber; 2] = [4, 8];

/// The block that also announces another order of the block producers.
pub const AURA_CHANGE: BlockNumber = 8;

/// The block producers at genesis.
pub fn aura_ids() -> Vec<AuraId> {
    NAMES
        .map(|name| public::<sr25519::Pair, _>(&aura_suri(name)))
        .into()
}

/// The finality voters of a set.
pub fn grandpa_ids(set: usize) -> Vec<GrandpaId> {
    NAMES
        .map(|name| public::<ed25519::Pair, _>(&grandpa_suri(name, set)))
        .into()
}

/// Where a validator's block production key is derived. Fees go to the account of that key, so it is nobody's who also
/// sends transactions.
pub fn aura_suri(name: &str) -> String {
    format!("//validator//{name}")
}

/// Where a validator's key in each of the GRANDPA sets is derived.
pub fn grandpa_suris(name: &str) -> impl Iterator<Item = String> {
    (0..=GRANDPA_CHANGES.len()).map(move |set| grandpa_suri(name, set))
}

fn grandpa_suri(name: &str, set: usize) -> String {
    let genesis = aura_suri(name);
    match set {
        0 => genesis,
        _ => format!("{genesis}//grandpa//{set}"),
    }
}

fn public<P: Pair, Id: From<P::Public>>(suri: &str) -> Id {
    P::from_string(suri, None)
        .expect("the path is well-formed")
        .public()
        .into()
}
