//! Where the seed's accounts are derived. All are sr25519 keys of the development
//! phrase; a hotkey is one junction below its coldkey.

use crate::AccountId;
use sp_core::{Pair, sr25519};

/// The account with 20 positions on 6 subnets.
pub const HOLDER: &str = "//seed//holder";
/// The account with locks.
pub const LOCKER: &str = "//seed//locker";
/// The account that has announced a new coldkey, and that coldkey.
pub const SWAPPER: &str = "//seed//swapper";
pub const SWAPPER_NEW: &str = "//seed//swapper//new";

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
    let pair = sr25519::Pair::from_string(path, None).expect("the path is well-formed");
    AccountId::from(pair.public())
}
