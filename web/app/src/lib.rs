//! The wallet's page. It talks to the engine and to the vault through two typed clients and does nothing else: it opens
//! no sockets and keeps no keys.
//!
//! `store` holds what the page shows, as signals; `feed`, `opening`, `keyring`, `vault`, `presence` and `sending` talk to
//! the two processes, and so do the sheets that bring secrets in and take them out; `format`, `limits`, `transfer` and
//! `words` are plain functions; `components` draw.

mod app;
mod attempt;
mod clients;
mod components;
mod feed;
mod format;
mod keyring;
mod limits;
mod memory;
mod opening;
mod page;
mod presence;
mod sending;
mod sheet;
mod store;
mod transfer;
mod vault;
mod words;

pub mod test_ids;

pub use app::mount;
pub use clients::{Clients, Processes};
