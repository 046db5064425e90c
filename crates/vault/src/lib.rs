//! The vault: keys in, approved signatures out.
//!
//! It trusts nobody. Whoever asks for a signature gets a [`Summary`](taolight_protocol::vault::Summary) of what the vault
//! itself decoded, with a random approval that is good for exactly those bytes and once. The vault keeps the bytes, so
//! nothing can change between what was shown and what is signed. [`Vault`] decides; [`VaultService`] carries its
//! answers.

mod accounts;
mod approvals;
mod clock;
mod human;
mod message;
mod runtimes;
mod service;
pub mod strongbox;
mod vault;
mod warnings;

pub use clock::Clock;
pub use service::VaultService;
pub use vault::Vault;
