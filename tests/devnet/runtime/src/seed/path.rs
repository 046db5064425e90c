//! Where the seed's accounts are derived. All are sr25519 keys of the development
//! phrase; a hotkey is one junction below its coldkey.

use crate::AccountId;
use sp_core::{
    Pair,
    crypto::{DEV_PHRASE, SecretUri},
    sr25519,
};
use std::sync::LazyLock;

/// The account with 20 positions on 6 subnets.
pub const HOLDER: &str = "//seed//holder";
/// The account with locks.
pub const LOCKER: &str = "//seed//locker";
/// The account that has announced a new coldkey, and that coldkey.
pub const SWAPPER: &str = "//seed//swapper";
pub const SWAPPER_NEW: &str = "//seed//swapper//new";
/// The account whose announcement is disputed.
pub const DISPUTED: &str = "//seed//disputed";
/// The account that others may act for.
pub const PRINCIPAL: &str = "//seed//principal";

/// The phrase takes a while to become a key, and there are thousands of accounts.
static ROOT: LazyLock<sr25519::Pair> =
    LazyLock::new(|| sr25519::Pair::from_string(DEV_PHRASE, None).expect("the phrase is well-formed"));

/// One of the crowd, from 1 on: accounts with 20 positions on 10 subnets each.
pub fn crowd(number: u16) -> String {
    format!("//seed//crowd//{number}")
}

/// A proxy of [`PRINCIPAL`], from 1 on.
pub fn agent(number: u16) -> String {
    format!("//seed//agent//{number}")
}

/// The owner of a subnet.
pub fn owner(netuid: u16) -> String {
    format!("//seed//owner//{netuid}")
}

/// A validator, from 1 on.
pub fn validator(number: u16) -> String {
    format!("//seed//validator//{number}")
}

/// A miner, from 1 on.
pub fn miner(number: u16) -> String {
    format!("//seed//miner//{number}")
}

/// The hotkey of a coldkey.
pub fn hotkey(coldkey: &str) -> String {
    format!("{coldkey}//hotkey")
}

/// The account of a path.
///
/// # Panics
/// If the path is malformed, which those of this module are not.
pub fn account(path: &str) -> AccountId {
    let SecretUri { junctions, .. } = path.parse().expect("the path is well-formed");
    let (pair, _) = ROOT
        .derive(junctions.into_iter(), None)
        .expect("it is not known to fail");
    AccountId::from(pair.public())
}
