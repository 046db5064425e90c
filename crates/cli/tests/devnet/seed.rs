//! Who is who in the network's seed, and values to ask a node with.

use scale_value::Value;
use taolight_keys::{Keypair, SecretUri};
use taolight_primitives::{AccountId, NetUid};

/// The subnet with many neurons, whose epochs are short.
pub(crate) const CROWDED: NetUid = NetUid(1);

/// An account of the seed by the end of its path, as `holder` or `validator//1//hotkey`.
pub(crate) fn account(path: &str) -> AccountId {
    let uri = SecretUri::parse(&format!("//seed//{path}")).unwrap();
    Keypair::from_uri(&uri).unwrap().account()
}

/// The hotkey of a validator, from 1 on.
pub(crate) fn validator(number: u16) -> AccountId {
    account(&format!("validator//{number}//hotkey"))
}

/// An account as an argument.
pub(crate) fn of(account: AccountId) -> Value {
    Value::from_bytes(account.0)
}

/// A subnet as an argument.
pub(crate) fn on(netuid: NetUid) -> Value {
    number(netuid.0)
}

/// A number as an argument.
pub(crate) fn number(number: impl Into<u128>) -> Value {
    Value::u128(number.into())
}
