//! Who asks and who is asked: accounts of the network's seed.

use taolight_keys::{Keypair, SecretUri};
use taolight_primitives::AccountId;

/// The development phrase of every Substrate chain.
const PHRASE: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// A validator, with stake.
pub fn validator() -> String {
    secret("seed//validator//1//hotkey")
}

/// A miner's hotkey: registered, with hardly any stake.
pub fn unstaked() -> String {
    secret("seed//miner//20//hotkey")
}

/// Somebody who is not registered.
pub fn unregistered() -> String {
    secret("nobody")
}

/// The hotkey of a miner of the seed.
pub fn miner(number: u16) -> AccountId {
    account(&secret(&format!("seed//miner//{number}//hotkey")))
}

/// The account of a secret URI.
pub fn account(uri: &str) -> AccountId {
    Keypair::from_uri(&SecretUri::parse(uri).unwrap())
        .unwrap()
        .account()
}

/// A secret URI.
fn secret(path: &str) -> String {
    format!("{PHRASE}//{path}")
}
