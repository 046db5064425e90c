//! The wallet's page. It talks to the engine and to the vault through two typed clients and does nothing else: it opens
//! no sockets and keeps no keys.
//!
//! `store` holds what the page shows, as signals; `feed`, `opening`, `keyring` and `sending` are all that talk to the
//! two processes; `format`, `transfer` and `words` are plain functions; `components` draw.

mod app;
mod clients;
mod components;
mod feed;
mod format;
mod keyring;
mod opening;
mod page;
mod sending;
mod store;
mod transfer;
mod words;

pub mod test_ids;

pub use app::mount;
pub use clients::{Clients, Processes};
