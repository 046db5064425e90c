//! The vault: keys in, approved signatures out.
//!
//! It trusts nobody. Whoever asks for a signature gets a [`Summary`](taolight_protocol::vault::Summary) of what the vault
//! itself decoded, with a random approval that is good for exactly those bytes and once. The vault keeps the bytes, so
//! nothing can change between what was shown and what is signed. [`Vault`] decides; [`VaultService`] carries its
//! answers.

mod approvals;
mod backup;
mod call_table;
mod call_tree;
mod clock;
mod destinations;
mod documents;
mod hasher;
mod human;
mod importing;
mod imports;
mod known;
mod ledger;
mod message;
mod miner_auth;
mod policy;
mod runtimes;
mod scheme;
mod service;
mod session;
mod signing;
pub mod strongbox;
mod vault;
mod warnings;

#[cfg(test)]
mod fixtures;

pub use clock::Clock;
pub use hasher::{Hasher, InlineHasher};
pub use service::VaultService;
pub use vault::{Host, Vault};
