//! The engine: serves its half of the protocol out of one light client. It opens networks, follows the chain, reads
//! balances with their proof, prepares transactions, keeps the journal, follows what was sent, and asks miners. It holds no
//! secret.
//!
//! Everything that differs between a browser and a terminal is behind [`Host`].

mod account;
mod activity;
mod again;
mod chain;
mod failure;
mod follow;
mod host;
mod journal;
mod miners;
mod network;
mod networks;
mod prepare;
mod read;
mod runtime;
mod service;
mod session;
mod submit;
mod view;

pub use host::{Claim, Host, ToMiners};
pub use service::Engine;
